"""The bot as a process of its own, that can be killed."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from support import databases

import demo
from playground.discord import Discord
from playground.slack import Slack
from playground.world import World

ROOT = Path(__file__).parents[2]
_numbers = itertools.count()


class BotProcess:
    """`python main.py run`, or another role, connected to the pretend platforms; its log goes to a file."""

    def __init__(
        self, world: World, slack: Slack, discord: Discord, folder: Path, role: str = "run", database: str = ""
    ) -> None:
        addresses = {
            "slack_api": slack.api_url,
            "discord_api": discord.api_url,
            "discord_gateway": discord.gateway_url,
        }
        self.database = database or databases.address(folder)
        self.role = role
        self.log = folder / f"bot-{next(_numbers)}.log"
        self.environment = {
            **os.environ,
            **demo.connect(world, addresses),
            "DATABASE_URL": self.database,
            "PORT": str(demo.free_port()),
        }
        self.program = ROOT / "main.py"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(self.program), self.role], env=self.environment, stdout=log, stderr=log
            )

    def is_well(self) -> bool:
        return self.health().get("stuck") == []

    def health(self) -> dict[str, Any]:
        """What it says of itself; `stuck` is empty if and only if its status is 200. Nothing if it says nothing."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.environment['PORT']}/healthz", timeout=3) as answer:
                said, status = json.load(answer), answer.status
        except urllib.error.HTTPError as error:
            said, status = json.load(error), error.code
        except OSError:
            return {}
        assert status == (503 if said["stuck"] else 200)
        return dict(said)

    def rows(self, query: str) -> Sequence[tuple[object, ...]]:
        """From the database as it stands now."""
        return databases.rows(self.database, query)

    def pause(self) -> None:
        """SIGSTOP: for as long as it does not go on, it does nothing, and notices nothing of that."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self._process
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """SIGKILL: it has no time for anything."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def last_words(self) -> str:
        """The end of its log."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:] if self.log.exists() else []
        return "\n".join((f"The log of {self.log.name} ends so:", *lines))

    async def end(self) -> int:
        """SIGTERM; the exit status."""
        assert self._process
        self._process.terminate()
        return await asyncio.to_thread(self._process.wait, 20)
