"""The command line, and the only wiring: the one file that knows both the bot and the platforms."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import structlog
from aiohttp import web
from filelock import FileLock, Timeout
from pydantic import SecretStr
from sqlalchemy import Engine, make_url
from sqlalchemy.orm import Session

import demo
from adapters.discord.connection import Connection as Discord
from adapters.discord.connection import Shard, Turns
from adapters.discord.shards import Shards
from adapters.slack.connection import Connection as Slack
from adapters.slack.installing import Pages
from adapters.slack.workspaces import AppSecrets
from bot import claims, drafts, leases, logs, notices, outbox, paces, routes, scrub, store, texts, tickets, vault
from bot import web as bot_web
from bot.boundary import Handle, Keyring, Offer, Platform, Refused
from bot.bridge import talks
from bot.bridge.catching_up import CatchingUp
from bot.chores import code, load, reseal
from bot.frame import Frame
from bot.health import Health, Listening
from bot.polls import tallies
from bot.sender import Sender
from bot.settings import Settings
from bot.texts import Texts
from bot.timetable import HOUR, MINUTE, Clock, Timetable
from bot.vault import Seal, Vault
from bot.web import MovableClock
from bot.writer import Writer, forget_keys

FOLDING = 5.0  # seconds between two times that what was noted of ballots is added up
CONTENT = Path(__file__).parent / "content"
KEYS_KEPT = timedelta(days=1)  # how long a second delivery is known as one; Slack's last comes after minutes
DRAFTS_KEPT = timedelta(days=1)
NOTICES_KEPT = timedelta(days=7)
PACES_KEPT = timedelta(days=1)
SAID_KEPT = timedelta(days=30)  # for so long what stands can be changed or taken away once it is done
DRAIN = 5.0  # seconds that a jump of the clock waits at each due time for what follows from it to be said
YOUNG = 20_000  # new objects among which garbage is looked for; Python's 700 cost a tenth of a relayed message's time

log = structlog.get_logger()


class KeptOut(Exception):
    """A platform, or this machine, did not let the bot do what it must; the log says which and why."""


class Starting(Protocol):
    async def start(self) -> None: ...

    async def stop(self) -> None: ...


class Connection(Starting, Listening, Protocol):
    """What both adapters' connections can do."""

    platform: Platform

    @property
    def web_routes(self) -> Sequence[web.RouteDef]:
        """Where the platform calls us, if it does."""


@dataclass(frozen=True)
class Role:
    """What a process does. `hears`: listens to Slack's sockets and Discord's gateway. `is_called`: platforms may call
    it. `works`: sends, and does what falls due."""

    hears: bool
    is_called: bool
    works: bool


ROLES = {
    "run": Role(hears=True, is_called=True, works=True),
    "web": Role(hears=False, is_called=True, works=False),
    "worker": Role(hears=True, is_called=False, works=True),
}


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
    engine = store.connect(settings.database_url)
    if role.is_called and role.works:
        store.migrate(engine)
    async with AsyncExitStack() as ending:
        ending.callback(engine.dispose)
        writer = Writer(engine, outbox.note_changes)
        ending.push_async_callback(asyncio.to_thread, writer.close)
        if _is_for_one(settings):
            await writer.do(claims.release_leases)
            await writer.do(leases.forget_all)

        clock = clock or Clock()
        frame = Frame(writer, words, clock)
        keyring = _keyring(settings, engine, writer)
        connections = _connections(settings, role, frame.handle, words, keyring)
        platforms: dict[str, Platform] = {}
        catching_up = CatchingUp(writer, frame.handle_missed, platforms)
        if role.works:
            frame.joined.append(catching_up.begin)
            frame.behind.append(catching_up.is_behind)
        connecting = [asyncio.create_task(_connect(*one, platforms)) for one in connections.items()]
        for connection, task in zip(connections.values(), connecting, strict=True):
            ending.push_async_callback(connection.stop)
            ending.push_async_callback(_end, task)
        ending.push_async_callback(catching_up.stop)
        heard: dict[str, Listening] = {**connections}
        if role.hears and isinstance(speaker := connections.get("discord"), Discord):
            hold = partial(leases.hold, writer)
            hear = partial(_discord, settings, frame.handle, turns=Turns())
            heard["discord"] = shards = Shards(speaker, hold, hear)
            connecting.append(asyncio.create_task(_hear(shards, after=connecting[-1])))
            ending.push_async_callback(shards.stop)
            ending.push_async_callback(_end, connecting[-1])

        sending = Sender(engine, writer, words, routes.CARDS, platforms, routes.POSTED)
        timetable = Timetable(engine, clock, frame.handle_due)
        sending.clock_set.append(timetable.catch_up)
        if role.works:
            ending.enter_context(store.listening(engine, sending.wake))
            ending.push_async_callback(_end, asyncio.create_task(sending.run()))
            timetable.every(HOUR, lambda: _tidy(writer, clock))
            timetable.every(FOLDING, lambda: _fold(writer))
            timetable.every(MINUTE, lambda: scrub.scrub_remains(engine, writer))
            timetable.start()
            ending.push_async_callback(timetable.stop)

        health = Health(engine, writer, clock, heard)
        web_routes = [route for one in connections.values() for route in one.web_routes if role.is_called]
        connected = asyncio.gather(*connecting)
        ending.push_async_callback(_end, connected)
        yield Bot(clock, timetable, sending, health, web_routes, connected)
        log.info("ending")


