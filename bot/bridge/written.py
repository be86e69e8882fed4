"""What was said in threads that belong together, as it is written down. There is no record of what was told: a message
is known by its place and id, and its last edition stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import Insert, Select, func, or_, select
from sqlalchemy.orm import Session

from bot.boundary import Address, Deleted, Edited, Prose, Said
from bot.bridge import carrying, words
from bot.bridge.carrying import BELOW, FILE, MESSAGE
from bot.bridge.joined import bylines
from bot.bridge.joined.model import JoinedPlace
from bot.bridge.model import HeldMessage, RelayedFile, RelayedMessage, Spot, Talk, Thread, ThreadGroup
from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.people import belongings
from bot.people import model as people
from bot.people.places import Place
from bot.storage import context
from bot.storage.database import insert
from bot.storage.tables import Table

SAID_KEPT = timedelta(days=30)  # for so long what is said can be changed or taken away once its card is done
OUT_OF_REACH = "not-crossed-out-of-reach"  # in `content/`: what its author is told


def edition(said: Said) -> float:
    return said.edition if isinstance(said, Edited) else 0.0


# What is known already -------------------------------------------------------------------------------------------


def find(session: Session, gathering: ThreadGroup, message: str) -> RelayedMessage | None:
    """Nobody else changes it meanwhile. Where a platform does not say in which thread it stood, its channel tells; of
    what was said there before, only what crossed to the same channel."""
    spot = gathering.here
    if not spot.is_channel:
        return session.scalars(_rows(message).where(RelayedMessage.thread_id == spot.thread)).one_or_none()
    itself = or_(Talk.joining_id.in_(joinings_of(session, gathering)), Talk.joining_id.is_(None))
    here = _rows(message).join(Thread).join(Talk).where(Thread.place_id == spot.place, itself)
    return session.scalars(here.order_by(Talk.joining_id.is_(None), RelayedMessage.id.desc())).first()


def joinings_of(session: Session, gathering: ThreadGroup) -> Sequence[int]:
    """By which these channels are joined, and were before."""
    places = [spot.place for spot in gathering.spots]
    both = select(JoinedPlace.joining_id).where(JoinedPlace.place_id.in_(places)).group_by(JoinedPlace.joining_id)
    return session.scalars(both.having(func.count() == len(places))).all()


def find_all(session: Session, at: Address, message: str) -> list[RelayedMessage]:
    """Each time that it was carried: its channel may have been joined with one after the other, and a thread there has
    no name any more once that is over. Nobody else changes them meanwhile."""
    workspace = f"{at.platform}:{at.workspace}/"
    near = _rows(message).join(Thread).join(Place).where(Place.address.startswith(workspace, autoescape=True))
    return [one for one in session.scalars(near.order_by(RelayedMessage.id)) if _is_there(session, one.thread, at)]


def _is_there(session: Session, thread: Thread, at: Address) -> bool:
    """A thread may come as a channel of its own, named after the message above it."""
    names = (str(at), str(replace(at, thread="")))
    if thread.place.address in names or thread.under in names or thread.room in names:
        return True
    if thread.talk.card != MESSAGE:
        return False
    itself = select(RelayedMessage.message).where(RelayedMessage.id == thread.talk.subject)
    copies = select(Delivery.remote).where(*outbox.shows(MESSAGE, thread.talk.subject))
    files = select(RelayedFile.id).where(RelayedFile.carried_id == thread.talk.subject)
    beside = select(Delivery.remote).where(Delivery.card == FILE, Delivery.subject.in_(files))
    return at.channel in {*session.scalars(itself), *session.scalars(copies), *session.scalars(beside)}


def _rows(message: str) -> Select[RelayedMessage]:
    return select(RelayedMessage).where(RelayedMessage.message == message).with_for_update(of=RelayedMessage)


def is_out_of_reach(session: Session, carried: RelayedMessage) -> bool:
    """It crossed to a joined channel so long ago that where its copies stand is not known any more."""
    if carried.thread.talk.joining_id is None or not carried.crossed or carried.crosses_at is None:
        return False
    known = select(Delivery.id).where(*outbox.shows(MESSAGE, carried.id)).limit(1)
    return carried.crosses_at < context.now(session) - SAID_KEPT and session.scalar(known) is None


def held(here: Spot, message: str) -> Select[HeldMessage]:
    return select(HeldMessage).where(HeldMessage.thread_id == here.thread, HeldMessage.message == message)


# What is new -----------------------------------------------------------------------------------------------------


def add(
    session: Session, gathering: ThreadGroup, member: people.Member, said: Said, prose: Prose, **more: object
) -> int | None:
    """The number of the new row; None: the message is known already."""
    if isinstance(said, Edited) and find(session, gathering, said.message) is not None:
        return None
    row = {"member_id": member.id, "words": words.dump(prose), "edition": edition(said)}
    new = _add(session, gathering.here, said.message, **row, **more)
    if new is not None:
        belongings.note(session, member, said.actor, RelayedMessage.member_id, new)
    return new


def mark_gone(session: Session, gone: Said | Deleted, here: Spot) -> bool:
    """Should it still be told that it was said, it is known to be gone. False: the message is known already."""
    return _add(session, here, gone.message, deleted=True) is not None


def hold(session: Session, gathering: ThreadGroup, member: people.Member, said: Said) -> int | None:
    """The number of the row; None: this edition or a later one is known."""
    known = find(session, gathering, said.message)
    if known is not None and (known.deleted or edition(said) <= known.edition):
        return None
    row = {"message": said.message, "member_id": member.id, "edition": edition(said)}
    add = insert(session)(HeldMessage).values(thread_id=gathering.here.thread, **row)
    hold = add.on_conflict_do_update(
        index_elements=["message", "thread_id"],
        set_={"edition": add.excluded.edition},
        where=HeldMessage.edition < add.excluded.edition,
    )
    id: int | None = session.scalar(hold.returning(HeldMessage.id))
    if id is not None:
        belongings.note(session, member, said.actor, HeldMessage.member_id, id)
    return id


def change(session: Session, gathering: ThreadGroup, edited: Edited, prose: Prose) -> int | None:
    """The message's number; None if a later edition is known, or that it is gone."""
    carried = find(session, gathering, edited.message)
    if carried is None or carried.deleted or edited.edition <= carried.edition:
        return None
    later = held(gathering.here, edited.message).where(HeldMessage.edition > edited.edition)
    if session.scalars(later).first() is not None:
        return None
    if carried.crossed:
        prose = bylines.called_as_before(prose, words.load(carried.words))
    carried.edition = edited.edition
    put(session, carried, words.dump(prose), edited)
    return carried.id


