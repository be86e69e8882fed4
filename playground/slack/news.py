"""What the app is told: the events it subscribed to and has the scopes for, where the bot is a member."""

from __future__ import annotations

from collections.abc import Container
from typing import Protocol

from playground.slack import mrkdwn
from playground.slack.delivery import Delivery
from playground.slack.payloads import Payloads
from playground.slack.refusal import Json
from playground.slack.workspace import Message, Workspace

# https://docs.slack.dev/reference/events
_MESSAGES = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
_SCOPES = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "reaction_added": "reactions:read",
    "reaction_removed": "reactions:read",
}


class Conduct(Protocol):
    """What the app was granted; None: whatever it needs."""

    installed: bool
    scopes: Container[str] | None


class News:
    """Each method says whether the bot acknowledged it in time, if it was told anything."""

    def __init__(self, workspace: Workspace, payloads: Payloads, delivery: Delivery, conduct: Conduct) -> None:
        self._workspace = workspace
        self._payloads = payloads
        self._delivery = delivery
        self._conduct = conduct

    async def tell(self, inner: Json) -> bool:
        """Any event at all, if the app listens for its kind."""
        if not (self._conduct.installed and self._subscribed(inner)):
            return True
        return await self._delivery.event(self._payloads.event(inner))

    async def said(self, message: Message) -> bool:
        """A message that names the bot in a channel comes twice: as a message and as a mention."""
        return await self._tell_all(self.of_said(message))

    async def changed(self, message: Message, previous: Json) -> bool:
        return await self._tell_all(self.of_changed(message, previous))

    async def deleted(self, message: Message, previous: Json) -> bool:
        """What others have replied to leaves a gravestone, which is told as a change."""
        return await self._tell_all(self.of_deleted(message, previous))

    async def reacted(self, message: Message, user: str, name: str, *, on: bool) -> bool:
        return await self.tell(self._payloads.reaction(message, user, name, on=on)) if self._hears(message) else True

    def of_said(self, message: Message) -> list[Json]:
        conversation, bot = self._workspace.conversations[message.channel], self._workspace.world.bot_user_id
        if bot not in conversation.members:
            return []
        told = [self._payloads.message(message, conversation)]
        if conversation.kind != "im" and message.user != bot and bot in mrkdwn.pings(message.text):
            told.append(self._payloads.mention(message))
        return told

    def of_changed(self, message: Message, previous: Json) -> list[Json]:
        return [self._payloads.message_changed(message, previous)] if self._hears(message) else []

    def of_deleted(self, message: Message, previous: Json) -> list[Json]:
        if not self._hears(message):
            return []
        if message.subtype == "tombstone":
            return [self._payloads.message_changed(message, previous)]
        return [self._payloads.message_deleted(message, previous)]

    def _hears(self, message: Message) -> bool:
        return self._workspace.world.bot_user_id in self._workspace.conversations[message.channel].members

    async def _tell_all(self, events: list[Json]) -> bool:
        return all([await self.tell(event) for event in events])

    def _subscribed(self, inner: Json) -> bool:
        kind = _MESSAGES[inner["channel_type"]] if inner["type"] == "message" else inner["type"]
        subscribed, scopes = self._workspace.world.events, self._conduct.scopes
        if subscribed is not None and kind not in subscribed:
            return False
        return scopes is None or kind not in _SCOPES or _SCOPES[kind] in scopes
