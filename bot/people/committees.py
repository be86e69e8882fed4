"""Who is on a committee, and where it works."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, ForeignKey, Select, and_, or_, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from bot.people import model, seats
from bot.people.model import Committee, Seat
from bot.people.places import Place, PlaceGroup
from bot.people.seats import Capability
from bot.storage.context import remembered
from bot.storage.tables import Table

CLOSED = "committee.closed"  # the name under which the timetable tells that no seats sit on it any more


class CommitteeHome(Table):
    """Where else a committee is at home, beside its first."""

    __tablename__ = "committee_homes"
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    owner: Mapped[model.Owner] = model.owned()


class CommitteeSeat(Table):
    """Which seats make up a committee: those for which `SITS` is true."""

    __tablename__ = "committee_seats"
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True)
    owner: Mapped[model.Owner] = model.owned()


def _sits() -> ColumnElement[bool]:
    """Not the seat of a group for which one of the committee's homes is not meant: its holder would read what is said
    there. A community's place and a closed one name no group, and so keep nobody away."""
    first = select(Committee.home_id).where(Committee.id == CommitteeSeat.committee_id).correlate(CommitteeSeat)
    also = select(CommitteeHome.place_id).where(CommitteeHome.committee_id == CommitteeSeat.committee_id)
    at_home = or_(PlaceGroup.place_id.in_(first), PlaceGroup.place_id.in_(also.correlate(CommitteeSeat)))
    own = aliased(PlaceGroup)
    meant = select(own.place_id).where(own.place_id == PlaceGroup.place_id, own.group_id == Seat.group_id)
    kept_away = select(PlaceGroup.place_id).where(at_home, ~meant.correlate(PlaceGroup, Seat).exists())
    return and_(CommitteeSeat.seat_id == Seat.id, ~kept_away.correlate(CommitteeSeat, Seat).exists())


SITS = _sits()  # how seats are joined to their committees


@remembered
def of(session: Session, member: model.Member) -> tuple[int, ...]:
    """The numbers of the committees on which this member acts for a seat."""
    sits = select(CommitteeSeat.committee_id).join(Seat, SITS)
    return tuple(session.scalars(sits.where(model.acted_for_by(member)).distinct()))


def acting(session: Session, committee: Committee, group_id: int) -> Sequence[model.Member]:
    """Those of this group who act for a seat of it and can be reached here."""
    sits = select(Seat.acting_id).join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id == committee.id)
    here = select(model.Account.member_id)
    found = select(model.Member).where(model.Member.is_of(group_id), model.Member.id.in_(sits))
    return session.scalars(found.where(model.Member.id.in_(here)).order_by(model.Member.id)).all()


def has(session: Session, committee: Committee, member: model.Member) -> bool:
    """A seat of it is theirs, though another may act for it while they are away."""
    sits = select(CommitteeSeat.seat_id).join(Seat, SITS).where(CommitteeSeat.committee_id == committee.id)
    theirs = sits.where(or_(Seat.holder_id == member.id, Seat.deputy_id == member.id))
    return session.scalar(theirs.limit(1)) is not None


def without_files(session: Session, places: Sequence[int]) -> set[int]:
    """Those of the places in which a committee is at home whose files stay where they were sent."""
    also = select(CommitteeHome.place_id).join(Committee, Committee.id == CommitteeHome.committee_id)
    first = select(Committee.home_id).where(Committee.home_id.in_(places), ~Committee.files)
    also = also.where(CommitteeHome.place_id.in_(places), ~Committee.files)
    return {one for homes in (first, also) for one in session.scalars(homes) if one is not None}


def deserted(district_id: int) -> Select[int]:
    """The numbers of those on which nobody acts for any seat."""
    at_work = select(CommitteeSeat.committee_id).join(Seat, SITS).where(Seat.acting_id.is_not(None))
    return select(Committee.id).where(Committee.district_id == district_id, Committee.id.not_in(at_work))


def seated(session: Session, district_id: int) -> set[int]:
    """The numbers of those on which seats sit, vacant or not."""
    sits = select(CommitteeSeat.committee_id).join(Committee, Committee.id == CommitteeSeat.committee_id)
    return set(session.scalars(sits.where(Committee.district_id == district_id).distinct()))


def is_closed(session: Session, committee: Committee) -> bool:
    """No seats sit on it: whether the files still name it or not, nobody will ever act for it."""
    sits = select(CommitteeSeat.seat_id).where(CommitteeSeat.committee_id == committee.id)
    return session.scalar(sits.limit(1)) is None


def home(session: Session, committee: Committee) -> Place | None:
    return session.get(Place, committee.home_id) if committee.home_id else None


def chair(session: Session, committee: Committee) -> model.Member | None:
    """The person who leads it, if they can be reached here at all."""
    theirs = select(Seat).join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id == committee.id)
    leading = theirs.where(Seat.role.in_(_leads(session, committee)))
    here = Seat.acting_id.in_(select(model.Account.member_id))
    seat = session.scalars(leading.where(here).order_by(Seat.id)).first()
    return seat.acting if seat else None


def groups(session: Session, committee: Committee) -> Sequence[model.Group]:
    """Those that have its seats."""
    theirs = select(Seat.group_id).join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id == committee.id)
    return session.scalars(select(model.Group).where(model.Group.id.in_(theirs)).order_by(model.Group.id)).all()


def _leads(session: Session, committee: Committee) -> list[model.Role]:
    return seats.roles_with(session.get_one(model.District, committee.district_id), Capability.CHAIR)


def lead(session: Session, committee: Committee) -> Seat | None:
    """The seat that leads it, vacant or not; where it has none, the first of its seats that somebody acts for."""
    theirs = select(Seat).join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id == committee.id)
    found = session.scalars(theirs.order_by(Seat.id)).all()
    leads = _leads(session, committee)
    chairs = [seat for seat in found if seat.role in leads]
    return next(iter((*chairs, *(seat for seat in found if seat.acting_id), *found)), None)


def above(seat: Seat | None) -> model.Member | None:
    """Who is told of what waits too long with a seat: those who act for the next seat up, or for the one
    above that, of the same group."""
    step, seen = seat.above if seat else None, set[int]()
    while step is not None and seat is not None and step.id not in seen:
        if step.acting is not None and step.group_id == seat.group_id and step.acting_id != seat.acting_id:
            return step.acting
        seen.add(step.id)
        step = step.above
    return None


def homes(session: Session, committee: Committee) -> list[Place]:
    """All of them, the first one first."""
    first = home(session, committee)
    also = select(Place).join(CommitteeHome, CommitteeHome.place_id == Place.id)
    others = session.scalars(also.where(CommitteeHome.committee_id == committee.id).order_by(Place.id))
    return [*([first] if first else []), *others]
