"""A look at a Slack workspace, for somebody who sets the bot up: the tokens, what the app may do, and the channels and
people that the district's files name."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from time import time as now
from typing import Any

import aiohttp
import yaml
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.patience import briefly
from adapters.slack import wire
from bot.boundary import Refused, Secret
from bot.boundary.checking import Channel, Expected, Finding, fine, note, todo

MANIFEST = Path(__file__).with_name("manifest.yaml")
LATER = "# Joined channels: "  # what is marked so is asked for only where a channel is joined
TIMEOUT = aiohttp.ClientTimeout(total=15, sock_connect=5)
NOT_GRANTED = "missing_scope"
PAGE = 500  # of a workspace's people, of whom Slack hands out at most 1,000 at once


async def look(
    expected: Sequence[Expected], *, api_url: str, bot_token: str, app_token: str, is_called: bool
) -> AsyncIterator[Finding]:
    """`is_called`: Slack calls the bot, which then needs no `app_token`. Raises RetryAfter, OutcomeUnknown, Refused."""
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:

        def client(token: str | None = None) -> AsyncWebClient:
            quiet = wire.quiet_logger()
            return AsyncWebClient(token, base_url=api_url, session=session, retry_handlers=[], logger=quiet)

        alone = [one for one in expected if one.secret is None]
        if bot_token:
            async for found in _only(client(bot_token), alone):
                yield found
        elif alone:
            yield todo("check-slack-not-installed", named=tuple(one.workspace for one in alone))
        for one in expected:
            if one.secret:
                async for found in _installed(client(one.secret.token), one, one.secret):
                    yield found
        if is_called:
            yield note("check-slack-called")
        elif app_token:
            yield await _socket(client(), app_token)


async def _only(client: AsyncWebClient, expected: Sequence[Expected]) -> AsyncIterator[Finding]:
    """The workspace that the settings' token opens."""
    try:
        me = await briefly(lambda: _me(client))
    except Refused as error:
        yield todo("check-slack-token-refused", reason=error.reason)
        return
    others = tuple(one.workspace for one in expected if one.workspace != me.workspace)
    if others:
        yield todo("check-slack-other-workspace", team=me.title, id=me.workspace, named=others)
    else:
        yield fine("check-slack-token-fine", team=me.title, id=me.workspace)
    here = next((one for one in expected if one.workspace == me.workspace), Expected(me.workspace))
    async for found in _workspace(client, me, here):
        yield found


async def _installed(client: AsyncWebClient, expected: Expected, secret: Secret) -> AsyncIterator[Finding]:
    """One that installed the app by itself."""
    if secret.refresh and now() > secret.expires_at:
        yield note("check-slack-install-old", id=expected.workspace)
        return
    try:
        me = await briefly(lambda: wire.who_am_i(client))
    except wire.LockedOut as error:
        yield todo("check-slack-install-refused", id=expected.workspace, reason=error.reason)
        return
    yield fine("check-slack-install-fine", team=me.title, id=me.workspace)
    async for found in _workspace(client, me, expected):
        yield found


async def _workspace(client: AsyncWebClient, me: wire.Bot, expected: Expected) -> AsyncIterator[Finding]:
    for found in _scopes(me.scopes):
        yield found
    async for found in _channels(client, me, expected.channels):
        yield found
    if expected.people:
        async for found in _people(client, expected.people):
            yield found


async def _me(client: AsyncWebClient) -> wire.Bot:
    """Raises Refused for a person's token, too."""
    _look_over(client.token or "")
    me = await wire.who_am_i(client)
    if not me.bot:
        raise Refused("not_allowed_token_type")
    return me


def _look_over(token: str) -> None:
    """Raises Refused for what no request can carry, such as a token with a line break in it."""
    if not token.isprintable():
        raise Refused("invalid_auth")


def _scopes(granted: frozenset[str]) -> list[Finding]:
    if not any(granted):
        return [note("check-slack-scopes-untold")]
    needed, later = needed_scopes()
    missing, without = [[one for one in each if one not in granted] for each in (needed, later)]
    if missing:
        found = [todo("check-slack-scopes-missing", scopes=tuple(missing))]
    else:
        found = [fine("check-slack-scopes-fine")]
    return [*found, note("check-slack-scopes-later", scopes=tuple(without))] if without else found


@cache
def needed_scopes() -> tuple[list[str], list[str]]:
    """What the manifest asks for, and what else it would ask for where channels are joined."""
    text = MANIFEST.read_text("utf-8")
    first, with_later = (
        yaml.safe_load(one)["oauth_config"]["scopes"]["bot"] for one in (text, text.replace(LATER, ""))
    )
    return first, [scope for scope in with_later if scope not in first]


async def _socket(client: AsyncWebClient, app_token: str) -> Finding:
    """Slack hands out the address of a socket, which nobody opens."""
    try:
        _look_over(app_token)
        await _asked(client.apps_connections_open, app_token=app_token)
    except Refused as error:
        return todo("check-slack-socket-refused", reason=error.reason)
    return fine("check-slack-socket-fine")


async def _channels(client: AsyncWebClient, me: wire.Bot, channels: Sequence[Channel]) -> AsyncIterator[Finding]:
    good = 0
    for channel in channels:
        try:
            about = (await _asked(client.conversations_info, channel=channel.id))["channel"]
        except Refused as error:
            if error.reason == NOT_GRANTED:  # which was told
                continue
            if error.reason != "channel_not_found":
                raise
            yield todo("check-slack-channel-hidden", channel=channel.name, id=channel.id, bot=me.name)
            continue
        wrong = list(_wrong(channel, about, me.name))
        good += not wrong
        for found in wrong:
            yield found
    if good:
        yield fine("check-slack-channels-fine", count=good)


async def _people(client: AsyncWebClient, people: Mapping[str, str]) -> AsyncIterator[Finding]:
    """`people`: keys of members by their user ids."""
    there: set[str] = set()
    cursor: str | None = None
    try:
        while cursor != "":
            page = await _asked(client.users_list, limit=PAGE, cursor=cursor)
            there |= {one["id"] for one in page["members"] if not one.get("deleted")}
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
    except Refused as error:
        if error.reason != NOT_GRANTED:
            raise
        yield note("check-slack-people-untold")
        return
    lost = tuple(key for user, key in people.items() if user not in there)
    if lost:
        yield todo("check-slack-people-lost", people=lost)
    if found := len(people) - len(lost):
        yield fine("check-slack-people-fine", count=found)


async def _asked(method: Callable[..., Awaitable[AsyncSlackResponse]], **given: str | int | None) -> AsyncSlackResponse:
    return await briefly(lambda: wire.call(method(**given)))


def _wrong(channel: Channel, about: Mapping[str, Any], bot: str) -> list[Finding]:
    if about.get("is_archived"):
        return [todo("check-slack-channel-archived", channel=channel.name)]
    found = []
    if not about.get("is_member"):
        found.append(todo("check-slack-channel-outside", channel=channel.name, bot=bot))
    if channel.caucus and not about.get("is_private"):
        found.append(todo("check-slack-caucus-public", channel=channel.name))
    if channel.caucus and about.get("is_ext_shared"):
        found.append(todo("check-slack-caucus-shared", channel=channel.name))
    return found
