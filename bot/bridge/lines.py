"""Waiting for a thread: people may answer a card a moment before we know that it stands. What they say then waits, in
order, and is heard once that is known. Should this process end meanwhile, Slack tells it again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.writer import Undone

LONGEST = 20.0  # seconds
LOOK = 0.1  # seconds between two looks

T = TypeVar("T")


class NotYet(Undone):
    """A card is on its way to where this was said: it cannot be told yet whether it was said under that."""


@dataclass
class _Line:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class Lines:
    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    async def hear(self, place: str, work: Callable[[], Awaitable[T]]) -> T | None:
        """What `work` returns once it no longer raises NotYet; None if it always did."""
        if place not in self._lines:
            try:
                return await work()
            except NotYet:
                pass
        line = self._lines.setdefault(place, _Line())
        line.length += 1
        try:
            async with line.turn:
                return await self._patiently(work)
        finally:
            line.length -= 1
            if not line.length:
                self._lines.pop(place, None)

    async def _patiently(self, work: Callable[[], Awaitable[T]]) -> T | None:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            try:
                return await work()
            except NotYet:
                await asyncio.sleep(LOOK)
        return None