def put(session: Session, carried: RelayedMessage, said: str, edited: Edited) -> None:
    """It says this now, as `words.dump` gives it, and has no file any more that it lost."""
    carried.words = said
    kept = {file.reference for file in edited.files}
    for file in carried.files:
        if file.reference and file.reference not in kept:
            outbox.remove(session, FILE, file.id)
            file.reference = ""
            if not carried.crossed:  # it is as if it had never been there
                session.delete(file)
    if is_out_of_reach(session, carried) and carried.why != OUT_OF_REACH:
        carrying.explain(session, carried, OUT_OF_REACH, context.now(session))
    for card in (MESSAGE, BELOW):
        outbox.change(session, card, carried.id)


def _add(session: Session, here: Spot, message: str, **row: object) -> int | None:
    """Waits for another worker that is writing the same message down."""
    usual = {"member_id": None, "words": "", "edition": 0.0, "deleted": False, "waits_since": None, "why": ""}
    usual |= {"crosses_at": None, "crossed": True, "typed": False, **bylines.Byline().columns}
    row = {"thread_id": here.thread, "message": message, **usual, **row}
    id: int | None = session.connection().scalar(_adding(insert(session)), row)
    return id


@cache
def _adding(insert: Callable[[type[Table]], Any]) -> Insert:
    """Made once: making a statement takes longer than running it."""
    add: Insert = insert(RelayedMessage).on_conflict_do_nothing().returning(RelayedMessage.id)
    return add
