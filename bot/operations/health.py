"""The bot's health, for monitoring: /healthz."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Protocol, TypeAlias

from aiohttp import web
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import timetable
from bot.delivery import outbox
from bot.storage.database import reading
from bot.storage.seen_keys import probe
from bot.storage.writer import Withdrawn, Writer
from bot.timetable import Clock

SILENT = 120.0  # seconds without a frame after which a connection counts as stuck
OVERDUE = 60.0  # seconds that something due, or unsent, may be late
PATIENCE = 2.0  # seconds that the database has to answer

Ages: TypeAlias = dict[str, float | None]


class Listening(Protocol):
    @property
    def heard_at(self) -> float | None:
        """The Unix time of the last frame; 0 if there was none yet; None where silence means nothing."""

    @property
    def waits_until(self) -> float | None:
        """The Unix time until which it does not connect, as the platform lets it begin only so often; None mostly."""


class Health:
    """Of a bot with these connections, by the names of their platforms, and what it works at in the background until it
    ends. `now` gives the Unix time: platforms keep to it even where the `clock` is a pretended one."""

    def __init__(
        self,
        engine: Engine,
        writer: Writer,
        clock: Clock,
        connections: Mapping[str, Listening],
        now: Callable[[], float] = time.time,
        background: Iterable[asyncio.Task[None]] = (),
    ) -> None:
        self._engine, self._writer, self._clock, self._connections = engine, writer, clock, connections
        self._now, self._background = now, background
        self._looking: asyncio.Future[Ages] | None = None

    async def answer(self, _request: web.Request) -> web.Response:
        """JSON: ages in seconds, null where nothing is late or was ever heard, and for how many seconds it waits
        before it hears a platform, should it have to. 503 when something is stuck, the "database" where it does not
        answer, or "writing" where it takes nothing in or another keeps all acts waiting; what has ended that should go
        on is named, too."""
        heard = {name: one.heard_at for name, one in self._connections.items()}
        ages = {f"{name}_frame_age": self._since(at or None) for name, at in heard.items() if at is not None}
        stuck = [name for name, age in ages.items() if age is None or age > SILENT]
        late: Ages = {}
        try:
            late = await self._look()
            if self._writer.failing:
                await self._writer.do(probe, deadline=time.monotonic() + PATIENCE, alone=True)  # as most acts
        except (SQLAlchemyError, TimeoutError, Withdrawn):
            stuck.append("writing" if late else "database")
        stuck += [name for name, age in late.items() if age is not None and age > OVERDUE]
        stuck += [task.get_name() for task in self._background if task.done()]
        waits = {
            f"{name}_waits": until - self._now()
            for name, one in self._connections.items()
            if (until := one.waits_until)
        }
        rounded = {name: None if age is None else round(age, 1) for name, age in {**ages, **late, **waits}.items()}
        return web.json_response({"stuck": stuck, **rounded}, status=503 if stuck else 200)

    async def _look(self) -> Ages:
        """One at a time: those that hang must not take up every thread there is. Raises TimeoutError."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.ensure_future(asyncio.to_thread(self._late))
        return await asyncio.wait_for(asyncio.shield(self._looking), PATIENCE)

    def _late(self) -> Ages:
        with reading(self._engine) as session:
            due, unsent = timetable.next_due(session), outbox.oldest_unsent(session, self._connections)
        return {
            "oldest_due_age": _age(due, self._clock.now()),
            "oldest_unsent_age": self._since(unsent),
        }

    def _since(self, moment: float | None) -> float | None:
        """Never below 0, even if the clock has been set back since."""
        return None if moment is None else max(self._now() - moment, 0.0)


def _age(due: datetime | None, now: datetime) -> float | None:
    return None if due is None or due > now else (now - due).total_seconds()
