"""What somebody who has looked says of a message that failed, or was held because it may stand there or not."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.delivery import outbox
from bot.delivery.outbox import Delivery, Ruling, State


def try_again(session: Session, card: str, subject: int) -> None:
    """Posts the card anew where that failed or was held, unless that place is for others by now. One that stands, but
    could not be edited, makes way."""
    for row in _stuck(session, card, subject, State.FAILED, State.HELD):
        if row.withheld and row.remote is None:
            row.state, row.reason = State.FAILED, outbox.WITHHELD
            continue
        if row.state is State.HELD:
            row.ruling = Ruling.SEND
        if row.remote is not None and not row.removed and not row.withheld:
            row.removed = True
            outbox.say(session, Address.parse(row.address), card, subject, row.language)
        _let_go(row)
    outbox.change(session, card, subject)


def leave(session: Session, card: str, subject: int) -> bool:
    """Posts the card no more where it was held. Should it stand there after all, it is kept up like any other. Returns
    whether it was held anywhere."""
    held = _stuck(session, card, subject, State.HELD)
    for row in held:
        row.ruling = Ruling.LEAVE
        _let_go(row)
    outbox.change(session, card, subject)
    return bool(held)


def _stuck(session: Session, card: str, subject: int, *states: State) -> Sequence[Delivery]:
    outbox.lock(session, and_(*outbox.shows(card, subject)))
    stuck = select(Delivery).where(*outbox.shows(card, subject), Delivery.state.in_(states))
    return session.scalars(stuck.order_by(Delivery.id)).all()


def _let_go(row: Delivery) -> None:
    row.state = State.WAITING if row.remote is None else State.STANDING
    row.not_before, row.tries, row.faults, row.reason = 0.0, 0, 0, ""
