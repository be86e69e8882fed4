"""Who has what was told to many, and what they read there once it is corrected, taken back or stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.broadcasts import ROUNDED, at_noon, begun, rows, to_staff
from support.corner import corner, drawn, next_due
from support.databases import on_either
from support.posting import sending
from support.talk import core

from bot.broadcasts import walks

pytestmark = on_either

DIRECTS = "select d.id from broadcast_directs d join members on members.id = member_id"


async def test_who_left_those_whom_it_is_for_reads_nothing_new_of_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot, sending(bot) as sender:
        await at_noon(bot)
        samuel, owen = await to_staff(bot, urgent=True), corner(bot, "Owen Lindqvist")
        await bot.later(hours=1)
        await sender.drain(5.0)
        (copy,) = rows(bot, f"{DIRECTS} where key = 'owen-lindqvist'")
        moved = "update members set group_id = (select id from groups where key = 'library') where key = '{}'"
        databases.change(bot.settings.database_url, moved.format("owen-lindqvist"))
        await owen.presses("broadcast.show", "1:en")
        owen.sees("That isn't here any more.")
        await samuel.presses("broadcast.correct", "1")
        await samuel.fills_in(**{"text-en": "SECRET: It ends on Thursday."})
        assert drawn(bot, "broadcast.direct", int(copy)).startswith("What was here is for other people by now")
        await samuel.presses("broadcast.retract", "1")
        await samuel.fills_in(reason="SECRET: We had the wrong date.")
        seen = drawn(bot, "broadcast.direct", int(copy))
        assert "SECRET" not in seen
        assert "Insurance" not in seen
        (other,) = rows(bot, f"{DIRECTS} where key = 'maria-rivera'")
        assert "SECRET: We had the wrong date." in drawn(bot, "broadcast.direct", int(other))


@pytest.mark.parametrize("do", ["stop", "pause", "retract"])
async def test_once_nobody_else_gets_it_only_those_read_it_who_have_it(
    tmp_path: Path, do: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walks, "AT_ONCE", 4)
    async with core(tmp_path) as bot, sending(bot) as sender:
        samuel = await begun(bot)
        for _ in range(2):
            await next_due(bot, "notice")
        await sender.drain(5.0)
        (one, *_), names = rows(bot, ROUNDED), dict(databases.rows(bot.settings.database_url, NAMES))
        has, lacks = corner(bot, str(names[one])), corner(bot, "Owen Lindqvist")
        assert "owen-lindqvist" not in rows(bot, ROUNDED)
        await lacks.presses("broadcast.show", "1:en")
        lacks.sees("Insurance")
        await samuel.presses(f"broadcast.{do}", "1")
        if do == "retract":
            await samuel.fills_in(reason="SECRET: It was wrong.")
        await has.presses("broadcast.show", "1:en")
        has.sees("Insurance")
        for press, about in (("show", "1:en"), ("read", "1"), ("file", "1")):
            await lacks.presses(f"broadcast.{press}", about)
            lacks.sees("That isn't here any more.")


NAMES = "select key, name from members"
