"""The database: its engine, its one writer, its migrations.

All writing goes through `Writer`: a thread that runs whatever waits in one transaction, so that many acts share one
commit. The jobs are plain functions on a plain Session.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, delete, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.tables import Table

T = TypeVar("T")
Batch = dict[str, Any]
Outcomes = list[tuple[Any, Exception | None]]
BATCH = 32  # jobs that share a commit
PATIENCE = 30.0  # seconds for which a batch is tried again while the database is away
CHANNEL = "outbox"  # on which processes tell each other that there is something to send
HEARING = 0.5  # seconds after which a listener looks whether it shall end
# What PostgreSQL's driver is told: a server that says nothing any more counts as gone; and the server: a process that
# stands still in the middle of a transaction holds up the others no longer than this.
LINE = {
    "connect_timeout": 5,  # seconds, as all of these are but the one in ms
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 15_000,
    "options": "-c idle_in_transaction_session_timeout=10s",
}
CLASHES = {"40001", "40P01"}  # PostgreSQL's codes for a serialization failure and a deadlock: the batch is played again


def connect(url: str) -> Engine:
    """An engine for SQLite or PostgreSQL. What members wrote stays out of its errors, being parameters."""
    is_postgresql = make_url(url).get_backend_name() == "postgresql"
    given = {name: value for name, value in LINE.items() if is_postgresql and name not in make_url(url).query}
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=given)
    if not is_postgresql:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says, not where the driver guesses
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A Session for looking only: what it sees stays as it was at its first look, on SQLite."""
    with Session(engine.execution_options(reads=True), autoflush=False) as session:
        yield session


