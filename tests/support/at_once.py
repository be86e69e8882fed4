"""Two who act at the same moment."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable

from sqlalchemy import event
from support import databases
from support.cores import Core
from support.corner import Corner
from support.workers import LONG, SOON

import wiring
from bot import routes, texts
from bot.delivery import outbox
from bot.frame import Frame
from bot.storage.database import connect
from bot.storage.writer import Writer
from bot.timetable import Timetable

WAITING = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
Act = Callable[[Core], Awaitable[object]]


def by(who: Corner, does: Callable[[Corner], Awaitable[object]]) -> Act:
    async def act(bot: Core) -> None:
        who.bot = bot
        await does(who)

    return act


async def at_once(bot: Core, first: Act, second: Act) -> None:
    """On PostgreSQL two workers have a transaction each, and the first has only to commit when the second begins: this
    one has to wait for it. That it does says little: it may have decided before. So a test asserts what came of both.
    SQLite has one worker, which does the one after the other."""
    database = bot.settings.database_url
    if not database.startswith("postgresql"):
        await first(bot)
        await second(bot)
        return
    done, may_commit, engine = threading.Event(), threading.Event(), connect(database)

    @event.listens_for(engine, "commit")
    def hold(_connection: object) -> None:
        done.set()
        assert may_commit.wait(LONG)

    writer = Writer(engine, outbox.note_changes)
    frame = Frame(writer, texts.read(wiring.CONTENT), bot.clock, routes.HOUSE)
    elsewhere = Core(frame, writer, bot.clock, bot.settings, Timetable(engine, bot.clock, frame.handle_due))
    try:
        early = asyncio.ensure_future(first(elsewhere))
        assert await asyncio.to_thread(done.wait, LONG)
        late = asyncio.ensure_future(second(bot))
        until = time.monotonic() + LONG
        while not (late.done() or databases.rows(database, WAITING)) and time.monotonic() < until:
            await asyncio.wait([late], timeout=0.05)
        await asyncio.wait([late], timeout=SOON)
        assert not late.done(), "nothing keeps the second from reading what the first is about to change"
        may_commit.set()
        await asyncio.gather(early, late)
    finally:
        may_commit.set()
        await asyncio.to_thread(writer.close)
        engine.dispose()
