"""The bot at Discord: one gateway connection, kept up by discord.py, and what it takes to answer and to send."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from contextlib import AsyncExitStack
from functools import partial

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.cancelled import failure_of
from adapters.discord import inbound, talk
from adapters.discord.answers import Answers
from adapters.discord.commands import register
from adapters.discord.gateway import ALL, Gateway, Shard, Turns
from adapters.discord.inbound import Interaction
from adapters.discord.once import Once
from adapters.discord.outbound import Outbound
from adapters.discord.wire import in_our_terms, lead_to, logging_in, passes
from adapters.patience import briefly, patiently
from bot.boundary import (
    Counted,
    Deleted,
    Handle,
    Joined,
    Left,
    Offer,
    OutcomeUnknown,
    Platform,
    Reacted,
    Refused,
    RetryAfter,
    Said,
)

WELCOME = 60.0  # seconds that Discord has to say READY
SILENT = 90.0  # seconds without a frame after which the gateway is given up; discord.py tries by itself after 60
LOOK = 5.0  # seconds between two looks whether it is silent
GOODBYE = 5.0  # seconds that `stop` waits for answers under way

ELSEWHERE = {"10004", "50001"}  # Discord's answers about a server without the bot: unknown, no access

WasIn = Callable[[str], Awaitable[Collection[str]]]
log = structlog.get_logger()


class Connection:
    """Hears a `shard` of the gateway, or with none only speaks; `heard_at` is then None, otherwise the Unix time of the
    last frame. Makes `offers` the bot's commands, unless there are none. `api_url` and `gateway_url` may be empty: the
    real ones. discord.py keeps both for the whole process, so all connections of a process share them. `words`: whether
    it asks for what people write among themselves, which Discord may refuse; then it hears what names it. `was_in`
    tells the servers that the bot of an id was in when it last heard of them."""

    web_routes = ()  # it is us who call

    def __init__(
        self,
        *,
        token: str,
        api_url: str,
        gateway_url: str,
        handle: Handle,
        offers: Sequence[Offer] = (),
        shard: Shard | None = ALL,
        turns: Turns | None = None,
        words: bool = True,
        was_in: WasIn | None = None,
    ) -> None:
        lead_to(api_url)
        if gateway_url:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
        self._token, self._handle, self._offers = token, handle, offers
        self._shard, self._hears, self._was_in = shard or ALL, shard is not None, was_in
        hears = {
            "READY": self._on_ready,
            "INTERACTION_CREATE": self._on_interaction,
            "MESSAGE_CREATE": self._on_message,
            "MESSAGE_UPDATE": self._on_edited,
            "MESSAGE_DELETE": lambda data: self._on_deleted(talk.deleted(data)),
            "MESSAGE_REACTION_ADD": lambda data: self._on_reacted(data, on=True),
            "MESSAGE_REACTION_REMOVE": lambda data: self._on_reacted(data, on=False),
            "MESSAGE_REACTION_REMOVE_ALL": lambda data: self._on_counted(talk.all_reactions_gone(data)),
            "MESSAGE_REACTION_REMOVE_EMOJI": lambda data: self._on_counted(talk.all_reactions_gone(data)),
            "MESSAGE_DELETE_BULK": lambda data: self._on_deleted(*talk.many_deleted(data)),
            "GUILD_CREATE": lambda data: self._on_guild(data, Joined),
            "GUILD_DELETE": lambda data: self._on_guild(data, Left),
        }
        self._client = Gateway(self._shard, turns or Turns(), hears, words)
        self._once = Once(self._client.http)
        self._answers = Answers(self._client, self._once)
        self.platform: Platform = Outbound(self._client, self._once)
        self._running: asyncio.Task[None] | None = None
        self._answering: dict[str, asyncio.Task[None]] = {}
        self._stopping = False

    @property
    def heard_at(self) -> float | None:
        return self._client.heard_at if self._hears else None

    @property
    def waits_until(self) -> float | None:
        """The Unix time until which it does not introduce itself, to make the last of a day's introductions last."""
        return self._client.waits_until

    async def shards(self) -> list[Shard]:
        """Those that Discord advises, as soon as it answers."""
        count = await patiently(talk.NAME, self._count_shards)
        return [Shard(id, count) for id in range(count)]

    async def _count_shards(self) -> int:
        with in_our_terms():
            advised = await self._client.advised()
        return int(advised["shards"])

    async def start(self) -> None:
        """Returns once Discord lets it speak or, to hear, has said READY, however long that takes. Raises Refused if
        Discord does not accept the token, ConnectionError if its gateway does not let the bot in."""
        logging.getLogger("discord").setLevel(logging.INFO)  # below that it logs what people write
        async with AsyncExitStack() as undo:
            undo.push_async_callback(self.stop)
            await patiently(talk.NAME, self._introduce)
            if self._hears:
                await patiently(talk.NAME, self._listen)
            undo.pop_all()

    async def _listen(self) -> None:
        """Raises OutcomeUnknown where it may go better next time."""
        with in_our_terms():
            await self._client.rest()
        self._running = asyncio.create_task(self._client.connect())
        welcomed = asyncio.create_task(self._client.welcomed.wait())
        try:
            await asyncio.wait((self._running, welcomed), timeout=WELCOME, return_when=asyncio.FIRST_COMPLETED)
        finally:
            welcomed.cancel()
        if not self._running.done() and not welcomed.done():
            self._running.cancel()
            await asyncio.wait((self._running,))
            if self._client.ws:
                await self._client.ws.close()
            raise OutcomeUnknown
        if self._running.done():
            error = failure_of(self._running)
            if isinstance(error, discord.PrivilegedIntentsRequired) and self._client.hears_words:
                log.warning("Discord does not give the bot what people write: only what names it is heard")
                self._client.does_without_words()
                return await self._listen()
            if isinstance(error, AttributeError) and passes(error.__context__):
                raise OutcomeUnknown from None
            raise ConnectionError("Discord's gateway did not let the bot in") from error

    async def stay(self) -> None:
        """Ends only by raising ConnectionError: nothing is heard any more, and discord.py will not change that."""
        assert self._running
        while not self._running.done() and self._client.silent_for < SILENT:
            await asyncio.wait((self._running,), timeout=LOOK)
        raise ConnectionError("Discord's gateway is lost")

    async def _introduce(self) -> None:
        async with logging_in(self._client):
            await self._client.login(self._token)
            if self._offers:
                await register(self._client, self._offers)

    async def stop(self) -> None:
        """Takes nothing new, gives the answers under way a moment, and closes the connection."""
        self._stopping = True
        if self._answering:
            await asyncio.wait(self._answering.values(), timeout=GOODBYE)
        await self._answers.close()
        await self._once.close()
        await self._client.close()
        if self._running:
            self._running.cancel()  # it may be waiting to reconnect
            await asyncio.wait((self._running,))

    def _on_interaction(self, payload: object) -> None:
        if found := inbound.interaction(payload):
            self._begin(found.event.id, self._respond(found))

    def _on_message(self, payload: object) -> None:
        me = self._client.user
        if me and (said := talk.said(payload, str(me.id))):
            self._begin(said.id, self._reply(said))

    def _on_edited(self, payload: object) -> None:
        me = self._client.user
        if me and (edited := talk.edited(payload, str(me.id))):
            self._begin(edited.id, self._reply(edited))

    def _on_deleted(self, *gone: Deleted | None) -> None:
        for deleted in gone:
            if deleted:
                self._begin(deleted.id, self._note(deleted))

    def _on_reacted(self, payload: object, *, on: bool) -> None:
        me = self._client.user
        if me and (reacted := talk.reacted(payload, str(me.id), on=on)):
            self._begin(reacted.id, self._note(reacted))

    def _on_counted(self, counted: Counted | None) -> None:
        if counted:
            self._begin(f"{counted.id} {time.monotonic_ns()}", self._note(counted))

    def _on_guild(self, payload: object, happened: type[Joined | Left]) -> None:
        if found := inbound.guild(payload):
            hears, me = self._client.hears_words, self._client.user
            joined = Joined(platform=talk.NAME, workspace=found, hears=hears, bot=str(me.id) if me else "")
            event = joined if happened is Joined else Left(platform=talk.NAME, workspace=found)
            self._begin(f"{happened.__name__} {event.id} {time.monotonic_ns()}", self._note(event))  # each time counts

    def _on_ready(self, payload: object) -> None:
        me, listed = self._client.user, inbound.guilds(payload)
        if me and listed is not None and self._was_in:
            self._begin(f"READY {time.monotonic_ns()}", self._let_go(self._was_in, str(me.id), listed))

    async def _let_go(self, was_in: WasIn, me: str, listed: Collection[str]) -> None:
        """Of servers that the bot was taken out of while nobody heard it."""
        for server in await was_in(me):
            if self._shard.has(server) and server not in listed and await self._is_out_of(server):
                await self._note(Left(platform=talk.NAME, workspace=server))

    async def _is_out_of(self, server: str) -> bool:
        """As Discord says when it is asked; False where it does not say."""
        try:
            await briefly(partial(self._look_at, server))
        except Refused as error:
            return error.reason in ELSEWHERE
        except (RetryAfter, OutcomeUnknown):
            log.warning("not known whether the bot is still there", server=server)
        return False

    async def _look_at(self, server: str) -> None:
        with in_our_terms():
            await self._client.http.request(Route("GET", "/guilds/{guild_id}", guild_id=server))

    async def _note(self, event: Deleted | Counted | Reacted | Joined | Left) -> None:
        await self._handle(event)

    async def _respond(self, interaction: Interaction) -> None:
        await self._answers.give(interaction, await self._handle(interaction.event))

    async def _reply(self, said: Said) -> None:
        await self._answers.tell(said, await self._handle(said))

    def _begin(self, id: str, answering: Coroutine[None, None, None]) -> None:
        # The second delivery of what is being answered would be acknowledged at once, and so take the answer's place.
        if self._stopping or id in self._answering:
            answering.close()
            return
        task = asyncio.create_task(answering)
        self._answering[id] = task
        task.add_done_callback(lambda done: self._on_answered(id, done))

    def _on_answered(self, id: str, done: asyncio.Task[None]) -> None:
        del self._answering[id]
        if error := failure_of(done):
            # Where it failed, but not the error's own text, which may quote somebody's.
            at = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
            log.error("act failed", act=id, error=type(error).__name__, at=at)
