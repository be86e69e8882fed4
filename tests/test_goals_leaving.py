"""Groups that leave in the middle, are on the other platform only, or say nothing: each round and each goal has an end,
the others go on without them, and nothing that was said is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.concerns import ASKED, answers, proposed
from support.cores import Core, core
from support.corner import corner, next_due
from support.databases import change, on_either, rows
from test_goals_canvas import begun, sent
from test_goals_co_chairs import all_say, listed, named
from test_goals_group_consent import decides_together, votes
from test_goals_rounds import gathered, rating

from bot.goals import consenting
from bot.goals.rounds import rounds

pytestmark = on_either


def leaves(bot: Core, group: str) -> None:
    """As after a load of files that do not name it any more: nobody of it on the roster, no accounts, no seats held, no
    places of its own."""
    database, theirs = bot.settings.database_url, f"(select id from groups where key = '{group}')"
    change(database, f"delete from accounts where member_id in (select id from members where group_id in {theirs})")
    change(database, f"update members set on_roster = false where group_id in {theirs}")
    change(database, f"update seats set holder_id = null, deputy_id = null where group_id in {theirs}")
    change(database, f"delete from place_groups where group_id in {theirs}")


def statuses(bot: Core) -> list[tuple[object, ...]]:
    return rows(bot.settings.database_url, "select status from goals")


# While people are asked ---------------------------------------------------------------------------------------------


async def test_before_its_list_is_there_the_others_begin_without_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await gathered(bot)
        samuel = corner(bot, "Samuel Okafor")
        for leader in (dana, marcus, samuel):
            await leader.presses("round.open")
        for leader in (dana, marcus):
            await leader.presses("round.ready")
            await leader.clicks("Show it")
        await dana.presses("round.begin")
        dana.sees("District Administration")  # is waited for
        leaves(bot, "administration")
        await dana.presses("round.begin")
        dana.sees("Open until", "District Administration", "paused")
        await next_due(bot, rounds.END)
        assert rows(bot.settings.database_url, "select phase from rounds") == [("result",)]


async def test_while_people_say_what_matters_what_its_members_said_counts(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await rating(bot)
        silvia = corner(bot, "Silvia Cantú", "discord")
        for who in (silvia, marcus):
            await who.presses("round.say", "2:now")
        leaves(bot, "pta")
        for name in ("Owen Lindqvist", "Thuy Pham", "Jamal Whitfield", "Maria Rivera", "Priya Natarajan"):
            await corner(bot, name).presses("round.say", "1:now")
        await next_due(bot, rounds.END)
        await dana.presses("round.results")
        dana.sees("A quiet hall", "Left out of the order", "Cedar Valley PTA")
        assert rows(bot.settings.database_url, "select count(*) from concerns") == [(2,)]


async def test_a_co_chair_whose_group_leaves_hands_the_goal_to_the_other(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await begun(bot)
        leaves(bot, "pta")
        await maria.presses("goal.show", "1")
        await maria.clicks("For whom, what changes")
        await maria.fills_in(students="Third graders", change="20 quiet minutes a day")
        maria.sees("20 quiet minutes a day")


async def test_a_co_chair_whose_group_pauses_leaves_the_goal_to_the_leaders(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await listed(bot)
        await named(dana, "Dana Lee (the association's president, Cedar Valley Education Association)")
        await named(marcus, "Marcus Tilley (the PTA liaison, Cedar Valley PTA)")
        await dana.presses("round.begin")
        await all_say(bot, "1:now")
        await marcus.presses("round.pause")
        await next_due(bot, rounds.END)
        await dana.presses("theme.scope", "1")
        await dana.fills_in(scope="Shared: we work on it together", why="All want it.")
        await dana.clicks("Start with this")
        assert dana.field(0)  # she writes it alone


# While groups agree -----------------------------------------------------------------------------------------------


async def test_a_group_that_leaves_while_it_is_asked(tmp_path: Path) -> None:
    """It is not agreed without it: it ends, and can be proposed again."""
    async with core(tmp_path) as bot:
        maria = await proposed(bot)
        await answers(bot, "Elena Ortiz", "agree")
        leaves(bot, "pta")
        await maria.presses("goal.show", "1")
        maria.sees("20 quiet minutes a day", "agrees")
        for _ in range(2):
            await next_due(bot, consenting.LOOK)
        assert statuses(bot) == [("closed",)]
        await maria.presses("goal.start", "1")
        assert maria.field(0)


async def test_a_required_group_of_a_round_that_leaves(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await sent(bot)
        for name in ("Samuel Okafor", "Dana Lee"):
            await answers(bot, name, "agree")
        leaves(bot, "board")
        assert statuses(bot) == [("proposed",)]
        for _ in range(2):
            await next_due(bot, consenting.LOOK)
        assert statuses(bot) == [("closed",)]


async def test_a_group_that_decided_together_and_has_no_place_any_more_answers_by_its_seat(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        marcus = corner(bot, "Marcus Tilley", "discord")
        await marcus.presses("goal.rule-place")
        await marcus.fills_in()
        await proposed(bot)
        await answers(bot, "Elena Ortiz", "agree")
        await bot.later(minutes=1)
        change(database, "delete from place_groups where place_id in (select id from places where name = 'pta-caucus')")
        await bot.later(days=16)  # too few said, and it is asked again
        assert rows(database, "select count(*) from polls") == [(1,)]
        await answers(bot, "Rosa Delgado", "agree")
        assert statuses(bot) == [("agreed",)]


async def test_who_proposed_it_has_agreed_where_their_group_can_decide_nowhere(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await decides_together(bot)
        await proposed(bot)
        for name in ASKED:
            await answers(bot, name, "agree")
        gone = "delete from place_groups where place_id in (select id from places where name = 'association-caucus')"
        change(bot.settings.database_url, gone)
        await bot.later(days=16)
        assert statuses(bot) == [("agreed",)]


@pytest.mark.parametrize("some", [0, 1])
async def test_a_group_that_decides_together_and_hardly_answers_is_asked_twice(tmp_path: Path, some: int) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await decides_together(bot, quorum="Half of those who can")
        maria = await proposed(bot)
        for name in ASKED:
            await answers(bot, name, "agree")
        await bot.later(minutes=1)
        await votes(bot, "agree", *["Owen Lindqvist"][:some])
        await bot.later(days=60)
        assert rows(database, "select count(*) from polls") == [(2,)]
        assert statuses(bot) == [("closed",)]
        await maria.presses("goal.start", "1")
        assert maria.field(0)  # its concern is free for another


# On the other platform only -----------------------------------------------------------------------------------------


async def test_a_group_on_the_other_platform_only_decides_there(tmp_path: Path) -> None:
    """Parents have Discord alone: asked, answering and told there, of a goal that was written in Slack."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        change(
            database,
            "delete from accounts where address like 'slack:%' and member_id in (select m.id from members m"
            " join groups g on g.id = m.group_id where g.key = 'pta')",
        )
        marcus = corner(bot, "Marcus Tilley", "discord")
        await marcus.presses("goal.rule-place")
        await marcus.fills_in()
        await proposed(bot)
        await answers(bot, "Elena Ortiz", "agree")
        await bot.later(minutes=1)
        sent_to = "select address from deliveries where card = 'goal.group'"
        assert all(str(place).startswith("discord:") for (place,) in rows(database, sent_to))
        (poll, option) = rows(database, "select poll_id, id from poll_options where ready = 'agree'")[0]
        silvia = corner(bot, "Silvia Cantú", "discord")
        await silvia.presses("poll.vote", f"{poll}:{option}")
        await bot.later(days=8)
        assert statuses(bot) == [("agreed",)]
        await silvia.types("goals")
        silvia.sees("20 quiet minutes a day")
