"""Tokens, rates, interactions and the gateway of the pretend Discord, without a library in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest
from support.pretend_discord_bot import ANA, BOT, DANA, FAMILIES, GUILD, WORLD
from support.pretend_discord_wire import COMMANDS, MESSAGES, Json, Wire, button, card, identify, row, text, wired

from playground.discord.state import SEND, START_THREADS, VIEW


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with wired() as connection:
        yield connection


@pytest.fixture
async def socket(wire: Wire) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A gateway connection that has identified."""
    async with wire.session.ws_connect(wire.discord.gateway_url) as connection:
        assert (await connection.receive_json())["op"] == 10
        await connection.send_json(identify())
        assert (await connection.receive_json())["t"] == "READY"
        assert (await connection.receive_json())["t"] == "GUILD_CREATE"
        yield connection


async def test_tokens_and_unknown_paths(wire: Wire) -> None:
    wire.token = "Bot other"
    assert await wire("GET", "/users/@me") == (401, {"message": "401: Unauthorized", "code": 0})
    assert (await wire("GET", "/nope"))[0] == 404
    assert wire.discord.spec_violations == ["GET /nope: unknown here"]


async def test_what_the_bot_is_denied_in_a_channel(wire: Wire) -> None:
    _, message = await wire("POST", MESSAGES, {"content": "x"})
    thread = f"{MESSAGES}/{message['id']}/threads", {"name": "x"}
    wire.discord.deny(FAMILIES, START_THREADS)
    _, (families, *_) = await wire("GET", f"/guilds/{GUILD}/channels")
    own = next(one for one in families["permission_overwrites"] if one["id"] == BOT)
    assert (own["type"], own["deny"]) == (1, str(START_THREADS))
    assert (await wire("POST", *thread))[1]["code"] == 50013
    assert (await wire("POST", MESSAGES, {"content": "x"}))[0] == 200
    wire.discord.deny(FAMILIES, SEND)
    assert (await wire("POST", MESSAGES, {"content": "x"}))[1]["code"] == 50013
    wire.discord.deny(FAMILIES, VIEW)
    assert (await wire("GET", MESSAGES))[1]["code"] == 50001
    wire.discord.deny(FAMILIES, 0)
    assert (await wire("POST", *thread))[0] == 201


async def test_an_application_says_what_it_may_ask_for(wire: Wire) -> None:
    for intents, flags in ((1 << 15, 1 << 19), (1 << 1 | 1 << 8, 1 << 15 | 1 << 13), (0, 0)):
        wire.discord.privileged_intents = intents
        assert (await wire("GET", "/applications/@me"))[1]["flags"] == flags


async def test_a_body_that_is_no_json(wire: Wire) -> None:
    headers = {"Authorization": wire.token, "Content-Type": "application/json"}
    async with wire.session.post(wire.discord.api_url + MESSAGES, data="{", headers=headers) as answer:
        assert (answer.status, (await answer.json())["code"]) == (400, 50109)


async def test_multipart(wire: Wire) -> None:
    form = aiohttp.FormData(default_to_multipart=True)
    form.add_field("payload_json", '{"content": "Hello"}')
    headers = {"Authorization": wire.token}
    async with wire.session.post(wire.discord.api_url + MESSAGES, data=form, headers=headers) as answer:
        assert answer.status == 200


async def test_429_by_bucket_and_globally(wire: Wire) -> None:
    wire.discord.rates_enforced = True
    for _ in range(5):
        assert (await wire("POST", MESSAGES, {"content": "x"}))[0] == 200
    status, refusal = await wire("POST", MESSAGES, {"content": "x"})
    assert (status, refusal["global"]) == (429, False)
    assert 4 < refusal["retry_after"] <= 5.001
    answers = await asyncio.gather(*(wire("GET", "/users/@me") for _ in range(60)))
    assert any(status == 429 and refusal["global"] for status, refusal in answers)
    assert wire.discord.refusals_429 > 1


async def test_how_a_command_arrives(wire: Wire, socket: aiohttp.ClientWebSocketResponse) -> None:
    words = {"name": "words", "description": "x", "type": 3, "required": True}
    nested = {"name": "poll", "description": "x", "type": 1, "options": [words]}
    await wire("PUT", COMMANDS, [{"name": "somewhere", "description": "x", "options": [nested]}])
    ana = wire.discord.sit(ANA)
    asking = asyncio.create_task(ana.command(FAMILIES, "somewhere", "poll Which day? | A | B"))
    asked = (await socket.receive_json())["d"]
    inside = {"name": "words", "type": 3, "value": "Which day? | A | B"}
    assert asked["data"]["options"] == [{"name": "poll", "type": 1, "options": [inside]}]
    assert (asked["guild_id"], asked["channel"]["id"], asked["context"]) == (GUILD, FAMILIES, 0)
    assert (asked["member"]["user"]["id"], asked["locale"]) == (ANA, "es-419")
    callback = f"/interactions/{asked['id']}/{asked['token']}/callback"
    wire.token = ""
    assert (await wire("POST", callback, {"type": 4, "data": {"content": "Hi", "flags": 64}}))[0] == 204
    assert (await asking).acknowledged
    assert (await wire("POST", callback, {"type": 4, "data": {"content": "Hi"}}))[1]["code"] == 40060
    with pytest.raises(ValueError, match="client"):
        await ana.command(FAMILIES, "somewhere", "poll")


