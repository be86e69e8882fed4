"""The pretend Discord with several guilds: the bot comes and goes, and hears of them over one connection or more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import discord as library
import pytest
import yarl
from support.discord_spec import check
from support.pretend_discord_bot import ANA, BOT, DANA, FAMILIES, GUILD, INTENTS, WORLD, Bot, connected
from support.pretend_discord_wire import Json, Wire, button, card, identify, row

from playground.discord import Discord
from playground.world import Channel, DiscordWorld, User

EVE, LAKE, LAKE_FAMILIES, HILL, HILL_FAMILIES = "13", str(1 << 22), "400", str(2 << 22), "500"
EVERYBODY = (*WORLD.users, User(id=EVE, name="Eve Moss", handle="eve"))


def guild(guild_id: str, channel: str, *users: str) -> DiscordWorld:
    people = tuple(user for user in EVERYBODY if user.id in users)
    channels = (Channel(id=channel, name="families", members=(*users, BOT)),)
    return WORLD.model_copy(update={"guild_id": guild_id, "guild_name": "G", "users": people, "channels": channels})


LAKESIDE, HILLTOP = guild(LAKE, LAKE_FAMILIES, ANA, EVE), guild(HILL, HILL_FAMILIES, DANA, EVE)


@asynccontextmanager
async def three(*joined: str) -> AsyncIterator[Wire]:
    """Cedar Valley, shard 0 of two, Lakeside, shard 1, and Hilltop, shard 0; the bot is in those that are named."""
    discord = Discord(WORLD, LAKESIDE, HILLTOP, joined=joined, check=check)
    discord.rates_enforced = False
    await discord.start()
    async with aiohttp.ClientSession() as session:
        yield Wire(discord, session)
    await discord.stop()
    assert discord.spec_violations == []


class Guests(Bot):
    """Also says which guilds it came into and went out of."""

    def __init__(self) -> None:
        super().__init__()
        self.met: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def on_guild_join(self, guild: library.Guild) -> None:
        self.met.put_nowait(("in", str(guild.id)))

    async def on_guild_remove(self, guild: library.Guild) -> None:
        self.met.put_nowait(("out", str(guild.id)))


async def test_the_bot_is_invited_and_kicked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.pretend_discord_bot.Bot", Guests)
    async with three(GUILD) as wire, connected(wire.discord, monkeypatch) as bot:
        assert isinstance(bot, Guests)
        assert [str(guild.id) for guild in bot.guilds] == [GUILD]
        eve = wire.discord.sit(EVE)
        with pytest.raises(ValueError, match="no such command"):
            await eve.command(LAKE_FAMILIES, "ask")
        wire.discord.invite(LAKE)
        wire.discord.invite(LAKE)
        assert await asyncio.wait_for(bot.met.get(), 5) == ("in", LAKE)
        assert [str(guild.id) for guild in bot.guilds] == [GUILD, LAKE]
        assert (await eve.command(LAKE_FAMILIES, "ask")).acknowledged
        wire.discord.remove_bot(LAKE)
        assert await asyncio.wait_for(bot.met.get(), 5) == ("out", LAKE)
        wire.discord.invite(LAKE)
        assert await asyncio.wait_for(bot.met.get(), 5) == ("in", LAKE)
        assert bot.met.empty()


async def test_what_is_missed_of_coming_and_going_is_replayed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.pretend_discord_bot.Bot", Guests)
    async with three(GUILD, HILL) as wire, connected(wire.discord, monkeypatch) as bot:
        assert isinstance(bot, Guests)
        await wire.discord.drop_gateway()
        wire.discord.invite(LAKE)
        wire.discord.remove_bot(HILL)
        assert await asyncio.wait_for(bot.met.get(), 5) == ("in", LAKE)
        assert await asyncio.wait_for(bot.met.get(), 5) == ("out", HILL)


async def test_requests_to_a_guild_without_the_bot() -> None:
    async with three(GUILD, LAKE) as wire:
        path = f"/channels/{LAKE_FAMILIES}/messages"
        _, posted = await wire("POST", path, card(row(button())))
        assert [one["id"] for one in (await wire("GET", "/users/@me/guilds"))[1]] == [GUILD, LAKE]
        assert [one["id"] for one in (await wire("GET", f"/guilds/{LAKE}/channels"))[1]] == [LAKE_FAMILIES]
        assert (await wire("GET", f"/guilds/{LAKE}/members/{EVE}"))[0] == 200
        assert (await wire("GET", f"/guilds/{LAKE}/members/{DANA}"))[1]["code"] == 10007
        wire.discord.remove_bot(LAKE)
        refusals = [
            await wire("POST", path, {"content": "Hello"}),
            await wire("PATCH", f"{path}/{posted['id']}", {"content": "Hello"}),
            await wire("GET", path),
            await wire("GET", f"/channels/{LAKE_FAMILIES}"),
            await wire("GET", f"/guilds/{LAKE}/channels"),
            await wire("GET", f"/guilds/{LAKE}/members/{EVE}"),
            await wire("GET", f"/applications/{BOT}/guilds/{LAKE}/commands"),
        ]
        assert {(status, refusal["code"]) for status, refusal in refusals} == {(403, 50001)}
        assert (await wire("GET", f"/guilds/{LAKE}"))[1]["code"] == 10004
        assert [one["id"] for one in (await wire("GET", "/users/@me/guilds"))[1]] == [GUILD]
        (seen,) = wire.discord.sit(EVE).messages(LAKE_FAMILIES)
        assert not (await wire.discord.sit(EVE).press(seen, "Yes")).acknowledged


async def test_dms_need_a_guild_in_common() -> None:
    async with three(GUILD, LAKE) as wire:
        _, dm = await wire("POST", "/users/@me/channels", {"recipient_id": EVE})
        path = f"/channels/{dm['id']}/messages"
        assert (await wire("POST", path, {"content": "Hello"}))[0] == 200
        wire.discord.remove_bot(LAKE)
        status, refusal = await wire("POST", path, {"content": "Hello again"})
        assert (status, refusal["code"]) == (403, 50278)
        with pytest.raises(PermissionError):
            await wire.discord.sit(EVE).say(dm["id"], "Hello?")
        wire.discord.invite(HILL)
        assert (await wire("POST", path, {"content": "Hello again"}))[0] == 200


async def test_an_answer_to_a_guild_that_was_left_is_refused() -> None:
    async with three(GUILD, LAKE) as wire, listening(wire) as heard:
        await wire("PUT", f"/applications/{BOT}/commands", [{"name": "ask", "description": "x"}])
        asking = asyncio.create_task(wire.discord.sit(EVE).command(LAKE_FAMILIES, "ask"))
        asked = (await heard("INTERACTION_CREATE"))["d"]
        assert (asked["guild_id"], asked["authorizing_integration_owners"]) == (LAKE, {"0": LAKE})
        assert (await wire("POST", f"/interactions/{asked['id']}/{asked['token']}/callback", {"type": 5}))[0] == 204
        assert (await asking).acknowledged
        wire.discord.remove_bot(LAKE)
        assert (await heard("GUILD_DELETE"))["d"] == {"id": LAKE}
        refused = await wire("POST", f"/webhooks/{BOT}/{asked['token']}", {"content": "Late"})
        assert (refused[0], refused[1]["code"]) == (404, 10015)


def test_worlds_that_do_not_fit_together() -> None:
    with pytest.raises(ValueError, match="same bot"):
        Discord(WORLD, LAKESIDE.model_copy(update={"bot_token": "other"}))
    with pytest.raises(ValueError, match="two things"):
        Discord(WORLD, guild(LAKE, FAMILIES, EVE))
    renamed = (User(id=ANA, name="Somebody else", handle="else"),)
    with pytest.raises(ValueError, match="two things"):
        Discord(WORLD, LAKESIDE.model_copy(update={"users": renamed}))


async def test_a_name_is_looked_up_where_it_is_said() -> None:
    namesake = (User(id="14", name="Dana Lee", handle="dana2"),)
    world = LAKESIDE.model_copy(
        update={"users": namesake, "channels": (Channel(id=LAKE_FAMILIES, name="families", members=("14", BOT)),)}
    )
    discord = Discord(WORLD, world)
    await discord.sit("14").say(LAKE_FAMILIES, "@Dana Lee is me")
    (said,) = discord.messages(LAKE_FAMILIES)
    assert said.pings == ("14",)


class Heard:
    """The frames of one gateway connection."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.session_id = ""
        self.seq = 0

    async def next(self) -> Json:
        frame: Json = await self._socket.receive_json(timeout=5)
        self.seq = frame["s"] or self.seq
        return frame

    async def __call__(self, event: str) -> Json:
        """The next frame, which is of this kind."""
        frame = await self.next()
        assert frame["t"] == event, frame
        return frame


