"""The features, and the house that they make together with what belongs to none of them: the home card, one's own
preferences, accounts and seats, what seats promised and groups decide, what has gone quiet, what each role can do, what
is carried between threads, the day's one message, the way back to unnamed authors, what waits for its writer's word."""

from __future__ import annotations

from collections.abc import Sequence

from bot import decisions, dispatch, notices, nudging, playbook, promises, redeclared, replies, return_paths, roundups
from bot.bridge import routes as bridge
from bot.broadcasts import retelling
from bot.broadcasts import routes as broadcasts
from bot.feature import Feature, merge
from bot.goals import routes as goals
from bot.goals.canvas import routes as canvas
from bot.goals.commitments import routes as commitments
from bot.goals.cycles import routes as cycles
from bot.goals.endings import routes as endings
from bot.goals.measures import routes as measures
from bot.goals.record import routes as record
from bot.goals.rounds import routes as rounds
from bot.goals.shelf import routes as shelf
from bot.goals.team import routes as team
from bot.home import routes as home
from bot.listening import routes as listening
from bot.meetings import bringing
from bot.meetings import routes as meetings
from bot.meetings.calendars import routes as calendars
from bot.meetings.records import routes as records
from bot.onboarding import offices, telling
from bot.onboarding import routes as onboarding
from bot.polls import routes as polls
from bot.questions import routes as questions
from bot.questions.faq import routes as faq
from bot.seats import routes as seats

# In the order in which the home card shows them.
FEATURES = (
    questions.FEATURE,
    faq.FEATURE,
    meetings.FEATURE,
    calendars.FEATURE,
    records.FEATURE,
    polls.FEATURE,
    goals.FEATURE,
    measures.FEATURE,
    endings.FEATURE,
    record.FEATURE,
    rounds.FEATURE,
    canvas.FEATURE,
    cycles.FEATURE,
    commitments.FEATURE,
    shelf.FEATURE,
    team.FEATURE,
    broadcasts.FEATURE,
    listening.FEATURE,
)


def house(features: Sequence[Feature]) -> Feature:
    """All that the bot can be asked to do. Raises ValueError where a name is given twice."""
    whole = merge(*features)
    parts = (
        promises,
        bringing,
        retelling,
        decisions,
        replies,
        nudging,
        bridge,
        offices,
        seats,
        redeclared,
        telling,
        notices,
        roundups,
        return_paths,
        dispatch,
        onboarding,
        playbook,
        home,
    )
    for part in parts:
        whole = merge(whole, part.feature(whole))
    return whole


HOUSE = house(FEATURES)
