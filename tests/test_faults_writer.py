"""The writer where a job has second thoughts, the end has come, or the database is away; and what ticks meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session
from support.databases import on_both, on_postgresql, on_sqlite
from support.jobs import Job, busy, ended, failing, leaving
from support.marks import Mark, mark, marking, marks

from bot import timetable
from bot.storage import leases
from bot.storage import writer as writer_module
from bot.storage.database import insert, take_turn
from bot.storage.outages import takes_nothing
from bot.storage.writer import Closed, Repeated, Rollback, Withdrawn, Writer
from bot.timetable import Clock, Due, Timetable

pytestmark = on_both


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    with marking(tmp_path) as engine:
        yield engine


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    writer = Writer(engine, lambda session: True)
    yield writer
    writer.close()


# Second thoughts -------------------------------------------------------------------------------------------------


def flushing_and_refusing(session: Session) -> None:
    mark(session, "flushed")
    session.flush()
    raise Rollback


def inserting_and_refusing(session: Session) -> None:
    session.execute(insert(session)(Mark).values(name="inserted"))
    raise Rollback


@pytest.mark.parametrize("refuse", [flushing_and_refusing, inserting_and_refusing])
def test_who_is_undone_after_writing_leaves_no_trace_either(writer: Writer, engine: Engine, refuse: Job) -> None:
    commits: list[list[str]] = []
    with busy(writer):
        writer.committed.append(lambda: commits.append(marks(engine)))
        done = [writer.submit(leaving("a")), writer.submit(refuse, key="E1"), writer.submit(leaving("c"), key="E2")]
    assert [ended(future) for future in done] == ["did a", Rollback, "did c"]
    assert commits[1:] == [["a", "c"]], "they still share a commit"
    assert ended(writer.submit(leaving("b"), key="E1")) is Repeated
    assert ended(writer.submit(refuse)) is Rollback
    assert marks(engine) == ["a", "c"]


def test_and_one_who_fails_beside_them_harms_nobody(writer: Writer, engine: Engine) -> None:
    with busy(writer):
        jobs = [leaving("a"), flushing_and_refusing, failing("b"), leaving("c")]
        done = [writer.submit(job) for job in jobs]
    assert [ended(future) for future in done] == ["did a", Rollback, ZeroDivisionError, "did c"]
    assert marks(engine) == ["a", "c"]


# Too late --------------------------------------------------------------------------------------------------------


def test_what_comes_after_the_end_is_refused(engine: Engine) -> None:
    writer = Writer(engine, lambda session: True)
    writer.close()
    with pytest.raises(Closed):
        writer.submit(leaving("a"))
    assert marks(engine) == []


async def test_nobody_waits_past_the_deadline_whatever_the_writer_is_busy_with(writer: Writer, engine: Engine) -> None:
    with busy(writer):
        began = time.monotonic()
        with pytest.raises(Withdrawn):
            await writer.do(leaving("a"), key="E1", deadline=began + 0.1)
        assert time.monotonic() - began < 1
    assert await writer.do(leaving("b"), key="E1", deadline=time.monotonic() + 10) == "did b"
    assert marks(engine) == ["b"]


async def test_there_is_a_bound_to_what_waits(writer: Writer, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "MOST", 3)
    with busy(writer):
        soon = time.monotonic() + 10
        done = [writer.submit(leaving(name), deadline=soon) for name in "abc"]
        with pytest.raises(Withdrawn):
            await writer.do(leaving("d"), deadline=soon)
        done.append(writer.submit(leaving("e")))  # nobody waits for it, so nobody can be asked to come again
    assert [ended(future) for future in done] == ["did a", "did b", "did c", "did e"]
    assert marks(engine) == ["a", "b", "c", "e"]


# Without a database ----------------------------------------------------------------------------------------------


@pytest.fixture
def nowhere() -> Iterator[Writer]:
    engine = create_engine("postgresql+psycopg://nobody@/none?host=/nowhere")
    writer = Writer(engine, lambda session: True)
    yield writer
    writer.close()
    engine.dispose()


def test_all_that_wait_for_the_database_are_told_together(nowhere: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "PATIENCE", 0.3)
    began = time.monotonic()
    done = [nowhere.submit(leaving("a")) for _ in range(20)]
    assert all(isinstance(future.exception(10), DBAPIError) for future in done)
    assert time.monotonic() - began < 20 * 0.3 / 3
    assert nowhere.failing


@pytest.fixture
def locked(engine: Engine) -> Iterator[Connection]:
    """Somebody else who writes, and takes their time."""
    with engine.connect() as other:
        other.execute(insert(other)(Mark).values(name="other"))
        yield other


@on_sqlite
async def test_people_are_told_in_time_that_sqlite_is_busy_and_what_is_in_no_hurry_waits(
    locked: Connection, writer: Writer, engine: Engine
) -> None:
    soon = time.monotonic() + 0.5
    patient = writer.submit(leaving("d"))
    done = [writer.do(leaving(name), key=name, deadline=soon) for name in "abc"]
    assert {type(outcome) for outcome in await asyncio.gather(*done, return_exceptions=True)} == {Withdrawn}
    assert time.monotonic() - soon < 1
    assert writer.failing
    locked.rollback()
    assert patient.result(2) == "did d"
    assert writer.submit(leaving("a"), key="a").result(2) == "did a"
    assert marks(engine) == ["d", "a"]


@on_sqlite
def test_what_is_in_no_hurry_is_told_of_the_database(
    locked: Connection, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody could be asked to come again; what was said is heard later, once it is known why it was not."""
    monkeypatch.setattr(writer_module, "PATIENCE", 0.3)
    failure = writer.submit(leaving("a")).exception(5)
    assert failure is not None
    assert takes_nothing(failure)


