"""What falls due, and what comes from elsewhere, at the moment in which somebody decides otherwise."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.at_once import at_once, by
from support.cores import Core, core
from support.corner import TEXTS, corner, drawn, next_due
from support.databases import change, on_both
from support.listening import opened, says
from support.meetings import rows, saved
from test_goals_canvas import written
from test_goals_shelf_files import on_shelf, sends

from bot.goals.shelf import files

pytestmark = on_both

BUS = "The late bus leaves before tutoring ends."


@pytest.mark.parametrize("chair_first", [True, False])
async def test_a_chair_moves_a_meeting_as_its_day_falls_out(tmp_path: Path, chair_first: bool) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        change(bot.settings.database_url, "update meeting_series set bend = 'skip'")
        await bot.until(datetime(2026, 10, 20, 15, tzinfo=UTC))
        await joel.presses("meeting.put", "1")
        moves = by(joel, lambda who: who.fills_in(to="2026-10-23T16:00"))
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("meeting.no-school-yes", "2026-10-22")

        async def looks(there: Core) -> None:
            await next_due(there, "meeting.calendar")

        await at_once(bot, *((moves, looks) if chair_first else (looks, moves)))
        ((phase, at),) = rows(bot, "select phase, at from meetings where named = '2026-10-22'")
        if chair_first:
            assert (phase, str(at)[:10]) == ("planned", "2026-10-23")
            assert "Moved to Friday, October 23" in str(joel.answer)
        else:
            assert phase == "no school"
            assert "Moved to" not in str(joel.answer)


@pytest.mark.parametrize("shown_first", [True, False])
async def test_what_is_shown_again_as_a_board_begins_to_read_is_read(tmp_path: Path, shown_first: bool) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        owen, dana = corner(bot, "Owen Lindqvist"), corner(bot, "Dana Lee")
        await says(owen, BUS, named=True)
        await says(owen, "Another thing.")
        await next_due(bot, "listening.close")
        await dana.presses("listening.look", "1")
        await dana.clicks("Hide it")
        await dana.fills_in(why="One employee.")
        shows = by(dana, lambda who: who.presses("listening.show-again", "1"))

        async def reads(there: Core) -> None:
            await next_due(there, "listening.read")

        await at_once(bot, *((shows, reads) if shown_first else (reads, shows)))
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.read", "1")
        assert (BUS in patricia.sees()) == ("It is shown again" in str(dana.answer))


@pytest.mark.parametrize("off_first", [True, False])
async def test_what_is_taken_off_as_minutes_are_approved_stands_in_none(tmp_path: Path, off_first: bool) -> None:
    topic = "The thing about room 4"
    async with core(tmp_path) as bot:
        joel, hector, maria = (corner(bot, name) for name in ("Joel Hartmann", "Héctor Villalobos", "Maria Rivera"))
        await joel.presses("meeting.set-up")
        await joel.fills_in(when="2026-10-22T16:00", place="Room 12")
        await joel.clicks("Save it")
        await hector.presses("meeting.add", "1")
        await hector.fills_in(text=topic)
        await joel.presses("meeting.add", "1")
        await joel.fills_in(text="Bells")
        await bot.until(datetime(2026, 10, 22, 22, tzinfo=UTC))
        await joel.presses("meeting.propose-minutes", "1")
        await maria.presses("meeting.look-minutes", "1")
        off = by(hector, lambda who: who.presses("meeting.take-off", "1"))
        approves = by(maria, lambda who: who.clicks("Approve"))
        await at_once(bot, *((off, approves) if off_first else (approves, off)))
        hector.sees("Ya no está en la lista")
        assert (
            topic in drawn(bot, "meeting.minutes", 1)
        ) != off_first  # taken off later, it stands in what was approved


@pytest.mark.parametrize("sent_first", [True, False])
async def test_what_is_marked_for_bargaining_is_not_sent(tmp_path: Path, sent_first: bool) -> None:
    async with core(tmp_path) as bot:
        maria, marcus = await written(bot)
        await marcus.clicks("Send it to the groups")
        await maria.presses("theme.scope", "1")
        sends = by(marcus, lambda who: who.clicks("Send it"))
        marks = by(maria, lambda who: who.fills_in(scope="It is for bargaining, and goes no further here", why="Pay."))
        await at_once(bot, *((sends, marks) if sent_first else (marks, sends)))
        ((status, scope),) = rows(bot, "select status, scope from goals, themes where scope is not null")
        assert (status, scope) in (("proposed", "shared"), ("draft", "bargaining"))


@pytest.mark.parametrize("back_first", [True, False])
async def test_a_file_of_what_is_taken_back_is_not_kept(tmp_path: Path, back_first: bool) -> None:
    async with core(tmp_path) as bot:
        samuel = await on_shelf(bot)
        await samuel.presses(files.ADD, "1")
        await sends(samuel, "fall.csv")
        back = by(samuel, lambda who: who.presses("data.take-back", "1"))

        async def comes(there: Core) -> None:
            read, keep = files.READING.read, files.READING.keep
            await there.writer.do(lambda session: keep(session, 1, read(session, 1, b"name\nAna\n", TEXTS)), alone=True)

        await at_once(bot, *((back, comes) if back_first else (comes, back)))
        assert rows(bot, "select content from uploads") == [(None,)]
