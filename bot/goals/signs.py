"""When something was heard of a goal last, as each part of goals knows: its cycles and steps, its numbers, what was
committed to it, and that it was reopened. Each hands its own over in its `routes.py`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.goals.commitments.model import Commitment
from bot.goals.cycles import model as cycles
from bot.goals.endings.model import Ending
from bot.goals.measures.model import Measure, Point
from bot.goals.model import Goal
from bot.people import school_days


def of_cycles(session: Session, subject: int) -> datetime | None:
    goal = session.get(Goal, subject)
    return cycles.last_sign(session, goal) if goal else None


def of_measures(session: Session, subject: int) -> datetime | None:
    """What is counted was settled, or a number is of that day."""
    goal, measure = session.get(Goal, subject), session.get(Measure, subject)
    day = session.scalar(select(func.max(Point.day)).where(Point.goal_id == subject, ~Point.taken_away))
    found = [measure.set_at] if measure else []
    if goal and day:
        found.append(school_days.end_of(day, goal.district))
    return max(found, default=None)


def of_commitments(session: Session, subject: int) -> datetime | None:
    return session.scalar(select(func.max(Commitment.changed_at)).where(Commitment.goal_id == subject))


def of_endings(session: Session, subject: int) -> datetime | None:
    return session.scalar(select(func.max(Ending.reopened_at)).where(Ending.goal_id == subject))
