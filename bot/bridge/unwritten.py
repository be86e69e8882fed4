"""What people said, changed or took away while the database took nothing. Discord does not tell it again: the workspace
is remembered, and caught up once a write succeeds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import structlog

from bot.boundary import Joined
from bot.storage.outages import takes_nothing
from bot.storage.seen_keys import probe
from bot.storage.writer import Writer

LOOK = 1.0  # seconds between two attempts to write
FIRST, LONGEST = 5.0, 300.0  # seconds from one time of catching up to the next, while there is always more
CALM = 600.0  # seconds after which it is the first again

log = structlog.get_logger()


class Unwritten:
    """`catch_up` is told of each workspace of which something could not be written down, of all at once."""

    def __init__(self, writer: Writer, catch_up: Callable[[Joined], None]) -> None:
        self._writer, self._catch_up = writer, catch_up
        self._owed: set[Joined] = set()
        self._waiting: asyncio.Task[None] | None = None
        self._last, self._pause = 0.0, 0.0

    def note(self, workspace: Joined) -> None:
        self._owed.add(workspace)
        if self._waiting is None or self._waiting.done():
            self._waiting = asyncio.create_task(self._wait())

    async def stop(self) -> None:
        """At the next start all is caught up in any case."""
        if self._waiting:
            self._waiting.cancel()
            await asyncio.wait((self._waiting,))

    async def _wait(self) -> None:
        if time.monotonic() > self._last + CALM:
            self._pause = 0.0
        await asyncio.sleep(self._last + self._pause - time.monotonic())
        while not await self._writes():
            await asyncio.sleep(LOOK)
        self._last, self._pause = time.monotonic(), min(max(2 * self._pause, FIRST), LONGEST)
        owed, self._owed = self._owed, set()
        for workspace in owed:
            self._catch_up(workspace)

    async def _writes(self) -> bool:
        try:
            await self._writer.do(probe)
        except Exception as error:
            if not takes_nothing(error):
                log.error("not known whether anything can be written", exc_info=error)
            return False
        return True
