"""What was said while the bot was away, or its database, is heard once it is back, and before what is said then."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs
from support.bridged import asked
from support.databases import on_both, on_either
from support.house import eventually, house
from support.no_writing import read_only

from adapters.discord import gateway
from bot.boundary import Account, Address, Deleted, Joined, Reacted
from bot.bridge import thread_queue, unwritten

pytestmark = on_either


async def test_what_was_missed_comes_before_what_is_said_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord forgot the bot's session and tells it nothing of what was said meanwhile; it is slow to say that, too."""
    monkeypatch.setattr(gateway, "IDENTIFY_GAP", 0.1)
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        home.discord.faults.next("GET /channels/{channel_id}/messages", "slow", seconds=1.0)
        await home.discord.close_gateway(resumable=False)
        await hannah.replies("Missed")
        await hannah.replies("Missed, too")
        await eventually(lambda: home.discord.gateway.connected)
        await hannah.person.say(hannah.channel, "In reply", to=hannah.card)
        await hannah.replies("Now")
        await dana.sees_in_thread("In reply")
        await dana.sees_in_thread("Now")
        said = [one.rpartition("\n")[2] for one in await dana.thread() if "Hannah" in one]
        assert said[:2] == ["Missed", "Missed, too"]
        assert sorted(said[2:]) == ["In reply", "Now"]


async def test_it_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thread_queue, "LONGEST_BEHIND", 0.3)
    there = Address("discord", "1", "2")
    heard: list[str] = []

    async def hear(line: thread_queue.ThreadQueue, id: str, place: Address = there) -> None:
        async def work(**_: float) -> None:
            heard.append(id)

        await line.hear(Deleted(id=id, place=place, message=id), work)

    now = thread_queue.ThreadQueue(lambda thread: thread == there)
    told = [asyncio.create_task(hear(now, id)) for id in ("first", "second")]
    await asyncio.sleep(0.1)
    await hear(now, "elsewhere", Address("discord", "1", "3"))
    await hear(thread_queue.ThreadQueue(), "missed")
    assert now.in_hand(there) == ("first", "second")
    await asyncio.gather(*told)
    assert now.in_hand(there) == ()
    assert heard == ["elsewhere", "missed", "first", "second"]


async def test_nobody_overtakes_one_that_has_to_come_again() -> None:
    """The third is told while the writer is busy with the first two, which then find that their card is on its way."""
    there, queue = Address("discord", "1", "2"), thread_queue.ThreadQueue()
    busy, tried, written = asyncio.Event(), Counter[str](), list[str]()

    async def hear(id: str) -> None:
        async def work(**_: float) -> None:
            await busy.wait()
            tried[id] += 1
            if id != "third" and tried[id] <= 2:
                raise thread_queue.NotYet
            written.append(id)

        await queue.hear(Deleted(id=id, place=there, message=id), work)

    told = [asyncio.create_task(hear(id)) for id in ("first", "second", "third")]
    await asyncio.sleep(0)
    busy.set()
    await asyncio.gather(*told)
    assert written == ["first", "second", "third"]


async def test_nobody_gives_up_because_of_a_card_that_is_on_its_way() -> None:
    """They mean the bot, and wait for an answer: two in a thread whose card stands only after a while."""
    there, queue = Address("discord", "1", "2"), thread_queue.ThreadQueue()
    stands, heard = asyncio.Event(), list[str]()

    async def hear(id: str) -> None:
        async def work(*, deadline: float) -> None:
            assert deadline > time.monotonic()
            if not stands.is_set():
                raise thread_queue.NotYet
            heard.append(id)

        await queue.hear(Deleted(id=id, place=there, message=id), work, patience=0.2)

    told = [asyncio.create_task(hear(id)) for id in ("first", "second")]
    await asyncio.sleep(0.6)
    stands.set()
    await asyncio.gather(*told)
    assert heard == ["first", "second"]


