"""Who is on a committee, and where it works."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.people import model


def of(session: Session, member: model.Member) -> list[int]:
    """The numbers of the committees on which this member holds a seat."""
    seats = select(model.CommitteeSeat.committee_id).join(model.Seat, model.CommitteeSeat.seat_id == model.Seat.id)
    return list(session.scalars(seats.where(model.Seat.holder_id == member.id).distinct()))


def home(session: Session, committee: model.Committee) -> model.Place | None:
    return session.get(model.Place, committee.home_id) if committee.home_id else None