def _is_for_one(settings: Settings) -> bool:
    """SQLite is for one process."""
    return make_url(settings.database_url).get_backend_name() == "sqlite"


def _connections(
    settings: Settings, role: Role, handle: Handle, words: Texts, keyring: Keyring | None
) -> dict[str, Connection]:
    """Those through which this process speaks; Discord's gateway is heard through others."""
    connections: dict[str, Connection] = {}
    has_line = settings.slack_signing_secret or settings.slack_app_token
    has_slack = has_line and (settings.slack_bot_token or keyring)
    if has_slack and (settings.slack_signing_secret or role.hears):
        connections["slack"] = _slack(settings, handle, words, keyring)
    if settings.discord_token and role.works:
        offers = [_offer(name, words) for name in routes.COMMANDS]
        offers += [_shortcut(name, words) for name in routes.SHORTCUTS]
        connections["discord"] = _discord(settings, handle, None, offers)
    for name, there in (("slack", has_slack), ("discord", settings.discord_token)):
        if not there:
            log.warning("left out: it has no token", platform=name)
    return connections


def _slack(settings: Settings, handle: Handle, words: Texts, keyring: Keyring | None) -> Slack:
    return Slack(
        bot_token=_revealed(settings.slack_bot_token),
        app_token=_revealed(settings.slack_app_token),
        signing_secret=_revealed(settings.slack_signing_secret),
        api_url=settings.slack_api_url,
        handle=handle,
        keyring=keyring,
        app=AppSecrets(settings.slack_client_id, _revealed(settings.slack_client_secret)) if keyring else None,
        pages=Pages(words.in_all("install-done"), words.in_all("install-failed")),
    )


def _keyring(settings: Settings, engine: Engine, writer: Writer) -> Keyring | None:
    """None: Slack's only workspace is that of the settings."""
    given = settings.slack_client_id, settings.slack_client_secret, settings.connection_keys
    if not all(given):
        if any(given):
            log.warning("Slack cannot be installed: that takes SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, CONNECTION_KEYS")
        return None
    try:
        return Vault(engine, writer, Seal(_revealed(settings.connection_keys)), "slack")
    except ValueError as error:
        log.error("kept out: CONNECTION_KEYS", reason=str(error))
        raise KeptOut from error


def _discord(
    settings: Settings,
    handle: Handle,
    shard: Shard | None,
    offers: Sequence[Offer] = (),
    turns: Turns | None = None,
) -> Discord:
    return Discord(
        token=_revealed(settings.discord_token),
        api_url=settings.discord_api_url,
        gateway_url=settings.discord_gateway_url,
        handle=handle,
        offers=offers,
        shard=shard,
        turns=turns,
    )


