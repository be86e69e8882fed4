"""What is done for many members, a few at a time, so that nobody waits for it: they are told, one after the other by
number; those whose turn was put off are looked at again; every copy is drawn anew; those who have not read it are
reminded. A walk that a killed process leaves behind goes on where it was, for its row changes with what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot import notices, timetable
from bot.boundary import Account, Address
from bot.broadcasts import reading
from bot.broadcasts.model import (
    CARD,
    DIRECT,
    KEPT,
    PROGRESS,
    Broadcast,
    BroadcastDirect,
    BroadcastRead,
    BroadcastWalk,
    Status,
    to_change,
)
from bot.broadcasts.recipients import NOTICE
from bot.delivery import outbox
from bot.notices import Notice
from bot.people import hours, preferences, presence
from bot.people.model import Member
from bot.storage import context
from bot.storage.database import insert

WALK = "broadcast.walk"  # the name under which the timetable does the next step of one
TELL, BRING_UP, CHANGE, CHANGE_DIRECTS, REMIND = "tell", "bring up", "change", "change directs", "remind"
REMINDER = "broadcast.reminder"  # the name of a kind of notice
REMINDED = timedelta(days=3)  # for which a reminder is worth it
AT_ONCE = 25  # members in one step: it takes less than 50 ms
PAUSED = -1  # it goes on when somebody says so


def start(session: Session, row: Broadcast, kind: str, now: datetime) -> None:
    walk = BroadcastWalk(broadcast_id=row.id, kind=kind)
    session.add(walk)
    session.flush()
    timetable.set_due(session, WALK, walk.id, now)


def is_under_way(session: Session, row: Broadcast, kind: str) -> bool:
    those = (BroadcastWalk.broadcast_id == row.id, BroadcastWalk.kind == kind)
    return session.scalar(select(BroadcastWalk.id).where(*those).limit(1)) is not None


def go_on(session: Session, row: Broadcast, now: datetime) -> None:
    """With all that was paused."""
    for id in session.scalars(select(BroadcastWalk.id).where(BroadcastWalk.broadcast_id == row.id)).all():
        timetable.forget(session, WALK, id)
        timetable.set_due(session, WALK, id, now)


def end(session: Session, row: Broadcast) -> None:
    session.execute(delete(BroadcastWalk).where(BroadcastWalk.broadcast_id == row.id))


def step(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable. The broadcast is locked first, as everywhere."""
    found = session.get(BroadcastWalk, subject)
    row = to_change(session, found.broadcast_id) if found else None
    walk = session.get(BroadcastWalk, subject, populate_existing=True)
    if row is None or walk is None:
        return
    now = context.now(session)
    last = STEPS[walk.kind](session, row, walk.after, now)
    if last == PAUSED:
        return
    if last:
        walk.after = last
        timetable.set_due(session, WALK, walk.id, now)
    else:
        session.delete(walk)
    if walk.kind in (TELL, REMIND):
        outbox.change(session, PROGRESS, row.id)


def _tell(session: Session, row: Broadcast, after: int, now: datetime) -> int:
    """Those of the next whom no channel reaches and who have not been told."""
    if row.status is not Status.GOING:
        return PAUSED if row.status is Status.PAUSED else 0
    told = (Member.district_id == row.district.id, row.circle.members(), Member.id > after)
    some = session.scalars(select(Member).where(*told).order_by(Member.id).limit(AT_ONCE + 1)).all()
    turn = some[:AT_ONCE]
    done = _have_it(session, row, turn)
    left = [one for one in turn if one.id not in done]
    rest = [one.id for one in left if not (row.urgent and _tell_at_once(session, row, one, now))]
    notices.tell_all(session, rest, NOTICE, row.id, now, row.at + KEPT)
    return turn[-1].id if len(some) > len(turn) else 0


