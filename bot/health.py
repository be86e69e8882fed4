"""How the bot is, for whoever watches over it: /healthz."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from aiohttp import web
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import outbox, timetable
from bot.store import reading
from bot.timetable import Clock

SILENT = 120.0  # seconds without a frame after which a connection counts as stuck
OVERDUE = 60.0  # seconds that something due, or unsent, may be late


class Listening(Protocol):
    @property
    def heard_at(self) -> float | None:
        """The Unix time of the last frame; 0 if there was none yet; None where silence means nothing."""


class Health:
    """Of a bot with these connections."""

    def __init__(self, engine: Engine, clock: Clock, connections: Mapping[str, Listening]) -> None:
        self._engine, self._clock, self._connections = engine, clock, connections

    async def answer(self, _request: web.Request) -> web.Response:
        """JSON: ages in seconds, null where nothing is late or was ever heard. 503 when something is stuck."""
        heard = {name: one.heard_at for name, one in self._connections.items()}
        ages = {f"{name}_frame_age": _since(at or None) for name, at in heard.items() if at is not None}
        stuck = [name for name, age in ages.items() if age is None or age > SILENT]
        try:
            late = await asyncio.to_thread(self._late)
        except SQLAlchemyError:
            late, stuck = {}, [*stuck, "database"]
        stuck += [name for name, age in late.items() if age is not None and age > OVERDUE]
        rounded = {name: None if age is None else round(age, 1) for name, age in {**ages, **late}.items()}
        return web.json_response({"stuck": stuck, **rounded}, status=503 if stuck else 200)

    def _late(self) -> dict[str, float | None]:
        with reading(self._engine) as session:
            due, unsent = timetable.next_due(session), outbox.oldest_unsent(session)
        return {
            "oldest_due_age": _age(due, self._clock.now()),
            "oldest_unsent_age": _since(unsent),
        }


def _since(moment: float | None) -> float | None:
    return None if moment is None else time.time() - moment


def _age(due: datetime | None, now: datetime) -> float | None:
    return None if due is None or due > now else (now - due).total_seconds()
