"""A Slack workspace with the real adapter connected to it, and a stand-in for the core."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from adapters.slack.connection import Connection
from bot.boundary import Act, Address, Answer, Event, Message, Text
from playground.person import SeenMessage
from playground.slack import Slack
from playground.world import Channel, SlackWorld, User

TEAM, LINCOLN, ELSEWHERE = "T0CEDAR", "C0LINCOLN", "C0ELSEWHERE"
RIVERA, SOTO, BOT = "U0RIVERA", "U0SOTO", "U0HELPER"
WORLD = SlackWorld(
    team_id=TEAM,
    team_name="Cedar Valley",
    app_id="A0HELPER",
    bot_id="B0HELPER",
    bot_user_id=BOT,
    bot_token="xoxb-pretend-token",
    app_token="xapp-pretend-token",
    users=(User(id=RIVERA, name="Ms. Rivera", handle="rivera"), User(id=SOTO, name="Mr. Soto", handle="soto")),
    channels=(
        Channel(id=LINCOLN, name="lincoln", members=(RIVERA, SOTO, BOT)),
        Channel(id=ELSEWHERE, name="elsewhere", members=(RIVERA, SOTO)),
    ),
)


class Core:
    """Keeps what it heard and answers as it is told."""

    def __init__(self) -> None:
        self.heard: list[Event] = []
        self.answer: Callable[[Event], Answer] = lambda _: None
        self.seconds = 0.0  # that an answer takes

    async def handle(self, event: Event) -> Answer:
        self.heard.append(event)
        await asyncio.sleep(self.seconds)
        return self.answer(event) if isinstance(event, Act) else None

    @property
    def acts(self) -> list[Act]:
        return [event for event in self.heard if isinstance(event, Act)]


@asynccontextmanager
async def connected(core: Core) -> AsyncIterator[tuple[Slack, Connection]]:
    slack = Slack(WORLD, retry_delays=(0.05, 0.1), ack_seconds=1.0)
    await slack.start()
    connection = Connection(
        bot_token=WORLD.bot_token, app_token=WORLD.app_token, api_url=slack.api_url, handle=core.handle
    )
    try:
        await connection.start()
        yield slack, connection
    finally:
        await connection.stop()
        await slack.stop()


async def until(true: Callable[[], object], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


def place(channel: str, thread: str = "") -> Address:
    return Address("slack", TEAM, channel, thread)


def saying(text: str) -> Message:
    return Message((Text(text),))


def last(slack: Slack, user: str, channel: str = LINCOLN) -> SeenMessage:
    """The newest message that this person sees there."""
    return slack.sit(user).messages(channel)[-1]
