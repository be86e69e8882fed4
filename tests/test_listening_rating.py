"""In a listening session that was opened so, the people asked say which titles matter before the board reads; and who
is asked is told so once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import databases, districts
from support.cores import Core, core
from support.corner import Corner, corner, drawn, next_due
from support.databases import on_both, on_either, rows
from support.districts import pretend
from support.listening import CAUCUS, asks, opened, reading, says, standing, writes

from bot.boundary import Account
from bot.people import roster

pytestmark = on_either

LATE, COLD = "The late bus leaves before tutoring ends.", "The bus is cold."
PTA = "#pta-caucus (Discord)"


async def sorted_by_groups(bot: Core) -> tuple[Corner, Corner]:
    """Title 1 of the association, title 2 of the PTA; it has closed, and people say what matters."""
    await opened(bot, CAUCUS, PTA, rates=True)
    dana, marcus = corner(bot, "Dana Lee"), corner(bot, "Marcus Tilley", "discord")
    await says(corner(bot, "Owen Lindqvist"), LATE)
    await says(corner(bot, "Silvia Cantú", "discord"), COLD)
    await dana.presses("listening.sort", "1")
    assert "People of all groups asked read it" in dana.field(1).hint
    await dana.fills_in(title_en="Bus times", title_es="Horarios")
    await marcus.presses("listening.sort", "2")
    await marcus.fills_in(title_en="Warm buses", title_es="Camiones tibios")
    await next_due(bot, "listening.close")
    await next_due(bot, "listening.rate")
    return dana, marcus


def people_of(bot: Core, group: str) -> list[Corner]:
    those = [one for one in pretend().members if one.group == group and (one.slack or one.discord)]
    return [Corner(bot, Account.parse(pretend().accounts(one)[0])) for one in those]


async def say(people: list[Corner], title: str, now: int) -> None:
    """So many of them that it matters now, the others that it does not."""
    for number, who in enumerate(people):
        await who.presses("listening.rate-say", f"{title}:{'now' if number < now else 'not now'}")


async def redeclared(bot: Core, folder: Path, before: str, after: str) -> None:
    """The association's caucus is for another group."""
    line = "association-caucus,en,caucus,{},"
    districts.edit(folder, "places.csv", line.format(before), line.format(after))
    files = roster.read(folder)
    await bot.writer.do(lambda session: districts.load(session, files) and None)
    await next_due(bot, "place.changed")


