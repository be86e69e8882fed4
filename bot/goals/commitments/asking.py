"""Somebody of a goal's team asks a role for something, or offers it for their own; who is asked offers it, or not."""

from __future__ import annotations

from datetime import date

from bot import forms, notices
from bot.boundary import Answer, Choice, Form, Message, Note, Part, Private, Text, TextField, fitting
from bot.drafts import Wrong
from bot.goals import days
from bot.goals.commitments import cards, lifecycle, model, rules
from bot.goals.commitments.cards import KINDS
from bot.goals.commitments.model import AT_MOST, LONGEST, PUBLIC, TEXT_MOST, UNDER_WAY, Commitment, Fit, Kind, State
from bot.goals.cycles import cards as cycles
from bot.goals.cycles.rules import refuse_unless_agreed
from bot.goals.model import Goal
from bot.goals.team import seated
from bot.payloads import Kept
from bot.people.cards import told_of
from bot.people.model import Seat
from bot.request import Refusal, Request

FORM = "commitment.ask"
KIND, WHAT, WHO, UNTIL = "kind", "what", "who", "until"


def ask(request: Request, goal: Goal) -> Answer:
    _refuse_if_full(request, goal)
    words = request.words
    kinds = [Choice(one.value, words(name)) for one, name in KINDS.items()]
    seats = [Choice(str(seat.id), cycles.named(seat, words)) for seat in _givers(request, goal)]
    fields = (
        forms.choices(KIND, words("commitment-form-kind"), kinds, {KIND: (Kind.TIME.value,)}),
        TextField(WHAT, words("commitment-form-what"), words("commitment-hint-what"), "", TEXT_MOST),
        forms.choices(WHO, words("commitment-form-who"), seats, {}),
        days.field(UNTIL, words("commitment-form-until"), "", words, optional=True),
    )
    title, submit = words("commitment-form-title"), words("commitment-form-submit")
    about = str(Kept(request.payload(Kept).id))
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), fields, about))


def _givers(request: Request, goal: Goal) -> list[Seat]:
    """The others first."""
    every = told_of(rules.givers(request.session, goal), request.words)
    return sorted(every, key=lambda seat: (seat.acting_id == request.member.id, seat.id))[:25]


def write(request: Request, goal: Goal) -> Answer:
    _refuse_if_full(request, goal)
    words, session, what = request.words, request.session, request.given(WHAT)
    wrong, until = read(request)
    seat = next((one for one in _givers(request, goal) if str(one.id) == request.given(WHO)), None)
    if seat is None:
        wrong[WHO] = words("meeting-wrong-choice")
    if request.given(KIND) not in {one.value for one in Kind}:
        wrong[KIND] = words("meeting-wrong-choice")
    if wrong or seat is None:
        return forms.keep_refused(request, FORM, FORM, wrong)
    forms.forget_refused(request, FORM)
    own = seat.acting_id == request.member.id
    one = Commitment(goal=goal, kind=Kind(request.given(KIND)), text=what, until=until, seat=seat, at=request.now)
    one.asked_by = seat if own else seated.acted_for(goal, request.member)[0]
    one.fit, one.fit_why, one.before, one.why = Fit.NOT_NEEDED, "", "", ""
    one.state, one.changed_at = State.ASKED, request.now
    session.add(one)
    session.flush()  # its number; nothing after this refuses
    if own:
        lifecycle.offer(session, one, request.now)
    else:
        lifecycle.tell(session, seat, lifecycle.TURN, one, request.now)
    said = Text(words("commitment-was-offered" if own else "commitment-was-asked"))
    return Private(Message((said, *cards.whole(session, one, request.member, words))))


def read(request: Request) -> tuple[Wrong, date | None]:
    """What is wrong with what is given, and by when it is."""
    words, what, wrong = request.words, request.given(WHAT), Wrong()
    if not what:
        wrong[WHAT] = words("goal-wrong-empty")
    elif len(what) > TEXT_MOST:
        wrong[WHAT] = words("goal-wrong-long", count=len(what), most=TEXT_MOST)
    if not (given := request.given(UNTIL)):
        return wrong, None
    until = days.read(request, given, LONGEST)
    if isinstance(until, str):
        wrong[UNTIL] = until
        return wrong, None
    return wrong, until


def _refuse_if_full(request: Request, goal: Goal) -> None:
    refuse_unless_agreed(request, goal)
    if len(model.of_goal(request.session, goal, *UNDER_WAY)) >= AT_MOST:
        raise Refusal.saying(request.words("commitment-too-many", most=AT_MOST))


# Answering -------------------------------------------------------------------------------------------------------


def offer(request: Request, one: Commitment) -> Answer:
    """Pressed twice, it is offered once."""
    if one.state in (State.ASKED, State.DECLINED):
        rules.refuse_unless(request, one, State.ASKED, State.DECLINED)
        lifecycle.offer(request.session, one, request.now)
    return _shown(request, one, "commitment-was-offered")


def decline(request: Request, one: Commitment) -> Answer:
    rules.refuse_unless(request, one, State.ASKED, State.DECLINED)
    if one.state is State.ASKED:
        lifecycle.put(request.session, one, State.DECLINED, request.now)
        lifecycle.forget(request.session, one)
        lifecycle.tell(request.session, one.asked_by, lifecycle.NEWS, one, request.now)
    return _shown(request, one, "commitment-was-declined")


def take_back(request: Request, one: Commitment) -> Answer:
    """While nobody has answered."""
    rules.refuse_unless(request, one, State.ASKED)
    lifecycle.forget(request.session, one)
    notices.forget_all(request.session, lifecycle.NEWS, one.id)
    request.session.delete(one)
    return forms.say(request, "commitment-taken-back")


def _shown(request: Request, one: Commitment, says: str) -> Answer:
    words = request.words
    return Private(Message((Text(words(says)), *cards.whole(request.session, one, request.member, words))))


# Looking ---------------------------------------------------------------------------------------------------------


def show(request: Request, one: Commitment) -> Answer:
    parts = cards.whole(request.session, one, request.member, request.words)
    return Private(Message((*parts, cards.see_goal(one, request.words))))


def listed(request: Request, goal: Goal) -> Answer:
    """The newest first, each with what its reader can do about it."""
    session, words, member = request.session, request.words, request.member
    on_team = bool(seated.acted_for(goal, member))
    found = [one for one in model.of_goal(session, goal) if on_team or one.state in PUBLIC]
    groups: list[list[Part]] = [cards.whole(session, one, member, words) for one in reversed(found)]
    if not groups:
        return forms.say(request, "commitment-none")
    return Private(Message(tuple(fitting(groups, (), Note(words("more-than-fits"))))))
