"""The writer: what shares a commit, what leaves no trace, and what is done once however often it comes."""

from __future__ import annotations

import asyncio
import math
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import InterfaceError, ProgrammingError
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_both
from support.jobs import LONG_AGO, Job, busy, ended, failing, leaving, refusing, refusing_late
from support.marks import mark, marking, marks

from bot.storage import context
from bot.storage.seen_keys import forget_keys
from bot.storage.writer import BATCH, PATIENCE, Repeated, Rollback, Withdrawn, Writer

pytestmark = on_both


@dataclass
class Names:
    names: set[str] = field(default_factory=set)


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    with marking(tmp_path) as engine:
        yield engine


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    writer = Writer(engine, lambda session: True)
    yield writer
    writer.close()


# Together --------------------------------------------------------------------------------------------------------


def test_what_waits_shares_one_commit(writer: Writer, engine: Engine) -> None:
    commits: list[int] = []
    with busy(writer):
        writer.committed.append(lambda: commits.append(len(marks(engine))))
        done = [writer.submit(leaving(f"{number:02}")) for number in range(BATCH + 5)]
    assert [ended(future) for future in done] == [f"did {number:02}" for number in range(BATCH + 5)]
    assert commits[-2:] == [BATCH, BATCH + 5]
    assert marks(engine) == [f"{number:02}" for number in range(BATCH + 5)]


@pytest.mark.parametrize("refuse", [refusing, refusing_late])
def test_a_refused_job_leaves_no_trace_and_the_others_stand(
    writer: Writer, engine: Engine, refuse: Callable[[str], Job]
) -> None:
    commits: list[None] = []
    with busy(writer):
        writer.committed.append(lambda: commits.append(None))
        done = [writer.submit(job) for job in (leaving("a"), refuse("b"), leaving("c"))]
    assert [ended(future) for future in done] == ["did a", Rollback, "did c"]
    assert marks(engine) == ["a", "c"]
    assert len(commits) == 2  # with that of the one who kept the writer busy: nothing was run again


def test_a_failing_job_is_run_again_alone_and_harms_no_other(writer: Writer, engine: Engine) -> None:
    runs: Counter[str] = Counter()

    def counting(name: str, job: Job) -> Job:
        def run(session: Session) -> object:
            runs[name] += 1
            return job(session)

        return run

    with busy(writer):
        jobs = {"a": leaving("a"), "b": failing("b"), "c": leaving("c")}
        done = [writer.submit(counting(name, job)) for name, job in jobs.items()]
    assert [ended(future) for future in done] == ["did a", ZeroDivisionError, "did c"]
    assert runs == {"a": 2, "b": 2, "c": 1}  # a and b in the batch, then each alone
    assert marks(engine) == ["a", "c"]


def test_what_the_driver_refuses_harms_no_other_either(writer: Writer, engine: Engine) -> None:
    """At once, not after half a minute of tries, as if no server had answered."""

    def unwritable(session: Session) -> object:
        return session.execute(text("SELECT :given"), {"given": object()})

    began = time.monotonic()
    with busy(writer):
        done = [writer.submit(job) for job in (leaving("a"), unwritable, leaving("c"))]
    named = [ended(future) for future in done]
    assert (named[0], named[2]) == ("did a", "did c")
    assert named[1] in (InterfaceError, ProgrammingError)
    assert marks(engine) == ["a", "c"]
    assert time.monotonic() - began < PATIENCE / 2


def test_the_last_word_belongs_to_finish(engine: Engine) -> None:
    """It sees what all the jobs left in the batch, and if it fails nothing of them stands."""

    def finish(session: Session) -> bool:
        names = sorted(context.shared(session, Names).names)
        mark(session, "+".join(names) or "-")
        if "bad" in names:
            raise ZeroDivisionError
        return True

    def naming(name: str) -> Job:
        def run(session: Session) -> None:
            context.shared(session, Names).names.add(name)
            mark(session, name)

        return run

    writer = Writer(engine, finish)
    with busy(writer):
        done = [writer.submit(naming(name)) for name in ("a", "b")]
    assert [ended(future) for future in done] == [None, None]
    assert marks(engine) == ["-", "a", "b", "a+b"]
    with busy(writer):
        done = [writer.submit(naming(name)) for name in ("c", "bad", "d")]
    assert [ended(future) for future in done] == [None, ZeroDivisionError, None]
    assert marks(engine)[4:] == ["-", "c", "c", "d", "d"]
    writer.close()


# Once ------------------------------------------------------------------------------------------------------------


