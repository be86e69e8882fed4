"""Who writes to the bot while another keeps the database is told in time, as who presses a button is: how many wait in
the same place does not matter."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.corner import Corner, corner
from support.databases import on_both
from support.talk import Core, core, said
from support.workers import engine

from bot import frame
from bot.boundary import Address, Answer, Private, Said
from bot.storage.database import take_turn

PATIENCE = 1.0  # seconds
LATE = PATIENCE + 0.8  # seconds, with what a busy machine takes
LINCOLN = Address("slack", "T01CEDAR", "C01LINCOLN", "1700000000.000100")

pytestmark = on_both


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "PATIENCE", PATIENCE)


@contextmanager
def another_writes(bot: Core) -> Iterator[None]:
    with engine(bot.settings.database_url) as elsewhere, elsewhere.begin() as connection:
        take_turn(connection, alone=True)
        yield


async def says(who: Corner, number: int, place: Address, *, to_bot: bool = True) -> Answer:
    message = f"17000000{number:02}.000100"
    event = Said(id=f"said {number}", actor=who.account, place=place, message=message, text="Hello", to_bot=to_bot)
    return await who.bot.frame.handle(event)


async def told_in_time(*answers: Awaitable[Answer]) -> None:
    """That nothing was done, and that they can press or write again."""
    began = time.monotonic()
    told = await asyncio.gather(*answers)
    assert time.monotonic() - began < LATE
    for answer in told:
        assert isinstance(answer, Private)
        assert not answer.done
        assert "busy" in said(answer).text()


async def test_five_messages_at_once_are_answered_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        with another_writes(bot):
            await told_in_time(*(says(maria, number, maria.place) for number in range(5)))
        answer = await says(maria, 9, maria.place)
        assert isinstance(answer, Private)
        assert answer.done


@pytest.mark.parametrize("place", [LINCOLN, replace(LINCOLN, thread="1700000001.000100")])
async def test_so_is_a_mention_behind_what_people_say_among_themselves(tmp_path: Path, place: Address) -> None:
    """Which waits for as long as it takes: in the same thread, or as what this thread is about."""
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        with another_writes(bot):
            above = asyncio.create_task(says(maria, 1, LINCOLN, to_bot=False))
            await asyncio.sleep(0.1)
            await told_in_time(says(maria, 2, place))
            assert not above.done()
        assert await above is None
