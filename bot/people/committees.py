"""Who is on a committee, and where it works."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.people import model, seats
from bot.people.seats import Capability


def of(session: Session, member: model.Member) -> list[int]:
    """The numbers of the committees on which this member acts for a seat."""
    sits = select(model.CommitteeSeat.committee_id).join(model.Seat, model.CommitteeSeat.seat_id == model.Seat.id)
    return list(session.scalars(sits.where(model.acted_for_by(member)).distinct()))


def home(session: Session, committee: model.Committee) -> model.Place | None:
    return session.get(model.Place, committee.home_id) if committee.home_id else None


def chair(session: Session, committee: model.Committee) -> model.Member | None:
    """Whoever leads it, if they can be reached here at all."""
    sits = select(model.Seat).join(model.CommitteeSeat, model.CommitteeSeat.seat_id == model.Seat.id)
    leading = sits.where(
        model.CommitteeSeat.committee_id == committee.id, model.Seat.role.in_(_leads(session, committee))
    )
    here = model.Seat.acting_id.in_(select(model.Account.member_id))
    seat = session.scalars(leading.where(here).order_by(model.Seat.id)).first()
    return seat.acting if seat else None


def _leads(session: Session, committee: model.Committee) -> list[model.Role]:
    return seats.roles_with(session.get_one(model.District, committee.district_id), Capability.CHAIR)


def lead(session: Session, committee: model.Committee) -> model.Seat | None:
    """The seat that leads it, vacant or not; where it has none, the first of its seats that somebody acts for."""
    sits = select(model.Seat).join(model.CommitteeSeat, model.CommitteeSeat.seat_id == model.Seat.id)
    found = session.scalars(sits.where(model.CommitteeSeat.committee_id == committee.id).order_by(model.Seat.id)).all()
    leads = _leads(session, committee)
    chairs = [seat for seat in found if seat.role in leads]
    return next(iter((*chairs, *(seat for seat in found if seat.acting_id), *found)), None)


def above(seat: model.Seat | None) -> model.Member | None:
    """Who is told of what waits too long with a seat: those who act for the next seat up, or for the one
    above that."""
    step, seen = seat.above if seat else None, set[int]()
    while step is not None and step.id not in seen:
        if step.acting is not None and seat is not None and step.acting_id != seat.acting_id:
            return step.acting
        seen.add(step.id)
        step = step.above
    return None


def homes(session: Session, committee: model.Committee) -> list[model.Place]:
    """All of them, the first one first."""
    first = home(session, committee)
    also = select(model.Place).join(model.CommitteeHome, model.CommitteeHome.place_id == model.Place.id)
    others = session.scalars(also.where(model.CommitteeHome.committee_id == committee.id).order_by(model.Place.id))
    return [*([first] if first else []), *others]
