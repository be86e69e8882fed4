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


def chair(session: Session, committee: model.Committee) -> model.Member | None:
    """Whoever leads it, if they can be reached here at all."""
    seats = select(model.Seat).join(model.CommitteeSeat, model.CommitteeSeat.seat_id == model.Seat.id)
    leading = seats.where(model.CommitteeSeat.committee_id == committee.id, model.Seat.role == model.Role.CHAIR)
    here = model.Seat.holder_id.in_(select(model.Account.member_id))
    seat = session.scalars(leading.where(here).order_by(model.Seat.id)).first()
    return seat.holder if seat else None
