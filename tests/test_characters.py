"""Characters that act without being seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.boundary.characters import MARKS, clean, folded

UNSEEN = "\u200b\u200e\u200f\u061c\ufeff\u00ad\u034f\u180e\u2060\u2063\u202e\u2066\u3164\ufff9\U000e0041\U000e01f0"


@pytest.mark.parametrize(
    "text",
    [
        "¿Qué día? “quotes” … — café n.º 3, 10 €",
        "👩‍👩‍👧 🧑🏽‍🏫 🏳️‍🌈 👁️‍🗨️ 🤷🏾‍♀️ 🧑‍🧑‍🧒 ❤️ ☎︎ ‼️ 1️⃣ #️⃣ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇲🇽",
        "می‌خواهم",
        "ক্‌ষ র‍্য",
        "ශ්‍රී ලංකා",
        "ന്‍",
        "葛󠄀城",
        "Tie\u0302\u0301ng Vie\u0323\u0302t, Diné bizaad t'a\u0301a\u0328",
        "שָּׁלוֹם العَرَبِيَّةُ ภาษาไทยนี้",
        "one\ntwo",
    ],
)
def test_what_languages_and_emoji_need_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        *((f"dis{one}trict", "district") for one in UNSEEN),
        ("dis\u200dtrict \u200d1\u200c2\u200d", "district 12"),
        ("a\ufe0fb\ufe0e\U000e0100 ❤\ufe0f\ufe0f\ufe0f", "ab ❤\ufe0f"),
        ("م\u200c\u200c\u200cن", "م\u200cن"),
        ("\U0001f3f4\U000e0068\U000e0069\U000e007f", "\U0001f3f4"),
        ("e" + "\u0301" * 40 + "!", "e" + "\u0301" * MARKS + "!"),
        ("\u0336\u0336a \u20ddb", "a b"),
        ("one\u2028two\tthree\x00", "one\ntwo three"),
        ("half \ud83d", "half "),
    ],
)
def test_what_only_hides_or_turns_goes(text: str, left: str) -> None:
    assert clean(text) == left


PIECES = st.sampled_from(
    [*UNSEEN, *"a1é #*\n\u0301\u0336\u20e3\u200c\u200d\ufe0f\U000e0100👩🏽❤\U0001f3f4م葛", "\u094d", "क"]
)


@settings(max_examples=300)
@example("👩\u094d\u200d\u200b👩")
@example("a\u094d\u094d\u094d\u200b\u094d\u094d")
@given(st.lists(PIECES, max_size=12).map("".join))
def test_once_is_enough_and_no_unseen_one_is_left_alone(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert not set(kept) & set(UNSEEN)
    assert not any(one * 2 in kept for one in "\u200c\u200d\ufe0f\U000e0100")
    runs = "".join("m" if unicodedata.category(one) in ("Mn", "Me") else " " for one in kept).split()
    assert all(len(run) <= MARKS + 1 for run in runs)  # and a variant
    assert not unicodedata.category((kept or "x")[0]).startswith("M")


@pytest.mark.parametrize(
    "text",
    [
        "district.org",
        "dis\u200btrict.org",
        "district\u2024org",
        "district\u3002org",
        "district\uff0eorg",
        "\uff44istrict.org",
    ],
)
def test_what_looks_the_same_is_folded_into_the_same(text: str) -> None:
    assert folded(text) == "district.org"
