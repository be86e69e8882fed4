"""When the clock of this machine is set.

What several processes must agree on stands in the database as Unix times, since a clock that only ever goes forward
means nothing to another process. So these times are wrong for as long as a clock is, and after a jump:

- forwards: leases seem to have run out. What this process is sending it does not claim again.
  What another one sends it may claim: then it looks first, as after any doubt, and what the other one learns is not
  written down any more. Waits are over too early, and the platform says so if that is too fast.
- backwards: what shall wait for a second would wait for as long as the clock went back. So all waiting ends.
- either way: when something was posted is told by the wrong clock. So the search for it goes further back.

What is recorded of events is kept for a day and matters for minutes. Domain time is what the clock says, right or not.
"""

from __future__ import annotations

import time

import structlog
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.delivery import rate_limits
from bot.delivery.outbox import NEVER, Delivery, Destination

LEAST = 2.0  # seconds; less is what clocks are adjusted by all the time

log = structlog.get_logger()


class Watch:
    """Compares the clock with one that cannot be set. `doubt`: seconds by which it has jumped so far."""

    def __init__(self) -> None:
        self.doubt = 0.0
        self._lead = self._measure()

    def jump(self) -> float:
        """Seconds by which the clock was set since that was last `seen`; 0 for none. Backwards is below 0."""
        jump = self._measure() - self._lead
        if abs(jump) >= LEAST:
            return jump
        self._lead += jump
        return 0.0

    def seen(self, jump: float) -> None:
        self._lead += jump
        self.doubt += abs(jump)
        log.warning("the clock was set", seconds=round(jump, 1))

    def _measure(self) -> float:
        return time.time() - time.monotonic()


def make_good(session: Session, jump: float, now: float, lease: float) -> None:
    """What must not stay as it is when the clock has been set by `jump` seconds. `lease`: seconds that one lasts."""
    waiting = update(Delivery).where(Delivery.waits_since.is_not(None)).execution_options(synchronize_session=False)
    session.execute(waiting.where(Delivery.since.is_not(None)).values(since=Delivery.since - abs(jump)))
    if jump > 0:
        return
    session.execute(waiting.where(Delivery.not_before > now).values(not_before=now))
    session.execute(waiting.where(Delivery.waits_since > now).values(waits_since=now))
    due = update(Destination).where(Destination.due_at < NEVER).execution_options(synchronize_session=False)
    session.execute(due.where(Destination.due_at > now).values(due_at=now))
    session.execute(due.where(Destination.waits_since > now).values(waits_since=now))
    session.execute(due.where(Destination.leased_until > now + lease).values(leased_until=now + lease))
    rate_limits.free_all(session, now)
