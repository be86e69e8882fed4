"""What was written down, said in the other threads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import may
from bot.boundary import Address, Attachment
from bot.bridge.model import RelayedFile, RelayedMessage, Spot, Talk, Thread, ThreadGroup, find
from bot.delivery import outbox, rulings
from bot.timetable import set_due

MESSAGE, FILE = "bridge.message", "bridge.file"  # names of cards
BELOW = "bridge.reactions"  # and of one that may quote the message above it
CROSS, WHY = "bridge.cross", "bridge.why"  # names of due times
CHANGED = "not-crossed-changed"  # in `content/`: why copies were taken down


def keep_files(session: Session, id: int, files: Sequence[Attachment], *, carried: bool) -> list[int]:
    """Where they are not `carried`, it is said where they are."""
    rows = [
        RelayedFile(carried_id=id, name=file.name, size=file.size, reference=file.reference if carried else "")
        for file in files
    ]
    if rows:
        session.add_all(rows)
        session.flush()
    return [row.id for row in rows]


def spots(gathering: ThreadGroup, *, typed: bool) -> Sequence[Spot]:
    """Where it is said: not where its author has written it."""
    return gathering.spots if typed else gathering.others


def say(
    session: Session, carried: int, there: Sequence[Spot], files: Sequence[int], joining: int | None = None
) -> None:
    """In joined channels there is no end after which all of it is done, so each message is by itself."""
    for spot in there:
        if spot.under:  # otherwise it is said once that has opened
            to = Address.parse(spot.under)
            outbox.say(session, to, MESSAGE, carried, spot.language)
            for file in files:
                outbox.say(session, to, FILE, file, spot.language)
    if joining is not None:
        outbox.settle(session, MESSAGE, carried)
        for file in files:
            outbox.settle(session, FILE, file)


def begin_thread(session: Session, gathering: ThreadGroup, carried: int, message: str) -> None:
    """Below a message in a joined channel; elsewhere it opens once the message stands there. `message`: empty where it
    is to be said here, too."""
    here = Address.parse(gathering.here.address)
    talk = Talk(district_id=gathering.here.district_id, card=MESSAGE, subject=carried, joining_id=gathering.joining)
    session.add(talk)
    for spot in gathering.spots:
        thread = Thread(talk=talk, place_id=spot.place)
        if spot is gathering.here and message:
            thread.under = str(Address(here.platform, here.workspace, here.channel, message))
            thread.room = str(Address(here.platform, here.workspace, message))
        session.add(thread)
    session.flush()


def said_before(session: Session, thread: Thread) -> None:
    """The thread has just opened: it shows what was said in the others meanwhile, as far as it may be shown there."""
    siblings = select(Thread.id).where(Thread.talk_id == thread.talk_id, Thread.place_id != thread.place_id)
    said = (
        select(RelayedMessage)
        .where(
            RelayedMessage.thread_id.in_(siblings),
            RelayedMessage.deleted.is_(False),
            RelayedMessage.crossed,
        )
        .order_by(RelayedMessage.id)
    )
    spot = find(session, Address.parse(thread.under or ""))
    for carried in session.scalars(said).unique().all() if spot else ():
        if spot and carried.member and may.be_carried(carried.member, carried.thread.place, spot.here):
            say(session, carried.id, [spot.here], [file.id for file in carried.files], thread.talk.joining_id)


def explain(session: Session, carried: RelayedMessage, why: str, now: datetime) -> None:
    """Its author is to be told, by that name in `content/`; empty: they need not be."""
    carried.why = why
    if why:
        set_due(session, WHY, carried.id, now)


def take_files_away(session: Session, carried: RelayedMessage) -> None:
    """The name of one that may stand there or not is how it is known there: that goes later (`forget_names`)."""
    for file in carried.files:
        outbox.remove(session, FILE, file.id)
        rulings.leave(session, FILE, file.id)
        file.reference = ""
        if not outbox.is_in_doubt(session, FILE, file.id):
            file.name = ""


def forget_names(session: Session) -> None:
    """Of files that were taken away while they were in doubt, and are not any more."""
    taken = select(RelayedFile).join(RelayedMessage)
    named = taken.where(RelayedMessage.deleted, RelayedFile.reference == "", RelayedFile.name != "")
    for file in session.scalars(named):
        if not outbox.is_in_doubt(session, FILE, file.id):
            file.name = ""


def drop(session: Session, carried: RelayedMessage) -> None:
    """It is not shown, and nothing of it is kept."""
    carried.words, carried.deleted, carried.waits_since, carried.why = "", True, None, ""
    take_files_away(session, carried)
