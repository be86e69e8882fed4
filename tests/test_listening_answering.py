"""Listening sessions of a board: how they go on, what its chair answers, and who reads what when."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import core
from support.corner import Corner, corner, drawn, next_due
from support.databases import on_either, rows
from support.listening import opened, reading, says

from bot.boundary import Form

pytestmark = on_either

LATE = "The late bus leaves before tutoring ends."


async def test_the_board_reads_once_its_people_have_looked_through(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        await says(corner(bot, "Owen Lindqvist"), LATE)
        gilberto = corner(bot, "Gilberto Sandoval")
        await next_due(bot, "listening.close")
        assert "This is closed." in drawn(bot, "listening.open", 1)
        await gilberto.presses("listening.read", "1")
        gilberto.sees("Esto solo lo lee quien integra la mesa directiva, cuando ya se cerró.")
        await next_due(bot, "listening.read")
        await gilberto.presses("listening.read", "1")
        gilberto.sees("Se dijo una cosa", LATE)
        await gilberto.presses("listening.answer", "1")
        gilberto.sees("Patricia Nowak")


async def test_its_chair_answers_nothing_before_the_board_reads(tmp_path: Path) -> None:
    """Not even what they look through, because nobody leads the group whose people said it."""
    async with core(tmp_path) as bot:
        await opened(bot)
        databases.change(
            bot.settings.database_url, "update seats set holder_id = null where key = 'association-president'"
        )
        await says(corner(bot, "Owen Lindqvist"), LATE)
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.look", "1")
        patricia.sees(LATE)
        await patricia.presses("listening.answer", "1")
        patricia.sees("once it has closed")
        await reading(bot)
        await patricia.presses("listening.answer", "1")
        assert isinstance(patricia.answer, Form)


async def test_closing_early_is_asked_first_and_undone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia = await opened(bot)
        owen = corner(bot, "Owen Lindqvist")
        await says(owen, LATE)
        await patricia.types("somewhere")
        await patricia.clicks("Close it now")
        await patricia.clicks("Yes, close it")
        patricia.sees("The board reads from")
        await patricia.clicks("Open it again")
        patricia.sees("It is open again.")
        await says(owen, "One more thing.")
        owen.sees("Sent.")
        await next_due(bot, "listening.close")
        await patricia.presses("listening.reopen", "1")
        patricia.sees("isn't open any more")


async def test_who_answers_is_reminded_once_of_what_waits(tmp_path: Path) -> None:
    told = "select count(*) from notices where name = 'listening-unanswered'"
    async with core(tmp_path) as bot:
        await opened(bot)
        for words in (LATE, "Another thing."):
            await says(corner(bot, "Owen Lindqvist"), words)
        await reading(bot)
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.answer", "1")
        await patricia.fills_in(words="October 20")
        await next_due(bot, "listening.remind")
        assert rows(bot.settings.database_url, told) == [(1,)]
        await patricia.types("somewhere")
        patricia.sees("One thing that was said to the board waits for your answer.")


async def test_a_session_of_nobody_ends_and_its_seat_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        await next_due(bot, "listening.close")
        assert rows(bot.settings.database_url, "select phase from listenings") == [("over",)]
        told = "select count(*) from notices where name = 'listening-nobody'"
        assert rows(bot.settings.database_url, told) == [(1,)]
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.start")
        assert isinstance(patricia.answer, Form), "another may follow"


async def test_an_answer_is_changed_and_taken_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        owen = corner(bot, "Owen Lindqvist")
        await says(owen, LATE)
        await reading(bot)
        patricia = corner(bot, "Patricia Nowak")
        for words in ("October 20", "October 27"):
            await patricia.presses("listening.answer", "1")
            await patricia.fills_in(words=words)
        letters = rows(bot.settings.database_url, "select count(*) from deliveries where card = 'question.letter'")
        assert letters == [(1,)], "one letter, which is edited"
        assert "October 27" in drawn(bot, "listening.said", 1)
        await patricia.clicks("Take the answer back")
        assert "The answer to this was taken back." in drawn(bot, "listening.said", 1)


# Whose eyes ------------------------------------------------------------------------------------------------------


async def test_words_reach_nobody_outside_their_readers(tmp_path: Path) -> None:
    """By any press: before the board reads the leaders of its author's group, then the board."""
    async with core(tmp_path) as bot:
        await opened(bot, "#association-caucus (Slack)", "#pta-caucus (Discord)")
        await says(corner(bot, "Owen Lindqvist"), LATE, named=True)
        await says(corner(bot, "Silvia Cantú", "discord"), "El camión llega tarde.")
        for phase, readers in (("open", {"Dana Lee"}), ("reading", {"Dana Lee", *BOARD})):
            if phase == "reading":
                await reading(bot)
            everybody = [corner(bot, name, platform) for name, platform in PEOPLE]
            found = {PEOPLE[at][0] for at, who in enumerate(everybody) if await _finds(who, LATE)}
            assert found == readers, phase


async def test_who_left_the_board_or_leads_no_group_any_more_reads_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        await says(corner(bot, "Owen Lindqvist"), LATE)
        follows = "select id from members where name = 'Beatriz Montoya'"
        for one in (
            f"update seats set holder_id = ({follows}) where key = 'association-president'",
            "update members set group_id = (select id from groups where key = 'pta') where name = 'Roy Thibodeaux'",
        ):
            databases.change(bot.settings.database_url, one)
        assert not await _finds(corner(bot, "Dana Lee"), LATE)
        assert await _finds(corner(bot, "Beatriz Montoya"), LATE)
        await reading(bot)
        found = {name for name in BOARD if await _finds(corner(bot, name), LATE)}
        assert found == {"Patricia Nowak", "Gilberto Sandoval"}


BOARD = ("Patricia Nowak", "Gilberto Sandoval", "Roy Thibodeaux")
STAFF = ("Dana Lee", "Samuel Okafor", "Maria Rivera", "Beatriz Montoya")
FAMILIES = ("Marcus Tilley", "Silvia Cantú", "Hannah Whitaker")
PEOPLE = [*((name, "slack") for name in (*BOARD, *STAFF)), *((name, "discord") for name in FAMILIES)]
PRESSES = ("look", "read", "own", "show", "sort", "hide", "answer", "take-back", "show-again", "unanswer", "close")


async def _finds(who: Corner, words: str) -> bool:
    seen = [str(await who.types("somewhere"))]
    for do in PRESSES:
        seen += [str(await who.presses(f"listening.{do}", about)) for about in ("1", "1:1", "1:all")]
    return any(words in one for one in seen)
