"""Cards that are being posted: what is said where one comes to stand may be said under it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Boolean, String, bindparam, case, select
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.bridge.model import Talk, Thread
from bot.bridge.thread_queue import NotYet
from bot.delivery.outbox import Delivery, State
from bot.people.places import Place


def wait_for(session: Session, place: Address | None) -> None:
    """Raises NotYet while a card with a thread is being posted where this may have been said under it."""
    if place is None or not place.workspace:
        return
    here = str(replace(place, thread=""))
    nearby = here if place.thread else f"{place.platform}:{place.workspace}/"
    if session.connection().scalar(_ON_THEIR_WAY, {"nearby": nearby, "exactly": bool(place.thread)}):
        raise NotYet


# Made once: making a statement takes longer than running it, and this is run for all that people say.
_ON_THEIR_WAY = (
    select(Thread.id)
    .join(Talk, Talk.id == Thread.talk_id)
    .join(Place, Place.id == Thread.place_id)
    .join(Delivery, (Delivery.card == Talk.card) & (Delivery.subject == Talk.subject))
    .where(
        Thread.under.is_(None),
        Delivery.address == Place.address,
        Delivery.state == State.WAITING,
        Delivery.since.is_not(None),
        case(
            (bindparam("exactly", type_=Boolean), Place.address == bindparam("nearby")),
            else_=Place.address.startswith(bindparam("nearby", type_=String)),
        ),
    )
    .limit(1)
)
