"""The platforms as the settings have them. With `wiring.py` all that knows both the bot and the platforms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import structlog
from aiohttp import web
from pydantic import SecretStr
from sqlalchemy import Engine

from adapters.discord import checking as discord_checking
from adapters.discord.connection import Connection as Discord
from adapters.discord.connection import WasIn
from adapters.discord.gateway import Shard, Turns
from adapters.slack import checking as slack_checking
from adapters.slack.connection import Connection as Slack
from adapters.slack.installing import Pages
from adapters.slack.workspaces import AppSecrets
from bot import routes
from bot.boundary import Handle, Keyring, Offer, Platform
from bot.boundary.checking import Look
from bot.operations.health import Listening
from bot.operations.settings import Settings
from bot.people.token_store import Seal, Vault
from bot.storage import keys
from bot.storage.writer import Writer
from bot.texts import Texts

log = structlog.get_logger()


class KeptOut(Exception):
    """A platform, or this machine, did not let the bot do what it must; the log says which and why."""


class Starting(Protocol):
    async def start(self) -> None: ...

    async def stop(self) -> None: ...


class Connection(Starting, Listening, Protocol):
    """What both adapters' connections can do."""

    platform: Platform

    @property
    def web_routes(self) -> Sequence[web.RouteDef]:
        """Where the platform calls us, if it does."""


@dataclass(frozen=True)
class Role:
    """What a process does. `hears`: listens to Slack's sockets and Discord's gateway. `is_called`: platforms may call
    it. `works`: sends, and does what falls due."""

    hears: bool
    is_called: bool
    works: bool


ROLES = {
    "run": Role(hears=True, is_called=True, works=True),
    "web": Role(hears=False, is_called=True, works=False),
    "worker": Role(hears=True, is_called=False, works=True),
}


def open_connections(
    settings: Settings, role: Role, handle: Handle, words: Texts, keyring: Keyring | None
) -> dict[str, Connection]:
    """Those through which this process speaks; Discord's gateway is heard through others."""
    connections: dict[str, Connection] = {}
    has_line = settings.slack_signing_secret or settings.slack_app_token
    has_slack = has_line and (settings.slack_bot_token or keyring)
    if has_slack and (settings.slack_signing_secret or role.hears):
        connections["slack"] = _slack(settings, handle, words, keyring)
    if settings.discord_token and role.works:
        offers = [_offer(name, words) for name in routes.HOUSE.commands]
        offers += [_shortcut(name, words) for name in routes.HOUSE.shortcuts]
        connections["discord"] = open_discord(settings, handle, None, offers)
    for name, there in (("slack", has_slack), ("discord", settings.discord_token)):
        if not there:
            log.warning("left out: it has no token", platform=name)
    return connections


def looks(settings: Settings) -> dict[str, Look]:
    """For somebody who sets the bot up: at each platform that has a token."""
    found: dict[str, Look] = {}
    if settings.slack_bot_token or (settings.slack_client_id and settings.slack_client_secret):
        found["slack"] = partial(
            slack_checking.look,
            api_url=settings.slack_api_url,
            bot_token=_revealed(settings.slack_bot_token),
            app_token=_revealed(settings.slack_app_token),
            is_called=bool(settings.slack_signing_secret),
        )
    if settings.discord_token:
        found["discord"] = partial(
            discord_checking.look,
            token=_revealed(settings.discord_token),
            api_url=settings.discord_api_url,
            words=settings.discord_message_content,
        )
    return found


def _slack(settings: Settings, handle: Handle, words: Texts, keyring: Keyring | None) -> Slack:
    return Slack(
        bot_token=_revealed(settings.slack_bot_token),
        app_token=_revealed(settings.slack_app_token),
        signing_secret=_revealed(settings.slack_signing_secret),
        api_url=settings.slack_api_url,
        handle=handle,
        keyring=keyring,
        app=AppSecrets(settings.slack_client_id, _revealed(settings.slack_client_secret)) if keyring else None,
        pages=Pages(words.in_all("install-done"), words.in_all("install-failed")),
    )


def open_keyring(settings: Settings, engine: Engine, writer: Writer) -> Keyring | None:
    """None: Slack's only workspace is that of the settings."""
    given = settings.slack_client_id, settings.slack_client_secret
    if not all(given):
        if any(given):
            log.warning("Slack cannot be installed: that takes SLACK_CLIENT_ID and SLACK_CLIENT_SECRET")
        return None
    return Vault(engine, writer, Seal(keys.of(engine)), "slack")


def open_discord(
    settings: Settings,
    handle: Handle,
    shard: Shard | None,
    offers: Sequence[Offer] = (),
    turns: Turns | None = None,
    was_in: WasIn | None = None,
) -> Discord:
    return Discord(
        token=_revealed(settings.discord_token),
        api_url=settings.discord_api_url,
        gateway_url=settings.discord_gateway_url,
        handle=handle,
        offers=offers,
        shard=shard,
        turns=turns,
        words=settings.discord_message_content,
        was_in=was_in,
    )


def _revealed(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _offer(command: str, words: Texts) -> Offer:
    does = {language: one(f"command-{command}-does") for language, one in words.items()}
    hint = {language: one(f"command-{command}-hint") for language, one in words.items()}
    return Offer(command, does, hint, suggests=command in routes.HOUSE.typing)


def _shortcut(name: str, words: Texts) -> Offer:
    does = {language: one(f"shortcut-{name}-does") for language, one in words.items()}
    return Offer(name, does, {}, on_messages=True)
