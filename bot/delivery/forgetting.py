"""Deliveries leave the outbox: forgotten when nobody needs them, erased without a trace, or abandoned where the bot is
no longer."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import and_, delete, select, update
from sqlalchemy.orm import Session

from bot.delivery.outbox import NEVER, Delivery, Destination, State, lock, shows

AT_ONCE = 500  # rows that are forgotten in one go


def forget(session: Session, before: float) -> bool:
    """Forgets some of what nobody has needed since before that Unix time. True: there may be more."""
    old = (Delivery.done_at < before, Delivery.waits_since.is_(None))
    rows = session.execute(select(Delivery.id, Delivery.address).where(*old).limit(AT_ONCE)).all()
    those = Delivery.id.in_([row.id for row in rows])
    lock(session, those)
    session.execute(delete(Delivery).where(those, *old))
    _leave(session, {row.address for row in rows})
    return len(rows) == AT_ONCE


def erase(session: Session, card: str, subject: int) -> None:
    """As if the card had never been said: what stands somewhere is left alone and known no more. The others there are
    numbered anew, for a gap would tell."""
    addresses = set(session.scalars(select(Delivery.address).where(*shows(card, subject))))
    lock(session, and_(*shows(card, subject)))
    session.execute(delete(Delivery).where(*shows(card, subject)))
    for address in sorted(addresses):
        there = select(Delivery.id).where(Delivery.address == address).order_by(Delivery.number)
        left = list(session.scalars(there))
        for number, id in enumerate(left, 1):
            session.execute(update(Delivery).where(Delivery.id == id).values(number=number))
        there_now: dict[str, object] = {"numbered": len(left)}
        if not left:  # what waited is not waited for any more
            there_now |= {"due_at": NEVER, "leased_until": 0.0, "waits_since": None}
        session.execute(update(Destination).where(Destination.address == address).values(there_now))
    _leave(session, addresses)


def _leave(session: Session, addresses: Collection[str]) -> None:
    """Forgets those where nothing was said that is still known."""
    said = select(Delivery.id).where(Delivery.address == Destination.address).exists()
    idle = (Destination.due_at >= NEVER, Destination.leased_until == 0.0, ~said)
    session.execute(
        delete(Destination)
        .where(Destination.address.in_(addresses), *idle)
        .execution_options(synchronize_session=False)
    )


def abandon(session: Session, addresses: str, reason: str) -> None:
    """What waits where addresses begin so is neither posted nor changed any more; it stays as it stands. What was to be
    taken away still is, should it change once the bot is back: it never shows that."""
    there = Delivery.address.startswith(addresses, autoescape=True)
    lock(session, there)
    waits = update(Delivery).where(there, Delivery.waits_since.is_not(None)).values(waits_since=None)
    session.execute(waits.values(shown=Delivery.wanted, reason=reason))
    never_posted = update(Delivery).where(there, Delivery.state == State.WAITING)
    session.execute(never_posted.values(state=State.FAILED))
