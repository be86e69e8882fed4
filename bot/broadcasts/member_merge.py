"""What becomes of broadcasts when two members turn out to be one person."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot import timetable
from bot.broadcasts import lifecycle
from bot.broadcasts.model import (
    PROGRESS,
    Broadcast,
    BroadcastApproval,
    BroadcastRead,
    Status,
    to_change,
)
from bot.delivery import outbox
from bot.people.model import Member
from bot.storage import context


def merge(session: Session, leaving: Member, staying: Member) -> None:
    """They have read what one of them has. What one sent and the other approved before anybody was told of it waits for
    somebody else's approval: nobody approves their own."""
    session.execute(delete(BroadcastRead).where(BroadcastRead.member_id == leaving.id))  # of what both have read
    _approve_anew(session, staying)


def _approve_anew(session: Session, member: Member) -> None:
    own = select(Broadcast.id).join(BroadcastApproval).where(BroadcastApproval.member_id == member.id)
    own = own.where(Broadcast.sender_id == member.id, Broadcast.status.in_((Status.WAITING, Status.PLANNED)))
    for id in session.scalars(own.distinct().order_by(Broadcast.id)).all():
        row = to_change(session, id)
        if row is not None and row.status in (Status.WAITING, Status.PLANNED):
            timetable.forget(session, lifecycle.BEGIN, row.id)
            lifecycle.hand_in(session, row, [one.group for one in row.approvals], context.now(session))
            outbox.change(session, PROGRESS, row.id)
