"""Makes the platforms show what the outbox says.

A destination is claimed for one send at a time, so its messages keep their order. A send that is cut off may have
arrived: `since` remembers that, and the platform's adapter looks for it before it posts again. A claim is a lease: if
its holder stood still until it ran out, another sender has taken over, and what the first one learnt counts no more.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

import structlog
from sqlalchemy import Engine, func, select, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot import jumps, paces
from bot.boundary import Address, FateUnknown, Message, NoEvidence, NotNow, Pace, Platform, Refused
from bot.outbox import NEVER, Delivery, Destination, State, oldest_unsent
from bot.store import reading
from bot.writer import Writer
from bot.texts import Texts, Words

LEASE = 60.0  # seconds for which a destination is one sender's
CUT_OFF = 25.0  # seconds that a send may take; less than half the lease
SETTLE = 5.0  # seconds after which a request that was cut off has arrived or never will
LONGEST = 60.0  # seconds until the next try of what keeps failing
FAULTS = 8  # of our own, on end, after which a delivery stands back for the others
FAULT = "fault"  # the reason of what has failed so
GAPS = (1.0, 15.0)  # seconds between two edits of one card: at first, at most
QUIET = 60.0  # seconds without an edit after which the gap starts small again
AT_ONCE = 32  # sends under way
AGAIN = 1.0  # seconds until what the database did not take is offered to it again

T = TypeVar("T")
Card = Callable[[Session, int, Words, Texts], Message]
log = structlog.get_logger()


@dataclass(frozen=True)
class Step:
    """One thing to do at a platform: "post", "edit" or "delete" a delivery. `claim` numbers the claims of its place."""

    claim: int
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


def claim(
    session: Session,
    platforms: Mapping[str, Platform],
    room: int,
    now: float,
    *,
    busy: Collection[str] = (),
    doubt: float = 0.0,
) -> list[Step]:
    """Leases what is due, `room` destinations at most, those first that have waited for longest. Never any that are
    `busy`, whatever the clock says of their leases; and if the clock may be wrong, by `doubt` seconds at most."""
    due = (
        select(Destination.address, Destination.claims)
        .where(
            Destination.platform.in_(platforms),
            Destination.due_at <= now,
            Destination.leased_until <= now,
            Destination.address.not_in(busy),
        )
        .order_by(Destination.waits_since, Destination.address)
        .limit(room)
        .with_for_update(skip_locked=True)
    )
    steps = {row.address: _choose(session, row.address, row.claims + 1, now) for row in session.execute(due).all()}
    uses = {address: _use(step, platforms) for address, step in steps.items() if step}
    budget = paces.Budget(session, uses.values())
    begun = []
    for address, step in steps.items():
        if step is None:
            _rest(session, address)
        elif (free_at := budget.take(uses[address], now)) > now:
            _set(session, address, due_at=free_at)
        else:
            _begin(session, step, now, doubt)
            begun.append(step)
    budget.write_down()
    return begun


def _use(step: Step, platforms: Mapping[str, Platform]) -> paces.Use:
    at = Address.parse(step.address)
    return paces.Use(at, step.do, platforms[at.platform].paces[step.do])


def _begin(session: Session, step: Step, now: float, doubt: float) -> None:
    _set(session, step.address, leased_until=now + LEASE, claims=step.claim)
    if step.do == "post" and step.since is None:
        first = update(Delivery).where(Delivery.id == step.delivery)
        session.execute(first.values(since=now - doubt, shown=step.wanted))  # if found later, it shows only this


def _choose(session: Session, address: str, claim: int, now: float) -> Step | None:
    head = _head(session, address)
    while head is not None and head.removed and head.since is None:
        _gone(head, now)
        session.flush()
        head = _head(session, address)
    if head is not None and head.not_before <= now:
        return _step(claim, "post", head)
    if (standing := _standing(session, address)) is not None and standing.not_before <= now:
        return _step(claim, "delete" if standing.removed else "edit", standing)
    return None


def _head(session: Session, address: str) -> Delivery | None:
    waiting = (Delivery.address == address, Delivery.waits_since.is_not(None), Delivery.state == State.WAITING)
    return session.scalars(select(Delivery).where(*waiting).order_by(Delivery.number).limit(1)).first()


def _standing(session: Session, address: str) -> Delivery | None:
    differs = Delivery.waits_since.is_not(None) & (Delivery.removed | (Delivery.wanted > Delivery.shown))
    wrong = (Delivery.address == address, Delivery.state == State.STANDING, differs)
    return session.scalars(select(Delivery).where(*wrong).order_by(Delivery.not_before).limit(1)).first()


def _step(claim: int, do: str, row: Delivery) -> Step:
    return Step(
        claim, do, row.id, row.address, row.card, row.subject, row.language, row.remote or "", row.wanted, row.since
    )


def _set(session: Session, address: str, **values: float | None) -> None:
    session.execute(
        update(Destination)
        .where(Destination.address == address)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _rest(session: Session, address: str) -> None:
    """Ends the lease; the destination is due when the next of its deliveries is."""
    rows = [row for row in (_head(session, address), _standing(session, address)) if row]
    due_at = min((row.not_before for row in rows), default=NEVER)
    waits_since = min((row.waits_since for row in rows if row.waits_since), default=None)
    _set(session, address, due_at=due_at, leased_until=0.0, waits_since=waits_since)


def finish(session: Session, step: Step, result: str | Exception, now: float, allowed: Mapping[str, Pace]) -> None:
    """Writes down how it went: the platform's id of the message, or what was raised. Nothing where the destination has
    been claimed again meanwhile: whoever did that finds out by themselves what stands there."""
    claims = select(Destination.claims).where(Destination.address == step.address)
    if session.scalar(claims.with_for_update()) != step.claim:
        log.warning("too late: another sender has taken over", delivery=step.delivery, do=step.do)
        return
    row = session.get_one(Delivery, step.delivery)
    match result:
        case str():
            _went_well(row, step, result, now)
        case NotNow():
            row.since = step.since  # this time nothing arrived
            _put_off(row, now, result.after, at_least=result.after)
            use = paces.Use(Address.parse(step.address), step.do, allowed[step.do])
            paces.hold_back(session, use, now + result.after)
        case Refused():
            _fail(row, step, result.reason)
        case NoEvidence():
            row.state, row.waits_since = State.HELD, None
        case FateUnknown() | OSError():  # a TimeoutError is one of those
            _put_off(row, now, SETTLE)
        case _:
            _put_off(row, now, SETTLE)
            row.faults += 1
            if isinstance(result, NotDrawn):
                row.since = step.since
            if row.faults >= FAULTS:
                _fail(row, step, FAULT)
    session.flush()
    _rest(session, step.address)


def _went_well(row: Delivery, step: Step, remote: str, now: float) -> None:
    row.tries = row.faults = 0
    if step.do == "delete":
        _gone(row, now)
        return
    row.state, row.remote = State.STANDING, remote
    if step.do == "edit":
        row.shown = step.wanted
        first, most = GAPS
        row.gap = first if now - row.edited_at > QUIET else min(row.gap * 2, most)
        row.edited_at, row.not_before = now, now + row.gap
    row.waits_since = now if row.removed or row.wanted > row.shown else None


def _gone(row: Delivery, now: float) -> None:
    row.state, row.waits_since, row.done_at = State.GONE, None, now


def _put_off(row: Delivery, now: float, first: float, at_least: float = 0.0) -> None:
    """For `first` seconds, and then for ever longer."""
    row.tries += 1
    row.not_before = now + max(at_least, min(first * 2 ** min(row.tries - 1, 9), LONGEST))


def _fail(row: Delivery, step: Step, reason: str) -> None:
    row.state, row.reason, row.waits_since = State.FAILED, reason, None
    if reason != FAULT:
        row.since = step.since  # the platform says that this time nothing arrived


class NotDrawn(Exception):
    """The card could not be made, and so was not sent: a fault of ours."""


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
        self._sending: dict[asyncio.Task[None], str] = {}  # with where they send to
        self._ending = False
        self._watch = jumps.Watch()
        self.clock_set: list[Callable[[], None]] = []  # called when this machine's clock has jumped
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
            self._ending = True
            if self._sending:
                log.info("waiting for sends", count=len(self._sending))
                await asyncio.wait(self._sending)

    async def drain(self, seconds: float) -> None:
        """Returns when everything stands as it should, or after that many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and await asyncio.to_thread(self._peek, self._unsent):
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
        if jump := self._watch.jump():
            await self._writer.do(lambda session: jumps.make_good(session, jump, time.time(), LEASE))
            self._watch.seen(jump)
            for told in self.clock_set:
                told()
        room = AT_ONCE - len(self._sending)
        if not room:
            return 1.0  # the end of a send wakes it
        due_at = await asyncio.to_thread(self._peek, self._next_due)
        if due_at > time.time():
            return min(due_at - time.time(), 1.0)
        began, steps = await self._writer.do(lambda session: (time.monotonic(), self._claim(session, room)))
        for step in steps:
            task = asyncio.create_task(self._send(step, began))
            self._sending[task] = step.address
            task.add_done_callback(self._end)
        return 1.0

    def _claim(self, session: Session, room: int) -> list[Step]:
        busy = [*self._sending.values()]
        return claim(session, self._platforms, room, time.time(), busy=busy, doubt=self._watch.doubt)

    def _end(self, task: asyncio.Task[None]) -> None:
        del self._sending[task]
        self._awake.set()
        if not task.cancelled() and (error := task.exception()):  # its lease ends by itself
            log.error("not written down", exc_info=error)

    def _peek(self, look: Callable[[Session], T]) -> T:
        with reading(self._engine) as session:
            return look(session)

    def _unsent(self, session: Session) -> bool:
        return oldest_unsent(session, self._platforms) is not None

    def _next_due(self, session: Session) -> float:
        free = (Destination.platform.in_(self._platforms), Destination.leased_until <= time.time())
        due_at = session.scalar(select(func.min(Destination.due_at)).where(*free))
        return NEVER if due_at is None else due_at

    async def _send(self, step: Step, began: float) -> None:
        """`began`: when it was claimed, by time.monotonic()."""
        result: str | Exception
        try:
            async with asyncio.timeout_at(began + CUT_OFF):
                result = await self._attempt(step, began)
            log.info("sent", delivery=step.delivery, do=step.do, address=step.address)
        except Exception as error:  # whatever went wrong: unless the platform says otherwise, its fate is unknown
            result = error
            if not isinstance(error, NotNow):
                log.warning("send failed", delivery=step.delivery, do=step.do, exc_info=error)
        await self._write_down(step, result, began)

    async def _write_down(self, step: Step, result: str | Exception, began: float) -> None:
        """Tries for as long as nobody else may take over."""
        allowed = self._platforms[Address.parse(step.address).platform].paces
        while True:
            try:
                return await self._writer.do(lambda session: finish(session, step, result, time.time(), allowed))
            except DBAPIError as error:
                if self._ending or time.monotonic() > began + LEASE:
                    raise
                log.error("cannot be written down yet", delivery=step.delivery, exc_info=error)
                await asyncio.sleep(AGAIN)

    async def _attempt(self, step: Step, began: float) -> str:
        to = Address.parse(step.address)
        platform = self._platforms[to.platform]
        message = None if step.do == "delete" else await asyncio.to_thread(self._draw, step)
        if time.monotonic() > began + CUT_OFF:  # this process stood still, and another may have taken over
            raise NotNow(0.0)
        if message is None:
            await platform.delete(to, step.remote)
            return step.remote
        if step.do == "edit":
            await platform.edit(to, step.remote, message, step.delivery)
            return step.remote
        return await platform.post(to, message, step.delivery, step.since)

    def _draw(self, step: Step) -> Message:
        try:
            return self._peek(lambda session: self._render(session, step))
        except Exception as error:
            raise NotDrawn from error

    def _render(self, session: Session, step: Step) -> Message:
        return self._cards[step.card](session, step.subject, self._texts[step.language], self._texts)
