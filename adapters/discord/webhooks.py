"""Speaking under the name of somebody: by a webhook that the bot has in a channel for nothing else. Neither a webhook
nor what it says knows a nonce: both are asked for once."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import discord
import structlog
from discord.http import HTTPClient, Route

from adapters.discord.ids import bears
from adapters.discord.once import Once
from adapters.discord.render import Json
from bot.boundary import Address, Refused, Speaker

NAME = "Start Somewhere"
AGAIN = 600.0  # seconds until the next look whether the bot may have webhooks in a channel
MOST_NAME = 80
REFUSED_NAMES = ("discord", "clyde")  # Discord takes no name with these in it
UNKNOWN_WEBHOOK = "10015"
GONE, NO_PERMISSION = (UNKNOWN_WEBHOOK, "50027"), ("50001", "50013")

log = structlog.get_logger()


@dataclass(frozen=True)
class Webhook:
    id: str
    token: str


class Gone(Exception):
    """Somebody has deleted the webhook, or its token is another by now: nothing was done."""


class Webhooks:
    """One in each channel where somebody is spoken for."""

    def __init__(self, http: HTTPClient, once: Once) -> None:
        self._http, self._once = http, once
        self._known: dict[str, Webhook] = {}  # by channel
        self._not_before: dict[str, float] = {}  # by channel where the bot may have none, until when

    async def of(self, channel: str, me: str) -> Webhook | None:
        """None where the bot may have none. Raises what discord.py raises, or RetryAfter, Refused or OutcomeUnknown:
        whether one was made then shows the next time."""
        if (known := self._known.get(channel)) is not None:
            return known
        if time.monotonic() < self._not_before.get(channel, 0.0):
            return None
        try:
            there = await self._http.request(Route("GET", "/channels/{channel_id}/webhooks", channel_id=channel))
            own = [one for one in there if str(one.get("application_id")) == me and one.get("token")]
            # Two processes may each have made one: the older is taken.
            found = min(own, key=lambda one: int(one["id"]), default=None) or await self._made(channel)
        except (discord.Forbidden, Refused) as error:
            code = error.reason if isinstance(error, Refused) else str(error.code)
            if code not in NO_PERMISSION:
                raise
            log.info("no webhook here", channel=channel, code=code)
            self._not_before[channel] = time.monotonic() + AGAIN
            return None
        self._known[channel] = webhook = Webhook(str(found["id"]), str(found["token"]))
        return webhook

    async def _made(self, channel: str) -> Json:
        return await self._once.as_bot("POST", f"/channels/{channel}/webhooks", {"name": NAME})

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

    async def _ask(self, method: str, webhook: Webhook, path: str, query: Mapping[str, str], body: Json | None) -> Json:
        try:
            return await self._once.by_path(method, f"/webhooks/{webhook.id}/{webhook.token}{path}", query, body)
        except Refused as refused:
            if refused.reason in GONE:
                raise Gone from None
            raise


def may_be_called(name: str) -> bool:
    return 0 < len(name) <= MOST_NAME and not any(word in name.casefold() for word in REFUSED_NAMES)


def is_ours(found: Mapping[str, Any], me: str) -> bool:
    """Whether a message was written by a webhook of the bot's own."""
    return bool(found.get("webhook_id")) and str(found.get("application_id")) == me


def is_delivery(found: Mapping[str, Any], me: str, delivery: int) -> bool:
    return is_ours(found, me) and bears(found.get("components"), delivery)


def _query(to: Address) -> dict[str, str]:
    return {"with_components": "true"} | ({"thread_id": to.thread} if to.thread else {})