def _revealed(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _offer(command: str, words: Texts) -> Offer:
    does = {language: one(f"command-{command}-does") for language, one in words.items()}
    hint = {language: one(f"command-{command}-hint") for language, one in words.items()}
    return Offer(command, does, hint, suggests=command in routes.TYPING)


def _shortcut(name: str, words: Texts) -> Offer:
    does = {language: one(f"shortcut-{name}-does") for language, one in words.items()}
    return Offer(name, does, {}, on_messages=True)


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
    except Exception as error:  # whatever it was: there is no going on without this platform
        reason = error.reason if isinstance(error, Refused) else ""
        log.error("kept out", platform=name, reason=reason, exc_info=error)
        raise KeptOut from error
    log.info("connected", platform=name)


async def _end(task: asyncio.Future[Any]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, KeptOut):
        await task


async def _fold(writer: Writer) -> None:
    while await writer.do(tallies.fold):
        pass


async def _tidy(writer: Writer, clock: Clock) -> None:
    await writer.do(lambda session: _forget(session, clock.now()))
    before = time.time() - SAID_KEPT.total_seconds()
    while await writer.do(lambda session: outbox.forget(session, before)):
        pass


def _forget(session: Session, now: datetime) -> None:
    tickets.forget(session, time.time())
    forget_keys(session, time.time() - KEYS_KEPT.total_seconds())
    talks.forget(session, time.time() - SAID_KEPT.total_seconds())
    paces.forget(session, time.time() - PACES_KEPT.total_seconds())
    drafts.forget(session, now - DRAFTS_KEPT)
    notices.forget(session, now - NOTICES_KEPT)


# The command line ------------------------------------------------------------------------------------------------


async def work(settings: Settings, role: Role) -> None:
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
        await stopping


@asynccontextmanager
async def serving(settings: Settings, bot: Bot) -> AsyncIterator[None]:
    """/healthz, and wherever a platform calls."""
    routes, host = [web.get("/healthz", bot.health.answer), *bot.web_routes], "0.0.0.0"
    if settings.pretend_clock:
        routes += MovableClock(bot.clock, bot.timetable, lambda: bot.sender.drain(DRAIN)).routes
        host = "127.0.0.1"
    async with AsyncExitStack() as ending:
        try:
            await ending.enter_async_context(bot_web.serving(routes, host, settings.port))
        except OSError as error:
            log.error("kept out", port=settings.port, exc_info=error)
            raise KeptOut from error
        log.info("health is told", port=settings.port, path="/healthz")
        yield


def only_one(settings: Settings) -> FileLock | contextlib.nullcontext[None]:
    """SQLite is for one process: a lock beside the file keeps a second one out."""
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return contextlib.nullcontext()
    return FileLock(f"{url.database}.lock", timeout=0)


def main() -> int:
    parser = argparse.ArgumentParser(prog="start-somewhere", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="the bot, connected to every platform that has a token")
    commands.add_parser("web", help="one of several processes on PostgreSQL: what Slack calls over HTTP")
    commands.add_parser("worker", help="one of several processes on PostgreSQL: everything else")
    commands.add_parser("migrate", help="brings the database to what this version needs")
    commands.add_parser("load", help="reads a district's files into the database").add_argument("folder", type=Path)
    coded = commands.add_parser("code", help="prints a code that ties a workspace to a district")
    coded.add_argument("district", help="its key in district.yaml")
    commands.add_parser("new-key", help="prints a key for CONNECTION_KEYS")
    commands.add_parser("reseal", help="closes every secret in the database with the first of CONNECTION_KEYS")
    trial = commands.add_parser("demo", help="the bot with a pretend Slack and a pretend Discord, in the browser")
    trial.add_argument("--port", type=int, default=8080, help="of the page; any free one if it is taken")
    chosen = parser.parse_args()
    settings = Settings()
    logs.configure(settings.log_level)
    match chosen.command:
        case "run" | "web" | "worker":
            return _work(settings, chosen.command)
        case "migrate":
            store.migrate(store.connect(settings.database_url))
        case "load":
            return load(settings, chosen.folder)
        case "code":
            return code(settings, chosen.district)
        case "new-key":
            print(vault.new_key())
        case "reseal":
            return reseal(settings)
        case "demo":
            return demo.show(chosen.port)
    return 0


def _work(settings: Settings, command: str) -> int:
    if command != "run" and _is_for_one(settings):
        log.error("several processes need PostgreSQL: SQLite is for one, the command run", command=command)
        return 1
    try:
        with only_one(settings):
            asyncio.run(work(settings, ROLES[command]))
    except Timeout:
        log.error("another process works on this database already")
        return 1
    except KeptOut:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
