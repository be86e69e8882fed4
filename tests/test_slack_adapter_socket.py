"""Hearing Slack through sockets: whatever a step of connecting runs into, the bot hears again soon, and never counts as
hearing while it does not."""

from __future__ import annotations

import asyncio
import random
import time

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from support.adapters import connection, slack, slack_core, wire
from support.leaking import leaks_once
from support.slack_talk import LINCOLN, RIVERA, SOTO, WORLD, Core, until

from adapters import patience
from adapters.slack import socket_mode
from adapters.slack.connection import Connection
from playground.faults import Kind
from playground.slack import Slack

__all__ = ["connection", "slack", "slack_core", "wire"]

SOON = 4.0  # seconds
STEPS = ("apps.connections.open", "link", "hello")
TROUBLES: tuple[tuple[Kind, float], ...] = (("slow", 60.0), ("slow", 0.3), ("500", 1.0), ("drop_before", 1.0))


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "AGAIN", 0.05)
    for name, seconds in (("PING_INTERVAL", 0.1), ("STEP", 0.5), ("LINGER", 0.5), ("KEPT_OUT", 0.2)):
        monkeypatch.setattr(socket_mode, name, seconds)


async def hears(slack: Slack, seconds: float = SOON) -> None:
    """Until a command is acknowledged again."""
    async with asyncio.timeout(seconds):
        while not (await slack.sit(RIVERA).command(LINCOLN, "somewhere")).acknowledged:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("step", STEPS)
async def test_a_step_may_hang_fail_or_be_late_twice_in_a_row(slack: Slack, step: str) -> None:
    for kind, seconds in TROUBLES:
        for _ in range(2):
            slack.faults.next(step, kind, seconds=seconds)
        await slack.sockets.close()
        await hears(slack)


async def test_each_step_may_hang_after_the_other(slack: Slack) -> None:
    for step in STEPS:
        slack.faults.next(step, "slow", seconds=60.0)
    await slack.disconnect("refresh_requested")
    await asyncio.sleep(2.0)  # until Slack closes the old one
    await hears(slack)


async def test_while_people_act_and_everything_fails_it_is_never_deaf_for_long(slack: Slack) -> None:
    rng, slack.rates_enforced = random.Random(7), False
    for step in STEPS:
        for kind, seconds in TROUBLES:
            slack.faults.chance(kind, 0.1, [step], seconds=seconds)

    async def acts() -> None:
        while True:
            await slack.sit(rng.choice((RIVERA, SOTO))).command(LINCOLN, "somewhere")
            await asyncio.sleep(0.01)

    acting = [asyncio.create_task(acts()) for _ in range(8)]
    for _ in range(10):
        await slack.disconnect(rng.choice(("warning", "refresh_requested")))
        await asyncio.sleep(rng.uniform(0, 0.3))
        await hears(slack)
    for one in acting:
        one.cancel()
    await asyncio.wait(acting)
    slack.faults.clear()
    await until(lambda: slack.sockets.count == 1)
    await hears(slack)


async def test_a_socket_through_which_nothing_comes_is_replaced(
    slack: Slack, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_mode, "STALLED", 0.6)
    await asyncio.sleep(0.2)  # a pong comes, and the next silence is measured anew
    slack.sockets.stall()
    at = connection.heard_at or 0
    assert not (await slack.sit(RIVERA).command(LINCOLN, "somewhere")).acknowledged
    await hears(slack)
    assert (connection.heard_at or 0) > at > 0


async def test_what_slack_only_opens_is_not_heard() -> None:
    """Nor is one that it refuses because there are too many."""
    slack = Slack(WORLD)
    await slack.start()
    connection = Connection(
        bot_token=WORLD.bot_token, app_token=WORLD.app_token, api_url=slack.api_url, handle=Core().handle
    )
    slack.faults.chance("slow", 1, ["hello"], seconds=60.0)
    starting = asyncio.create_task(connection.start())
    await until(lambda: len([name for name, _ in slack.requests if name == "apps.connections.open"]) > 2)
    assert connection.heard_at == 0
    slack.faults.clear()
    await starting
    assert time.time() - (connection.heard_at or 0) < 1
    await connection.stop()
    await slack.stop()


async def test_a_bot_that_slack_keeps_out_for_a_while_comes_back(slack: Slack, connection: Connection) -> None:
    await slack.disconnect("link_disabled")
    await asyncio.sleep(0.5)
    assert time.time() - (connection.heard_at or 0) > 0.4
    slack.sockets.link_enabled = True
    await hears(slack)


@pytest.mark.parametrize(
    ("owner", "step"),
    [
        (AsyncWebClient, "apps_connections_open"),
        (aiohttp.ClientSession, "_ws_connect"),
        (aiohttp.ClientWebSocketResponse, "receive"),
    ],
)
async def test_a_cancel_that_nobody_asked_for_is_said_and_it_connects_anew(
    slack: Slack, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, owner: type, step: str
) -> None:
    leaks_once(monkeypatch, owner, step)
    await slack.sockets.close()
    await until(lambda: "CancelledWithin" in caplog.text)
    await hears(slack)


async def test_asked_twice_it_makes_one_new_socket_and_reads_the_old_one_on(slack: Slack, core: Core) -> None:
    slack.faults.next("apps.connections.open", "slow", seconds=0.3)
    await slack.disconnect("warning")
    await slack.disconnect("warning")
    await hears(slack, 0.2)  # the old one is all there is
    await until(lambda: slack.sockets.count == 2)
    for _ in range(6):
        await hears(slack, 0.2)  # both are read
    await until(lambda: slack.sockets.count == 1)
    await asyncio.sleep(0.3)
    assert slack.sockets.count == 1
    assert [name for name, _ in slack.requests].count("apps.connections.open") == 2
