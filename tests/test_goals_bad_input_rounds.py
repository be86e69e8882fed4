"""Of a round and of the goal that two lead: a rule is changed in the middle, both change the canvas at once, nobody is
behind a title any more, two titles tie, nobody answers. Each has an end, and nothing that was written is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

from support.concerns import answers
from support.cores import core, said
from support.corner import buttons, corner, next_due
from support.databases import on_both, on_either, rows
from test_goals_canvas import HOW, WHAT, agrees_in_public, begun, sent, written
from test_goals_co_chairs import all_say, listed
from test_goals_consent import told
from test_goals_group_consent import decides_together, educators, votes

from bot.goals import consenting
from bot.goals.rounds import deciding, rounds

STATUS = "select status from goals order by id"


@on_either
async def test_a_rule_changed_in_the_middle(tmp_path: Path) -> None:
    """While the canvas is written it counts; once the groups are asked, the one of that day does."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        _, marcus = await written(bot)
        await decides_together(bot)
        await marcus.presses("canvas.send", "1")
        marcus.sees("Cedar Valley Education Association decides together")
        await marcus.clicks("Send it")
        await bot.later(minutes=1)
        dana = corner(bot, "Dana Lee")
        await dana.presses("goal.rule-change")  # by her role alone, from the next goal on
        dana.sees("by the role that speaks for it there, alone")
        await dana.presses("goal.answer", "1:1:block")
        assert rows(database, "select count(*) from goal_positions where answer = 'block'") == [(0,)]
        await answers(bot, "Samuel Okafor", "agree")
        await agrees_in_public(bot)
        assert rows(database, STATUS) == [("proposed",)]
        await votes(bot, "agree", *educators(20))
        await bot.later(days=8)
        assert rows(database, STATUS) == [("agreed",)]


@on_both
async def test_two_chairs_change_the_canvas_at_once(tmp_path: Path) -> None:
    """In the same moment, each on their own platform: one is saved, and the other reads that and has their own."""
    async with core(tmp_path) as bot:
        maria, marcus = await begun(bot)
        for chair in (maria, marcus):
            await chair.presses("goal.show", "1")
            await chair.clicks("For whom, what changes")
        theirs = {"students": "Fourth graders", "change": "A reading corner"}
        await asyncio.gather(maria.fills_in(**WHAT), marcus.fills_in(**theirs))
        (late,) = [one for one in (maria, marcus) if "changed this meanwhile" in said(one.answer).text()]
        late.sees(*WHAT.values(), *theirs.values())
        assert rows(bot.settings.database_url, "select students, change from goals") in (
            [tuple(WHAT.values())],
            [tuple(theirs.values())],
        )
        await late.clicks("Open mine again")
        await late.fills_in()
        late.sees(*(theirs if late is marcus else WHAT).values())


@on_either
async def test_a_theme_without_concerns(tmp_path: Path) -> None:
    """Its only author took theirs back after the list was shown: people still say what matters, a goal comes of it,
    and there is nobody to be told."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, _ = await listed(bot)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("concern.take-back-now", "1")
        await dana.presses("theme.list")
        dana.sees("A quiet hall · 0")
        await dana.presses("theme.open", "1")
        dana.sees("A quiet hall")
        await dana.presses("round.begin")
        await all_say(bot, "1:now", "2:not now")
        await next_due(bot, rounds.END)
        await dana.presses("theme.scope", "1")
        await dana.fills_in(scope="The administration decides", why="Rooms are planned by the district.")
        await next_due(bot, deciding.TELL)
        assert rows(database, "select count(*) from deliveries where card = 'question.letter'") == [(0,)]
        await dana.presses("theme.scope", "1")
        await dana.fills_in(scope="Shared: we work on it together", why="All want it.")
        await dana.clicks("Start with this")
        await dana.fills_in(**WHAT, measure=HOW["measure"])
        await dana.clicks("Send it")
        await answers(bot, "Samuel Okafor", "agree")
        await corner(bot, "Marcus Tilley", "discord").presses("goal.answer", "1:1:agree")
        assert rows(database, "select status, heard from goals") == [("agreed", 0)]
        await dana.presses("goal.show", "1")
        assert "goal.tell" not in {one.do for one in buttons(said(dana.answer))}


@on_either
async def test_a_tie(tmp_path: Path) -> None:
    """Both have the first place, in an order that does not change; either can be worked on."""
    async with core(tmp_path) as bot:
        dana, _ = await listed(bot)
        await dana.presses("round.begin")
        await all_say(bot, "1:now", "2:now")
        await next_due(bot, rounds.END)
        await dana.presses("round.results")
        before = dana.sees("1. A quiet hall", "1. Room to read")
        assert "2." not in before
        await dana.presses("round.results")
        assert dana.sees() == before
        for theme in ("1", "2"):
            await dana.presses("theme.scope", theme)
            await dana.fills_in(scope="Shared: we work on it together", why="All want it.")
        assert dana.sees().count("All want it.") == 2


@on_either
async def test_nobody_answers(tmp_path: Path) -> None:
    """To what two sent: each is reminded once, and it ends; both are told, and the title can be begun with again."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria, _ = await sent(bot)
        await next_due(bot, consenting.LOOK)
        assert rows(database, "select status, reminded from goals") in ([("proposed", 1)], [("proposed", True)])
        assert told(database, "goal-asked") == {"Samuel Okafor", "Patricia Nowak", "Dana Lee"}
        await next_due(bot, consenting.LOOK)
        assert rows(database, STATUS) == [("closed",)]
        assert told(database, "goal-ended") == {"Maria Rivera", "Marcus Tilley"}
        assert rows(database, "select count(*) from concerns where goal_id is not null") == [(0,)]
        await maria.presses("goal.show", "1")
        maria.sees("It was closed, for not all had agreed.", *WHAT.values())
        await maria.presses("goal.start-theme", "1")
        maria.sees("A goal that is being written")
        assert rows(database, STATUS) == [("closed",), ("draft",)]
