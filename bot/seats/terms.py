"""A term that ends: its holder hears of it in time, and the person above them, who can see to it that somebody
follows. The holder acts on until then."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Part, Text
from bot.people import committees, seats
from bot.people import model as people
from bot.people.cards import seat_title
from bot.storage import context
from bot.texts import Words

HOLDER, ABOVE = "seat-term", "seat-term-above"  # of the notices


def warn(session: Session, subject: int, _at: datetime) -> None:
    now, seat = context.now(session), session.get(people.Seat, subject)
    end = seats.term_end(seat) if seat else None
    if seat is None or seat.holder is None or end is None or end <= now:
        return
    notices.tell(session, seat.holder.id, HOLDER, seat.id, now, end)
    if (above := _above(session, seat)) is not None:
        notices.tell(session, above.id, ABOVE, seat.id, now, end)


def _above(session: Session, seat: people.Seat) -> people.Member | None:
    """Who acts for the next seat up; where there is none, for that of its group as a whole."""
    if seat.above_id is not None:
        return committees.above(seat)
    whole = (people.Seat.building_id.is_(None), people.Seat.committee_id.is_(None), people.Seat.id != seat.id)
    theirs = select(people.Seat).where(people.Seat.group_id == seat.group_id, *whole).order_by(people.Seat.id)
    leads = (found.acting for found in session.scalars(theirs) if found.acting_id not in (None, seat.holder_id))
    return next(leads, None)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    seat = session.get(people.Seat, subject)
    return seat is not None and seat.holder_id == member.id and seat.term_until is not None


def stands_above(session: Session, member: people.Member, subject: int) -> bool:
    seat = session.get(people.Seat, subject)
    return seat is not None and bool(seat.holder_id and seat.term_until) and _above(session, seat) is member


def show(session: Session, subject: int, words: Words) -> list[Part]:
    seat = session.get_one(people.Seat, subject)
    return [Text(words("seat-term", seat=seat_title(seat, words), when=_last_day(seat, words)))]


def show_above(session: Session, subject: int, words: Words) -> list[Part]:
    seat = session.get_one(people.Seat, subject)
    name, title = seat.holder.name if seat.holder else words("nobody-yet"), seat_title(seat, words)
    return [Text(words("seat-term-above", seat=title, name=name, when=_last_day(seat, words)))]


def _last_day(seat: people.Seat, words: Words) -> str:
    end = seats.term_end(seat)
    return words.day(end - timedelta(minutes=1), seat.district.zone) if end else ""
