"""A goal that two began to write and that nobody goes on with ends, after they were asked once."""

from __future__ import annotations

from pathlib import Path

from support.cores import core, said
from support.corner import buttons, corner, next_due, shown
from support.databases import on_both, on_either, rows
from test_goals_canvas import HOW, WHAT, begun, sent, written
from test_goals_consent import told

from bot.goals.canvas import resting
from bot.goals.canvas.model import LOOK

STATUS = "select status from goals order by id"


@on_both
async def test_nobody_goes_on_with_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria, marcus = await written(bot)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("canvas.bring", "1")
        await samuel.fills_in(brings="A coach on Tuesdays")
        assert told(database, resting.ASKED) == set()
        await next_due(bot, LOOK)
        assert told(database, resting.ASKED) == {"Maria Rivera", "Marcus Tilley"}
        asks = shown(bot, resting.show_asked, 1)
        assert "“A quiet hall” has been quiet since" in asks
        assert "Otherwise the draft ends on" in asks
        await maria.presses("goal.list")
        assert rows(database, STATUS) == [("draft",)]

        await next_due(bot, LOOK)
        assert rows(database, STATUS) == [("closed",)]
        assert rows(database, "select count(*) from concerns where goal_id is not null") == [(0,)]
        assert told(database, resting.ENDED) == {"Maria Rivera", "Marcus Tilley"}
        assert told(database, resting.BROUGHT) == {"Samuel Okafor"}  # the others had no part in it yet
        assert "nothing is needed of you" in shown(bot, resting.show_brought, 1)
        await samuel.presses("goal.show", "1")
        samuel.sees("It ended before it was sent, for nobody went on with it.", "A coach on Tuesdays")
        await next_due(bot, LOOK)  # there is none
        assert told(database, "goal-ended") == set()  # nobody was asked, so nobody disagreed

        ended = shown(bot, resting.show_ended, 1)
        assert "What you two wrote is still here" in ended
        await marcus.presses("canvas.go-on", "1")
        marcus.sees("A goal that is being written", WHAT["change"], HOW["target"], "A coach on Tuesdays")
        assert rows(database, STATUS) == [("draft",)]
        assert rows(database, "select count(*) from concerns where goal_id = 1") == [(2,)]
        await marcus.clicks("Send it to the groups")
        await marcus.clicks("Send it")
        assert rows(database, STATUS) == [("proposed",)]


@on_either
async def test_whoever_goes_on_is_not_asked_and_it_lives(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria, _ = await begun(bot)
        await bot.later(days=10)
        await maria.presses("goal.show", "1")
        await maria.clicks("For whom, what changes")
        await maria.fills_in(**WHAT)
        await bot.later(days=10)  # what was planned at first came and went
        assert told(database, resting.ASKED) == set()
        await next_due(bot, LOOK)
        assert told(database, resting.ASKED) == {"Maria Rivera", "Marcus Tilley"}
        await maria.types("somewhere")
        await maria.clicks("We go on with it")
        maria.sees("A goal that is being written")
        await next_due(bot, LOOK)
        assert rows(database, STATUS) == [("draft",)]  # they are asked once more, and it has not ended
        assert rows(database, "select count(*) from due where \"do\" = 'canvas.look'") == [(1,)]


@on_either
async def test_what_was_sent_does_not_rest(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await sent(bot)
        await next_due(bot, LOOK)
        assert told(database, resting.ASKED) == set()
        assert rows(database, STATUS) == [("proposed",)]


@on_either
async def test_starting_with_the_title_again_takes_up_what_was_left(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria, marcus = await written(bot)
        for _ in range(2):
            await next_due(bot, LOOK)
        dana = corner(bot, "Dana Lee")
        await dana.presses("canvas.go-on", "1")
        dana.sees("Only Lincoln Elementary's building rep can do that: Maria Rivera.")
        await maria.presses("goal.start-theme", "1")
        maria.sees(WHAT["change"])
        assert rows(database, STATUS) == [("draft",)]
        await maria.presses("goal.take-back-now", "1")
        await marcus.presses("goal.start-theme", "1")
        assert WHAT["change"] not in said(marcus.answer).text()  # taken back is taken back
        await marcus.presses("canvas.go-on", "1")
        assert rows(database, STATUS) == [("taken back",), ("draft",)]


@on_either
async def test_their_home_says_when_it_ends_and_they_can_end_it_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await begun(bot)
        await next_due(bot, LOOK)
        await maria.types("somewhere")
        maria.sees("Going on? Otherwise the draft ends on")
        labels = [one.label for one in buttons(said(maria.answer))]
        assert "End it now" in labels
        await maria.clicks("End it now")
        await maria.clicks("Yes, take it back")
        assert rows(bot.settings.database_url, STATUS) == [("taken back",)]
