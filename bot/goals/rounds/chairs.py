"""Two co-chairs of two groups: each group's leader names a role of its own group, whose holder says yes or no; those
who say yes first are the two. Both say who decides about each title, write the goal and lead it. Until there are two,
the leaders of the groups do."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms, notices, picks
from bot.boundary import Answer, Button, Buttons, Choice, Form, Part, Suggestions, Text
from bot.goals.rounds import overview
from bot.goals.rounds.model import CHAIRS, Round, current
from bot.goals.rounds.model import Part as Portion
from bot.people import model as people
from bot.people import school_days
from bot.people.cards import acting_name, seat_title
from bot.people.model import Seat
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

FORM, SEAT, NOTICE = "round.chair", "seat", "chair-asked"
DAYS = 10  # school days in which somebody can be told that they are named


def are_two(there: Round) -> bool:
    return sum(part.chairs for part in there.under_way) >= CHAIRS


def is_led_by(there: Round, member: people.Member) -> bool:
    return any(seat.acting_id == member.id for seat in there.leading)


# Naming ----------------------------------------------------------------------------------------------------------


def _mine(request: Request, there: Round) -> Portion:
    seat = overview.leads(request)
    part = there.part_of(seat.group_id) if seat else None
    if part is None:
        raise Refusal.saying(request.words("gone"))
    return part


def _to_name(request: Request, there: Round) -> Portion:
    """Theirs. Raises Refusal once two of other groups have said yes: who was only asked, nobody else learns, nor by
    that of a "no"."""
    part = _mine(request, there)
    _refuse_a_third(request, there, part)
    return part


def _refuse_a_third(request: Request, there: Round, part: Portion) -> None:
    if there.has_two_besides(part):
        raise Refusal.saying(request.words("chair-two"))


def _offered(session: Session, part: Portion, words: Words) -> list[Choice]:
    """Roles of its own group that somebody holds."""
    own = select(Seat).where(Seat.group_id == part.group_id, Seat.acting_id.is_not(None)).order_by(Seat.id)
    theirs = session.scalars(own).unique()
    return [Choice(str(one.id), f"{acting_name(one, words)} ({seat_title(one, words)})") for one in theirs]


def ask(request: Request, there: Round) -> Answer:
    words, part = request.words, _to_name(request, there)
    offered = _offered(request.session, part, words)
    field = picks.field(SEAT, words("chair-label"), offered, FORM, words("pick-hint"))
    title, submit = words("chair-title"), words("chair-submit")
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), (field,), str(there.id)))


def suggest(request: Request, there: Round) -> Suggestions:
    return forms.suggested(request, _offered(request.session, _to_name(request, there), request.words))


def name(request: Request, there: Round) -> Answer:
    """One's own role says yes with that."""
    session, part = request.session, _to_name(request, there)
    chosen = forms.picked(request, FORM, SEAT, _offered(session, part, request.words), "gone")
    if not isinstance(chosen, Choice):
        return chosen
    part.chair, part.chairs = session.get_one(Seat, int(chosen.value)), False
    part.chairs = part.chair.acting_id == request.member.id
    session.flush()
    if not part.chairs:
        tell(session, part)
    return overview.show(request, None)


def take_back(request: Request, there: Round) -> Answer:
    part = _mine(request, there)
    part.chair, part.chairs = None, False
    return overview.show(request, None)


def tell(session: Session, part: Portion) -> None:
    now = context.now(session)
    if part.chair is not None and part.chair.acting_id is not None:
        until = school_days.due(session, part.chair.district, now, DAYS)
        notices.tell(session, part.chair.acting_id, NOTICE, part.chair.id, now, until)


def seat_changed(session: Session, change: SeatChange) -> None:
    """The one who acts for it now is asked, too, even if the one before says yes at this moment."""
    those = select(Portion.round_id).where(Portion.chair_id == change.seat.id).order_by(Portion.round_id)
    for there in [locked(session, Round, id) for id in session.scalars(those).all()]:
        for part in there.parts if there is not None else ():
            if part.chair_id == change.seat.id:
                part.chairs = False
                tell(session, part)


# Saying yes ------------------------------------------------------------------------------------------------------


def named(there: Round | None, member: people.Member) -> Portion | None:
    """The part for which they are named."""
    parts = there.parts if there is not None else []
    return next((one for one in parts if one.chair is not None and one.chair.acting_id == member.id), None)


def be_named(request: Request, there: Round) -> None:
    if named(there, request.member) is None:
        raise Refusal.saying(request.words("gone"))


def accept(request: Request, there: Round) -> Answer:
    part = named(there, request.member)
    assert part is not None
    _refuse_a_third(request, there, part)
    part.chairs = True
    return forms.say(request, "chair-accepted")


def decline(request: Request, there: Round) -> Answer:
    """Or step back later, as others see then: no reason is asked."""
    part = named(there, request.member)
    assert part is not None
    said = "chair-stepped-back" if part.chairs else "chair-declined"
    part.chair, part.chairs = None, False
    return forms.say(request, said)


def asks(there: Round, part: Portion, words: Words) -> list[Part]:
    """With the name of the other one who has said yes."""
    others = [acting_name(one.chair, words) for one in there.parts if one.chair and one.chairs and one is not part]
    said = words("chair-asks", group=part.group.name, name=words.listed(others) if others else words("chair-another"))
    yes = Button(words("chair-yes"), "round.chair-yes", tone="main")
    return [Text(said), Buttons((yes, Button(words("chair-no"), "round.chair-no")))]


def waiting(request: Request) -> list[Part]:
    """On the home card; nothing, where nobody waits for their word."""
    there = current(request.session, request.district.id)
    part = named(there, request.member)
    if there is None or part is None or part.chairs or there.has_two_besides(part):
        return []
    return asks(there, part, request.words)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    part = _asked_of(session, subject)
    theirs = part is not None and part.chair is not None and part.chair.acting_id == member.id
    return part is not None and theirs and not part.round.has_two_besides(part)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    """To the one who acts for the role that is named."""
    part = _asked_of(session, subject)
    return asks(part.round, part, words) if part is not None else []


def _asked_of(session: Session, seat_id: int) -> Portion | None:
    """The part of the round under way that waits for their word."""
    seat = session.get(Seat, seat_id)
    there = current(session, seat.district_id) if seat is not None else None
    waits = [part for part in there.parts if part.chair_id == seat_id and not part.chairs] if there else []
    return next(iter(waits), None)
