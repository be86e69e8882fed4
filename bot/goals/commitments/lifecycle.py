"""How a commitment goes on: what touches pay, cover or time is first held against the contract; then it is approved,
and the role that gives it is reminded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from itertools import islice

from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.goals.commitments import model, rules
from bot.goals.commitments.model import CLEAR, CONTRACT, Commitment, Fit, State
from bot.goals.model import Goal
from bot.people import school_days
from bot.people.model import Seat
from bot.people.seats import SeatChange
from bot.storage import context

TURN, NEWS, REMINDER = "commitment-turn", "commitment-news", "commitment-reminder"  # notices
REMIND = "commitment.remind"  # the name under which the timetable does
BEFORE, AFTER = 2, 10  # school days before its day, and after the approval of one that has none
UNTIL = 10  # school days in which somebody can be told


def put(session: Session, one: Commitment, state: State, now: datetime) -> None:
    one.state, one.changed_at = state, now
    session.flush()


def tell(session: Session, seat: Seat | None, name: str, one: Commitment, now: datetime) -> None:
    if seat is not None and seat.acting_id is not None:
        until = school_days.due(session, one.goal.district, now, UNTIL)
        notices.tell(session, seat.acting_id, name, one.id, now, until)


def tell_news(session: Session, one: Commitment, now: datetime) -> None:
    """Who asked for it; and who gives it, where another approved it."""
    tell(session, one.asked_by, NEWS, one, now)
    if one.asked_by is not one.seat and one.approved_by is not None and one.approved_by is not one.seat:
        tell(session, one.seat, NEWS, one, now)


def offer(session: Session, one: Commitment, now: datetime) -> None:
    """With these words: what was said of others does not count for them."""
    one.fit, one.fit_by, one.fit_why, one.approved_by = Fit.NOT_NEEDED, None, "", None
    if one.kind in CONTRACT:
        one.fit, keeper = Fit.ASKED, rules.keeper(session, one.goal)
        if keeper is not None and keeper.acting_id == one.seat.acting_id:
            one.fit, one.fit_by = Fit.FITS, keeper
    put(session, one, State.OFFERED, now)
    forget(session, one)
    go_on(session, one, now)


def go_on(session: Session, one: Commitment, now: datetime) -> None:
    """Who decides by themselves has done so by offering."""
    if one.fit in CLEAR and rules.approver(one) is one.seat:
        approve(session, one, now)
    else:
        tell(session, rules.turn(session, one), TURN, one, now)


def approve(session: Session, one: Commitment, now: datetime) -> None:
    one.approved_by = rules.approver(one)
    put(session, one, State.APPROVED, now)
    tell_news(session, one, now)
    plan(session, one, now)


def forget(session: Session, one: Commitment) -> None:
    timetable.forget(session, REMIND, one.id)
    for name in (TURN, REMINDER):
        notices.forget_all(session, name, one.id)


def resume(session: Session, goal: Goal) -> None:
    """The goal goes on after all: what fell due meanwhile is said now."""
    for one in model.of_goal(session, goal, State.APPROVED):
        plan(session, one, context.now(session))


# Reminding -------------------------------------------------------------------------------------------------------


def plan(session: Session, one: Commitment, now: datetime) -> None:
    """Before its day, and once more after it."""
    timetable.forget(session, REMIND, one.id)
    district = one.goal.district
    at = school_days.due(session, district, now, AFTER)
    if one.until is not None:
        at = max(now, school_days.end_of(_before(one.until, school_days.off(session, district)), district))
    timetable.set_due(session, REMIND, one.id, at)


def _before(day: date, off: Collection[date]) -> date:
    """So many school days before."""
    back = (day - timedelta(one) for one in range(1, school_days.LONGEST))
    return next(islice((one for one in back if school_days.is_one(one, off)), BEFORE - 1, None), day)


def remind(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    one, now = model.to_change(session, subject), context.now(session)
    if one is None or one.state is not State.APPROVED or not one.goes_on:
        return
    tell(session, one.seat, REMINDER, one, now)
    if one.until is not None and now < (last := school_days.end_of(one.until, one.goal.district)):
        timetable.set_due(session, REMIND, one.id, school_days.due(session, one.goal.district, last, 1))


def seat_changed(session: Session, change: SeatChange) -> None:
    """For what waits, its new holder is asked; of what the role is to deliver, they are told, and can change it."""
    if change.after is None:
        return
    now, seat = context.now(session), change.seat
    for one in rules.waiting_for(session, [seat]):
        tell(session, seat, TURN, one, now)
    for one in model.promised_by(session, [seat]):
        tell(session, seat, REMINDER, one, now)
