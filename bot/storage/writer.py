"""All writing: one thread that runs the waiting jobs in one transaction, so that many acts share a commit. Jobs are
plain functions on a plain Session."""

from __future__ import annotations

import asyncio
import contextlib
import math
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Generic, TypedDict, TypeVar, Unpack

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import (
    DBAPIError,
)
from sqlalchemy.orm import Session

from bot.storage import context
from bot.storage.context import Objects
from bot.storage.database import reading, take_turn
from bot.storage.outages import is_sqlites, passes, was_kept_waiting
from bot.storage.seen_keys import record

T = TypeVar("T")
Finish = Callable[[Session], bool]  # whether there is news for those in `committed`
Outcomes = list[tuple[Any, Exception | None]]
WAIT = 0.2  # seconds that one try waits for SQLite's lock
BATCH = 32  # jobs that share a commit
MOST = 1000  # jobs that wait; one more that has a deadline is withdrawn at once
PATIENCE = 30.0  # seconds for which a batch is tried again while the database is away


class Rollback(Exception):
    """Raised by a job to leave no trace; the others of its batch are committed. Cheap until the job has written."""


class Repeated(Exception):
    """A job with this key has been done before."""


class Withdrawn(Exception):
    """The job had waited past its deadline, or would have had to, and was not begun."""


class Closed(Exception):
    """The writer takes nothing more."""


class _Written(Exception):
    """A job was rolled back after it had written."""


class How(TypedDict, total=False):
    """How a job is done."""

    key: str  # recorded with what it does; empty, as without it: may be done any number of times
    order: str  # what it will lock: every batch goes through its jobs in this order
    # time.monotonic() after which it is not begun, nor tried again on SQLite, nor waited for on PostgreSQL; or none
    deadline: float
    alone: bool  # nobody else writes meanwhile (`bot.storage.database.take_turn`)


@dataclass(frozen=True)
class Job(Generic[T]):
    """`run` may be called twice, in two transactions of which one is committed: it changes nothing but its Session."""

    run: Callable[[Session], T]
    key: str = ""
    order: str = ""
    deadline: float = math.inf
    alone: bool = False
    done: Future[T] = field(default_factory=Future)
    turn: threading.Lock = field(default_factory=threading.Lock)  # taken once, to begin the job or to withdraw it

    @property
    def is_hurried(self) -> bool:
        """Somebody waits for it."""
        return not math.isinf(self.deadline)

    def withdraw(self) -> bool:
        """Unless it has begun, or was given up."""
        if withdrawn := self.turn.acquire(blocking=False) and self.done.set_running_or_notify_cancel():
            self.done.set_exception(Withdrawn())
        return withdrawn

    def begin(self) -> bool:
        if self.deadline <= time.monotonic():
            self.withdraw()
        return self.turn.acquire(blocking=False) and self.done.set_running_or_notify_cancel()


