"""Waiting for a thread, in the order in which things happen there: people may answer a card a moment before we know
that it stands, and where the bot has just come back, what it missed is heard before what comes now. Should this process
end meanwhile, Slack tells it again, and Discord is asked."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

import structlog

from bot.boundary import Address, Counted, Deleted, Reacted, Said
from bot.storage.writer import Rollback, Withdrawn

# Both longer than it takes until somebody takes over what a process that died was posting (`claims.LEASE`).
LONGEST = 120.0  # seconds until what was said under a card of which nobody knows is not heard
LONGEST_BEHIND = 100.0  # seconds until what comes now is heard all the same, before what was missed
LOOK, MOST_LOOK = 0.1, 2.0  # seconds between two looks, at first and at most

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Put = Reacted | Counted  # emoji, to a message that is told of by itself; nothing waits for them
Heard = Said | Deleted | Put
log = structlog.get_logger()


class NotYet(Rollback):
    """A card is on its way to where this was said: it cannot be told yet whether it was said under that. Or something
    that was said there before is still to be heard."""


class StillInHand(NotYet):
    """What it is about waits here to be written down, too. That ends by itself, however much is before it."""


class Work(Protocol[T_co]):
    def __call__(self, *, deadline: float) -> Awaitable[T_co]:
        """`deadline`: of the monotonic clock, by when it is to have begun; inf where nobody waits for it."""


@dataclass
class _Line:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0
    waiting: dict[asyncio.Timeout, float] = field(default_factory=dict)  # for their turn, with how long each waits

    async def take_turn(self, patience: float) -> float:
        """Until when it is to have begun. Raises Withdrawn once that is over."""
        try:
            async with asyncio.timeout(patience) as waits:
                self.waiting[waits] = patience
                await self.turn.acquire()
        except TimeoutError:
            raise Withdrawn from None
        finally:
            del self.waiting[waits]
        return waits.when() or math.inf

    def put_off(self, pause: float) -> None:
        """Nobody gives up because of a card that is on its way."""
        for waits, patience in self.waiting.items():
            if not waits.expired():
                waits.reschedule(time.monotonic() + pause + patience)


class ThreadQueue:
    """`is_behind` tells of a thread whether something that was said there before is still to be heard."""

    def __init__(self, is_behind: Callable[[Address], bool] = lambda _: False) -> None:
        self._lines: dict[str, _Line] = {}
        self._in_hand: dict[str, list[str]] = {}  # by place
        self._is_behind = is_behind

    def in_hand(self, place: Address) -> Sequence[str]:
        """The messages of which something was told that is not written down yet."""
        return tuple(self._in_hand.get(str(place), ()))

    async def hear(self, event: Heard, work: Work[T], patience: float = math.inf) -> T | None:
        """What `work` returns once it no longer raises NotYet; None if it always did. Raises Withdrawn where it could
        not begin within `patience`, in seconds; how long a card is on its way does not count."""
        if isinstance(event, Put):
            return await self._hear(event, work, patience)
        place = str(event.place)
        messages = self._in_hand.setdefault(place, [])
        messages.append(event.message)
        try:
            return await self._hear(event, work, patience)
        finally:
            messages.remove(event.message)
            if not messages:
                del self._in_hand[place]

    def _waits_for_what_is_above(self, event: Heard) -> bool:
        """Whether the message below which it stands, or to which it was put, is still to be written down. A thread
        bears its id."""
        if event.place is None:
            return False
        above, here = event.place.thread or event.place.channel, str(event.place)
        if isinstance(event, Put) and any(event.message in messages for messages in self._in_hand.values()):
            return True
        return any(above in messages for place, messages in self._in_hand.items() if place != here)

    async def _hear(self, event: Heard, work: Work[T], patience: float) -> T | None:
        place, until = str(event.place), time.monotonic() + LONGEST_BEHIND
        queue = f"{place} {event.message}" if isinstance(event, Put) else place

        told = False

        async def in_order(*, deadline: float) -> T:
            nonlocal told
            if self._waits_for_what_is_above(event):
                raise StillInHand
            if any(map(self._is_behind, _threads(event))):
                if time.monotonic() < until:
                    raise NotYet
                if not told:
                    log.warning("heard before what was missed", address=place)
                    told = True
            return await work(deadline=deadline)

        # Never past the line, not even while it is empty: one that came back with NotYet would be overtaken.
        line = self._lines.setdefault(queue, _Line())
        line.length += 1
        try:
            deadline = await line.take_turn(patience)
            try:
                return await self._patiently(in_order, line, deadline, patience)
            finally:
                line.turn.release()
        finally:
            line.length -= 1
            if not line.length:
                self._lines.pop(queue, None)

    async def _patiently(self, work: Work[T], line: _Line, deadline: float, patience: float) -> T | None:
        until, pause = time.monotonic() + LONGEST, LOOK
        while time.monotonic() < until:
            try:
                return await work(deadline=deadline)
            except StillInHand:
                if time.monotonic() >= deadline:
                    raise Withdrawn from None
                until = time.monotonic() + LONGEST
            except NotYet:
                line.put_off(pause)
                deadline = time.monotonic() + pause + patience
            await asyncio.sleep(min(pause, deadline - time.monotonic()))
            pause = min(pause * 1.2, MOST_LOOK)
        return None


def _threads(event: Heard) -> Iterator[Address]:
    """In which it may have been said."""
    if event.place is None:
        return
    yield event.place
    if isinstance(event, Said) and event.reply_to and not event.place.thread:
        yield replace(event.place, thread=event.reply_to)
