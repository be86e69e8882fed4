"""Asking a platform that does not answer yet."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from bot.boundary import OutcomeUnknown, RetryAfter

AGAIN = 1.0  # seconds until the next attempt, where the platform did not say
TRIES = 4  # of what is asked briefly

T = TypeVar("T")
log = structlog.get_logger()


async def patiently(platform: str, ask: Callable[[], Awaitable[T]]) -> T:
    """The same again until it answers: for what may be done twice. Raises what else `ask` raises."""
    while True:
        try:
            return await ask()
        except (RetryAfter, OutcomeUnknown) as error:
            pause = _until_again(error)
        log.warning("does not answer yet, asking again", platform=platform, seconds=round(pause, 1))
        await asyncio.sleep(pause)


async def briefly(ask: Callable[[], Awaitable[T]], tries: int = TRIES) -> T:
    """The same again a few times, as late as the platform says: for somebody who waits, and for what may be done twice.
    Raises what `ask` raised last."""
    for _ in range(tries - 1):
        try:
            return await ask()
        except (RetryAfter, OutcomeUnknown) as error:
            await asyncio.sleep(_until_again(error))
    return await ask()


def _until_again(error: RetryAfter | OutcomeUnknown) -> float:
    """Seconds."""
    return error.after if isinstance(error, RetryAfter) else AGAIN
