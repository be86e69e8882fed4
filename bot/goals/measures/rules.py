"""Which number or target an act is about. Who is on the team may say them; who reads the goal reads them."""

from __future__ import annotations

from bot.drafts import Draft
from bot.forms import first
from bot.goals import rules
from bot.goals.measures.model import Point
from bot.goals.model import Goal, Status, to_change
from bot.payloads import Row, number
from bot.request import Refusal, Request

GOAL = "goal"  # what a draft says besides its fields


def count(request: Request, goal: Goal) -> None:
    """While it is under way."""
    rules.be_of_its_team(request, goal)
    if goal.status is not Status.AGREED:
        raise Refusal.saying(request.words("goal-not-now"))


def find_point(request: Request) -> Point | None:
    return request.session.get(Point, request.payload(Row).id)


def count_it(request: Request, point: Point) -> None:
    count(request, request.session.get_one(Goal, point.goal_id))


def goal_of(request: Request, draft: Draft) -> Goal:
    """Which nobody else changes meanwhile. Raises Refusal where the draft's writer is on its team no more."""
    goal = to_change(request.session, number(first(draft.typed, GOAL)) or 0)
    if goal is None:
        raise Refusal.saying(request.words("gone"))
    count(request, goal)
    return goal
