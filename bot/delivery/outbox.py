"""What is still to be said: one row for each message that stands, or shall stand, somewhere.

A row says what to show (a card: a kind and a subject), not the words: these are made when it is sent. So a card that
changed a thousand times is edited a few times, and the last edit is right. `bot.delivery.sender` makes the platforms
agree.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Insert,
    UniqueConstraint,
    and_,
    bindparam,
    case,
    false,
    func,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy import insert as sql_insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Address
from bot.storage.context import shared
from bot.storage.database import insert, wake_others
from bot.storage.tables import Table

AT_ONCE = 300  # changed cards that one statement names
NEVER = 1e12  # a Unix time that nothing reaches
WAITING, DONE = text("waits_since IS NOT NULL"), text("done_at IS NOT NULL")
STANDS = text("remote IS NOT NULL")
WITHHELD = "withheld"  # the reason of a delivery that was not posted because its place is for others by now


class State(StrEnum):
    WAITING = "waiting"  # to be posted
    STANDING = "standing"
    GONE = "gone"  # taken away, or never posted
    FAILED = "failed"  # the platform refused: somebody must change something
    HELD = "held"  # it may stand there or not, and the platform cannot tell: somebody must look


class Ruling(StrEnum):
    """What somebody who has looked says of a message that was held, unless the platform can tell by now."""

    NONE = ""
    SEND = "send"
    LEAVE = "leave"


class Destination(Table):
    """A channel, thread or DM that is written to. Its row is the lock under which its deliveries are numbered, and
    the lease under which one sender at a time writes there. All times are Unix times."""

    __tablename__ = "destinations"
    __table_args__ = (Index("ix_destinations_due", "platform", "due_at"),)
    address: Mapped[str] = mapped_column(primary_key=True)
    platform: Mapped[str]
    workspace: Mapped[str]
    numbered: Mapped[int] = mapped_column(default=0)  # the last number given
    due_at: Mapped[float] = mapped_column(default=NEVER)  # when something can be done here
    leased_until: Mapped[float] = mapped_column(default=0.0)
    claim: Mapped[int] = mapped_column(default=0, server_default="0")  # the last one: drawn, as counting would tell
    waits_since: Mapped[float | None]  # the longest wait is served first


class Delivery(Table):
    """One message that shall stand at a destination."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_shows", "card", "subject"),
        UniqueConstraint("address", "number"),
        Index("ix_deliveries_waiting", "address", "number", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("ix_deliveries_remote", "remote", sqlite_where=STANDS, postgresql_where=STANDS),
        Index("ix_deliveries_done", "done_at", sqlite_where=DONE, postgresql_where=DONE),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(ForeignKey("destinations.address"))
    number: Mapped[int]  # its place in the order of this destination
    card: Mapped[str]  # a name in a feature's `cards`
    subject: Mapped[int]
    language: Mapped[str]
    state: Mapped[State] = mapped_column(default=State.WAITING)
    remote: Mapped[str | None]  # the platform's id of the message
    spoken: Mapped[bool] = mapped_column(default=False, server_default=false())  # under its speaker's name
    wanted: Mapped[int] = mapped_column(default=1)  # counts the changes of what it shows
    shown: Mapped[int] = mapped_column(default=0)  # the change that was shown last
    removed: Mapped[bool] = mapped_column(default=False)  # shall be taken away
    since: Mapped[float | None]  # from then on it may have been posted
    ruling: Mapped[str] = mapped_column(default=Ruling.NONE, server_default=text("''"))  # good for one attempt
    not_before: Mapped[float] = mapped_column(default=0.0)
    tries: Mapped[int] = mapped_column(default=0)  # since it last went well
    faults: Mapped[int] = mapped_column(default=0, server_default="0")  # those among them that were our own
    gap: Mapped[float] = mapped_column(default=0.0)  # seconds that it waits between two edits
    edited_at: Mapped[float] = mapped_column(default=0.0)
    waits_since: Mapped[float | None]  # since when the message differs from the card
    reason: Mapped[str] = mapped_column(default="")  # the platform's code for a failure, or why it lacks its file
    done_at: Mapped[float | None]  # since when nobody needs it, unless its card changes once more
    meant_for: Mapped[str | None]  # for whom it was said; None: for whom its place still is (`people.redeclaring`)
    withheld: Mapped[bool] = mapped_column(default=False, server_default=false())  # its place is for others by now


@dataclass
class Changes:
    """What a transaction has said and changed so far: cards by their names and subjects."""

    said: bool = False
    changed: set[tuple[str, int]] = field(default_factory=set)
    settled: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True)
