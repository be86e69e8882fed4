"""Slack over HTTP: requests of any kind to a bot's request URL, and the real adapter listening there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from support.house import SIGNING_SECRET
from support.slack_talk import WORLD, Core

import demo
from adapters.slack.connection import Connection
from playground.slack import Slack
from playground.slack.delivery import Kind
from playground.slack.request_url import encoded, signed

Headers = dict[str, str]


def request(kind: Kind, payload: dict[str, Any], *, at: float | None = None) -> tuple[bytes, Headers]:
    """Body and headers, as Slack sends them now or at that Unix time."""
    body, content_type = encoded(kind, payload)
    return body, {"Content-Type": content_type, **signed(SIGNING_SECRET, body, at)}


async def post(url: str, body: bytes, headers: Headers) -> int:
    """The status."""
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
        return answer.status


async def read(url: str, body: bytes, headers: Headers) -> Any:
    """What is answered, as JSON."""
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
        assert answer.status == 200
        return await answer.json()


@dataclass
class Web:
    """The adapter on a web server, with a stand-in for the core."""

    slack: Slack
    connection: Connection
    url: str
    got: list[web.Request] = field(default_factory=list)
    answered: list[int] = field(default_factory=list)


@asynccontextmanager
async def on_the_web(core: Core) -> AsyncIterator[Web]:
    """Not connected yet: `connection.start` does that."""
    port = demo.free_port()
    url = f"http://127.0.0.1:{port}/slack/events"
    slack = Slack(WORLD, retry_delays=(0.05, 0.1), ack_seconds=1.0, request_url=url, signing_secret=SIGNING_SECRET)
    await slack.start()
    connection = Connection(
        bot_token=WORLD.bot_token, signing_secret=SIGNING_SECRET, api_url=slack.api_url, handle=core.handle
    )
    made = Web(slack, connection, url)

    @web.middleware
    async def note(asked: web.Request, handler: Any) -> web.StreamResponse:
        made.got.append(asked)
        answer: web.StreamResponse = await handler(asked)
        made.answered.append(answer.status)
        return answer

    app = web.Application(middlewares=[note])
    app.add_routes(connection.web_routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0, auto_decompress=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield made
    finally:
        await runner.cleanup()
        await connection.stop()
        await slack.stop()
