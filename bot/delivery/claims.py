"""Who sends what, in the database: claiming a destination for one send. `outcomes` writes down how that went.

A claim is a lease: if its holder stood still until it ran out, another sender has taken over, and what the first one
learnt counts no more.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, or_, select, union_all, update
from sqlalchemy.orm import Session

from bot.boundary import Address, Platform
from bot.delivery import rate_limits
from bot.delivery.outbox import NEVER, WITHHELD, Delivery, Destination, Ruling, State

LEASE = 60.0  # seconds for which a destination is one sender's
CLAIM_BITS = 31
ABOUT = 60.0  # seconds; clocks differ
SETTLE = 5.0  # seconds after which a request that was cut off has arrived or never will


@dataclass(frozen=True)
class SendAttempt:
    """One thing to do at a platform: "post", "edit" or "delete" a delivery, in one claim of its place."""

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
    withheld: bool = False
    removed: bool = False

    @property
    def only_sought(self) -> bool:
        """It is looked for as what it was, and not posted if it is not there."""
        return self.do == "post" and (self.removed or self.withheld)


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
    due = connection.scalars(_DUE, values).all()
    attempts = {address: _choose(session, address, secrets.randbits(CLAIM_BITS), now) for address in due}
    uses = {address: _use(attempt, platforms) for address, attempt in attempts.items() if attempt}
    budget = rate_limits.Budget(session, uses.values())
    begun, later = [], []
    for address, attempt in attempts.items():
        if attempt is None:
            rest(session, address)
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
        if head is None or head.since is not None:  # what may have been posted is looked for first
            break
        if head.removed:
            session.connection().execute(_NEVER_POSTED, {"delivery": head.id, "now": now})
        elif head.withheld:
            session.connection().execute(_WITHHELD, {"delivery": head.id})
        else:
            break
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
        row.spoken, row.ruling, row.withheld, row.removed,
    )  # fmt: skip


def posted_about_then(session: Session, *, attempt: SendAttempt) -> frozenset[str]:
    """The ids of all else that was posted there since the attempt began, or a little before."""
    assert attempt.since is not None
    there = (Delivery.address == attempt.address, Delivery.id != attempt.delivery, Delivery.remote.is_not(None))
    recent = Delivery.since > attempt.since - ABOUT
    return frozenset(one for one in session.scalars(select(Delivery.remote).where(*there, recent)) if one)


def rest(session: Session, address: str) -> float:
    """Ends the lease; the destination is due when the next of its deliveries is: at which Unix time, is returned."""
    rows = _next(session, address).values()
    due = min((row.not_before for row in rows), default=NEVER)
    since = min((row.waits_since for row in rows), default=None)
    session.connection().execute(_REST, {"at": address, "due": due, "since": since})
    return due


# Made once: making a statement takes longer than running it, and these are run for every send.

_DUE = (
    select(Destination.address)
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
_PUT_OFF = update(Destination).where(_THERE).values(due_at=bindparam("due"))
_LEASE = update(Destination).where(_THERE).values(leased_until=bindparam("until"), claim=bindparam("claim"))
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
_WITHHELD = (
    update(Delivery)
    .where(Delivery.id == bindparam("delivery"))
    .values(state=State.FAILED, reason=WITHHELD, waits_since=None)
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
