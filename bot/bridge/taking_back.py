"""What its author takes back of what crossed. A deletion goes everywhere that it crossed to. So does a change, which
crosses only where its channels are joined and its author is carried: anywhere else the copies are taken down, for none
stands with words that their author took out."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.boundary import Address, Edited
from bot.bridge import carrying, words, written
from bot.bridge.carrying import BELOW, CHANGED, MESSAGE
from bot.bridge.joined import crossing
from bot.bridge.joined.model import JOINED, Joining
from bot.bridge.model import RelayedMessage, find
from bot.delivery import outbox, rulings
from bot.delivery.outbox import Delivery
from bot.storage import context

ENDED = "not-crossed-ended"
# In `content/`: what the author is told of what had not crossed yet when they changed it, by why it stays.
IN_TIME = {"": "not-crossed-not-meant", "joining-stays-ended": ENDED, "joining-stays-muted": "not-crossed-muted"}


def take_back(session: Session, carried: RelayedMessage, why: str = "") -> None:
    """Its copies say only that it was deleted, or changed; its files go. `why`: its author is told so, by that name in
    `content/`."""
    if written.is_out_of_reach(session, carried):
        why = written.OUT_OF_REACH
    carried.words, carried.deleted, carried.waits_since = "", True, None
    carrying.explain(session, carried, why, context.now(session))
    outbox.remove(session, BELOW, carried.id)
    rulings.leave(session, BELOW, carried.id)
    carrying.take_files_away(session, carried)
    if rulings.leave(session, MESSAGE, carried.id) or not carried.crossed:
        crossing.keep_answers(session, carried)


def was_shown(session: Session, carried: RelayedMessage) -> bool:
    """Whether it has been posted anywhere, or will be."""
    anywhere = or_(Delivery.remote.is_not(None), Delivery.removed.is_(False))
    shown = select(Delivery.id).where(*outbox.shows(MESSAGE, carried.id), anywhere).limit(1)
    return carried.crossed and session.scalar(shown) is not None


def take_down(session: Session, edited: Edited, rows: Iterable[RelayedMessage | None], in_time: str = "") -> None:
    """It was changed, and that does not cross. `in_time`: what its author is told, as a name in `content/`, if it has
    not crossed yet."""
    for carried in rows:
        if carried is not None and not carried.deleted and _is_changed(session, carried, edited):
            take_back(session, carried, CHANGED if carried.crossed else in_time)


def withhold(session: Session, edited: Edited, carried: RelayedMessage | None) -> None:
    """It was changed, and its author is asked about that first: until they say so, its copies say none of it."""
    if carried is not None and not carried.deleted and _is_changed(session, carried, edited):
        written.put(session, carried, words.WITHHELD, edited)


def take_down_apart(session: Session, edited: Edited) -> None:
    """Where it crossed while its channel was joined with one that it is not joined with any more."""
    if edited.place is not None:
        rows = written.find_all(session, edited.place, edited.message)
        take_down(session, edited, [one for one in rows if _is_over(session, one)], ENDED)


def _is_over(session: Session, carried: RelayedMessage) -> bool:
    """In a thread it is, even where the same two channels are joined anew: that has no other end any more."""
    talk = carried.thread.talk
    joining = session.get(Joining, talk.joining_id) if talk.joining_id else None
    if joining is None or not joining.is_over:
        return False
    anew = find(session, Address.parse(carried.thread.place.address)) if talk.card == JOINED else None
    return anew is None or joining.id not in written.joinings_of(session, anew)


def _is_changed(session: Session, carried: RelayedMessage, edited: Edited) -> bool:
    if edited.edition <= carried.edition:
        return False
    now = words.cut(words.pointed(session, edited.prose, carried.thread.place.district_id))
    gone = {file.reference for file in carried.files if file.reference} - {file.reference for file in edited.files}
    return bool(gone) or not words.is_same(now, words.load(carried.words))
