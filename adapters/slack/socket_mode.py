"""Socket Mode: one WebSocket to Slack, and another as soon as that is lost or Slack asks for it. slack_sdk's client is
left aside: it takes the sending of a ping for an answer, may wait for minutes at a step of connecting, and where two of
its reconnections meet leaves a socket open that nobody reads, though Slack goes on sending to it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Coroutine
from typing import Any

import aiohttp
from aiohttp import ClientWebSocketResponse, ClientWSTimeout, WSMsgType
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from adapters.cancelled import failure_of, nobody_asked
from adapters.patience import patiently
from adapters.slack import wire
from adapters.slack.inbound import NAME
from bot.boundary import OutcomeUnknown, Refused

log = logging.getLogger(__name__)

PING_INTERVAL = 5.0  # seconds
STALLED = 20.0  # seconds without a frame, pongs among them, after which a socket is given up
STEP = 5.0  # seconds that each step of connecting may take: an address, a handshake, a hello
GOODBYE = 1.0  # seconds that Slack has to answer our closing of a socket
LINGER = 5.0  # seconds that a socket is read on after another has taken its place
KEPT_OUT = 30.0  # seconds until the next attempt after Slack has refused one
OVER = {WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR}


class Socket:
    web_routes = ()  # it is us who call

    def __init__(self, app_token: str) -> None:
        self._app_token = app_token
        self._current: ClientWebSocketResponse | None = None
        self._another_wanted = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self.heard_at = 0.0  # Unix time of the last frame that came

    async def open(self, app: AsyncApp) -> None:
        """Returns when connected, however long that takes. Raises Refused if Slack does not accept the app's token."""
        self._app = app
        await self._replace()
        self._run(self._keep_up())

    async def close(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep_up(self) -> None:
        """Until cancelled: after every attempt that fails there is another."""
        while True:
            await self._another_wanted.wait()
            try:
                await self._replace()
            except Exception as error:
                reason = error.reason if isinstance(error, Refused) else type(error).__name__
                log.error("no new socket, trying again in %d s: %s", KEPT_OUT, reason)
                await asyncio.sleep(KEPT_OUT)

    async def _replace(self) -> None:
        """The former socket is read a little longer, so nothing that is on its way is lost."""
        with nobody_asked():
            socket = await patiently(NAME, self._connect)
        former, self._current = self._current, socket
        self._another_wanted.clear()
        self._run(self._read(socket))
        if former:
            self._run(_close_later(former))

    async def _connect(self) -> ClientWebSocketResponse:
        """A socket through which Slack has said hello. Raises RetryAfter, OutcomeUnknown or Refused."""
        web = self._app.client
        assert web.session
        try:
            async with asyncio.timeout(STEP):
                opened = await wire.call(web.apps_connections_open(app_token=self._app_token))
            async with asyncio.timeout(STEP):
                socket = await web.session.ws_connect(
                    opened["url"],
                    autoping=False,  # pings and pongs are frames that came, too
                    timeout=ClientWSTimeout(ws_close=GOODBYE),
                    proxy=web.proxy,
                    ssl=web.ssl or True,
                )
        except (aiohttp.ClientError, TimeoutError):
            raise OutcomeUnknown from None
        greeted = False
        try:
            async with asyncio.timeout(STEP):
                while (frame := await socket.receive()).type in (WSMsgType.PING, WSMsgType.PONG):
                    pass
                greeted = _message(frame).get("type") == "hello"
        except TimeoutError:
            pass
        finally:
            if not greeted:
                await socket.close()
        if not greeted:
            raise OutcomeUnknown
        self.heard_at = time.time()
        return socket

    async def _read(self, socket: ClientWebSocketResponse) -> None:
        now = asyncio.get_running_loop().time
        pinging = asyncio.create_task(_ping(socket))
        try:
            async with asyncio.timeout(STALLED) as patience:
                while (frame := await socket.receive()).type not in OVER:
                    self.heard_at = time.time()
                    patience.reschedule(now() + STALLED)
                    if frame.type is WSMsgType.PING:
                        await socket.pong(frame.data)
                    message = _message(frame)
                    if message.get("type") != "disconnect":
                        self._answer_if_asked(socket, message)
                    elif socket is self._current:
                        self._another_wanted.set()
        except TimeoutError:
            log.warning("the socket has stalled")
        finally:
            pinging.cancel()
            if socket is self._current:
                self._another_wanted.set()
            await socket.close()

    def _answer_if_asked(self, socket: ClientWebSocketResponse, message: dict[str, Any]) -> None:
        with contextlib.suppress(ValueError):  # a payload of another shape
            if request := SocketModeRequest.from_dict(message):
                self._run(self._answer(socket, request))

    async def _answer(self, socket: ClientWebSocketResponse, request: SocketModeRequest) -> None:
        came = time.time()
        response = await run_async_bolt_app(self._app, request)
        line = _Line(self._current if self._current and socket.closed else socket)
        await send_async_response(line, request, response, came)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if error := failure_of(task):
            log.error("failed: %s", type(error).__name__)


class _Line(AsyncBaseSocketModeClient):
    """Where Bolt's answers go."""

    logger = wire.quiet_logger()

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket

    async def send_message(self, message: str) -> None:
        await self._socket.send_str(message)


async def _ping(socket: ClientWebSocketResponse) -> None:
    """Until it can't be done: the reader notices."""
    with contextlib.suppress(ConnectionError):
        while True:
            await asyncio.sleep(PING_INTERVAL)
            await socket.ping()


async def _close_later(socket: ClientWebSocketResponse) -> None:
    await asyncio.sleep(LINGER)
    await socket.close()


def _message(frame: aiohttp.WSMessage) -> dict[str, Any]:
    """Of a text; nothing where it has another shape."""
    if frame.type is not WSMsgType.TEXT:
        return {}
    try:
        message = json.loads(frame.data)
    except (ValueError, RecursionError):
        return {}
    return message if isinstance(message, dict) else {}
