"""What somebody who approved a broadcast did with it, which its author is told: for which group, and why."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Enum, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import notices
from bot.boundary import Button, Buttons, Part, Quote, Text
from bot.broadcasts import cards
from bot.broadcasts.model import KEPT, PROGRESS, TOLD, Broadcast, Status
from bot.delivery import outbox
from bot.feature import NoticeKind
from bot.people import model as people
from bot.request import Request
from bot.storage.tables import Table
from bot.texts import Words

NOTICE = "broadcast.intervention"


class Deed(StrEnum):
    WITHDRAWN = "withdrawn"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"
    CORRECTED = "corrected"
    NOT_CORRECTED = "not corrected"  # it was not approved
    RETRACTED = "retracted"
    TAKEN_OFF = "taken off"  # for their own group


SAID = {
    Deed.WITHDRAWN: "broadcast-was-withdrawn",
    Deed.PAUSED: "broadcast-was-paused",
    Deed.RESUMED: "broadcast-was-resumed",
    Deed.STOPPED: "broadcast-was-stopped",
    Deed.CORRECTED: "broadcast-was-corrected",
    Deed.NOT_CORRECTED: "broadcast-was-not-corrected",
    Deed.RETRACTED: "broadcast-was-retracted",
    Deed.TAKEN_OFF: "broadcast-was-taken-off",
}
WHILE_VACANT = {Deed.STOPPED: "broadcast-was-stopped-vacant", Deed.RETRACTED: "broadcast-was-retracted-vacant"}


class BroadcastIntervention(Table):
    __tablename__ = "broadcast_interventions"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))  # for which it was done
    deed: Mapped[Deed] = mapped_column(
        Enum(Deed, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    broadcast: Mapped[Broadcast] = relationship(lazy="joined", innerjoin=True)
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)


def note(request: Request, row: Broadcast, deed: Deed, reason: str = "") -> None:
    """Its author is told, unless they did it."""
    add(request.session, row, deed, request.member, request.now, reason)


def add(session: Session, row: Broadcast, deed: Deed, member: people.Member, now: datetime, reason: str = "") -> None:
    if row.is_by(member):
        return
    one = BroadcastIntervention(broadcast=row, group_id=member.group_id, deed=deed, reason=reason, at=now)
    session.add(one)
    session.flush()
    outbox.change(session, PROGRESS, row.id)
    if row.author is not None:
        notices.tell(session, row.author.id, NOTICE, one.id, now, now + KEPT)


def concerns(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(BroadcastIntervention, subject)
    return one is not None and one.broadcast.is_by(member)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    one = session.get_one(BroadcastIntervention, subject)
    see = Button(words("broadcast-report"), "broadcast.report", str(one.broadcast_id))
    buttons = [Buttons((see,))] if one.broadcast.status in (*TOLD, Status.RETRACTED) else []
    return [*_told(one, words), *buttons]


def latest(session: Session, row: Broadcast, words: Words) -> list[Part]:
    """To its author: what was done last."""
    done = select(BroadcastIntervention).where(BroadcastIntervention.broadcast_id == row.id)
    one = session.scalar(done.order_by(BroadcastIntervention.id.desc()).limit(1))
    return _told(one, words) if one is not None else []


def _told(one: BroadcastIntervention, words: Words) -> list[Part]:
    row, said = one.broadcast, SAID[one.deed]
    approved = {approval.group_id for approval in row.approvals if approval.member_id is not None}
    if one.group_id == row.seat.group_id and one.group_id not in approved:
        said = WHILE_VACANT.get(one.deed, said)
    told = Text(words(said, title=cards.name_of(row, words), group=one.group.name))
    return [told, *([Quote(one.reason)] if one.reason else [])]


KINDS = {NOTICE: NoticeKind("", concerns, show, at_home=True)}
