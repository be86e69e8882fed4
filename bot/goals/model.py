"""Concerns and goals, and their rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import JSON, Enum, ForeignKey, Index, Select, false, func, select, text
from sqlalchemy.orm import Mapped, MappedColumn, Session, mapped_column, object_session, relationship

from bot import return_paths
from bot.people import audiences
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.return_paths import Thing
from bot.storage.database import locked
from bot.storage.tables import Table

KIND = "concern"  # of the things to which ways back belong
WRITE, PROPOSE = "concern.write", "goal.write"  # forms, and their drafts
# Cards: what a group is asked; what its people are told once there is a goal, of what was taken off the list, who
# decides, what came from there, and how the goal ended.
CALL, SAID, HIDDEN, DECIDED = "concern.call", "concern.said", "concern.hidden", "concern.decided"
ANSWERED, OVER = "concern.answered", "concern.over"
TEXT_MOST = 280  # characters of a concern
LINE_MOST = 200  # of each line of a goal
REASON_MOST = 500
AT_MOST = 10  # concerns without a name that one person has on the list
DAYS = 5  # school days in which a group or a seat answers, before it is reminded once, and again after that
KEPT = timedelta(days=14)  # in which the bot can reach an author after they were told
LONGEST = timedelta(days=120)  # the same, where nobody tells them
NIGHT = time(3)  # where the district is
STEP = 5  # in which people are counted where their employer sees it


class Status(StrEnum):
    DRAFT = "draft"  # its two co-chairs write it, see `bot.goals.canvas`
    PROPOSED = "proposed"  # to the seats that are asked
    AGREED = "agreed"
    TAKEN_BACK = "taken back"  # by the seat that proposed it
    CLOSED = "closed"  # nobody answered
    ENDED = "ended"  # with a result, or without


class Answer(StrEnum):
    """What a seat says to a goal."""

    AGREE = "agree"
    LIVE = "live"  # can live with it
    CONCERN = "concern"
    BLOCK = "block"
    MORE_TIME = "more time"


class Change(StrEnum):
    """What its wording went through last."""

    TYPO = "typo"
    SUBSTANCE = "substance"


class Times(StrEnum):
    """Which of the two times to talk a seat can make."""

    FIRST = "first"
    SECOND = "second"
    EITHER = "either"
    NEITHER = "neither"


YES = (Answer.AGREE, Answer.LIVE)


def _named(kind: type[StrEnum], length: int) -> MappedColumn[Any]:
    """A column that holds one of them, or none."""
    kept = Enum(kind, native_enum=False, length=length, values_callable=lambda every: [one.value for one in every])
    return mapped_column(kept)


class Call(Table):
    """A seat asked its own group in its building what gets in the way."""

    __tablename__ = "concern_calls"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer one
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime]
    reminded: Mapped[bool] = mapped_column(default=False, server_default=false())
    closed_at: Mapped[datetime | None]
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last of its people who was, until all are
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)


class Concern(Table):
    __tablename__ = "concerns"
    __table_args__ = (
        Index("ix_concerns_group", "group_id", "building_id"),
        Index("ix_concerns_newest", "group_id", "id"),  # a page of them, however many there are
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    building_id: Mapped[int | None] = mapped_column(ForeignKey("buildings.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)  # None: it carries no name
    audience: Mapped[Audience] = mapped_column(AudienceText)  # who reads its words
    shareable: Mapped[bool]  # in its words and without a name, to everybody who is asked about a goal made of it
    written_at: Mapped[datetime]  # of one without a name only the day, as of all its times
    handed_on_at: Mapped[datetime | None]  # somebody must report it, and says so
    handed_on_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())  # its words are gone then
    hidden: Mapped[str] = mapped_column(default="")  # why its own group took it off the list
    hidden_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goals.id"), index=True)  # that was made of it
    told_id: Mapped[int | None] = mapped_column(ForeignKey("goals.id"), index=True)  # with which its author was told
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)
    building: Mapped[people.Building | None] = relationship(lazy="joined")
    author: Mapped[people.Member | None] = relationship()
    handed_on_by: Mapped[people.Seat | None] = relationship(foreign_keys=[handed_on_by_id])
    hidden_by: Mapped[people.Seat | None] = relationship(foreign_keys=[hidden_by_id])
    goal: Mapped[Goal | None] = relationship(foreign_keys=[goal_id])
    told: Mapped[Goal | None] = relationship(foreign_keys=[told_id])

    @property
    def district(self) -> people.District:
        session = object_session(self)
        assert session is not None
        return session.get_one(people.District, self.group.district_id)

    @property
    def zone(self) -> str:
        """Where the days of its times are counted."""
        return self.district.zone

    @property
    def thing(self) -> Thing:
        """To what the way back to an unnamed author belongs."""
        return Thing(KIND, self.id)

    @property
    def is_shown(self) -> bool:
        """To anybody but its author."""
        return not self.taken_back and not self.hidden

    def is_written_by(self, member: people.Member) -> bool:
        if self.author_id is not None:
            return self.author_id == member.id
        session = object_session(self)
        return session is not None and return_paths.leads_to(session, self.thing, member.id)

    def become(self, goal: Goal) -> None:
        """The goal is made of it. Its words are for the goal's readers, too, if its author said that they may be."""
        self.goal_id = goal.id
        if self.shareable:
            self.audience |= goal.audience

    def is_for(self, member: people.Member) -> bool:
        """Whether they may read its words."""
        session = object_session(self)
        return session is not None and self.is_shown and self.audience.admits(session, member)


