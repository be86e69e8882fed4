"""How much of our time and of our descriptors those may take who call us."""

from __future__ import annotations

import asyncio

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

HEADERS = BODY = 10.0  # seconds that each may take
ANSWER = 30.0  # seconds that reading the answer may take
MOST = 200  # connections at a time

log = structlog.get_logger()


class Doorkeeper:
    """Lets in so many connections, and shows out those that do not come to their point: what asks for nothing is cut
    off without a word, a body that does not end with 408, and so is an answer that nobody reads. Each asks for one
    thing, so that nobody stays who has begun to ask for another and does not end. Only while an answer is being made
    does no time run out: that is ours."""

    def __init__(self) -> None:
        self._inside: dict[asyncio.BaseTransport, asyncio.TimerHandle] = {}

    def let_in(self, transport: asyncio.Transport) -> bool:
        if len(self._inside) >= MOST:
            log.warning("too many connections: one is refused")
            return False
        self._inside[transport] = _end_in(HEADERS, transport)
        return True

    def leave(self, transport: asyncio.BaseTransport) -> bool:
        """Whether it had been let in."""
        timer = self._inside.pop(transport, None)
        if timer:
            timer.cancel()
        return timer is not None

    @web.middleware
    async def read(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The headers are there; the body is read before anybody looks at it."""
        transport = request.transport
        if transport in self._inside:
            self._inside[transport].cancel()
        try:
            return _last(await _answer(request, handler))
        except web.HTTPException as refusal:
            _last(refusal)
            raise
        finally:
            if transport in self._inside:  # it has not hung up meanwhile
                self._inside[transport] = _end_in(ANSWER, transport)


class Line(asyncio.Protocol):
    """A connection at which the doorkeeper stands. `handler` is what aiohttp makes for each."""

    def __init__(self, doorkeeper: Doorkeeper, handler: asyncio.Protocol) -> None:
        self._doorkeeper, self._handler = doorkeeper, handler
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        if self._doorkeeper.let_in(transport):
            self._handler.connection_made(transport)
        else:
            transport.abort()

    def connection_lost(self, error: Exception | None) -> None:
        if self._transport and self._doorkeeper.leave(self._transport):
            self._handler.connection_lost(error)

    def data_received(self, data: bytes) -> None:
        self._handler.data_received(data)

    def eof_received(self) -> bool | None:
        return self._handler.eof_received()

    def pause_writing(self) -> None:
        self._handler.pause_writing()

    def resume_writing(self) -> None:
        self._handler.resume_writing()


async def _answer(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Raises web.HTTPException: 413 for a body of more than 1 MiB, or what `handler` refuses with."""
    try:
        async with asyncio.timeout(BODY):
            await request.read()
    except TimeoutError:
        return web.Response(status=408)
    except (ConnectionError, web.RequestPayloadError):  # hung up, or does not speak HTTP to the end
        return web.Response(status=400)
    return await handler(request)


def _end_in(seconds: float, transport: asyncio.WriteTransport) -> asyncio.TimerHandle:
    """What is still to be written then is lost."""
    return asyncio.get_running_loop().call_later(seconds, transport.abort)


def _last(response: web.StreamResponse) -> web.StreamResponse:
    """Its connection ends with it."""
    response.force_close()
    return response
