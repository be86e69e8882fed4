"""What a tick of the timetable costs: an empty one, however much lies ahead, and one that has much to do."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

import wiring
from benchmarks.district import ask, settle
from benchmarks.table import Table, figure, ratio
from bot import routes, texts
from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.frame import Frame
from bot.polls import lifecycle
from bot.polls.model import Poll, Status
from bot.storage.database import connect, migrate, reading
from bot.storage.writer import Writer
from bot.timetable import Clock, DueRow, Timetable

TICKS = 200  # in a run
SECONDS = 120.0  # that a run may take


def run(folder: Path, runs: int = 5, few: int = 1_000, many: int = 1_000_000, due: int = 5_000) -> Table:
    """Ticks with nothing to do where `few` and `many` rows lie ahead; then `due` polls that close at once."""
    return asyncio.run(_run(folder, runs, few, many, due))


async def _run(folder: Path, runs: int, few: int, many: int, due: int) -> Table:
    timetables = [_ahead(folder / f"{count}.db", count) for count in (few, many)]
    empty: list[list[float]] = [[], []]
    for _ in range(runs + 1):
        for timetable, took in zip(timetables, empty, strict=True):
            took.append(await _tick(timetable, TICKS))
    closing = await _closing(folder, runs, due)
    (at_few, at_many), done = (took[1:] for took in empty), [due / took for took in closing]
    return Table(
        f"The timetable, {runs} runs of {TICKS} empty ticks, {runs} of closing",
        ("", "ms", "ratio"),
        (
            (f"an empty tick, {few:,} rows ahead", _ms(at_few), ratio(at_few, at_few)),
            (f"an empty tick, {many:,} rows ahead", _ms(at_many), ratio(at_many, at_few)),
            (f"{due:,} polls due at once, closed and in the outbox", _ms(closing), f"{figure(done)} a second"),
        ),
    )


def _ms(seconds: list[float]) -> str:
    return figure([one * 1000 for one in seconds], 2)


async def _tick(timetable: Timetable, times: int = 1) -> float:
    """The seconds that one takes."""
    began = time.perf_counter()
    async with asyncio.timeout(SECONDS):
        for _ in range(times):
            await timetable.tick()
    return (time.perf_counter() - began) / times


def _ahead(file: Path, rows: int) -> Timetable:
    """One whose rows are all due tomorrow or later."""
    engine = connect(f"sqlite:///{file}")
    migrate(engine)
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    with Session(engine) as session:
        for start in range(0, rows, 10_000):
            numbers = range(start, min(start + 10_000, rows))
            due = [{"at": tomorrow + timedelta(seconds=n), "do": lifecycle.CLOSE, "subject": n} for n in numbers]
            session.execute(insert(DueRow), due)
        session.commit()

    async def handle(_due: object) -> None:
        raise AssertionError("nothing is due")

    return Timetable(engine, Clock(), handle)


async def _closing(folder: Path, runs: int, polls: int) -> list[float]:
    """The seconds from the tick until all are closed and the outbox knows, each time on a copy of the same database."""
    database = settle(folder).database
    ask(database, "slack", polls=polls, closes=timedelta())
    original, copy = Path(database.removeprefix("sqlite:///")), folder / "copy.db"
    took = []
    for _ in range(runs):
        shutil.copy(original, copy)
        async with _timetable(f"sqlite:///{copy}", polls) as timetable:
            took.append(await _tick(timetable))
    return took


@asynccontextmanager
async def _timetable(database: str, polls: int) -> AsyncIterator[Timetable]:
    """As `main` wires it; at the end all of these polls must be closed, and their cards about to say so."""
    engine, clock = connect(database), Clock()
    writer = Writer(engine, outbox.note_changes)
    try:
        frame = Frame(writer, texts.read(wiring.CONTENT), clock, routes.HOUSE)
        yield Timetable(engine, clock, frame.handle_due)
    finally:
        await asyncio.to_thread(writer.close)
    with reading(engine) as session:
        closed = session.scalar(select(func.count()).where(Poll.status == Status.CLOSED))
        changed = session.scalar(select(func.count()).where(Delivery.wanted > 1))
    engine.dispose()
    if (closed, changed) != (polls, polls):
        raise AssertionError(f"of {polls} polls {closed} were closed, {changed} changed in the outbox")
