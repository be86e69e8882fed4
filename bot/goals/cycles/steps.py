"""The steps of a cycle: more of them, another role for one that is free, and what their people are told."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import actions, forms, notices
from bot.actions import Action, State
from bot.boundary import Answer, Button, Buttons, Form, Message, Part, Private, Text, TextField
from bot.drafts import Wrong
from bot.feature import ActionKind
from bot.goals import days
from bot.goals.cycles import cards, checking, helping, model, planning, rules
from bot.goals.cycles.model import LONGEST, SOURCE, TEXT_MOST, Cycle, cycle_of
from bot.goals.cycles.planning import UNTIL, chosen, who, wrong_text
from bot.payloads import Kept
from bot.people import model as people
from bot.people import school_days
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Words

ADD, PASS, WHAT = "step.add", "step.pass", "what"
ALL_STUCK = "cycle-stuck"  # a notice
STEPS = 12  # of a cycle: more are another one
UNTIL_TOLD = 5  # school days
SAYS = {
    State.PROMISED: "step-accepted",
    State.DECLINED: "step-declined",
    State.ON_THE_WAY: "step-on-the-way",
    State.DONE: "step-done",
    State.HANDED_BACK: "step-handed-back",
}

# More of them ----------------------------------------------------------------------------------------------------


def ask(request: Request, cycle: Cycle) -> Answer:
    _refuse_if_full(request, cycle)
    words = request.words
    fields = (
        TextField(WHAT, words("step-form-what"), words("step-hint-what"), "", TEXT_MOST, long=True),
        who(request, cycle.goal),
        days.field(UNTIL, words("cycle-form-until"), cycle.until.isoformat(), words),
    )
    title, submit = words("step-form-title"), words("step-form-submit")
    about = str(Kept(request.payload(Kept).id))
    return forms.reopened(request, Form(ADD, title, submit, words("cancel"), fields, about))


def add(request: Request, cycle: Cycle) -> Answer:
    _refuse_if_full(request, cycle)
    words, text, seat = request.words, request.given(WHAT), chosen(request, cycle.goal)
    wrong: Wrong = wrong_text(WHAT, text, TEXT_MOST, words)
    if seat is None:
        wrong[planning.WHO] = words("meeting-wrong-choice")
    until = days.read(request, request.given(UNTIL), LONGEST)
    if isinstance(until, str):
        wrong[UNTIL] = until
    if wrong or seat is None or isinstance(until, str):
        return forms.keep_refused(request, ADD, ADD, wrong)
    forms.forget_refused(request, ADD)
    there = (one for one in model.steps(request.session, cycle) if (one.seat_id, one.text) == (seat.id, text))
    if next(there, None) is None:  # sent in twice, it is asked once
        step = actions.promise(request, seat, text, cycle.goal.audience, until, (SOURCE, cycle.id))
        checking.plan(request.session, step, request.now)
    return Private(Message(tuple(cards.cycle(request, cycle))))


def _refuse_if_full(request: Request, cycle: Cycle) -> None:
    rules.refuse_unless_going(request, cycle)
    if len(model.steps(request.session, cycle)) >= STEPS:
        raise Refusal.saying(request.words("step-too-many", most=STEPS))


# Another role for one that is free -----------------------------------------------------------------------------


def ask_whom(request: Request, step: Action) -> Answer:
    cycle = _free(request, step)
    words, about = request.words, str(Kept(step.id))
    title, submit = words("step-pass-title"), words("step-form-submit")
    return Form(PASS, title, submit, words("cancel"), (who(request, cycle.goal),), about)


def pass_on(request: Request, step: Action) -> Answer:
    cycle = _free(request, step)
    seat = chosen(request, cycle.goal)
    if seat is None:
        raise Refusal.saying(request.words("gone"))
    checking.forget(request.session, step)
    notices.forget_all(request.session, actions.NOTICE, step.id)
    checking.forget_line(request.session, step)
    actions.ask(request, step, seat)
    checking.plan(request.session, step, request.now)
    return Private(Message(tuple(cards.cycle(request, cycle))))


def _free(request: Request, step: Action) -> Cycle:
    cycle = rules.cycle(request, step)
    rules.refuse_unless_going(request, cycle)
    vacant = step.seat.acting_id is None and step.state is not State.DONE
    if step.state not in actions.FREE and not vacant:
        raise Refusal.saying(request.words("action-not-now", state=request.words(actions.STATES[step.state])))
    return cycle


def withdraw(request: Request, step: Action) -> Answer:
    """By who asked for it, while nobody has answered."""
    cycle = rules.cycle(request, step)
    rules.refuse_unless_going(request, cycle)
    if step.state is not State.ASKED or step.by_id != request.member.id:
        raise Refusal.saying(request.words("action-not-now", state=request.words(actions.STATES[step.state])))
    checking.forget(request.session, step)
    checking.forget_line(request.session, step)
    actions.withdraw(request.session, step)
    return Private(Message((Text(request.words("step-withdrawn")), *cards.cycle(request, cycle))))


# What their people are told --------------------------------------------------------------------------------------


def show(request: Request, step: Action) -> Answer:
    return Private(Message(tuple(cards.whole_step(request.session, step, request.words))))


def answered(request: Request, step: Action) -> Answer:
    session, words, about = request.session, request.words, str(step.id)
    checking.plan(session, step, request.now)
    if step.state is State.STUCK:
        _tell_if_all_stuck(request, rules.cycle(request, step))
        return helping.offer(request, step)
    line = Button(words("step-line-add"), "step.line", about)
    see = Button(words("cycle-see"), "cycle.show", str(step.source_id))
    undo = [Button(words("step-after-all"), "action.accept", about)] if step.state in actions.FREE else []
    if step.state is State.DONE:
        undo = [Button(words("step-not-done"), "action.on-the-way", about)]
    mine = [] if step.state in (State.PROMISED, *actions.FREE) else [line]
    buttons = Buttons((*mine, *undo, see))
    return Private(Message((Text(words(SAYS[step.state])), buttons)))


def goes_on(session: Session, step: Action) -> bool:
    cycle = cycle_of(session, step)
    return cycle is not None and cycle.goes_on


KIND = ActionKind(goes_on, model.readers, cards.step, answered)

# When all are stuck ------------------------------------------------------------------------------------------------


def _tell_if_all_stuck(request: Request, cycle: Cycle) -> None:
    """Who proposed the goal, without saying whose. Of two at once the second sees what the first has said."""
    model.to_change(request.session, cycle.id)
    seat = cycle.goal.seat
    if seat.acting_id in (None, request.member.id) or not _all_stuck(request.session, cycle):
        return
    until = school_days.due(request.session, request.district, request.now, UNTIL_TOLD)
    notices.tell(request.session, seat.acting_id or 0, ALL_STUCK, cycle.id, context.now(request.session), until)


def _all_stuck(session: Session, cycle: Cycle) -> bool:
    steps = model.steps(session, cycle)
    return bool(steps) and all(one.state in (State.STUCK, *actions.FREE) for one in steps)


def is_stuck(session: Session, member: people.Member, subject: int) -> bool:
    cycle = session.get(Cycle, subject)
    mine = cycle is not None and cycle.goal.is_proposed_by(member)
    return cycle is not None and mine and cycle.goes_on and _all_stuck(session, cycle)


def show_stuck(session: Session, subject: int, words: Words) -> list[Part]:
    cycle = session.get_one(Cycle, subject)
    show = Button(words("cycle-see"), "cycle.show", str(cycle.id), "main")
    return [Text(words("cycle-all-stuck")), Buttons((show,))]