class Writer:
    """The one thread that writes. `finish` runs last in every transaction, in a Session that shares what those before
    it shared (`bot.storage.context`). All in `committed` are called after each that has news, from this thread."""

    def __init__(self, engine: Engine, finish: Finish) -> None:
        self.committed: list[Callable[[], None]] = []
        self.failing = False  # true while the last write failed because of the database, or waited for another in vain
        self._engine = engine
        self._impatient = engine.execution_options(waits=WAIT)
        self._finish = finish
        self._closing = threading.Lock()
        self._closed = False
        self._news = True  # whether the last transaction left something that those in `committed` wait for
        event.listen(engine, "before_cursor_execute", _note_writing)
        self._waiting: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._asides = ThreadPoolExecutor(1, "asides")
        self._thread = threading.Thread(target=self._work, name="writer")
        self._thread.start()

    def submit(self, run: Callable[[Session], T], **how: Unpack[How]) -> Future[T]:
        """The future holds what `run` returned once that is committed. Its errors: Repeated, Withdrawn, and those
        of `run`. Raises Closed, and Withdrawn where too many wait already."""
        return self._take(Job(run, **how)).done

    async def do(self, run: Callable[[Session], T], **how: Unpack[How]) -> T:
        """`submit`, awaited. Withdrawn comes at the deadline, even while the writer is busy."""
        job = self._take(Job(run, **how))
        if not job.is_hurried:
            return await asyncio.wrap_future(job.done)
        late = asyncio.get_running_loop().call_later(job.deadline - time.monotonic(), self._withdraw, job)
        try:
            return await asyncio.wrap_future(job.done)
        finally:
            late.cancel()

    def _withdraw(self, job: Job[Any]) -> None:
        if job.withdraw():  # what is being done has kept it waiting
            self.failing = True

    async def aside(self, run: Callable[[Session], T]) -> T:
        """Runs in a transaction of its own, which waits for nobody's turn: for rows by which nothing else is decided,
        such as leases. One after the other: what is cancelled while it runs is done before the next. Raises what `run`
        or the database raises."""
        return await asyncio.get_running_loop().run_in_executor(self._asides, self._aside, run)

    def _aside(self, run: Callable[[Session], T]) -> T:
        with Session(self._engine) as session, session.begin():
            return run(session)

    async def look(self, run: Callable[[Session], T]) -> T:
        """Runs in a thread of its own on what is committed, and changes nothing."""
        return await asyncio.to_thread(self._look, run)

    def _look(self, run: Callable[[Session], T]) -> T:
        with reading(self._engine) as session:
            return run(session)

    def _take(self, job: Job[T]) -> Job[T]:
        with self._closing:
            if self._closed:
                raise Closed
            if job.is_hurried and self._waiting.qsize() >= MOST:
                raise Withdrawn
            self._waiting.put(job)
        return job

    def close(self) -> None:
        """Returns when everything that waits has been done."""
        with self._closing:
            self._closed = True
            self._waiting.put(None)
        self._thread.join()
        self._asides.shutdown()

    def _work(self) -> None:
        while (first := self._waiting.get()) is not None:
            jobs = [first]
            with contextlib.suppress(queue.Empty):
                while len(jobs) < BATCH and (job := self._waiting.get_nowait()) is not None:
                    jobs.append(job)
                if len(jobs) < BATCH:
                    self._waiting.put(None)  # the end was met while gathering: put it back
            if begun := [job for job in jobs if job.begin()]:
                self._do_all(sorted(begun, key=lambda job: job.order))

    def _do_all(self, jobs: list[Job[Any]]) -> None:
        try:
            outcomes = self._persist(jobs)
        except Exception as failure:  # any of them may be to blame: each on its own
            kept_waiting = was_kept_waiting(failure)
            self.failing = isinstance(failure, DBAPIError)
            if passes(failure) or kept_waiting:  # without a database each would wait as long as all together
                over = _over(jobs) if is_sqlites(failure) or kept_waiting else jobs
                for job in over:
                    job.done.set_exception(Withdrawn() if kept_waiting and job.is_hurried else failure)
                if others := [job for job in jobs if job not in over]:
                    self._do_all(others)
            elif len(jobs) == 1:
                jobs[0].done.set_exception(failure)
            else:
                for job in jobs:
                    self._do_all([job])
            return
        self.failing = False
        for told in self.committed if self._news else ():
            told()
        for job, (result, error) in zip(jobs, outcomes, strict=True):
            if error is None:
                job.done.set_result(result)
            else:
                job.done.set_exception(error)

    def _persist(self, jobs: list[Job[Any]]) -> Outcomes:
        """Plays the batch until it is committed. Where a connection broke at the commit, the recorded keys tell whether
        that had succeeded: then the first outcomes count."""
        given_up = time.monotonic() + PATIENCE
        in_time = min(given_up, *(job.deadline for job in jobs))
        any_hurried = any(job.is_hurried for job in jobs)
        tried: tuple[set[str], Outcomes] | None = None
        apart = False
        while True:
            try:
                with self._impatient.begin() as connection:
                    waits = in_time - time.monotonic() if any_hurried and tried is None else None
                    take_turn(connection, alone=any(job.alone for job in jobs), waits=waits)
                    fresh = record(connection, {job.key for job in jobs if job.key})
                    if tried and tried[0] and not tried[0] & fresh:
                        return tried[1]
                    tried = None
                    outcomes = self._run_all(connection, jobs, set(fresh), apart)
                    tried = fresh, outcomes
                return outcomes
            except _Written:  # only a batch that needs savepoints pays for them
                apart = True
            except DBAPIError as error:
                if not passes(error) or time.monotonic() > (in_time if is_sqlites(error) else given_up):
                    raise
                self.failing = True
                time.sleep(0.05)

    def _run_all(self, connection: Connection, jobs: list[Job[Any]], fresh: set[str], apart: bool) -> Outcomes:
        """With `apart` each is in a savepoint of its own."""
        shared: Objects = {}
        outcomes: Outcomes = []
        for job in jobs:
            if job.key and job.key not in fresh:
                outcomes.append((None, Repeated()))
                continue
            fresh.discard(job.key)
            outcomes.append((_run_apart if apart else _run)(job, connection, shared))
        with _session(connection, shared) as session:
            news = self._finish(session)
            session.commit()
        self._news = news
        return outcomes


def _over(jobs: list[Job[Any]]) -> list[Job[Any]]:
    """Those for which nobody waits any longer, one at least; all, where none is hurried."""
    now = max(time.monotonic(), min(job.deadline for job in jobs))
    return [job for job in jobs if job.deadline <= now]


def _note_writing(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
    if not statement.startswith("SELECT"):
        connection.info["written"] = True


def _session(connection: Connection, shared: Objects) -> Session:
    return Session(
        connection,
        autoflush=False,
        expire_on_commit=False,
        join_transaction_mode="rollback_only",
        info=context.info(shared),
    )


def _run(job: Job[Any], connection: Connection, shared: Objects) -> tuple[Any, Exception | None]:
    connection.info["written"] = False
    with _session(connection, shared) as session:
        try:
            result = job.run(session)
        except Rollback as undone:
            if connection.info["written"]:
                raise _Written from undone
            return None, undone
        session.commit()
        return result, None


def _run_apart(job: Job[Any], connection: Connection, shared: Objects) -> tuple[Any, Exception | None]:
    with connection.begin_nested() as savepoint, _session(connection, shared) as session:
        try:
            result = job.run(session)
        except Rollback as undone:
            savepoint.rollback()
            return None, undone
        session.commit()
        return result, None
