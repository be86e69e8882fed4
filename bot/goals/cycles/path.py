"""What a goal's team can do next once it is agreed: try one thing, say what happened, tell people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select

from bot.boundary import Button, in_a_line
from bot.feature import Stage, Step
from bot.goals import building
from bot.goals.cycles import model
from bot.goals.cycles.model import Cycle
from bot.goals.model import Goal, Position, Status
from bot.goals.team import seated
from bot.people import model as people
from bot.request import Request
from bot.texts import Words


def step(request: Request) -> Step | None:
    """The one that is furthest."""
    return max(_steps(request), key=lambda one: one.stage, default=None)


def _steps(request: Request) -> Iterator[Step]:
    words, seats = request.words, [seat.id for seat in people.seats_of(request.session, request.member)]
    theirs = select(Goal).join(Position).where(Position.seat_id.in_(seats), Goal.status == Status.AGREED)
    for goal in request.session.scalars(theirs.order_by(Goal.id)).unique() if seats else ():
        newest, what = model.latest(request.session, goal), in_a_line(goal.change)
        if newest is not None and newest.is_over(request.now):
            yield Step(Stage.TRY, words("cycle-asks", goal=what), end(newest, words))
        elif newest is None and seated.is_chaired_by(goal, request.member):
            plan = Button(words("cycle-plan"), "cycle.plan", str(goal.id))
            yield Step(Stage.TRY, words("path-try", goal=what), plan)
        elif newest is not None and newest.ended_at and seated.is_chaired_by(goal, request.member):
            yield Step(Stage.TELL, words("path-tried", goal=what), _tell(request, goal))


def _tell(request: Request, goal: Goal) -> Button:
    """Their building, while the goal goes on; who has none ends it, and those who spoke are told."""
    told = building.tell(request.session, goal, request.member, request.words)
    way = told[0] if told else Button("", "goal.end", str(goal.id))
    return replace(way, label=request.words("path-tell"))


def end(cycle: Cycle, words: Words) -> Button:
    return Button(words("cycle-end"), "cycle.end", str(cycle.id), "main")


def reached(request: Request) -> Stage | None:
    """Something was tried where they work, and somebody said what came of it."""
    theirs = select(Cycle.id).join(Goal).where(Goal.district_id == request.member.district_id)
    tried = theirs.where(Cycle.ended_at.is_not(None), ~Cycle.taken_back)
    if request.member.building_id is not None:
        tried = tried.where(Goal.building_id.is_(None) | (Goal.building_id == request.member.building_id))
    return Stage.TRY if request.session.scalar(tried.limit(1)) is not None else None
