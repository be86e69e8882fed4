"""The school's calendar as a file: read whatever it is like, looked over, taken over and undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import TEXTS, Corner, buttons, corner, draw, drawn
from support.databases import on_either

from bot import routes
from bot.boundary import Address, Attachment, Refused, RetryAfter, Said
from bot.delivery.received import Receiver
from bot.meetings.calendars import uploads
from bot.operations import school_calendar
from bot.operations.settings import Settings
from bot.people import calendar_files
from bot.people.calendar_files import Found, Unreadable
from bot.storage.database import connect

pytestmark = on_either

TODAY, CHICAGO = date(2026, 10, 6), "America/Chicago"
NOW = datetime(2026, 10, 6, 15, tzinfo=UTC)
NAMED = uploads.named(TEXTS)
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", ""))


def day(title: str, begin: str, *more: str) -> str:
    return event(f"DTSTART;VALUE=DATE:{begin}", f"SUMMARY:{title}", *more)


def read(*events: str, name: str = "school.ics") -> Found:
    text = "".join(events) if name.endswith(".csv") else HEAD + "".join(events) + "END:VCALENDAR\r\n"
    return calendar_files.read(name, text.encode(), CHICAGO, TODAY, NAMED)


def off(found: Found) -> list[str]:
    return sorted(str(day) for one in found.titles if one.off for day in one.days)


FALL = HEAD + day("Fall Break", "20261015", "DTEND;VALUE=DATE:20261017") + day("Picture day", "20261020")

# Reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (day("Winter Break", "20261221", "DTEND;VALUE=DATE:20261224"), ["2026-12-21", "2026-12-22", "2026-12-23"]),
        (day("Holiday", "20261111", "DURATION:P2D"), ["2026-11-11", "2026-11-12"]),
        (day("Winter Break starts, no\r\n  school", "20261221"), ["2026-12-21"]),
        (event("DTSTART:20261111T060000Z", "DTEND:20261112T060000Z", "SUMMARY:Holiday"), ["2026-11-11"]),
        (
            event(
                "DTSTART;TZID=Europe/London:20261111T000000",
                "DTEND;TZID=Europe/London:20261112T000000",
                "SUMMARY:Holiday",
            ),
            ["2026-11-11"],
        ),
        (
            event(
                'DTSTART;TZID="Eastern Standard Time":20261111T003000',
                'DTEND;TZID="Eastern Standard Time":20261111T203000',
                "SUMMARY:Holiday",
            ),
            ["2026-11-10", "2026-11-11"],
        ),
        (  # a zone that doesn't exist: as the district's clocks have it
            event(
                "DTSTART;TZID=Mars/Olympus:20261111T000000",
                "DTEND;TZID=Mars/Olympus:20261112T000000",
                "SUMMARY:Holiday",
            ),
            ["2026-11-11"],
        ),
        (event("DTSTART:20261111T143000Z", "DTEND:20261111T150000Z", "SUMMARY:Holiday concert"), None),
        (day("Juneteenth", "20000619", "RRULE:FREQ=YEARLY"), ["2027-06-19", "2028-06-19"]),
        (day("Martin Luther King", "19990118", "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=3MO"), ["2027-01-18", "2028-01-17"]),
        (
            day("Closed", "20261002", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20261016"),
            ["2026-10-09", "2026-10-23"],
        ),
        (
            day("Closed", "20261009", "UID:1", "RRULE:FREQ=WEEKLY;UNTIL=20261016")
            + day("Closed", "20261019", "UID:1", "RECURRENCE-ID;VALUE=DATE:20261016"),
            ["2026-10-09", "2026-10-19"],
        ),
        (day("Holiday", "20261111", "STATUS:CANCELLED") + day("Break", "20261112"), ["2026-11-12"]),
        (day("Classes resume after break", "20261112"), []),
        (day("Holiday", "20261111", "BEGIN:VALARM", "DURATION:P9D", "SUMMARY:x", "END:VALARM"), ["2026-11-11"]),
    ],
)
def test_days_are_found_as_calendars_mean_them(written: str, expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(Unreadable, match="calendar-file-empty"):
            read(written)
    else:
        assert off(read(written)) == expected


def test_what_is_broken_is_counted_and_the_rest_is_read() -> None:
    found = read(
        "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261111\r\nSUMMARY:Holiday\r\nno line of a calendar\r\n",  # never ended
        day("Holiday", "20261399"),
        day("Break", "20261130", "RRULE:FREQ=SECONDLY"),
        day("Break", "20261201", "DTEND;VALUE=DATE:20991201"),
        day("Recess", "20261202"),
    )
    assert off(found) == ["2026-11-11", "2026-12-02"]
    assert (found.unread, found.line) == (3, 7)


def test_a_large_file_is_read_and_a_larger_one_is_not() -> None:
    lunch = event("DTSTART:20261111T170000Z", "DTEND:20261111T173000Z", "SUMMARY:Lunch", f"DESCRIPTION:{'x' * 1900}")
    large = lunch * 4900
    assert 9_500_000 < len(large) < calendar_files.LARGEST
    assert off(read(large, day("Holiday", "20261112"))) == ["2026-11-12"]
    with pytest.raises(Unreadable, match="calendar-file-large"):
        read(large, large)


def test_rules_without_end_are_looked_through_only_so_far() -> None:
    rules = day("Break", "19700101", "RRULE:FREQ=DAILY;COUNT=9999;INTERVAL=3") * 500
    found = read(rules, day("Holiday", "20261112"))
    assert "2026-11-12" in off(found)
    assert found.unread > 100


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("2026-11-26\n2026-11-27\n", ["2026-11-26", "2026-11-27"]),
        ("Date,Event\n11/26/2026,Thanksgiving\n11/30/2026,Board meets\n", ["2026-11-26"]),
        ("Subject;Start Date;End Date\nBreak;12/21/26;12/22/26\n", ["2026-12-21", "2026-12-22"]),
        ("﻿Fecha,Título\n2026-11-26,Día sin clases\n", ["2026-11-26"]),
        ('Day,Name\n"November 26, 2026",Holiday\n\nsoon,Holiday\n', ["2026-11-26"]),
    ],
)
def test_tables_are_read(table: str, expected: list[str]) -> None:
    found = read(table, name="days.csv")
    assert off(found) == expected
    assert found.unread == table.count("soon")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.ics", b"\x89PNG\r\n\x00\x00", "calendar-file-none"),
        ("a.ics", HEAD.encode(), "calendar-file-empty"),
        ("a.ics", (HEAD + day("Holiday", "2026")).encode(), "calendar-file-broken"),
        ("a.csv", b"name\nfriday\n", "calendar-file-broken"),
        ("a.csv", b"", "calendar-file-empty"),
        ("a.csv", b"2019-01-01\n", "calendar-file-empty"),
    ],
)
def test_what_is_no_calendar_is_said(name: str, content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        calendar_files.read(name, content, CHICAGO, TODAY, NAMED)


# Taking it over ----------------------------------------------------------------------------------------------------


@dataclass
class Lying:
    """A platform on which one file lies."""

    content: bytes
    failures: list[Exception] = field(default_factory=list)

    async def fetch(self, at: Address, reference: str) -> bytes:
        if self.failures:
            raise self.failures.pop()
        return self.content


async def sends(who: Corner, content: str, name: str = "2026-27.ics", failures: list[Exception] | None = None) -> None:
    """In their DM, and it is read."""
    file = Attachment(name, len(content), "F1")
    act = Said(
        id=f"file {who.account} {hash(content)} {name}", actor=who.account, place=who.place, text="", files=(file,)
    )
    who.answer = await who.bot.frame.handle(act)
    bot, engine = who.bot, connect(who.bot.settings.database_url)
    readings = {key: one.reading for key, one in routes.HOUSE.files.items()}
    lying: dict[str, object] = {"slack": Lying(content.encode(), failures or [])}
    receiver = Receiver(engine, bot.writer, TEXTS, lying, readings, bot.clock.now)  # type: ignore[arg-type]
    while await receiver.take_one():
        pass
    engine.dispose()


def listed(bot: Core) -> list[str]:
    found = databases.rows(bot.settings.database_url, "select day from no_school order by day")
    return [str(one) for (one,) in found]


def planned(bot: Core) -> list[str]:
    query = "select at from meetings where phase = 'planned' order by at"
    return [str(at)[:10] for (at,) in databases.rows(bot.settings.database_url, query)]


async def pair(bot: Core) -> Corner:
    maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
    await maria.presses("meeting.start")
    await maria.fills_in(first="2026-10-15T15:15", second="2026-10-16T15:15")
    await maria.clicks("Send")
    await rosa.presses("meeting.pick", "1:1")
    return maria


async def takes_over(who: Corner, upload: int = 1) -> None:
    """By the button on the card in their DM."""
    offered = {one.do: one.about for one in buttons(draw(who.bot, "calendar.file", upload))}
    await who.presses("calendar.apply", offered["calendar.apply"])


async def test_it_is_looked_over_taken_over_and_undone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await pair(bot)
        dana, before = corner(bot, "Dana Lee"), listed(bot)
        await sends(dana, FALL)
        card = drawn(bot, "calendar.file", 1)
        assert "2 days without school are new" in card
        assert "October 15, 2026 to October 16, 2026 (2 school days): Fall Break" in card
        assert "Thursday, October 15, 3:15 PM moves to Monday, October 19, 3:15 PM" in card
        assert (listed(bot), planned(bot)) == (before, ["2026-10-15"])
        await takes_over(dana)
        dana.sees("These are days without school now")
        await bot.later(minutes=1)
        assert planned(bot) == ["2026-10-19"]
        await dana.clicks("Undo")
        await bot.later(minutes=1)
        assert (listed(bot), planned(bot)) == (before, ["2026-10-15"])
        await dana.presses("calendar.apply", "1")
        dana.sees("Undone.")


async def test_the_next_calendar_takes_away_only_what_the_last_one_brought(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, samuel, before = corner(bot, "Dana Lee"), corner(bot, "Samuel Okafor"), listed(bot)
        await sends(dana, FALL)
        await takes_over(dana)
        await dana.presses("meeting.no-school-yes", "2026-10-13")
        await dana.presses("meeting.no-school-undo", "2026-10-15")
        dana.sees("That day is in the district's files")
        await sends(samuel, HEAD + day("No school", "20261014") + day("Break", "20261016") + day("Recess", "20261127"))
        card = drawn(bot, "calendar.file", 2)
        assert "One day isn't free any more" in card
        assert "• October 15, 2026" in card
        await takes_over(samuel, 2)
        assert listed(bot) == sorted({*before, "2026-10-13", "2026-10-14", "2026-10-16"})
        await dana.presses("calendar.undo", "1")
        dana.sees("Another calendar was taken over after this one")
        await samuel.clicks("Undo")
        await dana.presses("calendar.undo", "1")
        assert listed(bot) == sorted({*before, "2026-10-13"})


async def test_its_sender_says_which_entries_count(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await sends(dana, HEAD + day("Fair in town", "20261015") + day("Picture day", "20261020"))
        assert "No entry looks like a day without school" in drawn(bot, "calendar.file", 1)
        await dana.presses("calendar.choose", "1")
        assert dana.choices("titles") == ["Fair in town", "Picture day"]
        await dana.fills_in(titles="Fair in town")
        assert "October 15, 2026: Fair in town" in drawn(bot, "calendar.file", 1)
        seen = next(one for one in buttons(draw(bot, "calendar.file", 1)) if one.do == "calendar.apply")
        await dana.presses("meeting.no-school-yes", "2026-10-15")
        await dana.presses(seen.do, seen.about)
        dana.sees("have changed meanwhile")
        await dana.presses("calendar.drop", "1")
        assert "Everything is as it was" in drawn(bot, "calendar.file", 1)


async def test_others_are_told_who_can_and_what_cannot_be_had_is_said(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana = corner(bot, "Maria Rivera"), corner(bot, "Dana Lee")
        await sends(maria, FALL)
        maria.sees("Dana Lee and Samuel Okafor")
        await sends(dana, FALL, failures=[Refused("no_file")])
        assert "I couldn't get or read the file" in drawn(bot, "calendar.file", 1)
        await sends(dana, "hello", name="notes.csv")
        assert "Not one entry of it could be read" in drawn(bot, "calendar.file", 2)
        await sends(dana, FALL, name="later.ics", failures=[RetryAfter(0.0)])
        assert "I'm reading it" in drawn(bot, "calendar.file", 3)
        databases.change(bot.settings.database_url, "update received_files set due_at = 0")
        await sends(dana, FALL, name="again.ics")
        assert "2 days without school are new" in drawn(bot, "calendar.file", 3)
        assert databases.rows(bot.settings.database_url, "select id from received_files") == []


def test_the_command_shows_it_and_changes_nothing_unless_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(_env_file=None, database_url=databases.loaded(tmp_path))
    file, url = tmp_path / "days.csv", settings.database_url
    file.write_text("date,title\n2027-03-17,Holiday\n")
    count = "select count(*) from no_school"
    ((before,),) = databases.rows(url, count)
    assert school_calendar.take(settings, TEXTS, file, "", NOW, applying=False) == 0
    assert "One day without school is new" in capsys.readouterr().out
    assert databases.rows(url, count) == [(before,)]
    assert school_calendar.take(settings, TEXTS, file, "", NOW, applying=True) == 0
    assert databases.rows(url, count) == [(before + 1,)]
    assert school_calendar.undo(settings, TEXTS, "", NOW) == 0
    assert databases.rows(url, count) == [(before,)]
    assert school_calendar.undo(settings, TEXTS, "", NOW) == 1
    assert school_calendar.take(settings, TEXTS, tmp_path / "gone.csv", "", NOW, applying=True) == 1
    assert school_calendar.take(settings, TEXTS, file, "elsewhere", NOW, applying=True) == 1
