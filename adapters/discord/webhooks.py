"""Speaking under the name of somebody: by a webhook that the bot has in a channel for nothing else. Webhooks know no
nonce, and discord.py would send again what may have been done: each request is made here, once."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
import discord
import structlog
from discord.http import HTTPClient, Route
from discord.utils import _to_json

from adapters.discord.ids import bears
from adapters.discord.render import Json
from bot.boundary import Address, OutcomeUnknown, Refused, RetryAfter, Speaker

NAME = "Start Somewhere"
AGAIN = 600.0  # seconds until the next look whether the bot may have webhooks in a channel
MOST_NAME = 80
REFUSED_NAMES = ("discord", "clyde")  # Discord takes no name with these in it
UNKNOWN_WEBHOOK, BAD_TOKEN, NO_PERMISSION = 10015, 50027, (50001, 50013)

log = structlog.get_logger()


@dataclass(frozen=True)
class Webhook:
    id: str
    token: str


class Gone(Exception):
    """Somebody has deleted the webhook, or its token is another by now: nothing was done."""


class Webhooks:
    """One in each channel where somebody is spoken for."""

    def __init__(self, http: HTTPClient) -> None:
        self._http = http
        self._known: dict[str, Webhook] = {}  # by channel
        self._not_before: dict[str, float] = {}  # by channel where the bot may have none, until when
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    async def of(self, channel: str, me: str) -> Webhook | None:
        """None where the bot may have none. Raises what discord.py raises."""
        if (known := self._known.get(channel)) is not None:
            return known
        if time.monotonic() < self._not_before.get(channel, 0.0):
            return None
        try:
            there = await self._http.request(Route("GET", "/channels/{channel_id}/webhooks", channel_id=channel))
            own = [one for one in there if str(one.get("application_id")) == me and one.get("token")]
            # Two processes may each have made one: the older is taken.
            found = min(own, key=lambda one: int(one["id"]), default=None) or await self._made(channel)
        except discord.Forbidden as error:
            if error.code not in NO_PERMISSION:
                raise
            log.info("no webhook here", channel=channel, code=error.code)
            self._not_before[channel] = time.monotonic() + AGAIN
            return None
        self._known[channel] = webhook = Webhook(str(found["id"]), str(found["token"]))
        return webhook

    async def _made(self, channel: str) -> Json:
        made: Json = await self._http.request(
            Route("POST", "/channels/{channel_id}/webhooks", channel_id=channel), json={"name": NAME}
        )
        return made

    def forget(self, channel: str) -> None:
        self._known.pop(channel, None)

    async def post(self, webhook: Webhook, to: Address, body: Json, speaker: Speaker) -> str:
        """The message's id. Raises Gone, RetryAfter, Refused or OutcomeUnknown."""
        named = body | {"username": speaker.name} | ({"avatar_url": speaker.picture} if speaker.picture else {})
        sent = await self._ask("POST", webhook, "", _query(to) | {"wait": "true"}, named)
        return str(sent["id"])

    async def edit(self, webhook: Webhook, at: Address, remote: str, body: Json) -> None:
        await self._ask("PATCH", webhook, f"/messages/{remote}", _query(at), body)

    async def delete(self, webhook: Webhook, at: Address, remote: str) -> None:
        where = {"thread_id": at.thread} if at.thread else {}
        await self._ask("DELETE", webhook, f"/messages/{remote}", where, None)

    async def _ask(
        self, method: str, webhook: Webhook, path: str, query: Mapping[str, str], body: Json | None
    ) -> dict[str, Any]:
        if self._session is None:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        url = f"{Route.BASE}/webhooks/{webhook.id}/{webhook.token}{path}"
        data = None if body is None else _to_json(body)
        headers = {} if body is None else {"Content-Type": "application/json"}
        try:
            async with self._session.request(method, url, params=query, data=data, headers=headers) as response:
                read = await response.json(content_type=None) if response.status != HTTPStatus.NO_CONTENT else {}
                answer = read if isinstance(read, dict) else {}
                if response.status < HTTPStatus.MULTIPLE_CHOICES:
                    return answer
                raise _meaning(response.status, answer)
        except aiohttp.ClientConnectorError:
            raise RetryAfter(1.0) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise OutcomeUnknown from None


def may_be_called(name: str) -> bool:
    return 0 < len(name) <= MOST_NAME and not any(word in name.casefold() for word in REFUSED_NAMES)


def is_ours(found: Mapping[str, Any], me: str) -> bool:
    """Whether a message was written by a webhook of the bot's own."""
    return bool(found.get("webhook_id")) and str(found.get("application_id")) == me


def is_delivery(found: Mapping[str, Any], me: str, delivery: int) -> bool:
    return is_ours(found, me) and bears(found.get("components"), delivery)


def _query(to: Address) -> dict[str, str]:
    return {"with_components": "true"} | ({"thread_id": to.thread} if to.thread else {})


def _meaning(status: int, answer: Mapping[str, Any]) -> Exception:
    code = answer.get("code")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        after = answer.get("retry_after")
        return RetryAfter(float(after) if isinstance(after, int | float) else 1.0)
    if code in (UNKNOWN_WEBHOOK, BAD_TOKEN):
        return Gone()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return OutcomeUnknown()
    return Refused(str(code or status))
