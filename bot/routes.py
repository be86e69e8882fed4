"""The features, and the house that they make together with what belongs to none of them: the home card, one's own
preferences, accounts and seats, what seats promised, what is carried between threads, the day's one message, the way
back to unnamed authors, what waits for its writer's word."""

from __future__ import annotations

from collections.abc import Sequence

from bot import actions, dispatch, notices, return_paths, roundups
from bot.bridge import routes as bridge
from bot.broadcasts import routes as broadcasts
from bot.feature import Feature, merge
from bot.goals import routes as goals
from bot.goals.rounds import routes as rounds
from bot.home import routes as home
from bot.meetings import bringing
from bot.meetings import routes as meetings
from bot.onboarding import routes as onboarding
from bot.onboarding import telling
from bot.polls import routes as polls
from bot.questions import routes as questions
from bot.questions.faq import routes as faq
from bot.seats import routes as seats

# In the order in which the home card shows them.
FEATURES = (
    questions.FEATURE,
    faq.FEATURE,
    meetings.FEATURE,
    polls.FEATURE,
    goals.FEATURE,
    rounds.FEATURE,
    broadcasts.FEATURE,
)


def house(features: Sequence[Feature]) -> Feature:
    """All that the bot can be asked to do. Raises ValueError where a name is given twice."""
    whole = merge(*features)
    parts = (actions, bringing, bridge, seats, telling, notices, roundups, return_paths, dispatch, onboarding, home)
    for part in parts:
        whole = merge(whole, part.feature(whole))
    return whole


HOUSE = house(FEATURES)
