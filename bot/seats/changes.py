"""A seat changes hands, or all leave a committee: the features hear of it, and a deputy who acts for a seat now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Part, Text
from bot.feature import CommitteeClosed, Due
from bot.people import committees
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.seats import SeatChange
from bot.references import About, Withdraw
from bot.storage import context
from bot.texts import Words

SOMEWHERE = "seats.changed"  # as the timetable knew it before it knew which seat: its subject is a district
DEPUTY = "seat-deputy"  # of the notices
UNTIL = timedelta(days=7)  # in which the deputy can be told

Listener = Callable[[Session, SeatChange], None]


def tell(listeners: Sequence[Listener]) -> Due:
    def run(session: Session, subject: int, _at: datetime) -> None:
        seat = session.get(people.Seat, subject)
        if seat is not None:
            _tell(session, seat, listeners)

    return run


def tell_all(listeners: Sequence[Listener]) -> Due:
    def run(session: Session, subject: int, _at: datetime) -> None:
        theirs = select(people.Seat).where(people.Seat.district_id == subject).order_by(people.Seat.id)
        for seat in session.scalars(theirs).all():
            _tell(session, seat, listeners)

    return run


def tell_closed(listeners: Sequence[CommitteeClosed], withdrawals: Sequence[Withdraw]) -> Due:
    """Unless it has seats again."""

    def withdraw(session: Session, about: About, words: str) -> None:
        for each in withdrawals:
            each(session, about, words)

    def run(session: Session, subject: int, _at: datetime) -> None:
        committee = session.get(people.Committee, subject)
        if committee is not None and committees.is_closed(session, committee):
            for listener in listeners:
                listener(session, committee, withdraw)

    return run


def _tell(session: Session, seat: people.Seat, listeners: Sequence[Listener]) -> None:
    before = session.get(people.Member, seat.told_id) if seat.told_id else None
    seat.told_id = seat.acting_id
    session.flush()  # a listener may read the seat anew
    for listener in listeners:
        listener(session, SeatChange(seat, before, seat.acting))


def tell_deputy(session: Session, change: SeatChange) -> None:
    now, seat = context.now(session), change.seat
    if change.after is not None and change.after is not change.before and _steps_in(change.after, seat):
        notices.tell(session, change.after.id, DEPUTY, seat.id, now, now + UNTIL)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    seat = session.get(people.Seat, subject)
    return seat is not None and _steps_in(member, seat)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return [Text(said(session.get_one(people.Seat, subject), words))]


def said(seat: people.Seat, words: Words) -> str:
    """To its deputy who acts for it."""
    title = seat_title(seat, words)
    if seat.holder is None or seat.away_until is None:
        return words("seat-deputy-vacant", seat=title)
    when = words.day(seat.away_until, seat.district.zone)
    return words("seat-deputy-away", seat=title, name=seat.holder.name, when=when)


def _steps_in(member: people.Member, seat: people.Seat) -> bool:
    return seat.acting_id == member.id and seat.holder_id != member.id
