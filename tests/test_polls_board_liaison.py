"""Members of a board are heard through its liaison: among others the liaison alone is polled."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cores import Core, core
from support.corner import Corner, corner, next_due
from support.databases import change, on_either, rows

from bot.boundary import Address, ChoiceField, Form

pytestmark = on_either

LEADERSHIP = Address("slack", "T01CEDAR", "C01LEADERSHIP")
COMMONS = Address("slack", "T01CEDAR", "C01COMMONS")
LINE = "Which evening suits us? | Tuesday | Thursday"
HEARD = "The board is heard through its liaison (Patricia Nowak)"
LIAISON = "update seats set {} where key = 'board-liaison'"
ROY = "(select id from members where key = 'roy-thibodeaux')"
BOARD = "(select id from groups where kind = 'BOARD')"
BALLOTS = "select count(*) from ballots"
STATUS = "select status, valid from polls"


def at(bot: Core, name: str, place: Address = LEADERSHIP) -> Corner:
    found = corner(bot, name)
    found.place = place
    return found


async def asked(bot: Core, **terms: tuple[str, ...]) -> Corner:
    """By Dana Lee, on these terms; she sees the card's preview before it is posted."""
    dana = at(bot, "Dana Lee")
    await dana.types("poll", LINE)
    if terms:
        await dana.clicks("More settings")
        form = dana.answer
        assert isinstance(form, Form)
        chosen = {one.name: one.chosen for one in form.fields if isinstance(one, ChoiceField)}
        await dana.sends(form.name, form.about, {**chosen, **terms})
    return dana


def together(bot: Core) -> tuple[str, ...]:
    """The board and the association's president."""
    return (f"group:{rows(bot.settings.database_url, f'select id from ({BOARD})')[0][0]}", "seat:association president")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Roy Thibodeaux", f"{HEARD}, so I don't ask its other members here. You can see the result on the card."),
        ("Gilberto Sandoval", "A la mesa directiva se le escucha por medio de su enlace (Patricia Nowak)"),
    ],
)
@pytest.mark.parametrize("place", [LEADERSHIP, COMMONS])
async def test_of_a_board_its_liaison_alone_is_asked(tmp_path: Path, name: str, told: str, place: Address) -> None:
    async with core(tmp_path) as bot:
        dana, patricia, other = (at(bot, one, place) for one in ("Dana Lee", "Patricia Nowak", name))
        await dana.types("poll", LINE)
        dana.sees(f"{HEARD}: its other members there can read this, but aren't asked.")
        await dana.clicks("Post it")
        await other.presses("poll.vote", "1:1")
        other.sees(told)
        await other.presses("poll.mine", "1")
        other.sees(told)
        await other.types("somewhere")
        assert "Which evening suits us?" not in other.sees()
        assert rows(bot.settings.database_url, BALLOTS) == [(0,)]
        await patricia.types("somewhere")
        patricia.sees("Which evening suits us?")
        await patricia.presses("poll.vote", "1:1")
        patricia.sees("Your answer is in")
        assert rows(bot.settings.database_url, BALLOTS) == [(1,)]


async def test_where_no_others_of_a_board_are_the_preview_says_nothing_of_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = await asked(bot, people=("seat:association president", "seat:board liaison"))
        assert "is heard through" not in dana.sees("2 people at most can answer")


async def test_its_other_members_are_not_counted_among_those_who_can_answer(tmp_path: Path) -> None:
    """Both who can have answered, so it is over, and half of them were enough."""
    async with core(tmp_path) as bot:
        dana = await asked(bot, people=together(bot), quorum=("half",), until=("all",))
        dana.sees("2 people at most can answer", HEARD)
        await dana.clicks("Post it")
        await dana.presses("poll.vote", "1:1")
        await next_due(bot, "poll.early")
        assert rows(bot.settings.database_url, STATUS) == [("OPEN", None)]
        await at(bot, "Patricia Nowak").presses("poll.vote", "1:1")
        await next_due(bot, "poll.early")
        assert rows(bot.settings.database_url, STATUS) == [("CLOSED", True)]


async def test_nor_do_they_count_for_its_group(tmp_path: Path) -> None:
    """Nobody is its liaison, so it takes no answer of the board."""
    async with core(tmp_path) as bot:
        change(bot.settings.database_url, LIAISON.format("holder_id = null"))
        dana = await asked(bot, people=together(bot), quorum=("groups",))
        dana.sees("one person at most can answer", "The board is heard through its liaison (nobody holds it yet)")
        await dana.clicks("Post it")
        await dana.presses("poll.vote", "1:1")
        await dana.presses("poll.close-now", "1")
        assert rows(bot.settings.database_url, STATUS) == [("CLOSED", True)]


async def test_they_are_not_reminded(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = await asked(bot, people=together(bot))
        await dana.clicks("Post it")
        await next_due(bot, "poll.remind")
        told = "select key from notices join members on members.id = member_id where notices.name = 'poll' order by key"
        assert rows(bot.settings.database_url, told) == [("dana-lee",), ("patricia-nowak",)]


async def test_a_deputy_who_acts_for_the_liaison_is_asked_meanwhile(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, dana = bot.settings.database_url, await asked(bot)
        await dana.clicks("Post it")
        change(database, LIAISON.format(f"deputy_id = {ROY}, away_until = '2099-01-01 00:00:00'"))
        patricia, roy = at(bot, "Patricia Nowak"), at(bot, "Roy Thibodeaux")
        await patricia.presses("poll.vote", "1:1")
        patricia.sees("The board is heard through its liaison (Roy Thibodeaux for Patricia Nowak)")
        await roy.presses("poll.vote", "1:1")
        roy.sees("Your answer is in")


async def test_an_answer_from_before_somebody_came_to_a_board_stays(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, dana, ana = bot.settings.database_url, await asked(bot), at(bot, "Ana Ruiz")
        await dana.clicks("Post it")
        await ana.presses("poll.vote", "1:1")
        change(database, f"update members set group_id = {BOARD} where key = 'ana-ruiz'")
        await ana.presses("poll.vote", "1:2")
        ana.sees("A la mesa directiva se le escucha por medio de su enlace (Patricia Nowak)")
        await dana.presses("poll.close-now", "1")
        dana.sees("Tuesday: 1 vote", "One person answered")


@pytest.mark.parametrize("secretly", [False, True])
async def test_who_was_its_liaison_can_take_their_answer_back(tmp_path: Path, secretly: bool) -> None:
    async with core(tmp_path) as bot:
        database, patricia = bot.settings.database_url, at(bot, "Patricia Nowak")
        dana = await asked(bot)
        if secretly:
            await dana.presses("poll.secrecy", "1")
        await dana.clicks("Post it")
        await patricia.presses("poll.vote", "1:1")
        change(database, LIAISON.format(f"holder_id = {ROY}"))
        await patricia.presses("poll.vote", "1:2")
        patricia.sees("The board is heard through its liaison (Roy Thibodeaux)", "Your earlier answer counts.")
        await patricia.clicks("Take my answer back" if secretly else "Take back “Tuesday”")
        assert rows(database, "select (select count(*) from ballots) + (select count(*) from sealed_ballots)") == [(0,)]
        await patricia.presses("poll.mine", "1")
        patricia.sees("The board is heard through its liaison (Roy Thibodeaux)")
