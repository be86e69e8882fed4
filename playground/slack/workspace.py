"""What exists in the pretend workspace: people, conversations and the messages that stand in them."""

from __future__ import annotations

import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from playground.person import SeenMessage
from playground.slack.refusal import Json, Refusal
from playground.slack.uploads import Upload
from playground.world import SlackWorld, User

BOT_NAME = "Start Somewhere"
_EPHEMERALS_KEPT = 200  # for each person in each conversation


@dataclass
class Message:
    ts: str
    channel: str
    user: str
    text: str  # as it was sent: markup unresolved
    blocks: list[Json] = field(default_factory=list)
    by_bot: bool = False
    thread_ts: str = ""
    metadata: Json | None = None
    edited: str = ""  # when, as a ts
    only_for: str = ""  # an ephemeral message: who sees it
    files: list[Upload] = field(default_factory=list)
    bare_mentions: bool = False  # @words notify (link_names, parse=full)
    client_msg_id: str = ""  # of what a person wrote
    subtype: str = ""
    reactions: dict[str, dict[str, None]] = field(default_factory=dict)  # who put it, by the emoji's name
    shown_as: str = ""  # what the app calls itself for once (chat:write.customize)
    as_name: str = ""  # what another app or a webhook calls itself
    seen: SeenMessage | None = None  # how it was last rendered; empty after every change

    def change(self, text: str, blocks: list[Json], edited: str) -> None:
        self.text, self.blocks, self.edited, self.seen = text, blocks, edited, None


@dataclass
class Conversation:
    id: str
    name: str
    kind: Literal["public", "private", "im"]
    members: dict[str, None]  # in the order they came
    archived: bool = False
    shared: bool = False  # with another organization's workspace
    messages: OrderedDict[str, Message] = field(default_factory=OrderedDict)  # by ts
    ephemerals: dict[str, OrderedDict[str, Message]] = field(default_factory=dict)  # by user, by ts
    accepted: list[Message] = field(default_factory=list)  # every chat.postMessage, deleted ones too
    _threads: dict[str, dict[str, Message]] = field(default_factory=dict)  # replies by the ts of their parent

    def add(self, message: Message) -> None:
        self.messages[message.ts] = message
        if message.thread_ts:
            self._threads.setdefault(message.thread_ts, {})[message.ts] = message
            self._look_again(message.thread_ts)

    def remove(self, message: Message) -> None:
        del self.messages[message.ts]
        self._threads.get(message.thread_ts, {}).pop(message.ts, None)
        self._look_again(message.thread_ts)

    def _look_again(self, parent: str) -> None:
        if (message := self.messages.get(parent)) is not None:
            message.seen = None

    def own(self, user: str) -> OrderedDict[str, Message]:
        """What only this person sees, by ts."""
        return self.ephemerals.setdefault(user, OrderedDict())

    def replies(self, parent: str) -> list[Message]:
        return list(self._threads.get(parent, {}).values())


def new_id(prefix: str) -> str:
    """Unique for ever, so that a restarted playground never repeats an id that the bot has recorded."""
    return prefix + secrets.token_hex(5).upper()


class Workspace:
    def __init__(self, world: SlackWorld) -> None:
        self.world = world
        self.domain = re.sub(r"[^a-z0-9]+", "-", world.team_name.lower()).strip("-")
        self.users: dict[str, User] = {user.id: user for user in world.users}
        self.people = [user for user in world.users if user.id != world.bot_user_id]
        self.left: set[str] = set()  # ids of those who are deactivated
        self.handles = {user.handle: user.id for user in world.users}
        self.conversations: dict[str, Conversation] = {}
        for channel in world.channels:
            kind: Literal["public", "private"] = "private" if channel.private else "public"
            members = dict.fromkeys(channel.members)
            self.conversations[channel.id] = Conversation(channel.id, channel.name, kind, members)
        for user in self.people:
            self.conversations[self.dm(user.id)] = Conversation(
                self.dm(user.id), BOT_NAME, "im", dict.fromkeys((user.id, world.bot_user_id))
            )
        self._last_ts = 0

    def dm(self, user: str) -> str:
        """The id of the DM between the bot and this person."""
        return f"D{user[1:]}"

    def next_ts(self) -> str:
        """Like a Slack ts; each is greater than all before."""
        self._last_ts = max(self._last_ts + 1, time.time_ns() // 1000)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def shown_name(self, someone: str) -> str:
        """How a mention of this user or channel is displayed."""
        if someone in self.users:
            return f"@{self.users[someone].name}"
        if someone == self.world.bot_user_id:
            return f"@{BOT_NAME}"
        if someone in self.conversations:
            return f"#{self.conversations[someone].name}"
        return f"@{someone}"

    def author_name(self, user: str) -> str:
        return self.shown_name(user).removeprefix("@")

    def person(self, user: str) -> User:
        """Raises Refusal."""
        if user not in self.users:
            raise Refusal("user_not_found")
        return self.users[user]

    def visible(self, channel: str) -> Conversation:
        """A conversation whose existence the bot may know of. Raises Refusal."""
        found = self.conversations.get(channel)
        if found is None or (found.kind == "private" and self.world.bot_user_id not in found.members):
            raise Refusal("channel_not_found")
        return found

    def joined(self, channel: str) -> Conversation:
        """A conversation that the bot is in. Raises Refusal."""
        found = self.visible(channel)
        if self.world.bot_user_id not in found.members:
            raise Refusal("not_in_channel")
        return found

    def of_user(self, user: str) -> Iterable[Conversation]:
        return [found for found in self.conversations.values() if user in found.members]

    def post(self, message: Message) -> None:
        self.conversations[message.channel].add(message)

    def whisper(self, message: Message) -> None:
        """Shows an ephemeral message to the person it is for."""
        own = self.conversations[message.channel].own(message.only_for)
        own[message.ts] = message
        while len(own) > _EPHEMERALS_KEPT:
            own.popitem(last=False)

    def message_json(self, message: Message, *, metadata: bool = False) -> Json:
        """A message as Slack's API gives it."""
        made: Json = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
        made["team"] = self.world.team_id
        if message.by_bot:
            made |= {"bot_id": self.world.bot_id, "app_id": self.world.app_id}
        if message.shown_as:
            made |= {"username": message.shown_as}
        if message.as_name:
            made |= {"bot_id": message.user, "username": message.as_name}
            del made["user"]
        if message.client_msg_id:
            made["client_msg_id"] = message.client_msg_id
        if message.subtype:
            made["subtype"] = message.subtype
        if message.blocks:
            made["blocks"] = message.blocks
        if message.files:
            made["files"] = [file.shared(message.user) for file in message.files]
        if message.reactions:
            made["reactions"] = [
                {"name": name, "users": [*users], "count": len(users)} for name, users in message.reactions.items()
            ]
        if message.edited:
            made["edited"] = {"user": message.user, "ts": message.edited}
        if metadata and message.metadata is not None:
            made["metadata"] = message.metadata
        return made | self._thread(message)

    def _thread(self, message: Message) -> Json:
        standing = self.conversations[message.channel]
        if message.thread_ts:
            parent = standing.messages.get(message.thread_ts)
            return {"thread_ts": message.thread_ts, **({"parent_user_id": parent.user} if parent else {})}
        replies = standing.replies(message.ts)
        if not replies:
            return {}
        users = list(dict.fromkeys(reply.user for reply in replies))
        count = {"reply_count": len(replies), "reply_users_count": len(users), "reply_users": users[:5]}
        return {"thread_ts": message.ts, **count, "latest_reply": replies[-1].ts}
