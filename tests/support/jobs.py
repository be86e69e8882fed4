"""Jobs for the writer that end in every way, and a way to have them wait for each other."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from support.marks import mark

from bot.storage.seen_keys import SeenKey
from bot.storage.writer import Rollback, Writer

LONG_AGO = -math.inf
Job = Callable[[Session], Any]


@contextmanager
def busy(writer: Writer) -> Iterator[None]:
    """What is submitted meanwhile waits, and is then taken together."""
    begun, go_on = threading.Event(), threading.Event()

    def hold(_session: Session) -> None:
        begun.set()
        assert go_on.wait(10)

    held = writer.submit(hold)
    assert begun.wait(10)
    try:
        yield
    finally:
        go_on.set()
        held.result(10)


def leaving(name: str) -> Job:
    def run(session: Session) -> str:
        mark(session, name)
        return f"did {name}"

    return run


def refusing(name: str) -> Job:
    def run(session: Session) -> None:
        session.scalar(select(func.count()).select_from(SeenKey))  # a rule has looked something up
        mark(session, name)
        raise Rollback

    return run


def refusing_late(name: str) -> Job:
    """After it had to flush, which is what a savepoint is for."""

    def run(session: Session) -> None:
        with session.begin_nested():
            mark(session, name)
            session.flush()
            raise Rollback

    return run


def failing(name: str) -> Job:
    def run(session: Session) -> None:
        mark(session, name)
        session.flush()
        raise ZeroDivisionError

    return run


def ended(future: Future[Any]) -> object:
    """What it returned, or the kind of its error."""
    try:
        return future.result(10)
    except (Exception, CancelledError) as error:
        return type(error)
