"""Numbers as people write them in two languages, and what is asked back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import numerals
from bot.numerals import Number, Unclear

ENGLISH, SPANISH = "en_US", "es_US"
WRITTEN = {  # the same in both
    "12": "12",
    "0": "0",
    "007": "7",
    "1.5": "1.5",
    "1,5": "1.5",
    "0,500": "0.5",
    "12,34": "12.34",
    "1,234.5": "1234.5",
    "1.234,5": "1234.5",
    "1,234,567": "1234567",
    "1.234.567": "1234567",
    "1 234": "1234",
    "1\u202f234,5": "1234.5",
    " +3 ": "3",
    "-3": "-3",
    "\u22123": "-3",
    "999999999.99": "999999999.99",
}
NONE = (
    "",
    "  ",
    "x",
    "twelve",
    "12.",
    ".5",
    "1,5,3",
    "1..5",
    "12-14",
    "½",
    "٣",
    "1.2345",
    "0.125",
    "1" * 10,
    "1" * 400,
    "1/2",
)


@pytest.mark.parametrize("locale", [ENGLISH, SPANISH])
@pytest.mark.parametrize(("text", "value"), WRITTEN.items())
def test_a_number_is_read(text: str, value: str, locale: str) -> None:
    assert numerals.read(text, locale) == Number(Decimal(value), "")


@pytest.mark.parametrize("locale", [ENGLISH, SPANISH])
@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number_is_asked_back(text: str, locale: str) -> None:
    with pytest.raises(Unclear) as unclear:
        numerals.read(text, locale)
    assert unclear.value.readings == ()
    assert text not in str(unclear.value) or not text.strip()


@pytest.mark.parametrize("text", ["1,500", "1.500", "12,340"])
def test_where_people_write_it_both_ways_two_numbers_are_asked_back(text: str) -> None:
    with pytest.raises(Unclear) as unclear:
        numerals.read(text, SPANISH)
    thousands, parts = unclear.value.readings
    assert thousands == parts * 1000
    for one in unclear.value.readings:
        assert numerals.read(numerals.plain(one, SPANISH), SPANISH).value == one


def test_of_two_numbers_only_those_that_can_be_kept_are_offered() -> None:
    with pytest.raises(Unclear) as unclear:
        numerals.read("12.345", SPANISH)
    assert unclear.value.readings == (12345,)


def test_english_writes_it_one_way() -> None:
    assert numerals.read("1,500", ENGLISH).value == 1500
    assert numerals.read("1.500", ENGLISH).value == Decimal("1.5")
    with pytest.raises(Unclear):
        numerals.read("12.345", ENGLISH)


@pytest.mark.parametrize(("text", "unit"), [("65%", "%"), ("65 %", "%"), ("65 days", "days"), ("65 días", "días")])
def test_a_unit_may_stand_behind_it(text: str, unit: str) -> None:
    assert numerals.read(text, SPANISH) == Number(Decimal(65), unit)


@settings(max_examples=60)
@given(st.decimals(0, 999_999_999, allow_nan=False, places=2), st.sampled_from([ENGLISH, SPANISH]))
def test_what_stands_in_a_field_is_read_as_it_was(value: Decimal, locale: str) -> None:
    assert numerals.read(numerals.plain(value, locale), locale).value == value
