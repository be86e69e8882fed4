"""Letting the bot into a workspace over the web: Bolt's own OAuth flow, with our keyring behind it and our words on the
page at its end."""

from __future__ import annotations

import html
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import yaml
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.workspaces import AppSecrets
from bot.boundary import Keyring, Secret

INSTALL, BACK = "/slack/install", "/slack/oauth_redirect"
MANIFEST = Path(__file__).parent / "manifest.yaml"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pages:
    """What the person who installs the bot reads in the end: a paragraph for each language."""

    done: Sequence[str]
    failed: Sequence[str]


class Installing:
    def __init__(
        self, client: AsyncWebClient, app: AppSecrets, keyring: Keyring, pages: Pages, installed: Callable[[str], None]
    ) -> None:
        """`installed` is told of each workspace that let the bot in."""
        self._pages, self._installed = pages, installed
        self.web_routes = (web.get(INSTALL, self._begin), web.get(BACK, self._end))
        self.flow = AsyncOAuthFlow(
            client=client,
            logger=client.logger,
            settings=AsyncOAuthSettings(
                client_id=app.client_id,
                client_secret=app.client_secret,
                scopes=yaml.safe_load(MANIFEST.read_text("utf-8"))["oauth_config"]["scopes"]["bot"],
                authorization_url=urljoin(client.base_url, "/oauth/v2/authorize"),
                install_path=INSTALL,
                redirect_uri_path=BACK,
                install_page_rendering_enabled=False,  # there is nothing to read there
                callback_options=AsyncCallbackOptions(success=self._done, failure=self._failed),
                installation_store=_Installations(keyring),
                state_store=_States(keyring),
                logger=client.logger,
            ),
        )

    async def _begin(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self.flow.handle_installation(await to_bolt_request(request)))

    async def _end(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self.flow.handle_callback(await to_bolt_request(request)))

    async def _done(self, args: AsyncSuccessArgs) -> BoltResponse:
        log.info("installed in %s", args.installation.team_id)
        self._installed(args.installation.team_id or "")
        return _page(200, self._pages.done)

    async def _failed(self, args: AsyncFailureArgs) -> BoltResponse:
        log.warning("not installed")  # the reason comes from the address, so from anyone
        return _page(args.suggested_status_code, self._pages.failed)


class _Installations(AsyncInstallationStore):
    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def async_save(self, installation: Installation) -> None:
        refresh, expires_at = installation.bot_refresh_token or "", float(installation.bot_token_expires_at or 0)
        secret = Secret(installation.bot_token or "", refresh, expires_at)
        await self._keyring.keep(installation.team_id or "", secret)


class _States(AsyncOAuthStateStore):
    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        return await self._keyring.ticket()

    async def async_consume(self, state: str) -> bool:
        return await self._keyring.redeem(state)


def _page(status: int, paragraphs: Sequence[str]) -> BoltResponse:
    said = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    body = f'<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">{said}'
    headers: dict[str, str | Sequence[str]] = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'",
    }
    return BoltResponse(status=status, body=body, headers=headers)
