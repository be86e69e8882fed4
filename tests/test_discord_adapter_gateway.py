"""Hearing Discord's gateway: what discord.py gives up is begun anew, and nothing counts as heard before a welcome."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import discord as library
import pytest
from structlog.testing import capture_logs
from support import databases
from support.adapters import discord, discord_core
from support.discord_bot import FAMILIES, OFFERS, WORLD, Core, connect, until
from support.leaking import leaks_once

from adapters import patience
from adapters.discord import connection as connection_module
from adapters.discord import gateway, wire
from adapters.discord import shards as shards_module
from adapters.discord.connection import Connection
from adapters.discord.gateway import Shard, Turns
from adapters.discord.shards import Hold, Shards
from bot.delivery import outbox
from bot.storage import database, leases
from bot.storage.writer import Writer
from playground.discord import Discord

__all__ = ["discord", "discord_core"]


HALF = 960  # introductions, of the thousand of a day


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "AGAIN", 0.05)
    monkeypatch.setattr(shards_module, "AGAIN", 0.05)
    monkeypatch.setattr(gateway, "IDENTIFY_GAP", 0.1)
    monkeypatch.setattr(connection_module, "LOOK", 0.1)


async def alone(
    name: str, begin: Callable[[], AbstractAsyncContextManager[None]], decided: Callable[[bool], None]
) -> None:
    """A process that nobody disputes a lease."""
    async with begin():
        decided(True)
        await asyncio.Event().wait()


@asynccontextmanager
async def listening(discord: Discord, core: Core, hold: Hold, tokens: list[str]) -> AsyncIterator[Shards]:
    """A process that hears with the last of the tokens, as soon as it is let in."""
    turns = Turns()

    def hear(shard: Shard | None) -> Connection:
        return Connection(
            token=tokens[-1],
            api_url=discord.api_url,
            gateway_url=discord.gateway_url,
            handle=core.handle,
            offers=() if shard else OFFERS,
            shard=shard,
            turns=turns,
        )

    speaker = hear(None)
    await speaker.start()
    shards = Shards(speaker, hold, hear)
    starting = asyncio.create_task(shards.start())
    if discord.gateway.welcomes and discord.identifies < HALF:
        await starting
    yield shards
    starting.cancel()
    await shards.stop()
    await speaker.stop()


@pytest.fixture
async def shards(discord: Discord, core: Core) -> AsyncIterator[Shards]:
    async with listening(discord, core, alone, [WORLD.bot_token]) as shards:
        yield shards


async def hears(discord: Discord) -> None:
    async with asyncio.timeout(5):
        while not (await discord.sit("11").command(FAMILIES, "poll")).acknowledged:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("code", [4004, 4011, 4014])  # after these discord.py does not try again
async def test_a_gateway_that_turns_the_bot_out_is_asked_again(discord: Discord, shards: Shards, code: int) -> None:
    await hears(discord)
    await discord.gateway.turn_out(code)
    await hears(discord)


@pytest.mark.parametrize("step", ["login", "connect"])
async def test_a_cancel_that_nobody_asked_for_is_said_and_it_hears_anew(
    discord: Discord, shards: Shards, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    await hears(discord)
    leaks_once(monkeypatch, library.Client, step)
    with capture_logs() as said:
        await discord.gateway.turn_out(4004)
        await until(lambda: len([line for line in said if line["event"].startswith("not let in to hear")]) > 1)
    await hears(discord)


@pytest.mark.parametrize(
    ("lost", "asked"),
    [
        ("for good", "GET /users/@me"),
        ("for good", "GET /oauth2/applications/@me"),
        ("for good", "GET /gateway/bot"),
        ("for a moment", "GET /gateway/bot"),
    ],
)
async def test_an_answer_that_hangs_does_not_keep_it_deaf(
    discord: Discord, shards: Shards, monkeypatch: pytest.MonkeyPatch, lost: str, asked: str
) -> None:
    monkeypatch.setattr(wire, "STEP", 0.3)
    discord.interactions.patience = 0.3
    await hears(discord)
    discord.faults.next(asked, "slow", seconds=10.0)
    await (discord.gateway.turn_out(4004) if lost == "for good" else discord.close_gateway(resumable=False))
    await hears(discord)
    assert discord.faults.draw(asked) is None  # it was met


async def looked(shards: Shards, seconds: float) -> list[float | None]:
    """What a monitor that looks all the time is told of when it was heard last."""
    looks = []
    for _ in range(round(seconds / 0.01)):
        looks.append(shards.heard_at)
        await asyncio.sleep(0.01)
    return looks


async def test_it_says_when_discord_was_heard_last_for_as_long_as_it_is_not_let_in(
    discord: Discord, shards: Shards
) -> None:
    """Somebody resets the bot's token, and takes that back later."""
    await hears(discord)
    discord._state.world = WORLD.model_copy(update={"bot_token": "another"})
    await discord.gateway.turn_out(4004)
    turned_out = time.time()
    looks = await looked(shards, 0.5)
    assert all(look is not None and turned_out - 5 < look <= turned_out for look in looks), looks

    discord._state.world = WORLD
    await hears(discord)
    assert (shards.heard_at or 0) > turned_out


