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


def lead(session: Session, committee: model.Committee) -> model.Seat | None:
    """The seat that leads it, held or not; where it has none, the first of its seats that somebody holds."""
    seats = select(model.Seat).join(model.CommitteeSeat, model.CommitteeSeat.seat_id == model.Seat.id)
    found = session.scalars(seats.where(model.CommitteeSeat.committee_id == committee.id).order_by(model.Seat.id)).all()
    chairs = [seat for seat in found if seat.role is model.Role.CHAIR]
    return next(iter((*chairs, *(seat for seat in found if seat.holder_id), *found)), None)


def above(seat: model.Seat | None) -> model.Member | None:
    """Who is told of what waits too long with a seat: the holder of the next seat up, or of the one above that."""
    step, seen = seat.above if seat else None, set[int]()
    while step is not None and step.id not in seen:
        if step.holder is not None and seat is not None and step.holder_id != seat.holder_id:
            return step.holder
        seen.add(step.id)
        step = step.above
    return None


def homes(session: Session, committee: model.Committee) -> list[model.Place]:
    """All of them, the first one first."""
    first = home(session, committee)
    also = select(model.Place).join(model.CommitteeHome, model.CommitteeHome.place_id == model.Place.id)
    others = session.scalars(also.where(model.CommitteeHome.committee_id == committee.id).order_by(model.Place.id))
    return [*([first] if first else []), *others]
