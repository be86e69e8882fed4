"""The bot in one Slack workspace."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import wire
from adapters.slack.answers import Answers
from adapters.slack.gathering import Gathering
from adapters.slack.http import Endpoint
from adapters.slack.inbound import Heard, Moved, parse
from adapters.slack.outbound import Outbound
from adapters.slack.socket_mode import Socket
from bot.boundary import Handle, Platform, Private

log = logging.getLogger(__name__)

GRACE = 5.0  # seconds that what is under way has when we stop
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=5)
ANYTHING = re.compile("")


async def _known(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    """Bolt by itself asks Slack who we are at its first request, and acknowledges that one undone if Slack fails."""
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)


class Connection:
    """`platform` (the outbound port) and `workspace` (the team's id) are there once `start` has returned."""

    platform: Platform
    workspace: str

    def __init__(
        self, *, bot_token: str, api_url: str, handle: Handle, app_token: str = "", signing_secret: str = ""
    ) -> None:
        """With a signing secret Slack calls us, at `web_routes`; otherwise we call Slack, with the app's token."""
        self._bot_token = bot_token
        self._signing_secret = signing_secret
        self._api_url = api_url
        self._handle = handle
        self._under_way: set[asyncio.Task[Any]] = set()
        self._undo = AsyncExitStack()
        self._line: Endpoint | Socket = Endpoint(signing_secret) if signing_secret else Socket(app_token)
        self.web_routes: Sequence[web.RouteDef] = self._line.web_routes

    @property
    def heard_at(self) -> float | None:
        """Unix time of the last frame that came through the socket, answered pings among them; 0 for never; None over
        HTTP, where silence means nothing."""
        return self._line.heard_at

    async def start(self) -> None:
        """Returns when connected, however long that takes. Raises Refused if Slack does not accept a token."""
        async with AsyncExitStack() as undo:
            session = await undo.enter_async_context(aiohttp.ClientSession(timeout=TIMEOUT))
            client = self._client(session, self._bot_token)
            self._bot = await wire.patiently(lambda: wire.who_am_i(client))
            self.workspace = self._bot.workspace
            self.platform = Outbound(client, self._bot)
            self._answers = Answers(client, self._bot.name)
            self._gathering = Gathering(client, self._bot, self._handle)
            undo.push_async_callback(self._line.close)
            await self._line.open(self._listening(self._client(session)))
            undo.push_async_callback(self._finish)
            gathering = self._run(self._gathering.gather_all())
            undo.callback(gathering.cancel)
            self._undo = undo.pop_all()

    async def stop(self) -> None:
        """Gives what is under way a moment to end, then disconnects."""
        await self._undo.aclose()

    def _client(self, session: aiohttp.ClientSession, token: str | None = None) -> AsyncWebClient:
        return AsyncWebClient(
            token,
            base_url=self._api_url,
            session=session,  # without one each call opens its own; Bolt's copies of the client share it
            retry_handlers=[],  # slack_sdk would send again what may have been done
            logger=wire.quiet_logger(),
        )

    def _listening(self, client: AsyncWebClient) -> AsyncApp:
        app = AsyncApp(
            name=client.logger.name,  # Bolt puts that logger's filters on the one of this name
            client=client,
            authorize=_known,
            logger=client.logger,
            signing_secret=self._signing_secret,
            process_before_response=True,  # acknowledged only when handled: what fails is sent again
            raise_error_for_unhandled_request=True,  # otherwise Bolt logs it
            attaching_conversation_kwargs_enabled=False,
        )
        for listen in (app.command, app.action, app.view, app.event):
            listen(ANYTHING)(self._hear)
        app.error(self._fail)
        return app

    async def _hear(self, body: dict[str, Any]) -> BoltResponse:
        self._track(asyncio.current_task())
        said: dict[str, Any] = {}
        match parse(body, self._bot):
            case Moved(id, channel):
                await self._gathering.gather(id, channel)
            case Heard() as heard:
                answer = await self._handle(heard.act)
                if isinstance(answer, Private) and not answer.done:
                    self._run(self._answers.after_ack(heard, answer))
                    return BoltResponse(status=503)  # no acknowledgement: an event comes again, a form stays open
                said = await self._answers.with_ack(heard, answer)
                self._run(self._answers.after_ack(heard, answer))
        return BoltResponse(status=200, body=said or "")

    async def _fail(self, error: Exception) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):
            return BoltResponse(status=200)
        log.error("not handled: %s", type(error).__name__)
        return BoltResponse(status=500)

    def _run(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._track(task)
        return task

    def _track(self, task: asyncio.Task[Any] | None) -> None:
        assert task is not None
        self._under_way.add(task)
        task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[Any]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("failed: %s", type(error).__name__)

    async def _finish(self) -> None:
        if self._under_way:
            log.info("waiting for %d under way", len(self._under_way))
            await asyncio.wait(self._under_way, timeout=GRACE)
