"""Processes to be measured: started for a benchmark, watched, ended with it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.storage import keys

KEY = os.environ.get("CONNECTION_KEYS") or keys.new_key()  # outside all databases that are measured
ROOT = Path(__file__).parent.parent
PATIENCE = 60.0  # seconds until a process must be ready
GOODBYE = 15.0  # seconds that a process has to end


@dataclass(frozen=True)
class Process:
    inner: psutil.Popen
    log: Path

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, of all its threads."""
        times = self.inner.cpu_times()
        return float(times.user + times.system)

    @property
    def resident(self) -> float:
        """MB (10⁶ bytes) in memory now."""
        return float(self.inner.memory_info().rss) / 1e6

    async def says(self, text: str) -> None:
        """Returns when that stands in its log. Raises TimeoutError, ChildProcessError if it ends without."""
        async with asyncio.timeout(PATIENCE):
            while text not in self.log.read_text(encoding="utf-8"):
                if self.inner.poll() is not None:
                    raise ChildProcessError(f"ended with {self.inner.poll()}, see {self.log}")
                await asyncio.sleep(0.05)


@asynccontextmanager
async def running(folder: Path, name: str, *command: str, **settings: str) -> AsyncIterator[Process]:
    """`python COMMAND` in that folder, with these settings and no others: whatever the shell or an .env file here hold,
    nothing leaves this machine."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "CONNECTION_KEYS": KEY, **settings}
    log = folder / f"{name}.log"
    with log.open("wb") as said:
        inner = psutil.Popen([sys.executable, *command], cwd=folder, env=environment, stdout=said, stderr=said)
    try:
        yield Process(inner, log)
    finally:
        inner.terminate()
        try:
            await asyncio.to_thread(inner.wait, GOODBYE)  # it may want to say goodbye to what listens here
        except psutil.TimeoutExpired:
            inner.kill()
            inner.wait()


@asynccontextmanager
async def bot(folder: Path, database: str, port: int, **settings: str) -> AsyncIterator[Process]:
    """`main.py run`."""
    shared = {"DATABASE_URL": database, "PORT": str(port)}
    async with running(folder, "bot", str(ROOT / "main.py"), "run", **shared, **settings) as process:
        yield process
