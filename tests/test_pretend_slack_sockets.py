"""Socket Mode of the pretend Slack, frame by frame."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from support.pretend_slack import ANA, BEN, GENERAL, pretend_slack


@asynccontextmanager
async def socket(client: AsyncWebClient) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    url = (await client.apps_connections_open(app_token="xapp-right"))["url"]
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as opened:
        yield opened


async def test_envelopes() -> None:
    async with pretend_slack() as (slack, client), socket(client) as bot:
        hello = await bot.receive_json()
        assert (hello["type"], hello["num_connections"]) == ("hello", 1)
        assert hello["connection_info"] == {"app_id": "A0APP"}

        ana = slack.sit(ANA)
        asking = asyncio.create_task(ana.command(GENERAL, "poll", "now"))
        command = await bot.receive_json()
        assert (command["type"], command["accepts_response_payload"]) == ("slash_commands", True)
        assert command["payload"]["channel_name"] == "general"
        await bot.send_str("not json")
        await bot.send_json(["not an object"])
        await bot.send_json({"envelope_id": "of nobody"})
        assert not asking.done()
        await bot.send_json({"envelope_id": command["envelope_id"], "payload": {"text": "Here"}})
        assert (await asking).acknowledged
        assert ana.messages(GENERAL)[-1].text == "Here"

        saying = asyncio.create_task(ana.say(ana.channels()[-1][0], "hello"))
        event = await bot.receive_json()
        assert (event["type"], event["accepts_response_payload"]) == ("events_api", False)
        assert (event["retry_attempt"], event["retry_reason"]) == (0, "")
        assert event["payload"]["event"]["channel_type"] == "im"
        assert event["payload"]["authorizations"][0]["is_bot"] is True
        await bot.send_json({"envelope_id": event["envelope_id"]})
        assert (await saying).acknowledged

        again = asyncio.create_task(slack.send(*slack.delivery.sent[0]))
        repeated = await bot.receive_json()
        assert repeated["payload"] == command["payload"]
        assert repeated["envelope_id"] != command["envelope_id"]
        await bot.send_json({"envelope_id": repeated["envelope_id"]})
        assert (await again).acknowledged


async def test_ten_sockets_share_the_payloads() -> None:
    async with pretend_slack(ack_seconds=0.5) as (slack, client), AsyncExitStack() as stack:
        bots = [await stack.enter_async_context(socket(client)) for _ in range(10)]
        async with socket(client) as eleventh:
            assert (await eleventh.receive_json())["reason"] == "too_many_websockets"
        heard: list[int] = []

        async def listen(number: int) -> None:
            async for frame in bots[number]:
                if envelope_id := frame.json().get("envelope_id"):
                    heard.append(number)
                    await bots[number].send_json({"envelope_id": envelope_id})

        listening = [asyncio.create_task(listen(number)) for number in range(10)]
        outcomes = await asyncio.gather(*(slack.sit(BEN).command(GENERAL, "poll") for _ in range(60)))
        assert all(outcome.acknowledged for outcome in outcomes)
        assert len(heard) == 60
        assert len(set(heard)) >= 8
        await asyncio.gather(*(bot.close() for bot in bots), *listening)


async def test_a_killed_bot_leaves_no_socket_behind() -> None:
    async with pretend_slack(ack_seconds=0.3, retry_delays=()) as (slack, client):
        url = (await client.apps_connections_open(app_token="xapp-right"))["url"]
        async with aiohttp.ClientSession() as session:
            bot = await session.ws_connect(url)
            await bot.receive_json()
            asking = asyncio.create_task(slack.sit(ANA).command(GENERAL, "poll"))
            await bot.receive_json()
            assert session.connector is not None
            await session.connector.close()
            assert "operation_timeout" in (await asking).notice
            assert slack.sockets.count == 0
            assert "dispatch_failed" in (await slack.sit(ANA).command(GENERAL, "poll")).notice