@on_postgresql
def test_each_waits_as_long_as_somebody_waits_for_it(writer: Writer, engine: Engine) -> None:
    """Not as long as the last of those that are done together."""
    with engine.connect() as other:
        with busy(writer):
            take_turn(other, alone=False)
            began = time.monotonic()
            first = writer.submit(leaving("a"), deadline=began + 0.5, alone=True)
            second = writer.submit(leaving("b"), deadline=began + 8, alone=True)
        assert isinstance(first.exception(4), Withdrawn)
        assert time.monotonic() - began < 2
        assert not second.done()
    assert second.result(4) == "did b"
    assert marks(engine) == ["b"]


@on_sqlite
def test_a_full_disk_is_not_the_fault_of_any_of_them(writer: Writer, engine: Engine) -> None:
    room = ["PRAGMA max_page_count=1"]
    event.listen(engine, "checkout", lambda connection, *_: connection.execute(room[-1]))
    with busy(writer):
        soon = time.monotonic() + 0.5
        done = [writer.submit(leaving(name * 100_000), deadline=soon) for name in "abc"]
    failures = [future.exception(2) for future in done]
    assert all(isinstance(failure, OperationalError) for failure in failures)
    assert time.monotonic() - soon < 1
    assert failures == failures[:1] * 3, "they were not tried one by one"
    room.append("PRAGMA max_page_count=1000000")
    assert writer.submit(leaving("d")).result(2) == "did d"


async def test_a_lease_outlives_a_time_without_a_database(
    nowhere: Writer, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody hears meanwhile, since nobody can know that they may; afterwards somebody does."""
    monkeypatch.setattr(writer_module, "PATIENCE", 0.05)
    monkeypatch.setattr(leases, "RENEWED", 0.05)
    monkeypatch.setattr(leases, "LASTS", 0.3)
    inside: list[str] = []
    through = [writer]

    class Switched:
        async def aside(self, run: Job) -> object:
            return await through[-1].aside(run)

    @asynccontextmanager
    async def hear() -> AsyncIterator[None]:
        inside.append("here")
        yield
        inside.clear()

    holding = asyncio.create_task(leases.hold(Switched(), "shard", hear, lambda _: None))
    for wanted in (["here"], [], ["here"]):
        async with asyncio.timeout(10):
            while inside != wanted:
                await asyncio.sleep(0.01)
        through.append(nowhere if wanted else writer)
    assert not holding.done()
    holding.cancel()
    await asyncio.wait((holding,))


async def test_a_tick_that_fails_is_not_the_last(
    engine: Engine, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timetable, "SECOND", 0.02)
    done, hours = asyncio.Event(), asyncio.Event()
    fails = [OSError(), OSError()]

    async def handle(dues: Sequence[Due]) -> None:
        if fails:
            raise fails.pop()
        await writer.do(lambda session: timetable.take_off(session, dues))
        done.set()

    await writer.do(lambda session: timetable.set_due(session, "note", 1, datetime.now(UTC)))
    table = Timetable(engine, Clock(), handle)
    table.start()

    async def tidy() -> None:
        hours.set()

    table.every(0.02, tidy)
    await asyncio.wait_for(asyncio.gather(done.wait(), hours.wait()), 10)
    for job in table._scheduler.get_jobs():  # as if the clock had been set back
        job.modify(next_run_time=datetime.now(UTC) + timedelta(hours=1))
    hours.clear()
    table.catch_up()
    await asyncio.wait_for(hours.wait(), 10)
    await table.stop()
    assert not table._under_way


@on_sqlite
async def test_a_tick_that_is_under_way_at_the_end_ends_without_an_error(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    begun, on, over = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        begun.set()
        await on.wait()
        over.set()

    async def nothing(_: Sequence[Due]) -> None:
        """Nothing is due."""

    table = Timetable(engine, Clock(), nothing)
    table.every(0.02, slowly)
    table.start()
    await asyncio.wait_for(begun.wait(), 10)
    ending = asyncio.create_task(table.stop())
    await asyncio.sleep(0)
    on.set()
    await ending
    assert over.is_set()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_lease_lasts_while_what_it_is_for_begins(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord may let a shard in late: nobody else tries meanwhile, and it need not begin again."""
    monkeypatch.setattr(leases, "RENEWED", 0.05)
    monkeypatch.setattr(leases, "LASTS", 0.3)
    begun: list[str] = []

    @asynccontextmanager
    async def hear(name: str) -> AsyncIterator[None]:
        begun.append(name)
        await asyncio.sleep(0.8)
        begun.append(f"{name} hears")
        yield

    holding = [
        asyncio.create_task(leases.hold(writer, "shard", lambda name=name: hear(name), lambda _: None))
        for name in ("one", "two")
    ]
    await asyncio.sleep(1.5)
    assert begun in (["one", "one hears"], ["two", "two hears"])
    for one in holding:
        one.cancel()
    await asyncio.wait(holding)


@on_postgresql
def test_too_many_values_are_nobodys_trouble_but_that_jobs(engine: Engine, writer: Writer) -> None:
    """The driver refuses them over a line that stands: it isn't tried again for as long as an outage may last."""
    many = select(Mark.name).where(Mark.name.in_(map(str, range(70_000))))
    began = time.monotonic()
    wrong = writer.submit(lambda session: session.execute(many).all()).exception(5)
    assert isinstance(wrong, OperationalError)
    assert not takes_nothing(wrong)
    assert writer.submit(lambda session: mark(session, "after")).exception(5) is None
    assert time.monotonic() - began < 5
    assert marks(engine) == ["after"]
