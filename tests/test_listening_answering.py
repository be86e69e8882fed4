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

BOTH = ("#partnership-commons (Slack)", "#town-square (Discord)")
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


async def test_what_the_board_has_read_no_leader_takes_away(tmp_path: Path) -> None:
    """Marcus once could, days after it was answered: Kevin's letter then said that the answer had been taken back, and
    Patricia was asked for one again."""
    async with core(tmp_path) as bot:
        patricia = await opened(bot, *BOTH)
        kevin, marcus = corner(bot, "Kevin Brandvold", "discord"), corner(bot, "Marcus Tilley", "discord")
        await says(kevin, "The driver shouts.")
        await marcus.presses("listening.look", "1")
        marcus.sees("The driver shouts.", "[Hide it]", "Under a title")
        await marcus.clicks("Hide it")  # in the form that stays open
        await reading(bot)
        await patricia.presses("listening.answer", "1")
        await patricia.fills_in(words="It is talked about on October 20.")
        await bot.later(days=5)
        await marcus.fills_in(why="One employee")
        marcus.sees("The board reads it by now, so nothing is hidden or moved any more.")
        await marcus.presses("listening.look", "1")
        assert "[Hide it]" not in marcus.sees("The driver shouts.", "Its author can still take it back.")
        await marcus.presses("listening.sort", "1")
        marcus.sees("The board reads it by now")
        assert "It is talked about on October 20." in drawn(bot, "listening.said", 1)
        await patricia.types("somewhere")
        assert "waits for your answer" not in patricia.sees()


async def test_a_title_of_which_its_leader_heard_that_the_board_reads_it_is_read_by_no_other_leader(
    tmp_path: Path,
) -> None:
    async with core(tmp_path) as bot:
        patricia = await opened(bot, *BOTH)
        owen, dana = corner(bot, "Owen Lindqvist"), corner(bot, "Dana Lee")
        kevin, marcus = corner(bot, "Kevin Brandvold", "discord"), corner(bot, "Marcus Tilley", "discord")
        await says(owen, LATE)
        await says(kevin, "The driver shouts.")
        await dana.presses("listening.sort", "1")
        await dana.fills_in(title_en="The way home", title_es="El camino a casa")
        await marcus.presses("listening.sort", "2")
        assert "The board reads the titles." in str(marcus.answer)
        await marcus.fills_in(title_en="Parents fear drivers", title_es="Miedo a los choferes")
        await dana.presses("listening.look", "1")
        dana.sees(LATE, "It is under “The way home”")
        await reading(bot)
        await patricia.presses("listening.sort", "1")
        await patricia.fills_in(which="Parents fear drivers")
        await patricia.presses("listening.read", "1")
        patricia.sees("Parents fear drivers", LATE)
        await dana.presses("listening.look", "1")
        assert "Parents fear drivers" not in dana.sees(LATE)
        await dana.presses("listening.sort", "1")
        assert "Parents fear drivers" not in str(dana.answer)
        await marcus.presses("listening.look", "1")
        marcus.sees("The driver shouts.", "It is under “Parents fear drivers”")


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
