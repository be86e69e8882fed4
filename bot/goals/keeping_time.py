"""What is due while seats and groups say what they think of a goal: who is silent is reminded once, who wanted more
time is asked again, who should have talked is told so; then it ends, kindly, and can be proposed again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot import timetable
from bot.goals import asking, consenting, deciding, positions
from bot.goals.concerns import Concern
from bot.goals.model import Answer as Says
from bot.goals.model import Goal, Position, Status, to_change
from bot.people.seats import SeatChange
from bot.storage import context


def ask_again(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: those who wanted more time have had it."""
    goal, now = to_change(session, subject), context.now(session)
    if goal is None or not goal.is_open:
        return None
    if (at := consenting.in_hours(goal, now)) > now:  # the bot was away when it should have asked
        return timetable.set_due(session, consenting.AGAIN, goal.id, at)
    for one in goal.positions:
        if one.answer is Says.MORE_TIME and one.again_at and one.again_at <= now:
            one.answer = None
            asking.ask_one(session, goal, one, now)
    if goal.is_agreed_to:
        return consenting.agree(session, goal, now)
    return consenting.look_later(session, goal)


def look(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: who is silent is reminded once; where nobody can go on, it ends. A group that is deciding has
    its time."""
    goal, now = to_change(session, subject), context.now(session)
    if goal is None or not goal.is_open:
        return
    silent = [one for one in goal.asked if one.waits and one.place_id is None]
    decides = any(one.decision_id is not None and one.waits for one in goal.positions)
    if goal.reminded and not decides:
        return close(session, goal, now)
    goal.reminded, goal.due_at = True, consenting.due(session, goal.district, now)
    consenting.look_later(session, goal)
    for one in silent:
        consenting.tell(session, one.seat, consenting.ASKED, goal, now)
    if not silent:  # it is for its proposer to go on
        consenting.tell_leaders(session, consenting.TOLD, goal, now)
    return None


def close(session: Session, goal: Goal, now: datetime) -> None:
    goal.status, goal.closed_at = Status.CLOSED, now
    set_free(session, goal)
    for do in (consenting.AGAIN, consenting.TALK):
        timetable.forget(session, do, goal.id)
    deciding.stop(session, goal)
    consenting.tell_leaders(session, consenting.ENDED, goal, now)


def set_free(session: Session, goal: Goal) -> None:
    """Another goal can be made of its concerns."""
    session.execute(update(Concern).where(Concern.goal_id == goal.id).values(goal_id=None))


def talk(session: Session, subject: int, at: datetime) -> None:
    """For the timetable: those who were to talk about a block by now, as its card names them, are told so."""
    goal = to_change(session, subject)
    if goal is None or not goal.is_open:
        return
    for one in goal.positions:
        if one.answer is Says.BLOCK and one.talk_by == at:
            for seat in positions.who_should_talk(one):
                consenting.tell(session, seat, consenting.TALKED, goal, context.now(session))


def seat_changed(session: Session, change: SeatChange) -> None:
    """What was said for the seat stands; what waits for it, its new people are told."""
    if change.after is None:
        return
    now = context.now(session)
    theirs = select(Position).join(Goal).where(Position.seat_id == change.seat.id, Position.answer.is_(None))
    for one in session.scalars(theirs.where(Goal.status == Status.PROPOSED).order_by(Position.goal_id)).all():
        if one.seat_id != one.goal.seat_id and one.place_id is None:
            consenting.tell(session, one.seat, consenting.ASKED, one.goal, now)
