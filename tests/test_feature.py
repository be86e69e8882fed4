"""A feature is a folder and a line: a pretend one is added to the others, and the house has all that it hands over."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cores import core
from support.corner import corner, drawn, next_due
from support.databases import on_sqlite, rows
from support.suggestion_box import routes as box

from bot import notices, routes
from bot.feature import Feature, merge
from bot.request import Route

pytestmark = on_sqlite

HOUSE = routes.house([*routes.FEATURES, box.FEATURE])


async def test_a_feature_needs_nothing_but_its_line(tmp_path: Path) -> None:
    async with core(tmp_path, house=HOUSE) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("somewhere")
        maria.sees("The box is open.")
        await maria.clicks("Suggest something")
        await maria.fills_in(text="A clock in the gym")
        maria.sees("It is in the box.")
        ((card, subject),) = rows(bot.settings.database_url, "select card, subject from deliveries")
        assert (card, drawn(bot, box.CARD, int(str(subject)), house=HOUSE)) == (box.CARD, "A clock in the gym")
        await next_due(bot, box.DUE)
        await next_due(bot, notices.NOTICE)
        ((roundup,),) = rows(bot.settings.database_url, "select id from roundups")
        assert "Thank you for: A clock in the gym" in drawn(bot, notices.CARD, int(str(roundup)), house=HOUSE)


def test_a_name_that_is_given_twice_is_said() -> None:
    with pytest.raises(ValueError, match=r"presses: poll\.vote is given twice"):
        merge(*routes.FEATURES, Feature(presses={"poll.vote": routes.HOUSE.presses["poll.vote"]}))


def test_a_route_without_a_rule_is_none() -> None:
    with pytest.raises(ValueError, match="who may take it"):
        Route(lambda _request, _about: None, ())
