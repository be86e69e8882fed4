"""What stands in the pretend Discord: its people, channels and messages."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from playground.discord.components import with_ids
from playground.discord.errors import Json, Refusal
from playground.discord.guilds import founded
from playground.person import SeenMessage
from playground.world import DiscordWorld, User

EPOCH_MS = 1_420_070_400_000
NONCE_SECONDS = 300.0
DEFAULT, REPLY, COMMAND_ANSWER, THREAD_BEGINNING = 0, 19, 20, 21  # types of messages

VIEW, SEND, START_THREADS, SEND_IN_THREADS = 1 << 10, 1 << 11, 1 << 35, 1 << 38
MEMBER_PERMISSIONS = (  # what @everyone has here
    VIEW | SEND | 1 << 6 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31 | START_THREADS | SEND_IN_THREADS
)
CREATE_EVENTS = 1 << 44  # which the bot has where `State.may_create_events` says so
BOT_PERMISSIONS = MEMBER_PERMISSIONS | 1 << 17  # it may mention everyone, so nothing but its own care prevents that


@dataclass(eq=False)
class Message:
    id: str
    channel: Channel
    author: User
    type: int = DEFAULT
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    flags: int = 0
    allowed_mentions: Json | None = None  # None: everything is parsed
    only_for: str = ""  # the one person who sees it; empty: everybody
    reply_to: str = ""
    interaction: Json | None = None
    edited: str | None = None
    webhook: bool = False
    reactions: dict[str, dict[str, None]] = field(default_factory=dict)  # who put it, by the emoji
    seen: SeenMessage | None = None  # as the eye sees it, until it changes

    def apply(self, body: Json) -> None:
        """Takes over what the body, which has been checked, names. Raises Refusal 50006 if nothing is left."""
        whole = {name: getattr(self, name) for name in ("content", "embeds", "components", "attachments")} | body
        content = (whole["content"] or "").strip()
        if not (content or whole["embeds"] or whole["components"] or whole["attachments"]):
            raise Refusal(50006)
        self.content = content
        self.embeds = copy.deepcopy(whole["embeds"] or [])
        self.attachments = copy.deepcopy(whole["attachments"] or [])
        if "components" in body:
            self.components = with_ids(body["components"] or [])
        if "content" in body or "components" in body:
            self.allowed_mentions = body.get("allowed_mentions")
        self.seen = None

    def touch(self) -> None:
        self.edited = datetime.now(UTC).isoformat(timespec="microseconds")
        self.seen = None


@dataclass(eq=False)
class ScheduledEvent:
    """A date that everybody in a guild sees, outside of its channels."""

    id: str
    guild: str
    creator: str
    name: str
    begins: datetime
    ends: datetime
    where: str
    about: str = ""
    cancelled: bool = False

    def status(self, now: datetime) -> int:
        """1: to come, 2: it is now, 3: it is over, 4: cancelled."""
        return 4 if self.cancelled else 1 if now < self.begins else 2 if now < self.ends else 3

    def is_over(self, now: datetime) -> bool:
        """Or was cancelled."""
        return self.status(now) > 2


@dataclass(eq=False)
class Thread:
    parent: Channel
    owner: str
    minutes: int  # of silence until it is archived; here nobody counts them
    began: str
    archived: bool = False
    locked: bool = False
    archived_at: str = ""


@dataclass(eq=False)
class Channel:
    """A channel of a guild, a thread in one, or the DM of the bot and `dm_with`."""

    id: str
    name: str
    members: frozenset[str]
    private: bool = False
    denied: int = 0  # permissions that the bot has not got here
    position: int = 0
    guild: str = ""  # its id; empty: a DM
    dm_with: User | None = None
    thread: Thread | None = None
    messages: dict[str, Message] = field(default_factory=dict)  # by id, oldest first

    def visible(self, user: str) -> Iterator[Message]:
        return (message for message in self.messages.values() if message.only_for in ("", user))


@dataclass(eq=False)
class Webhook:
    """One of the bot's own."""

    id: str
    token: str
    name: str
    channel: Channel


def _channels(world: DiscordWorld) -> Iterator[Channel]:
    for position, one in enumerate(world.channels):
        members = frozenset(one.members)
        yield Channel(one.id, one.name, members, one.private, position=position, guild=world.guild_id)


