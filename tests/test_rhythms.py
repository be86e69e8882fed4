"""Which days come again: against another reader of rules, and day by day against the school's calendar.

RHYTHMS=5000 python -m pytest tests/test_rhythms.py
"""

from __future__ import annotations

import os
import time
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.people import recurrence, school_days
from bot.people.rhythms import HORIZON, WEEKDAYS, Bend, Rhythm, Rule, Unfit, fortnightly, monthly, weekly

EXAMPLES = int(os.environ.get("RHYTHMS", "300"))
DAYS = st.dates(date(2026, 7, 1), date(2028, 7, 1))
OFF = st.sets(st.integers(0, 400), max_size=60)
ZONES = st.sampled_from(["America/Chicago", "America/Phoenix", "Europe/Madrid", "Australia/Lord_Howe", "UTC"])
COUNT = st.one_of(st.just(""), st.integers(1, 30).map(";COUNT={}".format))
PLAIN = st.lists(st.sampled_from(WEEKDAYS), unique=True, min_size=1, max_size=4).map(",".join)
WHICH = st.sampled_from(("1", "2", "3", "4", "-1", "-2", "5"))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Those that come within the horizon."""
    every = f";INTERVAL={draw(st.integers(1, 3))}"
    match draw(st.sampled_from(("daily", "weekly", "nth", "dates", "last"))):
        case "daily":
            rule = f"FREQ=DAILY{every};BYDAY={draw(PLAIN)}"
        case "weekly":
            rule = f"FREQ=WEEKLY{every}{draw(st.sampled_from(('', ';WKST=SU')))};BYDAY={draw(PLAIN)}"
        case "nth":
            rule = f"FREQ=MONTHLY{every};BYDAY={draw(WHICH)}{draw(st.sampled_from(WEEKDAYS))}"
        case "dates":
            rule = f"FREQ=MONTHLY{every};BYMONTHDAY={draw(st.sampled_from(('1', '15', '-1', '31', '5,20')))}"
        case _:
            rule = f"FREQ=MONTHLY{every};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={draw(st.sampled_from(('-1', '1', '2,-2')))}"
    return rule + draw(COUNT)


@settings(max_examples=EXAMPLES)
@given(rules(), DAYS)
def test_rules_name_the_days_that_another_reader_finds(rule: str, first: date) -> None:
    last = first + timedelta(500)
    others = rrulestr(rule, dtstart=datetime.combine(first, datetime.min.time()))
    wanted = [one.date() for one in others.between(others[0], datetime.combine(last, datetime.max.time()), inc=True)]
    assert list(Rule.parse(rule).days(first, last)) == wanted


@settings(max_examples=EXAMPLES)
@given(rules(), DAYS, OFF, st.sampled_from(Bend), ZONES, st.times(timezones=st.none()))
@example(  # half an hour is skipped, and the time says that it is the second of two
    "FREQ=MONTHLY;BYMONTHDAY=1", date(2027, 7, 10), set(), Bend.SKIP, "Australia/Lord_Howe", clock(2, 0, fold=1)
)
def test_a_calendar_bends_them_as_one_goes_through_it_day_by_day(
    rule: str, first: date, gone: set[int], bend: Bend, zone: str, hour: clock
) -> None:
    off = {first + timedelta(ahead) for ahead in gone}
    named = set(Rule.parse(rule).days(first, first + timedelta(HORIZON)))
    met, owed, day = [], False, first
    while day < first + timedelta(450):
        if day in named:
            owed = True  # what was still to be made up for is left out: this one is
        if owed and day not in off and (day in named or day.weekday() < 5):
            met.append(day)
            owed = False
        if bend is Bend.SKIP:
            owed = False
        day += timedelta(1)
    occasions = Rhythm(rule, first, bend).occasions(first, off)
    found = [one.day for one in occasions if one.day and one.day < first + timedelta(450)]
    assert found == met
    for one in met:
        at = recurrence.at(one, hour, zone)
        there, wanted = recurrence.on_the_wall(at, zone), datetime.combine(one, hour)
        skipped = wanted.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        assert there == wanted or (skipped != wanted and timedelta() < there - wanted <= timedelta(hours=1))
        assert recurrence.on_the_wall(at - timedelta(hours=1), zone) != there  # of a time that comes twice the first


@settings(max_examples=EXAMPLES // 3)
@given(st.integers(1, 12), DAYS, OFF)
def test_the_so_manieth_school_day_of_each_month(nth: int, first: date, gone: set[int]) -> None:
    off = {first + timedelta(ahead) for ahead in gone}
    found = [one.day for one in Rhythm(f"SCHOOLDAY={nth}", first).occasions(first, off)][:10]
    wanted, month = [], first.replace(day=1)
    while len(wanted) < len(found):
        length = monthrange(month.year, month.month)[1]
        school = [day for day in (month.replace(day=one + 1) for one in range(length)) if school_days.is_one(day, off)]
        wanted += [day for day in school[nth - 1 : nth] if day >= first]
        month = (month + timedelta(31)).replace(day=1)
    assert found == wanted


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every other Tuesday",
        "FREQ=HOURLY",
        "FREQ=YEARLY",
        "FREQ=DAILY;BYHOUR=1,2",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYMONTHDAY=99",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=10000",
        "FREQ=DAILY;INTERVAL=٣",
        "FREQ=DAILY;UNTIL=20261399",
        "SCHOOLDAY=40",
        "FREQ=DAILY;" + "BYDAY=MO," * 9000,
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",  # never
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
        "FREQ=DAILY;INTERVAL=366;BYMONTH=2;BYMONTHDAY=-31",
        "FREQ=WEEKLY;UNTIL=20200101",
    ],
)
def test_what_is_no_rhythm_is_refused_at_once(rule: str) -> None:
    begun = time.process_time()
    with pytest.raises(Unfit):
        Rhythm(rule, date(2026, 10, 13)).check(frozenset())
    assert time.process_time() - begun < 0.1


def test_one_without_an_end_or_with_thousands_is_looked_at_as_far_as_is_needed() -> None:
    begun = time.process_time()
    for rule in ("FREQ=DAILY", "FREQ=DAILY;COUNT=9999", "RRULE:freq=weekly;"):
        rhythm = Rhythm(rule, date(2026, 10, 13))
        rhythm.check(frozenset())
        assert next(rhythm.occasions(date(2027, 1, 1), frozenset())).named >= date(2027, 1, 1)
    assert time.process_time() - begun < 0.1


def test_a_picked_day_says_its_rhythm() -> None:
    assert monthly(date(2026, 10, 13)) == "FREQ=MONTHLY;BYDAY=2TU"
    assert monthly(date(2026, 10, 29)) == "FREQ=MONTHLY;BYDAY=-1TH"
    assert weekly(date(2026, 10, 15)) == "FREQ=WEEKLY;BYDAY=TH"
    assert fortnightly(date(2026, 10, 15)) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
