"""Who is in the channels that the bot is in."""

from __future__ import annotations

import logging
import time
from functools import partial

from slack_sdk.web.async_client import AsyncWebClient

from adapters.patience import patiently
from adapters.slack import wire
from adapters.slack.inbound import NAME
from bot.boundary import Account, Address, ChannelMembers, Handle, Refused

log = logging.getLogger(__name__)


class Gathering:
    def __init__(self, client: AsyncWebClient, bot: wire.Bot, handle: Handle) -> None:
        self._client = client
        self._bot = bot
        self._handle = handle

    async def gather(self, id: str, channel: str) -> None:
        """Tells who is in the channel now; nothing if the bot may not look. Raises RetryAfter and OutcomeUnknown."""
        try:
            users = await self._users(channel)
        except Refused as error:
            log.info("not gathered: %s", error.reason)
            return
        accounts = tuple(Account("slack", self._bot.workspace, user) for user in users if user != self._bot.user)
        place = Address("slack", self._bot.workspace, channel)
        await self._handle(ChannelMembers(id=id, place=place, accounts=accounts))

    async def gather_all(self) -> None:
        try:
            channels = await patiently(NAME, self._channels)
        except Refused as error:
            log.warning("channels not listed: %s", error.reason)
            return
        for channel in channels:
            id = f"slack:look:{channel}:{time.time():.6f}"
            await patiently(NAME, partial(self.gather, id, channel))

    async def _channels(self) -> list[str]:
        listed = wire.pages(
            self._client.users_conversations, types="public_channel,private_channel", exclude_archived=True, limit=200
        )
        return [channel["id"] async for page in listed for channel in page["channels"]]

    async def _users(self, channel: str) -> list[str]:
        listed = wire.pages(self._client.conversations_members, channel=channel, limit=200)
        return [user async for page in listed for user in page["members"]]
