"""The bot as a process of its own, that can be killed."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import signal
import urllib.error
import urllib.request
from collections.abc import Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from support import databases, forked

import demo
from playground.discord import Discord
from playground.slack import Slack
from playground.world import World

_numbers = itertools.count()


class BotProcess:
    """`python main.py run`, or another role, connected to the pretend platforms; its log goes to a file. It keeps to
    the platforms' paces, or not."""

    def __init__(
        self,
        world: World,
        slack: Slack,
        discord: Discord,
        folder: Path,
        role: str = "run",
        database: str = "",
        paced: bool = True,
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
        self.paced = paced
        self._process: ForkServerProcess | None = None

    def start(self) -> None:
        self._process = forked.start(self.role, self.environment, self.log, paced=self.paced)

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
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """SIGKILL: it has no time for anything."""
        assert self._process
        self._process.kill()
        self._process.join()

    def _signal(self, number: signal.Signals) -> None:
        assert self._process
        assert self._process.pid
        os.kill(self._process.pid, number)

    def last_words(self) -> str:
        """The end of its log."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:] if self.log.exists() else []
        return "\n".join((f"The log of {self.log.name} ends so:", *lines))

    async def end(self) -> int:
        """SIGTERM; the exit status."""
        assert self._process
        self._process.terminate()
        return await self.exit_status()

    async def exit_status(self) -> int:
        """Once it has ended by itself."""
        assert self._process
        await asyncio.to_thread(self._process.join, 20)
        assert self._process.exitcode is not None
        return self._process.exitcode
