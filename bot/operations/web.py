"""What is reached over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from aiohttp import web, web_response

from bot.operations.listening import Doorkeeper, Line
from bot.timetable import Clock, Timetable

GOODBYE = 5.0  # seconds that a request under way has when we stop
LINGER = 1.0  # seconds that what is left of a body may come when the answer has been given already
NAME = "start-somewhere"
TOLD = timedelta(minutes=20)  # until everybody has their message of the day
HERE = {"127.0.0.1", "localhost"}


@asynccontextmanager
async def serving(routes: Sequence[web.RouteDef], host: str, port: int) -> AsyncIterator[None]:
    """Leaving it waits for what is under way. Raises OSError where the port is taken."""
    doorkeeper = Doorkeeper()
    app = web.Application(middlewares=[doorkeeper.read])
    app.add_routes(routes)
    web_response.SERVER_SOFTWARE = NAME  # type: ignore[attr-defined]  # aiohttp would tell its version, and Python's
    # No platform compresses its requests; a sender who does may mean to fill our memory.
    runner = web.AppRunner(
        app,
        access_log=None,
        shutdown_timeout=GOODBYE,
        lingering_time=LINGER,
        keepalive_timeout=0,  # also where aiohttp refuses by itself, before the doorkeeper is asked
        auto_decompress=False,
    )
    await runner.setup()
    handlers = runner.server
    assert handlers
    listening: asyncio.Server | None = None
    try:
        listening = await asyncio.get_running_loop().create_server(lambda: Line(doorkeeper, handlers()), host, port)
        yield
    finally:
        if listening:
            listening.close()
        await runner.cleanup()


class MovableClock:
    """/clock, for the demo: GET tells the time, POST {"to": "<ISO 8601>"} moves it on. `drain` waits at each due time
    until what follows from it has been said. It tells as well when the next of `steps` has been done, and those whom it
    concerns were told. It answers only those who know that they speak to this machine: no page of
    another site, which a browser lets send a POST of any type but JSON, and under a name of its own read the answer."""

    def __init__(
        self, clock: Clock, timetable: Timetable, drain: Callable[[], Awaitable[None]], steps: Sequence[str] = ()
    ) -> None:
        self._clock, self._timetable, self._drain, self._steps = clock, timetable, drain, steps
        self.routes = (web.get("/clock", self._tell), web.post("/clock", self._move))

    async def _tell(self, request: web.Request) -> web.Response:
        if request.url.host not in HERE:
            return web.json_response({"error": "not here"}, status=403)
        now = self._clock.now()
        step = await self._timetable.next_of(self._steps, now - TOLD) if self._steps else None
        return web.json_response({"now": now.isoformat(), "meeting": (step + TOLD).isoformat() if step else None})

    async def _move(self, request: web.Request) -> web.Response:
        if request.url.host not in HERE:
            return web.json_response({"error": "not here"}, status=403)
        if request.content_type != "application/json":
            return web.json_response({"error": "to be sent as application/json"}, status=415)
        try:
            to = datetime.fromisoformat((await request.json())["to"])
        except (ValueError, KeyError, TypeError):
            return web.json_response({"error": "to: a time with its zone, as ISO 8601 writes it"}, status=400)
        if to.tzinfo is None:
            return web.json_response({"error": "to: the time needs its zone"}, status=400)
        await self._timetable.jump(to, self._drain)
        return await self._tell(request)
