"""All numbers of a goal, page by page, each to be corrected or taken away by its team."""

from __future__ import annotations

from dataclasses import dataclass

from bot.boundary import Answer, Button, Buttons, Heading, Message, Part, Private, Text
from bot.goals.measures import figures
from bot.goals.measures.model import Point, points_of
from bot.goals.model import Goal, Status, count
from bot.goals.team import seated
from bot.payloads import Payload
from bot.request import Request

PAGE = 6  # numbers on one


@dataclass(frozen=True)
class Page(Payload):
    goal: int
    page: int = 1


def show(request: Request, goal: Goal) -> Answer:
    """The newest first."""
    session, words = request.session, request.words
    found = count(session, points_of(goal))
    page = max(1, min(request.payload(Page).page, -(-found // PAGE)))
    newest = points_of(goal).order_by(None).order_by(Point.day.desc())
    here = session.scalars(newest.offset((page - 1) * PAGE).limit(PAGE)).all()
    may = goal.status is Status.AGREED and seated.has(goal, request.member)
    parts: list[Part] = [Heading(words("measure-all-title", count=found))]
    for point in here:
        parts.append(Text(figures.line(point, words)))
        if may:
            correct = Button(words("measure-correct"), "goal.number-correct", str(point.id))
            away = Button(words("measure-take-away"), "goal.number-away", str(point.id))
            parts.append(Buttons((correct, away)))
    turns = [Button(words("home-back"), "goal.numbers", str(goal.id))]
    if page * PAGE < found:
        turns.insert(0, Button(words("home-next"), "goal.all-numbers", str(Page(goal.id, page + 1))))
    if page > 1:
        turns.insert(0, Button(words("home-previous"), "goal.all-numbers", str(Page(goal.id, page - 1))))
    return Private(Message((*parts, Buttons(tuple(turns)))))
