"""A poll is set right at the moment at which somebody answers it: they are told, and counted for, what it says now."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.at_once import at_once, by
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_both, rows

from bot.boundary import Address, Form

pytestmark = on_both

CAUCUS = Address("slack", "T01CEDAR", "C01ASSOCIATION")
STAYS = "only while everyone sees that nobody has chosen it"


async def asked(bot: Core) -> tuple[Corner, Corner]:
    """Dana asks, and has the form open in which she sets it right; Maria has not answered yet."""
    dana, maria = corner(bot, "Dana Lee"), corner(bot, "Maria Rivera")
    dana.place = maria.place = CAUCUS
    await dana.types("poll", "Do we raise it? | Yes | No | Neither")
    await dana.clicks("Post it")
    await dana.presses("poll.amend", "1")
    assert isinstance(dana.answer, Form)
    return dana, maria


def answers(bot: Core) -> list[tuple[str, ...]]:
    counted = "select o.label from ballots b join poll_options o on o.id = b.option_id"
    return rows(bot.settings.database_url, counted)


async def test_an_answer_is_told_as_it_reads_now(tmp_path: Path) -> None:
    """Maria pressed "Yes", reads what that became, and can press another."""
    async with core(tmp_path) as bot:
        dana, maria = await asked(bot)
        await at_once(
            bot,
            by(dana, lambda who: who.fills_in(options="Raise it\nDo not raise it\nNeither")),
            by(maria, lambda who: who.presses("poll.vote", "1:1")),
        )
        dana.sees("Changed. No answer was lost")
        maria.sees("Your answer is in: Raise it.", "[Take back “Raise it”]")
        assert answers(bot) == [("Raise it",)]
        assert "Raise it: 1 vote" in drawn(bot, "poll", 1)


async def test_an_answer_that_was_taken_off_is_not_given(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, maria = await asked(bot)
        await at_once(
            bot,
            by(dana, lambda who: who.fills_in(options="Yes\nNo")),
            by(maria, lambda who: who.presses("poll.vote", "1:3")),
        )
        dana.sees("Changed.")
        maria.sees("That answer isn't here any more")
        assert answers(bot) == []


@pytest.mark.parametrize(
    ("pressed", "told", "counts"), [("1:1", "No answer was lost", "Raise it"), ("1:3", STAYS, "Neither")]
)
async def test_an_answer_that_was_given_first_stays(tmp_path: Path, pressed: str, told: str, counts: str) -> None:
    """And none is taken off that somebody is just giving."""
    async with core(tmp_path) as bot:
        dana, maria = await asked(bot)
        await at_once(
            bot,
            by(maria, lambda who: who.presses("poll.vote", pressed)),
            by(dana, lambda who: who.fills_in(options="Raise it\nNo")),
        )
        maria.sees("Your answer is in")
        dana.sees(told)
        assert answers(bot) == [(counts,)]
