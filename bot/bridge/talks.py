"""A card in several places, and the threads under it as one."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Select, or_, select, update
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.bridge import carrying
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.joined.model import JOINED, Joining, Stage
from bot.bridge.model import RelayedFile, RelayedMessage, Talk, Thread, find
from bot.delivery import outbox, rulings
from bot.delivery.outbox import Delivery, State
from bot.delivery.outcomes import Posted
from bot.people import model as people
from bot.people.places import Place

AT_ONCE = 500  # messages that are forgotten in one go


def put(
    session: Session,
    card: str,
    subject: int,
    places: Sequence[Place],
    committee: people.Committee | None = None,
    joining: int | None = None,
) -> None:
    """Shows the card in all of them, the homes of `committee`; what is said under one is said under the others. Of a
    `joining`: what is said in one place from then on, in the others."""
    if not places:
        return
    committee_id = committee.id if committee else None
    talk = Talk(district_id=places[0].district_id, committee_id=committee_id, card=card, subject=subject)
    talk.joining_id = joining
    session.add(talk)
    for place in places:
        session.add(Thread(talk=talk, place=place))
        outbox.say(session, Address.parse(place.address), card, subject, place.language)


def open_thread(session: Session, card: str, subject: int, address: str, message: str) -> None:
    """The card has come to stand there as this message; should it be posted anew, its thread is the new one."""
    here = select(Thread).join(Talk).join(Place)
    found = here.where(Talk.card == card, Talk.subject == subject, Place.address == address)
    thread = session.scalars(found.order_by(Talk.id.desc(), Thread.id).limit(1)).one_or_none()
    if thread is None or _is_over(session, thread):
        return
    is_first = thread.under is None
    if card == JOINED:
        thread.opens_all()
    else:
        thread.opens(message)
    session.flush()
    if is_first:
        carrying.said_before(session, thread)


def open_beside(session: Session, _card: str, file: int, address: str, message: str) -> None:
    """A message in a joined channel has come to stand as that one, too, which shows a file of it: what people answer
    below that is said below the message."""
    carried = session.get_one(RelayedFile, file).carried_id
    its = select(Thread).join(Talk).join(Place).where(Talk.card == MESSAGE, Talk.subject == carried)
    thread = session.scalars(its.where(Place.address == address).order_by(Thread.id).limit(1)).one_or_none()
    if thread is None or _is_over(session, thread) or find(session, replace(Address.parse(address), thread=message)):
        return
    beside = Thread(talk=thread.talk, place=thread.place)
    beside.opens(message)
    session.add(beside)
    session.flush()


def _is_over(session: Session, thread: Thread) -> bool:
    """Its channels were joined. Nobody ends that meanwhile."""
    if thread.talk.joining_id is None:
        return False
    joining = session.get_one(Joining, thread.talk.joining_id, with_for_update={"read": True})
    return joining.stage != Stage.ON


def openings(cards: Iterable[str]) -> dict[str, Posted]:
    """For the sender: a card of these that is posted opens its thread; so does a message in a joined channel, and each
    file of it."""
    return {**dict.fromkeys((*cards, JOINED, MESSAGE), open_thread), FILE: open_beside}


def stuck(session: Session, card: str, subject: int) -> str | None:
    """The address of a thread under the card in which something that was carried there could not be said."""
    found = session.execute(_stuck(card, subject).add_columns(Delivery.address).limit(1)).first()
    return found.address if found else None


def try_again(session: Session, card: str, subject: int) -> None:
    """Somebody has looked."""
    for stuck in session.execute(_stuck(card, subject)).all():
        rulings.try_again(session, stuck.card, stuck.subject)


def _stuck(card: str, subject: int) -> Select[str, int]:
    said = select(RelayedMessage.id).join(Thread).join(Talk).where(Talk.card == card, Talk.subject == subject)
    files = select(RelayedFile.id).where(RelayedFile.carried_id.in_(said))
    message = (Delivery.card == MESSAGE) & Delivery.subject.in_(said)
    file = (Delivery.card == FILE) & Delivery.subject.in_(files)
    failed = Delivery.state.in_((State.FAILED, State.HELD))
    return (
        select(Delivery.card, Delivery.subject).where(or_(message, file), failed).distinct().order_by(Delivery.subject)
    )


def forget(session: Session, before: float) -> bool:
    """Deletes what was said under cards that have been done since before that Unix time, as far as we kept it; what
    stands on the platforms stays. True: there may be more of it."""
    done = select(Delivery.id).where(
        Delivery.card == Talk.card,
        Delivery.subject == Talk.subject,
        or_(Delivery.done_at.is_(None), Delivery.done_at >= before),
    )
    over = select(Thread.id).join(Talk).where(Talk.joining_id.is_(None), ~done.exists())
    joined = select(Thread.id).join(Talk).where(Talk.joining_id.is_not(None))
    itself = select(Delivery.id).where(
        Delivery.card == MESSAGE,
        Delivery.subject == RelayedMessage.id,
        or_(Delivery.done_at.is_(None), Delivery.done_at >= before),
    )
    anywhere = select(Delivery.id).where(Delivery.card == MESSAGE, Delivery.subject == RelayedMessage.id).exists()
    old = or_(anywhere, RelayedMessage.crosses_at < datetime.fromtimestamp(before, UTC))  # or it waits for its thread
    done_itself = RelayedMessage.thread_id.in_(joined) & RelayedMessage.crossed & ~itself.exists() & old
    kept = (
        select(RelayedMessage.id)
        .where(or_(RelayedMessage.thread_id.in_(over), done_itself), RelayedMessage.words != "")
        .order_by(RelayedMessage.id)
        .limit(AT_ONCE)
    )
    said = session.scalars(kept).all()
    if not said:
        return False
    files = session.scalars(select(RelayedFile.id).where(RelayedFile.carried_id.in_(said))).all()
    session.execute(update(RelayedMessage).where(RelayedMessage.id.in_(said)).values(words=""))
    session.execute(update(RelayedFile).where(RelayedFile.id.in_(files)).values(name="", reference=""))
    for card, subjects in ((MESSAGE, said), (FILE, files)):
        shown = update(Delivery).where(Delivery.card == card, Delivery.subject.in_(subjects))
        session.execute(shown.values(done_at=time.time()))
    return len(said) == AT_ONCE


def separate(session: Session, _account: str, _leaving: people.Member, returning: people.Member | None) -> None:
    """They are two again: what one wrote stands under that one's name."""
    if returning is None:
        return
    theirs = (RelayedMessage.member_id == returning.id, RelayedMessage.words != "")
    for id in session.scalars(select(RelayedMessage.id).where(*theirs)).all():
        outbox.change(session, MESSAGE, id)
