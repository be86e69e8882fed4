"""How a goal ended, and what stays of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, select
from sqlalchemy.orm import Mapped, MappedColumn, Session, mapped_column, relationship

from bot.goals.model import Goal
from bot.people import model as people
from bot.storage.tables import Table

FORM = "goal.ending"  # and its drafts
RESULT_MOST, LEARNED_MOST, KEPT_MOST = 100, 500, 200  # characters


class Outcome(StrEnum):
    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not reached"


class Remains(StrEnum):
    MEETING = "meeting"
    COMMITTEE = "committee"
    HABIT = "habit"


def _named(kind: type[StrEnum], length: int) -> MappedColumn[Any]:
    kept = Enum(kind, native_enum=False, length=length, values_callable=lambda every: [one.value for one in every])
    return mapped_column(kept)


class Ending(Table):
    """A goal that is reopened has another in the end."""

    __tablename__ = "goal_endings"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))  # that ended it
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    outcome: Mapped[Outcome] = _named(Outcome, 20)
    result: Mapped[str]  # beside the target
    learned: Mapped[str]
    remains: Mapped[list[str]] = mapped_column(JSON)
    kept: Mapped[str]  # what remains, in a line
    concerns: Mapped[list[int]] = mapped_column(JSON)  # that it was made of, and that are on the list again
    ended_at: Mapped[datetime]
    reopened_at: Mapped[datetime | None]
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last concern whose author was
    # Not joined: reading an ending anew, to change it, must not read its goal anew, which may have changed meanwhile.
    goal: Mapped[Goal] = relationship()
    seat: Mapped[people.Seat] = relationship()
    member: Mapped[people.Member] = relationship()


def endings_of(session: Session, goal: Goal) -> list[Ending]:
    """The oldest first."""
    return list(session.scalars(select(Ending).where(Ending.goal_id == goal.id).order_by(Ending.id)))


def latest(session: Session, goal: Goal) -> Ending | None:
    """Perhaps one after which the goal was reopened."""
    return next(reversed(endings_of(session, goal)), None)
