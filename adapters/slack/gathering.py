"""Who is in the channels that the bot is in."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from adapters.patience import briefly, patiently
from adapters.slack import wire
from adapters.slack.inbound import NAME
from bot.boundary import Account, Address, BotChannels, ChannelMembers, Handle, Refused

log = logging.getLogger(__name__)


class Gathering:
    def __init__(self, client: AsyncWebClient, bot: wire.Bot, handle: Handle) -> None:
        self._client = client
        self._bot = bot
        self._handle = handle

    async def gather(self, id: str, channel: str, public: bool | None = None) -> None:
        """Tells who is in the channel now: nobody where the bot is not any more, or may not look; with whether it is
        public, where that was asked. Raises RetryAfter, OutcomeUnknown and LockedOut."""
        asked, place = time.time(), Address("slack", self._bot.workspace, channel)
        try:
            users = await self._users(channel)
        except wire.LockedOut:
            raise
        except Refused as error:
            log.info("not gathered: %s", error.reason)
            users = []
        accounts = tuple(Account("slack", self._bot.workspace, user) for user in users if user != self._bot.user)
        await self._handle(ChannelMembers(id=id, place=place, accounts=accounts, asked=asked, public=public))

    async def gather_all(self) -> None:
        """Of each channel that the bot is in, and which these are; none where Slack refuses to list them. A channel of
        which that fails is left out. Raises LockedOut."""
        asked = time.time()
        try:
            channels = await patiently(NAME, self._channels)
        except wire.LockedOut:
            raise
        except Refused as error:
            log.warning("channels not listed: %s", error.reason)
            channels = {}
        for channel, public in channels.items():
            await self._try(partial(self.gather, f"slack:look:{channel}:{time.time():.6f}", channel, public))
        there = self._bot.workspace
        inside = BotChannels(
            id=f"slack:look:{there}", platform="slack", workspace=there, channels=frozenset(channels), asked=asked
        )
        await self._try(partial(self._handle, inside))

    async def _try(self, step: Callable[[], Awaitable[object]]) -> None:
        try:
            await briefly(step)
        except wire.LockedOut:
            raise
        except Exception as error:
            log.error("a look failed: %s", type(error).__name__)

    async def _channels(self) -> dict[str, bool | None]:
        """By their ids, whether they are public; None: Slack does not say."""
        listed = wire.pages(
            self._client.users_conversations, types="public_channel,private_channel", exclude_archived=True, limit=200
        )
        return {channel["id"]: _is_public(channel) async for page in listed for channel in page["channels"]}

    async def _users(self, channel: str) -> list[str]:
        listed = wire.pages(self._client.conversations_members, channel=channel, limit=200)
        return [user async for page in listed for user in page["members"]]


def _is_public(channel: Mapping[str, Any]) -> bool | None:
    private = channel.get("is_private")
    return None if private is None else not private