class Standing:
    """How one delivery fares, for those who are told."""

    delivery: int
    address: str
    state: State
    reason: str
    withheld: bool


def say(session: Session, to: Address, card: str, subject: int, language: str) -> None:
    """Shows the card there, after all that was said there before."""
    address, now, connection = str(to), time.time(), session.connection()
    place = {"at": address, "on": to.platform, "in": to.workspace, "now": now}
    number = connection.scalar(_taking_a_number(insert(connection)), place)
    shared(session, Changes).said = True
    row = {"address": address, "number": number, "card": card, "subject": subject, "language": language}
    connection.execute(_ADD, row | {"waits_since": now})


def change(session: Session, card: str, subject: int) -> None:
    """What the card shows has changed."""
    shared(session, Changes).changed.add((card, subject))


def remove(session: Session, card: str, subject: int, at: str | None = None) -> None:
    """Takes the card away from all places, or from this one."""
    those = (*shows(card, subject), *([Delivery.address == at] if at is not None else []))
    lock(session, and_(*those))
    session.execute(update(Delivery).where(*those).values(removed=True))
    change(session, card, subject)


def take_away(session: Session, at: Address, remote: str, card: str, subject: int, language: str) -> None:
    """A message there that the bot did not write, if the platform lets it; otherwise that failed."""
    say(session, at, card, subject, language)
    theirs = (*shows(card, subject), Delivery.state == State.WAITING)
    session.execute(update(Delivery).where(*theirs).values(state=State.STANDING, remote=remote, removed=True))


def withhold(session: Session, card: str, subject: int) -> None:
    """Posts the card nowhere any more; where it stands, it stays."""
    lock(session, and_(*shows(card, subject)))
    waits = (*shows(card, subject), Delivery.state == State.WAITING)
    session.execute(update(Delivery).where(*waits).values(removed=True))
    change(session, card, subject)


def settle(session: Session, card: str, subject: int) -> None:
    """The card has changed for the last time, as a rule, and in time it may be forgotten."""
    shared(session, Changes).settled.add((card, subject))
    change(session, card, subject)


def resume(session: Session, card: str, subject: int) -> None:
    """The card is not done after all."""
    shared(session, Changes).settled.discard((card, subject))
    lock(session, and_(*shows(card, subject)))
    session.execute(update(Delivery).where(*shows(card, subject)).values(done_at=None))
    change(session, card, subject)


def is_in_doubt(session: Session, card: str, subject: int) -> bool:
    """Whether it may have been posted anywhere, and nobody knows yet."""
    doubtful = (Delivery.state == State.WAITING, Delivery.since.is_not(None))
    return session.scalar(select(Delivery.id).where(*shows(card, subject), *doubtful).limit(1)) is not None


def is_removed(session: Session, card: str, subject: int) -> bool:
    """Whether it is to be taken away from everywhere."""
    return session.scalar(select(func.count()).where(*shows(card, subject), ~Delivery.removed)) == 0


def standings(session: Session, card: str, subject: int) -> list[Standing]:
    asked = select(Delivery.id, Delivery.address, Delivery.state, Delivery.reason, Delivery.withheld)
    rows = session.execute(asked.where(*shows(card, subject)).order_by(Delivery.id))
    return [Standing(*row) for row in rows]