def test_what_comes_again_is_known_in_the_same_batch_and_later(writer: Writer, engine: Engine) -> None:
    with busy(writer):
        done = [writer.submit(leaving(name), key="E1") for name in "abc"]
    done += [writer.submit(leaving("d"), key="E1"), writer.submit(leaving("e"), key="E2")]
    assert [ended(future) for future in done] == ["did a", Repeated, Repeated, Repeated, "did e"]
    assert marks(engine) == ["a", "e"]


def test_what_was_refused_is_not_asked_again(writer: Writer, engine: Engine) -> None:
    assert ended(writer.submit(refusing("a"), key="E1")) is Rollback
    assert ended(writer.submit(leaving("b"), key="E1")) is Repeated
    assert marks(engine) == []


def test_what_failed_may_come_again(writer: Writer, engine: Engine) -> None:
    with busy(writer):
        done = [writer.submit(job, key="E1") for job in (failing("a"), leaving("b"), leaving("c"))]
    assert [ended(future) for future in done] == [ZeroDivisionError, "did b", Repeated]
    assert marks(engine) == ["b"]


def test_forgotten_keys_are_new(writer: Writer) -> None:
    assert ended(writer.submit(leaving("a"), key="E1")) == "did a"
    writer.submit(lambda session: forget_keys(session, math.inf)).result(10)
    assert ended(writer.submit(leaving("b"), key="E1")) == "did b"


# Not at all ------------------------------------------------------------------------------------------------------


def test_what_waited_too_long_is_not_begun_and_may_come_again(writer: Writer, engine: Engine) -> None:
    assert ended(writer.submit(leaving("a"), key="E1", deadline=LONG_AGO)) is Withdrawn
    assert ended(writer.submit(leaving("b"), key="E1")) == "did b"
    assert marks(engine) == ["b"]


def test_what_was_given_up_is_not_begun(writer: Writer, engine: Engine) -> None:
    with busy(writer):
        given_up = writer.submit(leaving("a"), key="E1")
        after = writer.submit(leaving("b"))
        assert given_up.cancel()
    assert [ended(given_up), ended(after)] == [CancelledError, "did b"]
    assert marks(engine) == ["b"]


async def test_an_await_that_ends_early_takes_its_job_back(writer: Writer, engine: Engine) -> None:
    with busy(writer):
        task = asyncio.create_task(writer.do(leaving("a")))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait((task,), timeout=5)
    assert task.cancelled()
    assert await writer.do(leaving("b")) == "did b"
    assert marks(engine) == ["b"]


def test_an_await_that_ends_while_its_job_runs_harms_nothing(writer: Writer, engine: Engine) -> None:
    async def impatient() -> None:
        begun, go_on = threading.Event(), threading.Event()

        def slow(session: Session) -> None:
            begun.set()
            assert go_on.wait(10)
            mark(session, "a")

        task = asyncio.create_task(writer.do(slow))
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()
        await asyncio.wait((task,), timeout=5)
        go_on.set()

    asyncio.run(impatient())  # its loop is closed by the time the job is done
    assert ended(writer.submit(leaving("b"))) == "did b"
    assert marks(engine) == ["a", "b"]


# The end ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("waiting", [0, 1, BATCH - 1, BATCH, BATCH + 1, 3 * BATCH])
def test_closing_does_all_that_waits(engine: Engine, waiting: int) -> None:
    writer = Writer(engine, lambda session: True)
    with busy(writer):
        done = [writer.submit(leaving(str(number))) for number in range(waiting)]
        closing = threading.Thread(target=writer.close)
        closing.start()
    closing.join(10)
    assert not closing.is_alive()
    assert all(future.done() for future in done)
    assert len(marks(engine)) == waiting


DIES = """
import os, signal, sys
from support.marks import mark
from bot.storage import database
from bot.storage.writer import Writer

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def job(session):
    mark(session, "a")
    session.flush()
    if sys.argv[2] == "before":
        die()

writer = Writer(database.connect(sys.argv[1]), lambda session: True)
if sys.argv[2] == "after":
    writer.committed.append(die)
writer.submit(job, key="E1").result(20)
"""


@pytest.mark.parametrize(("when", "stands"), [("before", []), ("after", ["a"])])
def test_killed_before_the_commit_it_is_as_if_nothing_had_come(
    tmp_path: Path, engine: Engine, when: str, stands: list[str]
) -> None:
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", DIES, databases.address(tmp_path, "marks"), when]
    killed = subprocess.run(command, env={"PYTHONPATH": f"{root}:{root / 'tests'}"}, timeout=30)
    assert killed.returncode == -9
    assert marks(engine) == stands
    writer = Writer(engine, lambda session: True)
    assert ended(writer.submit(leaving("b"), key="E1")) == (Repeated if stands else "did b")
    writer.close()
