"""The page of a goal: how it reads and who says what, and, once it is agreed, what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.boundary import Answer, Message, Note, Part, Private, fitting
from bot.goals import cards
from bot.goals.commitments import cards as commitments
from bot.goals.cycles import cards as cycles
from bot.goals.model import Goal, Status
from bot.request import Request

# What belongs to an agreed goal, in this order, what is to be done next first; each reader is shown what their group
# may see of it.
PARTS: tuple[Callable[[Request, Goal], list[Part]], ...] = (
    cycles.on_page,
    commitments.on_page,
)


def show(request: Request, goal: Goal) -> Answer:
    request = replace(request, words=request.pressed)
    words = request.words
    above, below = (make(goal, request.member, words) for make in (cards.to_answer, cards.onward))
    if goal.status is not Status.AGREED:
        return Private(Message((*above, *below)))
    groups = [found for part in PARTS if (found := part(request, goal))]
    between = fitting(groups, (*above, *below), Note(words("more-than-fits")))
    return Private(Message((*above, *between, *below)))
