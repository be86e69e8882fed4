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
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.cancelled import failure_of
from adapters.slack import wire
from adapters.slack.homes import Homes
from adapters.slack.http import Endpoint
from adapters.slack.inbound import NAME, Heard, Moved, parse, taken_out
from adapters.slack.installing import Installing, Pages
from adapters.slack.looking import Looking
from adapters.slack.outbound import Outbound
from adapters.slack.socket_mode import Socket
from adapters.slack.workspaces import AppSecrets, Workspace, Workspaces
from bot.boundary import Deleted, Handle, Joined, Keyring, Platform, Private, Refused

log = logging.getLogger(__name__)

GRACE = 5.0  # seconds that what is under way has when we stop
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=5)
ANYTHING = re.compile("")


class _Anyone(AsyncAuthorize):
    """Bolt by itself asks Slack who we are before it hands a request on, and acknowledges it undone if that fails."""

    def __init__(self) -> None:
        pass

    async def __call__(self, *, enterprise_id: str | None, team_id: str | None, **_: object) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)


class Connection:
    """The bot at Slack, in any number of workspaces: the one that `bot_token` opens, and with `app` and `keyring` those
    where it is installed at `web_routes`."""

    def __init__(
        self,
        *,
        api_url: str,
        handle: Handle,
        bot_token: str = "",
        app_token: str = "",
        signing_secret: str = "",
        app: AppSecrets | None = None,
        keyring: Keyring | None = None,
        pages: Pages | None = None,
    ) -> None:
        """With a signing secret Slack calls us, at `web_routes`; otherwise we call Slack, with the app's token."""
        self._bot_token = bot_token
        self._signing_secret = signing_secret
        self._api_url = api_url
        self._handle = handle
        self._homes = Homes(handle)
        self._under_way: set[asyncio.Task[Any]] = set()
        self._undo = AsyncExitStack()
        self._session: aiohttp.ClientSession | None = None
        self._workspaces = Workspaces(self._client, lambda workspace: self._looking.begin(workspace), keyring, app)
        self._looking, self._keyring = Looking(self._workspaces, handle, self._run), keyring
        self.platform: Platform = Outbound(self._workspaces)
        self._line: Endpoint | Socket = Endpoint(signing_secret) if signing_secret else Socket(app_token)
        self.web_routes: Sequence[web.RouteDef] = self._line.web_routes
        self._installing: Installing | None = None
        if app and keyring and pages:
            self._installing = Installing(self._client(), app, keyring, pages, self._looking.begin_anew)
            self.web_routes = (*self.web_routes, *self._installing.web_routes)

    @property
    def heard_at(self) -> float | None:
        """Unix time of the last frame that came through the socket, answered pings among them; 0 for never; None over
        HTTP, where silence means nothing."""
        return self._line.heard_at

    @property
    def waits_until(self) -> None:
        """Slack lets the bot connect as often as it has to."""
        return

    async def start(self) -> None:
        """Returns when connected, however long that takes. Raises Refused if Slack does not accept a token."""
        async with AsyncExitStack() as undo:
            self._session = await undo.enter_async_context(aiohttp.ClientSession(timeout=TIMEOUT))
            undo.push_async_callback(self._line.close)
            undo.push_async_callback(self._finish)
            if self._bot_token:
                only = await self._workspaces.add(self._bot_token)
                await self._handle(Joined(platform=NAME, workspace=only.bot.workspace))
            if self._keyring:
                self._looking.begin_all(self._keyring)
            await self._line.open(self._listening())
            self._undo = undo.pop_all()

    async def stop(self) -> None:
        """Gives what is under way a moment to end, then disconnects."""
        await self._undo.aclose()

    def _client(self, token: str | None = None) -> AsyncWebClient:
        return AsyncWebClient(
            token,
            base_url=self._api_url,
            session=self._session,  # without one each call opens its own; Bolt's copies of the client share it
            retry_handlers=[],  # slack_sdk would send again what may have been done
            logger=wire.quiet_logger(),
        )

    def _listening(self) -> AsyncApp:
        client = self._client()
        app = AsyncApp(
            name=client.logger.name,  # Bolt puts that logger's filters on the one of this name
            client=client,
            authorize=_Anyone(),
            oauth_flow=self._installing.flow if self._installing else None,  # otherwise Bolt looks for one around it
            logger=client.logger,
            signing_secret=self._signing_secret,
            process_before_response=True,  # acknowledged only when handled: what fails is sent again
            raise_error_for_unhandled_request=True,  # otherwise Bolt logs it
            attaching_conversation_kwargs_enabled=False,
        )
        for listen in (app.command, app.shortcut, app.action, app.options, app.view, app.event):
            listen(ANYTHING)(self._hear)
        app.error(self._fail)
        return app

    async def _hear(self, body: dict[str, Any], context: AsyncBoltContext) -> BoltResponse:
        self._track(asyncio.current_task())
        if left := taken_out(body):
            await self._handle(left)
            self._looking.begin_anew(left.workspace)  # it ends at once, unless the bot is back by now
            return BoltResponse(status=200)
        try:
            here = await self._workspaces.at(context.team_id or "")
        except Refused as error:
            log.warning("from where we are not: %s", error.reason)
            return BoltResponse(status=200)
        match parse(body, here.bot):
            case Moved() as moved:
                await self._looking.hear(here, moved)
            case Deleted() as deleted:
                await self._handle(deleted)
            case Heard() as heard:
                return await self._answer(here, heard)
            case None:
                return _not_read(body)
        return BoltResponse(status=200)

    async def _answer(self, here: Workspace, heard: Heard) -> BoltResponse:
        answer = await self._handle(heard.act)
        if isinstance(answer, Private) and not answer.done:
            self._run(here.answers.after_ack(heard, answer))
            return BoltResponse(status=503)  # no acknowledgement: an event comes again, a form stays open
        said = await here.answers.with_ack(heard, answer)
        self._run(here.answers.after_ack(heard, answer))
        if self._homes.may_differ(heard, answer):
            self._run(self._homes.draw(here.answers, heard))
        return BoltResponse(status=200, body=said or "")

    async def _fail(self, error: Exception) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):
            return _not_read(error.body)
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
        if error := failure_of(task):
            log.error("failed: %s", type(error).__name__)

    async def _finish(self) -> None:
        self._looking.end_all()
        if self._under_way:
            log.info("waiting for %d under way", len(self._under_way))
            await asyncio.wait(self._under_way, timeout=GRACE)


def _not_read(body: dict[str, Any]) -> BoltResponse:
    """To what is nothing to us. A form stays open, with what was typed into it."""
    return BoltResponse(status=503 if body.get("type") == "view_submission" else 200)
