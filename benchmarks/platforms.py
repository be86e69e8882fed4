"""Where the sender sends to: a scripted platform, and the same without anything to remember in between."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping

from bot.boundary import Account, Address, Message, Pace
from bot.delivery.sender import AT_ONCE

FREELY: Mapping[str, Pace] = {"post": Pace(), "edit": Pace(), "delete": Pace()}
SLOWEST = 0.004  # seconds that a post takes at most


class Scripted:
    """Takes every post within a random moment. The ids of its messages say which came first."""

    name = "slack"

    def __init__(self, paces: Mapping[str, Pace] = FREELY) -> None:
        self.paces = paces
        self.times: list[float] = []  # when each was asked for
        self._rng = random.Random(0)
        self._ids = itertools.count(1)

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        self.times.append(time.monotonic())
        await asyncio.sleep(self._rng.uniform(0.0, SLOWEST))
        return f"{next(self._ids):010}.000100"

    async def find(self, to: Address, message: Message, delivery: int, since: float) -> str:
        raise AssertionError("nothing is in doubt here")

    async def edit(self, at: Address, remote: str, message: Message, delivery: int) -> None:
        raise AssertionError("nothing changes here")

    async def delete(self, at: Address, remote: str) -> None:
        raise AssertionError("nothing is taken away here")

    async def open_dm(self, account: Account) -> Address:
        raise AssertionError("nobody is written to alone here")


async def straight(post: Callable[[Address], Awaitable[object]], places: Iterable[Address], each: int) -> float:
    """So many posts to each place, one after the other, to as many places at once as the sender serves. Returns how
    many a second."""
    waiting, posted, began = iter(places), 0, time.perf_counter()

    async def serve() -> None:
        nonlocal posted
        for place in waiting:
            for _ in range(each):
                await post(place)
                posted += 1

    await asyncio.gather(*(serve() for _ in range(AT_ONCE)))
    return posted / (time.perf_counter() - began)
