"""The page of an agreed goal: what is to be done next comes before what can be looked at."""

from __future__ import annotations

from pathlib import Path

from support.concerns import agreed, tells
from support.cores import core, said
from support.corner import Corner, buttons
from support.databases import on_either
from support.trying import ends, planned

pytestmark = on_either


def labels(who: Corner) -> list[str]:
    return [one.label for one in buttons(said(who.answer))]


def main(who: Corner) -> list[str]:
    """What the page asks for."""
    return [one.label for one in buttons(said(who.answer)) if one.tone == "main"]


async def test_what_is_next_comes_first(tmp_path: Path) -> None:
    """The rep of an agreed goal is to tell those who spoke, then to plan; numbers and the record are below that."""
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("goal.show", "1")
        assert labels(maria)[:2] == ["Tell those who spoke", "Plan three weeks"]
        assert main(maria) == ["Tell those who spoke"]
        await tells(maria)
        await maria.presses("goal.show", "1")
        assert labels(maria)[0] == "Plan three weeks"
        assert main(maria) == ["Plan three weeks"]
        assert labels(maria).index("Offer two times to talk") < labels(maria).index("Add a number")


async def test_what_is_tried_comes_before_what_else_there_is(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot)
        await tells(maria)
        await maria.presses("goal.show", "1")
        assert labels(maria)[0] == "See the test"
        assert main(maria) == []
        await ends(maria)
        await maria.presses("goal.show", "1")
        assert labels(maria)[:2] == ["Plan the next one", "See the test"]
