"""A day and a time of day, as people write them in two languages."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import moments

ZONE = "America/Chicago"
NOW = datetime(2026, 10, 7, 15, 30, tzinfo=UTC)  # a Wednesday, half past ten in the morning there
FRIDAY_AT_3, OCTOBER_14 = "2026-10-09 15:00", "2026-10-14"


def read(text: str, language: str = "en") -> str:
    """What was understood, or the name of what is said instead."""
    try:
        moment = moments.read(text, NOW, ZONE, language)
    except moments.Unclear as unclear:
        return unclear.says
    return f"{moment.day} {moment.at:%H:%M}" if moment.at else str(moment.day)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Fri 3pm", FRIDAY_AT_3),
        ("friday at 3", FRIDAY_AT_3),
        ("next Friday, 3 p.m.", FRIDAY_AT_3),
        ("Friday, October 9, 3:00 PM", FRIDAY_AT_3),
        ("viernes 3 p. m.", FRIDAY_AT_3),
        ("el viernes a las 15:00", FRIDAY_AT_3),
        ("El próximo viernes, a las 3 de la tarde", FRIDAY_AT_3),
        ("viernes, 9 de octubre, 3:00\u202fp.\u00a0m.", FRIDAY_AT_3),  # as this bot writes it
        ("10/14", OCTOBER_14),
        ("10/14 3:15", f"{OCTOBER_14} 15:15"),  # nobody meets at night
        ("14/10 03:15", f"{OCTOBER_14} 03:15"),
        ("Oct 14, 2026", OCTOBER_14),
        ("el 14 de octubre a las 9", f"{OCTOBER_14} 09:00"),
        (OCTOBER_14, OCTOBER_14),
        (f"{OCTOBER_14}T15:15", f"{OCTOBER_14} 15:15"),
        (f"{OCTOBER_14} 15:15", f"{OCTOBER_14} 15:15"),
        ("Wednesday noon", f"{OCTOBER_14} 12:00"),
        ("tomorrow", "2026-10-08"),
        ("MAÑANA a las 9 de la mañana", "2026-10-08 09:00"),
        ("hoy al mediodía", "2026-10-07 12:00"),
        ("4pm", "2026-10-07 16:00"),
        ("9am", "2026-10-08 09:00"),
        ("in two weeks", "2026-10-21"),
        ("Sept 9", "2027-09-09"),
    ],
)
def test_what_is_meant(text: str, meant: str, language: str) -> None:
    assert read(text, language) == meant


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "asap",
        "after the meeting",
        "Friday or Monday",
        "3pm to 4pm Friday",
        "Friday, October 10",  # that is a Saturday
        "friday 8",  # the hour, or the day of the month
        "3",
        "14",
        "October",
        "2027",
        "in 2 hours",
        "2/30",
        "Friday 25:00",
        "Friday 13 pm",
        "2026-02-31",
        "T15:15",  # of Slack's two pickers only the second
        "2026-10-06",
        "yesterday",
        "2028-01-01",
        "in 99999999999 years",
        "10/14 " * 100,
    ],
)
def test_what_is_unclear_or_gone_by_is_not_guessed(text: str, language: str) -> None:
    assert read(text, language) == "moment-unclear"


def test_numbers_that_could_be_two_days_are_the_months_first_in_english_alone() -> None:
    assert [read("10/11"), read("10/11", "es"), read("10/10", "es")] == ["2026-10-11", "moment-two-ways", "2026-10-10"]
    assert read("mar 3", "es") == "moment-unclear"  # a Tuesday, or in March
    assert read("Mar 3") == "2027-03-03"


def test_the_day_is_that_of_the_district() -> None:
    late = datetime(2026, 10, 8, 3, 30, tzinfo=UTC)  # still Wednesday there
    assert moments.read("tomorrow", late, ZONE, "en").day.isoformat() == "2026-10-08"


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-01 01:30", "2026-11-01T06:30"),  # the first of two
        ("2027-03-14 02:30", "2027-03-14T08:30"),  # the clocks skip it
        ("2026-10-14", "2026-10-14T21:00"),
    ],
)
def test_clocks_that_change(text: str, instant: str) -> None:
    moment = moments.read(text, NOW, ZONE, "en").within(ZONE, time(16))
    assert moment == datetime.fromisoformat(instant).replace(tzinfo=UTC)


PIECES = "fri viernes mar oct 10/14 3 :15 pm p. m. at a las in 3 days próximo / - 2026-02-30 noon ½ ٣ de la tarde"


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(PIECES.split()) | st.text(max_size=8),
        max_size=8,
    ).map(" ".join),
    st.sampled_from(["en", "es"]),
)
def test_whatever_is_written_is_a_day_ahead_or_unclear(text: str, language: str) -> None:
    try:
        moment = moments.read(text, NOW, ZONE, language)
    except moments.Unclear:
        return
    assert NOW.date() <= moment.day <= NOW.date() + moments.AHEAD
