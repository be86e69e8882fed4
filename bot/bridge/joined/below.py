"""What is said below a message in a joined channel that is not in the other: it has nowhere to stand there, and would
only flood that channel. Its author is told."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from bot.boundary import Address, Said
from bot.bridge.carrying import MESSAGE
from bot.bridge.joined.model import JOINED
from bot.bridge.model import HeldMessage, RelayedMessage, Talk, Thread, ThreadGroup, find
from bot.delivery.outbox import Delivery, State
from bot.people.places import Place


def channel(session: Session, said: Said) -> ThreadGroup | None:
    """The joined channel in which this was said below a message that never began to cross, and so has no thread."""
    if said.place is None or not said.place.workspace:
        return None
    above = said.place.thread or said.place.channel  # a thread bears the number of what is above it
    there = {"above": above, "there": f"{said.place.platform}:{said.place.workspace}/"}
    under = session.connection().scalar(_CHANNEL, there)
    return find(session, Address.parse(under)) if under else None


def has_nothing_above() -> ColumnElement[bool]:
    """What is true of a `RelayedMessage` below one that will not stand in the other channel: it was refused there, or
    could be there or not and was left so."""
    thread, talk = aliased(Thread), aliased(Talk)
    theirs = and_(Delivery.card == MESSAGE, Delivery.subject == talk.subject)
    never = and_(theirs, will_not_stand())
    below = select(talk.id).join(thread, thread.talk_id == talk.id)
    below = below.where(thread.id == RelayedMessage.thread_id, talk.card == MESSAGE)
    stands = select(Delivery.id).where(theirs, ~will_not_stand()).exists()
    return below.where(select(Delivery.id).where(never).exists(), ~stands).exists()


def was_left() -> ColumnElement[bool]:
    """What is true of a `RelayedMessage` that was held, and that somebody who had looked left so."""
    theirs = and_(Delivery.card == MESSAGE, Delivery.subject == RelayedMessage.id)
    gone = and_(Delivery.state == State.GONE, Delivery.remote.is_(None), Delivery.removed.is_(False))
    other = select(Delivery.id).where(theirs, ~gone).exists()
    return and_(select(Delivery.id).where(theirs, gone).exists(), ~other)


def will_not_stand() -> ColumnElement[bool]:
    return and_(or_(Delivery.state == State.GONE, Delivery.state == State.FAILED), Delivery.remote.is_(None))


def _channel_with(message: type[RelayedMessage] | type[HeldMessage]) -> Select[str | None]:
    found = select(Thread.under).join(message, message.thread_id == Thread.id).join(Talk).join(Place)
    there = Place.address.startswith(bindparam("there", type_=String))
    return found.where(message.message == bindparam("above"), Talk.card == JOINED, Thread.under.is_not(None), there)


# Made once: making a statement takes longer than running it, and this is run for much that people say anywhere.
_CHANNEL = union_all(_channel_with(RelayedMessage), _channel_with(HeldMessage)).limit(1)
