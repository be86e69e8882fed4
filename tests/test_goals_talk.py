"""A first time to talk about a goal: two are offered, and the one that suits all is told."""

from __future__ import annotations

from pathlib import Path

from support.concerns import ASKED, agreed
from support.cores import core
from support.corner import corner, shown
from support.databases import on_either
from test_goals_consent import told

from bot.goals import talking

pytestmark = on_either


async def test_the_time_that_suits_all_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        await maria.presses("goal.offer-times", "1")
        await maria.fills_in(first="yesterday")
        maria.sees("I can't tell which day")
        await maria.clicks("Fix it")
        await maria.fills_in(first="Oct 14 3:15 pm", second="Oct 15 7:30 am")
        maria.sees("Offered.")
        assert told(database, "goal-times") == {*ASKED}
        await corner(bot, "Elena Ortiz").presses("goal.pick-time", "1:2:second")
        await corner(bot, "Rosa Delgado").presses("goal.pick-time", "1:2:neither")
        assert told(database, "goal-times") == {"Maria Rivera", *ASKED}
        await maria.presses("goal.offer-times", "1")
        await maria.fills_in(first="Oct 16 3:15 pm")
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("goal.pick-time", "1:2:first")  # an old button
        elena.sees("Mientras tanto se propusieron otras horas")
        for name in ASKED:
            await corner(bot, name).presses("goal.pick-time", "1:3:first")
        assert told(database, "goal-talk") == {"Maria Rivera", *ASKED}
        assert "Friday, October 16, 3:15 PM" in shown(bot, talking.show_set, 1)
