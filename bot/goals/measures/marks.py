"""Days that a goal's run chart marks: when something began that was tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from bot.goals.cycles import chapter as cycles
from bot.goals.model import Goal

Marks = Callable[[Session, Goal], list[date]]
MARKED: tuple[Marks, ...] = (cycles.begun,)


def of(session: Session, goal: Goal) -> list[date]:
    """The earliest first."""
    return sorted({day for marks in MARKED for day in marks(session, goal)})
