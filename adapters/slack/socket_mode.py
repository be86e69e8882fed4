"""One Socket Mode connection that stays up. slack_sdk reconnects when Slack asks for it or the socket closes; it cannot
get out of an address that no longer works, nor notice every stall, so the age of the last frame is watched here."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from aiohttp import WSMessage
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp

from adapters.patience import patiently
from adapters.slack import wire
from adapters.slack.inbound import NAME

log = logging.getLogger(__name__)

PING_INTERVAL = 5.0  # seconds; slack_sdk also looks after its socket as often
STALLED = 30.0  # seconds without a frame


class Socket:
    web_routes = ()  # it is us who call

    def __init__(self, app_token: str) -> None:
        self._app_token = app_token
        self._client: Any = None  # slack_sdk leaves connect and close untyped
        self._watching: asyncio.Task[None] | None = None
        self._last_frame = 0.0

    @property
    def heard_at(self) -> float:
        """Unix time of the last frame that came in; an answered ping counts as of when it was sent."""
        answered = self._client.last_ping_pong_time if self._client else None
        return max(self._last_frame, answered or 0.0)

    async def open(self, app: AsyncApp) -> None:
        """Returns when connected, however long that takes. Raises Refused if Slack does not accept the app's token."""
        self._app = app
        web = app.client
        opened = await patiently(NAME, lambda: wire.call(web.apps_connections_open(app_token=self._app_token)))
        await self._connect(opened["url"])
        self._watching = asyncio.create_task(self._watch())

    async def close(self) -> None:
        if self._watching:
            self._watching.cancel()
        await self._drop()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(PING_INTERVAL)
            if time.time() - self.heard_at > STALLED:
                log.warning("the socket has stalled, making a new one")
                await self._drop()
                await self._connect()

    async def _connect(self, address: str | None = None) -> None:
        """To the address, if it still works, otherwise to one that slack_sdk asks for."""
        while True:
            handler = AsyncSocketModeHandler(
                self._app, self._app_token, logger=self._app.logger, ping_interval=PING_INTERVAL
            )
            self._client = handler.client
            self._client.on_message_listeners.append(self._on_frame)
            self._client.wss_uri = address
            try:
                async with asyncio.timeout(STALLED):
                    await self._client.connect()
            except TimeoutError:
                log.warning("no socket within %d s, trying again", STALLED)
                await self._drop()
                address = None
            else:
                self._last_frame = time.time()
                return

    async def _drop(self) -> None:
        if self._client:
            await self._client.close()

    async def _on_frame(self, _: WSMessage) -> None:
        self._last_frame = time.time()
