"""How a send went, in the database: what it did, what is still in doubt, and when something can be done there next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

import structlog
from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from bot.boundary import Address, NoEvidence, OutcomeUnknown, Pace, Refused, Remote, RetryAfter
from bot.delivery import claims, rate_limits
from bot.delivery.claims import SendAttempt
from bot.delivery.outbox import NEVER, Delivery, Destination, State

LONGEST = 60.0  # seconds between two tries of a send that keeps failing
FAULTS = 8  # of our own, in a row, after which a delivery gives way to the others
FAULT = "fault"  # the reason of a delivery that gave way so
GAPS = (1.0, 15.0)  # seconds between two edits of one card: at first, at most
QUIET = 60.0  # seconds without an edit after which the gap starts small again

log = structlog.get_logger()


@dataclass
class DeliveryState:
    """The columns of a delivery's row that a send changes, and `withheld`, on which it depends."""

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
    withheld: bool


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
    if session.connection().scalar(_CLAIM, {"at": attempt.address}) != attempt.claim:
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
            _put_off(row, now, claims.SETTLE)
        case _:
            _put_off(row, now, claims.SETTLE)
            row.faults += 1
            if isinstance(result, NotDrawn):
                _as_before(row, attempt)
            if row.faults >= FAULTS:
                _fail(row, attempt, FAULT)
    changed = {name: value for name, value in vars(row).items() if value != before[name]}
    session.connection().execute(_WRITE_DOWN, {"delivery": attempt.delivery, **changed})
    due = claims.rest(session, attempt.address)
    said = attempt.do == "post" and not (attempt.withheld or row.withheld)  # its place may be for others meanwhile
    if said and isinstance(result, str) and attempt.card in posted and (message := Remote.message_of(result)):
        posted[attempt.card](session, attempt.card, attempt.subject, attempt.address, message)
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

_CLAIM = select(Destination.claim).where(Destination.address == bindparam("at")).with_for_update()
_STATE = select(*(Delivery.__table__.c[field.name] for field in fields(DeliveryState))).where(
    Delivery.id == bindparam("delivery")
)
_WRITE_DOWN = update(Delivery).where(Delivery.id == bindparam("delivery"))