@pytest.mark.parametrize("below", [Address("discord", "1", "77"), Address("slack", "1", "2", "77")])
async def test_what_begins_a_thread_is_heard_before_what_is_below(below: Address) -> None:
    there, queue, heard = Address(below.platform, "1", "2"), thread_queue.ThreadQueue(), list[str]()
    first = asyncio.Event()

    async def hear(id: str, place: Address) -> None:
        async def work(**_: float) -> None:
            if id == "77":
                await first.wait()
            heard.append(id)

        await queue.hear(Deleted(id=id, place=place, message=id), work)

    told = [asyncio.create_task(hear("77", there)), asyncio.create_task(hear("78", below))]
    await asyncio.sleep(0.05)
    first.set()
    await asyncio.gather(*told)
    assert heard == ["77", "78"]


async def test_what_takes_long_to_be_written_down_loses_nothing_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """So much is to be heard first that the patience with what may never come is over by then."""
    monkeypatch.setattr(thread_queue, "LONGEST", 0.1)
    monkeypatch.setattr(thread_queue, "LOOK", 0.01)
    there, queue, heard = Address("slack", "1", "2"), thread_queue.ThreadQueue(), list[str]()
    first = asyncio.Event()

    async def hear(told: Deleted | Reacted) -> None:
        async def work(**_: float) -> None:
            if told.id == "77":
                await first.wait()
            heard.append(told.id)

        await queue.hear(told, work)

    above = Deleted(id="77", place=there, message="77")
    below = Deleted(id="78", place=replace(there, thread="77"), message="78")
    emoji = Reacted(id="79", actor=Account("slack", "1", "U1"), place=there, message="77", emoji="+1", on=True, at=1.0)
    told = [asyncio.create_task(hear(one)) for one in (above, below, emoji)]
    await asyncio.sleep(0.3)
    first.set()
    await asyncio.gather(*told)
    assert heard[0] == "77"
    assert sorted(heard) == ["77", "78", "79"]


@on_both
async def test_what_the_database_did_not_take_is_heard_once_it_takes_something_again(tmp_path: Path) -> None:
    """Discord tells nothing twice, and its connection lasts: what people said, changed and took away meanwhile is asked
    for."""
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        for words in ("Tuesday, I think", "Never mind"):
            await hannah.replies(words)
            await dana.sees_in_thread(words)
        with read_only(), capture_logs() as logged:
            await hannah.replies("Is there money for it?")
            await hannah.edits("Tuesday, I think", "Thursday, I think")
            await hannah.deletes("Never mind")
            await eventually(lambda: [one["event"] for one in logged].count("act failed") == 3)
        identified = home.discord.identifies

        await dana.sees_in_thread("Is there money for it?")
        await dana.sees_in_thread("Thursday, I think")
        await dana.sees_in_thread("deleted a message")
        said = str(await dana.thread())
        assert "Never mind" not in said
        assert said.count("Is there money for it?") == 1
        assert home.discord.identifies == identified


class Ledger:
    """A writer whose database takes something where `open` says so, and the workspaces that are caught up."""

    def __init__(self) -> None:
        self.open, self.tried, self.caught_up = False, 0, list[str]()

    async def do(self, _run: object) -> None:
        self.tried += 1
        if not self.open:
            raise OperationalError("insert", {}, Exception("read-only"))


async def test_each_workspace_is_caught_up_once_however_much_was_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unwritten, "LOOK", 0.01)
    monkeypatch.setattr(unwritten, "FIRST", 0.3)
    ledger = Ledger()
    owed = unwritten.Unwritten(ledger, lambda joined: ledger.caught_up.append(joined.workspace))  # type: ignore[arg-type]  # no Writer, so that it can fail
    for number in range(1000):
        owed.note(Joined(platform="discord", workspace=str(number % 2)))
    await eventually(lambda: ledger.tried > 3)
    assert not ledger.caught_up
    ledger.open = True
    await eventually(lambda: sorted(ledger.caught_up) == ["0", "1"])

    ledger.caught_up.clear()
    owed.note(Joined(platform="discord", workspace="1"))  # again, and at once
    await asyncio.sleep(0.1)
    assert not ledger.caught_up
    await eventually(lambda: ledger.caught_up == ["1"])
    await owed.stop()
