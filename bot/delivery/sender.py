"""Makes the platforms show what the outbox says.

A destination is claimed for one send at a time (`bot.delivery.claims`), so its messages keep their order. A send that
is cut off may have arrived: `since` remembers that, and the platform's adapter looks for it before it posts again.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from types import MappingProxyType
from typing import Protocol, TypeVar

import structlog
from sqlalchemy import Engine, bindparam, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.boundary import (
    Account,
    Address,
    Message,
    OutcomeUnknown,
    Platform,
    Remote,
    RetryAfter,
    Text,
)
from bot.delivery import claims, clock_changes, file_transfer, outcomes, pictures, posting
from bot.delivery.claims import SendAttempt, claim
from bot.delivery.outbox import NEVER, Destination, oldest_unsent
from bot.delivery.outcomes import NotDrawn, NotFetched, Unneeded, finish
from bot.storage import context
from bot.storage.database import reading
from bot.storage.writer import Writer
from bot.texts import Texts, Words

CUT_OFF = 25.0  # seconds that a send may take; less than half the lease
AT_ONCE = 32  # sends under way
BREATH = 0.01  # seconds until the next look where every due destination had to wait or is another sender's
FETCHED = 4  # files that are in memory at a time
AGAIN = 1.0  # seconds until a result that the database did not take is offered to it again

T = TypeVar("T")
Card = Callable[[Session, int, Words, Texts], Message]
Look = tuple[str, int, str, bool, "Readers | None"]  # a card's name, its subject, a language, whether it is hidden
Drawn = dict[int, Message | NotDrawn]  # by the number of what is sent
Drawing = asyncio.Task[Drawn]
log = structlog.get_logger()


class Readers(Protocol):
    """Equal where the same may be read."""

    def __hash__(self) -> int: ...

    def words(self, session: Session, words: Words) -> Words:
        """As they may read them."""
        ...


class Sender:
    """Sends for the platforms that are connected here. Files may come from all that are `expected` to be. `now` tells
    domain time, for cards that depend on it, `readers` who reads at which address, where that makes a difference."""

    def __init__(
        self,
        engine: Engine,
        writer: Writer,
        texts: Texts,
        cards: Mapping[str, Card],
        platforms: Mapping[str, Platform],
        posted: Mapping[str, outcomes.Posted] = MappingProxyType({}),
        expected: Collection[str] = (),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        readers: Callable[[Session, Iterable[str]], Mapping[str, Readers]] = lambda _session, _addresses: {},
    ) -> None:
        self._engine, self._writer, self._texts = engine, writer, texts
        self._cards, self._platforms, self._posted = cards, platforms, posted
        self._expected, self._now, self._readers = expected, now, readers
        self._fetching = asyncio.Semaphore(FETCHED)
        self._awake = asyncio.Event()
        self._sending: dict[asyncio.Task[float], str] = {}  # by address
        self._rests_until = NEVER  # Unix time of the next look, if nothing happens before; during one: NEVER
        self._dms: dict[Account, Address] = {}  # the platforms' own names for them, which never change
        self._ending = False
        self._watch = clock_changes.Watch()
        self.clock_set: list[Callable[[], None]] = []  # called when this machine's clock has jumped
        self._loop = asyncio.get_running_loop()
        writer.committed.append(self.wake)

    async def run(self) -> None:
        """Sends until cancelled; then waits for what is under way."""
        try:
            while True:
                self._awake.clear()
                self._rests_until = NEVER
                wait = await self._look_and_send()
                self._rests_until = time.time() + wait
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait):  # wait_for would lose a cancellation that comes with the waking
                        await self._awake.wait()
        finally:
            self._ending = True
            if self._sending:
                log.info("waiting for sends", count=len(self._sending))
                await asyncio.wait(self._sending)

    async def drain(self, seconds: float) -> None:
        """Returns when nothing is left to be sent, or after that many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and await asyncio.to_thread(self._peek, self._unsent):
            await asyncio.sleep(0.05)

    def wake(self) -> None:
        """There may be something to send. May be called from any thread."""
        self._loop.call_soon_threadsafe(self._awake.set)

    async def _look_and_send(self) -> float:
        """Survives an outage of the database, and a fault of ours."""
        try:
            return await self._send_what_is_due()
        except Exception as error:
            log.error("nothing can be sent", exc_info=error)
            return 1.0

    async def _send_what_is_due(self) -> float:
        """Starts what can start now; returns how many seconds there are until the next thing is due, 1 at most."""
        if jump := self._watch.jump():
            await self._writer.do(lambda session: clock_changes.make_good(session, jump, time.time(), claims.LEASE))
            self._watch.seen(jump)
            for told in self.clock_set:
                told()
        room = AT_ONCE - len(self._sending)
        if not room:
            return 1.0  # the end of a send wakes it
        due_at = await asyncio.to_thread(self._peek, self._next_due)
        if due_at > time.time():
            return min(due_at - time.time(), 1.0)
        began, attempts, due_at = await self._writer.do(lambda session: self._claim(session, room))
        drawing = asyncio.create_task(asyncio.to_thread(self._draw, attempts))
        for attempt in attempts:
            task = asyncio.create_task(self._send(attempt, began, drawing))
            self._sending[task] = attempt.address
            task.add_done_callback(self._end)
        return min(max(due_at - time.time(), 0.0 if attempts else BREATH), 1.0)

    def _claim(self, session: Session, room: int) -> tuple[float, list[SendAttempt], float]:
        """When that was, by time.monotonic(); and at which Unix time the next thing is due that was not claimed."""
        began, busy = time.monotonic(), [*self._sending.values()]
        attempts = claim(session, self._platforms, room, time.time(), busy=busy, doubt=self._watch.doubt)
        return began, attempts, self._next_due(session)

    def _end(self, task: asyncio.Task[float]) -> None:
        """Most have nothing more to be done where they were, and a look for each would cost as much as the send."""
        was_full = len(self._sending) >= AT_ONCE
        del self._sending[task]
        error = None if task.cancelled() else task.exception()
        if error:  # its lease ends by itself
            log.error("not written down", exc_info=error)
        if was_full or task.cancelled() or error or task.result() < self._rests_until:
            self._awake.set()

    def _peek(self, look: Callable[[Session], T]) -> T:
        with reading(self._engine) as session:
            return look(session)

    def _unsent(self, session: Session) -> bool:
        return oldest_unsent(session, self._platforms) is not None

    def _next_due(self, session: Session) -> float:
        due_at = session.connection().scalar(_NEXT_DUE, {"platforms": [*self._platforms], "now": time.time()})
        return NEVER if due_at is None else due_at

    async def _send(self, attempt: SendAttempt, began: float, drawing: Drawing) -> float:
        """`began`: when it was claimed, by time.monotonic(). Returns at which Unix time there is more to do there."""
        result: str | Exception
        try:
            async with asyncio.timeout_at(began + CUT_OFF):
                result = await self._attempt(attempt, began, drawing)
            log.info("sent", delivery=attempt.delivery, do=attempt.do, address=_logged(attempt.address))
        except Exception as error:  # unless the platform says more, the outcome is unknown
            result = error
            if not isinstance(error, RetryAfter | NotFetched | Unneeded):
                log.warning("send failed", delivery=attempt.delivery, do=attempt.do, exc_info=error)
        return await self._write_down(attempt, result, began)

    async def _write_down(self, attempt: SendAttempt, result: str | Exception, began: float) -> float:
        """Tries until another sender may take over."""
        allowed = self._platforms[Address.parse(attempt.address).platform].paces
        while True:
            try:
                return await self._writer.do(
                    lambda session: finish(session, attempt, result, time.time(), allowed, self._posted)
                )
            except DBAPIError as error:
                if self._ending or time.monotonic() > began + claims.LEASE:
                    raise
                log.error("cannot be written down yet", delivery=attempt.delivery, exc_info=error)
                await asyncio.sleep(AGAIN)

    async def _attempt(self, attempt: SendAttempt, began: float, drawing: Drawing) -> str:
        to = Address.parse(attempt.address)
        platform = self._platforms[to.platform]
        message = None if attempt.do == "delete" else (await asyncio.shield(drawing))[attempt.delivery]
        if time.monotonic() > began + CUT_OFF:  # this process stood still, and another may have taken over
            raise RetryAfter(0.0)
        if isinstance(message, NotDrawn):
            raise message
        if to.account:
            to = await self._dm(platform, to.account)
        standing = Remote.of(attempt.remote, spoken=attempt.spoken)
        if message is None:
            await platform.delete(to, standing)
            return attempt.remote
        if attempt.do == "edit":
            await platform.edit(to, standing, message, attempt.delivery)
            return attempt.remote
        if message.file is not None and attempt.since is not None:
            others = await asyncio.to_thread(self._peek, partial(claims.posted_about_then, attempt=attempt))
            message = replace(message, file=replace(message.file, others=others))
        if attempt.only_sought:
            return await posting.post(platform, to, message, attempt)
        if not message.parts:
            raise Unneeded
        message = await pictures.with_picture(message, self._platforms)
        if message.file is None:
            return await posting.post(platform, to, message, attempt)
        async with self._fetching:
            return await self._post_file(platform, to, message, attempt)

    async def _post_file(self, platform: Platform, to: Address, message: Message, attempt: SendAttempt) -> str:
        """In doubt it is looked for before it is fetched: it may be gone by then from where it lay."""
        assert message.file
        here = message.file.content is not None or file_transfer.is_too_large(message.file, platform)
        if attempt.since is not None and not here:
            if found := await posting.find(platform, to, message, attempt):
                return found
            attempt = replace(attempt, since=None)
        lent, lacks = await file_transfer.fetched(message, platform, self._platforms, self._expected)
        remote = await posting.post(platform, to, lent, attempt)
        return Remote.of(remote, lacks=lacks, message=Remote.message_of(remote))

    async def _dm(self, platform: Platform, account: Account) -> Address:
        if account not in self._dms:
            try:
                self._dms[account] = await platform.open_dm(account)
            except OutcomeUnknown:  # opened or not, nothing was posted; and it can be opened again
                raise RetryAfter(AGAIN) from None
        return self._dms[account]

    def _draw(self, attempts: Sequence[SendAttempt]) -> Drawn:
        """Each card once, for all destinations that were claimed together and have the same readers."""
        wanted = [attempt for attempt in attempts if attempt.do != "delete"]
        with reading(self._engine) as session, context.only_reading(session, self._now()):
            readers = self._readers(session, [attempt.address for attempt in wanted])
            looks = {one.delivery: _look(one, readers.get(one.address)) for one in wanted}
            drawn = {look: self._card(session, look) for look in {*looks.values()}}
        return {delivery: drawn[look] for delivery, look in looks.items()}

    def _card(self, session: Session, look: Look) -> Message | NotDrawn:
        card, subject, language, hides, readers = look
        of_anybody = self._texts[language]
        words = readers.words(session, of_anybody) if readers else of_anybody.hiding(lambda _committee: True)
        if hides:
            return Message((Text(words("for-others-by-now")),))
        try:
            return self._cards[card](session, subject, words, self._texts)
        except Exception as error:
            fault = NotDrawn()
            fault.__cause__ = error
            return fault


def _logged(address: str) -> str:
    """Without the person of a direct message: the time of a send could tell who asked a question without a name."""
    at = Address.parse(address)
    return str(replace(at, channel="@")) if at.account else address


def _look(attempt: SendAttempt, readers: Readers | None) -> Look:
    hides = attempt.withheld and not attempt.only_sought
    return attempt.card, attempt.subject, attempt.language, hides, readers


_NEXT_DUE = select(func.min(Destination.due_at)).where(  # made once: that takes longer than running it
    Destination.platform.in_(bindparam("platforms", expanding=True)), Destination.leased_until <= bindparam("now")
)
