"""What is counted for a goal, where it is to lead, and the numbers so far. Nobody's name is kept with a number."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, Enum, ForeignKey, Select, String, TypeDecorator, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.goals.model import Goal
from bot.storage.tables import Table

NUMBER, TARGET, TABLE = "goal.number", "goal.target", "goal.table"  # forms; two of them have drafts
UNIT_MOST = 30  # characters
TABLE_MOST = 3000
FEW = 5  # students among whom one could be recognised, if they are fewer
HIGHEST_OF = 1_000_000


class Better(StrEnum):
    MORE = "more"
    LESS = "less"


class DecimalText(TypeDecorator[Decimal]):
    """A column that holds a number just as it was given, which SQLite has no kind of its own for."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value.normalize():f}"

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Measure(Table):
    """What one can count each week in a minute; without a row it is only in the goal's words so far."""

    __tablename__ = "goal_measures"
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), primary_key=True)
    unit: Mapped[str]
    better: Mapped[Better] = mapped_column(
        Enum(Better, native_enum=False, length=10, values_callable=lambda every: [one.value for one in every])
    )
    baseline: Mapped[Decimal | None] = mapped_column(DecimalText)  # where it began
    target: Mapped[Decimal] = mapped_column(DecimalText)
    until: Mapped[date | None]
    set_at: Mapped[datetime]


class Point(Table):
    """A number on a day: one for each, the one that was said last."""

    __tablename__ = "goal_points"
    __table_args__ = (UniqueConstraint("goal_id", "day"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"))
    day: Mapped[date]
    value: Mapped[Decimal] = mapped_column(DecimalText)
    of: Mapped[int | None] = mapped_column("out_of")  # how many there are in all
    taken_away: Mapped[bool] = mapped_column(default=False, server_default=false())

    @property
    def is_of_few(self) -> bool:
        return is_few(self.of)


def is_few(of: int | None) -> bool:
    return of is not None and of < FEW


def points_of(goal: Goal) -> Select[Point]:
    """The oldest first."""
    return select(Point).where(Point.goal_id == goal.id, ~Point.taken_away).order_by(Point.day)


def all_of(session: Session, goal: Goal) -> list[Point]:
    return list(session.scalars(points_of(goal)))


def put(session: Session, goal: Goal, day: date, value: Decimal, of: int | None) -> Decimal | None:
    """In place of the number of that day, which is returned if there was another. The goal is locked."""
    point = session.scalars(select(Point).where(Point.goal_id == goal.id, Point.day == day)).first()
    if point is None:
        point = Point(goal_id=goal.id, day=day)
        session.add(point)
    before = None if point.value is None or point.taken_away else point.value
    point.value, point.of, point.taken_away = value, of, False
    return before if before != value else None
