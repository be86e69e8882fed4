"""Messages a second that are said in threads of Discord and then stand in threads of Slack: by the bot, each committed
and in order, beside a bridge that posts whatever it hears. Both platforms are in this process, without rates, and so is
the network, where there is one."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import demo
from benchmarks import processes
from benchmarks.processes import KEY, ROOT, Process
from benchmarks.table import Table, figure, ratio
from bot.bridge.model import RelayedMessage
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import model as people
from bot.people import roster, topics
from bot.questions import assignment, readers
from bot.questions.model import Question, Status
from bot.storage import context
from bot.storage.database import connect, reading
from playground.discord import Discord, posting, threads
from playground.person import SeenMessage
from playground.slack import Slack
from playground.slack.workspace import Message
from playground.world import World
from tests.support import committees
from tests.support.committees import Committee

NETWORK = (0.02, 0.08)  # seconds that a post is on its way
SECONDS = 240.0  # that a run may take
WARM_UP = 4  # messages in each thread
_NUMBER = re.compile(r"\((\d+)\)")


class There(Slack):
    """Where posts arrive, some time after they were sent; `came` says in which order, by channel."""

    network: tuple[float, float] = (0.0, 0.0)

    def listen(self) -> None:
        self.came: dict[str, list[int]] = {}
        self._rng, self._post = random.Random(0), self.workspace.post
        self.workspace.post = self._take  # type: ignore[method-assign]  # to see each post as it is taken in

    async def serve_api(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self._rng.uniform(*self.network))
        return await super().serve_api(request)

    def _take(self, message: Message) -> None:
        self._post(message)
        if message.thread_ts and (number := _NUMBER.search(message.text)):
            self.came.setdefault(message.channel, []).append(int(number[1]))


@dataclass
class Side:
    name: str
    rates: list[float] = field(default_factory=list)  # a second
    cpus: list[float] = field(default_factory=list)  # ms of processor time for each
    disorder: list[float] = field(default_factory=list)  # per cent that stand below what was said after them

    def row(self, bare: Side) -> tuple[str, ...]:
        speed = (figure(self.rates), ratio(self.rates, bare.rates))
        return (self.name, *speed, figure(self.cpus, 2), ratio(bare.cpus, self.cpus), figure(self.disorder, 1))


@dataclass(frozen=True)
class Stage:
    slack: There
    discord: Discord
    committees: list[Committee]
    world: World

    async def opens(self) -> None:
        """Returns when every committee has a card in both homes."""
        homes = [one.homes for one in self.committees]
        async with asyncio.timeout(processes.PATIENCE):
            while not all(self.slack.messages(one["slack"]) and self._threads(one["discord"]) for one in homes):
                await asyncio.sleep(0.05)

    def _threads(self, channel: str) -> bool:
        return any(one.id in self.discord._state.channels for one in self.discord.messages(channel))

    async def say(self, each: int) -> float:
        """Everybody says so much at once, in turns. Returns after how many seconds all stands on the other side."""
        before, began = self._stand(), time.perf_counter()
        seats = [(self.discord.sit(one.members["discord"][0]), self._card(one)) for one in self.committees]
        for number in range(each):
            for person, card in seats:
                await person.reply(card, f"What they think of it ({number})")
        async with asyncio.timeout(SECONDS):
            while self._stand() < before + each * len(seats):
                await asyncio.sleep(0.002)
        return time.perf_counter() - began

    def disorder(self) -> float:
        """Per cent."""
        late = sum(
            number < max(came[:at], default=-1) for came in self.slack.came.values() for at, number in enumerate(came)
        )
        return 100 * late / self._stand()

    @property
    def token(self) -> str:
        assert self.world.discord
        return self.world.discord.bot_token

    def forget(self) -> None:
        self.slack.came.clear()

    def _stand(self) -> int:
        return sum(map(len, self.slack.came.values()))

    def _card(self, one: Committee) -> SeenMessage:
        return self.discord.sit(one.members["discord"][0]).messages(one.homes["discord"])[0]


Start = Callable[[Path, Path, Stage], AbstractAsyncContextManager[Process]]


def run(folder: Path, runs: int = 5, messages: int = 600, places: int = 30) -> Table:
    """`messages` in each run, in as many threads as there are `places`; at once and with a network between."""
    return asyncio.run(_run(folder, runs, messages, places))


async def _run(folder: Path, runs: int, messages: int, places: int) -> Table:
    rows: list[tuple[str, ...]] = []
    for name, network in (("", (0.0, 0.0)), (", 20 to 80 ms away", NETWORK)):
        bare, bot = Side(f"on_message to postMessage{name}"), Side(f"the bot{name}")
        for number in range(runs):
            for side, start in ((bare, _bare), (bot, _bot)):
                inside = folder / f"{len(rows)}-{number}-{side is bot}"
                inside.mkdir()
                await _one_run(inside, messages // places, places, network, side, start)
        rows += [bare.row(bare), bot.row(bare)]
    title = f"Discord to Slack, {messages:,} messages in {places} threads, said at once"
    columns = ("", "messages a second", "ratio", "CPU ms a message", "ratio", "% out of order")
    return Table(title, columns, tuple(rows))


async def _one_run(
    folder: Path, each: int, places: int, network: tuple[float, float], side: Side, start: Start
) -> None:
    files = committees.write(folder / "district", places, 1)
    world = demo.pretend_world(roster.read(files))
    assert world.slack
    assert world.discord
    async with AsyncExitStack() as ending:
        slack, discord = There(world.slack), Discord(world.discord)
        slack.listen()
        for platform in (slack, discord):
            platform.rates_enforced = False
            await platform.start()
            ending.push_async_callback(platform.stop)
        stage = Stage(slack, discord, committees.committees(places), world)
        process = await ending.enter_async_context(start(folder, files, stage))
        await stage.say(WARM_UP)
        stage.forget()
        slack.network = network
        cpu = process.cpu
        took = await stage.say(each)
        side.rates.append(each * places / took)
        side.cpus.append((process.cpu - cpu) / (each * places) * 1000)
        side.disorder.append(stage.disorder())


@asynccontextmanager
async def _bare(folder: Path, files: Path, stage: Stage) -> AsyncIterator[Process]:
    """It finds its cards and threads there."""
    belong: dict[str, tuple[str, str]] = {}
    for one in stage.committees:
        state, home = stage.discord._state, one.homes["slack"]
        card = posting.post(state, state.channels[one.homes["discord"]], state.bot, {"content": "What do you think?"})
        threads.start(state, card, state.bot, "What do you think?", 1440)
        stands = Message(stage.slack.workspace.next_ts(), home, stage.slack.workspace.world.bot_user_id, "What?")
        stage.slack.workspace.post(stands)
        belong[card.id] = (home, stands.ts)
    (folder / "threads.json").write_text(json.dumps(belong), encoding="utf-8")
    discord, token = stage.discord, stage.token
    where = (discord.api_url, discord.gateway_url, token, stage.slack.api_url, "threads.json")
    async with processes.running(folder, "bare", "-m", "benchmarks.bare_relay", *where) as process:
        await process.says("ready")
        yield process


@asynccontextmanager
async def _bot(folder: Path, files: Path, stage: Stage) -> AsyncIterator[Process]:
    """At its own pace, not at Slack's: the other has none either."""
    database = f"sqlite:///{folder / 'benchmark.db'}"
    if commands.load(Settings(_env_file=None, database_url=database, connection_keys=KEY), files) != 0:
        raise ValueError("the district does not load")
    _ask_all(database)
    slack, discord = stage.slack, stage.discord
    addresses = {
        "slack_api": slack.api_url,
        "discord_api": discord.api_url,
        "discord_gateway": discord.gateway_url,
    }
    shared = {"DATABASE_URL": database, "PORT": str(demo.free_port()), **demo.connect(stage.world, addresses)}
    program = str(ROOT / "tests" / "support" / "unhurried.py")
    async with processes.running(folder, "bot", program, "run", **shared) as process:
        await stage.opens()
        yield process
    said = sum(len(room.messages) for room in discord._state.channels.values() if room.thread)
    if _carried(database) != said - len(stage.committees):  # each thread begins with a message of Discord's own
        raise AssertionError("not everything that was said is in the database")


def _ask_all(database: str) -> None:
    """A question rests with every committee."""
    engine, now = connect(database), datetime.now(UTC)
    with Session(engine, info=context.info()) as session:
        asker = session.scalars(select(people.Member).order_by(people.Member.id)).first()
        for topic in session.scalars(select(topics.Topic)):
            question = Question(
                topic=topic,
                text="What do you think of it?",
                urgent=False,
                asker=asker,
                status=Status.WITH_COMMITTEE,
                committee=topic.committee,
                audience=readers.audience(session, (), topic.committee),
                asked_at=now,
                due_at=now + timedelta(days=5),
            )
            session.add(question)
            session.flush()
            assignment.put(session, question)
        session.commit()
    engine.dispose()


def _carried(database: str) -> int:
    engine = connect(database)
    with reading(engine) as session:
        count = session.scalar(select(func.count()).select_from(RelayedMessage)) or 0
    engine.dispose()
    return count
