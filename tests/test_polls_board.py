"""Where a board is by itself nobody polls it: it decides in public."""

from __future__ import annotations

from pathlib import Path

from support.cores import Core, core
from support.corner import Corner, corner, next_due, shown
from support.databases import change, on_either, rows

from bot.boundary import Address, ChoiceField, Form
from bot.polls import held_back

pytestmark = on_either

BOARD = Address("slack", "T01CEDAR", "C01BOARD")
LEADERSHIP = Address("slack", "T01CEDAR", "C01LEADERSHIP")
ASKS = "Shall we close Oak Street Elementary?"
INSTEAD = "A board decides in public"


def number(bot: Core, place: Address) -> str:
    return str(rows(bot.settings.database_url, f"select id from places where address = '{place}'")[0][0])


def liaison(bot: Core, place: Address) -> Corner:
    patricia = corner(bot, "Patricia Nowak")
    patricia.place = place
    return patricia


def polls(bot: Core) -> list[tuple[object, ...]]:
    return rows(bot.settings.database_url, "select status from polls order by id")


async def test_none_is_posted_where_a_board_is_by_itself(tmp_path: Path) -> None:
    """Its liaison is told what to do instead, and keeps what was typed."""
    async with core(tmp_path) as bot:
        patricia, board = liaison(bot, BOARD), number(bot, BOARD)
        await patricia.types("poll", f"{ASKS} | Yes | No")
        patricia.sees(INSTEAD, "bring the question to a public meeting")
        await patricia.clicks("Fix it")
        assert "#board-caucus (Slack)" not in patricia.choices("places")
        form = patricia.answer
        assert isinstance(form, Form)
        typed = {one.name: one.chosen for one in form.fields if isinstance(one, ChoiceField)}
        await patricia.sends(form.name, form.about, {**typed, "question": (ASKS,), "places": (board,)})
        patricia.sees(INSTEAD)
        assert polls(bot) == []


async def test_none_is_opened_again_where_a_board_is_by_itself_by_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia = liaison(bot, LEADERSHIP)
        await patricia.types("poll", f"{ASKS} | Yes | No")
        await patricia.clicks("Post it")
        await patricia.presses("poll.close-now", "1")
        there = f"(select id from places where address = '{LEADERSHIP}')"
        board = "(select id from groups where kind = 'BOARD')"
        change(bot.settings.database_url, f"delete from place_groups where place_id = {there} and group_id != {board}")
        await patricia.presses("poll.later", "1")
        await patricia.fills_in()
        patricia.sees(INSTEAD)
        assert polls(bot) == [("CLOSED",)]


async def test_nor_is_a_board_by_itself_asked_elsewhere(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia = liaison(bot, LEADERSHIP)
        await patricia.types("poll", f"{ASKS} | Yes | No")
        await patricia.clicks("More settings")
        await patricia.fills_in(people="School Board")
        patricia.sees("I ask its members nothing by themselves")
        assert polls(bot) == []


async def test_a_liaison_who_belongs_to_no_other_channel_is_told_the_same(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        change(database, "update places set audience = 'CAUCUS'")
        change(database, f"delete from place_groups where place_id != {number(bot, BOARD)}")
        patricia = liaison(bot, BOARD)
        await patricia.types("poll")
        patricia.sees(INSTEAD)


async def test_one_that_was_planned_where_the_board_is_by_itself_by_now_is_not_posted(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia, database = liaison(bot, LEADERSHIP), bot.settings.database_url
        await patricia.types("poll", f"{ASKS} | Yes | No")
        await patricia.clicks("Choose when it starts")
        await patricia.fills_in(starts=patricia.choices("starts")[1])
        await patricia.clicks("Post it")
        assert polls(bot) == [("PLANNED",)]
        there = f"place_id = {number(bot, LEADERSHIP)}"
        others = "group_id != (select id from groups where key = 'board')"
        change(database, f"delete from place_groups where {there} and {others}")
        change(database, f"update places set audience = 'CAUCUS' where address = '{LEADERSHIP}'")
        await next_due(bot, "poll.begin")
        assert polls(bot) == [("WITHDRAWN",)]
        said = shown(bot, held_back.show, 1)
        assert INSTEAD in said
        assert ASKS in said
