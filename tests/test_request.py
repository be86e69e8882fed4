"""Numbers that come back on buttons: anybody may send any."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_both
from support.talk import core, said

from bot import routes
from bot.boundary import Account, Press
from bot.payloads import number

RIVERA = Account("slack", "T01CEDAR", "U01RIVERA")


@pytest.mark.parametrize(("text", "row"), [("7", 7), ("007", 7), ("2147483647", 2**31 - 1)])
def test_a_number_is_read(text: str, row: int) -> None:
    assert number(text) == row


@pytest.mark.parametrize(
    "text", ["", "0", "-1", "+1", " 1", "1.0", "1e3", "٣", "²", "x", "2147483648", "9" * 18, "9" * 5000]
)
def test_what_cannot_be_a_rows_number_is_none(text: str) -> None:
    assert number(text) is None


@on_both
async def test_a_number_that_no_row_can_have_is_like_one_that_is_gone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        gone = await bot.frame.handle(Press(id="gone", actor=RIVERA, do="poll.show", about="999"))
        for do in sorted(do for do, route in routes.HOUSE.presses.items() if route.find):
            for about in ("2147483648", "9" * 18, "2147483648:1"):
                press = Press(id=f"{do} {about}", actor=RIVERA, do=do, about=about)
                told = said(await bot.frame.handle(press)).text()
                assert told == said(gone).text() or told.startswith("That draft isn't here any more")
