"""Emoji in joined channels: the other side sees how many there are, and nobody who put them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.databases import on_either
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named

from bot.boundary import Account, Counted

pytestmark = on_either
OKAFOR = Account("slack", "T01CEDAR", "U01OKAFOR")


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA, ROSA)
        await joint.says("Reading night", 1)
        await joint.posts()
        yield joint


async def test_the_copy_says_how_many_there_are(joint: Joint) -> None:
    """Each person counts once, however often it is told; the last word counts."""
    for who, on, at in (
        (OKAFOR, True, 1.0),
        (OKAFOR, True, 1.0),
        (DANA, True, 2.0),
        (DANA, False, 3.0),
        (DANA, True, 2.5),
    ):
        await joint.reacts("👍", 1, who, on=on, at=at)
    await joint.reacts(":cedar:", 1, DANA, at=4.0)
    (copy,) = await joint.shown()
    assert copy.endswith("In #partnership-commons (Slack): :cedar: 1 · 👍 1")
    await joint.reacts("👍", 1, OKAFOR, on=False, at=5.0)
    assert (await joint.shown())[0].endswith("In #partnership-commons (Slack): :cedar: 1")
    assert "U01OKAFOR" not in str(await joint.shown())


async def test_those_of_the_copy_are_in_one_line_below_the_message(joint: Joint) -> None:
    copy = await joint.copy_of(1)
    await joint.reacts("🎉", copy, ROSA)
    below = f"{COMMONS}/1"
    assert await joint.shown(below) == ["In #town-square (Discord): 🎉 1"]
    await joint.posts()
    await joint.reacts("👍", copy, ROSA, at=2.0)
    await joint.reacts("🎉", copy, ROSA, on=False, at=3.0)
    assert await joint.shown(below) == ["In #town-square (Discord): 👍 1"]
    await joint.reacts("👍", copy, ROSA, on=False, at=4.0)
    assert await joint.shown(below) == ["In #town-square (Discord): no reactions any more."]


async def test_what_was_missed_is_counted(joint: Joint) -> None:
    """Nobody says who it was; one of them may take theirs away later."""
    await joint.says("¿A qué hora?", 2, ROSA)
    for counts, line in (({"👍": 3, "🎉": 1}, "👍 3 · 🎉 1"), ({"👍": 2}, "👍 2")):
        await joint.bot.frame.handle_missed(Counted(id="many", place=SQUARE, message="2", counts=counts))
        assert (await joint.shown(COMMONS))[0].endswith(f"In #town-square (Discord): {line}")
    await joint.reacts("👍", 2, ROSA, on=False)
    assert (await joint.shown(COMMONS))[0].endswith("In #town-square (Discord): 👍 1")


async def test_what_was_counted_and_is_told_after_that_counts_once(joint: Joint) -> None:
    await joint.says("¿A qué hora?", 2, ROSA)
    await joint.bot.frame.handle_missed(Counted(id="many", place=SQUARE, message="2", counts={"👍": 1}, at=100.0))
    await joint.reacts("👍", 2, ROSA, at=99.0)
    assert (await joint.shown(COMMONS))[0].endswith("In #town-square (Discord): 👍 1")
    await joint.reacts("👍", 2, Account("discord", SQUARE.workspace, "7"), at=110.0)
    assert (await joint.shown(COMMONS))[0].endswith("In #town-square (Discord): 👍 2")


async def test_nothing_is_kept_of_reactions_elsewhere_or_after_the_end(joint: Joint) -> None:
    await joint.reacts("👍", 99)
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await joint.reacts("👍", 1)
    assert not databases.rows(joint.bot.settings.database_url, "select * from reactions")
