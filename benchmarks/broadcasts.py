"""A broadcast to many, on the wire: in channels and in each member's message of the day, as fast as the pretend Slack
allows, while people go on asking the bot for other things."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine, func, select, update
from sqlalchemy.orm import Session

import demo
import wiring
from adapters.slack.outbound import Outbound
from adapters.slack.workspaces import Workspace, Workspaces
from benchmarks import processes
from benchmarks.district import Crowd, settle
from benchmarks.table import Table, figure, percentile, ratio
from bot import notices, routes, texts, timetable
from bot.boundary import Account, Command, Pace, RetryAfter
from bot.broadcasts import lifecycle, recipients, walks
from bot.broadcasts.model import CARD, Broadcast, BroadcastPlace, BroadcastText, Status
from bot.delivery import outbox
from bot.delivery.outbox import Delivery, State
from bot.delivery.sender import Sender
from bot.feature import Due, Feature
from bot.frame import Frame
from bot.people import connections
from bot.people import model as people
from bot.people.audiences import of_group
from bot.people.places import Place, PlaceKind
from bot.storage.database import connect, reading
from bot.storage.writer import Writer
from bot.timetable import Clock, Timetable
from playground.world import Channel, SlackWorld

T = TypeVar("T")
TEAM = "T01CROWD"
SECONDS = 3600.0  # that a run may take
OFTEN = 0.1  # seconds between two people who ask for something
FRAME = 0.05  # seconds between two moves of the clock, which goes faster as the paces do


@dataclass
class Measured:
    took: float = 0.0  # seconds, from when it began until everybody has it
    least: float = 0.0  # as its preview says
    refused: int = 0
    steps: list[float] = field(default_factory=list)  # seconds, each for some people
    turns: list[float] = field(default_factory=list)  # seconds, each one day's message
    acts: list[float] = field(default_factory=list)


def run(folder: Path, runs: int = 5, members: int = 10_000, channels: int = 40, hurry: int = 20) -> Table:
    """Slack's paces, ours and the bot's minutes are all `hurry` times as fast."""
    measured = [asyncio.run(_run(folder / str(number), members, channels, hurry)) for number in range(runs)]
    took, least = [one.took for one in measured], [one.least for one in measured]
    return Table(
        f"{members:,} members and {channels} channels at {hurry} times Slack's paces, {runs} runs",
        ("", "", "ratio"),
        (
            ("as its preview says, seconds", figure(least, 1), ratio(least, least)),
            ("until everybody has it, seconds", figure(took, 1), ratio(took, least)),
            ("refused by Slack", figure([one.refused for one in measured]), ""),
            *_each("telling some of them, ms", [one.steps for one in measured]),
            *_each("one day's message, ms", [one.turns for one in measured]),
            *_each("meanwhile somebody opens the bot's menu, ms", [one.acts for one in measured]),
        ),
    )


def _each(what: str, runs: list[list[float]]) -> list[tuple[str, str, str]]:
    halves = [(f"{what}, {part}", of) for part, of in (("median", 0.5), ("99 of 100", 0.99))]
    return [(name, figure([1000 * percentile(one, of) for one in runs], 1), "") for name, of in halves]


async def _run(folder: Path, members: int, channels: int, hurry: int) -> Measured:
    folder.mkdir()
    crowd, found = settle(folder, staff=members - 1), Measured()
    engine, words = connect(crowd.database), texts.read(wiring.CONTENT)
    clock, writer = Clock(_until_noon()), Writer(engine, outbox.note_changes)
    frame = Frame(writer, words, clock, _timed(routes.HOUSE, found))
    due = Timetable(engine, clock, frame.handle_due)
    async with _slack(folder, crowd, channels, hurry) as platform:
        sender = Sender(engine, writer, words, routes.HOUSE.cards, {"slack": platform})
        subject = await writer.do(lambda session: _planned(session, channels, clock.now()))
        tasks = [sender.run(), _hurrying(clock, hurry), _asking(frame, members, found)]
        running = [asyncio.ensure_future(one) for one in tasks]
        began = time.monotonic()
        due.start()
        await _arrived(engine, subject, members + channels)
        found.took, found.refused = time.monotonic() - began, platform.refused
        with reading(engine) as session:
            row = session.get_one(Broadcast, subject)
            told = recipients.of(session, row.district, row.circle, row.places)
            found.least = recipients.lasts(told, row.places)[0].total_seconds() / hurry
        await due.stop()
        for task in running:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    await asyncio.to_thread(writer.close)
    engine.dispose()
    return found


def _timed(house: Feature, found: Measured) -> Feature:
    """Notes how long the writer is at it."""

    def noting(do: Due, into: list[float]) -> Due:
        def run(session: Session, subject: int, at: datetime) -> None:
            began = time.perf_counter()
            do(session, subject, at)
            into.append(time.perf_counter() - began)

        return run

    noted = {walks.WALK: noting(house.due[walks.WALK], found.steps)}
    noted[notices.NOTICE] = noting(house.due[notices.NOTICE], found.turns)
    return replace(house, due={**house.due, **noted})


def _until_noon() -> timedelta:
    """Ahead of us, so that everybody may be written to for hours; the crowd has school every day."""
    now = datetime.now().astimezone()
    return timedelta(hours=(18 - now.hour) % 24)  # in Chicago it is noon or one o'clock


def _planned(session: Session, channels: int, now: datetime) -> int:
    """Due at once. Its channels are meant for buildings of which nobody is, so that each member is written to."""
    seat = session.scalars(select(people.Seat)).one()
    seat.role = people.Role.ASSOCIATION_PRESIDENT  # who may tell many
    session.execute(update(people.District).values(days="every day", hours="0-24", approval_above=10**6))
    connections.tie(connections.join(session, f"slack:{TEAM}"), seat.district)
    row = Broadcast(seat=seat, sender=seat.holder, own=False, language="en", whom=f"group:{seat.group_id}")
    row.audience, row.status, row.at, row.asks = of_group(seat.group), Status.PLANNED, now, True
    row.texts = [
        BroadcastText(language="en", title="Insurance", text="Open enrollment ends.", member_id=seat.holder_id)
    ]
    for number in range(channels):
        building = people.Building(
            district_id=seat.district_id, key=f"b{number}", kind=people.BuildingKind.SCHOOL, name=f"School {number}"
        )
        place = Place(district_id=seat.district_id, address=f"slack:{TEAM}/{_channel(number)}", name="staff")
        place.language, place.audience = "en", PlaceKind.CAUCUS
        place.groups, place.buildings = [seat.group], [building]
        row.addressed.append(BroadcastPlace(place=place))
    session.add(row)
    session.flush()
    timetable.set_due(session, lifecycle.BEGIN, row.id, now)
    return row.id


def _channel(number: int) -> str:
    return f"C{number:08}"


async def _hurrying(clock: Clock, times: int) -> None:
    """The clock goes so many times as fast."""
    began, first = time.monotonic(), clock.now()
    while True:
        await asyncio.sleep(FRAME)
        clock.move_to(first + timedelta(seconds=(time.monotonic() - began) * times))


async def _asking(frame: Frame, members: int, found: Measured) -> None:
    for number in itertools.count():
        who = Account("slack", TEAM, f"U01STAFF{number % (members - 1):04}")
        began = time.perf_counter()
        await frame.handle(Command(id=f"act-{number}", actor=who, place=None, name="somewhere"))
        found.acts.append(time.perf_counter() - began)
        await asyncio.sleep(OFTEN)


async def _arrived(engine: Engine, subject: int, rows: int) -> None:
    """Returns when so many messages stand."""
    shown = Delivery.card.in_([CARD, notices.CARD]) & (Delivery.state == State.STANDING)
    async with asyncio.timeout(SECONDS):
        while True:
            with reading(engine) as session:
                if (session.scalar(select(func.count()).where(shown)) or 0) >= rows:
                    return
            await asyncio.sleep(0.1)


class _Hurried(Outbound):
    refused = 0

    async def _asking(self, there: Workspace, asked: Awaitable[T]) -> T:
        try:
            return await super()._asking(there, asked)
        except RetryAfter:
            self.refused += 1
            raise


@asynccontextmanager
async def _slack(folder: Path, crowd: Crowd, channels: int, hurry: int) -> AsyncIterator[_Hurried]:
    world = demo.pretend_world(crowd.roster).slack
    assert world
    (folder / "slack.json").write_text(_with_channels(world, channels).model_dump_json(), encoding="utf-8")
    command = ("-m", "benchmarks.pretend_slack", "slack.json", str(hurry))
    async with processes.running(folder, "slack", *command) as slack, aiohttp.ClientSession() as session:
        await slack.says("ready: ")
        api = slack.log.read_text(encoding="utf-8").split()[-1]
        workspaces = Workspaces(
            lambda token: AsyncWebClient(token, base_url=api, session=session, retry_handlers=[]), lambda _: None
        )
        await workspaces.add(world.bot_token)
        platform = _Hurried(workspaces)
        platform.paces = {do: Pace(pace.channel / hurry, pace.workspace / hurry) for do, pace in Outbound.paces.items()}
        yield platform


def _with_channels(world: SlackWorld, channels: int) -> SlackWorld:
    made = [
        Channel(id=_channel(number), name=f"staff-{number}", members=(world.bot_user_id,)) for number in range(channels)
    ]
    return world.model_copy(update={"channels": (*world.channels, *made)})
