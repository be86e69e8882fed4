"""Minutes once they are out: carried topics in them, corrections as versions, found by words, and as a file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn, shown
from support.databases import on_both, on_either

from bot.boundary import Form, Private
from bot.meetings.model import Meeting, SeriesSeat
from bot.meetings.records import correcting
from bot.meetings.records.model import index
from bot.meetings.written import Item
from bot.people import audiences
from bot.people import model as people
from bot.storage.tables import Table

pytestmark = on_either
Row = TypeVar("Row", bound=Table)

CHICAGO = ZoneInfo("America/Chicago")
HECTOR = "Héctor Villalobos (a member of Schedule Committee)"


async def met(bot: Core, *topics: str, in_the_open: bool = True) -> tuple[Corner, Corner]:
    """The Schedule Committee, about these topics; its chair notes what came of them."""
    joel, hector = corner(bot, "Joel Hartmann"), corner(bot, "Héctor Villalobos")
    await joel.presses("meeting.set-up")
    await joel.fills_in(when="2026-10-22T16:00", place="Room 12")
    for _ in range(0 if in_the_open else 2):
        await joel.clicks("Open meeting?")
    await joel.clicks("Save it")
    for topic in topics:
        await joel.presses("meeting.add", "1")
        await joel.fills_in(text=topic)
    await bot.until(datetime(2026, 10, 22, 22, tzinfo=UTC))
    return joel, hector


async def notes(joel: Corner, topic: str, **fields: str) -> None:
    await joel.presses("meeting.outcomes", "1")
    label = f"Write down: {topic}"
    await joel.clicks(label if f"[{label}]" in joel.sees() else f"Change: {topic}")
    await joel.fills_in(**fields)


async def approved(joel: Corner, hector: Corner) -> None:
    await joel.presses("meeting.propose-minutes", "1")
    await approves(hector)


async def approves(hector: Corner) -> None:
    await hector.presses("meeting.look-minutes", "1")
    await hector.clicks("Aprobar")


def count(bot: Core, query: str) -> object:
    return databases.rows(bot.settings.database_url, query)[0][0]


async def test_all_topics_are_in_them_with_who_does_what(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Bus times", "Bells", "Recess")
        await notes(joel, "Bus times", outcome="Somebody does something", line="Ask the bus company", who=HECTOR)
        await notes(joel, "Bells", outcome="Decided", line="They ring at 8.")
        await joel.presses("meeting.propose-minutes", "1")
        joel.sees("Decided: Bells. They ring at 8.", "For the next meeting: Recess.")
        await approves(hector)
        card = drawn(bot, "meeting.minutes", 1)
        assert "To be done: Bus times. Ask the bus company (Héctor Villalobos)" in card
        assert "For the next meeting: Recess." in card
        await joel.presses("meeting.show", "1")
        joel.sees("Recess (Joel Hartmann, left over from last time)")
        await hector.presses("meeting.approve", f"1:{count(bot, 'select version from meetings where id = 1')}")
        hector.sees("Ya estaba aprobada por Héctor Villalobos")


async def test_a_correction_is_a_version_that_is_told_once_and_approved_anew(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Bus times", "Bells")
        await notes(joel, "Bus times", outcome="Decided", line="One bus.")
        await approved(joel, hector)
        await notes(joel, "Bus times", line="Two buses.")
        joel.sees("Decided: Bus times. Two buses.", "shown as a correction with your name")
        await joel.sends(
            "minutes.correct", "1:i1", {"outcome": ("decided",), "line": ("Two buses.",), "who": ("none",)}
        )
        assert count(bot, "select count(*) from minutes_corrections") == 1
        card = drawn(bot, "meeting.minutes", 1, "es")
        assert "Joel Hartmann corrigió" in card
        assert "«Bus times» decía «Se decidió. One bus.» y ahora dice «Se decidió. Two buses.»" in card
        assert "Todavía sin aprobar" in card
        assert count(bot, "select count(*) from notices where name = 'minutes.corrected'") == 5
        assert "Two buses." in shown(bot, correcting.show_corrected, 1)
        await joel.presses("meeting.look-minutes", "1")
        await joel.presses("meeting.approve", f"1:{count(bot, 'select version from meetings where id = 1')}")
        joel.sees("A second person must approve")
        await approves(hector)
        assert "Approved by Héctor Villalobos" in drawn(bot, "meeting.minutes", 1)
        assert count(bot, "select count(*) from deliveries where card = 'meeting.minutes'") == 1
        await notes(joel, "Bus times", outcome="For the next meeting")
        joel.sees("nothing can be left for the next meeting any more")
        await hector.presses("minutes.correct", "1:i1")
        hector.sees("Joel Hartmann")  # who can


async def test_who_joins_later_is_not_told_what_a_line_said_that_is_corrected(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Bus times", in_the_open=False)
        await notes(joel, "Bus times", outcome="Decided", line="One bus.")
        await approved(joel, hector)
        there = "(select id from places where name = 'partnership-leadership' and address like 'slack%')"
        databases.change(bot.settings.database_url, f"update committees set home_id = {there} where key = 'schedule'")
        await notes(joel, "Bus times", line="Two buses.")
        told = shown(bot, correcting.show_corrected, 1)
        assert "Schedule Committee" in told
        assert "bus" not in told.casefold()


@on_both
async def test_they_are_found_by_words_by_those_who_may_read_them(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Horario del camión", "Bells 100%")
        await notes(joel, "Horario del camión", outcome="Decided", line="Two buses leave later.")
        await joel.presses("minutes.search")
        await joel.fills_in(words="camiones")
        joel.sees("nothing says “camiones”")  # they aren't out
        await approved(joel, hector)
        for wanted in ("CAMION", "bus later", "100%"):
            await joel.types("minutes", wanted)
            joel.sees("Schedule Committee, October 22, 2026:")
        await joel.types("minutes", "bus earlier")
        joel.sees("nothing says")
        await joel.types("minutes", "")
        assert isinstance(joel.answer, Form)
        hannah = corner(bot, "Hannah Whitaker")
        await hannah.types("minutes", "camion")
        hannah.sees("nothing says")
        await notes(joel, "Horario del camión", line="Three vans.")
        await joel.types("minutes", "vans")
        await joel.clicks("See these minutes")
        joel.sees("Three vans.")
        await joel.presses("minutes.past", "1")
        await joel.clicks("October 22, 2026")
        joel.sees("Three vans.")


async def test_what_others_wrote_takes_no_room_from_what_one_may_find(tmp_path: Path) -> None:
    """Two of another group said the same words since, and often."""
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Bus times")
        await notes(joel, "Bus times", outcome="Decided", line="Two buses leave later.")
        await approved(joel, hector)
        await bot.writer.do(says_buses_often)
        await joel.types("minutes", "bus")
        assert "president" not in joel.sees("Schedule Committee, October 22, 2026:", "Two buses leave later.")
        dana = corner(bot, "Dana Lee")
        await dana.types("minutes", "bus")
        dana.sees("October 29, 2026:", "Our buses.")


def says_buses_often(session: Session) -> None:
    president = session.scalars(select(people.Seat).where(people.Seat.role == people.Role.ASSOCIATION_PRESIDENT)).one()
    one = session.scalars(select(Item)).one()
    assert one.meeting_id
    meeting = session.get_one(Meeting, one.meeting_id)
    other = copied(meeting.series, committee_id=None, name="The president's")
    session.add(other)
    session.flush()
    later = copied(meeting, series_id=other.id, at=meeting.at + timedelta(7))
    session.add_all((SeriesSeat(series_id=other.id, seat_id=president.id), later))
    session.flush()
    whose = {"series_id": other.id, "meeting_id": later.id, "audience": audiences.of_seats([president])}
    session.add_all(copied(one, line="Our buses.", **whose) for _ in range(201))
    session.flush()
    index(session, later)


def copied(row: Row, **other: object) -> Row:
    columns = [one.key for one in inspect(type(row)).column_attrs if one.key != "id"]
    return type(row)(**{**{one: getattr(row, one) for one in columns}, **other})


async def test_they_are_taken_along_as_a_file(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Bus *times* #1")
        await hector.presses("minutes.file", "1")
        hector.sees("Todavía no hay minuta")
        await notes(joel, "Bus *times* #1", outcome="Decided", line="[One](http://x) bus.")
        await approved(joel, hector)
        await notes(joel, "Bus *times* #1", line="Two buses.")
        await joel.presses("minutes.file", "1")
        assert isinstance(joel.answer, Private)
        (file,) = joel.answer.files
        assert file.name == "minutes-2026-10-22.md"
        text = (await file.make()).decode().replace("\xa0", " ")
        assert text.startswith("# Minutes: Schedule Committee\n\nThursday, October 22, 4:00 PM · October 22, 2026\n\n")
        assert "- Decided: Bus \\*times\\* \\#1\\. Two buses\\.\n\n_Not approved yet\\._\n" in text
        assert "\\[One\\]\\(http://x\\)" in text.partition("## Corrections")[2]
        hannah = corner(bot, "Hannah Whitaker")
        await hannah.presses("minutes.file", "1")
        hannah.sees("That isn't here any more")


async def test_what_is_changed_at_the_last_minute_waits_for_others_anew(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await met(bot, "Bells")
        await notes(joel, "Bells", outcome="Decided", line="They ring at 8.")
        await joel.presses("meeting.propose-minutes", "1")
        await hector.presses("meeting.look-minutes", "1")
        hector.sees("They ring at 8.")
        await bot.until(datetime(2026, 10, 26, 20, tzinfo=UTC))
        await notes(joel, "Bells", outcome="Decided", line="They don't ring.")
        await bot.until(datetime(2026, 10, 26, 23, tzinfo=UTC))
        assert databases.rows(bot.settings.database_url, "select minutes from meetings where id = 1") == [("written",)]
        await bot.until(datetime(2026, 10, 28, 23, tzinfo=UTC))
        assert databases.rows(bot.settings.database_url, "select minutes from meetings where id = 1") == [("out",)]


async def test_what_the_form_did_not_say_goes_back_to_nobody(tmp_path: Path) -> None:
    """The meeting was opened while its form lay open."""
    async with core(tmp_path) as bot:
        joel, _ = await met(bot, "Bells", in_the_open=False)
        database = bot.settings.database_url
        databases.change(database, "update meeting_items set source = 'question:1'")
        await joel.presses("meeting.outcomes", "1")
        await joel.clicks("Write down: Bells")
        databases.change(database, "update meeting_series set is_open = true, opened = true")
        await joel.fills_in(outcome="Decided", line="Never again.")
        assert databases.rows(database, "select told from meeting_items") == [(False,)]
        await joel.presses("meeting.outcomes", "1")
        await joel.clicks("Change: Bells")
        await joel.fills_in(line="They ring at 8.")
        assert databases.rows(database, "select told from meeting_items") == [(True,)]


async def test_a_role_that_nobody_holds_is_asked_to_do_nothing_unless_it_was_before(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, _ = await met(bot, "Bus times")
        await joel.presses("meeting.outcome", "1:i1")
        who = next(one for one in joel.choices("who") if one.startswith("Héctor Villalobos"))
        leave = "update seats set holder_id = null where key = '{}'"
        databases.change(bot.settings.database_url, leave.format("principal-prairie-view"))
        await joel.presses("meeting.outcome", "1:i1")
        assert not any("nobody holds it" in one for one in joel.choices("who"))
        await joel.fills_in(outcome="Somebody does something", line="Ask the bus company", who=who)
        databases.change(bot.settings.database_url, leave.format("schedule-specialists"))
        await joel.presses("meeting.outcome", "1:i1")
        assert [one for one in joel.choices("who") if "nobody holds it" in one] == [
            who.replace("Héctor Villalobos", "nobody holds it yet")
        ]


def posted_at(bot: Core) -> datetime | None:
    """By the district's clocks, if they are posted by now."""
    there = count(bot, "select count(*) from deliveries where card = 'meeting.minutes'")
    return bot.clock.now().astimezone(CHICAGO) if there else None


@pytest.mark.parametrize(("hours", "back"), [("7-18", "2026-10-27T02:05"), ("7-15", "2026-10-26T16:00")])
async def test_minutes_go_out_when_people_may_be_written_to(tmp_path: Path, hours: str, back: str) -> None:
    """Not at night, when the bot is back after it was away; not at four where the district's day ends at three."""
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, f"update districts set hours = '{hours}'")
        joel, _ = await met(bot, "Bells")
        await notes(joel, "Bells", outcome="Decided", line="They ring at 8.")
        await joel.presses("meeting.propose-minutes", "1")
        bot.clock.move_to(datetime.fromisoformat(back).replace(tzinfo=CHICAGO))
        await bot.later(minutes=5)
        assert posted_at(bot) is None
        await bot.until(datetime(2026, 10, 27, 6, 59, tzinfo=CHICAGO))
        assert posted_at(bot) is None
        await bot.until(datetime(2026, 10, 27, 7, 1, tzinfo=CHICAGO))
        assert posted_at(bot)
