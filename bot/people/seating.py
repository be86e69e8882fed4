"""What a district's files say about its seats, brought into the database by the steps of a load."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot import timetable
from bot.people import belongings, committees, entries, model, seats, topics
from bot.people.committees import CommitteeSeat
from bot.people.links import Link
from bot.people.model import Owner, Seat
from bot.people.upserts import ids, pair
from bot.storage import context

Who = InstrumentedAttribute[int | None]


def load(session: Session, district: model.District, rows: Sequence[entries.Seat], now: datetime) -> None:
    groups, buildings, known = (
        ids(session, table, district) for table in (model.Group, model.Building, model.Committee)
    )
    members = _members(session, district, {key for row in rows for key in (row.holder, row.deputy) if key})
    theirs = select(Seat).where(Seat.district_id == district.id, Seat.key.in_([row.key for row in rows]))
    found = {seat.key: seat for seat in session.scalars(theirs)}
    noted = belongings.rows_of(session, (Seat.holder_id, Seat.deputy_id))
    for row in rows:
        holder, deputy = (members[key] if key else None for key in (row.holder, row.deputy))
        seat = found.get(row.key) or Seat(district=district, key=row.key, told_id=holder.id if holder else None)
        seat.role, seat.group_id, seat.owner = row.role, groups[row.group], Owner.FILES
        seat.building_id = buildings[row.building] if row.building else None
        seat.committee_id = known[row.committee] if row.committee else None
        _seat(session, seat, holder, deputy, row, now)
        for column, key, member in ((Seat.holder_id, row.holder, holder), (Seat.deputy_id, row.deputy, deputy)):
            _note(session, seat, column, key, member, noted)


def _seat(
    session: Session,
    seat: Seat,
    holder: model.Member | None,
    deputy: model.Member | None,
    row: entries.Seat,
    now: datetime,
) -> None:
    term, acting = seat.term_until, seat.acting_id
    seat.term_until, seat.deputy = row.term_until, deputy
    session.add(seat)
    session.flush()
    if seat.holder_id != (holder.id if holder else None):
        return seats.hand_over(session, seat, holder, now)
    if seat.term_until != term:
        seats.plan_warning(session, seat, now)
    if seat.acting_id != acting:
        seats.tell(session, seat, now)
    return None


def _members(session: Session, district: model.District, keys: Collection[str]) -> dict[str, model.Member]:
    """By key; in place of an entry that became one with another, that other."""
    theirs = select(model.Member).where(model.Member.district_id == district.id, model.Member.key.in_(keys))
    found = {member.key: member for member in session.scalars(theirs)}
    linked = select(Link).where(Link.was_id.in_([member.id for member in found.values()]), ~Link.settled)
    return found | {link.was.key: link.member for link in session.scalars(linked) if link.was}


def _note(
    session: Session,
    seat: Seat,
    column: Who,
    key: str | None,
    member: model.Member | None,
    noted: Collection[tuple[str, int]],
) -> None:
    """The files name an entry that became one with another: the role is its own again if they part."""
    if (column.key, seat.id) in noted:
        belongings.drop(session.connection(), column, seat.id)
    if member is not None and member.key != key:
        named = select(model.Member).where(model.Member.district_id == seat.district_id, model.Member.key == key)
        belongings.keep(session, column, seat.id, session.scalars(named).one())


def give_back(session: Session, leaving: model.Member, returning: model.Member) -> None:
    """They are two again."""
    now = context.now(session)
    for seat in _taken_back(session, Seat.deputy_id, returning):
        if seat.deputy_id == leaving.id:
            acting = seat.acting_id
            seat.deputy = returning
            session.flush()
            if seat.acting_id != acting:
                seats.tell(session, seat, now)
    for seat in _taken_back(session, Seat.holder_id, returning):
        if seat.holder_id == leaving.id:
            seats.hand_over(session, seat, returning, now)


def _taken_back(session: Session, column: Who, member: model.Member) -> list[Seat]:
    return [session.get_one(Seat, id) for id in belongings.take_back(session, column, member)]


def set_ladders(session: Session, district: model.District, rows: Sequence[entries.Seat]) -> None:
    """Which seat is above which."""
    numbers = ids(session, Seat, district)
    theirs = select(Seat.key, Seat.above_id).where(Seat.district_id == district.id)
    above = dict(session.execute(theirs).all())
    wanted = {row.key: numbers[row.above] if row.above else None for row in rows}
    changed = [{"id": numbers[key], "above_id": id} for key, id in wanted.items() if above[key] != id]
    if changed:
        session.execute(update(Seat), changed)


def vacate(session: Session, district: model.District, keys: Collection[str], now: datetime) -> None:
    """Those that the files name no more."""
    theirs = select(Seat).where(Seat.district_id == district.id, Seat.key.in_(keys), Seat.owner == Owner.FILES)
    for seat in session.scalars(theirs.where(Seat.holder_id.is_not(None) | Seat.deputy_id.is_not(None))).all():
        seat.deputy = seat.term_until = None
        seats.hand_over(session, seat, None, now)


def load_committees(
    session: Session,
    district: model.District,
    rows: Sequence[entries.Seat],
    asked: Sequence[entries.Topic],
    now: datetime,
) -> None:
    """Who sits on which, and which answers what. One that all have left is closed: who hears of that knows by then who
    answers in its place."""
    topics.load(session, district, asked)
    known, numbers = ids(session, model.Committee, district), ids(session, Seat, district)
    wanted = {(known[key], numbers[row.key]) for row in rows for key in row.sits_on}
    seated = committees.seated(session, district.id)
    left = pair(session, CommitteeSeat, known.values(), wanted)
    for seat in session.scalars(select(Seat).where(Seat.id.in_(left))):
        seats.tell(session, seat, now)
    for closed in sorted(seated - committees.seated(session, district.id)):
        timetable.forget(session, committees.CLOSED, closed)
        timetable.set_due(session, committees.CLOSED, closed, now)
