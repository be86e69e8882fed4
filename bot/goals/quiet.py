"""An agreed goal that goes quiet: the seats that lead it hear of it, one or two."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import nudges
from bot.boundary import Button, in_a_line
from bot.feature import Sign, Watch
from bot.goals.model import Goal, Status
from bot.payloads import Shown
from bot.texts import Words

KIND = "goal"


def watch(session: Session, goal: Goal, now: datetime) -> None:
    """For each of them; any sign of it is one for both."""
    for seat in goal.leaders:
        nudges.watch(session, KIND, goal.id, seat, now)


def is_over(session: Session, subject: int) -> bool:
    goal = session.get(Goal, subject)
    return goal is None or goal.status is not Status.AGREED


def title(session: Session, subject: int) -> str:
    return in_a_line(session.get_one(Goal, subject).change)


def see(subject: int, words: Words) -> Button:
    return Button(words("goal-see"), "goal.show", str(Shown(subject, words.language)))


def last_sign(session: Session, subject: int) -> datetime | None:
    """That it was agreed and told, and the time to talk."""
    goal = session.get(Goal, subject)
    found = (goal.agreed_at, goal.told_at, goal.talk_at) if goal else ()
    return max((sign for sign in found if sign is not None), default=None)


def end(subject: int, words: Words) -> Button:
    return Button(words("ending-start"), "goal.end", str(subject))


WATCHES = {KIND: Watch(is_over, title, see, end)}
SIGNS = (Sign(KIND, last_sign),)
