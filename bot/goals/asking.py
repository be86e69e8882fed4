"""Each seat is asked about a goal, or its group in its own place where that decides together."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.goals import consenting, deciding
from bot.goals.model import Goal, Position


def ask(session: Session, goal: Goal, now: datetime) -> None:
    """The seats that have not answered."""
    goal.due_at, goal.reminded = consenting.due(session, goal.district, now), False
    for one in goal.positions:
        if one.waits:
            ask_one(session, goal, one, now)
    consenting.look_later(session, goal)


def ask_one(session: Session, goal: Goal, one: Position, now: datetime) -> None:
    """The seat, or its group in its own place."""
    if one.place_id is None:
        consenting.tell(session, one.seat, consenting.ASKED, goal, now)
    elif one.decision_id is None:
        deciding.begin(session, one, now)
