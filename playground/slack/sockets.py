"""Socket Mode: the WebSockets that the bot holds open, and the envelopes that go through them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import secrets
import uuid
from typing import Any, Literal

from aiohttp import WSCloseCode, WSMsgType, web

from playground.faults import Faults
from playground.slack.delivery import Ack
from playground.slack.refusal import Json
from playground.slack.troubles import prevented, spoiled

Reason = Literal["warning", "refresh_requested", "link_disabled"]
MOST_SOCKETS = 10
_PING_SECONDS = 4.0
_REFRESH_SECONDS = 2.0  # from being asked to refresh to being closed


class Sockets:
    """`faults` also makes handshakes fail ("link"), and what is to be the first message through a socket ("hello")."""

    def __init__(self, app_id: str, rng: random.Random, faults: Faults) -> None:
        self.link_enabled = True
        self._app_id = app_id
        self._rng = rng
        self._faults = faults
        self._tickets: set[str] = set()
        self._open: list[web.WebSocketResponse] = []
        self._stalled: set[web.WebSocketResponse] = set()
        self._waiting: dict[str, asyncio.Future[Any]] = {}  # by envelope id
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def count(self) -> int:
        return len(self._open)

    def new_ticket(self) -> str:
        """Opens one socket, once."""
        ticket = secrets.token_urlsafe(12)
        self._tickets.add(ticket)
        return ticket

    async def serve(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets or not self.link_enabled:
            return web.Response(status=408, text="ticket is used or unknown")
        self._tickets.discard(ticket)
        fault = self._faults.draw("link")
        if refused := prevented(request, fault):
            return refused
        await spoiled(request, fault, web.Response())
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        if len(self._open) >= MOST_SOCKETS:
            await self._goodbye(socket, "too_many_websockets")
            return socket
        pings = asyncio.create_task(self._keep_pinging(socket))
        try:
            fault = self._faults.draw("hello")
            if prevented(request, fault):
                return socket
            await spoiled(request, fault, web.Response())
            self._open.append(socket)
            await socket.send_json(self._hello())
            async for frame in socket:
                if socket in self._stalled:
                    continue
                if frame.type is WSMsgType.PING:
                    await socket.pong(frame.data)
                elif frame.type is WSMsgType.TEXT:
                    self._acknowledge(frame.data)
        except ConnectionError:
            pass  # the bot is gone: what it did not acknowledge runs into its deadline
        finally:
            pings.cancel()
            self._forget(socket)
        return socket

    async def send(self, envelope: Json) -> Ack:
        """Through any one open socket. Waits for its ack; not sent where no socket is open."""
        envelope_id = str(uuid.uuid4())
        text = json.dumps({"envelope_id": envelope_id, **envelope})
        while self._open:
            socket = self._rng.choice(self._open)
            ack: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
            ack.add_done_callback(lambda _: self._waiting.pop(envelope_id, None))
            self._waiting[envelope_id] = ack
            try:
                if socket not in self._stalled:
                    await socket.send_str(text)
            except ConnectionError:
                self._forget(socket)
                ack.cancel()
            else:
                return Ack(sent=True, acknowledged=True, payload=await ack)
        return Ack()

    async def disconnect(self, reason: Reason) -> None:
        """Tells every socket. After `refresh_requested` they are closed two seconds later if they are still there;
        after `link_disabled` at once, and no new one is let in until `link_enabled` is set again."""
        self.link_enabled = self.link_enabled and reason != "link_disabled"
        for socket in list(self._open):
            if reason == "link_disabled":
                await self._goodbye(socket, reason)
            else:
                with contextlib.suppress(ConnectionError):
                    await socket.send_json(_disconnect(reason))
            if reason == "refresh_requested":
                task = asyncio.create_task(self._close_later(socket))
                self._closing.add(task)
                task.add_done_callback(self._closing.discard)

    def stall(self) -> None:
        """The sockets that are open now stay open, and nothing comes through them any more, not even an answer to a
        ping."""
        self._stalled.update(self._open)

    async def give_up(self) -> None:
        """No ack is waited for any more."""
        for ack in list(self._waiting.values()):
            ack.set_exception(TimeoutError())

    async def close(self) -> None:
        """Closes every socket, without a word."""
        for task in self._closing:
            task.cancel()
        for socket in list(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    def _acknowledge(self, text: str) -> None:
        try:
            answer = json.loads(text)
        except ValueError:
            return
        if not isinstance(answer, dict):
            return
        waiting = self._waiting.get(str(answer.get("envelope_id")))
        if waiting is not None and not waiting.done():
            waiting.set_result(answer.get("payload"))

    async def _keep_pinging(self, socket: web.WebSocketResponse) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                await asyncio.sleep(_PING_SECONDS)
                if socket in self._stalled:
                    return
                await socket.ping(b"Ping from applink-1")

    async def _close_later(self, socket: web.WebSocketResponse) -> None:
        await asyncio.sleep(_REFRESH_SECONDS)
        await socket.close()

    async def _goodbye(self, socket: web.WebSocketResponse, reason: str) -> None:
        with contextlib.suppress(ConnectionError):
            await socket.send_json(_disconnect(reason))
        await socket.close()

    def _forget(self, socket: web.WebSocketResponse) -> None:
        self._stalled.discard(socket)
        if socket in self._open:
            self._open.remove(socket)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._open),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060},
        }


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}}
