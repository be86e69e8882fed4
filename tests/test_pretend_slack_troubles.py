"""The pretend Slack misbehaves on purpose, and limits what real Slack limits."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from support.pretend_slack import (
    ANA,
    BEN,
    GENERAL,
    STAFF,
    actions,
    button,
    connected_app,
    modal,
    pretend_slack,
    section,
)

CARD = {"text": "Card", "blocks": [section("Card"), actions(button("Vote", "vote"))]}


def nothing(app: AsyncApp) -> None:
    """Listens to nothing, so nothing is ever acknowledged."""


class Votes:
    def __init__(self) -> None:
        self.triggers: list[str] = []

    def listen(self, app: AsyncApp) -> None:
        @app.action("vote")
        async def vote(ack: Any, body: Any) -> None:
            self.triggers.append(body["trigger_id"])
            await ack()


async def test_every_delivery_may_come_several_times_and_out_of_order() -> None:
    heard: list[tuple[str, str]] = []

    def listen(app: AsyncApp) -> None:
        @app.event("message")
        async def message(body: Any, event: Any) -> None:
            heard.append((body["event_id"], event["text"]))

    async with pretend_slack() as (slack, client), connected_app(client, listen):
        slack.deliver_times, slack.shuffle_seconds = (2, 3), 0.2
        ana = slack.sit(ANA)
        dm = ana.channels()[-1][0]
        told = await asyncio.gather(*(ana.say(dm, f"number {number}") for number in range(20)))
        assert all(outcome.acknowledged for outcome in told)
        await asyncio.sleep(0.3)
    assert 40 <= len(heard) <= 60
    assert len({event_id for event_id, _ in heard}) == 20
    texts = [text for _, text in heard]
    assert [number for number in range(20) if 2 <= texts.count(f"number {number}") <= 3] == list(range(20))
    assert list(dict.fromkeys(texts)) != [f"number {number}" for number in range(20)]


async def test_a_form_keeps_the_one_answer_that_says_something() -> None:
    seen: set[str] = set()

    def listen(app: AsyncApp) -> None:
        @app.command("/ask")
        async def ask(ack: Any, body: Any, client: Any) -> None:
            if body["trigger_id"] not in seen:
                seen.add(body["trigger_id"])
                await client.views_open(trigger_id=body["trigger_id"], view=modal(section("Ask"), callback_id="ask"))
            await ack()

        @app.view("ask")
        async def asked(ack: Any, body: Any) -> None:
            first = body["trigger_id"] not in seen
            seen.add(body["trigger_id"])
            if first:
                await asyncio.sleep(0.1)
                await ack(response_action="update", view=modal(section("Done"), callback_id="ask"))
            else:
                await ack()

    async with pretend_slack() as (slack, client), connected_app(client, listen):
        slack.deliver_times = (3, 3)
        ana = slack.sit(ANA)
        assert (await ana.command(GENERAL, "ask")).acknowledged
        assert (await ana.submit({})).acknowledged
        assert ana.form is not None
        assert ana.form.shown is not None
        assert ana.form.shown.text == "Done"


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_a_disconnect_is_followed_by_a_reconnect(reason: Any) -> None:
    votes = Votes()
    async with pretend_slack() as (slack, client), connected_app(client, votes.listen) as handler:
        await client.chat_postMessage(channel=GENERAL, **CARD)
        ana = slack.sit(ANA)
        before = handler.client.current_session
        await slack.disconnect(reason)
        async with asyncio.timeout(5):
            while handler.client.current_session is before or slack.sockets.count != 1:
                await asyncio.sleep(0.02)
        assert (await ana.press(ana.messages(GENERAL)[0], "Vote")).acknowledged
        assert [method for method, _ in slack.requests].count("apps.connections.open") == 2


async def test_a_disabled_link_lets_nobody_in() -> None:
    async with pretend_slack() as (slack, client):
        await slack.disconnect("link_disabled")
        with pytest.raises(SlackApiError):
            await client.apps_connections_open(app_token="xapp-right")
        slack.sockets.link_enabled = True
        url = (await client.apps_connections_open(app_token="xapp-right"))["url"]
        async with aiohttp.ClientSession() as session:
            async with session.ws_connect(url) as socket:
                assert (await socket.receive_json())["type"] == "hello"
            with pytest.raises(aiohttp.WSServerHandshakeError):  # a ticket opens one socket
                await session.ws_connect(url)


async def test_without_a_socket_commands_fail_visibly_and_events_wait() -> None:
    heard: list[str] = []

    def listen(app: AsyncApp) -> None:
        @app.event("message")
        async def message(event: Any, request: Any) -> None:
            heard.append(event["text"])

    async with pretend_slack(retry_delays=(0, 0.3, 5)) as (slack, client):
        await client.chat_postMessage(channel=GENERAL, **CARD)
        ana = slack.sit(ANA)
        began = time.monotonic()
        pressed = await ana.press(ana.messages(GENERAL)[0], "Vote")
        assert (pressed.acknowledged, pressed.notice) == (False, "The app did not respond.")
        refused = await ana.command(GENERAL, "poll")
        assert (refused.acknowledged, "dispatch_failed" in refused.notice) == (False, True)
        dm = ana.channels()[-1][0]
        assert not (await ana.say(dm, "anybody?")).acknowledged
        assert time.monotonic() - began < 1
        async with connected_app(client, listen):
            await asyncio.sleep(0.5)
    assert heard == ["anybody?"]
    assert [kind for kind, _ in slack.delivery.sent].count("interactive") == 1


async def test_what_is_not_acknowledged_in_time_is_noticed() -> None:
    retries: list[str] = []
    opened = asyncio.Event()

    def listen(app: AsyncApp) -> None:
        @app.command("/slow")
        async def slow(ack: Any, client: Any, body: Any) -> None:
            await client.views_open(trigger_id=body["trigger_id"], view=modal(section("Late"), callback_id="late"))
            opened.set()

        @app.event("message")
        async def message(request: Any) -> None:
            retries.append(request.headers.get("x-slack-retry-num", [""])[0])
            if len(retries) < 3:
                raise RuntimeError("not today")

    async with (
        pretend_slack(ack_seconds=0.2, retry_delays=(0, 0.1, 0.1)) as (slack, client),
        connected_app(client, listen),
    ):
        ana = slack.sit(ANA)
        outcome = await ana.command(GENERAL, "slow")
        assert (outcome.acknowledged, "operation_timeout" in outcome.notice) == (False, True)
        assert opened.is_set()
        outcome = await ana.submit({})
        assert (outcome.acknowledged, outcome.notice) == (False, "We had some trouble connecting. Try again?")
        assert ana.form is not None
        assert not (await ana.say(ana.channels()[-1][0], "hello?")).acknowledged
        await asyncio.sleep(1)
    assert retries == ["0", "1", "2"]


async def test_a_stop_does_not_leave_anybody_waiting() -> None:
    async with pretend_slack() as (slack, client), connected_app(client, nothing):
        await client.chat_postMessage(channel=GENERAL, **CARD)
        ana = slack.sit(ANA)
        pressing = asyncio.create_task(ana.press(ana.messages(GENERAL)[0], "Vote"))
        await asyncio.sleep(0.1)
        began = time.monotonic()
        await slack.stop()
        assert not (await pressing).acknowledged
        assert time.monotonic() - began < 2


async def test_triggers_open_once_and_not_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    view = modal(section("Hi"))
    async with pretend_slack() as (slack, client):
        trigger = slack.triggers.new(ANA)
        await client.views_open(trigger_id=trigger, view=view)
        assert await refusal(client.views_open(trigger_id=trigger, view=view)) == "exchanged_trigger_id"
        assert await refusal(client.views_push(trigger_id="1.2.3", view=view)) == "invalid_trigger_id"
        inside = [slack.triggers.new(ANA, "V1") for _ in range(3)]
        for one in inside[:2]:
            await client.views_push(trigger_id=one, view=view)
        assert await refusal(client.views_push(trigger_id=inside[2], view=view)) == "push_limit_reached"
        monkeypatch.setattr("playground.slack.tickets.TRIGGER_SECONDS", 0.05)
        late = slack.triggers.new(ANA)
        await asyncio.sleep(0.1)
        assert await refusal(client.views_open(trigger_id=late, view=view)) == "expired_trigger_id"


async def test_rates() -> None:
    async with pretend_slack() as (slack, client):
        posted = [await attempt(client, GENERAL) for _ in range(4)]
        assert posted[:3] == [200, 200, 200]
        assert posted[3] == 429
        assert await attempt(client, STAFF) == 200  # counted for each channel by itself
        assert slack.refusals_429 == 1
        await asyncio.sleep(1.1)
        assert await attempt(client, GENERAL) == 200

        ts = (await client.chat_postMessage(channel=STAFF, text="Card"))["ts"]
        for _ in range(50):
            await client.chat_update(channel=STAFF, ts=ts, text="Changed")
        with pytest.raises(SlackApiError) as limited:
            await client.chat_update(channel=STAFF, ts=ts, text="Changed")
        assert limited.value.response.status_code == 429
        assert limited.value.response["error"] == "ratelimited"
        assert 50 <= int(limited.value.response.headers["Retry-After"]) <= 60

        slack.rates_enforced = False
        for _ in range(20):
            await client.chat_postMessage(channel=GENERAL, text="Card")
        await client.chat_update(channel=STAFF, ts=ts, text="Changed")
        assert slack.refusals_429 == 2


async def test_faults() -> None:
    async with pretend_slack() as (slack, client):
        method = "chat.postMessage"
        slack.faults.next(method, "429", seconds=7)
        with pytest.raises(SlackApiError) as limited:
            await client.chat_postMessage(channel=GENERAL, text="1")
        assert limited.value.response.headers["Retry-After"] == "7"
        slack.faults.next(method, "500")
        with pytest.raises(SlackApiError) as broken:
            await client.chat_postMessage(channel=GENERAL, text="2")
        assert broken.value.response.status_code == 500
        slack.faults.next(method, "drop_before")
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await client.chat_postMessage(channel=GENERAL, text="3")
        assert slack.accepted_posts(GENERAL) == []
        slack.faults.next(method, "drop_after")
        slack.faults.next(method, "slow", seconds=0.3)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await client.chat_postMessage(channel=GENERAL, text="4")
        began = time.monotonic()
        await client.chat_postMessage(channel=GENERAL, text="5")
        assert time.monotonic() - began >= 0.3
        assert [message.text for message in slack.accepted_posts(GENERAL)] == ["4", "5"]
        slack.faults.chance("500", 1, ["auth.test"])
        with pytest.raises(SlackApiError):
            await client.auth_test()
        await client.team_info()
        slack.faults.clear()
        await client.auth_test()


async def test_hundreds_of_presses_in_a_second() -> None:
    votes = Votes()
    async with pretend_slack() as (slack, client), connected_app(client, votes.listen):
        await client.chat_postMessage(channel=GENERAL, **CARD)
        people = [slack.sit(ANA), slack.sit(BEN)]
        card = people[0].messages(GENERAL)[0]
        began = time.monotonic()
        outcomes = await asyncio.gather(*(people[number % 2].press(card, "Vote") for number in range(400)))
        assert all(outcome.acknowledged for outcome in outcomes)
        assert time.monotonic() - began < 4  # two cores that several people share
    assert len(set(votes.triggers)) == 400


async def refusal(call: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        await call
    return str(refused.value.response["error"])


async def attempt(client: AsyncWebClient, channel: str) -> int:
    try:
        return (await client.chat_postMessage(channel=channel, text="Card")).status_code
    except SlackApiError as error:
        return int(error.response.status_code)
