"""Plain HTTP/1.1 over sockets, so that what is measured is the other side: a crowd of callers and somebody who says ok.

Both know as much of HTTP as their counterparts use: bodies have a Content-Length, connections are kept unless an answer
ends them.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager

HOST = "127.0.0.1"
SECONDS = 120.0  # that a rush may take


def request(path: str, body: bytes, headers: dict[str, str]) -> bytes:
    lines = [f"POST {path} HTTP/1.1", f"Host: {HOST}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def rush(port: int, requests: Iterable[bytes], connections: int, seconds: list[float]) -> None:
    """Sends all over so many connections at a time, on each the next when the one before is answered; where an answer
    ends its connection, over a new one. `seconds` takes how long each took. Raises ConnectionError for any answer but a
    200."""
    waiting = iter(requests)
    callers = [asyncio.create_task(_call(port, waiting, seconds)) for _ in range(connections)]
    try:
        async with asyncio.timeout(SECONDS):
            await asyncio.gather(*callers)
    finally:
        for caller in callers:
            caller.cancel()


async def _call(port: int, waiting: Iterator[bytes], seconds: list[float]) -> None:
    caller = _Caller()
    try:
        for following in waiting:
            began = time.perf_counter()
            if caller.is_over:
                _, caller = await asyncio.get_running_loop().create_connection(_Caller, HOST, port)
            await caller.ask(following)
            seconds.append(time.perf_counter() - began)
    finally:
        caller.end()


class _Caller(asyncio.Protocol):
    def __init__(self) -> None:
        self.is_over = True
        self._answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport, self.is_over = transport, False

    async def ask(self, request: bytes) -> None:
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        await self._answered

    def data_received(self, data: bytes) -> None:
        self._received += data
        whole, self._received = _take(self._received)
        if not whole or self._answered.done():
            return
        if b"connection: close" in whole.lower():
            self.end()
        if whole.startswith(b"HTTP/1.1 200"):
            self._answered.set_result(None)
        else:
            self._answered.set_exception(ConnectionError(whole[:12].decode()))

    def connection_lost(self, error: Exception | None) -> None:
        self.is_over = True
        if not self._answered.done():
            self._answered.set_exception(error or ConnectionError("hung up"))

    def end(self) -> None:
        if not self.is_over:
            self.is_over = True
            self._transport.close()


class Agreeable:
    """Says the same to every request, and counts them by path."""

    def __init__(self, says: object) -> None:
        body = json.dumps(says).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.answer = head.encode() + body
        self.asked: dict[str, int] = {}
        self.url = ""

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[Agreeable]:
        server = await asyncio.get_running_loop().create_server(lambda: _Listener(self), HOST, 0)
        self.url = f"http://{HOST}:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()


class _Listener(asyncio.Protocol):
    def __init__(self, agreeable: Agreeable) -> None:
        self._agreeable = agreeable
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while True:
            whole, self._received = _take(self._received)
            if not whole:
                return
            path = whole.split(b" ", 2)[1].decode()
            self._agreeable.asked[path] = self._agreeable.asked.get(path, 0) + 1
            self._transport.write(self._agreeable.answer)


def _take(received: bytes) -> tuple[bytes, bytes]:
    """The first whole message and the rest; nothing and all while it is not whole."""
    head, end, rest = received.partition(b"\r\n\r\n")
    if not end:
        return b"", received
    fields = [line.partition(b":") for line in head.split(b"\r\n")[1:]]
    length = next((int(value) for name, _, value in fields if name.lower() == b"content-length"), 0)
    return (head, rest[length:]) if len(rest) >= length else (b"", received)
