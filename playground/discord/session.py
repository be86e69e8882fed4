"""One gateway session: its intents, how far it has come, and what it can be told again."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from playground.discord import payloads
from playground.discord.errors import Json
from playground.discord.line import Line

GUILDS, GUILD_MEMBERS, PRESENCES, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = (
    1 << 0, 1 << 1, 1 << 8, 1 << 9, 1 << 12, 1 << 15,
)  # fmt: skip
GUILD_REACTIONS, DM_REACTIONS = 1 << 10, 1 << 13
PRIVILEGED = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT
BACKLOG = 5_000  # dispatches that can be replayed


class Shard(NamedTuple):
    """The part of all guilds that a session hears of."""

    id: int
    of: int

    def has(self, guild: str) -> bool:
        """Shard 0 also has what is of no guild: DMs. The rule: https://docs.discord.com/developers/events/gateway"""
        return (int(guild or 0) >> 22) % self.of == self.id


@dataclass(eq=False)
class Session:
    id: str
    intents: int
    line: Line | None
    shard: Shard
    large_threshold: int  # members; a guild with more is said to be large
    seq: int = 0
    _sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=BACKLOG))

    def dispatch(self, event: str, data: Json, bot: str) -> None:
        """Pushes what the intents let through, of messages only what the bot may read."""
        if event.startswith(("GUILD_", "CHANNEL_", "THREAD_")) and not self.intents & GUILDS:
            return
        if event.startswith("MESSAGE_REACTION_"):
            if not self.intents & (GUILD_REACTIONS if "guild_id" in data else DM_REACTIONS):
                return
        elif event.startswith("MESSAGE_"):
            if not self.intents & (GUILD_MESSAGES if "guild_id" in data else DIRECT_MESSAGES):
                return
            if not (self.intents & MESSAGE_CONTENT or may_read(data, bot)):
                data = payloads.bare(data)
        self.push(event, data)

    def push(self, event: str, data: Json) -> None:
        self.seq += 1
        text = json.dumps({"op": 0, "t": event, "s": self.seq, "d": data}, separators=(",", ":"))
        self._sent.append((self.seq, text))
        if self.line:
            self.line.send_text(text)

    def can_replay(self, since: int) -> bool:
        return since >= self.seq or self._sent[0][0] <= since + 1

    def replay(self, since: int, line: Line) -> None:
        self.line = line
        for seq, text in self._sent:
            if seq > since:
                line.send_text(text)


def may_read(message: Json, bot: str) -> bool:
    """Without MESSAGE_CONTENT: DMs, what the bot wrote itself, and what mentions it."""
    if "guild_id" not in message or "author" not in message:
        return True
    return message["author"]["id"] == bot or any(user["id"] == bot for user in message["mentions"])
