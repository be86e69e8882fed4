"""Emoji in joined channels: the other side sees how many there are, and nobody who put them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session
from support import databases
from support.board import Board
from support.cores import core
from support.corner import shown
from support.databases import on_either
from support.house import eventually
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named

from bot.boundary import Account, Address, Counted, Joined, Missed
from bot.bridge import catching_up
from bot.bridge.carrying import BELOW
from bot.bridge.joined import failures
from bot.delivery.outbox import Delivery, State

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


class Asked(Board):
    """Tells at first that one person has put a 👍, and after somebody was told of, how many have by then."""

    def __init__(self, then: int) -> None:
        super().__init__("discord")
        self.then, self.times, self.told = then, 0, asyncio.Event()

    async def missed(self, at: Address, _known: Sequence[str], _after: str = "") -> Sequence[Missed]:
        if at != SQUARE:
            return ()
        self.times += 1
        if self.times > 1:
            await self.told.wait()
        many, when = (1, 100.0) if self.times == 1 else (self.then, 103.0 + self.times)
        return [Counted(id=f"many {self.times}", place=SQUARE, message="2", counts={"👍": many}, at=when)]


@pytest.mark.parametrize(("then", "times"), [(1, 2), (2, 3)], ids=["the one who was counted", "another"])
async def test_who_is_told_of_just_after_a_count_counts_once(
    joint: Joint, monkeypatch: pytest.MonkeyPatch, then: int, times: int
) -> None:
    """Whether it is who was counted when the line came back, or another, a second count tells."""
    monkeypatch.setattr(catching_up, "SETTLED", 0.01)
    await joint.says("¿A qué hora?", 2, ROSA)
    frame, discord = joint.bot.frame, Asked(then)
    round = catching_up.CatchingUp(joint.bot.writer, frame.handle_missed, {"discord": discord}, frame.in_hand)
    round.begin(Joined(platform="discord", workspace=SQUARE.workspace))
    await eventually(lambda: discord.times == 2)
    await joint.reacts("👍", 2, Account("discord", SQUARE.workspace, "7"), at=100.2)
    discord.told.set()
    await eventually(lambda: discord.times == times)
    await round.stop()
    assert (await joint.shown(COMMONS))[0].endswith(f"In #town-square (Discord): 👍 {then}")


async def test_nothing_is_kept_of_reactions_elsewhere_or_after_the_end(joint: Joint) -> None:
    await joint.reacts("👍", 0)
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await joint.reacts("👍", 1)
    assert not databases.rows(joint.bot.settings.database_url, "select * from reactions")


async def test_what_quotes_a_message_goes_with_it(joint: Joint) -> None:
    """No platform takes a change to nothing."""
    await joint.says("Leo Smith hits", 2, under="1")
    await joint.posts()
    await joint.reacts("👍", await joint.copy_of(2), ROSA)
    await joint.posts()
    (line,) = await joint.shown(f"{COMMONS}/1")
    assert line.endswith("👍 1\nLeo Smith hits")
    await joint.deletes(2, under="1")
    assert await joint.shown(f"{COMMONS}/1") == []


@pytest.mark.parametrize(("under", "told"), [("1", 1), ("", 0)])
async def test_its_author_is_told_where_that_cannot_be_taken_away(joint: Joint, under: str, told: int) -> None:
    """Only within a thread does it quote anything."""
    await joint.says("Leo Smith hits", 2, under=under)
    await joint.posts()
    await joint.reacts("👍", await joint.copy_of(2), ROSA)
    await joint.posts()
    await joint.deletes(2, under=under)

    def refuse(session: Session) -> None:
        line = update(Delivery).where(Delivery.card == BELOW)
        session.execute(line.values(state=State.FAILED, reason="is_archived", waits_since=None))

    await joint.bot.writer.do(refuse)
    await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))
    waits = f"select subject from notices where name = '{failures.TOLD}'"
    assert databases.rows(joint.bot.settings.database_url, waits) == [(2,)] * told
    if told:
        assert "is still quoted there" in shown(joint.bot, failures.show, 2)


@pytest.mark.parametrize("reason", ["is_archived", "message_not_found"])
async def test_its_author_is_told_nothing_where_they_took_nothing_back(joint: Joint, reason: str) -> None:
    """A second emoji can't be counted there."""
    await joint.says("Leo Smith hits", 2, under="1")
    await joint.posts()
    await joint.reacts("👍", await joint.copy_of(2), ROSA)
    await joint.posts()
    await joint.reacts("🎉", await joint.copy_of(2), ROSA)

    def refuse(session: Session) -> None:
        line = update(Delivery).where(Delivery.card == BELOW)
        session.execute(line.values(state=State.FAILED, reason=reason, waits_since=None))

    await joint.bot.writer.do(refuse)
    await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))
    waits = f"select subject from notices where name = '{failures.TOLD}'"
    assert databases.rows(joint.bot.settings.database_url, waits) == []
