"""What two co-chairs looked over is what goes out: the goal to its groups, and a line to those who spoke."""

from __future__ import annotations

from pathlib import Path

from support.concerns import answers
from support.cores import core
from support.corner import corner, shown
from support.databases import on_either, rows
from support.districts import copy, edit
from support.meetings import load
from test_goals_canvas import agrees_in_public, sent, written
from test_goals_group_consent import decides_together

from bot.goals import authors


@on_either
async def test_it_is_sent_with_no_other_words_than_were_looked_over(tmp_path: Path) -> None:
    """Neither with what the other co-chair wrote meanwhile, nor with what a group brings by now."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria, marcus = await written(bot)
        await marcus.clicks("Send it to the groups")
        await maria.presses("goal.show", "1")
        await maria.clicks("How we'll know")
        await maria.fills_in(target="0: and the PTA pays for it")
        await marcus.clicks("Send it")
        marcus.sees("Nothing is sent yet", "0: and the PTA pays for it", "[Send it]")
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("canvas.bring", "1")
        await samuel.fills_in(brings="A coach on Tuesdays")
        await marcus.clicks("Send it")
        marcus.sees("A coach on Tuesdays", "[Send it]")
        await marcus.presses("canvas.send-now", "1")  # of a preview that did not keep what it had shown
        marcus.sees("[Send it]")
        assert rows(database, "select status from goals") == [("draft",)]
        assert rows(database, "select count(*) from goal_positions where answer is not null") == [(0,)]
        await marcus.clicks("Send it")
        marcus.sees("Sent.")
        assert rows(database, "select status from goals") == [("proposed",)]


@on_either
async def test_it_goes_to_nobody_whom_its_preview_did_not_name(tmp_path: Path) -> None:
    """Though the association's leader lets all of it decide meanwhile, or the channel is for others by now."""
    folder = copy(tmp_path / "files")
    async with core(tmp_path, folder) as bot:
        database = bot.settings.database_url
        _, marcus = await written(bot)
        await marcus.clicks("Send it to the groups")
        marcus.sees("the association's president, Cedar Valley Education Association: Dana Lee")
        await decides_together(bot)
        await marcus.clicks("Send it")
        marcus.sees("#association-caucus (Slack)", "[Send it]")
        here, there = "association-caucus,en,caucus,cvea,", "association-caucus,en,caucus,cvea,lincoln"
        edit(folder, "places.csv", here, there)
        await load(bot, folder)
        await marcus.clicks("Send it")
        marcus.sees("#association-caucus (Slack)", "[Send it]")
        assert rows(database, "select status from goals") == [("draft",)]
        assert rows(database, "select count(*) from deliveries where card = 'goal.group'") == [(0,)]
        await marcus.clicks("Send it")
        marcus.sees("Sent.")


@on_either
async def test_those_who_spoke_are_told_no_line_that_was_not_looked_over(tmp_path: Path) -> None:
    """And each line is said to be of the one who wrote it."""
    async with core(tmp_path) as bot:
        maria, marcus = await sent(bot)
        for name in ("Samuel Okafor", "Dana Lee"):
            await answers(bot, name, "agree")
        await agrees_in_public(bot)
        await marcus.presses("goal.tell", "1")
        await maria.presses("goal.word", "1")
        await maria.fills_in(word="Thank you all.")
        await maria.presses("goal.tell-now", "1")  # of a preview that did not keep what it had shown
        maria.sees("It can't be taken back.")
        await marcus.clicks("Tell them")
        marcus.sees("From Lincoln Elementary's building rep:", "Thank you all.", "It can't be taken back.")
        await marcus.clicks("Change your line")
        await marcus.fills_in(word="We begin on Monday.")
        marcus.sees("From the PTA liaison, Cedar Valley PTA:", "We begin on Monday.")
        await marcus.clicks("Tell them")
        await bot.later(days=1)
        assert "From the PTA liaison, Cedar Valley PTA:\nWe begin on Monday." in shown(bot, authors.show, 1)
