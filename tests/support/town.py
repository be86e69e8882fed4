"""Like `support.house`, with the bot as a process of its own, whose log can be read."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support import databases
from support.districts import pretend
from support.house import House, eventually, looked_around, platforms
from support.process_bot import BotProcess

import demo


@dataclass
class Town(House):
    bot: BotProcess

    async def opens(self) -> None:
        """Starts the bot and returns when it is connected to both."""
        self.bot.start()
        await eventually(lambda: len(self.logged("connected")) >= 3, 30)  # the gateway, too
        await looked_around(self.bot.database)

    @property
    def log(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.bot.log.read_text(encoding="utf-8").splitlines()]

    def logged(self, event: str) -> list[dict[str, Any]]:
        return [line for line in self.log if line["event"] == event]


@asynccontextmanager
async def town(folder: Path, **settings: str) -> AsyncIterator[Town]:
    """The bot is not running yet; `settings` are environment variables."""
    district = pretend()
    world = demo.pretend_world(district)
    async with platforms(world) as (slack, discord):
        bot = BotProcess(world, slack, discord, folder, database=databases.loaded(folder))
        bot.environment.update(settings)
        try:
            yield Town(slack, discord, district, bot)
        finally:
            if bot._process:
                bot.kill()
                print(bot.last_words())
