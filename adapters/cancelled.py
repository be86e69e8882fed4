"""A task ends quietly if it was asked to. A CancelledError that comes out of a library, though nobody asked, is a
failure like others, and must not end what watches a connection."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class CancelledWithin(Exception):
    """Something that was awaited had been cancelled, but not the task that awaited it."""


@contextmanager
def nobody_asked() -> Iterator[None]:
    """Raises CancelledWithin in place of a CancelledError that does not mean the running task."""
    try:
        yield
    except asyncio.CancelledError as cancelled:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        raise CancelledWithin from cancelled


def failure_of(done: asyncio.Task[Any]) -> BaseException | None:
    """None also for a task that ended because it was asked to."""
    if done.cancelled():
        return None if done.cancelling() else CancelledWithin()
    return done.exception()
