"""A cycle whose last day is over: once, somebody of its team is asked what happened."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Part
from bot.goals.cycles import cards, checking, model
from bot.goals.cycles.model import Cycle
from bot.goals.model import Goal, Status
from bot.goals.team import seated
from bot.people import model as people
from bot.people import school_days
from bot.people.seats import SeatChange
from bot.storage import context
from bot.texts import Words

OVER = "cycle.over"  # the name under which the timetable looks at it
NOTICE = "cycle-over"
UNTIL = 10  # school days in which that can be told


def plan(session: Session, cycle: Cycle) -> None:
    forget(session, cycle)
    timetable.set_due(session, OVER, cycle.id, school_days.end_of(cycle.until, cycle.goal.district))


def forget(session: Session, cycle: Cycle) -> None:
    timetable.forget(session, OVER, cycle.id)
    notices.forget_all(session, NOTICE, cycle.id)


def over(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable. Where the calendar has changed and there is no school that day, it goes on to the next."""
    cycle, now = model.to_change(session, subject), context.now(session)
    if cycle is None or not cycle.goes_on or cycle.asked_at is not None:
        return
    off = school_days.off(session, cycle.goal.district)
    if not school_days.is_one(cycle.until, off):
        cycle.until = school_days.after(cycle.until - timedelta(1), 1, off)
        plan(session, cycle)
        return
    cycle.asked_at = now
    _tell(session, cycle, now)


def _tell(session: Session, cycle: Cycle, now: datetime) -> None:
    """Who proposed the goal; where nobody does that now, who planned it, or another of the team."""
    first = (cycle.goal.seat, cycle.seat, *seated.at_work(cycle.goal))
    asked = next((seat.acting_id for seat in first if seat.acting_id is not None), None)
    if asked is not None:
        until = school_days.due(session, cycle.goal.district, now, UNTIL)
        notices.tell(session, asked, NOTICE, cycle.id, now, until)


def resume(session: Session, goal: Goal) -> None:
    """It goes on after an end that was taken back: what fell due meanwhile is asked now."""
    going = model.current(session, goal)
    if going is None or not going.goes_on:
        return
    if going.asked_at is None:
        plan(session, going)
    for step in model.steps(session, going):
        checking.plan(session, step, context.now(session))


def stands(session: Session, member: people.Member, subject: int) -> bool:
    cycle = session.get(Cycle, subject)
    if cycle is None or not cycle.goes_on or cycle.asked_at is None:
        return False
    return bool(seated.acted_for(cycle.goal, member)) and cycle.goal.is_for(member)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return cards.what_happened(session.get_one(Cycle, subject), words)


def seat_changed(session: Session, change: SeatChange) -> None:
    """What nobody has said yet is asked of who proposes the goal now."""
    if change.after is None:
        return
    for goal in model.goals_of(session, change.seat):
        going = model.current(session, goal)
        if going is not None and going.goes_on and going.asked_at is not None and goal.status is Status.AGREED:
            _tell(session, going, context.now(session))
