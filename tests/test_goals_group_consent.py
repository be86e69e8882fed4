"""A group may agree by a decision of its own: in its own place, with a quorum and an end, by the rule that it had when
the goal was sent. Its reasons stay with it unless its leaders share them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support import databases
from support.concerns import ASKED, answers, proposed
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn, shown
from support.databases import on_both, on_either, rows
from support.districts import copy, edit, pretend
from support.meetings import load

from bot.goals import deciding

CHICAGO = ZoneInfo("America/Chicago")
CAUCUS = "#association-caucus (Slack)"


async def decides_together(bot: Core, **chosen: str) -> Corner:
    """The association, from now on."""
    dana = corner(bot, "Dana Lee")
    await dana.presses("goal.rule")
    await dana.clicks("Decide together in our own channel")
    await dana.fills_in(**chosen)
    return dana


async def votes(bot: Core, answer: str, *names: str, reason: str = "") -> None:
    """In the newest poll."""
    database = bot.settings.database_url
    (poll,) = rows(database, "select max(id) from polls")[0]
    (option,) = rows(database, f"select id from poll_options where poll_id = {poll} and ready = '{answer}'")[0]
    for name in names:
        who = corner(bot, name)
        await who.presses("poll.vote", f"{poll}:{option}")
        if reason:
            await who.fills_in(text=reason)


def educators(count: int) -> list[str]:
    return [one.name for one in pretend().members if one.group == "cvea" and one.slack][:count]


@on_both
async def test_a_group_decides_in_its_own_place(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana = await decides_together(bot, quorum="A quarter of those who can")
        dana.sees(f"by a decision in {CAUCUS}, within 5 school days.", "A quarter of those who can")
        maria = await proposed(bot)
        await bot.later(minutes=1)
        assert "20 quiet minutes a day" in drawn(bot, "goal.group", 1)
        assert rows(database, "select question, quorum, kind from polls") == [
            ("20 quiet minutes a day", "quarter", "consent")
        ]
        for name in ASKED:
            await answers(bot, name, "agree")
        assert rows(database, "select status from goals") == [("proposed",)]
        await maria.presses("goal.show", "1")
        maria.sees("Cedar Valley Education Association: is deciding together")
        await votes(bot, "agree", *educators(20))
        for way in ("poll.close-now", "poll.later", "poll.amend"):  # nobody ends it while it suits
            await maria.presses(way, "1")
            maria.sees("Your group decides this until")
        await bot.later(days=8)
        assert rows(database, "select status from goals") == [("agreed",)]


@on_either
async def test_who_decides_reads_the_goal_first_as_the_preview_said(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await decides_together(bot)
        greta = corner(bot, "Greta Holm")  # of another school
        await proposed(bot)
        await greta.presses("goal.show", "1")
        greta.sees("20 quiet minutes a day")
        silvia = corner(bot, "Silvia Cantú", "discord")
        await silvia.presses("goal.show", "1")
        assert "20 quiet" not in silvia.sees()


@on_either
async def test_too_few_are_asked_again_and_a_block_names_who_talks(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana = await decides_together(bot, quorum="Half of those who can")
        maria = await proposed(bot)
        for name in ASKED:
            await answers(bot, name, "agree")
        await bot.later(minutes=1)
        await votes(bot, "agree", "Owen Lindqvist")
        await bot.later(days=8)
        assert rows(database, "select answer from goal_positions where place_id is not null") == [("more time",)]
        await dana.presses("goal.rule")
        await dana.clicks("Change how we decide")
        await dana.fills_in(quorum="No minimum")
        await bot.later(days=7)
        assert rows(database, "select count(*) from polls") == [(2,)]
        assert rows(database, "select distinct quorum from polls") == [("half",)]  # by the rule of its day
        await votes(bot, "agree", *educators(40))
        await votes(bot, "block", "Owen Lindqvist", reason="The hall is not ours to promise.")
        await bot.later(days=8)
        rosa = corner(bot, "Rosa Delgado")
        await rosa.presses("goal.show", "1")
        text = rosa.sees("todavía no puede aceptar", "Maria Rivera y Elena Ortiz hablan a más tardar")
        assert "not ours" not in text
        assert "not ours to promise" in drawn(bot, "poll", 2)
        assert "You choose what the others see" in shown(bot, deciding.show_choose, 1)
        await maria.presses("goal.share-reason", "1")
        await maria.fills_in(reason="The hall needs an agreement first.")
        await rosa.presses("goal.show", "1")
        rosa.sees("The hall needs an agreement first.")


@on_either
async def test_a_change_of_substance_asks_the_group_anew_and_only_leaders_set_its_rule(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("goal.rule-place")
        owen.sees("Only a group's president or council")
        await decides_together(bot)
        maria = await proposed(bot)
        await bot.later(minutes=1)
        await maria.presses("goal.change", "1")
        await maria.fills_in(change="30 quiet minutes a day")
        await bot.later(minutes=1)
        assert rows(database, "select status, question from polls order by id") == [
            ("WITHDRAWN", "20 quiet minutes a day"),
            ("OPEN", "30 quiet minutes a day"),
        ]
        await maria.presses("goal.take-back-now", "1")
        await bot.later(minutes=1)
        assert rows(database, "select status from polls") == [("WITHDRAWN",)] * 2


@on_either
async def test_no_seat_answers_for_a_group_that_decides(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        marcus = corner(bot, "Marcus Tilley", "discord")
        await marcus.presses("goal.rule-place")
        await marcus.fills_in()
        await proposed(bot)
        rosa = await answers(bot, "Rosa Delgado", "agree")
        rosa.sees("Su grupo lo decide en conjunto en #pta-caucus (Discord)")
        found = "select count(*) from goal_positions where place_id is not null and answer is not null"
        assert rows(bot.settings.database_url, found) == [(0,)]
        assert not any(one.do == "goal.answer" for one in buttons(said(rosa.answer)))


@on_either
@pytest.mark.parametrize(("hours", "back"), [("7-18", "2026-10-21T01:05"), ("7-15", "2026-10-20T16:00")])
async def test_a_group_is_asked_again_when_people_may_be_written_to(tmp_path: Path, hours: str, back: str) -> None:
    """Not at night, when the bot is back after it was away; not at four where the district's day ends at three."""
    posted = "select count(*) from deliveries where card in ('poll', 'goal.group')"
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        databases.change(database, f"update districts set hours = '{hours}'")
        await decides_together(bot, quorum="Half of those who can")
        maria = await proposed(bot)
        for name in ASKED:
            await answers(bot, name, "agree")
        await bot.until(datetime(2026, 10, 14, 12, tzinfo=CHICAGO))
        await maria.presses("goal.show", "1")
        maria.sees("decided together: needs more time")  # too few answered
        bot.clock.move_to(datetime.fromisoformat(back).replace(tzinfo=CHICAGO))
        await bot.later(minutes=5)
        assert rows(database, posted) == [(2,)]
        await bot.until(datetime(2026, 10, 21, 6, 59, tzinfo=CHICAGO))
        assert rows(database, posted) == [(2,)]
        await bot.until(datetime(2026, 10, 21, 7, 1, tzinfo=CHICAGO))
        assert rows(database, posted) == [(4,)]
        await maria.presses("goal.show", "1")
        maria.sees("Cedar Valley Education Association: is deciding together")


