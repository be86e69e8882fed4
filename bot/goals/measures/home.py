"""Whose turn it is to count: the seat that proposed the goal, once a week."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.boundary import Button, Buttons, Part, Text, in_a_line
from bot.feature import Section, Urgency, Waiting
from bot.goals.measures.model import Measure, Point
from bot.goals.model import Goal, Position, Status
from bot.goals.team import seated
from bot.people import model as people
from bot.request import Request
from bot.texts import Words

WEEK = timedelta(days=7)


def _to_count(request: Request) -> list[Waiting]:
    seats = [seat.id for seat in people.seats_of(request.session, request.member)]
    theirs = select(Goal).join(Position).where(Position.seat_id.in_(seats), Goal.status == Status.AGREED)
    goals = request.session.scalars(theirs.order_by(Goal.id)).unique().all()
    return [one for goal in goals if seated.is_chaired_by(goal, request.member) for one in _of(goal, request)]


def _of(goal: Goal, request: Request) -> list[Waiting]:
    session, words = request.session, request.words
    if session.get(Measure, goal.id) is None:
        return [Waiting(partial(_to_set, goal, words), Urgency.KEEP)]
    today = request.now.astimezone(ZoneInfo(request.district.zone)).date()
    last = session.scalar(select(func.max(Point.day)).where(Point.goal_id == goal.id, ~Point.taken_away))
    return [] if last and today < last + WEEK else [Waiting(partial(_to_add, goal, words), Urgency.WATCH)]


def _to_set(goal: Goal, words: Words) -> list[Part]:
    button = Button(words("measure-set"), "goal.target", str(goal.id), "main")
    return [Text(words("measure-home-set", goal=in_a_line(goal.change))), Buttons((button,))]


def _to_add(goal: Goal, words: Words) -> list[Part]:
    button = Button(words("measure-add"), "goal.number", str(goal.id), "main")
    return [Text(words("measure-home-add", goal=in_a_line(goal.change))), Buttons((button,))]


SECTIONS = {"goal.numbers": Section("measure-home", _to_count, seated=True)}
