"""What is reached over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import web

from bot.timetable import Clock, Timetable

GOODBYE = 5.0  # seconds that a request under way has when we stop


@asynccontextmanager
async def serving(routes: Sequence[web.RouteDef], host: str, port: int) -> AsyncIterator[None]:
    """Leaving it waits for what is under way. Raises OSError where the port is taken."""
    app = web.Application()
    app.add_routes(routes)
    # No platform compresses its requests; a sender who does may mean to fill our memory.
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GOODBYE, auto_decompress=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()


class MovableClock:
    """/clock, for the demo: GET tells the time, POST {"to": "<ISO 8601>"} moves it on. `drain` waits at each due time
    until what follows from it has been said."""

    def __init__(self, clock: Clock, timetable: Timetable, drain: Callable[[], Awaitable[None]]) -> None:
        self._clock, self._timetable, self._drain = clock, timetable, drain
        self.routes = (web.get("/clock", self._tell), web.post("/clock", self._move))

    async def _tell(self, _request: web.Request) -> web.Response:
        return web.json_response({"now": self._clock.now().isoformat()})

    async def _move(self, request: web.Request) -> web.Response:
        try:
            to = datetime.fromisoformat((await request.json())["to"])
        except (ValueError, KeyError, TypeError):
            return web.json_response({"error": "to: a time with its zone, as ISO 8601 writes it"}, status=400)
        if to.tzinfo is None:
            return web.json_response({"error": "to: the time needs its zone"}, status=400)
        await self._timetable.jump(to, self._drain)
        return await self._tell(request)
