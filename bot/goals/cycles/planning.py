"""A cycle is planned in one form: what is tried, who is asked, until when, and what one expects. Who is asked says yes
or no; until somebody has, it can be taken back."""

from __future__ import annotations

from bot import actions, forms
from bot.actions import Action, State
from bot.boundary import Answer, Button, Buttons, Choice, ChoiceField, Form, Message, Private, Text, TextField
from bot.drafts import Wrong
from bot.goals import days
from bot.goals.cycles import cards, checking, model, rules, timing
from bot.goals.cycles.model import DAYS, LINE_MOST, LONGEST, SOURCE, TEXT_MOST, Cycle, Outcome
from bot.goals.model import Goal
from bot.goals.team import seated
from bot.payloads import Kept
from bot.people.cards import acting_name
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.texts import Words

FORM = "cycle.plan"
TRY, WHO, UNTIL, EXPECT = "try", "who", "until", "expect"
OFFERED = 25  # seats to choose from

# Writing ---------------------------------------------------------------------------------------------------------


def ask(request: Request, goal: Goal) -> Answer:
    """Filled in with what was tried last, if that is to go on."""
    rules.refuse_unless_agreed(request, goal)
    _refuse_if_there(request, goal)
    words, last = request.words, model.latest(request.session, goal)
    goes_on = last is not None and last.outcome in (Outcome.KEEP, Outcome.CHANGE)
    fields = (
        TextField(
            TRY,
            words("cycle-form-try"),
            words("cycle-hint-try"),
            last.text if last and goes_on else "",
            TEXT_MOST,
            long=True,
        ),
        who(request, goal),
        days.field(UNTIL, words("cycle-form-until"), days.ahead(request, DAYS).isoformat(), words),
        TextField(EXPECT, words("cycle-form-expect"), words("cycle-hint-expect"), "", LINE_MOST, optional=True),
    )
    title, submit = words("cycle-form-title"), words("cycle-form-submit")
    about = str(Kept(request.payload(Kept).id))
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), fields, about))


def who(request: Request, goal: Goal) -> ChoiceField:
    """Of its team, who is there; one's own seat is chosen."""
    seats, own = offered(request, goal), seated.acted_for(goal, request.member)
    choices = [Choice(str(seat.id), cards.named(seat, request.words)) for seat in seats]
    return forms.choices(WHO, request.words("cycle-form-who"), choices, {WHO: (str(own[0].id),)} if own else {})


def offered(request: Request, goal: Goal) -> list[Seat]:
    return sorted(seated.at_work(goal), key=lambda seat: (seat.acting_id != request.member.id, seat.id))[:OFFERED]


def chosen(request: Request, goal: Goal) -> Seat | None:
    return next((seat for seat in offered(request, goal) if str(seat.id) == request.given(WHO)), None)


def _refuse_if_there(request: Request, goal: Goal) -> None:
    if there := model.current(request.session, goal):
        raise Refusal(Message(tuple(cards.there_already(there, request.words))))


def write(request: Request, goal: Goal) -> Answer:
    rules.refuse_unless_agreed(request, goal)
    _refuse_if_there(request, goal)
    words, text, expects, wrong = request.words, request.given(TRY), request.given(EXPECT), Wrong()
    wrong |= wrong_text(TRY, text, TEXT_MOST, words)
    if len(expects) > LINE_MOST:
        wrong[EXPECT] = words("goal-wrong-long", count=len(expects), most=LINE_MOST)
    seat = chosen(request, goal)
    if seat is None:
        wrong[WHO] = words("meeting-wrong-choice")
    until = days.read(request, request.given(UNTIL), LONGEST)
    if isinstance(until, str):
        wrong[UNTIL] = until
    if wrong or seat is None or isinstance(until, str):
        return forms.keep_refused(request, FORM, FORM, wrong)
    forms.forget_refused(request, FORM)
    cycle = Cycle(goal=goal, seat=seated.acted_for(goal, request.member)[0], text=text, prediction=expects)
    cycle.planned_at, cycle.until = request.now, until
    request.session.add(cycle)
    request.session.flush()  # its number; nothing after this refuses
    step = actions.promise(request, seat, text, goal.audience, until, (SOURCE, cycle.id))
    checking.plan(request.session, step, request.now)
    timing.plan(request.session, cycle)
    return Private(Message((Text(_planned(cycle, step, words)), *cards.cycle(request, cycle))))


def wrong_text(field: str, text: str, most: int, words: Words) -> Wrong:
    if not text:
        return {field: words("goal-wrong-empty")}
    return {field: words("goal-wrong-long", count=len(text), most=most)} if len(text) > most else {}


def _planned(cycle: Cycle, step: Action, words: Words) -> str:
    until = days.said(cycle.until, cycle.goal.district, words)
    if step.state is State.PROMISED:
        return words("cycle-planned", until=until)
    return words("cycle-planned-asked", until=until, name=acting_name(step.seat, words))


# Taking back -----------------------------------------------------------------------------------------------------


def take_back(request: Request, cycle: Cycle) -> Answer:
    """Who was asked sees that nothing is needed of them. Its steps are held first, as by those who answer them."""
    model.hold_steps(request.session, cycle)
    rules.refuse_unless_going(request, model.to_change(request.session, cycle.id) or cycle)
    if model.rests_on(request.session, cycle):
        raise Refusal.saying(request.words("cycle-rests"))
    cycle.taken_back = True
    timing.forget(request.session, cycle)
    again = Button(request.words("cycle-plan"), FORM, str(cycle.goal_id))
    return Private(Message((Text(request.words("cycle-taken-back")), Buttons((again,)))))
