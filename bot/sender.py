"""Makes the platforms show what the outbox says.

A destination is claimed for one send at a time, so its messages keep their order. A send that is cut off may have
arrived: `since` remembers that, and the platform's adapter looks for it before it posts again.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import structlog
from sqlalchemy import Engine, func, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot import paces
from bot.boundary import Address, Message, NoEvidence, NotNow, Pace, Platform, Refused
from bot.outbox import NEVER, Delivery, Destination, State, oldest_unsent
from bot.store import Writer, reading
from bot.texts import Texts, Words

LEASE = 60.0  # seconds for which a destination is one sender's
CUT_OFF = 25.0  # seconds that a send may take; less than half the lease
SETTLE = 5.0  # seconds after which a request that was cut off has arrived or never will
LONGEST = 60.0  # seconds until the next try of what keeps failing
GAPS = (1.0, 15.0)  # seconds between two edits of one card: at first, at most
QUIET = 60.0  # seconds without an edit after which the gap starts small again
AT_ONCE = 32  # sends under way

T = TypeVar("T")
Card = Callable[[Session, int, Words, Texts], Message]
log = structlog.get_logger()


@dataclass(frozen=True)
class Step:
    """One thing to do at a platform: "post", "edit" or "delete" a delivery."""

    do: str
    delivery: int
    address: str
    card: str
    subject: int
    language: str
    remote: str
    wanted: int
    since: float | None


def release_leases(session: Session) -> None:
    """For a process that knows itself to be the only one. What was on its way when the one before it died may still
    arrive."""
    release = update(Destination).where(Destination.leased_until > 0).values(leased_until=0.0)
    released = session.scalars(release.returning(Destination.address)).all()
    waiting = (Delivery.address.in_(released), Delivery.waits_since.is_not(None))
    session.execute(update(Delivery).where(*waiting).values(not_before=time.time() + SETTLE))


def claim(session: Session, platforms: Mapping[str, Platform], room: int, now: float) -> list[Step]:
    """Leases what is due, `room` destinations at most."""
    due = (
        select(Destination.address)
        .where(Destination.platform.in_(platforms), Destination.due_at <= now, Destination.leased_until <= now)
        .order_by(Destination.due_at)
        .limit(room)
        .with_for_update(skip_locked=True)
    )
    steps = []
    for destination in sorted(session.scalars(due), key=str):
        step, at = _choose(session, destination, now), Address.parse(destination)
        if step is None:
            _rest(session, destination)
        elif (free_at := paces.take(session, at, step.do, platforms[at.platform].paces[step.do], now)) > now:
            _set(session, destination, due_at=free_at)
        else:
            _set(session, destination, leased_until=now + LEASE)
            if step.do == "post" and step.since is None:
                first = update(Delivery).where(Delivery.id == step.delivery)
                session.execute(first.values(since=now, shown=step.wanted))  # if it is found later, it shows only this
            steps.append(step)
    return steps


def _choose(session: Session, address: str, now: float) -> Step | None:
    head = _head(session, address)
    while head is not None and head.removed and head.since is None:
        head.state, head.waits_since = State.GONE, None
        session.flush()
        head = _head(session, address)
    if head is not None and head.not_before <= now:
        return _step("post", head)
    if (standing := _standing(session, address)) is not None and standing.not_before <= now:
        return _step("delete" if standing.removed else "edit", standing)
    return None


def _head(session: Session, address: str) -> Delivery | None:
    waiting = (Delivery.address == address, Delivery.state == State.WAITING)
    return session.scalars(select(Delivery).where(*waiting).order_by(Delivery.number).limit(1)).first()


def _standing(session: Session, address: str) -> Delivery | None:
    differs = Delivery.removed | (Delivery.wanted > Delivery.shown)
    wrong = (Delivery.address == address, Delivery.state == State.STANDING, differs)
    return session.scalars(select(Delivery).where(*wrong).order_by(Delivery.not_before).limit(1)).first()


def _step(do: str, row: Delivery) -> Step:
    return Step(do, row.id, row.address, row.card, row.subject, row.language, row.remote or "", row.wanted, row.since)


def _set(session: Session, address: str, **values: float) -> None:
    session.execute(
        update(Destination)
        .where(Destination.address == address)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _rest(session: Session, address: str) -> None:
    """Ends the lease; the destination is due when the next of its deliveries is."""
    head, standing = _head(session, address), _standing(session, address)
    due_at = min((row.not_before for row in (head, standing) if row), default=NEVER)
    _set(session, address, due_at=due_at, leased_until=0.0)


def finish(session: Session, step: Step, result: str | Exception, now: float, allowed: Mapping[str, Pace]) -> None:
    """Writes down how it went: the platform's id of the message, or what was raised."""
    session.execute(select(Destination.address).where(Destination.address == step.address).with_for_update())
    row = session.get_one(Delivery, step.delivery)
    match result:
        case str():
            _went_well(row, step, result, now)
        case NotNow():
            row.not_before = now + result.after
            row.since = step.since  # this time nothing arrived
            paces.hold_back(session, Address.parse(step.address), step.do, allowed[step.do], row.not_before)
        case Refused():
            row.state, row.reason, row.waits_since = State.FAILED, result.reason, None
            row.since = step.since
        case NoEvidence():
            row.state, row.waits_since = State.HELD, None
        case _:
            row.tries += 1
            row.not_before = now + min(SETTLE * 2 ** min(row.tries - 1, 9), LONGEST)
    session.flush()
    _rest(session, step.address)


