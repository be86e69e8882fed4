"""One WebSocket connection: what is sent goes out in order, compressed if that was asked for."""

from __future__ import annotations

import asyncio
import json
import zlib

from aiohttp import ClientError, web

from playground.discord.errors import Json


class Line:
    def __init__(self, request: web.Request, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self._request = request
        self._socket = socket
        self._deflate = zlib.compressobj(1) if compressed else None
        self._waiting: asyncio.Queue[str | int] = asyncio.Queue()  # texts, at last a close code
        self._pump = asyncio.create_task(self._send_all())
        self.gone = asyncio.Event()

    def send(self, frame: Json) -> None:
        self.send_text(json.dumps(frame, separators=(",", ":")))

    def send_text(self, text: str) -> None:
        self._waiting.put_nowait(text)

    def hang_up(self, code: int) -> None:
        """Closes it after all that was sent before."""
        self._waiting.put_nowait(code)

    def abort(self) -> None:
        """Cuts it at once, as a broken network does."""
        self._pump.cancel()
        if self._request.transport is not None:
            self._request.transport.abort()

    async def finish(self) -> None:
        """Sends what is still waiting if the other side listens, and closes."""
        if not self._socket.closed:
            self.hang_up(1000)
            await asyncio.wait([self._pump], timeout=1)
        self._pump.cancel()
        self.gone.set()

    async def _send_all(self) -> None:
        try:
            while isinstance(item := await self._waiting.get(), str):
                await self._send_one(item)
            await self._socket.close(code=item)
        except (ClientError, ConnectionError):
            return

    async def _send_one(self, text: str) -> None:
        if self._deflate is None:
            await self._socket.send_str(text)
        else:
            data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            await self._socket.send_bytes(data)
