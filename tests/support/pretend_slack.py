"""A small pretend Slack, and an app of slack_bolt connected to it, as any app would be."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from playground.slack import Slack
from playground.world import Channel, SlackWorld, User

ANA, BEN, CLEO, BOT = "U0ANA", "U0BEN", "U0CLEO", "U0BOT"
GENERAL, STAFF, CAUCUS, ELSEWHERE = "C0GENERAL", "C0STAFF", "G0CAUCUS", "C0ELSE"

WORLD = SlackWorld(
    team_id="T0CEDAR",
    team_name="Cedar Valley",
    app_id="A0APP",
    bot_id="B0BOT",
    bot_user_id=BOT,
    bot_token="xoxb-right",
    app_token="xapp-right",
    users=(
        User(id=ANA, name="Ana Rivera", handle="ana", locale="es-MX"),
        User(id=BEN, name="Ben Okafor", handle="ben"),
        User(id=CLEO, name="Cleo Martin", handle="cleo"),
    ),
    channels=(
        Channel(id=GENERAL, name="general", members=(ANA, BEN, BOT)),
        Channel(id=STAFF, name="staff", members=(BEN, BOT), private=True),
        Channel(id=CAUCUS, name="caucus", members=(ANA,), private=True),
        Channel(id=ELSEWHERE, name="elsewhere", members=(ANA, CLEO)),
    ),
)


@asynccontextmanager
async def pretend_slack(world: SlackWorld = WORLD, **options: Any) -> AsyncIterator[tuple[Slack, AsyncWebClient]]:
    """It and a client with the right token that retries nothing."""
    slack = Slack(world, **{"rng": random.Random(7), **options})
    await slack.start()
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(
            token=WORLD.bot_token, base_url=slack.api_url, session=session, retry_handlers=[], timeout=5
        )
        try:
            yield slack, client
        finally:
            await slack.stop()


@asynccontextmanager
async def connected_app(
    client: AsyncWebClient, listen: Callable[[AsyncApp], None], ping_interval: float = 1
) -> AsyncIterator[Any]:
    """The handler of an app whose listeners are what `listen` registers."""
    app = AsyncApp(client=client, process_before_response=True)
    listen(app)
    handler = AsyncSocketModeHandler(app, WORLD.app_token, ping_interval=ping_interval)
    await handler.connect_async()
    try:
        yield handler
    finally:
        await handler.close_async()


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(label: str, action_id: str, **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": {"type": "plain_text", "text": label}, "action_id": action_id, **more}


def actions(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(buttons)}


def text_input(name: str, label: str, **element: Any) -> dict[str, Any]:
    return _input(name, label, {"type": "plain_text_input", **element})


def choice_input(name: str, label: str, kind: str, *values: str, **element: Any) -> dict[str, Any]:
    return _input(name, label, {"type": kind, "options": [option(value) for value in values], **element})


def option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": value.title()}, "value": value}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    labels = {"title": {"type": "plain_text", "text": "A poll"}, "submit": {"type": "plain_text", "text": "Next"}}
    return {"type": "modal", **labels, "blocks": list(blocks), **more}


def _input(name: str, label: str, element: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "input",
        "block_id": name,
        "label": {"type": "plain_text", "text": label},
        "element": {"action_id": name, **element},
    }
