"""Seats outlive people: who held them when, what happens when they change hands, and what their roles let their holders
do. Who acts for one now is `Seat.acting`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import timetable
from bot.people import model
from bot.people.model import Role, Seat
from bot.storage.tables import Table

# Names under which the timetable tells who acts now, warns of a term's end, and ends an absence.
CHANGED, TERM, BACK = "seat.changed", "seat.term", "seat.back"
WARNING = timedelta(days=30)  # before a term ends


class Tenure(Table):
    """Somebody held a seat, from then until then."""

    __tablename__ = "tenures"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    since: Mapped[datetime]
    until: Mapped[datetime | None]  # None: they hold it now
    by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # by whose word, in chat; None: the files'


@dataclass(frozen=True)
class SeatChange:
    """Somebody else acts for it, or it sits on a committee no more."""

    seat: Seat
    before: model.Member | None
    after: model.Member | None


# Changing hands --------------------------------------------------------------------------------------------------


def hand_over(
    session: Session, seat: Seat, member: model.Member | None, now: datetime, by: model.Member | None = None
) -> None:
    """From now on this member holds it, or nobody. `by` says so in chat; None: the files do."""
    held = update(Tenure).where(Tenure.seat_id == seat.id, Tenure.until.is_(None))
    session.execute(held.values(until=now))
    seat.holder, seat.away_until = member, None
    if member is not None:
        session.add(Tenure(seat_id=seat.id, member_id=member.id, since=now, by_id=by.id if by else None))
    session.flush()
    timetable.forget(session, BACK, seat.id)
    plan_warning(session, seat, now)
    if seat.acting_id != seat.told_id:
        tell(session, seat, now)


def go_away(session: Session, seat: Seat, until: datetime, now: datetime) -> None:
    """Its deputy acts until then."""
    seat.away_until = until
    timetable.forget(session, BACK, seat.id)
    timetable.set_due(session, BACK, seat.id, until)
    tell(session, seat, now)


def come_back(session: Session, seat: Seat, now: datetime) -> None:
    seat.away_until = None
    timetable.forget(session, BACK, seat.id)
    tell(session, seat, now)


def tell(session: Session, seat: Seat, now: datetime) -> None:
    """Features are to hear who acts for it now, or that it sits on a committee no more."""
    timetable.forget(session, CHANGED, seat.id)
    timetable.set_due(session, CHANGED, seat.id, now)


def plan_warning(session: Session, seat: Seat, now: datetime) -> None:
    timetable.forget(session, TERM, seat.id)
    end = term_end(seat)
    if end is not None and now < end and seat.holder_id is not None:
        timetable.set_due(session, TERM, seat.id, max(now, end - WARNING))


def term_end(seat: Seat) -> datetime | None:
    """When its last day is over, where the district is."""
    if seat.term_until is None:
        return None
    return datetime.combine(seat.term_until + timedelta(days=1), time(), ZoneInfo(seat.district.zone))


def holder_at(session: Session, seat: Seat, moment: datetime) -> model.Member | None:
    """None: it was vacant, or nobody wrote that down yet."""
    held = select(model.Member).join(Tenure, Tenure.member_id == model.Member.id)
    then = held.where(Tenure.since <= moment, or_(Tenure.until.is_(None), moment < Tenure.until))
    return session.scalars(then.where(Tenure.seat_id == seat.id).order_by(Tenure.id.desc())).first()


# What a role lets somebody do ------------------------------------------------------------------------------------


class Capability(StrEnum):
    SORT_CONCERNS = "sort concerns"  # of its own group, and read them first
    OPEN_ROUND = "open a round"  # among its own group, and pause it
    CONSENT = "consent"  # to a goal, for its group
    APPOINT = "appoint"  # its group's people
    HOLD_DATA = "hold data"  # and be asked for it
    KEEP_CONTRACT = "keep the contract"  # and be asked what fits it
    CHAIR = "chair"  # the committees on which it sits
    APPROVE = "approve"  # what another of its group tells many
    BROADCAST = "broadcast"
    URGENT = "urgent"  # a second message in a day
    MODERATE = "moderate"  # its own group's members
    LISTEN = "listen"  # open a listening session, for its board


_LEADS = {
    *(Capability.SORT_CONCERNS, Capability.OPEN_ROUND, Capability.CONSENT, Capability.APPOINT),
    *(Capability.APPROVE, Capability.BROADCAST, Capability.MODERATE),
}
DEFAULTS: Mapping[Role, frozenset[Capability]] = {
    Role.BUILDING_REP: frozenset({Capability.SORT_CONCERNS, Capability.CONSENT}),
    Role.PRINCIPAL: frozenset({Capability.HOLD_DATA, Capability.CONSENT}),
    Role.PTA_LIAISON: frozenset(_LEADS),
    Role.ASSOCIATION_PRESIDENT: frozenset({*_LEADS, Capability.KEEP_CONTRACT, Capability.URGENT}),
    Role.SUPERINTENDENT: frozenset({*_LEADS, Capability.HOLD_DATA, Capability.URGENT}),
    Role.BOARD_LIAISON: frozenset({Capability.CONSENT, Capability.APPOINT, Capability.LISTEN}),
    Role.COMMUNITY_LIAISON: frozenset({Capability.CONSENT, Capability.APPOINT}),
    Role.CHAIR: frozenset({Capability.CHAIR}),
    Role.MEMBER: frozenset(),
}


def capabilities(district: model.District, role: Role) -> frozenset[Capability]:
    """Those that the district's files give to the role, or else those that it has everywhere."""
    given = (district.capabilities or {}).get(role.value)
    return DEFAULTS[role] if given is None else frozenset(map(Capability, given))


def can(session: Session, member: model.Member, capability: Capability) -> bool:
    """By any of the seats for which they act now."""
    theirs = model.seats_of(session, member)
    return any(capability in capabilities(member.district, seat.role) for seat in theirs)


def able(session: Session, member: model.Member, capability: Capability) -> list[Seat]:
    """Those for which they act now and whose role has it."""
    return those_with(member.district, model.seats_of(session, member), capability)


def those_with(district: model.District, some: Iterable[Seat], capability: Capability) -> list[Seat]:
    return [seat for seat in some if capability in capabilities(district, seat.role)]


def acting_with(
    session: Session, group: model.Group, district: model.District, capability: Capability
) -> Sequence[Seat]:
    """Seats of this group whose role has it and for which somebody acts."""
    theirs = (Seat.group_id == group.id, Seat.role.in_(roles_with(district, capability)), Seat.acting_id.is_not(None))
    return session.scalars(select(Seat).where(*theirs).order_by(Seat.id)).all()


def roles_with(district: model.District, capability: Capability) -> list[Role]:
    return [role for role in Role if capability in capabilities(district, role)]
