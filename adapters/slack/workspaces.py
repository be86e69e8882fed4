"""The workspaces that the bot is in: what opens each, and who we are there. The settings' token opens one; every other
has a secret of its own on the keyring, which is looked up when the workspace is first needed here and renewed before
it expires, whether people or the timetable need it."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from time import time as now

from pydantic import ValidationError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.patience import patiently
from adapters.slack import wire
from adapters.slack.answers import Answers
from adapters.slack.inbound import NAME
from adapters.slack.payloads import Shape
from adapters.slack.wire import Bot
from bot.boundary import Keyring, OutcomeUnknown, Refused, RetryAfter, Secret

RENEWED = 2 * 3600.0  # seconds before the end; Slack's tokens are good for twelve hours
NOT_THERE = "not_connected"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workspace:
    client: AsyncWebClient
    bot: Bot
    answers: Answers
    secret: Secret

    @property
    def is_fresh(self) -> bool:
        return not self.secret.refresh or now() < self.secret.expires_at - RENEWED


@dataclass(frozen=True)
class AppSecrets:
    """By which Slack knows the app itself."""

    client_id: str
    client_secret: str


class _Given(Shape):
    """Instead of an old token."""

    access_token: str
    refresh_token: str
    expires_in: float  # seconds

    @property
    def secret(self) -> Secret:
        return Secret(self.access_token, self.refresh_token, now() + self.expires_in)


class Workspaces:
    """`client` makes one for a token, or for none. `entered` is told which workspace this process comes to need, each
    once."""

    def __init__(
        self,
        client: Callable[[str | None], AsyncWebClient],
        entered: Callable[[str], None],
        keyring: Keyring | None = None,
        app: AppSecrets | None = None,
    ) -> None:
        self._client, self._entered, self._keyring, self._app = client, entered, keyring, app
        self._fixed: Secret | None = None
        self._known: dict[str, Workspace] = {}
        self._entering: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def add(self, token: str) -> Workspace:
        """The workspace that a token from the settings opens; returns when Slack says which. Raises Refused."""
        client = self._client(token)
        bot = await patiently(NAME, lambda: wire.who_am_i(client))
        self._fixed = Secret(token)
        return self._enter(client, bot, self._fixed)

    async def at(self, workspace: str) -> Workspace:
        """Raises Refused where the bot is not, and RetryAfter while that cannot be told."""
        known = self._known.get(workspace)
        if known is None or not known.is_fresh:
            async with self._entering[workspace]:
                known = self._known.get(workspace)
                if known is None or not known.is_fresh:
                    known = await self._look_up(workspace)
        return known

    def mistrust(self, workspace: Workspace) -> None:
        """Slack did not let it in: what is on the keyring now may differ. A token from the settings is all there is."""
        if workspace.secret != self._fixed:
            self.forget(workspace.bot.workspace)

    def forget(self, workspace: str) -> None:
        self._known.pop(workspace, None)

    async def _look_up(self, workspace: str) -> Workspace:
        secret = await self._keyring.read(workspace) if self._keyring else None
        try:
            if secret is not None and secret.refresh and now() > secret.expires_at - RENEWED:
                secret = await self._renew(workspace, secret)
            if secret is None:
                raise Refused(NOT_THERE)
            return await self._open(workspace, secret)
        except OutcomeUnknown:  # asking who we are changes nothing
            raise RetryAfter(1) from None

    async def _open(self, workspace: str, secret: Secret) -> Workspace:
        client = self._client(secret.token)
        try:
            return self._enter(client, await wire.who_am_i(client), secret)
        except wire.LockedOut as error:
            if not (self._keyring and error.is_for_good):
                raise
        log.warning("taken out of %s while nobody heard it", workspace)
        self.forget(workspace)
        await self._keyring.lose(workspace, secret)
        raise Refused(NOT_THERE)

    async def _renew(self, workspace: str, old: Secret) -> Secret | None:
        """The old one serves as long as it is good and Slack gives no other. Where Slack refuses, it may say of the old
        one why."""
        assert self._keyring
        try:
            return await self._keyring.renew(workspace, old, self._ask_for_another)
        except (RetryAfter, OutcomeUnknown, Refused) as error:
            log.warning("token not renewed: %s", error.reason if isinstance(error, Refused) else type(error).__name__)
            if now() > old.expires_at and not isinstance(error, Refused):
                raise
            return old

    async def _ask_for_another(self, old: Secret) -> Secret:
        assert self._app
        asked = self._client(None).oauth_v2_access(
            client_id=self._app.client_id,
            client_secret=self._app.client_secret,
            grant_type="refresh_token",
            refresh_token=old.refresh,
        )
        given = await wire.call(asked)
        try:
            return _Given.model_validate(given.data).secret
        except ValidationError:
            raise OutcomeUnknown from None

    def _enter(self, client: AsyncWebClient, bot: Bot, secret: Secret) -> Workspace:
        is_new = bot.workspace not in self._known
        self._known[bot.workspace] = workspace = Workspace(client, bot, Answers(client, bot.name), secret)
        if is_new:
            self._entered(bot.workspace)
        return workspace
