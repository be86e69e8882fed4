"""The sentence under a run chart, against the rule written down a second time and in another way."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.goals.measures import run_chart

HIGH, LOW, ON = "+", "-", "="


def signs(numbers: list[Decimal]) -> str:
    """Each number beside the median, which half of them do not exceed and half do not fall below."""
    order = sorted(numbers)
    half, odd = divmod(len(order), 2)
    twice = 2 * order[half] if odd else order[half - 1] + order[half]
    return "".join(ON if 2 * one == twice else HIGH if 2 * one > twice else LOW for one in numbers)


def last_shift(drawn: str) -> tuple[bool, int, int, int] | None:
    """On which side, from where to where, and how many: by a pattern that lets those on the median lie between."""
    found = [
        *re.finditer(r"\+(?:=*\+){6,}", drawn),
        *re.finditer(r"-(?:=*-){6,}", drawn),
    ]
    if len(drawn) < 10 or not found:
        return None
    last = max(found, key=lambda one: one.start())
    return last[0][0] == HIGH, last.start(), last.end() - 1, len(last[0].replace(ON, ""))


NUMBERS = st.lists(st.integers(0, 5).map(Decimal), min_size=1, max_size=40)
RUNS = st.lists(st.tuples(st.sampled_from([1, 3, 5]), st.integers(1, 9)), min_size=1, max_size=6).map(
    lambda runs: [Decimal(value) for value, count in runs for _ in range(count)]
)


@settings(max_examples=300)
@given(NUMBERS | RUNS)
@example([Decimal(1)] * 10)
@example([Decimal(2)] * 7 + [Decimal(1)] * 7)
def test_it_says_what_the_rule_says(numbers: list[Decimal]) -> None:
    reading = run_chart.read(numbers)
    assert reading.count == len(numbers)
    assert reading.is_too_few is (len(numbers) < 10)
    shift = reading.shift
    said = (shift.above, shift.first, shift.last, shift.count) if shift else None
    drawn = signs(numbers)
    assert said == last_shift(drawn)
    if shift:
        rest = drawn[shift.last + 1 :]
        assert reading.since == (rest.count(HIGH), rest.count(LOW))


@pytest.mark.parametrize(
    ("drawn", "stands_out"),
    [
        ("1" * 3 + "9" * 6, None),  # nine are too few, whatever they say
        ("1234" * 3, None),
        ("1212" + "9" * 6 + "11", None),  # six in a row
        ("121211" + "9" * 7 + "1", (True, 7)),
        ("1" * 7 + "9" * 7, (True, 7)),  # of two the later one
        ("9" * 7 + "1" * 8 + "9", (False, 8)),
        ("11115" + "9995999" + "9511" + "1", (True, 7)),  # on the median: neither counted nor the end of it
        ("5" * 12, None),  # all on it
    ],
)
def test_what_stands_out(drawn: str, stands_out: tuple[bool, int] | None) -> None:
    shift = run_chart.read([Decimal(one) for one in drawn]).shift
    assert (shift and (shift.above, shift.count)) == stands_out


def test_halves_are_no_matter_of_rounding() -> None:
    """0.1 and 0.2 as binary fractions would lie beside their own median."""
    numbers = [Decimal("0.1"), Decimal("0.3"), *[Decimal("0.2")] * 8]
    assert run_chart.read(numbers).median == Decimal("0.2")
    assert run_chart.runs(numbers, Decimal("0.2")) == [run_chart.Run(False, 0, 0, 1), run_chart.Run(True, 1, 1, 1)]
