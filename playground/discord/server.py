"""The pretend Discord: its REST API and its gateway on one loopback port, and the people who sit there."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from aiohttp import web

from playground.discord import eye, posting, threads
from playground.discord.commands import Commands
from playground.discord.errors import Json
from playground.discord.gateway import Gateway
from playground.discord.interactions import Interactions
from playground.discord.person import DiscordPerson
from playground.discord.state import Channel, Message, State
from playground.discord.wire import API, Check, Wire
from playground.faults import Faults
from playground.person import Outcome, Person, SeenMessage
from playground.world import DiscordWorld, User

NO_ANSWER = "The application did not respond"


class Discord:
    """The guilds of one bot. All ids are unique; a person may be in several guilds, the bot is in those that `joined`
    names, in all if it is None. `check(method, path, body)` may hold every request against a specification; its
    ValueError is answered with 400 and kept in `spec_violations`."""

    def __init__(
        self,
        world: DiscordWorld,
        *more: DiscordWorld,
        joined: Collection[str] | None = None,
        rng: random.Random | None = None,
        check: Check | None = None,
    ) -> None:
        self._rng = rng or random.Random()
        self._state = State(world, *more, joined=joined)
        self._commands = Commands(self._state)
        self._runner: web.AppRunner | None = None
        self.interactions = Interactions(self._state)
        self.gateway = Gateway(self._state)
        self.faults = Faults(self._rng)
        self.deliver_times = (1, 1)  # how often an interaction or a message is dispatched: at least, at most
        self.shuffle_seconds = 0.0  # how late at most
        self._wire = Wire(self._state, self._commands, self.interactions, self.gateway, self.faults, check)
        self.api_url = ""
        self._state.dispatch = self._tell

    def lives_by(self, now: Callable[[], datetime]) -> None:
        """By which its calendar is to come or over; otherwise by the real clock."""
        self._state.now = now

    async def start(self, port: int = 0) -> None:
        """Listens on loopback; port 0 takes a free one."""
        app = web.Application(client_max_size=128 * 2**20)
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/gateway/", self.gateway.serve)
        self._wire.add_routes(app.router)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        bound = self._runner.addresses[0][1]
        self.api_url = f"http://127.0.0.1:{bound}{API}"
        self._state.files_url = f"http://127.0.0.1:{bound}"
        self.gateway.url = f"ws://127.0.0.1:{bound}/gateway"

    async def stop(self) -> None:
        await self.gateway.stop()
        if self._runner:
            await self._runner.cleanup()

    @property
    def gateway_url(self) -> str:
        return self.gateway.url

    @property
    def identifies(self) -> int:
        return self.gateway.identifies

    @property
    def requests(self) -> deque[tuple[str, str, object]]:
        """Method, path and body of the last ones."""
        return self._wire.requests

    @property
    def spec_violations(self) -> list[str]:
        return self._wire.spec_violations

    @property
    def refusals_429(self) -> int:
        """How often 429 was answered."""
        return self._wire.refusals_429

    @property
    def rates_enforced(self) -> bool:
        return self._wire.rates.enforced

    @rates_enforced.setter
    def rates_enforced(self, enforced: bool) -> None:
        self._wire.rates.enforced = enforced

    @property
    def shards(self) -> int:
        """How many the bot is advised to use; 1 unless a test sets it."""
        return self.gateway.shards

    @shards.setter
    def shards(self, shards: int) -> None:
        self.gateway.shards = shards

    @property
    def privileged_intents(self) -> int:
        """Those that the bot may ask for; none unless a test sets them."""
        return self._state.privileged_intents

    @privileged_intents.setter
    def privileged_intents(self, intents: int) -> None:
        self._state.privileged_intents = intents

    @property
    def dms_refused(self) -> set[str]:
        """Ids of those who take no DMs from the bot."""
        return self._state.dms_refused

    async def close_gateway(self, *, resumable: bool) -> None:
        """Sends the bot away: to reconnect and resume, or to identify anew, which loses what it missed."""
        await self.gateway.close(resumable=resumable)

    async def drop_gateway(self) -> None:
        """Cuts the connection without a word; it can be resumed."""
        await self.gateway.drop()

    def invite(self, guild_id: str) -> None:
        """Somebody who may adds the bot to a guild; if it is there already, nothing changes. Raises KeyError."""
        guild = self._state.guilds[guild_id]
        if not guild.has_bot:
            guild.has_bot = True
            self.gateway.came_into(guild)

    def remove_bot(self, guild_id: str) -> None:
        """Somebody kicks the bot from a guild. Raises KeyError."""
        guild = self._state.guilds[guild_id]
        if guild.has_bot:
            guild.has_bot = False
            self.gateway.went_out_of(guild)

    def dispatch(self, event: str, data: Json) -> None:
        """Anything at all to the bot, for tests that forge."""
        self.gateway.dispatch(event, data)

    def say_as(self, channel: str, name: str, text: str, *, webhook: bool = False) -> None:
        """Another bot, or a webhook, writes something. Raises KeyError."""
        where = self._state.channels[channel]
        author = User(id=self._state.snowflake(), name=name, handle=name)
        if not webhook:
            self._state.bots.add(author.id)
        posting.post(self._state, where, author, {"content": text}, webhook=webhook)

    def delete_webhooks(self, channel: str) -> None:
        """By somebody in the settings of a channel."""
        gone = [one.id for one in self._state.webhooks.values() if one.channel.id == channel]
        for id in gone:
            del self._state.webhooks[id]

    def allow_managing_messages(self) -> None:
        """The permission Manage Messages."""
        self._state.may_manage_messages = True

    def allow_webhooks(self, allowed: bool) -> None:
        """The permission Manage Webhooks."""
        self._state.may_manage_webhooks = allowed

    def deny(self, channel: str, permissions: int) -> None:
        """The bot, in the settings of a channel. Raises KeyError."""
        self._state.channels[channel].denied = permissions

    def open_to_all(self, channel: str) -> None:
        """Everybody in the guild sees it from now on. Raises KeyError."""
        self._state.channels[channel].private = False

    def unfold(self, channel: str, message_id: str) -> None:
        """Discord looks a link of this message up and tells: an update without a new time."""
        posting.tell(self._state, "MESSAGE_UPDATE", self._state.channels[channel].messages[message_id])

    def archive(self, thread: str, *, locked: bool = False) -> None:
        """After its time, or by a moderator who locks it."""
        threads.change(self._state, self._state.channels[thread], archived=True, locked=locked)

    def sit(self, user_id: str) -> Person:
        """Raises KeyError for somebody who is not there."""
        user = self._state.users[user_id]
        return DiscordPerson(user, self._state, self._commands, self.interactions, self.ask)

    def messages(self, channel: str) -> Sequence[SeenMessage]:
        """All that stand there, whoever may see them, oldest first."""
        return [eye.look(self._state, message) for message in self._state.channels[channel].messages.values()]

    def dm(self, user_id: str) -> str:
        """The id of the DM of this person and the bot."""
        return self._state.dm(user_id).id

    async def ask(self, user: User, channel: Channel, kind: int, data: Json, source: Message | None) -> Outcome:
        """Sends an interaction and waits for its first answer, at most 3 s. Where the bot is not, nothing is sent."""
        if not self._state.reaches(channel):
            return Outcome(acknowledged=False, notice=NO_ANSWER)
        asked = self.interactions.ask(user, channel, kind, data, source)
        self._tell("INTERACTION_CREATE", self.interactions.payload(asked))
        try:
            await asyncio.wait_for(asked.heard.wait(), self.interactions.patience)
        except TimeoutError:
            return Outcome(acknowledged=False, notice=NO_ANSWER)
        return Outcome(acknowledged=True)

    def _tell(self, event: str, data: Json) -> None:
        """Through the gateway; interactions and messages as often and as late as `deliver_times` and `shuffle_seconds`
        say. Messages come in order the first time, as they do from Discord."""
        times = self._rng.randint(*self.deliver_times) if event.startswith(("INTERACTION_", "MESSAGE_")) else 1
        for number in range(times):
            if self.shuffle_seconds and (number or event.startswith("INTERACTION_")):
                late = self._rng.uniform(0, self.shuffle_seconds)
                asyncio.get_running_loop().call_later(late, self.gateway.dispatch, event, data)
            else:
                self.gateway.dispatch(event, data)
