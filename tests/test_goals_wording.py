"""A proposal's wording is changed, or it is taken back, while nobody has agreed to it yet."""

from __future__ import annotations

from pathlib import Path

from support.concerns import ASKED, NOISE, answers, proposed
from support.cores import core
from support.databases import on_either, rows

from bot.boundary import Form
from bot.goals import amending

pytestmark = on_either


async def test_a_change_of_substance_asks_everybody_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await proposed(bot)
        await answers(bot, "Elena Ortiz", "agree")
        await maria.presses("goal.change", "1")
        await maria.fills_in(measure="Books read")
        maria.sees("changed in substance, so every group is asked again", "Days with 20 minutes", "Books read")
        assert rows(database, "select count(*) from goal_positions where answer is null") == [(2,)]
        elena = await answers(bot, "Elena Ortiz", "agree")  # an old button
        elena.sees("El texto cambió mientras tanto", "Books read")
        for name in ASKED:
            await answers(bot, name, "agree", version=2)
        assert rows(database, "select status from goals") == [("agreed",)]


async def test_a_slip_of_the_pen_asks_nobody_and_is_one(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await proposed(bot, change="20 quite minutes a day")
        await answers(bot, "Elena Ortiz", "agree")
        typo = "A slip of the pen: answers stand"
        await maria.presses("goal.change", "1")
        await maria.fills_in(change="30 quiet minutes a day", kind=typo)
        maria.sees("That is more than a slip of the pen.")
        await maria.clicks("Fix it")
        await maria.fills_in(change="20 quiet minutes a day", kind=typo)
        maria.sees("A slip of the pen was mended, so answers stand.", "20 quite minutes")
        assert rows(database, "select count(*) from goal_positions where answer = 'agree'") == [(2,)]


def test_a_figure_is_never_a_slip() -> None:
    assert amending.is_slip(["Third graders"], ["Third graders "])
    assert not amending.is_slip(["50 of 60"], ["40 of 60"])
    assert not amending.is_slip(["They read"], ["They read with a coach every day"])


async def test_it_is_taken_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await proposed(bot)
        await maria.presses("goal.take-back", "1")
        await maria.clicks("Yes, take it back")
        elena = await answers(bot, "Elena Ortiz", "agree")
        elena.sees("Se retiró. No tiene que hacer nada.")
        await maria.presses("concern.read", "1")
        maria.sees(NOISE)
        await maria.clicks("Start with this")
        assert isinstance(maria.answer, Form)
        assert maria.answer.name == "goal.write"