def note_changes(session: Session) -> bool:
    """Marks all that changed in this transaction, once and in order, so that two workers never wait for each other
    (but where it is so much that a statement can't name it all: then one of the two begins anew). Returns whether
    something is due sooner than before: only then senders need waking."""
    changes, sooner = shared(session, Changes), False
    for some in _slices(changes.changed):
        sooner |= _mark(session, some)
    for some in _slices(changes.settled):
        session.connection().execute(_SETTLE, {"changed": some, "now": time.time()})
    news = changes.said or sooner
    if news:
        wake_others(session)
    return news


def _slices(cards: Collection[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    ordered = sorted(cards)
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))


def _mark(session: Session, changed: Sequence[tuple[str, int]]) -> bool:
    """Returns whether any destination is due sooner now."""
    connection, values = session.connection(), {"changed": changed, "now": time.time()}
    connection.execute(_LOCK_CHANGED, values)
    connection.execute(_MARK_CHANGED, values)
    return connection.execute(_MAKE_DUE, values).rowcount > 0


def oldest_unsent(session: Session, platforms: Collection[str]) -> float | None:
    """Since which Unix time something waits to be shown on these platforms; None if nothing does."""
    live = (Delivery.waits_since.is_not(None), Delivery.state.in_((State.WAITING, State.STANDING)))
    there = Delivery.address.in_(select(Destination.address).where(Destination.platform.in_(platforms)))
    return session.scalar(select(func.min(Delivery.waits_since)).where(*live, there))


def lock(session: Session, deliveries: ColumnElement[bool]) -> None:
    """Their destinations, in order. All lock a destination before its deliveries, so nobody waits in a circle."""
    theirs = select(Delivery.address).where(deliveries)
    locked = select(Destination.address).where(Destination.address.in_(theirs)).order_by(Destination.address)
    session.execute(locked.with_for_update())


def shows(card: str, subject: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Delivery.card == card, Delivery.subject == subject


@cache
def _taking_a_number(insert: Callable[[type[Table]], Any]) -> Insert:
    now = bindparam("now", type_=Float)
    add = insert(Destination).values(
        address=bindparam("at"),
        platform=bindparam("on"),
        workspace=bindparam("in"),
        numbered=1,
        due_at=now,
        leased_until=0.0,
        waits_since=now,
    )
    one_more = {
        "numbered": Destination.numbered + 1,
        "due_at": now,
        "waits_since": func.coalesce(Destination.waits_since, now),
    }
    taking: Insert = add.on_conflict_do_update(index_elements=["address"], set_=one_more).returning(
        Destination.numbered
    )
    return taking


# Made once: making a statement takes longer than running it, and these are run in nearly every transaction.
_ADD = sql_insert(Delivery)
_CHANGED = tuple_(Delivery.card, Delivery.subject).in_(bindparam("changed", expanding=True))
_NOW = bindparam("now", type_=Float)
_WHERE = Destination.address.in_(select(Delivery.address).where(_CHANGED))
_LOCK_CHANGED = select(Destination.address).where(_WHERE).order_by(Destination.address).with_for_update()
_MARK_CHANGED = (
    update(Delivery)
    .where(_CHANGED)
    .values(wanted=Delivery.wanted + 1, waits_since=func.coalesce(Delivery.waits_since, _NOW))
)
_READY_AT = (
    select(func.min(Delivery.not_before)).where(Delivery.address == Destination.address, _CHANGED).scalar_subquery()
)
_DUE_AT = case((_READY_AT > _NOW, _READY_AT), else_=_NOW)
_MAKE_DUE = (
    update(Destination)
    .where(_WHERE, Destination.due_at > _DUE_AT)
    .values(due_at=_DUE_AT, waits_since=func.coalesce(Destination.waits_since, _NOW))
)
_SETTLE = update(Delivery).where(_CHANGED).values(done_at=_NOW)
