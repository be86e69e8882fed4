"""The Discord adapter connected to a pretend Discord, with a core that answers by script."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from support.discord_spec import check

from adapters.discord.connection import Connection
from bot.boundary import Address, Answer, Button, Buttons, Event, Joined, Left, Message, Offer, Text
from playground.discord import Discord
from playground.world import Channel, DiscordWorld, User

BOT, GUILD, FAMILIES, STAFF = "900", "200", "300", "301"
ADDRESS = Address("discord", GUILD, FAMILIES)
WORLD = DiscordWorld(
    guild_id=GUILD,
    guild_name="Cedar Valley families",
    application_id=BOT,
    bot_token="discord-token",
    users=(
        User(id="11", name="Ana Ruiz", handle="ana", locale="es-419"),
        User(id="12", name="Dana Lee", handle="dana"),
    ),
    channels=(
        Channel(id=FAMILIES, name="families", members=("11", "12", BOT)),
        Channel(id=STAFF, name="staff", members=("12",), private=True),
    ),
)
OFFERS = (
    Offer("poll", {"en": "Ask everybody", "es": "Preguntar a todos"}, {"en": "Question? | A", "es": "¿Qué? | A"}),
    Offer("somewhere", {"en": "What waits for you", "es": "Lo que le espera"}, {}),
)


class Core:
    """Gives its answers in the order in which they were set, then none, and remembers all that people did and, apart
    from that, where the bot came and went."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.moves: list[Event] = []
        self.takes = 0.0  # seconds
        self._answers: list[Answer] = []

    def will(self, *answers: Answer) -> None:
        self._answers += answers

    async def handle(self, event: Event) -> Answer:
        if isinstance(event, Joined | Left):
            self.moves.append(event)
            return None
        self.events.append(event)
        await asyncio.sleep(self.takes)
        return self._answers.pop(0) if self._answers else None

    @property
    def last(self) -> Event:
        return self.events[-1]


def connect(
    discord: Discord, core: Core, token: str = WORLD.bot_token, gateway_url: str = "", **more: Any
) -> Connection:
    return Connection(
        token=token,
        api_url=discord.api_url,
        gateway_url=gateway_url or discord.gateway_url,
        handle=core.handle,
        offers=OFFERS,
        **more,
    )


@asynccontextmanager
async def pretending() -> AsyncIterator[Discord]:
    """Fails in the end if anything was asked of Discord that its specification does not know."""
    discord = Discord(WORLD, check=check)
    await discord.start()
    yield discord
    await discord.stop()
    assert discord.spec_violations == []


@asynccontextmanager
async def connected(discord: Discord, core: Core) -> AsyncIterator[Connection]:
    connection = connect(discord, core)
    await connection.start()
    yield connection
    await connection.stop()


def say(text: str, *buttons: Button) -> Message:
    return Message((Text(text), Buttons(buttons)) if buttons else (Text(text),))


def private_texts(discord: Discord, user: str) -> list[str]:
    return [message.text for message in discord.sit(user).messages(FAMILIES) if message.private]


async def until(true: Callable[[], object]) -> None:
    """At most 10 s."""
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.01)
