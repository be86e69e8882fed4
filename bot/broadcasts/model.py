"""Broadcasts and their rules: something that a seat tells many people, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, Session, lazyload, mapped_column, object_session, relationship

from bot.bridge.model import RelayedMessage
from bot.payloads import Payload
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.circles import AudienceFilter
from bot.people.places import Place
from bot.storage import context
from bot.storage.database import locked
from bot.storage.tables import Table
from bot.uploads import Stage, Upload

WRITE, WRITE_OWN = "broadcast.write", "broadcast.tell"  # forms; the drafts of both bear the first name
CARD, DIRECT, PROGRESS = "broadcast", "broadcast.direct", "broadcast.progress"  # names of cards
FILE = "broadcast.file"  # of a file in a channel, and what gives it to one reader
REPLY = "broadcast.reply"  # of an answer to what somebody replied, and its form
TITLE_MOST, TEXT_MOST, REASON_MOST = 120, 1800, 300  # characters: a preview has room for it on every platform
UNDO = timedelta(minutes=2)  # in which nobody has been told yet
KEPT = timedelta(days=30)  # after it began, while it can be corrected and taken back
HEARD = timedelta(weeks=4)  # after it began, while replies come to its seat: its cards can still be changed then
NEWS = timedelta(days=7)  # for which it waits on the home card of somebody who cannot be written to


class Status(StrEnum):
    WRITING = "writing"  # somebody writes it in another language
    WAITING = "waiting"  # for approval
    RETURNED = "returned"  # by somebody who was to approve it
    PLANNED = "planned"  # until `at`
    HELD = "held"  # before it went, its sender lost the role, or that what it takes
    GOING = "going"
    PAUSED = "paused"
    OUT = "out"
    STOPPED = "stopped"  # by somebody, before all had been told
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"  # before anybody was told


BEFORE = (Status.WRITING, Status.WAITING, Status.RETURNED, Status.PLANNED, Status.HELD)
UNDER_WAY = (Status.GOING, Status.PAUSED)
TOLD = (*UNDER_WAY, Status.OUT, Status.STOPPED)  # to some at least, and standing


@dataclass(frozen=True)
class Said:
    """What it says in one language. Only what somebody tells their own building has no title."""

    title: str
    text: str


class Broadcast(Table):
    __tablename__ = "broadcasts"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer one
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    sender_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    own: Mapped[bool]  # to the seat's own people, in its own channels
    language: Mapped[str]  # in which its sender wrote it
    whom: Mapped[str]  # an AudienceFilter: whom it tells
    audience: Mapped[Audience] = mapped_column(AudienceText)  # who may read it
    drafted_for: Mapped[Audience | None] = mapped_column(AudienceText)  # as in bot.broadcasts.writing
    urgent: Mapped[bool] = mapped_column(default=False, server_default=false())
    asks: Mapped[bool] = mapped_column(default=False, server_default=false())  # that people say they have read it
    replies: Mapped[bool] = mapped_column(default=False, server_default=false())  # in channels come to its seat
    status: Mapped[Status] = mapped_column(
        Enum(Status, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    version: Mapped[int] = mapped_column(default=1)  # another with each change (`bot.approvals`)
    wanted_at: Mapped[datetime | None]  # None: as soon as may be
    at: Mapped[datetime]  # when it begins, began, or was written
    corrected_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")  # why it was returned, or taken back
    split: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # see bot.broadcasts.reading
    read_told: Mapped[int] = mapped_column(default=0, server_default="0")  # the highest total that was told
    translator_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    sender: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True, foreign_keys=[sender_id])
    texts: Mapped[list[BroadcastText]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    corrections: Mapped[list[BroadcastCorrection]] = relationship(cascade="all, delete-orphan")
    addressed: Mapped[list[BroadcastPlace]] = relationship(cascade="all, delete-orphan")
    approvals: Mapped[list[BroadcastApproval]] = relationship(cascade="all, delete-orphan")
    files: Mapped[list[BroadcastFile]] = relationship(order_by=lambda: BroadcastFile.id, back_populates="broadcast")

    @property
    def proposer_id(self) -> int:
        return self.sender_id

    committee = None  # that would approve it (`bot.approvals.Proposal`)

    @property
    def circle(self) -> AudienceFilter:
        return AudienceFilter.parse(self.whom)

    @property
    def said(self) -> dict[str, Said]:
        """By language."""
        return {one.language: Said(one.title, one.text) for one in self.texts}

    @property
    def corrected(self) -> dict[str, Said]:
        """By language, what it is to say once that is approved; empty: nothing else than now."""
        return {one.language: Said(one.title, one.text) for one in self.corrections}

    @property
    def places(self) -> Sequence[Place]:
        """Where it is posted, without those where that failed."""
        return [one.place for one in self.addressed if not one.failed]

    @property
    def attached(self) -> Sequence[BroadcastFile]:
        """The files that go with it and are still to be had."""
        return [one for one in self.files if not one.taken_out and one.upload.stage is Stage.HERE]

    @property
    def district(self) -> people.District:
        return self.seat.district

    def put(self, language: str, said: Said, by: people.Member) -> None:
        """What it says in that language from now on."""
        found = next((one for one in self.texts if one.language == language), None)
        if found is None:
            found = BroadcastText(language=language)
            self.texts.append(found)
        found.title, found.text, found.member_id = said.title, said.text, by.id

    def is_by(self, member: people.Member) -> bool:
        """Its sender while the seat is theirs, or the person who acts for it now."""
        theirs = {self.seat.holder_id, self.seat.deputy_id} & {self.sender_id}
        return member.id in {*theirs, self.seat.acting_id}

    @property
    def author(self) -> people.Member | None:
        """Who goes on with it, where that is one person."""
        return self.sender if self.is_by(self.sender) else self.seat.acting

    def is_translated_by(self, member: people.Member) -> bool:
        """Who was asked for its other language, while they are of the sender's group, as all are whom one can ask, and
        may read what it tells of."""
        session, asked = object_session(self), member.id == self.translator_id
        if not asked or session is None or not member.is_of(self.sender.group_id):
            return False
        return self.drafted_for is None or self.drafted_for.admits(session, member)

    def admits(self, session: Session, member: people.Member) -> bool:
        """Whether this member may read it once it is out."""
        return self.audience.admits(session, member) and not self.circle.leaves_out(session, member)

    def can_be_changed(self, now: datetime) -> bool:
        return self.status in TOLD and now < self.at + KEPT


class BroadcastText(Table):
    __tablename__ = "broadcast_texts"
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    text: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))  # who wrote it last


class BroadcastCorrection(Table):
    """What it is to say instead, while that waits for approval."""

    __tablename__ = "broadcast_corrections"
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    text: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))  # who wrote it


class BroadcastPlace(Table):
    __tablename__ = "broadcast_places"
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    failed: Mapped[bool] = mapped_column(default=False, server_default=false())
    place: Mapped[Place] = relationship(lazy="joined", innerjoin=True)


class BroadcastFile(Table):
    """A file that goes with it, until it is taken out."""

    __tablename__ = "broadcast_files"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), index=True)
    upload_id: Mapped[int] = mapped_column(ForeignKey("uploads.id"), index=True)
    taken_out: Mapped[bool] = mapped_column(default=False, server_default=false())
    broadcast: Mapped[Broadcast] = relationship(back_populates="files")
    upload: Mapped[Upload] = relationship(lazy="joined", innerjoin=True)


class BroadcastApproval(Table):
    """Somebody of this group has to approve it, or has."""

    __tablename__ = "broadcast_approvals"
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    at: Mapped[datetime | None]
    again: Mapped[bool] = mapped_column(default=False, server_default=false())  # a correction waits for it
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)


class BroadcastRead(Table):
    """A member says that they have read it. Nobody is shown who."""

    __tablename__ = "broadcast_reads"
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    at: Mapped[datetime]


class BroadcastWalk(Table):
    """Something that is being done for many members, some at a time; see `bot.broadcasts.walks`."""

    __tablename__ = "broadcast_walks"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), index=True)
    kind: Mapped[str]
    after: Mapped[int] = mapped_column(default=0)  # the number of the last member for whom it was done


class BroadcastReply(Table):
    """Somebody replied to it in a channel. What they wrote, `carried` says as long as that is kept."""

    __tablename__ = "broadcast_replies"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), index=True)
    carried_id: Mapped[int] = mapped_column(ForeignKey("carried.id"), unique=True)
    done: Mapped[bool] = mapped_column(default=False, server_default=false())  # answered, or let rest
    answer: Mapped[str] = mapped_column(default="")
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)  # who answered
    broadcast: Mapped[Broadcast] = relationship(lazy="joined", innerjoin=True)
    carried: Mapped[RelayedMessage] = relationship(lazy="joined", innerjoin=True)


class BroadcastDirect(Table):
    """An urgent one in a DM by itself. That nobody has two in a day is the database's own rule."""

    __tablename__ = "broadcast_directs"
    __table_args__ = (
        UniqueConstraint("member_id", "day"),
        UniqueConstraint("account", "day"),
        UniqueConstraint("broadcast_id", "member_id"),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    account: Mapped[str]  # a `boundary.Account` as text
    day: Mapped[str]  # where the district is, as in 2026-11-26


@dataclass(frozen=True)
class OfDraft(Payload):
    """A draft, and a file that is to go with it."""

    id: int
    file: int


@dataclass(frozen=True)
class InLanguage(Payload):
    """A draft or a broadcast, and a language."""

    id: int
    language: str


def glimpsed(session: Session, id: int) -> Broadcast | None:
    """For what is asked of each of many members: its seat, sender and words are read if they are asked for."""
    row = session.get(Broadcast, id, options=_GLIMPSED)
    return row and context.keep(session, row)


_GLIMPSED = [lazyload(one) for one in (Broadcast.seat, Broadcast.sender, Broadcast.texts)]


def to_change(session: Session, id: int) -> Broadcast | None:
    """For nobody else to change meanwhile."""
    return locked(session, Broadcast, id)
