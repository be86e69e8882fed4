"""The record of a goal that two co-chairs led: where it began, what each group brought, what the data said, and who was
appointed; each reader finds as much of it as their group may read, on the pages and in both files."""

from __future__ import annotations

from pathlib import Path

from support.concerns import answers
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner
from support.databases import on_both, on_either
from support.trying import ELENA
from test_goals_canvas import HOW, agrees_in_public, written
from test_goals_record import file, pages, table

SOURCE = "https://data.example.org/fall?grade=3"
BROUGHT = "A coach on Tuesdays"


async def agreed_by_all(bot: Core) -> Corner:
    """A goal of the title on whose data the administration has said something."""
    maria, marcus = await written(bot)
    samuel = corner(bot, "Samuel Okafor")
    await samuel.presses("canvas.bring", "1")
    await samuel.fills_in(brings=BROUGHT)
    await maria.presses("data.ask", "1")
    await maria.fills_in(what="How many read at level?", why="To begin")
    await samuel.presses("data.answer", "1")
    await samuel.fills_in(answer="22 of 60", source="Fall check", link=SOURCE, day="Sep 30")
    await marcus.presses("canvas.send", "1")
    await marcus.clicks("Send it")
    for name in ("Samuel Okafor", "Dana Lee"):
        await answers(bot, name, "agree")
    await agrees_in_public(bot)
    return maria


@on_both
async def test_it_says_where_it_began_what_was_brought_and_who_was_appointed(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed_by_all(bot)
        await maria.presses("team.ask", "1")
        await maria.fills_in(group="Cedar Valley Education Association", hours="An hour", what="knows about dyslexia")
        dana = corner(bot, "Dana Lee")
        await dana.sends("team.forward", "1", {"whom": ("Priya Natarajan",)})
        for whole in ("".join(await pages(maria)), await file(maria), str(await table(maria))):
            assert "Priya" not in whole, "nobody knows of it before she says yes"
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("team.yes", "1")
        for whole in ("".join(await pages(maria)), await file(maria), str(await table(maria))):
            for text in ("Where we stand now: 1 of 5", f"District Administration brings: {BROUGHT}", HOW["source"]):
                assert text in whole.replace("\\", "")
            assert "Priya Natarajan, appointed by Cedar Valley Education Association" in whole.replace("\\", "")
        lines = await table(maria)
        assert lines[0] == ["Chapter", "Line"]
        assert ["The goal", "Where we stand now: 1 of 5"] in lines


@on_either
async def test_what_the_shelf_says_is_in_it_for_those_who_may_read_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed_by_all(bot)
        whole = "".join(await pages(maria))
        assert "Data came: How many read at level?" in whole
        assert "22 of 60" in whole
        assert "data.example.org" in (await file(maria)).replace("\\", "")
        patricia = corner(bot, "Patricia Nowak")  # the board took no part in the round, and reads the goal
        for theirs in ("".join(await pages(patricia)), await file(patricia), str(await table(patricia))):
            assert BROUGHT in theirs
            assert "22 of 60" not in theirs
            assert "data.example.org" not in theirs


@on_either
async def test_nothing_of_it_is_for_those_who_do_not_read_the_goal(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await written(bot)
        owen = corner(bot, "Owen Lindqvist")
        for press in ("goal.record", "goal.record-file"):
            await owen.presses(press, "1")
            owen.sees("That isn't here any more.")
            assert "goal.record-file" not in {one.do for one in buttons(said(owen.answer))}
        assert ELENA not in owen.sees()
