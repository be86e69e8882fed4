"""Somebody at a terminal who sets the bot up for the pretend district, and what `check` tells them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support import databases
from support.districts import pretend
from support.house import platforms, settings

import connecting
import demo
from bot import texts
from bot.operations import checking
from bot.operations.settings import Settings
from bot.people.roster import Roster
from playground.discord import Discord

TEXTS = texts.read(demo.ROOT / "content")


@dataclass
class Operator:
    slack: Any  # or several workspaces of it
    discord: Discord
    settings: Settings
    terminal: pytest.CaptureFixture[str]
    district: Roster
    status: int = -1
    read: str = ""

    async def checks(self, language: str = "en", **changed: object) -> None:
        """With other settings than theirs, where these are named. What it prints is `read`."""
        self.terminal.readouterr()
        chosen = self.settings.model_copy(update=changed)
        looks = connecting.looks(chosen)
        self.status = await asyncio.to_thread(checking.check, chosen, TEXTS[language], looks)
        self.read = self.terminal.readouterr().out

    def is_told(self, *words: str) -> None:
        """All of them in one line of what is to be done."""
        lines = [line for line in self.read.splitlines() if line.startswith("  To do: ")]
        assert any(all(one in line for one in words) for line in lines), self.read
        assert self.status == 1

    def has_all_in_order(self) -> None:
        assert "To do" not in self.read, self.read
        assert self.read.endswith("Everything that can be looked at from here is in order.\n"), self.read
        assert self.status == 0


@asynccontextmanager
async def operator(folder: Path, terminal: pytest.CaptureFixture[str]) -> AsyncIterator[Operator]:
    """The district is loaded, the bot is where it shall be, and has never run."""
    world = demo.pretend_world(pretend())
    async with platforms(world) as (slack, discord):
        slack.rates_enforced = discord.rates_enforced = False
        yield Operator(slack, discord, settings(world, slack, discord, databases.loaded(folder)), terminal, pretend())
