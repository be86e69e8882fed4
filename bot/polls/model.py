"""Polls and their rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Enum,
    ForeignKey,
    bindparam,
    false,
    select,
    text,
    true,
)
from sqlalchemy.orm import Mapped, Session, joinedload, lazyload, mapped_column, raiseload, relationship

from bot.payloads import Payload
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.places import Place
from bot.storage.context import shared
from bot.storage.database import locked
from bot.storage.tables import STAYS, Table

QUESTION_MOST = 150  # characters, as for what an option says
OPTION_MOST = 300
ALL_OPTIONS_MOST = 2000  # together: a message has room for 3,500, and more than these stands in it
ON_BUTTON_MOST = 75
OPTIONS_LEAST, OPTIONS_MOST = 2, 10
AGREE, LIVE_WITH, CONCERN, BLOCK = "agree", "live-with", "concern", "block"  # ready-made answers of a consent
REASONED = (CONCERN, BLOCK)
WRITTEN = "written"  # the option of an open poll
UNDO = timedelta(minutes=2)
REOPEN = timedelta(days=7)


class Kind(StrEnum):
    CHOICE = "choice"
    RATING = "rating"  # one answer, of options that are the numbers from 1
    RANKED = "ranked"  # an answer is options in order, the favourite first
    CONSENT = "consent"  # one answer, of four that are ready-made; the last two need a reason
    OPEN = "open"  # an answer is written; the one option there is says that it was


class Results(StrEnum):
    """When the count shows."""

    LIVE = "live"  # as it comes in
    AFTER = "after"  # privately to those who have answered, to everyone at the end
    END = "end"


class Status(StrEnum):
    PLANNED = "planned"  # until `opened_at`
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Option(Table):
    __tablename__ = "poll_options"
    id: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), index=True)
    position: Mapped[int]
    label: Mapped[str]
    ready: Mapped[str | None]  # in place of a label, one that content/ has


class Poll(Table):
    __tablename__ = "polls"
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    question: Mapped[str]
    kind: Mapped[Kind] = mapped_column(
        Enum(Kind, native_enum=False, length=20, values_callable=lambda kinds: [kind.value for kind in kinds]),
        default=Kind.CHOICE,
        server_default=Kind.CHOICE,
    )
    several: Mapped[bool]  # answers a person may give: one, or more
    most: Mapped[int] = mapped_column(default=0, server_default="0")  # of several answers; 0: any number
    anonymous: Mapped[bool] = mapped_column(default=False, server_default=false())
    results: Mapped[Results] = mapped_column(
        Enum(Results, native_enum=False, length=20, values_callable=lambda ones: [one.value for one in ones]),
        default=Results.LIVE,
        server_default=Results.LIVE,
    )
    quorum: Mapped[str] = mapped_column(default="none", server_default="none")  # see bot.polls.terms
    valid: Mapped[bool | None]  # whether that was met, once closed; None: that is not told
    audience: Mapped[str] = mapped_column(default="", server_default=text("''"))  # an AudienceFilter
    readers: Mapped[Audience | None] = mapped_column(AudienceText)  # for whom its places were when it was written
    until_all: Mapped[bool] = mapped_column(default=False, server_default=false())  # closes once all have answered
    reminds: Mapped[bool] = mapped_column(default=True, server_default=true())
    reminded: Mapped[int] = mapped_column(default=0, server_default="0")  # members with a lower number, or this one
    status: Mapped[Status] = mapped_column(default=Status.OPEN)
    published: Mapped[bool] = mapped_column(default=False, server_default=false())  # written answers, by the author
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]  # once closed, when that was
    split: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), deferred=True
    )  # see bot.polls.breakdown
    weekly: Mapped[bool] = mapped_column(default=False, server_default=false())  # the next is planned once it begins
    follows: Mapped[int | None] = mapped_column(index=True)  # the poll of the week before
    planner_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # until it begins; or who took it on
    changes: Mapped[list[dict[str, str]] | None] = mapped_column(
        JSON(none_as_null=True), deferred=True
    )  # see bot.polls.amending
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # see bot.polls.counting.conclude
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)  # that it carries out
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    options: Mapped[list[Option]] = relationship(order_by=Option.position, lazy="selectin")
    places: Mapped[list[Place]] = relationship(secondary="poll_places", lazy="selectin")

    def is_for(self, session: Session, member: people.Member) -> bool:
        """Whether its author was told of them, as far as that was kept: its places may be for others by now."""
        return self.readers is None or self.readers.admits(session, member)

    def takes_answers(self, now: datetime) -> bool:
        """Not after its time, even if closing it is late."""
        return self.status is Status.OPEN and now < self.closes_at

    def can_be_undone(self, now: datetime) -> bool:
        return self.status is Status.OPEN and now < self.opened_at + UNDO

    def can_be_put_off(self, now: datetime) -> bool:
        """Not once an anonymous one is over: then there is no answer left that could be changed."""
        if self.anonymous:
            return self.takes_answers(now)
        return self.status is Status.OPEN or (self.status is Status.CLOSED and now < self.closes_at + REOPEN)

    @property
    def counts_early(self) -> bool:
        """Whether a count can show before the end."""
        return not self.anonymous and self.kind not in (Kind.RANKED, Kind.OPEN)

    @property
    def counts_live(self) -> bool:
        return self.counts_early and self.results is Results.LIVE

    @property
    def counts_after(self) -> bool:
        return self.counts_early and self.results is Results.AFTER

    @property
    def shows_count(self) -> bool:
        return self.counts_live or self.status is Status.CLOSED

    @property
    def shows_words(self) -> bool:
        """To everybody; of an open poll once its author has looked through them."""
        return self.takes_words and self.status is Status.CLOSED and (self.kind is not Kind.OPEN or self.published)

    @property
    def can_be_split(self) -> bool:
        """By group. Whose answer an anonymous one was, nobody knows."""
        return not self.anonymous and self.kind not in (Kind.RANKED, Kind.OPEN)

    @property
    def is_numbered(self) -> bool:
        """Whether an option is too long for a button, so that buttons carry numbers."""
        return any(len(option.label) > ON_BUTTON_MOST for option in self.options)

    @property
    def takes_words(self) -> bool:
        return self.kind in (Kind.CONSENT, Kind.OPEN)

    def needs_words(self, option: Option) -> bool:
        """Whether this answer counts only with a text."""
        return self.kind is Kind.OPEN or (self.kind is Kind.CONSENT and option.ready in REASONED)

    @property
    def adds_up(self) -> bool:
        """Whether a press adds to the answer before, instead of replacing it."""
        return self.several or self.kind is Kind.RANKED


class PollPlace(Table):
    __tablename__ = "poll_places"
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)


class Ballot(Table):
    """An answer of a member. Where a poll takes one answer there is one slot each; where it takes several, each option
    is a slot; in a ranking each rank, from 0."""

    __tablename__ = "ballots"
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, info=STAYS)
    slot: Mapped[int] = mapped_column(primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("poll_options.id"))
    at: Mapped[float] = mapped_column(default=0.0, server_default="0")  # Unix time when it last changed


# What buttons and forms are about; each begins with the poll.


@dataclass(frozen=True)
class Vote(Payload):
    poll: int
    option: int = 0  # none where all answers are taken back


@dataclass(frozen=True)
class Page(Payload):
    poll: int
    number: int = 1


@dataclass(frozen=True)
class OneWritten(Payload):
    """A written answer."""

    poll: int
    token: str


@dataclass
class PollsToAnswer:
    """Those that a transaction has locked for answering."""

    by_id: dict[int, Poll] = field(default_factory=dict)


def to_answer(session: Session, id: int) -> Poll | None:
    """The poll, which nobody closes meanwhile; for looking only, and without its seat. All who answer it in one
    transaction share what the first of them read: it is locked, so only they could have changed it. Not so in
    savepoints, which give their locks back."""
    held = shared(session, PollsToAnswer).by_id
    if id not in held or session.connection().in_nested_transaction():
        session.connection().execute(_LOCK_TO_ANSWER, {"id": id})
        poll = session.scalars(_TO_ANSWER, {"id": id}).unique().one_or_none()
        if poll is None:
            return None
        held[id] = poll
    return held[id]


def to_change(session: Session, id: int) -> Poll | None:
    """The poll, which nobody answers meanwhile."""
    shared(session, PollsToAnswer).by_id.pop(id, None)
    return locked(session, Poll, id)


def to_close(session: Session, id: int) -> Poll | None:
    """The same, and all that belongs to it only when that is asked for: thousands may close at once."""
    shared(session, PollsToAnswer).by_id.pop(id, None)
    return session.scalars(_TO_CLOSE, {"id": id}).one_or_none()


# Made once: making a statement takes longer than running it, and these are run for every answer. Locked first and read
# then, as in `locked`: its options are those that the last change left.

_LOCK_TO_ANSWER = select(Poll.id).where(Poll.id == bindparam("id")).with_for_update(read=True)
_TO_ANSWER = (
    select(Poll)
    .options(
        raiseload(Poll.seat),
        joinedload(Poll.options),
        joinedload(Poll.places).options(joinedload(Place.groups), joinedload(Place.buildings)),
    )
    .where(Poll.id == bindparam("id"))
)

_TO_CLOSE = select(Poll).options(lazyload("*")).where(Poll.id == bindparam("id")).with_for_update(of=Poll)
