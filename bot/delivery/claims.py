"""Who sends what, in the database: claiming a destination for one send, and writing down how that went.

A claim is a lease: if its holder stood still until it ran out, another sender has taken over, and what the first one
learnt counts no more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

import structlog
from sqlalchemy import Row, bindparam, or_, select, union_all, update
from sqlalchemy.orm import Session

from bot.boundary import Address, NoEvidence, OutcomeUnknown, Pace, Platform, Refused, Remote, RetryAfter
from bot.delivery import rate_limits
from bot.delivery.outbox import NEVER, Delivery, Destination, Ruling, State

LEASE = 60.0  # seconds for which a destination is one sender's
SETTLE = 5.0  # seconds after which a request that was cut off has arrived or never will
LONGEST = 60.0  # seconds between two tries of a send that keeps failing
FAULTS = 8  # of our own, in a row, after which a delivery gives way to the others
FAULT = "fault"  # the reason of a delivery that gave way so
GAPS = (1.0, 15.0)  # seconds between two edits of one card: at first, at most
QUIET = 60.0  # seconds without an edit after which the gap starts small again

log = structlog.get_logger()


@dataclass(frozen=True)
class SendAttempt:
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
    spoken: bool = False
    ruling: str = Ruling.NONE


def release_leases(session: Session) -> None:
    """For a process that is the only one. A message on its way when the process before it died may still arrive."""
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
) -> list[SendAttempt]:
    """Leases what is due, `room` destinations at most, those first that have waited for longest. Never any that are
    `busy`, even if their leases seem over; `doubt` is by how many seconds the clock may be wrong."""
    connection = session.connection()
    values = {"platforms": [*platforms], "now": now, "sending": [*busy], "room": room}
    due = connection.execute(_DUE, values).all()
    attempts = {row.address: _choose(session, row.address, row.claims + 1, now) for row in due}
    uses = {address: _use(attempt, platforms) for address, attempt in attempts.items() if attempt}
    budget = rate_limits.Budget(session, uses.values())
    begun, later = [], []
    for address, attempt in attempts.items():
        if attempt is None:
            _rest(session, address)
        elif (free_at := budget.take(uses[address], now)) > now:
            later.append({"at": address, "due": free_at})
        else:
            begun.append(attempt)
    if later:
        connection.execute(_PUT_OFF, later)
    if begun:
        _begin(session, begun, now, doubt)
    budget.write_down()
    return begun


def _use(attempt: SendAttempt, platforms: Mapping[str, Platform]) -> rate_limits.Use:
    at = Address.parse(attempt.address)
    return rate_limits.Use(at, attempt.do, platforms[at.platform].paces[attempt.do])


def _begin(session: Session, attempts: Sequence[SendAttempt], now: float, doubt: float) -> None:
    leases = [{"at": attempt.address, "claim": attempt.claim, "until": now + LEASE} for attempt in attempts]
    session.connection().execute(_LEASE, leases)
    first = [attempt for attempt in attempts if attempt.do == "post" and attempt.since is None]
    if first:  # if found later, it shows only this
        posts = [{"delivery": attempt.delivery, "from": now - doubt, "shows": attempt.wanted} for attempt in first]
        session.connection().execute(_POST, posts)
    if ruled := [{"delivery": attempt.delivery} for attempt in attempts if attempt.ruling]:
        session.connection().execute(_OBEYED, ruled)


def _choose(session: Session, address: str, claim: int, now: float) -> SendAttempt | None:
    """A message to be posted goes before one to be edited or taken away."""
    while True:
        found = _next(session, address)
        head, standing = found.get(State.WAITING), found.get(State.STANDING)
        if head is None or not head.removed or head.since is not None:
            break
        session.connection().execute(_NEVER_POSTED, {"delivery": head.id, "now": now})
    if head is not None and head.not_before <= now:
        return _attempt(claim, "post", head)
    if standing is not None and standing.not_before <= now:
        return _attempt(claim, "delete" if standing.removed else "edit", standing)
    return None


def _next(session: Session, address: str) -> dict[State, Row[Any]]:
    """The first to be posted there, and the first to be edited or taken away."""
    return {row.state: row for row in session.connection().execute(_NEXT, {"at": address})}


def _attempt(claim: int, do: str, row: Row[Any]) -> SendAttempt:
    return SendAttempt(
        claim, do, row.id, row.address, row.card, row.subject, row.language, row.remote or "", row.wanted, row.since,
        row.spoken, row.ruling,
    )  # fmt: skip


def _rest(session: Session, address: str) -> float:
    """Ends the lease; the destination is due when the next of its deliveries is: at which Unix time, is returned."""
    rows = _next(session, address).values()
    due = min((row.not_before for row in rows), default=NEVER)
    since = min((row.waits_since for row in rows), default=None)
    session.connection().execute(_REST, {"at": address, "due": due, "since": since})
    return due


@dataclass
class DeliveryState:
    """The columns of a delivery's row that a send changes."""

    state: State
    remote: str | None
    spoken: bool
    wanted: int
    shown: int
    removed: bool
    since: float | None
    ruling: str
    not_before: float
    tries: int
    faults: int
    gap: float
    edited_at: float
    waits_since: float | None
    reason: str
    done_at: float | None