@on_either
async def test_a_place_that_is_for_others_by_now_shows_no_goal(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await decides_together(bot)
        await proposed(bot)
        await bot.later(minutes=1)
        there = "(select id from places where name = 'association-caucus')"
        administration = "(select id from groups where key = 'administration')"
        for one in (
            f"insert into place_groups (place_id, group_id) values ({there}, {administration})",
            f"update places set audience = 'JOINT' where id = {there}",
        ):
            databases.change(bot.settings.database_url, one)
        assert not drawn(bot, "goal.group", 1)


HERE, WIDER = "association-caucus,en,caucus,cvea,lincoln", "association-caucus,en,caucus,cvea,"


async def asked_at_lincoln(bot: Core, folder: Path) -> Corner:
    """The association's caucus is Lincoln's alone, and decides about a goal that another group's school proposed."""
    edit(folder, "places.csv", WIDER, HERE)
    await load(bot, folder)
    await decides_together(bot, quorum="Half of those who can")
    return await proposed(bot)


@on_either
async def test_whom_a_group_decides_with_by_now_is_not_asked_what_only_others_were_to_read(tmp_path: Path) -> None:
    """Greta is of another school: the channel that decided was Lincoln's when the goal was sent."""
    folder = copy(tmp_path / "files")
    async with core(tmp_path, folder) as bot:
        database = bot.settings.database_url
        maria = await asked_at_lincoln(bot, folder)
        await bot.later(days=8)  # too few answer
        edit(folder, "places.csv", HERE, WIDER)
        await load(bot, folder)
        await bot.later(days=8)
        greta = corner(bot, "Greta Holm")
        await greta.presses("goal.show", "1")
        greta.sees("That isn't here any more.")
        await greta.presses("poll.show", "2")
        greta.sees("That isn't here any more.")
        assert rows(database, "select count(*) from polls") == [(1,)]
        await maria.presses("goal.show", "1")  # her role speaks for it, and has proposed it
        maria.sees("Lincoln Elementary's building rep (Maria Rivera): agrees")


@on_either
async def test_it_is_not_asked_where_others_read_before_it_began(tmp_path: Path) -> None:
    """The files were loaded between the goal's going and the poll."""
    folder = copy(tmp_path / "files")
    async with core(tmp_path, folder) as bot:
        database = bot.settings.database_url
        await asked_at_lincoln(bot, folder)
        edit(folder, "places.csv", HERE, "association-caucus,en,joint,cvea;administration,")
        await load(bot, folder)
        await bot.later(minutes=1)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("poll.show", "1")
        samuel.sees("That isn't here any more.")
        assert rows(database, "select question from polls") == []
        assert rows(database, "select answer from goal_positions where place_id is not null") == [("more time",)]