@asynccontextmanager
async def listening(wire: Wire, shard: list[int] | None = None) -> AsyncIterator[Heard]:
    """A connection that has identified and heard of its guilds."""
    async with wire.session.ws_connect(wire.discord.gateway_url) as socket:
        await socket.receive_json()
        frame = identify()
        await socket.send_json(frame | {"d": frame["d"] | ({"shard": shard} if shard else {})})
        heard = Heard(socket)
        ready = (await heard("READY"))["d"]
        assert ready.get("shard") == shard
        heard.session_id = ready["session_id"]
        for named in ready["guilds"]:
            assert named["unavailable"]
            there = (await heard("GUILD_CREATE"))["d"]
            assert (there["id"], there["unavailable"]) == (named["id"], False)
        yield heard


async def test_each_shard_hears_of_its_guilds() -> None:
    async with (
        three(GUILD, LAKE) as wire,
        listening(wire, [0, 2]) as zero,
        listening(wire, [1, 2]) as one,
        listening(wire) as all_of_it,
    ):
        assert wire.discord.gateway.shards_connected == [(0, 2), (1, 2), (0, 1)]
        ana = wire.discord.sit(ANA)
        dm = wire.discord.dm(ANA)
        for where in (FAMILIES, LAKE_FAMILIES, dm):
            await ana.say(where, "Hello")
        wire.discord.invite(HILL)
        wire.discord.remove_bot(LAKE)
        assert [(await zero.next())["d"].get("channel_id") for _ in range(3)] == [FAMILIES, dm, None]
        assert [(await one.next())["t"] for _ in range(2)] == ["MESSAGE_CREATE", "GUILD_DELETE"]
        names = [(await all_of_it.next())["t"] for _ in range(5)]
        assert names == [*["MESSAGE_CREATE"] * 3, "GUILD_CREATE", "GUILD_DELETE"]


