"""A process of the bot from its first moment to its last, and the wiring: what is made, in which order it begins, and
in which it ends."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web
from filelock import FileLock, Timeout
from sqlalchemy import make_url, select

from adapters.discord.connection import Connection as Discord
from adapters.discord.gateway import Turns
from adapters.discord.shards import Shards
from bot import moments, routes, texts
from bot.boundary import Platform, Refused
from bot.boundary.terminal import Stopped, line
from bot.bridge import talks
from bot.bridge.catching_up import CatchingUp
from bot.delivery import claims, outbox
from bot.delivery.received import Receiver
from bot.delivery.sender import Sender
from bot.frame import Frame
from bot.meetings import agenda, outcomes, schedule
from bot.meetings.feeds import Feeds
from bot.operations import maintenance, opening
from bot.operations import web as bot_web
from bot.operations.health import Health, Listening
from bot.operations.settings import Settings
from bot.operations.terminal import IN_ENGLISH, Terminal, drawn
from bot.operations.web import MovableClock
from bot.people import readers
from bot.people.connections import joined_as
from bot.people.model import District
from bot.storage import database, leases
from bot.storage.private_files import OWN
from bot.storage.writer import Writer
from bot.timetable import Clock, Timetable
from connecting import ROLES, Connection, KeptOut, Role, Starting, open_connections, open_discord, open_keyring

CONTENT = Path(__file__).parent / "content"
QUIET = 10.0  # seconds after its start in which a process does nothing that can wait
DRAIN = 5.0  # seconds that a jump of the clock waits at each due time for what follows from it to be said
STEPS = (agenda.CLOSE, schedule.REMIND, schedule.OVER, outcomes.GO_OUT)  # of a meeting
YOUNG = 20_000  # new objects among which garbage is looked for; Python's 700 cost a tenth of a relayed message's time

log = structlog.get_logger()


@dataclass(frozen=True)
class Bot:
    """A bot at work. `connected` ends when every platform is there."""

    clock: Clock
    timetable: Timetable
    sender: Sender
    health: Health
    web_routes: Sequence[web.RouteDef]
    connected: asyncio.Future[list[None]]


@asynccontextmanager
async def running(settings: Settings, role: Role = ROLES["run"], clock: Clock | None = None) -> AsyncIterator[Bot]:
    """The bot, connecting to every platform that has a token. Leaving it ends what is under way: sends arrive, acts
    are answered, what was taken in is written down."""
    words = texts.read(CONTENT)
    engine = opening.open_database(settings, migrating=role.is_called and role.works)
    async with AsyncExitStack() as ending:
        ending.callback(engine.dispose)
        with database.reading(engine) as session:
            if session.scalar(select(District.id).limit(1)) is None:
                log.warning("it knows no district: `start-somewhere load my-district` reads one from its files")
        writer = Writer(engine, outbox.note_changes)
        ending.push_async_callback(asyncio.to_thread, writer.close)
        if _is_for_one(settings):
            await writer.do(claims.release_leases)
            await writer.do(leases.forget_all)

        clock = clock or Clock()
        frame = Frame(writer, words, clock, routes.HOUSE, settings.public_url)
        keyring = open_keyring(settings, engine, writer)
        connections = open_connections(settings, role, frame.handle, words, keyring)
        platforms: dict[str, Platform] = {}
        catching_up = CatchingUp(writer, frame.handle_missed, platforms, frame.in_hand)
        if role.works:
            frame.joined.append(catching_up.begin)
            frame.behind.append(catching_up.is_behind)
            frame.unwritten.append(catching_up.unwritten.note)
        connecting = [asyncio.create_task(_connect(*one, platforms)) for one in connections.items()]
        for connection, task in zip(connections.values(), connecting, strict=True):
            ending.push_async_callback(connection.stop)
            ending.push_async_callback(_end, task)
        ending.push_async_callback(catching_up.stop)
        heard: dict[str, Listening] = {**connections}
        if role.hears and isinstance(speaker := connections.get("discord"), Discord):
            hold = partial(leases.hold, writer)
            was_in = partial(_was_in, writer)
            hear = partial(open_discord, settings, frame.handle, turns=Turns(), was_in=was_in)
            heard["discord"] = shards = Shards(speaker, hold, hear)
            connecting.append(asyncio.create_task(_hear(shards, after=connecting[-1])))
            ending.push_async_callback(shards.stop)
            ending.push_async_callback(_end, connecting[-1])

        posted = talks.openings(routes.HOUSE.threads)
        cards, now = routes.HOUSE.cards, clock.now
        sending = Sender(engine, writer, words, cards, platforms, posted, [*connections], now, readers.at)
        timetable, background = Timetable(engine, clock, frame.handle_due), list[asyncio.Task[None]]()
        sending.clock_set.append(timetable.catch_up)
        if role.works:
            ending.enter_context(database.listening(engine, sending.wake))
            readings = {name: one.reading for name, one in routes.HOUSE.files.items()}
            receiver = Receiver(engine, writer, words, platforms, readings, clock.now)
            for name, work in {"sending": sending.run(), "receiving": receiver.run()}.items():
                background.append(_begin(name, work))
                ending.push_async_callback(_end, background[-1])
            maintenance.plan(timetable, engine, writer, clock, routes.HOUSE)
            timetable.start()
            ending.push_async_callback(timetable.stop)

        health = Health(engine, writer, clock, heard, background=background)
        web_routes = [route for one in connections.values() for route in one.web_routes if role.is_called]
        web_routes += Feeds(engine, words, clock).routes if settings.public_url else ()
        connected = asyncio.gather(*connecting)
        ending.push_async_callback(_end, connected)
        yield Bot(clock, timetable, sending, health, web_routes, connected)
        log.info("ending")


def _is_for_one(settings: Settings) -> bool:
    """SQLite is for one process."""
    return make_url(settings.database_url).get_backend_name() == "sqlite"


async def _was_in(writer: Writer, bot: str) -> Sequence[str]:
    return await writer.look(partial(joined_as, platform="discord", bot=bot))


async def _connect(name: str, connection: Connection, platforms: dict[str, Platform]) -> None:
    await _start(name, connection)
    platforms[name] = connection.platform


async def _hear(shards: Shards, after: asyncio.Task[None]) -> None:
    await after
    await _start("discord gateway", shards)


async def _start(name: str, connection: Starting) -> None:
    log.info("connecting", platform=name)
    try:
        await connection.start()
    except Exception as error:  # there is no going on without this platform
        reason = error.reason if isinstance(error, Refused) else ""
        log.error("kept out", platform=name, reason=reason, exc_info=error)
        raise KeptOut from error
    log.info("connected", platform=name)


def _begin(name: str, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
    """In the background. Should it end before it is cancelled, that is told at once."""
    task = asyncio.create_task(work, name=name)
    task.add_done_callback(_tell_end)
    return task


def _tell_end(task: asyncio.Task[None]) -> None:
    if not task.cancelled():
        log.error("ended in the background", task=task.get_name(), exc_info=task.exception())


async def _end(task: asyncio.Future[Any]) -> None:
    if task.cancel():
        with contextlib.suppress(asyncio.CancelledError, KeptOut):
            await task
    elif not task.cancelled():
        task.exception()  # which was told when it ended


async def _work(settings: Settings, role: Role) -> None:
    """Until SIGTERM or SIGINT. Raises KeptOut."""
    stopped = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, stopped.set)
    async with running(settings, role) as bot, serving(settings, bot):
        stopping = asyncio.ensure_future(stopped.wait())
        await asyncio.wait((stopping, bot.connected), return_when=asyncio.FIRST_COMPLETED)
        if not stopping.done():
            bot.connected.result()  # raises KeptOut
        gc.collect()
        gc.freeze()  # what is there now stays: looking through it for garbage takes tens of ms each time
        gc.set_threshold(YOUNG)
        await asyncio.wait((stopping,), timeout=QUIET)
        if not stopping.done():
            await asyncio.to_thread(moments.prepare)
        await stopping


@asynccontextmanager
async def serving(settings: Settings, bot: Bot) -> AsyncIterator[None]:
    """/healthz, and the addresses that platforms call."""
    routes = [web.get("/healthz", bot.health.answer), *bot.web_routes]
    if settings.pretend_clock:
        routes += MovableClock(bot.clock, bot.timetable, lambda: bot.sender.drain(DRAIN), STEPS).routes
    async with AsyncExitStack() as ending:
        try:
            await ending.enter_async_context(bot_web.serving(routes, address(settings), settings.port))
        except OSError as error:
            log.error("kept out", address=address(settings), port=settings.port, exc_info=error)
            raise KeptOut from error
        log.info("health is told", address=address(settings), port=settings.port, path="/healthz")
        yield


def address(settings: Settings) -> str:
    """Where callers are heard: on this machine, unless somebody is to call from elsewhere."""
    if settings.pretend_clock:
        return "127.0.0.1"
    return settings.bind or ("0.0.0.0" if settings.slack_signing_secret else "127.0.0.1")


@contextlib.contextmanager
def only_one(settings: Settings) -> Iterator[None]:
    """SQLite is for one process: a lock beside the file, to which links may lead, keeps a second one out. Raises
    Stopped."""
    file = database.sqlite_file(settings.database_url)
    lock = FileLock(f"{file.resolve()}.lock", timeout=0, mode=OWN) if file else contextlib.nullcontext()
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(lock)
        except Timeout:
            raise Stopped(line("terminal-another-process")) from None
        yield


def work(settings: Settings, command: str, terminal: Terminal = IN_ENGLISH) -> int:
    """Until SIGTERM or SIGINT. Returns the exit status. Why it cannot begin is logged in the words of the terminal."""
    try:
        if command != "run" and _is_for_one(settings):
            raise Stopped(line("terminal-several-processes"))
        opening.find(settings)
        with only_one(settings):
            asyncio.run(_work(settings, ROLES[command]))
    except Stopped as error:
        log.error("kept out", reason="\n".join(drawn(terminal.words, one) for one in error.lines))
        return 1
    except KeptOut:
        return 1
    return 0