Posted = Callable[[Session, str, int, str, str], None]  # card, subject, address, the platform's id of the message


def finish(
    session: Session,
    attempt: SendAttempt,
    result: str | Exception,
    now: float,
    allowed: Mapping[str, Pace],
    posted: Mapping[str, Posted] = MappingProxyType({}),
) -> float:
    """Writes down how it went: the platform's id of the message, or what was raised. Nothing where the destination has
    been claimed again meanwhile: its new holder looks there itself. `posted` has, by the names of cards, what is told
    of a message that was posted. Returns at which Unix time something can be done there next."""
    if session.connection().scalar(_CLAIMS, {"at": attempt.address}) != attempt.claim:
        log.warning("too late: another sender has taken over", delivery=attempt.delivery, do=attempt.do)
        return NEVER
    before = session.connection().execute(_STATE, {"delivery": attempt.delivery}).one()._mapping
    row = DeliveryState(**before)
    match result:
        case str():
            _went_well(row, attempt, result, now)
        case RetryAfter():
            _as_before(row, attempt)  # this time nothing arrived
            _put_off(row, now, result.after, at_least=result.after)
            use = rate_limits.Use(Address.parse(attempt.address), attempt.do, allowed[attempt.do])
            rate_limits.hold_back(session, use, now + result.after)
        case NotFetched():
            _as_before(row, attempt)
            _put_off(row, now, result.after, at_least=result.after)
        case Refused():
            _fail(row, attempt, result.reason)
        case Unneeded():
            _gone(row, now)
        case NoEvidence():
            row.state, row.waits_since = State.HELD, None
        case OutcomeUnknown() | OSError():  # a TimeoutError is one of those
            _put_off(row, now, SETTLE)
        case _:
            _put_off(row, now, SETTLE)
            row.faults += 1
            if isinstance(result, NotDrawn):
                _as_before(row, attempt)
            if row.faults >= FAULTS:
                _fail(row, attempt, FAULT)
    changed = {name: value for name, value in vars(row).items() if value != before[name]}
    session.connection().execute(_WRITE_DOWN, {"delivery": attempt.delivery, **changed})
    due = _rest(session, attempt.address)
    if isinstance(result, str) and attempt.do == "post" and attempt.card in posted:
        posted[attempt.card](session, attempt.card, attempt.subject, attempt.address, result)
    return due


