"""discord.py's part: the gateway and the HTTP client of one connection, and what the bot asks to be told there."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import discord
import structlog
from discord.http import Route
from pydantic import BaseModel, Field

from adapters.discord.wire import FAILED, in_time
from adapters.payloads import OrDefault

INTENTS = discord.Intents(  # with its words, unless Discord or the settings keep these from the bot
    guilds=True,  # the base that Discord's servers and discord.py expect of every bot; nothing of it is kept
    guild_messages=True,  # what is said in a committee's thread, and where somebody names the bot
    guild_reactions=True,  # which emoji people put to messages: joined channels show how many
    message_content=True,  # with its text: privileged, see the README. Commands, buttons and forms come without it
    dm_messages=True,  # what is written to the bot alone
)
LONGEST_WAIT = 30.0  # seconds that a request waits for a rate before it says so; the least that discord.py takes
IDENTIFY_GAP = 5.0  # seconds between two times that a bot introduces itself
SPARE = 500  # of the thousand introductions of a day, after which Discord takes the bot's token away, are spaced
LOOK = 900.0  # seconds between two looks how many are left
log = structlog.get_logger()
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody speaks here


@dataclass(frozen=True)
class Shard:
    """One of `count` parts of what Discord has to tell."""

    id: int
    count: int

    def has(self, server: str) -> bool:
        """By Discord's rule."""
        return (int(server) >> 22) % self.count == self.id


ALL = Shard(0, 1)


class Starts(BaseModel):
    """How often the bot may still introduce itself, and the milliseconds until that is counted anew."""

    remaining: Annotated[int, OrDefault] = SPARE + 1
    reset_after: Annotated[int, OrDefault] = 0


class Advice(BaseModel):
    """Of what Discord tells a bot before it connects."""

    session_start_limit: Annotated[Starts, OrDefault] = Field(default=Starts())

    @property
    def rest(self) -> float:
        """Seconds until the bot had better introduce itself: in the last half of a day's times, so many that these
        last."""
        starts = self.session_start_limit
        return starts.reset_after / 1000 / max(1, starts.remaining) if starts.remaining <= SPARE else 0.0


class Turns:
    """Lets the connections of one bot introduce themselves one after another, as Discord asks."""

    def __init__(self) -> None:
        self._one_at_a_time = asyncio.Lock()
        self._last = -math.inf

    async def wait(self) -> None:
        async with self._one_at_a_time:
            await asyncio.sleep(max(0.0, self._last + IDENTIFY_GAP - time.monotonic()))
            self._last = time.monotonic()


class Gateway(discord.Client):
    """discord.py for its gateway and its HTTP only: payloads come through as they are, and nothing is kept of them."""

    def __init__(self, shard: Shard, turns: Turns, hears: Mapping[str, Callable[[object], None]], words: bool) -> None:
        """`hears`: what is called with the data of an event, by the event's name, READY among them. `words`: of
        messages, those that people write are asked for."""
        super().__init__(
            shard_id=shard.id,
            shard_count=shard.count,
            intents=INTENTS if words else _without_words(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            enable_debug_events=True,  # for on_socket_raw_receive
            max_ratelimit_timeout=LONGEST_WAIT,
        )
        self.heard_at = 0.0  # while it is not welcome, the answers to its heartbeats do not count
        self.waits_until: float | None = None  # a Unix time; while the last half of a day's introductions are left
        self._rested_at = 0.0
        self._turns = turns
        self.welcomed = asyncio.Event()
        # discord.py's own parsers build caches, and end the connection on a payload that lacks a key.
        self._greeted = hears["READY"]
        self._connection.parsers = {**hears, "READY": self._on_ready, "RESUMED": lambda _: self._on_welcome()}

    @property
    def hears_words(self) -> bool:
        return self.intents.message_content

    def does_without_words(self) -> None:
        """From the next connection on."""
        self._connection._intents = _without_words()

    async def advised(self) -> Any:
        """What Discord tells a bot before it connects. Raises what a call may raise."""
        return await self.http.request(Route("GET", "/gateway/bot"), timeout=in_time())

    async def rest(self) -> None:
        """Until it may introduce itself. Raises what a call may raise."""
        try:
            while rest := Advice.model_validate(await self.advised()).rest:
                self.waits_until = self.waits_until or time.time() + rest * (self.shard_count or 1)  # each as long
                if (left := self.waits_until - time.time()) <= 0:
                    break
                log.error("half of the day's introductions are used: not hearing until the next", seconds=round(left))
                await asyncio.sleep(min(left, LOOK))
        finally:
            self._rested_at = time.time() if self.waits_until else self._rested_at
            self.waits_until = None

    @property
    def silent_for(self) -> float:
        """Seconds for which it has heard nothing though it could have."""
        return 0.0 if self.waits_until else time.time() - max(self.heard_at, self._rested_at)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Waits only where another came before; discord.py would always wait."""
        if not initial:
            with contextlib.suppress(*FAILED, ValueError):  # where Discord does not say
                await self.rest()
        await self._turns.wait()

    def _on_ready(self, payload: object) -> None:
        self._on_welcome()
        self._greeted(payload)

    def _on_welcome(self) -> None:
        self.welcomed.set()
        self.heard_at = time.time()

    async def on_disconnect(self) -> None:
        self.welcomed.clear()

    async def on_socket_raw_receive(self, _: str) -> None:
        if self.welcomed.is_set():
            self.heard_at = time.time()


def _without_words() -> discord.Intents:
    intents = discord.Intents(**dict(INTENTS))
    intents.message_content = False
    return intents
