"""What stands in a joined channel and was not heard yet: a platform may tell of an answer, or of an emoji, before it
has told again of the message that it is about."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.bridge.joined.model import JOINED
from bot.bridge.model import RelayedMessage, Talk, Thread, ThreadGroup
from bot.bridge.thread_queue import NotYet
from bot.delivery.outbox import Delivery, State
from bot.people.places import Place


def wait_for(session: Session, place: Address, message: str, *, ours: bool = False) -> None:
    """Raises NotYet while it may still come. It never does where another bot wrote it. Of the bot's own nothing comes:
    it may be known as soon as what was just posted there is."""
    channel = str(replace(place, thread=""))
    whole = select(Thread.id).join(Talk).where(Thread.under == channel, Talk.joining_id.is_not(None))
    if session.scalar(whole) is None:
        return
    begun = select(func.max(Delivery.remote)).where(Delivery.card == JOINED, Delivery.address == channel)
    if not _is_after(message, session.scalar(begun)):
        return
    here = select(RelayedMessage.id).join(Thread).join(Place).where(Place.address == channel)
    own = select(Delivery.id).where(Delivery.remote == message)
    known = (here.where(RelayedMessage.message == message), own)
    if any(session.scalar(one.limit(1)) is not None for one in known) or (ours and not _is_posting(session, channel)):
        return
    raise NotYet


def _is_posting(session: Session, channel: str) -> bool:
    """Whether something may stand there of which that is not known yet."""
    there = or_(Delivery.address == channel, Delivery.address.startswith(f"{channel}/", autoescape=True))
    sent = (Delivery.state == State.WAITING, Delivery.waits_since.is_not(None), Delivery.since.is_not(None))
    return session.scalar(select(Delivery.id).where(there, *sent).limit(1)) is not None


def is_from_before(session: Session, channel: ThreadGroup, message: str) -> bool:
    """Whether it stood there when the channels were joined."""
    card = (Delivery.card == JOINED, Delivery.subject == channel.joining, Delivery.address == channel.here.address)
    begun = session.scalar(select(func.min(Delivery.remote)).where(*card))
    return begun is not None and _is_after(begun, message)


def _is_after(message: str, other: str | None) -> bool:
    """Both platforms number messages, in order."""
    try:
        return other is not None and float(message) > float(other)
    except ValueError:
        return False
