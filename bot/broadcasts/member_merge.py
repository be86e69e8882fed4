"""What becomes of broadcasts when two members turn out to be one person."""

from __future__ import annotations

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from bot import timetable
from bot.broadcasts import lifecycle
from bot.broadcasts.model import (
    PROGRESS,
    Broadcast,
    BroadcastApproval,
    BroadcastDirect,
    BroadcastRead,
    BroadcastReply,
    BroadcastText,
    Status,
    to_change,
)
from bot.delivery import outbox
from bot.people.model import Member
from bot.storage import context


def merge(session: Session, leaving: Member, staying: Member) -> None:
    """They have read what one of them has. What one sent and the other approved before anybody was told of it waits for
    somebody else's approval: nobody approves their own."""
    columns = (
        (Broadcast.sender_id, Broadcast),
        (Broadcast.translator_id, Broadcast),
        (BroadcastText.member_id, BroadcastText),
        (BroadcastApproval.member_id, BroadcastApproval),
        (BroadcastReply.member_id, BroadcastReply),
    )
    for column, table in columns:
        session.execute(update(table).where(column == leaving.id).values({column.key: staying.id}))
    _merge_reads(session, leaving, staying)
    _merge_directs(session, leaving, staying)
    _approve_anew(session, staying)


def _merge_reads(session: Session, leaving: Member, staying: Member) -> None:
    both = select(BroadcastRead.broadcast_id).where(BroadcastRead.member_id == staying.id)
    theirs = BroadcastRead.member_id == leaving.id
    session.execute(delete(BroadcastRead).where(theirs, BroadcastRead.broadcast_id.in_(both)))
    session.execute(update(BroadcastRead).where(theirs).values(member_id=staying.id))


def _merge_directs(session: Session, leaving: Member, staying: Member) -> None:
    """Where both had one, it stands in two places, and each is still changed there."""
    mine = select(BroadcastDirect).where(BroadcastDirect.member_id == staying.id).subquery()
    same = select(mine.c.id).where(
        or_(mine.c.day == BroadcastDirect.day, mine.c.broadcast_id == BroadcastDirect.broadcast_id)
    )
    theirs = update(BroadcastDirect).where(BroadcastDirect.member_id == leaving.id, ~same.exists())
    session.execute(theirs.values(member_id=staying.id).execution_options(synchronize_session=False))


def _approve_anew(session: Session, member: Member) -> None:
    own = select(Broadcast.id).join(BroadcastApproval).where(BroadcastApproval.member_id == member.id)
    own = own.where(Broadcast.sender_id == member.id, Broadcast.status.in_((Status.WAITING, Status.PLANNED)))
    for id in session.scalars(own.distinct().order_by(Broadcast.id)).all():
        row = to_change(session, id)
        if row is not None and row.status in (Status.WAITING, Status.PLANNED):
            timetable.forget(session, lifecycle.BEGIN, row.id)
            lifecycle.hand_in(session, row, [one.group for one in row.approvals], context.now(session))
            outbox.change(session, PROGRESS, row.id)
