"""The page's own sentences and its reckoning of time, without a browser."""

from __future__ import annotations

import string
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from playground.page.clock import Ahead, in_an_hour, next_school_day, next_tuesday
from playground.page.conversation import initials
from playground.words import LANGUAGES, Words, load


def sentences(words: Words) -> dict[str, str]:
    return {name: value for name, value in words.model_dump().items() if isinstance(value, str)}


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_say_everything_and_fill_in_the_same() -> None:
    english, spanish = (sentences(load(language)) for language in LANGUAGES)
    assert {name: blanks(value) for name, value in english.items()} == {
        name: blanks(value) for name, value in spanish.items()
    }


def test_another_language_is_read_as_english() -> None:
    assert load("../en") is not None
    assert load("fr").language == "English"


@pytest.mark.parametrize(
    ("language", "moment", "shown"),
    [
        ("en", "2026-10-06T15:05:00-07:00", "Tuesday, October 6, 3:05 PM"),
        ("en", "2026-01-01T00:30:00-08:00", "Thursday, January 1, 12:30 AM"),
        ("es", "2026-10-07T12:00:00-07:00", "miércoles, 7 de octubre, 12:00 p.m."),
    ],
)
def test_the_time_reads_as_people_say_it(language: str, moment: str, shown: str) -> None:
    assert load(language).moment(datetime.fromisoformat(moment)) == shown


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-10-05T09:30:20-07:00", "2026-10-06T15:00:00-07:00"),  # a Monday
        ("2026-10-06T09:30:00-07:00", "2026-10-13T15:00:00-07:00"),  # a Tuesday: the next one
        ("2026-12-31T23:59:00-08:00", "2027-01-05T15:00:00-08:00"),
    ],
)
def test_next_tuesday_is_never_today(now: str, then: str) -> None:
    assert next_tuesday(datetime.fromisoformat(now)) == datetime.fromisoformat(then)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-10-08T18:30:20-07:00", "2026-10-09T17:00:00-07:00"),  # a Thursday
        ("2026-10-09T09:30:00-07:00", "2026-10-12T17:00:00-07:00"),  # a Friday
        ("2026-02-28T23:40:10-08:00", "2026-03-02T17:00:00-08:00"),  # a Saturday
        ("2026-10-11T00:00:00-07:00", "2026-10-12T17:00:00-07:00"),  # a Sunday
    ],
)
def test_the_next_school_day_is_never_on_a_weekend(now: str, then: str) -> None:
    assert next_school_day(datetime.fromisoformat(now)) == datetime.fromisoformat(then)


def test_an_hour_ahead() -> None:
    late = datetime.fromisoformat("2026-02-28T23:40:10-08:00")
    assert in_an_hour(late).isoformat() == "2026-03-01T00:40:10-08:00"


@pytest.mark.parametrize(
    ("ahead", "now", "then"),
    [
        (next_school_day, "2026-10-31T09:00:00-05:00", "2026-11-02T17:00:00-06:00"),
        (next_tuesday, "2026-10-29T09:00:00-05:00", "2026-11-03T15:00:00-06:00"),
        (next_tuesday, "2027-03-12T09:00:00-06:00", "2027-03-16T15:00:00-05:00"),
        (in_an_hour, "2026-11-01T01:30:00-05:00", "2026-11-01T01:30:00-06:00"),
        (in_an_hour, "2027-03-14T01:30:00-06:00", "2027-03-14T03:30:00-05:00"),
    ],
)
def test_where_the_clocks_are_changed_the_wall_is_right(ahead: Ahead, now: str, then: str) -> None:
    chicago = ZoneInfo("America/Chicago")
    assert ahead(datetime.fromisoformat(now).astimezone(chicago)).isoformat() == then


@pytest.mark.parametrize(
    ("name", "letters"), [("Maria Rivera", "MR"), ("Ana de la Cruz", "AC"), ("ñandú", "Ñ"), ("", "")]
)
def test_an_avatar_has_at_most_two_letters(name: str, letters: str) -> None:
    assert initials(name) == letters
