"""Hearing Discord's gateway: what discord.py gives up is begun anew, and nothing counts as heard before a welcome."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager

import pytest
from support.adapters import discord, discord_core
from support.discord_bot import FAMILIES, OFFERS, WORLD, Core, connect, until

from adapters import patience
from adapters.discord import connection as connection_module
from adapters.discord import gateway
from adapters.discord import shards as shards_module
from adapters.discord.connection import Connection
from adapters.discord.gateway import Shard
from adapters.discord.shards import Shards
from playground.discord import Discord

__all__ = ["discord", "discord_core"]


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "AGAIN", 0.05)
    monkeypatch.setattr(shards_module, "AGAIN", 0.05)
    monkeypatch.setattr(gateway, "IDENTIFY_GAP", 0.1)
    monkeypatch.setattr(connection_module, "LOOK", 0.1)


async def alone(name: str, begin: Callable[[], AbstractAsyncContextManager[None]], decided: asyncio.Event) -> None:
    """A process that nobody disputes a lease."""
    async with begin():
        decided.set()
        await asyncio.Event().wait()


@pytest.fixture
async def shards(discord: Discord, core: Core) -> AsyncIterator[Shards]:
    def hear(shard: Shard | None) -> Connection:
        return Connection(
            token=WORLD.bot_token,
            api_url=discord.api_url,
            gateway_url=discord.gateway_url,
            handle=core.handle,
            offers=() if shard else OFFERS,
            shard=shard,
        )

    speaker = hear(None)
    await speaker.start()
    shards = Shards(speaker, alone, hear)
    await shards.start()
    yield shards
    await shards.stop()
    await speaker.stop()


async def hears(discord: Discord) -> None:
    async with asyncio.timeout(5):
        while not (await discord.sit("11").command(FAMILIES, "poll")).acknowledged:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("code", [4004, 4011, 4014])  # after these discord.py does not try again
async def test_a_gateway_that_turns_the_bot_out_is_asked_again(discord: Discord, shards: Shards, code: int) -> None:
    await hears(discord)
    await discord.gateway.turn_out(code)
    await hears(discord)


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