class State:
    """All of it. Ids are strings of digits, later ones greater."""

    def __init__(self, world: DiscordWorld, *more: DiscordWorld, joined: Collection[str] | None = None) -> None:
        """Raises ValueError as `founded` does."""
        self.world = world  # what is said of the bot is the same in all of them
        self.guilds = founded((world, *more), joined)
        self.bot = User(id=world.application_id, name=world.bot_name, handle="start-somewhere")
        people = {user.id: user for guild in self.guilds.values() for user in guild.people.values()}
        self.users = {**people, self.bot.id: self.bot}
        self.channels = {channel.id: channel for each in (world, *more) for channel in _channels(each)}
        self.webhooks: dict[str, Webhook] = {}  # by id
        self.may_manage_webhooks = True  # whether the bot was given that permission
        self.may_manage_messages = False
        self.events: dict[str, ScheduledEvent] = {}  # by id
        self.may_create_events = True
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)  # by which events are past
        self.bots: set[str] = set()  # ids of other applications' bots
        self.dms_refused: set[str] = set()  # who takes no DMs from the bot
        self.privileged_intents = 1 << 15  # what the developer portal has switched on: the text of messages
        self.dispatch: Callable[[str, Json], None] = lambda event, data: None  # to the gateway, once there is one
        self.attached: dict[str, bytes] = {}  # by the id of an attachment
        self.files_url = "https://cdn.discordapp.com"  # where they are fetched from
        self._last_id = 0
        self._nonces: dict[tuple[str, str], tuple[float, Message]] = {}
        self._dms = {user.id: self._open_dm(user) for user in people.values()}

    def _open_dm(self, user: User) -> Channel:
        members = frozenset((user.id, self.bot.id))
        dm = Channel(self.snowflake(), self.world.bot_name, members, private=True, dm_with=user)
        self.channels[dm.id] = dm
        return dm

    def snowflake(self) -> str:
        self._last_id = max(self._last_id + 1, (time.time_ns() // 1_000_000 - EPOCH_MS) << 22)
        return str(self._last_id)

    def dm(self, user: str) -> Channel:
        """Raises Refusal 10013."""
        if user not in self._dms:
            raise Refusal(10013)
        return self._dms[user]

    def around(self, channel: Channel) -> Mapping[str, User]:
        """By id: everybody whom a message there can name."""
        if channel.dm_with:
            return self.users
        guild = self.guilds[channel.guild]
        return {**guild.people, self.bot.id: self.bot} if guild.has_bot else guild.people

    def reaches(self, channel: Channel) -> bool:
        """Whether the bot is in its guild or, for a DM, in any guild with that person."""
        if channel.dm_with:
            return any(guild.has_bot and channel.dm_with.id in guild.people for guild in self.guilds.values())
        return self.guilds[channel.guild].has_bot

    def sees(self, channel: Channel) -> bool:
        """Whether the bot may read there."""
        is_let_in = not channel.private or self.bot.id in channel.members
        return self.reaches(channel) and is_let_in and self.may(channel, VIEW)

    def may(self, channel: Channel, permission: int) -> bool:
        """Whether the bot was not denied it there, or in the channel of a thread."""
        where = channel.thread.parent if channel.thread else channel
        return not where.denied & (permission | VIEW)

    def channel(self, channel_id: str, *, to_send: bool = False) -> Channel:
        """One that the bot may read, or write in. Raises Refusal 10003, 50001, 50007, 50013 or 50278."""
        if (channel := self.channels.get(channel_id)) is None:
            raise Refusal(10003)
        if not self.reaches(channel) and (to_send or channel.guild):
            raise Refusal(50001 if channel.guild else 50278)
        if self.bot.id not in channel.members and (to_send or channel.private):
            raise Refusal(50001 if channel.private else 50013)
        if not self.may(channel, VIEW):
            raise Refusal(50001)
        if to_send and not self.may(channel, SEND_IN_THREADS if channel.thread else SEND):
            raise Refusal(50013)
        if to_send and channel.dm_with and channel.dm_with.id in self.dms_refused:
            raise Refusal(50007)
        return channel

    def message(self, channel_id: str, message_id: str) -> Message:
        """One that stands for everybody. Raises Refusal 10008 and as `channel` does."""
        message = self.channel(channel_id).messages.get(message_id)
        if message is None or message.only_for:
            raise Refusal(10008)
        return message

    def first_with_nonce(self, channel: Channel, nonce: str) -> Message | None:
        """What was posted there with this nonce in the last minutes, even if it was deleted since."""
        at, message = self._nonces.get((channel.id, nonce), (0.0, None))
        return message if message and time.monotonic() - at < NONCE_SECONDS else None

    def keep_nonce(self, message: Message, nonce: str) -> None:
        self._nonces[message.channel.id, nonce] = (time.monotonic(), message)