async def test_answers_that_are_refused(wire: Wire, socket: aiohttp.ClientWebSocketResponse) -> None:
    await wire("POST", MESSAGES, card(row(button())))
    (message,) = wire.discord.messages(FAMILIES)
    pressing = asyncio.create_task(wire.discord.sit(ANA).press(message, "Yes"))
    await socket.receive_json()
    asked = (await socket.receive_json())["d"]
    assert asked["message"]["id"] == message.id
    assert asked["data"] == {"component_type": 2, "custom_id": "yes0", "id": 2}
    callback = f"/interactions/{asked['id']}/{asked['token']}/callback"
    follow_up = f"/webhooks/{BOT}/{asked['token']}"
    assert (await wire("POST", follow_up, {"content": "Hi"}))[1]["code"] == 10015
    for kind in (1, 8):
        assert await wire.errors(callback, {"type": kind}) == ["type BASE_TYPE_CHOICES"]
    question = {"type": 4, "custom_id": "q", "style": 1}
    label = {"type": 18, "label": "Q", "component": question}
    modal = {"custom_id": "m", "title": "T", "components": [label]}
    for change, wrong in (
        ({"title": "x" * 46}, "data.title BASE_TYPE_BAD_LENGTH"),
        ({"components": [text()] * 6}, "data.components BASE_TYPE_BAD_LENGTH"),
        ({"components": [label | {"label": "x" * 46}]}, "data.components.0.label BASE_TYPE_BAD_LENGTH"),
        ({"components": [label | {"description": "x" * 101}]}, "data.components.0.description BASE_TYPE_BAD_LENGTH"),
        ({"components": [label, label]}, "components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"),
        (
            {"components": [label | {"component": question | {"max_length": 2, "value": "abc"}}]},
            "components.0.component.value BASE_TYPE_MAX_LENGTH",
        ),
        ({"components": [row(question)]}, "components.0.components.0.label BASE_TYPE_REQUIRED"),
    ):
        assert wrong in await wire.errors(callback, {"type": 9, "data": modal | change})
    assert (await wire("POST", callback, {"type": 9, "data": modal}))[0] == 204
    assert (await pressing).acknowledged
    sending = asyncio.create_task(wire.discord.sit(ANA).submit({"q": "why"}))
    sent = (await socket.receive_json())["d"]
    assert (sent["type"], sent["message"]["id"]) == (5, message.id)
    answer = {"type": 4, "id": 2, "custom_id": "q", "value": "why"}
    assert sent["data"]["components"] == [{"type": 18, "id": 1, "component": answer}]
    callback = f"/interactions/{sent['id']}/{sent['token']}/callback"
    assert await wire.errors(callback, {"type": 9, "data": modal}) == ["type BASE_TYPE_CHOICES"]
    assert (await wire("POST", callback, {"type": 6}))[0] == 204
    assert (await sending).acknowledged
    follow_up = f"/webhooks/{BOT}/{sent['token']}"
    assert (await wire("PATCH", f"{follow_up}/messages/@original", {"components": [text("Done")]}))[0] == 200
    assert wire.discord.messages(FAMILIES)[0].text == "Done"
    wire.discord.interactions.clock = lambda: time.monotonic() + 901
    assert (await wire("POST", follow_up, {"content": "Late"}))[1]["code"] == 50027


async def test_too_late(wire: Wire, socket: aiohttp.ClientWebSocketResponse) -> None:
    wire.discord.interactions.patience = 0.05
    await wire("PUT", COMMANDS, [{"name": "ask", "description": "x"}])
    assert not (await wire.discord.sit(DANA).command(FAMILIES, "ask")).acknowledged
    asked = (await socket.receive_json())["d"]
    refused = await wire("POST", f"/interactions/{asked['id']}/{asked['token']}/callback", {"type": 5})
    assert refused == (404, {"message": "Unknown interaction", "code": 10062})


async def test_interactions_twice_and_late(wire: Wire, socket: aiohttp.ClientWebSocketResponse) -> None:
    wire.discord.deliver_times, wire.discord.shuffle_seconds = (2, 2), 0.2
    wire.discord.interactions.patience = 0.3
    await wire("PUT", COMMANDS, [{"name": "ask", "description": "x"}])
    ana = wire.discord.sit(ANA)
    asking = [asyncio.create_task(ana.command(FAMILIES, "ask")) for _ in range(10)]
    ids = [(await socket.receive_json())["d"]["id"] for _ in range(20)]
    assert len(set(ids)) == 10
    assert ids != sorted(ids)
    assert not any(outcome.acknowledged for outcome in await asyncio.gather(*asking))


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ({"op": 5, "d": {}}, 4003),
        ("no json", 4002),
        (identify(token="other"), 4004),
        (identify(intents=1 << 1), 4014),
        (identify(intents=1 << 30), 4013),
    ],
)
async def test_gateway_hangs_up(wire: Wire, frame: Json | str, code: int) -> None:
    async with wire.session.ws_connect(wire.discord.gateway_url) as connection:
        await connection.receive_json()
        await (connection.send_str(frame) if isinstance(frame, str) else connection.send_json(frame))
        assert (await connection.receive()).data == code


async def test_gateway_heartbeat_and_unknown_session(wire: Wire) -> None:
    async with wire.session.ws_connect(wire.discord.gateway_url) as connection:
        await connection.receive_json()
        await connection.send_json({"op": 1, "d": None})
        assert (await connection.receive_json())["op"] == 11
        await connection.send_json({"op": 6, "d": {"token": WORLD.bot_token, "session_id": "x", "seq": 1}})
        assert await connection.receive_json() == {"op": 9, "d": False}