def _went_well(row: Delivery, step: Step, remote: str, now: float) -> None:
    row.tries = 0
    if step.do == "delete":
        row.state, row.waits_since = State.GONE, None
        return
    row.state, row.remote = State.STANDING, remote
    if step.do == "edit":
        row.shown = step.wanted
        first, most = GAPS
        row.gap = first if now - row.edited_at > QUIET else min(row.gap * 2, most)
        row.edited_at, row.not_before = now, now + row.gap
    row.waits_since = now if row.removed or row.wanted > row.shown else None


class Sender:
    """Sends for the platforms that are connected here."""

    def __init__(
        self,
        engine: Engine,
        writer: Writer,
        texts: Texts,
        cards: Mapping[str, Card],
        platforms: Mapping[str, Platform],
    ) -> None:
        self._engine, self._writer, self._texts = engine, writer, texts
        self._cards, self._platforms = cards, platforms
        self._awake = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()
        self._loop = asyncio.get_running_loop()
        writer.committed.append(self.wake)

    async def run(self) -> None:
        """Sends until cancelled; then waits for what is under way."""
        try:
            while True:
                self._awake.clear()
                wait = await self._look_and_send()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait):  # wait_for would lose a cancellation that comes with the waking
                        await self._awake.wait()
        finally:
            if self._sending:
                log.info("waiting for sends", count=len(self._sending))
                await asyncio.wait(self._sending)

    async def drain(self, seconds: float) -> None:
        """Returns when everything stands as it should, or after that many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and await asyncio.to_thread(self._peek, oldest_unsent) is not None:
            await asyncio.sleep(0.05)

    def wake(self) -> None:
        """There may be something to send. May be called from any thread."""
        self._loop.call_soon_threadsafe(self._awake.set)

    async def _look_and_send(self) -> float:
        """Also lives through a time without a database."""
        try:
            return await self._send_what_is_due()
        except SQLAlchemyError as error:
            log.error("nothing can be sent", exc_info=error)
            return 1.0

    async def _send_what_is_due(self) -> float:
        """Starts what can start now; returns how many seconds there are until the next thing is due, 1 at most."""
        room = AT_ONCE - len(self._sending)
        if not room:
            return 1.0  # the end of a send wakes it
        due_at = await asyncio.to_thread(self._peek, self._next_due)
        if due_at > time.time():
            return min(due_at - time.time(), 1.0)
        for step in await self._writer.do(lambda session: claim(session, self._platforms, room, time.time())):
            task = asyncio.create_task(self._send(step))
            self._sending.add(task)
            task.add_done_callback(self._end)
        return 1.0

    def _end(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._awake.set()
        if not task.cancelled() and (error := task.exception()):  # its lease ends by itself
            log.error("not written down", exc_info=error)

    def _peek(self, look: Callable[[Session], T]) -> T:
        with reading(self._engine) as session:
            return look(session)

    def _next_due(self, session: Session) -> float:
        free = (Destination.platform.in_(self._platforms), Destination.leased_until <= time.time())
        due_at = session.scalar(select(func.min(Destination.due_at)).where(*free))
        return NEVER if due_at is None else due_at

    async def _send(self, step: Step) -> None:
        result: str | Exception
        try:
            result = await asyncio.wait_for(self._attempt(step), CUT_OFF)
            log.info("sent", delivery=step.delivery, do=step.do, address=step.address)
        except Exception as error:  # whatever went wrong: unless the platform says otherwise, its fate is unknown
            result = error
            if not isinstance(error, NotNow):
                log.warning("send failed", delivery=step.delivery, do=step.do, exc_info=error)
        allowed = self._platforms[Address.parse(step.address).platform].paces
        await self._writer.do(lambda session: finish(session, step, result, time.time(), allowed))

    async def _attempt(self, step: Step) -> str:
        to = Address.parse(step.address)
        platform = self._platforms[to.platform]
        if step.do == "delete":
            await platform.delete(to, step.remote)
            return step.remote
        message = await asyncio.to_thread(self._peek, lambda session: self._render(session, step))
        if step.do == "edit":
            await platform.edit(to, step.remote, message, step.delivery)
            return step.remote
        return await platform.post(to, message, step.delivery, step.since)

    def _render(self, session: Session, step: Step) -> Message:
        return self._cards[step.card](session, step.subject, self._texts[step.language], self._texts)
