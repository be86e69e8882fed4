"""Fixtures of tests that connect a real adapter to a pretend platform, with a core that answers as it is told. A test
file imports those that it asks for, and says so in `__all__`."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from support import discord_bot, slack_talk

from adapters.discord import connection as discord_connection
from adapters.slack import connection as slack_connection
from playground.discord import Discord
from playground.slack import Slack

Wire = tuple[Slack, slack_connection.Connection]

# Slack -----------------------------------------------------------------------------------------------------------


@pytest.fixture(name="core")
def slack_core() -> slack_talk.Core:
    return slack_talk.Core()


@pytest.fixture
async def wire(core: slack_talk.Core) -> AsyncIterator[Wire]:
    async with slack_talk.connected(core) as both:
        yield both


@pytest.fixture
def slack(wire: Wire) -> Slack:
    return wire[0]


@pytest.fixture
def connection(wire: Wire) -> slack_connection.Connection:
    return wire[1]


# Discord ---------------------------------------------------------------------------------------------------------


@pytest.fixture(name="core")
def discord_core() -> discord_bot.Core:
    return discord_bot.Core()


@pytest.fixture
async def discord() -> AsyncIterator[Discord]:
    async with discord_bot.pretending() as discord:
        yield discord


@pytest.fixture
async def bot(discord: Discord, core: discord_bot.Core) -> AsyncIterator[discord_connection.Connection]:
    async with discord_bot.connected(discord, core) as connection:
        yield connection
