"""What a reminder of a meeting costs where many are due in one minute."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import wiring
from benchmarks.district import settle
from benchmarks.table import Table, figure, ratio
from bot import notices, routes, texts
from bot.delivery import outbox
from bot.frame import Frame
from bot.meetings import schedule
from bot.notices import Notice
from bot.storage import context
from bot.storage.database import connect, reading
from bot.storage.writer import Writer
from bot.timetable import Clock, DueRow, Timetable
from tests.support import pairs


def tuesday(moment: datetime) -> datetime:
    """The next one, inside the district's hours."""
    ahead = (1 - moment.weekday()) % 7 or 7
    return datetime.combine(moment.date() + timedelta(ahead), clock_time(15), UTC)


class Still(Clock):
    """It stands, however long it takes: no notice is due before all of them are there."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def moves(self, ahead: timedelta) -> None:
        self._moment += ahead


def run(folder: Path, runs: int = 5, few: int = 500, many: int = 5_000) -> Table:
    """`few` and `many` meetings of two people each, whose reminders are due at once: until all notices are there."""
    took: dict[int, list[tuple[float, float]]] = {few: [], many: []}
    asyncio.run(_remind(folder / "first", few))  # statements are made for the first time
    for number in range(runs):
        for count in (few, many):
            took[count].append(asyncio.run(_remind(folder / f"{number}-{count}", count)))
    cpu = {count: [one / count * 1000 for _, one in took[count]] for count in (few, many)}
    rows = (
        (
            f"{count:,} reminders due at once",
            figure([seconds for seconds, _ in took[count]], 2),
            figure(cpu[count], 2),
            ratio(cpu[count], cpu[few]),
        )
        for count in (few, many)
    )
    return Table(f"Reminders of meetings, {runs} runs", ("", "seconds", "CPU ms each", "ratio"), tuple(rows))


async def _remind(folder: Path, count: int) -> tuple[float, float]:
    """The seconds that it takes, and those of processor time."""
    folder.mkdir()
    engine, clock = connect(settle(folder).database), Still(tuesday(datetime.now(UTC)))
    now = clock.now()
    with Session(engine, info=context.info()) as session:
        pairs.meet(session, count, now)
        session.commit()
    writer = Writer(engine, outbox.note_changes)
    timetable = Timetable(engine, clock, Frame(writer, texts.read(wiring.CONTENT), clock, routes.HOUSE).handle_due)
    began, used = time.perf_counter(), time.process_time()
    await timetable.tick()
    took = time.perf_counter() - began, time.process_time() - used
    await asyncio.to_thread(writer.close)
    with reading(engine) as session:
        told = session.scalar(select(func.count()).where(Notice.name == schedule.TOMORROW))
        due = session.scalar(select(func.count()).where(DueRow.do == notices.NOTICE))
    engine.dispose()
    if (told, due) != (count * 2, count * 2):
        raise AssertionError(f"of {count * 2} people {told} are to be told, {due} due")
    return took