class Reading(Table):
    """How far the people of a seat have read: the highest number of a concern that they were shown."""

    __tablename__ = "concern_readings"
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True)
    concern: Mapped[int]


class Goal(Table):
    __tablename__ = "goals"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    building_id: Mapped[int | None] = mapped_column(ForeignKey("buildings.id"))
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)  # that proposed it
    co_seat_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"), index=True)  # with which it leads
    line: Mapped[str]  # what several concerns come to, in its proposer's words; empty: it was made of one
    students: Mapped[str]
    change: Mapped[str]
    measure: Mapped[str]
    heard: Mapped[int]  # how many had spoken when it was proposed, in steps
    audience: Mapped[Audience] = mapped_column(AudienceText)
    status: Mapped[Status] = _named(Status, 20)
    version: Mapped[int] = mapped_column(default=1)  # another with each change of substance
    changed: Mapped[Change | None] = _named(Change, 10)
    before: Mapped[list[str] | None] = mapped_column(JSON)  # its lines before it was changed last
    proposed_at: Mapped[datetime]
    due_at: Mapped[datetime]
    reminded: Mapped[bool] = mapped_column(default=False, server_default=false())
    agreed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    first_at: Mapped[datetime | None]
    second_at: Mapped[datetime | None]
    offered: Mapped[int] = mapped_column(default=0, server_default="0")  # how often times were
    talk_at: Mapped[datetime | None]  # that of the two which suits all
    word: Mapped[str] = mapped_column(default="")  # of thanks, to those who spoke
    told_at: Mapped[datetime | None]
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last concern whose author was
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True, foreign_keys=[seat_id])
    co_seat: Mapped[people.Seat | None] = relationship(lazy="joined", foreign_keys=[co_seat_id])
    district: Mapped[people.District] = relationship(lazy="joined", innerjoin=True)
    building: Mapped[people.Building | None] = relationship(lazy="joined")
    positions: Mapped[list[Position]] = relationship(
        order_by=lambda: Position.seat_id, lazy="selectin", cascade="all, delete-orphan", back_populates="goal"
    )

    @property
    def lines(self) -> list[str]:
        return [self.students, self.change, self.measure]

    @property
    def asked(self) -> list[Position]:
        """Those of the other seats; of all, where two lead it."""
        return [one for one in self.positions if one.seat_id != self.seat_id or self.co_seat_id is not None]

    @property
    def is_agreed_to(self) -> bool:
        """By all who were asked."""
        return bool(self.asked) and all(one.answer in YES for one in self.positions)

    @property
    def is_open(self) -> bool:
        return self.status is Status.PROPOSED

    def of(self, member: people.Member) -> list[Position]:
        """Those for whose seats they act now."""
        return [one for one in self.asked if one.seat.acting_id == member.id]

    def answered_by(self, member: people.Member) -> list[Position]:
        """Of these the ones whose groups do not decide together."""
        return [one for one in self.of(member) if one.place_id is None]

    @property
    def leaders(self) -> list[people.Seat]:
        """The seat that proposed it, or the two that lead it."""
        return [seat for seat in (self.seat, self.co_seat) if seat is not None]

    def is_proposed_by(self, member: people.Member) -> bool:
        """Or by one of the two who lead it."""
        return any(seat.acting_id == member.id for seat in self.leaders)

    def is_for(self, member: people.Member) -> bool:
        session = object_session(self)
        return session is not None and self.audience.admits(session, member)


