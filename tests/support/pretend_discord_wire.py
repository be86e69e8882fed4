"""A bare connection to the pretend Discord, and pieces of messages to send over it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from support.pretend_discord_bot import BOT, FAMILIES, WORLD

from playground.discord import Discord

Json = dict[str, Any]
V2 = 1 << 15
MESSAGES = f"/channels/{FAMILIES}/messages"
COMMANDS = f"/applications/{BOT}/commands"


@dataclass
class Wire:
    discord: Discord
    session: aiohttp.ClientSession
    token: str = f"Bot {WORLD.bot_token}"

    async def __call__(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        headers = {"Authorization": self.token}
        async with self.session.request(method, self.discord.api_url + path, json=body, headers=headers) as answer:
            return answer.status, None if answer.status == 204 else await answer.json()

    async def errors(self, path: str, body: object, method: str = "POST") -> list[str]:
        """What the refusal names, such as "components.0.label BASE_TYPE_MAX_LENGTH"."""
        status, refusal = await self(method, path, body)
        assert (status, refusal["code"]) == (400, 50035), refusal
        return list(flat(refusal["errors"]))


def flat(errors: Json, where: str = "") -> list[str]:
    found = [f"{where} {error['code']}" for error in errors.get("_errors", [])]
    for name, inside in errors.items():
        if name != "_errors":
            found += flat(inside, f"{where}.{name}".lstrip("."))
    return found


@asynccontextmanager
async def wired() -> AsyncIterator[Wire]:
    """A pretend Discord without rates, and a session to speak to it."""
    discord = Discord(WORLD)
    discord.rates_enforced = False
    await discord.start()
    async with aiohttp.ClientSession() as session:
        yield Wire(discord, session)
    await discord.stop()


def identify(intents: int = 1 | 1 << 9 | 1 << 12, token: str = WORLD.bot_token) -> Json:
    return {"op": 2, "d": {"token": token, "intents": intents, "properties": {"os": "linux"}}}


def text(content: str = "Hello", **more: object) -> Json:
    return {"type": 10, "content": content, **more}


def button(number: int = 0, **more: object) -> Json:
    return {"type": 2, "style": 1, "label": "Yes", "custom_id": f"yes{number}", **more}


def row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def box(*components: Json) -> Json:
    return {"type": 17, "components": list(components)}


def select(options: int = 2, **more: object) -> Json:
    choices = [{"label": str(number), "value": str(number)} for number in range(options)]
    return {"type": 3, "custom_id": "pick", "options": choices, **more}


def card(*components: Json) -> Json:
    return {"flags": V2, "components": list(components)}
