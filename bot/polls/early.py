"""Closing a poll before its time, once all have answered."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import timetable
from bot.polls import quorum
from bot.polls.model import Poll

LOOK = "poll.early"  # the name under which the timetable looks whether all have answered
PAUSE = timedelta(minutes=1)  # in which the last of them can still think again


def look_soon(session: Session, poll: Poll, now: datetime) -> None:
    """Somebody answers, and others may at the same time, unseen from here: so it is looked at afterwards."""
    if poll.until_all:
        timetable.set_due(session, LOOK, poll.id, now + PAUSE)


def is_over(session: Session, poll: Poll, at: datetime) -> bool:
    """Whether all have answered, and nobody in the minute before `at` (that is looked at in its own time)."""
    if not poll.takes_answers(at) or timetable.is_due_after(session, LOOK, poll.id, at):
        return False
    return quorum.all_have_answered(session, poll)
