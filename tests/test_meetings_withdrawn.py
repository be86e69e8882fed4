"""What was brought to a meeting in its author's words loses these once they go no further where they came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.concerns import NOISE, says
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.meetings import rows, saved, until
from test_meetings_agenda import BUSES, with_committee
from test_meetings_picked import asks

pytestmark = on_either

NOT_OPEN = ("Open meeting?", "Open meeting?")
TAKEN, GIVEN = "taken back", "given back"
ITEMS = "select text, outcome from meeting_items order by id"
SHOWN = "select wanted from deliveries where card = 'meeting.agenda' order by id"  # how often each was changed


async def brought(bot: Core, often: str = "Every week on that weekday", **fields: str) -> tuple[Corner, Corner]:
    """Joel brings Aisha's question to his committee, where all may read it."""
    joel, aisha = await saved(bot, *NOT_OPEN, often=often), corner(bot, "Aisha Farouk")
    await with_committee(bot, aisha)
    await joel.presses("meeting.bring", "question:1")
    assert joel.field(1).value == BUSES
    await joel.fills_in(**fields)
    joel.sees("It's on the list")
    return joel, aisha


async def withdraws(how: str, joel: Corner, aisha: Corner) -> None:
    if how == TAKEN:
        await aisha.presses("question.take-back-now", "1")
        aisha.sees("its words are deleted here")
    else:
        await joel.presses("question.give-back", "1")
        await joel.fills_in(topic="A particular employee")
        await aisha.presses("question.have-it", "1")
        aisha.sees("My copy is deleted")


async def writes(joel: Corner, item: int, meeting: int, outcome: str, line: str) -> None:
    await joel.presses("meeting.outcome", f"{meeting}:i{item}")
    await joel.fills_in(outcome=outcome, line=line)


@pytest.mark.parametrize("how", [TAKEN, GIVEN])
async def test_a_question_that_goes_no_further_is_off_the_agenda(tmp_path: Path, how: str) -> None:
    async with core(tmp_path) as bot:
        joel, aisha = await brought(bot)
        await joel.presses("meeting.send-agenda", "1")
        assert BUSES in drawn(bot, "meeting.agenda", 1)
        before = rows(bot, SHOWN)
        await withdraws(how, joel, aisha)
        assert BUSES not in drawn(bot, "meeting.agenda", 1)
        assert rows(bot, SHOWN) != before
        hector = corner(bot, "Héctor Villalobos")
        for press in ("meeting.agenda", "meeting.show"):
            await hector.presses(press, "1")
            assert BUSES not in hector.sees("Schedule Committee")
        assert rows(bot, ITEMS) == [("", "dropped")]


async def test_what_its_bringer_said_anew_stays(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, aisha = await brought(bot, text="Late buses")
        await withdraws(TAKEN, joel, aisha)
        assert rows(bot, ITEMS) == [("Late buses", "open")]
        await joel.presses("meeting.agenda", "1")
        joel.sees("Late buses (Joel Hartmann)")


@pytest.mark.parametrize("how", [TAKEN, GIVEN])
async def test_minutes_that_are_not_out_lose_its_words(tmp_path: Path, how: str) -> None:
    """What was written down about it stays, and so does what was on nobody's mind yet: as a topic without words."""
    async with core(tmp_path) as bot:
        joel, aisha = await brought(bot)
        await joel.presses("meeting.bring", "question:1")
        await joel.fills_in(text="Late buses")
        await until(bot, 2026, 10, 22, 22)
        await writes(joel, 2, 1, "Decided", "We ask.")
        await joel.presses("meeting.propose-minutes", "1")
        joel.sees(f"For the next meeting: {BUSES}")
        await withdraws(how, joel, aisha)
        await joel.presses("meeting.look-minutes", "1")
        assert BUSES not in joel.sees("Dropped: a topic that was withdrawn.", "Decided: Late buses. We ask.")
        hector = corner(bot, "Héctor Villalobos")
        await hector.presses("meeting.look-minutes", "1")
        hector.sees("Se descartó: un tema que se retiró.")
        await writes(joel, 1, 1, "Decided", "The company is asked.")
        await joel.presses("meeting.outcomes", "1")
        joel.sees("Decided: a topic that was withdrawn. The company is asked.", "[Change: a topic that was withdrawn]")
        await hector.presses("meeting.look-minutes", "1")
        await hector.clicks("Aprobar")
        assert BUSES not in drawn(bot, "meeting.minutes", 1)


async def test_what_was_carried_loses_its_words_but_for_minutes_that_are_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, aisha = await brought(bot)
        hector = corner(bot, "Héctor Villalobos")
        for meeting, day in ((1, 22), (2, 29)):
            await until(bot, 2026, 10, day, 22)
            await writes(joel, 1, meeting, "For the next meeting", "")
            await joel.presses("meeting.propose-minutes", str(meeting))
            if meeting == 1:
                await hector.presses("meeting.look-minutes", "1")
                await hector.clicks("Aprobar")
        await withdraws(TAKEN, joel, aisha)
        assert rows(bot, ITEMS) == [("", "dropped"), (BUSES, "carried"), ("", "carried")]
        await joel.presses("meeting.look-minutes", "2")
        joel.sees("For the next meeting: a topic that was withdrawn.")
        assert BUSES in drawn(bot, "meeting.minutes", 1)  # a record, which was out before
        assert BUSES not in drawn(bot, "meeting.agenda", 3)


async def test_a_concern_that_was_taken_back_is_off_the_list(tmp_path: Path) -> None:
    """Maria and Dana, who read it, meet by themselves."""
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await says(owen, NOISE, named=True)
        maria = await asks(bot, "Dana Lee")
        await maria.clicks("Save it")
        await maria.presses("meeting.bring", "concern:1")
        assert maria.field(1).value == NOISE
        await maria.fills_in()
        await maria.presses("meeting.show", "1")
        maria.sees(NOISE)
        await owen.presses("concern.take-back-now", "1")
        owen.sees("Its words are deleted")
        await maria.presses("meeting.show", "1")
        assert NOISE not in maria.sees("Our meetings")
        assert databases.rows(bot.settings.database_url, "select text from meeting_items") == [("",)]
