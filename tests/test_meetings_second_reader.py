"""The calendar that people subscribe to, read by a library that did not write it: over any rules, zones, calendars of a
school, moves and cancellations it finds the dates that the bot keeps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_sqlite

from bot.meetings import ics
from bot.meetings.model import Kind, Meeting, Phase, Series, State
from bot.people import recurrence
from bot.people.model import District, Member, Owner
from bot.people.rhythms import Bend, Rhythm
from bot.people.school_days import NoSchool
from bot.storage.database import connect

reader = pytest.importorskip("ical.calendar_stream", reason="the second library is among the tests' packages")
pytestmark = on_sqlite

TODAY = date(2026, 10, 6)
UNTIL = datetime(2027, 12, 31, tzinfo=UTC)
DAYS = st.dates(TODAY, date(2027, 11, 30))
RULES = st.one_of(
    st.builds(
        lambda step, days: f"FREQ=WEEKLY;INTERVAL={step};BYDAY={','.join(sorted(days))}",
        st.integers(1, 3),
        st.sets(st.sampled_from(("MO", "TU", "WE", "TH", "FR")), min_size=1, max_size=2),
    ),
    st.builds(
        lambda nth, day: f"FREQ=MONTHLY;BYDAY={nth}{day}",
        st.sampled_from((1, 2, 3, -1)),
        st.sampled_from(("MO", "TU", "WE", "TH", "FR")),
    ),
    st.builds(lambda day: f"FREQ=MONTHLY;BYMONTHDAY={day}", st.sampled_from((1, 15, 28, -1, "10,20"))),
    st.sampled_from(("SCHOOLDAY=1", "SCHOOLDAY=7", "FREQ=WEEKLY;COUNT=9", "FREQ=DAILY;INTERVAL=10;UNTIL=20270301")),
)


@dataclass(frozen=True)
class Year:
    rule: str
    first: date
    bend: Bend
    zone: str
    hour: int
    off: frozenset[date]
    moved: tuple[tuple[int, int], ...]  # which date, and by how many hours
    cancelled: frozenset[int]


YEARS = st.builds(
    Year,
    rule=RULES,
    first=st.dates(TODAY, TODAY + timedelta(40)),
    bend=st.sampled_from(Bend),
    zone=st.sampled_from(
        ("America/Chicago", "America/Phoenix", "Europe/Madrid", "Australia/Sydney", "Pacific/Honolulu")
    ),
    hour=st.integers(7, 20),
    off=st.frozensets(DAYS, max_size=60),
    moved=st.lists(st.tuples(st.integers(0, 12), st.integers(-60, 60)), max_size=3).map(tuple),
    cancelled=st.frozensets(st.integers(0, 12), max_size=3),
)


@contextmanager
def session_of(url: str) -> Iterator[Session]:
    engine = connect(url)
    with Session(engine) as session:
        yield session
    engine.dispose()


def settle(session: Session, year: Year) -> tuple[Series, set[datetime]]:
    """A series with these dates, and when it is to be found."""
    for table in (Meeting, Series, NoSchool):
        session.execute(delete(table))
    district, member = session.query(District).one(), session.query(Member).first()
    assert member
    now = datetime.combine(TODAY, time(12), UTC)
    session.add_all(NoSchool(district_id=district.id, day=day.isoformat(), owner=Owner.CHAT) for day in year.off)
    series = Series(district=district, kind=Kind.BODY, state=State.GOING, name="Bells", zone=year.zone, bend=year.bend)
    series.rule, series.first, series.hour, series.made_by_id = year.rule, year.first, f"{year.hour:02}:30", member.id
    series.made_at = series.looked_at = now
    session.add(series)
    session.flush()
    expected, moved = set[datetime](), dict(year.moved)
    for number, one in enumerate(Rhythm(year.rule, year.first, year.bend).occasions(year.first, year.off)):
        if one.named > ics.last_day(TODAY):
            break
        at = recurrence.at(one.day, series.at, year.zone) if one.day else None
        if at is not None and (number in year.cancelled or number in moved):
            gone = number in year.cancelled
            at += timedelta(hours=0 if gone else moved[number])
            row = Meeting(series=series, named=one.named, at=at, length=30, by_hand=True, sequence=1)
            row.phase = Phase.CANCELLED if gone else Phase.PLANNED
            session.add(row)
            at = None if gone else at
        if at is not None:
            expected.add(at)
    session.flush()
    return series, expected


def found(content: bytes) -> set[datetime]:
    calendar = reader.IcsCalendarStream.calendar_from_ics(content.decode())
    begin = datetime(2026, 9, 1, tzinfo=UTC)
    every = calendar.timeline.overlapping(begin, UNTIL + timedelta(days=400))
    return {one.dtstart.astimezone(UTC) for one in every if str(one.status).upper().rpartition(".")[2] != "CANCELLED"}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(year=YEARS)
def test_another_library_finds_the_same_dates(year: Year, tmp_path: Path) -> None:
    with session_of(databases.loaded(tmp_path)) as session:
        series, expected = settle(session, year)
        content = ics.calendar(session, "Bells", [ics.Shown(series, "Bells", "Room 12", private=False)], TODAY)
        assert found(content) == expected
