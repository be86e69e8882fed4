"""A poll is reminded of, and offered to close, when people are at school."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support import databases
from support.databases import on_either
from support.linked import MARIA, TEAM
from support.talk import core, noon

from bot.boundary import Address, ChoiceField, Form
from bot.people import hours
from bot.people.model import District
from bot.polls import reminders

pytestmark = on_either

STAFF = Address("slack", TEAM, "C01LINCOLNSTAFF")
PLACES = ("#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)")
TOLD = "select distinct key, day from roundups join members on members.id = member_id"
POSTS = "select count(*) from deliveries where card = 'poll.reminder'"
TUESDAY, FRIDAY = 1, 4


@pytest.mark.parametrize("late", [False, True])
async def test_what_closes_on_a_saturday_is_reminded_of_on_friday(tmp_path: Path, *, late: bool) -> None:
    """Where that is over by then, of nothing: nobody may be told."""
    async with core(tmp_path) as bot:
        friday = noon(bot.clock.now(), FRIDAY)
        await bot.until(friday + timedelta(hours=9 * late))
        preview = await bot.asks(MARIA, STAFF, closes=(friday + timedelta(days=1, hours=4)).isoformat())
        assert ("are reminded Friday" in preview.text()) is not late
        await bot.later(days=1, hours=4)
        told = dict(databases.rows(bot.settings.database_url, TOLD))
        assert len(told) == (0 if late else 10)  # of Lincoln's staff and the district's administration
        assert set(told.values()) <= {friday.date().isoformat()}


@example(159, 12)  # a Monday, 3:45 to 6:45 p.m.: an hour before it closes, there is no time to tell all by six
@given(st.integers(0, 14 * 24 * 4), st.integers(0, 10 * 24 * 4))
def test_what_is_announced_is_inside_the_districts_hours(begins: int, lasts: int) -> None:
    """Until all have been told; quarters of an hour, from a Sunday on."""
    district = District(zone="America/Chicago", hours="7-18", days="weekdays")
    begin = datetime(2026, 10, 4, 5, tzinfo=UTC) + timedelta(minutes=15 * begins)
    closes = begin + timedelta(minutes=15 * lasts)
    at = reminders.reminds_at(begin, closes, district)
    usual = hours.of_district(district)
    if at is not None:
        assert begin < at < at + reminders.TELLING < closes
        assert usual.hold(at, district.zone)
        assert usual.hold(at + reminders.TELLING, district.zone)
    else:
        assert lasts < 3 * 24 * 4  # over a weekend


async def test_on_a_friday_it_is_offered_to_close_on_school_days_first(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await bot.until(noon(bot.clock.now(), FRIDAY))
        form = await bot.types(MARIA, "/poll", STAFF)
        assert isinstance(form, Form)
        closes = next(one for one in form.fields if one.name == "closes")
        assert isinstance(closes, ChoiceField)
        days = [one.label.partition(",")[0] for one in closes.choices]
        week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
        assert days == ["Friday", "Friday", *week, "Friday", "Saturday", "Sunday"]
        assert closes.chosen == (closes.choices[2].value,)


async def test_nothing_is_posted_at_night(tmp_path: Path) -> None:
    """Neither where its time would be at night, nor where it comes late."""
    async with core(tmp_path) as bot:
        await bot.until(noon(bot.clock.now(), TUESDAY))
        tuesday = bot.clock.now()
        preview = await bot.asks(MARIA, STAFF, *PLACES, closes=(tuesday + timedelta(days=2, hours=4)).isoformat())
        assert "are reminded Thursday, " in preview.text()
        assert "7:00" in preview.text()
        await bot.asks(MARIA, STAFF, *PLACES, closes=(tuesday + timedelta(days=3, hours=1)).isoformat())
        await bot.later(hours=42)
        assert databases.rows(bot.settings.database_url, POSTS) == [(0,)]
        await bot.later(hours=1, minutes=10)
        assert databases.rows(bot.settings.database_url, POSTS) == [(2,)]
        assert "priya-natarajan" in dict(databases.rows(bot.settings.database_url, TOLD))
        bot.clock.move_to(
            tuesday + timedelta(days=2, hours=9)
        )  # nobody was there when the other was to be reminded of, at one
        await bot.later(minutes=5)
        assert databases.rows(bot.settings.database_url, POSTS) == [(2,)]
        await bot.later(hours=10, minutes=10)
        assert databases.rows(bot.settings.database_url, POSTS) == [(4,)]