@on_both
async def test_the_people_asked_say_what_matters_and_the_board_reads_counts(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await sorted_by_groups(bot)
        assert "Say what matters" in drawn(bot, "listening.open", 1)
        await say(people_of(bot, "cvea")[:14], "1", now=8)
        await say(people_of(bot, "cvea")[:14], "2", now=0)
        await say(people_of(bot, "pta")[:12], "1", now=7)
        await say(people_of(bot, "pta")[:12], "2", now=12)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("somewhere")
        await owen.presses("listening.rate", "1")
        owen.sees("That's all, thank you.", "the board's members see counts by group")
        await owen.clicks("From the beginning")
        seen = owen.sees("You said:", "1 of 2", "none under five")
        assert LATE not in seen
        assert COLD not in seen
        patricia, gilberto = corner(bot, "Patricia Nowak"), corner(bot, "Gilberto Sandoval")
        for who in (patricia, owen):
            await who.presses("listening.matters", "1")
            who.sees("Only members of the board read this")
        for name in ("Samuel Okafor", "Patricia Nowak"):
            outside = corner(bot, name)
            await outside.presses("listening.rate", "1")
            outside.sees("That isn't here any more.")
        assert rows(database, "select count(*) from listening_ratings") == [(52,)]

        await next_due(bot, "listening.read")
        assert rows(database, "select count(*) from listening_ratings") == [(0,)]
        assert "This is closed." in drawn(bot, "listening.open", 1)
        await owen.presses("listening.rate-say", "1:not now")
        owen.sees("That isn't here any more.")
        await patricia.presses("listening.read", "1")
        await patricia.clicks("Which titles matter now")
        patricia.sees("1. Bus times", "Cedar Valley Education Association: 8 of 14 say now", "PTA: 7 of 12 say now")
        seen = patricia.sees("2. Warm buses", "All together: 12 of 26 say now")
        assert "0 of 14" not in seen, "what nobody of a group says tells of each of them"
        await gilberto.presses("listening.matters", "1")
        gilberto.sees("Qué títulos importan ahora", "1. Horarios")
        await owen.presses("listening.matters", "1")
        owen.sees("Only members of the board read this")


async def test_fewer_than_five_are_never_shown(tmp_path: Path) -> None:
    """Nor is kept how many they were, or what they said."""
    async with core(tmp_path) as bot:
        await sorted_by_groups(bot)
        await say(people_of(bot, "cvea")[:6], "1", now=6)
        await say(people_of(bot, "pta")[:4], "1", now=0)
        await next_due(bot, "listening.read")
        (association,) = rows(bot.settings.database_url, "select id from groups where key = 'cvea'")
        kept = rows(bot.settings.database_url, "select cast(counts as text) from listening_titles order by id")
        assert [json.loads(counts) for (counts,) in kept] == [{str(association[0]): [6, 0, 0]}, {}]
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.matters", "1")
        seen = patricia.sees("Left out of the order, for fewer than five of them answered: Cedar Valley PTA")
        assert "of 10" not in seen
        assert "of 4" not in seen
        assert "of 6" not in seen


async def test_a_yes_that_is_taken_back_ends_it_for_a_groups_people(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await sorted_by_groups(bot)
        for group in ("cvea", "pta"):
            await say(people_of(bot, group)[:12], "1", now=6)
        await dana.types("somewhere")
        await dana.clicks("Take my yes back")
        assert standing(bot) == ["1173081832966680239"]
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("listening.rate", "1")
        owen.sees("That isn't here any more.")
        await next_due(bot, "listening.read")
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.matters", "1")
        patricia.sees("1. Bus times", "All together: 6 of 12 say now")
        assert "Education Association" not in str(patricia.answer)


async def test_while_people_say_what_matters_nothing_is_sorted_and_what_is_hidden_is_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await sorted_by_groups(bot)
        await dana.presses("listening.look", "1")
        assert "Under a title" not in str(dana.answer)
        await dana.presses("listening.sort", "1")
        dana.sees("nothing is put under another one now")
        await marcus.presses("listening.hide", "2")
        await marcus.fills_in(why="One driver.")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("listening.rate", "1")
        owen.sees("Bus times", "1 of 1")
        await owen.presses("listening.rate-say", "2:now")
        owen.sees("That isn't here any more.")


async def test_without_titles_nobody_is_asked_what_matters(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot, rates=True)
        await says(corner(bot, "Owen Lindqvist"), LATE)
        await next_due(bot, "listening.close")
        await next_due(bot, "listening.rate")
        assert rows(bot.settings.database_url, "select phase from listenings") == [("sorting",)]
        await next_due(bot, "listening.read")
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.read", "1")
        assert "Which titles matter now" not in patricia.sees(LATE)


async def test_who_is_asked_is_told_once_in_their_days_message(tmp_path: Path) -> None:
    told = "select m.name from notices n join members m on m.id = n.member_id where n.name = 'listening-open'"
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await asks(bot, CAUCUS, "#partnership-commons (Slack)")
        assert rows(database, told) == []
        await corner(bot, "Dana Lee").presses("listening.decide", "1:yes")
        first = {name for (name,) in rows(database, told)}
        assert "Owen Lindqvist" in first
        assert "Marcus Tilley" not in first
        await bot.later(minutes=2)
        roundups = rows(database, "select count(*) from roundups")
        await corner(bot, "Marcus Tilley", "discord").presses("listening.decide", "1:yes")
        await next_due(bot, "listening.on")
        everybody = {name for (name,) in rows(database, told)}
        assert {"Marcus Tilley", "Samuel Okafor"} <= everybody - first
        assert not everybody & {"Patricia Nowak", "Gilberto Sandoval", "Roy Thibodeaux"}
        again = "select count(*) from notices where name = 'listening-open' and roundup_id is null and member_id in"
        owen = "(select id from members where name = 'Owen Lindqvist')"
        assert rows(database, f"{again} {owen}") == [(0,)], "told once"
        assert roundups != [(0,)]


async def test_a_card_leaves_a_place_that_is_for_others_now(tmp_path: Path) -> None:
    folder = districts.copy(tmp_path)
    async with core(tmp_path) as bot:
        await opened(bot, CAUCUS, PTA)
        assert "C01ASSOCIATION" in standing(bot)
        await redeclared(bot, folder, "cvea", "library")
        assert standing(bot) == ["1173081832966680239"]
        await redeclared(bot, folder, "library", "cvea")
        assert standing(bot) == ["1173081832966680239", "C01ASSOCIATION"], "its leaders have said yes"


async def test_a_closed_card_leaves_such_a_place_too(tmp_path: Path) -> None:
    folder = districts.copy(tmp_path)
    async with core(tmp_path) as bot:
        await opened(bot)
        await says(corner(bot, "Owen Lindqvist"), LATE)
        await reading(bot)
        assert standing(bot) == ["C01ASSOCIATION"]
        await redeclared(bot, folder, "cvea", "board")
        assert standing(bot) == []


async def test_titles_come_to_nobody_for_whom_the_place_was_not(tmp_path: Path) -> None:
    """Their leaders were told of the people of groups asked: administrators join a channel of the association's."""
    folder = districts.copy(tmp_path)
    async with core(tmp_path) as bot:
        await sorted_by_groups(bot)
        line = "association-caucus,en,{},"
        districts.edit(folder, "places.csv", line.format("caucus,cvea"), line.format("joint,cvea;administration"))
        files = roster.read(folder)
        await bot.writer.do(lambda session: districts.load(session, files) and None)
        await next_due(bot, "place.changed")
        samuel = corner(bot, "Samuel Okafor")
        for do in ("listening.rate", "listening.rate-again"):
            await samuel.presses(do, "1")
            samuel.sees("That isn't here any more.")
        await samuel.types("somewhere")
        assert "Bus times" not in samuel.sees()
        assert standing(bot) == ["1173081832966680239"]


async def test_what_is_asked_is_shown_once_more_where_a_channel_is_for_others_by_now(tmp_path: Path) -> None:
    folder = districts.copy(tmp_path)
    async with core(tmp_path) as bot:
        patricia = corner(bot, "Patricia Nowak")
        await writes(patricia, CAUCUS)
        await redeclared(bot, folder, "cvea", "library")
        await patricia.clicks("Ask them")
        patricia.sees("Nothing is sent yet", "for Cedar Valley Public Library")
        assert rows(bot.settings.database_url, "select count(*) from listenings") == [(0,)]


@pytest.mark.parametrize("rates", [True, False])
async def test_what_titles_are_for_is_read_to_its_end(tmp_path: Path, *, rates: bool) -> None:
    """Discord shows 100 characters below a field."""
    async with core(tmp_path) as bot:
        await opened(bot, CAUCUS, PTA, rates=rates)
        await says(corner(bot, "Owen Lindqvist"), LATE)
        dana = corner(bot, "Dana Lee")
        for language in ("en", "es"):
            databases.change(bot.settings.database_url, f"update members set language = '{language}'")
            await dana.presses("listening.sort", "1")
            assert all(0 < len(dana.field(number).hint) <= 100 for number in (1, 2))
