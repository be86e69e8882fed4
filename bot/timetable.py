"""What falls due, and doing it. Due times are rows; a tick finds those whose time has come and hands them to the
same frame that takes what people do, so each is done once however often it is handed over."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import ColumnElement, Engine, Select, bindparam, delete, func, insert, literal, select, tuple_, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.database import reading
from bot.storage.tables import Table

AT_ONCE = 100  # due rows in one go
SECOND, MINUTE, HOUR = 1.0, 60.0, 3600.0
FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=1)  # until the next try of what keeps failing

log = structlog.get_logger()


class DueRow(Table):
    __tablename__ = "due"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    do: Mapped[str]  # a name of `bot.routes.DUE`
    subject: Mapped[int]
    tries: Mapped[int] = mapped_column(default=0, server_default="0")  # that failed


@dataclass(frozen=True)
class Due:
    """Something whose time has come."""

    row: int
    do: str
    subject: int
    at: datetime


def set_due(session: Session, do: str, subject: int, at: datetime) -> None:
    session.add(DueRow(at=at, do=do, subject=subject))


def forget(session: Session, do: str, subject: int) -> None:
    session.execute(delete(DueRow).where(DueRow.do == do, DueRow.subject == subject))


def set_anew(session: Session, do: str, subjects: Select[int], at: datetime) -> None:
    """At that moment and no other, for all of them at once."""
    session.execute(delete(DueRow).where(DueRow.do == do, DueRow.subject.in_(subjects)))
    subject = subjects.subquery().c[0]
    rows = select(literal(at, DueRow.at.type), literal(do), subject).order_by(subject)
    session.execute(insert(DueRow).from_select(["at", "do", "subject"], rows))


def next_of(session: Session, do: str, subject: int) -> datetime | None:
    """When it is to be done."""
    return session.scalar(select(func.min(DueRow.at)).where(DueRow.do == do, DueRow.subject == subject))


def is_due_after(session: Session, do: str, subject: int, at: datetime) -> bool:
    """Whether it is to be done again later."""
    later = select(DueRow.id).where(DueRow.do == do, DueRow.subject == subject, DueRow.at > at)
    return session.scalar(later.limit(1)) is not None


def is_planned(session: Session, do: str, subject: int, at: datetime, now: datetime) -> bool:
    """Whether it is to be done just then, or was to be done by now."""
    planned = select(DueRow.at).where(DueRow.do == do, DueRow.subject == subject)
    return any(when == at or when <= now for when in session.scalars(planned))


def take_off(session: Session, dues: Sequence[Due]) -> list[Due]:
    """Returns those that have neither been done, forgotten nor put off meanwhile."""
    rows = session.connection().execute(_TAKE_OFF, {"dues": [(due.row, due.do, due.subject, due.at) for due in dues]})
    taken = {Due(*row) for row in rows}
    return [due for due in dues if due in taken]


def put_off(session: Session, due: Due, now: datetime) -> None:
    """For something that could not be done: it is tried again in a minute, and then ever more rarely."""
    tries = session.scalar(select(DueRow.tries).where(*_is(due)))
    if tries is not None:
        wait = min(FIRST * 2 ** min(tries, 10), LONGEST)
        session.execute(update(DueRow).where(*_is(due)).values(at=now + wait, tries=tries + 1))
        log.warning("put off", do=due.do, tries=tries + 1, seconds=wait.total_seconds())


def _is(due: Due) -> tuple[ColumnElement[bool], ...]:
    """By all that it says: the number of a row that is gone may be given again."""
    return DueRow.id == due.row, DueRow.do == due.do, DueRow.subject == due.subject, DueRow.at == due.at


def next_due(session: Session) -> datetime | None:
    """The earliest due time there is, past or to come."""
    return session.scalar(select(func.min(DueRow.at)))


class Clock:
    """Domain time: the real one, moved ahead by as much as somebody jumped. `ahead`: where it begins; a test may begin
    behind, on a day that it chooses."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Only ever forward."""
        self._ahead = max(self._ahead, moment - datetime.now(UTC))


class Timetable:
    """Ticks once a second. `handle` does what is due and returns when it is committed. Nothing is kept in the
    scheduler: its jobs are the ticks, and the chores."""

    def __init__(self, engine: Engine, clock: Clock, handle: Callable[[Sequence[Due]], Awaitable[object]]) -> None:
        self._engine, self._clock, self._handle = engine, clock, handle
        self._ticking = asyncio.Lock()
        self._under_way: set[asyncio.Task[None]] = set()
        # What comes late is as good as in time, and two at once would do nothing twice but work.
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)
        self.every(SECOND, self.tick)

    def start(self) -> None:
        self._scheduler.start()

    def every(self, seconds: float, do: Callable[[], Awaitable[object]]) -> None:
        """Again and again, also after failures."""
        self._scheduler.add_job(self._try, "interval", [do], seconds=seconds)

    def catch_up(self) -> None:
        """For when the clock was set: the scheduler goes by it, and would wait for as long as it went back."""
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=datetime.now(UTC))

    async def stop(self) -> None:
        """Returns when what is under way is over."""
        self._scheduler.shutdown(wait=False)
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _try(self, do: Callable[[], Awaitable[object]]) -> None:
        task = asyncio.ensure_future(_attempt(do))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        with suppress(asyncio.CancelledError):  # the scheduler lets go of what is under way when it ends
            await asyncio.shield(task)

    async def tick(self) -> None:
        """Does all that is due now."""
        async with self._ticking:
            while due := await asyncio.to_thread(self._due_now):
                await self._handle(due)

    async def jump(self, to: datetime, drain: Callable[[], Awaitable[None]]) -> None:
        """Moves domain time there, stopping at each due time on the way; `drain` lets what follows from it be said."""
        while (at := await asyncio.to_thread(self._next)) is not None and at <= to:
            self._clock.move_to(at)
            await self.tick()
            await drain()
        self._clock.move_to(to)

    async def next_of(self, names: Sequence[str], after: datetime) -> datetime | None:
        """When the first of these is due after that."""
        return await asyncio.to_thread(self._next_of, names, after)

    def _next_of(self, names: Sequence[str], after: datetime) -> datetime | None:
        with reading(self._engine) as session:
            return session.scalar(select(func.min(DueRow.at)).where(DueRow.do.in_(names), DueRow.at > after))

    def _due_now(self) -> list[Due]:
        with reading(self._engine) as session:
            rows = select(DueRow).where(DueRow.at <= self._clock.now()).order_by(DueRow.at, DueRow.id).limit(AT_ONCE)
            return [Due(row.id, row.do, row.subject, row.at) for row in session.scalars(rows)]

    def _next(self) -> datetime | None:
        with reading(self._engine) as session:
            return next_due(session)


async def _attempt(do: Callable[[], Awaitable[object]]) -> None:
    try:
        await do()
    except Exception as error:  # the next time may go well, as after a while without a database
        log.error("not done this time", exc_info=error)


_TAKE_OFF = (
    delete(DueRow)
    .where(tuple_(DueRow.id, DueRow.do, DueRow.subject, DueRow.at).in_(bindparam("dues", expanding=True)))
    .returning(DueRow.id, DueRow.do, DueRow.subject, DueRow.at)
)