def _have_it(session: Session, row: Broadcast, members: Sequence[Member]) -> set[int]:
    some = [one.id for one in members]
    told = select(Notice.member_id).where(Notice.name == NOTICE, Notice.subject == row.id, Notice.member_id.in_(some))
    alone = select(BroadcastDirect.member_id).where(
        BroadcastDirect.broadcast_id == row.id, BroadcastDirect.member_id.in_(some)
    )
    return {*session.scalars(told), *session.scalars(alone), *presence.reached(session, members, row.places)}


def _tell_at_once(session: Session, row: Broadcast, member: Member, now: datetime) -> bool:
    """In a DM by itself: inside their hours, and once a day. Otherwise it comes in the day's message."""
    account, zone = notices.account_of(session, member), hours.zone_of(session, member)
    wanted = NOTICE not in preferences.of(session, member.id).muted
    if account is None or not wanted or not hours.urgent_hours_of(session, member).hold(now, zone):
        return False
    direct = {"broadcast_id": row.id, "member_id": member.id, "account": account, "day": hours.day(now, zone)}
    add = insert(session)(BroadcastDirect).values(direct).on_conflict_do_nothing()
    id = session.scalar(add.returning(BroadcastDirect.id))
    if id is None:
        return False
    outbox.say(session, Address.alone_with(Account.parse(account)), DIRECT, id, member.language)
    outbox.settle(session, DIRECT, id)
    return True


def _bring_up(session: Session, row: Broadcast, after: int, now: datetime) -> int:
    waits = (Notice.name == NOTICE, Notice.subject == row.id, Notice.roundup_id.is_(None))
    some = _next(session, Notice.member_id, after, *waits)
    notices.bring_up(session, now, *waits, Notice.member_id.in_(some[:AT_ONCE]))
    return _last(some)


def _change(session: Session, row: Broadcast, after: int, _now: datetime) -> int:
    """The lines that stand in messages of the day."""
    told = (Notice.name == NOTICE, Notice.subject == row.id, Notice.roundup_id.is_not(None))
    some = _next(session, Notice.member_id, after, *told)
    roundups = select(Notice.roundup_id).where(*told, Notice.member_id.in_(some[:AT_ONCE]))
    for roundup in session.scalars(roundups):
        outbox.settle(session, notices.CARD, roundup or 0)
    return _last(some)


def _change_directs(session: Session, row: Broadcast, after: int, _now: datetime) -> int:
    some = _next(session, BroadcastDirect.id, after, BroadcastDirect.broadcast_id == row.id)
    for id in some[:AT_ONCE]:
        outbox.settle(session, DIRECT, id)
    return _last(some)


def _remind(session: Session, row: Broadcast, after: int, now: datetime) -> int:
    """Those who are counted, but for its sender."""
    if row.status not in (Status.GOING, Status.OUT):
        return 0
    read = select(BroadcastRead.member_id).where(BroadcastRead.broadcast_id == row.id)
    asked = (Member.district_id == row.district.id, reading.told(session, row), Member.id != row.sender_id)
    some = select(Member.id).where(*asked, Member.id > after, Member.id.not_in(read), notices.can_be_told())
    return notices.tell_many(session, some, REMINDER, row.id, now, now + REMINDED)


def _next(session: Session, number: InstrumentedAttribute[int], after: int, *those: ColumnElement[bool]) -> list[int]:
    return list(session.scalars(select(number).where(*those, number > after).order_by(number).limit(AT_ONCE + 1)))


def _last(some: list[int]) -> int:
    return some[AT_ONCE - 1] if len(some) > AT_ONCE else 0


STEPS: dict[str, Callable[[Session, Broadcast, int, datetime], int]] = {
    TELL: _tell,
    BRING_UP: _bring_up,
    CHANGE: _change,
    CHANGE_DIRECTS: _change_directs,
    REMIND: _remind,
}


def change_copies(session: Session, row: Broadcast, now: datetime) -> None:
    """Every one that stands somewhere is drawn anew."""
    outbox.change(session, CARD, row.id)  # done since it began: what was replied below it is kept from then on
    for kind in (CHANGE, CHANGE_DIRECTS):
        start(session, row, kind, now)
