"""What is still to be said: one row for each message that stands, or shall stand, somewhere.

A row says what to show (a card: a kind and a subject), not the words: these are made when it is sent. So a card that
changed a thousand times is edited a few times, and the last edit is right. `bot.sender` makes the platforms agree.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    UniqueConstraint,
    and_,
    case,
    delete,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Address
from bot.store import insert, wake_others
from bot.writer import Batch
from bot.tables import Table

NEVER = 1e12  # a Unix time that nothing reaches
AT_ONCE = 500  # rows that are forgotten in one go
WAITING, DONE = text("waits_since IS NOT NULL"), text("done_at IS NOT NULL")


class State(StrEnum):
    WAITING = "waiting"  # to be posted
    STANDING = "standing"
    GONE = "gone"  # taken away, or never posted
    FAILED = "failed"  # the platform refused: somebody must change something
    HELD = "held"  # it may stand there or not, and the platform cannot tell: somebody must look


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
    claims: Mapped[int] = mapped_column(default=0, server_default="0")  # how often it was; only the last one counts
    waits_since: Mapped[float | None]  # whoever has waited for longest is served first


class Delivery(Table):
    """One message that shall stand at a destination."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_shows", "card", "subject"),
        UniqueConstraint("address", "number"),
        Index("ix_deliveries_waiting", "address", "number", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("ix_deliveries_done", "done_at", sqlite_where=DONE, postgresql_where=DONE),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(ForeignKey("destinations.address"))
    number: Mapped[int]  # its place in the order of this destination
    card: Mapped[str]  # a name of `bot.routes.CARDS`
    subject: Mapped[int]
    language: Mapped[str]
    state: Mapped[State] = mapped_column(default=State.WAITING)
    remote: Mapped[str | None]  # the platform's id of the message
    wanted: Mapped[int] = mapped_column(default=1)  # counts the changes of what it shows
    shown: Mapped[int] = mapped_column(default=0)  # the change that was shown last
    removed: Mapped[bool] = mapped_column(default=False)  # shall be taken away
    since: Mapped[float | None]  # from then on it may have been posted
    not_before: Mapped[float] = mapped_column(default=0.0)
    tries: Mapped[int] = mapped_column(default=0)  # since it last went well
    faults: Mapped[int] = mapped_column(default=0, server_default="0")  # those among them that were our own
    gap: Mapped[float] = mapped_column(default=0.0)  # seconds that it waits between two edits
    edited_at: Mapped[float] = mapped_column(default=0.0)
    waits_since: Mapped[float | None]  # when it came to differ from what stands
    reason: Mapped[str] = mapped_column(default="")  # the platform's code for a failure
    done_at: Mapped[float | None]  # since then nobody needs it any more, unless what it shows changes once again


@dataclass(frozen=True)
class Standing:
    """How one delivery fares, for those who are told."""

    delivery: int
    address: str
    state: State
    reason: str


def say(session: Session, to: Address, card: str, subject: int, language: str) -> None:
    """Shows the card there, after all that was said there before."""
    address, now = str(to), time.time()
    add = insert(session)(Destination).values(
        address=address,
        platform=to.platform,
        workspace=to.workspace,
        numbered=1,
        due_at=now,
        leased_until=0.0,
        waits_since=now,
    )
    number = session.scalar(
        add.on_conflict_do_update(
            index_elements=["address"],
            set_={
                "numbered": Destination.numbered + 1,
                "due_at": now,
                "waits_since": func.coalesce(Destination.waits_since, now),
            },
        ).returning(Destination.numbered)
    )
    session.info["batch"]["said"] = True
    session.add(
        Delivery(address=address, number=number, card=card, subject=subject, language=language, waits_since=now)
    )


def change(session: Session, card: str, subject: int) -> None:
    """What the card shows has changed."""
    session.info["batch"].setdefault("changed", set()).add((card, subject))


def remove(session: Session, card: str, subject: int) -> None:
    """Takes the card away wherever it stands."""
    _lock(session, and_(*_shows(card, subject)))
    session.execute(update(Delivery).where(*_shows(card, subject)).values(removed=True))
    change(session, card, subject)


def try_again(session: Session, card: str, subject: int) -> None:
    """Posts the card anew where that failed or was held: somebody has looked. One that stands, but could not be
    edited, makes way."""
    stuck = Delivery.state.in_((State.FAILED, State.HELD))
    _lock(session, and_(*_shows(card, subject)))
    for row in session.scalars(select(Delivery).where(*_shows(card, subject), stuck).order_by(Delivery.id)).all():
        if row.state is State.HELD:
            row.since = None
        if row.remote is not None and not row.removed:
            row.removed = True
            say(session, Address.parse(row.address), card, subject, row.language)
        row.state = State.WAITING if row.remote is None else State.STANDING
        row.not_before, row.tries, row.faults, row.reason = 0.0, 0, 0, ""
    change(session, card, subject)


def settle(session: Session, card: str, subject: int) -> None:
    """The card is done: nothing but an exception will change what it shows, and in time it may be forgotten."""
    _lock(session, and_(*_shows(card, subject)))
    session.execute(update(Delivery).where(*_shows(card, subject)).values(done_at=time.time()))


def resume(session: Session, card: str, subject: int) -> None:
    """The card is not done after all."""
    _lock(session, and_(*_shows(card, subject)))
    session.execute(update(Delivery).where(*_shows(card, subject)).values(done_at=None))
    change(session, card, subject)


def standings(session: Session, card: str, subject: int) -> list[Standing]:
    rows = session.execute(
        select(Delivery.id, Delivery.address, Delivery.state, Delivery.reason)
        .where(*_shows(card, subject))
        .order_by(Delivery.id)
    )
    return [Standing(*row) for row in rows]


def note_changes(session: Session, batch: Batch) -> None:
    """Marks all that changed in this transaction, once and in order, so that two workers never wait for each other."""
    if changed := sorted(batch.pop("changed", ())):
        _mark(session, changed)
    if changed or batch.pop("said", False):
        wake_others(session)


def _mark(session: Session, changed: Sequence[tuple[str, int]]) -> None:
    now = time.time()
    any_of_them = or_(*(and_(*_shows(card, subject)) for card, subject in changed))
    _lock(session, any_of_them)
    addresses = session.scalars(
        update(Delivery)
        .where(any_of_them)
        .values(wanted=Delivery.wanted + 1, waits_since=func.coalesce(Delivery.waits_since, now))
        .returning(Delivery.address)
        .execution_options(synchronize_session=False)
    ).all()
    theirs = (Delivery.address == Destination.address, any_of_them)
    ready_at = select(func.min(Delivery.not_before)).where(*theirs).scalar_subquery()
    due_at = case((ready_at > now, ready_at), else_=now)
    session.execute(
        update(Destination)
        .where(Destination.address.in_(addresses), Destination.due_at > due_at)
        .values(due_at=due_at, waits_since=func.coalesce(Destination.waits_since, now))
        .execution_options(synchronize_session=False)
    )


def oldest_unsent(session: Session, platforms: Collection[str]) -> float | None:
    """Since which Unix time something waits to be shown on these platforms; None if nothing does."""
    live = (Delivery.waits_since.is_not(None), Delivery.state.in_((State.WAITING, State.STANDING)))
    there = Delivery.address.in_(select(Destination.address).where(Destination.platform.in_(platforms)))
    return session.scalar(select(func.min(Delivery.waits_since)).where(*live, there))


def forget(session: Session, before: float) -> bool:
    """Forgets some of what nobody has needed since before that Unix time. True: there may be more."""
    old = (Delivery.done_at < before, Delivery.waits_since.is_(None))
    rows = session.execute(select(Delivery.id, Delivery.address).where(*old).limit(AT_ONCE)).all()
    those = Delivery.id.in_([row.id for row in rows])
    _lock(session, those)
    session.execute(delete(Delivery).where(those, *old))
    addresses = {row.address for row in rows}
    said = select(Delivery.id).where(Delivery.address == Destination.address).exists()
    idle = (Destination.due_at >= NEVER, Destination.leased_until == 0.0, ~said)
    session.execute(
        delete(Destination)
        .where(Destination.address.in_(addresses), *idle)
        .execution_options(synchronize_session=False)
    )
    return len(rows) == AT_ONCE


def give_up(session: Session, addresses: str, reason: str) -> None:
    """What waits where addresses begin so is neither posted nor changed any more; it stays as it stands."""
    there = Delivery.address.startswith(addresses, autoescape=True)
    _lock(session, there)
    waits = update(Delivery).where(there, Delivery.waits_since.is_not(None)).values(waits_since=None)
    session.execute(waits.values(shown=Delivery.wanted, removed=False, reason=reason))
    never_posted = update(Delivery).where(there, Delivery.state == State.WAITING)
    session.execute(never_posted.values(state=State.FAILED))


def _lock(session: Session, deliveries: ColumnElement[bool]) -> None:
    """Their destinations, in order. All lock a destination before its deliveries, so nobody waits in a circle."""
    theirs = select(Delivery.address).where(deliveries)
    locked = select(Destination.address).where(Destination.address.in_(theirs)).order_by(Destination.address)
    session.execute(locked.with_for_update())


def _shows(card: str, subject: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Delivery.card == card, Delivery.subject == subject
