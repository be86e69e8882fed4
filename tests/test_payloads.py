"""What buttons are about comes back as it went out, and anything else is misread."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.payloads import HIGHEST, About, Misread, Payload, Shown


@dataclass(frozen=True)
class Held(Payload):
    id: int
    key: str = ""
    rest: str = ""


ROWS = st.integers(1, HIGHEST)
PLAIN = st.text().filter(lambda text: ":" not in text)


@given(st.builds(About, ROWS) | st.builds(Shown, ROWS, PLAIN) | st.builds(Held, ROWS, PLAIN, st.text()))
def test_it_comes_back_as_it_went_out(payload: Payload) -> None:
    assert type(payload).parse(str(payload)) == payload


@pytest.mark.parametrize(
    ("text", "payload"), [("7", Shown(7)), ("7:es", Shown(7, "es")), ("7::a:b", Held(7, "", "a:b"))]
)
def test_buttons_of_before_are_read(text: str, payload: Payload) -> None:
    assert type(payload).parse(text) == payload
    assert str(payload) == text


@pytest.mark.parametrize("text", ["", ":", "x", "0", "-1", "2147483648", "9" * 5000, "٣", " 7", "7 "])
def test_anything_else_is_misread(text: str) -> None:
    with pytest.raises(Misread):
        Shown.parse(text)


def test_a_colon_that_would_be_read_as_a_border_is_refused() -> None:
    with pytest.raises(ValueError, match="colon"):
        str(Held(7, "a:b", "c"))
