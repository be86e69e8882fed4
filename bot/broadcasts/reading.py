"""Who says "I've read it": counts, and nobody's name. The total is told in steps and never falls. The
table by group and building is drawn once, a day after it began: the difference between two of them would tell who read
it in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, object_session

from bot.broadcasts.model import CARD, KEPT, TOLD, Broadcast, BroadcastRead
from bot.delivery import outbox
from bot.disclosure_control import FEWEST, exclusive, totals_may_be_shown
from bot.people import circles, links
from bot.people.circles import AudienceFilter
from bot.people.model import Building, Group, Member
from bot.storage import context
from bot.storage.database import insert

GROUPS, BUILDINGS, TOTAL = "groups", "buildings", "total"
DRAWN = timedelta(days=1)  # after it began


@dataclass(frozen=True)
class Line:
    """Of a table: those of some groups or buildings, "" being in none; of several they are counted as others."""

    by: str
    names: tuple[str, ...]
    read: int
    people: int


def is_counted(row: Broadcast) -> bool:
    """Whether to say so means anything, for as long as who did is kept."""
    session = object_session(row)
    is_over = row.status in TOLD and session is not None and context.now(session) >= row.at + KEPT
    return row.asks and not is_over


def say_read(session: Session, row: Broadcast, member: Member, now: datetime) -> bool:
    """False: they had said so before."""
    add = insert(session)(BroadcastRead).values(broadcast_id=row.id, member_id=member.id, at=now)
    return session.scalar(add.on_conflict_do_nothing().returning(BroadcastRead.member_id)) is not None


def has_read(session: Session, broadcast: int, member: Member) -> bool:
    theirs = {"broadcast": broadcast, "member": member.id}
    return session.connection().scalar(_HAS, theirs) is not None


_HAS = select(BroadcastRead.member_id).where(  # made once, for it is asked of each of many members
    BroadcastRead.broadcast_id == bindparam("broadcast"), BroadcastRead.member_id == bindparam("member")
)


def total(session: Session, row: Broadcast) -> int:
    """How many have, in steps; 0: fewer than can be told. It is told, and never falls from then on: as somebody leaves
    those who are counted, that would tell of them."""
    if row.split and TOTAL in row.split:
        return int(row.split[TOTAL])
    count = session.scalar(select(func.count()).select_from(_read(session, row).subquery())) or 0
    row.read_told = max(row.read_told, count // FEWEST * FEWEST if totals_may_be_shown(count) else 0)
    return row.read_told


def _read(session: Session, row: Broadcast) -> Select[int]:
    read = select(BroadcastRead.member_id).where(BroadcastRead.broadcast_id == row.id)
    return select(Member.id).where(Member.district_id == row.district.id, told(session, row), Member.id.in_(read))


def told(session: Session, row: Broadcast) -> ColumnElement[bool]:
    """What is true of those whom it is for, and of those who find it in its channels: a building's are for other groups
    than its sender's, too. Each person once."""
    each = ~links.is_anothers()
    if not row.places:
        return each & row.circle.members()
    placed = circles.reached(session, row.places, AudienceFilter()).subquery()
    return each & or_(row.circle.members(), Member.id.in_(select(placed.c.id)))


def table(session: Session, row: Broadcast, now: datetime) -> list[Line]:
    """Nothing before its time, or where there is only the total."""
    if row.split is None and now >= row.at + DRAWN:
        columns = {GROUPS: Member.group_id, BUILDINGS: Member.building_id}
        row.split = {by: [*_draw(session, row, column)] for by, column in columns.items()}
    return [
        Line(by, tuple(_names(session, by, ids)), read, people)
        for by in (GROUPS, BUILDINGS)
        for ids, read, people in (row.split or {}).get(by, ())
    ]


def forget(session: Session, now: datetime) -> bool:
    """Who has read one that nobody changes any more: the counts stay."""
    read = Broadcast.id.in_(select(BroadcastRead.broadcast_id))
    old = select(Broadcast).where(Broadcast.at < now - KEPT, read).order_by(Broadcast.id).limit(1)
    row = session.scalars(old.with_for_update(of=Broadcast)).unique().one_or_none()
    if row is None:
        return False
    table(session, row, now)
    row.split = {**(row.split or {}), TOTAL: total(session, row)}
    outbox.change(session, CARD, row.id)  # without the button
    session.execute(delete(BroadcastRead).where(BroadcastRead.broadcast_id == row.id))
    return True


def _draw(session: Session, row: Broadcast, column: InstrumentedAttribute[int | None]) -> Iterator[list[object]]:
    every = select(column.label("of"), Member.id.in_(_read(session, row)).label("read"))
    each = every.where(Member.district_id == row.district.id, told(session, row)).subquery()
    counts: dict[int | None, list[int]] = {}
    grouped = select(each.c["of"], each.c["read"], func.count()).group_by(each.c["of"], each.c["read"])
    for of, read, count in session.execute(grouped):
        counts.setdefault(of, [0, 0])[0 if read else 1] += count
    keys = sorted(counts, key=lambda key: (key is None, key))
    shown = exclusive([counts[key] for key in keys])
    for places, numbers, people in zip(shown.groups, shown.counts, shown.people, strict=True) if shown else ():
        yield [[keys[place] for place in places], numbers[0], people]


def _names(session: Session, by: str, ids: list[int | None]) -> Iterator[str]:
    for id in ids:
        if id is None:
            yield ""
        else:
            yield (session.get_one(Group, id) if by == GROUPS else session.get_one(Building, id)).name
