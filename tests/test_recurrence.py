"""What comes again, comes at the same time by the clocks of its place."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.recurrence import MOST_LEFT_OUT, Recurrence, on_the_wall

WEEK = timedelta(days=7)
ZONES = st.sampled_from(["America/Chicago", "America/Phoenix", "Europe/Madrid", "Australia/Lord_Howe", "UTC"])
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, ZONES)
def test_in_a_week_it_is_the_same_time_by_the_clocks_there(moment: datetime, zone: str) -> None:
    begin = on_the_wall(moment, zone)
    wanted, found = begin + WEEK, on_the_wall(Recurrence("FREQ=WEEKLY", begin, zone).after(moment), zone)
    skipped = on_the_wall(wanted.replace(tzinfo=ZoneInfo(zone)), "UTC").replace(tzinfo=UTC)
    assert found == wanted or (
        on_the_wall(skipped, zone) != wanted and timedelta() < found - wanted <= timedelta(hours=1)
    )


@pytest.mark.parametrize(
    ("rule", "begin", "after", "comes"),
    [
        ("FREQ=WEEKLY", datetime(2026, 3, 1, 2, 30), datetime(2026, 3, 2), datetime(2026, 3, 8, 8, 30)),  # skipped
        ("FREQ=WEEKLY", datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 26), datetime(2026, 11, 1, 6, 30)),  # twice
        ("FREQ=MONTHLY;BYDAY=2TU", datetime(2026, 9, 8, 15), datetime(2026, 9, 8, 20), datetime(2026, 10, 13, 20)),
        ("FREQ=WEEKLY;INTERVAL=2", datetime(2026, 9, 7, 8), datetime(2026, 9, 14), datetime(2026, 9, 21, 13)),
    ],
)
def test_a_rule_is_read_by_the_clocks_of_chicago(rule: str, begin: datetime, after: datetime, comes: datetime) -> None:
    found = Recurrence(rule, begin, "America/Chicago").after(after.replace(tzinfo=UTC))
    assert found == comes.replace(tzinfo=UTC)


def test_days_off_are_left_out_but_not_for_ever() -> None:
    weekly = Recurrence("FREQ=WEEKLY", datetime(2026, 9, 7, 8), "UTC")
    begin = datetime(2026, 9, 7, 8, tzinfo=UTC)
    assert weekly.after(begin, {date(2026, 9, 14)}) == begin + 2 * WEEK
    ever = {date(2026, 9, 7) + week * WEEK for week in range(100)}
    assert weekly.after(begin, ever) == begin + MOST_LEFT_OUT * WEEK


def test_what_is_over_does_not_come_again() -> None:
    twice = Recurrence("FREQ=WEEKLY;COUNT=2", datetime(2026, 9, 7, 8), "UTC")
    with pytest.raises(LookupError):
        twice.after(datetime(2026, 9, 15, tzinfo=UTC))