def _went_well(row: DeliveryState, attempt: SendAttempt, remote: str, now: float) -> None:
    row.tries = row.faults = 0
    if attempt.do == "delete":
        _gone(row, now)
        return
    row.state, row.remote = State.STANDING, str(remote)
    if attempt.do == "post":
        row.reason = remote.lacks if isinstance(remote, Remote) else ""
        row.spoken = isinstance(remote, Remote) and remote.spoken
    if attempt.do == "edit":
        row.shown = attempt.wanted
        first, most = GAPS
        row.gap = first if now - row.edited_at > QUIET else min(row.gap * 2, most)
        row.edited_at, row.not_before = now, now + row.gap
    row.waits_since = now if row.removed or row.wanted > row.shown else None


def _gone(row: DeliveryState, now: float) -> None:
    row.state, row.waits_since, row.done_at = State.GONE, None, now


def _as_before(row: DeliveryState, attempt: SendAttempt) -> None:
    """Nothing was done: what is in doubt still is, and what was ruled on still has to be obeyed."""
    row.since, row.ruling = attempt.since, attempt.ruling


def _put_off(row: DeliveryState, now: float, first: float, at_least: float = 0.0) -> None:
    """For `first` seconds, and for twice as long each time after that."""
    row.tries += 1
    row.not_before = now + max(at_least, min(first * 2 ** min(row.tries - 1, 9), LONGEST))


def _fail(row: DeliveryState, attempt: SendAttempt, reason: str) -> None:
    row.state, row.reason, row.waits_since = State.FAILED, reason, None
    if reason != FAULT:
        row.since = attempt.since  # the platform says that this time nothing arrived


class Unneeded(Exception):
    """There is nothing left to be posted."""


class NotFetched(Exception):
    """The file that goes along cannot be had yet, so nothing was sent; may be tried again `after` seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(f"again after {after:.1f} s")
        self.after = after


class NotDrawn(Exception):
    """The card could not be made, and so was not sent: a fault of ours."""


# Made once: making a statement takes longer than running it, and these are run for every send.

_DUE = (
    select(Destination.address, Destination.claims)
    .where(
        Destination.platform.in_(bindparam("platforms", expanding=True)),
        Destination.due_at <= bindparam("now"),
        Destination.leased_until <= bindparam("now"),
        Destination.address.not_in(bindparam("sending", expanding=True)),
    )
    .order_by(Destination.waits_since, Destination.address)
    .limit(bindparam("room"))
    .with_for_update(skip_locked=True)
)
_THERE = Destination.address == bindparam("at")
_CLAIMS = select(Destination.claims).where(_THERE).with_for_update()
_STATE = select(*(Delivery.__table__.c[field.name] for field in fields(DeliveryState))).where(
    Delivery.id == bindparam("delivery")
)
_WRITE_DOWN = update(Delivery).where(Delivery.id == bindparam("delivery"))
_PUT_OFF = update(Destination).where(_THERE).values(due_at=bindparam("due"))
_LEASE = update(Destination).where(_THERE).values(leased_until=bindparam("until"), claims=bindparam("claim"))
_REST = (
    update(Destination).where(_THERE).values(due_at=bindparam("due"), leased_until=0.0, waits_since=bindparam("since"))
)
_POST = (
    update(Delivery)
    .where(Delivery.id == bindparam("delivery"))
    .values(since=bindparam("from"), shown=bindparam("shows"))
)
_OBEYED = update(Delivery).where(Delivery.id == bindparam("delivery")).values(ruling=Ruling.NONE)
_NEVER_POSTED = (
    update(Delivery)
    .where(Delivery.id == bindparam("delivery"))
    .values(state=State.GONE, waits_since=None, done_at=bindparam("now"))
)
_WAITING = (Delivery.address == bindparam("at"), Delivery.waits_since.is_not(None))
_HEAD = select(Delivery.__table__).where(*_WAITING, Delivery.state == State.WAITING)
_WRONG = select(Delivery.__table__).where(
    *_WAITING, Delivery.state == State.STANDING, or_(Delivery.removed, Delivery.wanted > Delivery.shown)
)
_NEXT = union_all(
    select(_HEAD.order_by(Delivery.number).limit(1).subquery()),
    select(_WRONG.order_by(Delivery.not_before).limit(1).subquery()),
)
