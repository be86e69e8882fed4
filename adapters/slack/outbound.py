"""What the bot says of its own accord: the port that the outbox speaks through."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack import files, wire
from adapters.slack.render import content
from adapters.slack.workspaces import Workspace, Workspaces
from bot.boundary import (
    NOT_BROUGHT,
    Account,
    Address,
    Message,
    Missed,
    NoEvidence,
    OutcomeUnknown,
    Pace,
    Refused,
    Remote,
    RetryAfter,
)

T = TypeVar("T")

CUSTOMIZE = "chat:write.customize"  # the scope for speaking under the name of somebody
USERS = "users:read"  # the scope for their pictures
EVENT_TYPE = "start_somewhere"  # of the metadata that a message carries as evidence
PICTURE_GOOD = 3600.0  # seconds until somebody's picture is asked for again
LOCKED_OUT = 60.0  # seconds until the next attempt while Slack does not accept our token
GONE = {"message_not_found", "file_not_found", "file_deleted"}
CLOCK_SKEW = 30.0  # seconds by which Slack's clock and ours may differ


class Outbound:
    """Implements `bot.boundary.Platform`. Retries nothing by itself: Slack has no idempotency key."""

    name = "slack"
    paces: Mapping[str, Pace] = {
        "post": Pace(channel=1.0, workspace=60 / 500),
        "edit": Pace(workspace=60 / 48),  # tier 3: 50 a minute, for all channels together
        "delete": Pace(workspace=60 / 48),
    }

    largest_file = files.LARGEST

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces
        self._pictures: dict[Account, tuple[str, float]] = {}  # and until when that is good
        self._dms: dict[tuple[str, str], str] = {}  # by workspace and person: Slack's ids of them, which never change

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        there = await self._workspaces.at(to.workspace)
        if since is not None and (standing := await self._find(there, to, message, delivery, since)):
            return standing
        if message.file:
            if message.file.content is None:
                raise Refused("file_gone")
            to = replace(to, channel=await self._channel(there, to))
            return await self._asking(there, files.lend(there.client, to, message.file, message.text()))
        speaker = message.speaker if there.bot.may(CUSTOMIZE) else None
        shown = content(message if speaker else message.introduced())
        posted = await self._ask(
            there,
            there.client.chat_postMessage(
                channel=self._dms.get((to.workspace, to.channel), to.channel),
                thread_ts=to.thread or None,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"delivery": str(delivery)}},
                parse="none",
                link_names=False,
                unfurl_links=False,
                unfurl_media=False,
                username=speaker.name if speaker else None,
                icon_url=(speaker.picture or None) if speaker else None,
                **shown,
            ),
        )
        if _is_person(to.channel):
            self._dms[to.workspace, to.channel] = str(posted["channel"])
        return Remote.of(str(posted["ts"]), spoken=speaker is not None)

    async def find(self, to: Address, message: Message, delivery: int, since: float) -> str:
        there = await self._workspaces.at(to.workspace)
        return await self._find(there, to, message, delivery, since) or ""

    async def edit(self, at: Address, remote: str, message: Message, delivery: int) -> None:
        if is_file(remote):  # what is said about a file stays as it was said
            return
        there = await self._workspaces.at(at.workspace)
        shown = content(message if isinstance(remote, Remote) and remote.spoken else message.introduced())
        channel = await self._channel(there, at)
        await self._ask(
            there, there.client.chat_update(channel=channel, ts=remote, parse="none", link_names=False, **shown)
        )

    async def delete(self, at: Address, remote: str) -> None:
        there = await self._workspaces.at(at.workspace)
        at = replace(at, channel=await self._channel(there, at))
        try:
            if is_file(remote):
                await self._asking(there, files.take_back(there.client, at, remote))
            else:
                await self._ask(there, there.client.chat_delete(channel=at.channel, ts=remote))
        except Refused as error:
            if error.reason not in GONE:
                raise

    async def missed(self, at: Address, known: Sequence[str], after: str = "") -> Sequence[Missed]:
        """Slack tells again what we did not acknowledge."""
        return ()

    async def fetch(self, at: Address, reference: str) -> bytes:
        there = await self._workspaces.at(at.workspace)
        return await files.fetch(there.client, reference)

    async def picture(self, account: Account) -> str:
        there = await self._workspaces.at(account.workspace)
        if not there.bot.may(USERS):
            return ""
        known, until = self._pictures.get(account, ("", 0.0))
        if time.monotonic() > until:
            read = await self._ask(there, there.client.users_info(user=account.user))
            profile = read["user"].get("profile") or {}
            known = str(profile.get("image_192") or "") if profile.get("is_custom_image") else ""
            self._pictures[account] = known, time.monotonic() + PICTURE_GOOD
        return known

    async def open_dm(self, account: Account) -> Address:
        """Nothing is asked: the first post to a person opens it, and Slack opens no more than 50 a minute otherwise."""
        return Address("slack", account.workspace, account.user)

    async def _channel(self, there: Workspace, at: Address) -> str:
        """Where it is by Slack's id, for all but a post."""
        if not _is_person(at.channel):
            return at.channel
        if (at.workspace, at.channel) not in self._dms:
            opened = await self._ask(there, there.client.conversations_open(users=at.channel))
            self._dms[at.workspace, at.channel] = str(opened["channel"]["id"])
        return self._dms[at.workspace, at.channel]

    async def _ask(self, there: Workspace, sent: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
        return await self._asking(there, wire.call(sent))

    async def _asking(self, there: Workspace, asked: Awaitable[T]) -> T:
        try:
            return await asked
        except wire.LockedOut:  # what is to be said stays good until the bot is let in again
            self._workspaces.mistrust(there)
            raise RetryAfter(LOCKED_OUT) from None

    async def _find(self, there: Workspace, to: Address, sought: Message, delivery: int, since: float) -> str | None:
        """The id of the message that carries this delivery, or of its file. Raises NoEvidence where we may not look,
        OutcomeUnknown where looking failed for now: RetryAfter would say that it was certainly not posted."""
        to = replace(to, channel=await self._channel(there, to))
        try:
            async for page in _history(there, to, f"{since - CLOCK_SKEW:.6f}"):
                for message in page["messages"]:
                    if sought.file and (file := files.lent(message, there.bot, sought.file)):
                        return file
                    if _carries(message, there.bot, delivery):
                        lacks = NOT_BROUGHT if sought.file else ""
                        return Remote.of(str(message["ts"]), spoken=bool(message.get("username")), lacks=lacks)
        except wire.LockedOut:
            self._workspaces.mistrust(there)
            raise OutcomeUnknown from None
        except RetryAfter:
            raise OutcomeUnknown from None
        except Refused:
            raise NoEvidence from None
        return None


def _is_person(channel: str) -> bool:
    return channel.startswith(("U", "W"))


def is_file(remote: str) -> bool:
    """Slack's id of a file; that of a message is a time."""
    return remote.startswith("F")


def _history(there: Workspace, to: Address, oldest: str) -> AsyncIterator[AsyncSlackResponse]:
    asked: dict[str, str | int | bool] = {"oldest": oldest, "limit": 200, "include_all_metadata": True}
    if to.thread:
        return wire.pages(there.client.conversations_replies, channel=to.channel, ts=to.thread, **asked)
    return wire.pages(there.client.conversations_history, channel=to.channel, **asked)


def _carries(message: Mapping[str, Any], bot: wire.Bot, delivery: int) -> bool:
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    ours = message.get("bot_id") == bot.bot or message.get("user") == bot.user
    return ours and metadata.get("event_type") == EVENT_TYPE and payload.get("delivery") == str(delivery)
