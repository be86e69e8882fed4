"""Goals and what the seats say to them, and their rules; `bot.goals.concerns` are what they are made of."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, Select, false, func, select, text
from sqlalchemy.orm import Mapped, MappedColumn, Session, mapped_column, object_session, relationship

from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.places import Place
from bot.storage.database import locked
from bot.storage.tables import Table

PROPOSE = "goal.write"  # a form, and its draft
LINE_MOST = 200  # of each line of a goal
REASON_MOST = 500
DAYS = 5  # school days in which a group or a seat answers, before it is reminded once, and again after that


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
    word_seat_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))  # whose it is; None: of `seat`
    told_at: Mapped[datetime | None]
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last concern whose author was
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True, foreign_keys=[seat_id])
    co_seat: Mapped[people.Seat | None] = relationship(lazy="joined", foreign_keys=[co_seat_id])
    word_seat: Mapped[people.Seat | None] = relationship(foreign_keys=[word_seat_id])
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
    def word_from(self) -> people.Seat:
        return self.word_seat or self.seat

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
    again_at: Mapped[datetime | None]  # when who wants more time is asked again, and a group that hardly answered
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
    place: Mapped[Place | None] = relationship(lazy="joined")

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


def count(session: Session, some: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(some.order_by(None).subquery())) or 0
