"""Hearing Discord's gateway shard by shard, each in one process at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import structlog

from adapters.cancelled import nobody_asked
from adapters.discord.connection import Connection
from adapters.discord.gateway import Shard

AGAIN = 20.0  # seconds until the next attempt where Discord did not let us hear

Hold = Callable[[str, Callable[[], AbstractAsyncContextManager[None]], Callable[[bool], None]], Awaitable[None]]
log = structlog.get_logger()


class Shards:
    """Those shards whose leases this process holds. `hold(name, begin, decided)` is inside `begin()` whenever it has
    the lease of that name, and calls `decided` with whether it has at each attempt; `listener` makes a connection that
    hears a shard."""

    def __init__(self, speaker: Connection, hold: Hold, listener: Callable[[Shard], Connection]) -> None:
        self._speaker, self._hold, self._listener = speaker, hold, listener
        self._holding: list[asyncio.Task[None]] = []
        self._listening: dict[Shard, Connection] = {}
        # Unix times, 0 for never, of the shards that are this process's to hear until another is known to hold them.
        self._heard: dict[Shard, float] = {}
        self._decided = False

    @property
    def heard_at(self) -> float | None:
        """Of the shard that has been silent for longest, a Unix time; None where other processes do the hearing. One
        that this process had and lost counts, too, as long as no other is known to hold it."""
        if not self._decided:
            return 0.0
        return min(map(self._heard_at, self._heard), default=None)

    @property
    def waits_until(self) -> float | None:
        return max((until for one in self._listening.values() if (until := one.waits_until)), default=None)

    def _heard_at(self, shard: Shard) -> float:
        listener = self._listening.get(shard)
        return max(self._heard[shard], listener.heard_at or 0.0 if listener else 0.0)

    async def start(self) -> None:
        """Returns once each shard is heard, here or elsewhere. Raises Refused or ConnectionError as `Connection.start`
        does. The speaker must have started."""
        for shard in await self._speaker.shards():
            decided = asyncio.Event()
            holding = asyncio.create_task(self._keep(shard, decided))
            self._holding.append(holding)
            deciding = asyncio.ensure_future(decided.wait())
            await asyncio.wait((holding, deciding), return_when=asyncio.FIRST_COMPLETED)
            deciding.cancel()
            if holding.done():
                holding.result()
        self._decided = True

    async def stop(self) -> None:
        for holding in self._holding:
            holding.cancel()
        if self._holding:
            await asyncio.wait(self._holding)

    async def _keep(self, shard: Shard, decided: asyncio.Event) -> None:
        """Until cancelled: once it has begun, every end is followed by another attempt."""

        def decide(ours: bool) -> None:
            if not ours:
                self._heard.pop(shard, None)
            decided.set()

        while True:
            try:
                with nobody_asked():
                    await self._hold(f"discord shard {shard.id} of {shard.count}", lambda: self._listen(shard), decide)
            except Exception as error:
                if not decided.is_set():
                    raise
                log.error("not let in to hear, or not any more", shard=shard.id, error=type(error).__name__)
                await asyncio.sleep(AGAIN)

    @asynccontextmanager
    async def _listen(self, shard: Shard) -> AsyncIterator[None]:
        listener = self._listening[shard] = self._listener(shard)
        self._heard.setdefault(shard, 0.0)
        try:
            await listener.start()
            async with asyncio.TaskGroup() as group:
                staying = group.create_task(listener.stay())
                yield
                staying.cancel()
        finally:
            self._heard[shard] = self._heard_at(shard)
            del self._listening[shard]
            await listener.stop()
