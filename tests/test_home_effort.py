"""The home card asks every feature what waits for somebody: each asks only what no other has asked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from support.concerns import NOISE, agreed, says
from support.cores import core
from support.corner import Corner, corner
from support.databases import on_sqlite

pytestmark = on_sqlite


async def asked(somebody: Corner) -> Counter[tuple[str, str]]:
    seen = Counter[tuple[str, str]]()

    def note(_connection: object, _cursor: object, statement: str, given: object, *_: object) -> None:
        seen[statement, str(given)] += 1

    event.listen(Engine, "before_cursor_execute", note)
    try:
        await somebody.presses("home")
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return seen


@pytest.mark.parametrize("name", ["Owen Lindqvist", "Thuy Pham"])
async def test_of_those_without_a_seat_nothing_is_asked_twice(tmp_path: Path, name: str) -> None:
    async with core(tmp_path) as bot:
        await agreed(bot)
        await says(corner(bot, "Thuy Pham"), NOISE)
        found = await asked(corner(bot, name))
        assert [one for one, times in found.items() if times > 1] == []


async def test_sections_of_seats_ask_nothing_of_those_who_act_for_none(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await agreed(bot)
        none, rep = await asked(corner(bot, "Owen Lindqvist")), await asked(corner(bot, "Maria Rivera"))
        assert none.total() < 0.7 * rep.total()