@databases.on_either
async def test_it_says_so_until_another_process_hears_instead(
    discord: Discord, core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of two was started with the new token, the first still has the old one."""
    monkeypatch.setattr(leases, "RENEWED", 0.3)
    engine = database.connect(databases.address(tmp_path))
    database.migrate(engine)
    writer = Writer(engine, outbox.note_changes)
    of_first = [WORLD.bot_token]
    hold = partial(leases.hold, writer)
    async with (
        listening(discord, core, hold, of_first) as first,
        listening(discord, core, hold, [WORLD.bot_token]) as second,
    ):
        assert (first.heard_at is None, second.heard_at is None) == (False, True)
        of_first.append("the old one")
        await discord.gateway.turn_out(4004)
        async with asyncio.timeout(5):
            while second.heard_at is None:
                assert first.heard_at is not None, "nobody hears, and nobody says so"
                await asyncio.sleep(0.01)
            while first.heard_at is not None or not second.heard_at:
                await asyncio.sleep(0.01)
        await hears(discord)
        assert first.heard_at is None
    writer.close()
    engine.dispose()


async def test_a_gateway_that_falls_silent_is_left(
    discord: Discord, shards: Shards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "SILENT", 0.3)
    before = discord.identifies
    await until(lambda: discord.identifies > before)


async def test_without_a_welcome_nothing_is_heard_and_it_is_asked_for_again(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "WELCOME", 0.3)
    discord.gateway.welcomes, discord.gateway.heartbeat_seconds = False, 0.1
    connection = connect(discord, core)
    starting = asyncio.create_task(connection.start())
    await until(lambda: discord.identifies > 2)
    assert connection.heard_at == 0
    discord.gateway.welcomes = True
    await asyncio.wait_for(starting, 5)
    assert time.time() - (connection.heard_at or 0) < 1

    discord.gateway.welcomes = False
    await discord.close_gateway(resumable=True)
    await until(lambda: time.time() - (connection.heard_at or 0) > 0.5)
    await connection.stop()


async def test_lines_that_are_cut_while_it_waits_for_its_turn_do_not_keep_it_deaf(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "IDENTIFY_GAP", 0.5)
    async with listening(discord, core, alone, [WORLD.bot_token]) as shards:
        await until(lambda: shards.heard_at)
        heard = shards.heard_at or 0
        for _ in range(12):
            await discord.close_gateway(resumable=False)
            await asyncio.sleep(0.2)
        await until(lambda: (shards.heard_at or 0) > heard + 12 * 0.2)
        await hears(discord)


@pytest.mark.parametrize(("used", "seconds"), [(HALF, 86_400 / (1000 - HALF)), (1000, 86_400)])
async def test_the_last_half_of_a_days_introductions_lasts_until_discord_counts_anew_and_it_says_so(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch, used: int, seconds: float
) -> None:
    monkeypatch.setattr(gateway, "LOOK", 0.1)
    discord.gateway.identifies = used
    with capture_logs() as logged:
        async with listening(discord, core, alone, [WORLD.bot_token]) as shards:
            await until(lambda: shards.waits_until)
            await asyncio.sleep(0.3)
            assert discord.identifies == used
            assert shards.heard_at == 0
            assert seconds - 10 < (shards.waits_until or 0) - time.time() <= seconds
            assert any("introductions are used" in one["event"] for one in logged)

            discord.gateway.identifies = 0  # the next day
            await hears(discord)
            await until(lambda: shards.heard_at)
            assert shards.waits_until is None


async def test_what_waits_for_its_introduction_is_not_given_up_as_silent(
    discord: Discord, shards: Shards, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would wait from the beginning again."""
    monkeypatch.setattr(connection_module, "SILENT", 0.3)
    discord.gateway.heartbeat_seconds = 0.1
    await until(lambda: shards.heard_at)
    discord.gateway.identifies = HALF
    await discord.close_gateway(resumable=False)
    await until(lambda: shards.waits_until)
    until_when = shards.waits_until
    await asyncio.sleep(1.0)
    assert shards.waits_until == until_when


async def test_the_next_comes_at_its_time(discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "LOOK", 0.1)
    monkeypatch.setattr(gateway, "time", SimpleNamespace(monotonic=time.monotonic, time=lambda: 3600 * time.time()))
    discord.gateway.identifies = HALF
    async with listening(discord, core, alone, [WORLD.bot_token]) as shards:
        await until(lambda: shards.heard_at)
        assert discord.identifies == HALF + 1