def migrate(engine: Engine) -> None:
    """Brings the tables to what this version needs."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":  # two that migrate at once go one after the other
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('migrate'))"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


class Undone(Exception):
    """Raised by a job to leave no trace; the others of its batch stand. Cheap as long as it has written nothing yet."""


class Repeated(Exception):
    """A job with this key has been done before."""


class Withdrawn(Exception):
    """The job had waited past its deadline and was not begun."""


class Closed(Exception):
    """The writer takes nothing more."""


class _Written(Exception):
    """A job was undone after it had written."""


class SeenKey(Table):
    """What has been recorded, so that a second delivery is known as one."""

    __tablename__ = "seen_keys"
    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[float] = mapped_column(index=True)  # Unix time


def forget_keys(session: Session, before: float) -> None:
    """Forgets what was recorded before that Unix time."""
    session.execute(delete(SeenKey).where(SeenKey.at < before))


@dataclass(frozen=True)
class Job(Generic[T]):
    """`run` may be called twice, in two transactions of which one stands: its Session is all it may change."""

    run: Callable[[Session], T]
    key: str  # recorded with what it does; empty: may be done any number of times
    order: str  # what it will lock: every batch goes through its jobs in this order
    deadline: float  # time.monotonic() after which it is not begun
    done: Future[T] = field(default_factory=Future)
    turn: threading.Lock = field(default_factory=threading.Lock)  # taken, once, by whoever begins or withdraws it

    def withdraw(self) -> None:
        """Unless it has begun."""
        if self.turn.acquire(blocking=False) and self.done.set_running_or_notify_cancel():
            self.done.set_exception(Withdrawn())

    def begin(self) -> bool:
        if self.deadline <= time.monotonic():
            self.withdraw()
        return self.turn.acquire(blocking=False) and self.done.set_running_or_notify_cancel()


class Writer:
    """The one thread that writes. `finish` runs last in every transaction, with `batch`, a dict that all its Sessions
    share as `session.info["batch"]`; all in `committed` are called after each, from this thread."""

    def __init__(self, engine: Engine, finish: Callable[[Session, Batch], None]) -> None:
        self.committed: list[Callable[[], None]] = []
        self.failing = False  # whether the last that it was to write could not be written, the database being at fault
        self._engine = engine
        self._finish = finish
        self._closing = threading.Lock()
        self._closed = False
        event.listen(engine, "before_cursor_execute", _note_writing)
        self._waiting: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer")
        self._thread.start()

    def submit(
        self, run: Callable[[Session], T], *, key: str = "", order: str = "", deadline: float = math.inf
    ) -> Future[T]:
        """The future holds what `run` returned once that is committed. Its errors: Repeated, Withdrawn, and whatever
        `run` raised. Raises Closed."""
        return self._take(Job(run, key, order, deadline)).done

    async def do(self, run: Callable[[Session], T], *, key: str = "", order: str = "", deadline: float = math.inf) -> T:
        """`submit` for those who can await it. Withdrawn comes at the deadline, whatever the writer is busy with."""
        job = self._take(Job(run, key, order, deadline))
        if math.isinf(deadline):
            return await asyncio.wrap_future(job.done)
        late = asyncio.get_running_loop().call_later(deadline - time.monotonic(), job.withdraw)
        try:
            return await asyncio.wrap_future(job.done)
        finally:
            late.cancel()

    def _take(self, job: Job[T]) -> Job[T]:
        with self._closing:
            if self._closed:
                raise Closed
            self._waiting.put(job)
        return job

    def close(self) -> None:
        """Returns when everything that waits has been done."""
        with self._closing:
            self._closed = True
            self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (first := self._waiting.get()) is not None:
            jobs = [first]
            with contextlib.suppress(queue.Empty):
                while len(jobs) < BATCH and (job := self._waiting.get_nowait()) is not None:
                    jobs.append(job)
                if len(jobs) < BATCH:
                    self._waiting.put(None)  # the end was met while gathering: meet it again
            if begun := [job for job in jobs if job.begin()]:
                self._do_all(sorted(begun, key=lambda job: job.order))

    def _do_all(self, jobs: list[Job[Any]]) -> None:
        try:
            outcomes = self._persist(jobs)
        except Exception as failure:  # whatever it was, one of them may be to blame: each on its own
            self.failing = isinstance(failure, DBAPIError)
            if len(jobs) == 1 or _passes(failure):  # without a database each would wait as long as all together
                for job in jobs:
                    job.done.set_exception(failure)
            else:
                for job in jobs:
                    self._do_all([job])
            return
        self.failing = False
        for told in self.committed:
            told()
        for job, (result, error) in zip(jobs, outcomes, strict=True):
            if error is None:
                job.done.set_result(result)
            else:
                job.done.set_exception(error)

    def _persist(self, jobs: list[Job[Any]]) -> Outcomes:
        """Plays the batch until it stands. Where a connection broke at the commit, the keys tell whether it had come
        through: then what it did the first time counts."""
        given_up = time.monotonic() + PATIENCE
        tried: tuple[set[str], Outcomes] | None = None
        apart = False
        while True:
            try:
                with self._engine.begin() as connection:
                    fresh = _record(connection, {job.key for job in jobs if job.key})
                    if tried and tried[0] and not tried[0] & fresh:
                        return tried[1]
                    tried = None
                    outcomes = self._run_all(connection, jobs, set(fresh), apart)
                    tried = fresh, outcomes
                return outcomes
            except _Written:  # nobody pays for savepoints but a batch that turns out to need them
                apart = True
            except DBAPIError as error:
                if not _passes(error) or time.monotonic() > given_up:
                    raise
                self.failing = True
                time.sleep(0.05)

    def _run_all(self, connection: Connection, jobs: list[Job[Any]], fresh: set[str], apart: bool) -> Outcomes:
        """With `apart` each is in a savepoint of its own."""
        batch: Batch = {}
        outcomes: Outcomes = []
        for job in jobs:
            if job.key and job.key not in fresh:
                outcomes.append((None, Repeated()))
                continue
            fresh.discard(job.key)
            outcomes.append((_run_apart if apart else _run)(job, connection, batch))
        with _session(connection, batch) as session:
            self._finish(session, batch)
            session.commit()
        return outcomes


def _passes(error: Exception) -> bool:
    """Whether the same may go well in a moment. PostgreSQL's errors carry a code, and none if there is no server to
    give one; class 57 is a server that ends or begins."""
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlstate", "SQLite") or ""
    return code in CLASHES or error.connection_invalidated or code == "" or code.startswith("57P")


def _note_writing(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
    if not statement.startswith("SELECT"):
        connection.info["written"] = True


def _session(connection: Connection, batch: Batch) -> Session:
    return Session(
        connection,
        autoflush=False,
        expire_on_commit=False,
        join_transaction_mode="rollback_only",
        info={"batch": batch},
    )


def _run(job: Job[Any], connection: Connection, batch: Batch) -> tuple[Any, Exception | None]:
    connection.info["written"] = False
    with _session(connection, batch) as session:
        try:
            result = job.run(session)
        except Undone as undone:
            if connection.info["written"]:
                raise _Written from undone
            return None, undone
        session.commit()
        return result, None


def _run_apart(job: Job[Any], connection: Connection, batch: Batch) -> tuple[Any, Exception | None]:
    with connection.begin_nested() as savepoint, _session(connection, batch) as session:
        try:
            result = job.run(session)
        except Undone as undone:
            savepoint.rollback()
            return None, undone
        session.commit()
        return result, None


def _record(connection: Connection, keys: set[str]) -> set[str]:
    """Records the keys, in order so that two workers never wait for each other; returns those that are new."""
    if not keys:
        return set()
    at = time.time()
    add = insert(connection)(SeenKey).values([{"key": key, "at": at} for key in sorted(keys)])
    return set(connection.scalars(add.on_conflict_do_nothing().returning(SeenKey.key)))


def insert(bind: Connection | Session) -> Callable[[type[Table]], sqlite.Insert | postgresql.Insert]:
    """The INSERT of this database that knows ON CONFLICT."""
    connection = bind.connection() if isinstance(bind, Session) else bind
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert


def wake_others(session: Session) -> None:
    """Lets every process that is `listening` know when this transaction stands. With SQLite there are no others."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"NOTIFY {CHANNEL}"))


@contextmanager
def listening(engine: Engine, heard: Callable[[], None]) -> Iterator[None]:
    """Calls `heard`, from a thread of its own, whenever any process woke the others."""
    if engine.dialect.name != "postgresql":
        yield
        return
    ended = threading.Event()
    thread = threading.Thread(target=_listen, args=(engine, heard, ended), name="listener")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _listen(engine: Engine, heard: Callable[[], None], ended: threading.Event) -> None:
    driver = engine.dialect.loaded_dbapi
    while not ended.is_set():
        try:
            with contextlib.closing(engine.raw_connection()) as pooled:
                connection: Any = pooled.driver_connection
                pooled.detach()  # it is not to be lent to anyone after this
                connection.autocommit = True
                connection.execute(f"LISTEN {CHANNEL}")
                while not ended.is_set():
                    for _ in connection.notifies(timeout=HEARING):
                        heard()
        except (driver.Error, DBAPIError):  # the server is away: senders look every second by themselves
            ended.wait(1.0)
