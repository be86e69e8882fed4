"""The bot as a process of its own, that can be killed."""

from __future__ import annotations

import asyncio
import itertools
import os
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from support import databases

import demo
from playground.discord import Discord
from playground.slack import Slack
from playground.world import World

ROOT = Path(__file__).parents[2]
_numbers = itertools.count()


class BotProcess:
    """`python main.py run`, or another role, connected to the pretend platforms; its log goes to a file."""

    def __init__(self, world: World, slack: Slack, discord: Discord, folder: Path, role: str = "run") -> None:
        addresses = {
            "slack_api": slack.api_url,
            "discord_api": discord.api_url,
            "discord_gateway": discord.gateway_url,
        }
        self.database = databases.address(folder)
        self.role = role
        self.log = folder / f"bot-{next(_numbers)}.log"
        self.environment = {
            **os.environ,
            **demo.connect(world, addresses),
            "DATABASE_URL": self.database,
            "PORT": str(demo.free_port(0)),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), self.role], env=self.environment, stdout=log, stderr=log
            )

    def is_well(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.environment['PORT']}/healthz", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def rows(self, query: str) -> Sequence[tuple[object, ...]]:
        """From the database as it stands now."""
        return databases.rows(self.database, query)

    def kill(self) -> None:
        """SIGKILL: it has no time for anything."""
        assert self._process
        self._process.kill()
        self._process.wait()

    async def end(self) -> int:
        """SIGTERM; the exit status."""
        assert self._process
        self._process.terminate()
        return await asyncio.to_thread(self._process.wait, 20)
