"""Too long, too often, twice, nobody there: each has an end, and nothing that was typed is lost."""

from __future__ import annotations

from pathlib import Path

from support.concerns import GOAL, KITS, NOISE, proposed, says, writes
from support.cores import core
from support.corner import corner
from support.databases import change, on_either, rows

pytestmark = on_either


async def test_three_thousand_characters(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, long = corner(bot, "Owen Lindqvist"), "They need a quiet room. " * 125
        await writes(owen, long)
        owen.sees("That is 2,999 characters; 280 fit.", "They need a quiet room.")
        await owen.clicks("Fix it")
        assert owen.field(0).value.strip() == long.strip()
        await owen.fills_in(text=NOISE)
        await owen.clicks("Send it")
        owen.sees("Sent.")


async def test_the_same_twice(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, thuy = corner(bot, "Owen Lindqvist"), corner(bot, "Thuy Pham")
        await says(owen, NOISE)
        await owen.presses("concern.send", "1")
        owen.sees("it was sent or cancelled")
        await says(owen, NOISE)
        owen.sees("You have said just that already", NOISE)
        await says(owen, NOISE, named=True)
        owen.sees("You have said just that already")
        await says(thuy, NOISE)
        thuy.sees("Sent.")
        assert rows(bot.settings.database_url, "select count(*) from concerns") == [(2,)]


async def test_one_person_has_ten_without_a_name(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        for number in range(10):
            await says(owen, f"{KITS} {number}")
        await says(owen, NOISE)
        owen.sees("You have 10 without a name on the list.", NOISE)
        await says(owen, NOISE, named=True)
        owen.sees("Sent.")


async def test_one_person_sends_ten_named_ones_a_minute(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        for number in range(11):
            await says(owen, f"{KITS} {number}", named=True)
        assert rows(bot.settings.database_url, "select count(*) from concerns") == [(10,)]


async def test_five_hundred_within_an_hour(tmp_path: Path) -> None:
    """The list goes on page after page, and its readers have one line in their day's message."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        of_it = "group_id, building_id, audience, shareable, hidden, written_at"
        change(
            database,
            f"insert into concerns (text, {of_it}) with recursive n(i) as (select 2 union all select i + 1 from n"
            f" where i < 500) select 'Concern ' || i, {of_it} from n, concerns",
        )
        maria = corner(bot, "Maria Rivera")
        await maria.types("somewhere")
        maria.sees("500 concerns to read.")
        await maria.clicks("Read them")
        maria.sees("500 concerns", "Concern 500", "Concern 497")
        await maria.clicks("Next")
        maria.sees("Concern 496")
        await maria.presses("concern.read", "125")
        maria.sees(NOISE)
        await maria.presses("concern.read", "99999")
        maria.sees(NOISE)
        assert rows(database, "select count(*) from notices where name = 'concern-new'") == [(2,)]


async def test_a_group_without_president(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        change(bot.settings.database_url, "delete from committee_seats")
        change(bot.settings.database_url, "update seats set role = 'MEMBER' where key = 'association-president'")
        owen = corner(bot, "Owen Lindqvist")
        await writes(owen, NOISE)
        assert "Dana" not in owen.sees("I show it to Lincoln Elementary's building rep (Maria Rivera), and to nobody")


async def test_a_group_for_which_nobody_reads(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        hannah = corner(bot, "Hannah Whitaker")
        await writes(hannah, NOISE)
        hannah.sees("no one else holds that role for your group. Dana Lee or Samuel Okafor can add someone.", NOISE)
        change(bot.settings.database_url, "update seats set holder_id = null, deputy_id = null")
        owen = corner(bot, "Owen Lindqvist")
        await writes(owen, NOISE)
        owen.sees("no one else holds that role", NOISE)


async def test_a_rep_alone_with_neither_colleagues_nor_places(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        change(database, "delete from place_groups where place_id in (select id from places where audience = 'CAUCUS')")
        change(database, "update members set building_id = null where key <> 'maria-rivera'")
        maria = corner(bot, "Maria Rivera")
        await maria.presses("concern.call")
        maria.sees("nobody else of your group is on my list at Lincoln Elementary")


async def test_a_school_without_anybody_to_answer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        gone = "update seats set role = 'MEMBER' where role in ('PRINCIPAL', 'SUPERINTENDENT')"
        change(bot.settings.database_url, gone)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("goal.start-line")
        await maria.fills_in(line="Books", **GOAL)
        maria.sees("Nobody is on my list to answer for the administration here. Dana Lee or Samuel Okafor")


async def test_a_concern_that_is_taken_back_while_a_goal_is_written(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria = corner(bot, "Owen Lindqvist"), corner(bot, "Maria Rivera")
        await says(owen, NOISE, shared=True)
        await maria.presses("goal.start", "1")
        await owen.presses("concern.take-back-now", "1")
        await maria.fills_in(**GOAL)
        assert NOISE not in maria.sees(*GOAL.values())
        await maria.clicks("Send it")
        maria.sees("Sent.")


async def test_what_is_too_long_for_a_goal(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("goal.start", "1")
        await maria.fills_in(**{**GOAL, "change": "x" * 201, "first": "soon"})
        maria.sees("That is 201 characters; 200 fit.", "I can't tell which day")
        await maria.clicks("Fix it")
        assert maria.field(1).value == "x" * 201


async def test_two_start_with_the_same(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await proposed(bot)
        await maria.presses("goal.start", "1")
        maria.sees("A goal is being made of it already.")