class Position(Table):
    """What a seat says to a goal; it stays when the seat changes hands."""

    __tablename__ = "goal_positions"
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True, index=True)
    answer: Mapped[Answer | None] = _named(Answer, 10)
    reason: Mapped[str] = mapped_column(default="")  # for the seat that proposed the goal
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # who said so
    answered_at: Mapped[datetime | None]
    again_at: Mapped[
        datetime | None
    ]  # when a seat that wants more time is asked again; or a group, of which few answered
    times: Mapped[Times | None] = _named(Times, 10)
    # Its group's rule on the day it was sent: where it decides, how many must answer, in how many school days.
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    quorum: Mapped[str] = mapped_column(default="none", server_default=text("'none'"))
    days: Mapped[int] = mapped_column(default=DAYS, server_default="5")
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    shared: Mapped[bool] = mapped_column(default=False, server_default=false())  # the reason, by its group's choice
    talk_by: Mapped[datetime | None]  # when those who talk about a block have done so
    met_on: Mapped[str] = mapped_column(default="", server_default=text("''"))  # the public meeting of a board
    item: Mapped[str] = mapped_column(default="", server_default=text("''"))  # on its agenda
    brings: Mapped[str] = mapped_column(default="", server_default=text("''"))  # its group, to the goal
    goal: Mapped[Goal] = relationship(back_populates="positions")
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    member: Mapped[people.Member | None] = relationship()
    place: Mapped[people.Place | None] = relationship(lazy="joined")

    @property
    def waits(self) -> bool:
        """For its seat, or for its group."""
        return self.answer is None

    @property
    def is_of_board(self) -> bool:
        """It answers from a public meeting, through its chair."""
        return self.seat.group.kind is people.GroupKind.BOARD


def to_change(session: Session, id: int) -> Goal | None:
    """The goal, which nobody else changes meanwhile."""
    return locked(session, Goal, id)


def night_after(moment: datetime, zone: str) -> datetime:
    day = moment.astimezone(ZoneInfo(zone)).date() + timedelta(1)
    return datetime.combine(day, NIGHT, ZoneInfo(zone)).astimezone(UTC)


def in_steps(count: int) -> int:
    return count // STEP * STEP


# Which concerns ----------------------------------------------------------------------------------------------------


def readable(session: Session, member: people.Member) -> Select[Concern]:
    """Those of their own group whose words they may read, the oldest first."""
    theirs = audiences.read_by(session, member, Concern.__table__.c.audience)
    own = Concern.group_id == member.group_id
    return select(Concern).where(own, theirs, ~Concern.taken_back, Concern.hidden == "").order_by(Concern.id)


def shown_to(session: Session, member: people.Member, some: Iterable[Concern]) -> list[Concern]:
    """Those of a page whose words they may read: each audience is looked at once, which most of a page share."""
    here = [one for one in some if one.is_shown]
    admitted = {one for one in {one.audience for one in here} if one.admits(session, member)}
    return [one for one in here if one.audience in admitted]


def spoken(seat: people.Seat) -> Select[Concern]:
    """By the seat's own group, in its building if it has one, and not yet told what came of it."""
    theirs = [Concern.group_id == seat.group_id, Concern.hidden == "", ~Concern.taken_back, Concern.told_id.is_(None)]
    if seat.building_id is not None:
        theirs.append(Concern.building_id == seat.building_id)
    return select(Concern).where(*theirs).order_by(Concern.id)


def count(session: Session, some: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(some.order_by(None).subquery())) or 0


def written_unnamed(session: Session, member: people.Member) -> list[int]:
    """Numbers of the concerns that they wrote without a name, while there is a way back."""
    return [one.id for one in return_paths.written_by(session, member.district_id, member.id, KIND)]


def made_of(session: Session, goal: Goal) -> Concern | None:
    """The concern with which it began, if it was a single one."""
    if goal.line:
        return None
    return session.scalars(select(Concern).where(Concern.goal_id == goal.id).order_by(Concern.id).limit(1)).first()