async def test_a_shard_that_comes_back_has_missed_nothing_of_its_own() -> None:
    async with three(GUILD, LAKE) as wire:
        async with listening(wire, [0, 2]), listening(wire, [1, 2]) as one:
            await wire.discord.drop_gateway()
            assert wire.discord.gateway.shards_connected == []
        for where in (FAMILIES, LAKE_FAMILIES):
            await wire.discord.sit(ANA).say(where, "missed?")
        async with wire.session.ws_connect(wire.discord.gateway_url) as socket:
            await socket.receive_json()
            again = {"token": WORLD.bot_token, "session_id": one.session_id, "seq": one.seq}
            await socket.send_json({"op": 6, "d": again})
            back = Heard(socket)
            assert (await back("MESSAGE_CREATE"))["d"]["channel_id"] == LAKE_FAMILIES
            await back("RESUMED")


@pytest.mark.parametrize("shard", [[2, 2], [-1, 2], [0, 0], [0], "0", ["0", "1"]])
async def test_a_shard_that_cannot_be(shard: object) -> None:
    async with three(GUILD) as wire, wire.session.ws_connect(wire.discord.gateway_url) as socket:
        await socket.receive_json()
        await socket.send_json({"op": 2, "d": identify()["d"] | {"shard": shard}})
        assert (await socket.receive()).data == 4010


async def test_a_shard_with_too_many_guilds() -> None:
    async with three(GUILD, LAKE) as wire, wire.session.ws_connect(wire.discord.gateway_url) as socket:
        wire.discord.gateway.most_guilds = 1
        await socket.receive_json()
        await socket.send_json(identify())
        assert (await socket.receive()).data == 4011
        async with listening(wire, [0, 2]):
            assert wire.discord.identifies == 1


class Many(library.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(intents=INTENTS, guild_ready_timeout=0.05)
        self.heard: asyncio.Queue[tuple[int | None, str]] = asyncio.Queue()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Does not wait 5 s."""

    async def on_message(self, message: library.Message) -> None:
        shard = message.guild.shard_id if message.guild else None
        self.heard.put_nowait((shard, str(message.channel.id)))


async def test_discord_py_takes_as_many_shards_as_are_advised(monkeypatch: pytest.MonkeyPatch) -> None:
    async with three(GUILD, LAKE) as wire:
        wire.discord.shards = 2
        monkeypatch.setattr("discord.http.Route.BASE", wire.discord.api_url)
        monkeypatch.setattr("discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY", yarl.URL(wire.discord.gateway_url))
        many = Many()
        running = asyncio.create_task(many.start(WORLD.bot_token))
        async with asyncio.timeout(10):
            while not many.is_ready():
                await asyncio.sleep(0.01)
        assert sorted((guild.shard_id, str(guild.id)) for guild in many.guilds) == [(0, GUILD), (1, LAKE)]
        for where in (FAMILIES, LAKE_FAMILIES):
            await wire.discord.sit(ANA).say(where, "Hello")
        heard = [await asyncio.wait_for(many.heard.get(), 5) for _ in range(2)]
        assert sorted(heard) == [(0, FAMILIES), (1, LAKE_FAMILIES)]
        await many.close()
        await running
