"""A board's chair brings what was said to an open meeting: those who spoke hear when that is, that it moved, and what
came of it there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn, next_due
from support.databases import on_either, rows
from support.districts import close_committee, copy
from support.listening import opened, reading, says
from support.meetings import load

pytestmark = on_either

LATE = "The late bus leaves before tutoring ends."
# The board's liaison sits on the Schedule Committee, whose channel is the board's, too.
SITS = (
    "insert into place_groups (place_id, group_id) select places.id, groups.id from places, groups "
    "where places.name = 'schedule-committee' and groups.key = 'board'",
    "insert into committee_seats (committee_id, seat_id, owner) select committees.id, seats.id, 'files' "
    "from committees, seats where committees.key = 'schedule' and seats.key = 'board-liaison'",
)


async def brought(bot: Core, *, in_the_open: bool = True) -> tuple[Corner, Corner, Corner]:
    """What Owen said without a name is a topic of the Schedule Committee's meeting on October 22."""
    for one in SITS:
        databases.change(bot.settings.database_url, one)
    joel, hector = corner(bot, "Joel Hartmann"), corner(bot, "Héctor Villalobos")
    await joel.presses("meeting.set-up")
    await joel.fills_in(when="2026-10-22T16:00", place="Room 12")
    for _ in range(0 if in_the_open else 2):
        await joel.clicks("Open meeting?")
    await joel.clicks("Save it")
    await opened(bot)
    await says(corner(bot, "Owen Lindqvist"), LATE)
    await reading(bot)
    patricia = corner(bot, "Patricia Nowak")
    await patricia.presses("listening.answer", "1")
    await patricia.fills_in(way="It is on the agenda of a meeting", words="The Schedule Committee")
    await patricia.clicks("Bring it to a meeting")
    await patricia.fills_in(text="Late buses")
    patricia.sees("It's on the list.")
    await next_due(bot, "meeting.brought")
    return joel, hector, patricia


def letters(bot: Core) -> str:
    ((letter,),) = rows(bot.settings.database_url, "select subject from deliveries where card = 'question.letter'")
    return drawn(bot, "question.letter", int(letter))


async def test_those_who_spoke_hear_the_date_and_what_came_of_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector, patricia = await brought(bot)
        assert "It is the topic “Late buses” of a public meeting, Thursday, October 22" in letters(bot)
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-23T16:00")
        await next_due(bot, "meeting.brought")
        assert "of a public meeting, Friday, October 23" in letters(bot)
        await patricia.presses("listening.read", "1")
        patricia.sees("It is the topic “Late buses”")
        await bot.until(datetime(2026, 10, 23, 23, tzinfo=UTC))
        assert LATE in letters(bot)
        await joel.presses("meeting.outcomes", "1")
        await joel.clicks("Write down: Late buses")
        await joel.fills_in(outcome="Decided", line="The bus waits until 5.")
        assert "The bus waits" not in letters(bot), "minutes are not out"
        await joel.presses("meeting.propose-minutes", "1")
        await hector.presses("meeting.look-minutes", "1")
        await hector.clicks("Aprobar")
        await next_due(bot, "meeting.brought")
        assert "Decided: Late buses. The bus waits until 5." in letters(bot)


async def test_of_a_meeting_that_is_not_open_nothing_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await brought(bot, in_the_open=False)
        assert "Late buses" not in letters(bot)


async def test_nobody_else_brings_the_boards_answer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, *_ = await brought(bot)
        await joel.presses("meeting.bring", "listening:1")
        joel.sees("That isn't here any more.")


async def test_a_topic_that_is_taken_off_is_said_no_more(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        _, _, patricia = await brought(bot)
        await patricia.presses("meeting.take-off", "1")
        await next_due(bot, "meeting.brought")
        assert "Late buses" not in letters(bot)


async def switch(joel: Corner) -> None:
    """From an open meeting to one that is not, and back."""
    await joel.presses("meeting.change", "1")
    await joel.fills_in()
    for _ in range(2):
        await joel.clicks("Open meeting?")
    await joel.clicks("Save it")


async def test_nor_is_a_public_meeting_that_is_not_to_be(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, _, patricia = await brought(bot)
        await switch(joel)
        await next_due(bot, "meeting.brought")
        assert "Late buses" not in letters(bot)
        await switch(joel)
        await next_due(bot, "meeting.brought")
        assert "Late buses" in letters(bot)
        await joel.presses("meeting.end", "1")
        joel.sees("These meetings have ended. What was written stays with those who took part.")
        await next_due(bot, "meeting.brought")
        assert "Late buses" not in letters(bot)
        await patricia.presses("listening.read", "1")
        assert "Late buses" not in patricia.sees()
        await joel.clicks("Begin again")
        await next_due(bot, "meeting.brought")
        assert "Late buses" in letters(bot)


async def test_nor_one_of_a_committee_that_closed(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await brought(bot)
        folder = copy(tmp_path)
        close_committee(folder, "schedule")
        await load(bot, folder)
        await next_due(bot, "meeting.brought")
        assert "Late buses" not in letters(bot)


async def test_what_was_noted_among_its_own_stays_there_when_the_meeting_is_opened(tmp_path: Path) -> None:
    """The form said nothing of those who spoke."""
    async with core(tmp_path) as bot:
        joel, hector, _ = await brought(bot)

        await switch(joel)
        await bot.until(datetime(2026, 10, 22, 23, tzinfo=UTC))
        await joel.presses("meeting.outcomes", "1")
        await joel.clicks("Write down: Late buses")
        await joel.fills_in(outcome="Decided", line="The driver was told off.")
        await joel.presses("meeting.propose-minutes", "1")
        await hector.presses("meeting.look-minutes", "1")
        await hector.clicks("Aprobar")
        await switch(joel)
        await joel.presses("meeting.add", "1")
        await joel.fills_in(text="Bells")
        await next_due(bot, "meeting.brought")
        assert "told off" not in letters(bot)
