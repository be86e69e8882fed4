"""What is late, repeated, malformed or cut off on the way to the Discord adapter: no crash, no double, no trace."""

from __future__ import annotations

import asyncio
import logging

import pytest
from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from support.adapters import bot, discord, discord_core
from support.discord_bot import (
    ADDRESS,
    FAMILIES,
    WORLD,
    Core,
    connect,
    connected,
    private_texts,
    say,
    until,
)

from adapters import patience
from adapters.discord import wire
from adapters.discord.connection import Connection
from bot.boundary import (
    Act,
    Answer,
    Bar,
    Button,
    Event,
    Message,
    Press,
    Private,
    Quote,
    Refused,
    Text,
)
from playground.discord import Discord
from playground.faults import Kind

HANGING = 10.0  # seconds

__all__ = ["bot", "discord", "discord_core"]


async def test_a_late_answer_is_not_heard_and_harms_nothing(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    discord.interactions.patience, core.takes = 0.1, 0.2
    core.will(Private(say("Too late.")))
    assert not (await ana.command(FAMILIES, "poll")).acknowledged
    await asyncio.sleep(0.2)
    discord.interactions.patience, core.takes = 3.0, 0.0
    core.will(Private(say("In time.")))
    assert (await ana.command(FAMILIES, "poll")).acknowledged
    assert private_texts(discord, "11") == ["In time."]


async def test_an_interaction_delivered_three_times_is_answered_once(
    discord: Discord, core: Core, bot: Connection
) -> None:
    ana = discord.sit("11")
    discord.deliver_times = (3, 3)
    core.takes = 0.1
    core.will(Private(say("Once.")))
    assert (await ana.command(FAMILIES, "poll")).acknowledged
    discord.shuffle_seconds = 0.3
    core.takes = 0.0
    core.will(Private(say("Once more.")))
    assert (await ana.command(FAMILIES, "poll")).acknowledged
    await until(lambda: len(core.events) >= 3)
    await asyncio.sleep(0.3)
    assert private_texts(discord, "11") == ["Once.", "Once more."]


@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
async def test_an_answer_that_is_cut_off_is_not_sent_again(
    discord: Discord, core: Core, bot: Connection, fault: Kind
) -> None:
    callback = "POST /interactions/{interaction_id}/{interaction_token}/callback"
    discord.interactions.patience = 0.3
    discord.faults.next(callback, fault)
    core.will(Private(say("Perhaps.")))
    outcome = await discord.sit("11").command(FAMILIES, "poll")
    assert outcome.acknowledged == (fault == "drop_after")
    assert len([path for _, path, _ in discord.requests if path.startswith("/interactions/")]) == 1


async def test_malformed_payloads_do_not_end_the_connection(discord: Discord, core: Core, bot: Connection) -> None:
    for data in ({}, {"type": 3}, {"id": "1", "type": 2, "data": None}, {"id": None, "token": 5}):
        discord.dispatch("INTERACTION_CREATE", data)
        discord.dispatch("MESSAGE_CREATE", data)
    core.will(Private(say("Still here.")))
    assert (await discord.sit("11").command(FAMILIES, "poll")).acknowledged
    assert discord.identifies == 1


async def test_hostile_words_are_shown_as_words(discord: Discord, core: Core, bot: Connection) -> None:
    hostile = "@everyone <@12> ```\n# big\n-# small\n||x|| **b** [a](https://evil.example) <t:1:R>"
    message = Message((Quote(hostile), Text("😀" * 3300), Bar(hostile, "@here", 1)))
    await bot.platform.post(ADDRESS, message, 99, None)
    core.will(Private(message))
    await discord.sit("11").command(FAMILIES, "poll")
    for seen in discord.messages(FAMILIES):
        assert seen.pings == ()
        assert seen.lines[0].text == hostile
        assert {line.kind for line in seen.lines} == {"quote", "text"}
    assert discord.spec_violations == []


async def test_commands_are_registered_when_they_changed(discord: Discord, core: Core, bot: Connection) -> None:
    (registered,) = puts(discord)
    poll, somewhere = registered
    assert poll["description_localizations"] == {"es-ES": "Preguntar a todos", "es-419": "Preguntar a todos"}
    assert [option["description"] for option in poll["options"]] == ["Question? | A"]
    assert (somewhere["name"], somewhere["contexts"]) == ("somewhere", [0, 1])
    await bot.stop()

    again = connect(discord, core)
    await again.start()
    await again.stop()
    assert len(puts(discord)) == 1


def puts(discord: Discord) -> list[list[dict[str, object]]]:
    return [body for method, _, body in discord.requests if method == "PUT" and isinstance(body, list)]


@pytest.mark.parametrize("how", ["asked to resume", "cut"])
async def test_after_a_resume_nothing_was_missed(discord: Discord, core: Core, bot: Connection, how: str) -> None:
    ana = discord.sit("11")
    heard_at = bot.heard_at
    await (discord.close_gateway(resumable=True) if how == "asked to resume" else discord.drop_gateway())
    core.will(Private(say("Back again.")))
    assert (await ana.command(FAMILIES, "poll")).acknowledged
    assert private_texts(discord, "11") == ["Back again."]
    assert discord.identifies == 1
    assert bot.heard_at > heard_at


async def test_after_a_lost_session_the_bot_identifies_anew(discord: Discord, core: Core, bot: Connection) -> None:
    await discord.close_gateway(resumable=False)
    await until(lambda: discord.identifies == 2)
    core.will(Private(say("Back again.")))
    assert (await discord.sit("11").command(FAMILIES, "poll")).acknowledged


async def test_an_unknown_token_is_refused_at_once(discord: Discord, core: Core) -> None:
    with pytest.raises(Refused):
        await connect(discord, core, token="forged").start()


async def test_a_discord_that_is_away_at_first_is_waited_for(discord: Discord, core: Core) -> None:
    port = int(discord.api_url.split(":")[2].split("/")[0])
    connection = connect(discord, core)
    await discord.stop()
    starting = asyncio.create_task(connection.start())
    await asyncio.sleep(0.3)
    assert not starting.done()
    again = Discord(WORLD)
    await again.start(port)
    await asyncio.wait_for(starting, 10)
    await connection.stop()
    await again.stop()


@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
@pytest.mark.parametrize(
    "asked",
    [
        "GET /users/@me",
        "GET /applications/{application_id}/commands",
        "PUT /applications/{application_id}/commands",
        "GET /gateway/bot",
    ],
)
async def test_a_request_that_is_cut_off_while_it_begins_is_made_again(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch, asked: str, fault: Kind
) -> None:
    monkeypatch.setattr(patience, "AGAIN", 0.1)
    discord.faults.next(asked, fault)
    discord.faults.next(asked, fault)  # after the first aiohttp itself asks again
    async with connected(discord, core) as connection:
        assert len(await connection.shards()) == 1
    assert discord.faults.draw(asked) is None  # it was met
    assert puts(discord)


@pytest.mark.parametrize(
    "asked",
    [
        "GET /users/@me",
        "GET /oauth2/applications/@me",
        "GET /applications/{application_id}/commands",
        "PUT /applications/{application_id}/commands",
        "GET /gateway/bot",
    ],
)
async def test_a_request_that_hangs_while_it_begins_is_made_again(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.setattr(patience, "AGAIN", 0.1)
    monkeypatch.setattr(wire, "STEP", 0.3)
    discord.faults.next(asked, "slow", seconds=HANGING)
    async with asyncio.timeout(HANGING / 2), connected(discord, core) as connection:
        discord.faults.next("GET /gateway/bot", "slow", seconds=HANGING)
        assert len(await connection.shards()) == 1
    assert discord.faults.draw(asked) is None  # it was met
    assert puts(discord)


async def test_a_rate_for_longer_than_an_answer_may_take_is_waited_for(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "STEP", 0.3)
    for asked in ("GET /users/@me", "GET /gateway/bot"):
        discord.faults.next(asked, "429", seconds=1.0)
    async with connected(discord, core):
        asked_for = [path for _, path, _ in discord.requests]
    assert [asked_for.count(one) for one in ("/users/@me", "/gateway/bot")] == [2, 2]


async def test_a_gateway_out_of_reach_is_said(discord: Discord, core: Core) -> None:
    with pytest.raises(ConnectionError):
        await connect(discord, core, gateway_url=discord.gateway_url.replace("/gateway", "/nowhere")).start()
    discord.spec_violations.clear()


@pytest.mark.parametrize("how", ["turned away", "cut off before it stands", "cut off when it stands"])
async def test_a_line_that_is_lost_in_the_first_moment_is_made_anew(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(patience, "AGAIN", 0.1)
    prepare, lost = web.WebSocketResponse.prepare, [True]

    async def prepares(socket: web.WebSocketResponse, request: web.BaseRequest) -> AbstractStreamWriter:
        if not lost:
            return await prepare(socket, request)
        lost.clear()
        if how == "turned away":
            raise web.HTTPServiceUnavailable
        writer = await prepare(socket, request) if how == "cut off when it stands" else None
        assert request.transport
        request.transport.abort()
        return writer or await prepare(socket, request)

    monkeypatch.setattr(web.WebSocketResponse, "prepare", prepares)
    async with connected(discord, core):
        assert not lost


async def test_buttons_work_after_a_restart(discord: Discord, core: Core, bot: Connection) -> None:
    await bot.platform.post(ADDRESS, say("Which day?", Button("Tuesday", "vote", "7/1")), 99, None)
    await bot.stop()
    again = connect(discord, core)
    await again.start()
    ana = discord.sit("11")
    assert (await ana.press(ana.messages(FAMILIES)[0], "Tuesday")).acknowledged
    assert isinstance(core.last, Press)
    await again.stop()


async def test_what_is_under_way_is_answered_before_the_end(discord: Discord, core: Core, bot: Connection) -> None:
    core.takes = 0.3
    core.will(Private(say("Done.")))
    acting = asyncio.create_task(discord.sit("11").command(FAMILIES, "poll"))
    await until(lambda: core.events)
    await bot.stop()
    assert (await acting).acknowledged


class Broken(Core):
    async def handle(self, event: Event) -> Answer:
        assert isinstance(event, Act)
        raise LookupError("the text was: secret words")


async def test_no_text_is_logged(
    discord: Discord, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("aiohttp").setLevel(logging.INFO)
    discord.interactions.patience = 0.3
    connection = connect(discord, Broken())
    await connection.start()
    await discord.sit("11").say(discord.dm("11"), "secret words")
    assert not (await discord.sit("11").command(FAMILIES, "poll", "secret words")).acknowledged
    await connection.platform.post(ADDRESS, say("secret words"), 99, None)
    await connection.stop()
    written = capsys.readouterr()
    everything = caplog.text + written.out + written.err
    assert "act failed" in everything
    assert "secret words" not in everything
    assert WORLD.bot_token not in everything
