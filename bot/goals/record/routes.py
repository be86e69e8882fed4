"""All that a goal's record can be asked to do."""

from __future__ import annotations

from bot.feature import Feature
from bot.goals import rules
from bot.goals.record import book
from bot.request import Route

READER = (rules.read_goal,)

FEATURE = Feature(
    presses={
        "goal.record": Route(book.show, READER, rules.find_goal),
        "goal.record-file": Route(book.take_along, READER, rules.find_goal),
    },
)
