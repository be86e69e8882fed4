"""The school's calendar as a file: read whatever it is like."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from support.corner import TEXTS

from bot.meetings.calendars import uploads
from bot.people import calendar_files
from bot.people.calendar_files import Found, Unreadable

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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "2026-11-11,Break\n" + "\n" * 50_000),
        ("a.csv", "start,end\n" + "2026-11-01,2027-03-30\n" * 1_500),
        ("a.ics", "BEGIN:VEVENT\n" * 50_001),
        ("a.ics", day("Break", "20261101", "DTEND;VALUE=DATE:20270331") * 1_500),
        ("a.ics", day("Break", "20261101", "DTEND:20270331", "RDATE:20270301,20270701,20271101,20280401") * 400),
    ],
    ids=("rows", "days of rows", "events", "days of events", "days that come again"),
)
def test_more_than_can_be_looked_through_is_refused(name: str, text: str) -> None:
    with pytest.raises(Unreadable, match="calendar-file-full"):
        read(text, name=name)


@pytest.mark.parametrize(
    "lines",
    [
        "BEGIN:A\r\n" * 80_000 + "END:B\r\n" * 80_000,
        f"EXDATE;TZID=Mars/Olympus:{','.join(['20261115T000000'] * 300)}\r\n" * 200,
        "".join(f"RDATE:{','.join(f'{year}{at:04}' for at in range(901, 931))}\r\n" for year in range(1000, 4000)),
        " y\r\n" * 300_000,
    ],
    ids=("parts", "zones", "dates", "folds"),
)
def test_however_a_file_is_made_it_is_read_in_a_moment(lines: str) -> None:
    begin = time.process_time()
    found = read(event("DTSTART:20261112", "DTEND:20270330", "SUMMARY:Holiday", lines), day("Break", "20261111"))
    assert "2026-11-11" in off(found)
    assert time.process_time() - begin < 2


def test_what_takes_no_whole_day_takes_nothing_from_what_does() -> None:
    lunch = event("DTSTART:20000101T170000", "DTEND:20000101T173000", "RRULE:FREQ=DAILY;COUNT=9999")
    unending = event("DTSTART:20261111T170000", "DTEND:20261111T173000", "RRULE:FREQ=SECONDLY")
    found = read(lunch * 300, unending, day("Break", "20261001", "RRULE:FREQ=WEEKLY"))
    assert "2026-10-08" in off(found)
    assert found.unread == 0


def test_the_first_day_of_all_takes_no_others_along() -> None:
    found = read(day("Holiday", "20261111"), day("Break", "20261112", "RECURRENCE-ID:00010101T000000Z"))
    assert off(found) == ["2026-11-11", "2026-11-12"]


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
