"""Somebody is stuck, or needs help first: whom they could ask, and a question to them that is ready to send."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from bot import asks, forms, picks
from bot.actions import Action
from bot.boundary import Answer, Button, Buttons, Choice, Form, FormErrors, Message, Note, Private, Suggestions, Text
from bot.goals.cycles import cards, rules
from bot.goals.cycles.model import SOURCE
from bot.goals.team import seated
from bot.payloads import Kept, Payload, number
from bot.people import boards, seats
from bot.people.cards import acting_name, told_of
from bot.people.model import Seat
from bot.people.seats import Capability
from bot.request import Refusal, Request

FORM, WHOM = "step.ask-whom", "whom"
FEW = 3  # seats that are offered with a button


@dataclass(frozen=True)
class Asking(Payload):
    """A step, and the seat that is asked."""

    id: int
    seat: int


def offer(request: Request, step: Action) -> Answer:
    words, about = request.words, str(step.id)
    ask = [
        Button(words("step-ask-them", name=acting_name(seat, words)), "step.ask", str(Asking(step.id, seat.id)))
        for seat in _likely(request, step)
    ]
    buttons = [*ask, Button(words("step-ask-other"), FORM, about)]
    buttons.append(Button(words("step-line-add"), "step.line", about))
    buttons.append(Button(words("action-hand-back"), "action.hand-back", about))
    return Private(Message((Text(words("step-is-stuck")), Buttons(tuple(buttons)), Note(words("step-foot")))))


def _likely(request: Request, step: Action) -> list[Seat]:
    """The others of the team, and those whose role holds data."""
    goal, me = rules.cycle(request, step).goal, request.member.id
    roles = seats.roles_with(request.district, Capability.HOLD_DATA)
    data = select(Seat).where(Seat.district_id == request.district.id, Seat.role.in_(roles), Seat.building_id.is_(None))
    known = told_of(request.session.scalars(data.order_by(Seat.id)), request.words)
    every = {seat.id: seat for seat in (*seated.at_work(goal), *known)}
    return [seat for seat in every.values() if seat.acting_id not in (None, me)][:FEW]


def _anybody(request: Request) -> list[Choice]:
    found = boards.seats_asked(request.session, request.member)
    every = [Choice(str(seat.id), cards.named(seat, request.words)) for seat in found if not _own(request, seat)]
    return sorted(every, key=lambda choice: choice.label)


def _own(request: Request, seat: Seat) -> bool:
    return seat.acting_id == request.member.id


def ask_whom(request: Request, _step: Action) -> Answer:
    words, about = request.words, str(Kept(request.payload(Kept).id))
    field = picks.field(WHOM, words("step-form-whom"), _anybody(request), FORM, words("step-hint-whom"))
    form = Form(FORM, words("step-whom-title"), words("question-form-submit"), words("cancel"), (field,), about)
    return forms.reopened(request, form)


def suggest(request: Request, _step: Action) -> Suggestions:
    return forms.suggested(request, _anybody(request))


def chosen(request: Request, step: Action) -> Answer:
    found = forms.picked(request, FORM, WHOM, _anybody(request), "gone")
    if isinstance(found, FormErrors):
        return found
    return _drafted(request, step, number(found.value) or 0)


def ask(request: Request, step: Action) -> Answer:
    return _drafted(request, step, request.payload(Asking).seat)


def _drafted(request: Request, step: Action, id: int) -> Answer:
    """Words that others wrote go into it only for those who may read them."""
    cycle, seat, words = rules.cycle(request, step), request.session.get(Seat, id), request.words
    rules.refuse_unless_going(request, cycle)
    if seat is None or seat not in boards.seats_asked(request.session, request.member) or _own(request, seat):
        raise Refusal.saying(words("gone"))
    assert seat.acting
    text = words("step-draft")
    if cycle.goal.audience.admits(request.session, seat.acting):
        text = words("step-draft-quoting", step=step.text)
    return asks.drafted(request, step.seat, seat, text, (SOURCE, step.id))
