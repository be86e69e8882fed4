"""Commands, presses and forms on their way to the bot, and how long it may take to answer them."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playground.discord import payloads
from playground.discord.errors import Json, Refusal
from playground.discord.state import BOT_PERMISSIONS, CREATE_EVENTS, MEMBER_PERMISSIONS, Channel, Message, State
from playground.world import User

COMMAND, COMPONENT, TYPING, SUBMIT = 2, 3, 4, 5
GUILD_CONTEXT, DM_CONTEXT = 0, 1
PATIENCE = 3.0  # seconds until the first answer
LIFETIME = 900.0  # seconds that the token is good for


@dataclass(eq=False)
class Interaction:
    id: str
    token: str
    kind: int
    user: User
    channel: Channel
    data: Json
    source: Message | None  # whose component it was, also for a form that a component opened
    asked: float
    answered: bool = False
    original: Message | None = None
    heard: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, eq=False)
class OpenForm:
    """A modal that stands open before somebody."""

    data: Json
    channel: Channel
    source: Message | None


class Interactions:
    def __init__(self, state: State) -> None:
        self._state = state
        self._open: dict[str, Interaction] = {}  # by token, oldest first
        self.forms: dict[str, OpenForm] = {}  # by user id
        self.choices: dict[str, list[Json]] = {}  # by user id, what was offered last while they typed
        self.clock: Callable[[], float] = time.monotonic
        self.patience = PATIENCE

    def ask(self, user: User, channel: Channel, kind: int, data: Json, source: Message | None) -> Interaction:
        """A new one; `payload` says it to the bot."""
        self._forget_expired()
        token = secrets.token_urlsafe(64)
        asked = Interaction(self._state.snowflake(), token, kind, user, channel, data, source, self.clock())
        self._open[token] = asked
        return asked

    def metadata(self, asked: Interaction) -> Json:
        """What messages that came of it say of it."""
        user = payloads.user(self._state, asked.user)
        return {"id": asked.id, "type": asked.kind, "user": user, **self._owners(asked.channel)}

    def _owners(self, channel: Channel) -> Json:
        return {"authorizing_integration_owners": {"0": channel.guild or "0"}}

    def payload(self, asked: Interaction) -> Json:
        """The INTERACTION_CREATE of it."""
        state, channel = self._state, asked.channel
        where = payloads.channel(state, channel)
        data: Json = {
            "id": asked.id,
            "application_id": state.bot.id,
            "type": asked.kind,
            "token": asked.token,
            "version": 1,
            "data": asked.data,
            "channel_id": channel.id,
            "channel": where if channel.dm_with else where | {"permissions": str(MEMBER_PERMISSIONS)},
            "locale": asked.user.locale,
            "app_permissions": str(BOT_PERMISSIONS | (CREATE_EVENTS if state.may_create_events else 0)),
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
            **self._owners(channel),
            "context": DM_CONTEXT if channel.dm_with else GUILD_CONTEXT,
        }
        if channel.dm_with:
            data["user"] = payloads.user(state, asked.user)
        else:
            data |= {"guild_id": channel.guild, "guild": {"id": channel.guild, "locale": "en-US", "features": []}}
            data["guild_locale"] = "en-US"
            data["member"] = payloads.member(state, asked.user) | {"permissions": str(MEMBER_PERMISSIONS)}
        if asked.source:
            data["message"] = payloads.message(state, asked.source)
        return data

    def to_answer(self, interaction_id: str, token: str) -> Interaction:
        """The one that this is the first answer to. Raises Refusal 10062 or 40060."""
        asked = self._open.get(token)
        if asked is None or asked.id != interaction_id or not self._state.reaches(asked.channel):
            raise Refusal(10062)
        if asked.answered:
            raise Refusal(40060)
        if self.clock() - asked.asked > self.patience:
            raise Refusal(10062)
        return asked

    def to_follow(self, application_id: str, token: str) -> Interaction:
        """One that was answered, its token still good. Raises Refusal 10015 or 50027."""
        asked = self._open.get(token)
        if asked is None or application_id != self._state.bot.id or not asked.answered:
            raise Refusal(10015)
        if not self._state.reaches(asked.channel):
            raise Refusal(10015)
        if self.clock() - asked.asked > LIFETIME:
            raise Refusal(50027)
        return asked

    def _forget_expired(self) -> None:
        """An hour late, so that who comes too late is told that, not that there never was one."""
        while self._open:
            token, oldest = next(iter(self._open.items()))
            if self.clock() - oldest.asked < LIFETIME + 3600:
                return
            del self._open[token]
