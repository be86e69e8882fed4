"""Rows of the outbox that reach a platform in a second: as fast as it goes, beside whoever only sends, and where the
platform sets the pace, beside that pace."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine, delete, insert, select

import demo
import wiring
from adapters.discord.outbound import PACES as DISCORD
from adapters.slack.outbound import Outbound
from adapters.slack.workspaces import Workspaces
from benchmarks import processes
from benchmarks.district import Crowd, ask, settle
from benchmarks.platforms import FREELY, Scripted, straight
from benchmarks.table import Table, figure, ratio
from bot import routes, texts
from bot.boundary import Address, Message, Pace, Platform
from bot.delivery import outbox
from bot.delivery.outbox import Delivery, Destination, State
from bot.delivery.sender import Sender
from bot.polls import cards
from bot.storage.database import connect, reading
from bot.storage.writer import Writer
from playground.world import Channel, SlackWorld

SECONDS = 300.0  # that sending may take
Row = tuple[str, ...]


class Hasty(Outbound):
    """Slack as if it had no rates."""

    paces = FREELY


@dataclass(frozen=True)
class Paced:
    """Rows of which the pace decides how soon the last can follow the first."""

    name: str
    rows: int
    channels: int
    pace: Pace

    @property
    def least(self) -> float:
        """Seconds."""
        return max((self.rows / self.channels - 1) * self.pace.channel, (self.rows - 1) * self.pace.workspace)

    def hurried(self, times: int) -> Paced:
        return replace(self, pace=Pace(self.pace.channel / times, self.pace.workspace / times))


PACED = (
    Paced("Slack, one channel", 6, 1, Outbound.paces["post"]),
    Paced("Slack, many channels", 50, 50, Outbound.paces["post"]),
    Paced("Discord, many channels", 200, 100, DISCORD["post"]),
)


def run(
    folder: Path,
    runs: int = 5,
    rows: int = 10_000,
    few: int = 1_000,
    channels: int = 500,
    hurry: int = 1,
) -> Table:
    """`rows` to a scripted platform and `few` to the pretend Slack, both to so many `channels`; then at each platform's
    pace, or so many times faster."""
    return asyncio.run(_run(folder, runs, rows, few, channels, [one.hurried(hurry) for one in PACED]))


async def _run(folder: Path, runs: int, rows: int, few: int, channels: int, paced: Sequence[Paced]) -> Table:
    crowd = settle(folder)
    outboxes = _Outboxes(folder, crowd, ask(crowd.database, "slack").id)
    measured = [*await _scripted(outboxes, runs, rows, channels)]
    measured += await _slack(outboxes, runs, few, channels)
    for one in paced:
        took = [await _at_pace(outboxes, one) for _ in range(runs)]
        measured.append((f"{one.name}, {one.rows} rows", f"{figure(took, 2)} s", ratio(took, [one.least] * runs)))
    return Table(
        f"The sender, {channels} destinations, {runs} runs; at a pace: seconds, and how often the least there are",
        ("", "rows a second", "ratio"),
        tuple(measured),
    )


async def _scripted(outboxes: _Outboxes, runs: int, rows: int, channels: int) -> list[Row]:
    sent, straightly = [], []
    platform, message, places = Scripted(), outboxes.card(), _places(channels)
    for _ in range(runs):
        straightly.append(await straight(lambda to: platform.post(to, message, 0, None), places, rows // channels))
        sent.append(rows / await outboxes.send(platform, places, rows // channels))
    return [
        (f"a scripted platform, {rows:,} posts", figure(straightly), ratio(straightly, straightly)),
        (f"the sender to it, {rows:,} rows", figure(sent), ratio(sent, straightly)),
    ]


async def _slack(outboxes: _Outboxes, runs: int, rows: int, channels: int) -> list[Row]:
    """The card itself, posted by slack_sdk alone and by the sender."""
    world = _many_channels(outboxes.crowd, channels)
    (outboxes.folder / "slack.json").write_text(world.model_dump_json(), encoding="utf-8")
    sent, straightly = [], []
    command = ("-m", "benchmarks.pretend_slack", "slack.json")
    async with processes.running(outboxes.folder, "slack", *command) as slack:
        await slack.says("ready: ")
        api = slack.log.read_text(encoding="utf-8").split()[-1]
        async with aiohttp.ClientSession() as session:
            workspaces = Workspaces(
                lambda token: AsyncWebClient(token, base_url=api, session=session, retry_handlers=[]), lambda _: None
            )
            await workspaces.add(world.bot_token)
            platform = Hasty(workspaces)
            message, places = outboxes.card(), _places(channels)
            for _ in range(runs):
                straightly.append(
                    await straight(lambda to: platform.post(to, message, 1, None), places, rows // channels)
                )
                sent.append(rows / await outboxes.send(platform, places, rows // channels))
    return [
        (f"slack_sdk to the pretend Slack, {rows:,} posts", figure(straightly), ratio(straightly, straightly)),
        (f"the sender to it, {rows:,} rows", figure(sent), ratio(sent, straightly)),
    ]


async def _at_pace(outboxes: _Outboxes, paced: Paced) -> float:
    """Seconds from the first post to the last."""
    platform = Scripted({**FREELY, "post": paced.pace})
    await outboxes.send(platform, _places(paced.channels), paced.rows // paced.channels)
    return platform.times[-1] - platform.times[0]


def _places(channels: int) -> list[Address]:
    return [Address("slack", "T01CROWD", f"C{number:08}") for number in range(channels)]


def _many_channels(crowd: Crowd, channels: int) -> SlackWorld:
    world = demo.pretend_world(crowd.roster).slack
    assert world
    made = [
        Channel(id=place.channel, name=place.channel.lower(), members=(world.bot_user_id,))
        for place in _places(channels)
    ]
    return world.model_copy(update={"channels": tuple(made)})


class _Outboxes:
    """Makes outboxes of which every row shows the poll, and has them sent."""

    def __init__(self, folder: Path, crowd: Crowd, poll: int) -> None:
        self.folder, self.crowd, self._poll = folder, crowd, poll
        self._texts = texts.read(wiring.CONTENT)

    def card(self) -> Message:
        engine = connect(self.crowd.database)
        with reading(engine) as session:
            shown = cards.card(session, self._poll, self._texts["en"], self._texts)
        engine.dispose()
        return shown

    async def send(self, platform: Platform, places: Sequence[Address], each: int) -> float:
        """Returns how many seconds it took until everything stands, and in order."""
        database = self.folder / "outbox.db"
        shutil.copy(self.crowd.database.removeprefix("sqlite:///"), database)
        engine = connect(f"sqlite:///{database}")
        _fill(engine, places, each, self._poll)
        async with self._sender(engine, {platform.name: platform}) as sender:
            began = time.perf_counter()
            await sender.drain(SECONDS)
            took = time.perf_counter() - began
        _check(engine, len(places) * each)
        engine.dispose()
        return took

    @asynccontextmanager
    async def _sender(self, engine: Engine, platforms: Mapping[str, Platform]) -> AsyncIterator[Sender]:
        writer = Writer(engine, outbox.note_changes)
        try:
            sender = Sender(engine, writer, self._texts, routes.HOUSE.cards, platforms)
            sending = asyncio.create_task(sender.run())
            yield sender
            sending.cancel()
            with suppress(asyncio.CancelledError):
                await sending
        finally:
            await asyncio.to_thread(writer.close)


def _fill(engine: Engine, places: Sequence[Address], each: int, poll: int) -> None:
    now = time.time()
    destinations = [
        {"address": str(to), "platform": to.platform, "workspace": to.workspace, "numbered": each, "due_at": now}
        for to in places
    ]
    deliveries = [
        {
            "address": str(to),
            "number": number,
            "card": cards.CARD,
            "subject": poll,
            "language": "en",
            "waits_since": now,
        }
        for number in range(1, each + 1)
        for to in places
    ]
    with engine.begin() as connection:
        connection.execute(delete(Delivery))
        connection.execute(delete(Destination))
        connection.execute(insert(Destination), destinations)
        connection.execute(insert(Delivery), deliveries)


def _check(engine: Engine, rows: int) -> None:
    """Every row stands, and at no destination does one stand before the row that came before it."""
    with reading(engine) as session:
        found = session.execute(
            select(Delivery.address, Delivery.remote)
            .where(Delivery.state == State.STANDING)
            .order_by(Delivery.address, Delivery.number)
        ).all()
    standing = [[str(remote) for _, remote in group] for _, group in groupby(found, key=lambda row: row.address)]
    if len(found) != rows or any(ids != sorted(ids) for ids in standing):
        raise AssertionError(f"{len(found)} of {rows} rows stand, or not in order")
