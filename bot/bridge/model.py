"""Threads that belong together, and what has been carried from one to the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    ForeignKey,
    Index,
    Row,
    UniqueConstraint,
    bindparam,
    false,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, relationship

from bot.boundary import Address
from bot.people import model as people
from bot.people.places import Place, PlaceBuilding, PlaceGroup, PlaceKind, admits
from bot.storage.tables import Table


class Talk(Table):
    """A card that stands in several places of the same people, and what they say under it. `card` is a name of
    `bot.routes.CARDS`. In two joined channels it stands in both, and so does each message that began a thread there."""

    __tablename__ = "talks"
    __table_args__ = (Index("ix_talks_about", "card", "subject"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"))  # in whose homes it is
    card: Mapped[str]
    subject: Mapped[int]
    joining_id: Mapped[int | None] = mapped_column(ForeignKey("joinings.id"), index=True)


class Thread(Table):
    """What is said under the card in one of its places. Once the card stands there, `under` and `room` are the names by
    which the thread may come, both `boundary.Address`es as text: in its channel, or as a channel of its own. No channel
    has the name `room` where threads are none, so there two may share it. Where channels are joined, the whole channel
    is one; and a message there that stands in a place with files, each as a message of its own, has a thread below each
    of them, after the one below its words."""

    __tablename__ = "threads"
    id: Mapped[int] = mapped_column(primary_key=True)
    talk_id: Mapped[int] = mapped_column(ForeignKey("talks.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    under: Mapped[str | None] = mapped_column(unique=True)
    room: Mapped[str | None] = mapped_column(index=True)
    talk: Mapped[Talk] = relationship(lazy="joined", innerjoin=True)
    place: Mapped[Place] = relationship(lazy="joined", innerjoin=True)

    def opens(self, message: str) -> None:
        """Its card has come to stand as this message."""
        home = Address.parse(self.place.address)
        self.under = str(Address(home.platform, home.workspace, home.channel, message))
        self.room = str(Address(home.platform, home.workspace, message))

    def opens_all(self) -> None:
        """All that is said in its place belongs to it from now on."""
        self.under = self.room = self.place.address


class RelayedMessage(Table):
    """A message that somebody wrote in a thread, as all its other threads show it. `message` is the platform's id of
    it. One whose change waits for its author's word says nothing meanwhile (`words.WITHHELD`). One that was deleted
    says nothing any more, and has no author if it went before it was known, or if it does not cross; `why` is then a
    name in `content/`, if they are to be told. `waits_since`: until its author has said under which name, no other
    shows it. In joined channels it crosses at `crosses_at`, and has `crossed` from then on (one that was deleted before
    never has), under the name `shown_as` or what was its `stand_in` then, with its author's picture if `pictured`
    (`joined.bylines`). One that was `typed` with a command stands nowhere before that, and the bot says it in its own
    thread, too; `message` is then no id of a platform."""

    __tablename__ = "carried"
    __table_args__ = (UniqueConstraint("message", "thread_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), index=True)
    message: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    words: Mapped[str]  # see bot.bridge.words
    edition: Mapped[float] = mapped_column(default=0.0)  # of its last change; 0: as it was first written
    deleted: Mapped[bool] = mapped_column(default=False)
    waits_since: Mapped[datetime | None] = mapped_column(index=True)
    crosses_at: Mapped[datetime | None]
    crossed: Mapped[bool] = mapped_column(default=True, server_default=true())
    shown_as: Mapped[str] = mapped_column(default="", server_default=text("''"))
    stand_in: Mapped[str] = mapped_column(default="", server_default=text("''"))
    pictured: Mapped[bool] = mapped_column(default=False, server_default=false())
    why: Mapped[str] = mapped_column(default="", server_default=text("''"))
    typed: Mapped[bool] = mapped_column(default=False, server_default=false())
    thread: Mapped[Thread] = relationship(lazy="joined", innerjoin=True)
    member: Mapped[people.Member | None] = relationship(lazy="joined")
    files: Mapped[list[RelayedFile]] = relationship(order_by=lambda: RelayedFile.id, back_populates="carried")


class RelayedFile(Table):
    """A file that came with it. `reference` is for the platform on which it lies."""

    __tablename__ = "carried_files"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    carried_id: Mapped[int] = mapped_column(ForeignKey("carried.id"), index=True)
    name: Mapped[str]
    size: Mapped[int]
    reference: Mapped[str]
    carried: Mapped[RelayedMessage] = relationship(back_populates="files", lazy="joined", innerjoin=True)


class HeldMessage(Table):
    """An edition of a message that is not carried until its author says so, and not after that if it has changed or is
    gone. Its words are in their draft alone."""

    __tablename__ = "held_messages"
    __table_args__ = (UniqueConstraint("message", "thread_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), index=True)
    message: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    edition: Mapped[float]
    member: Mapped[people.Member] = relationship(lazy="joined")


class Stay(Table):
    """Who has been told that what they write in a talk stays where it is; `account` is a `boundary.Account` as text."""

    __tablename__ = "stays"
    talk_id: Mapped[int] = mapped_column(ForeignKey("talks.id"), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)


@dataclass(frozen=True)
class Spot:
    """A thread as it is needed for everything that is said: where it is, and who is meant there."""

    thread: int
    place: int
    under: str  # empty: it has not opened yet
    room: str
    address: str
    language: str
    audience: PlaceKind
    district_id: int
    group_ids: frozenset[int]
    building_ids: frozenset[int]

    def admits(self, member: people.Member) -> bool:
        return admits(self, member)

    @property
    def is_channel(self) -> bool:
        return self.under == self.address


@dataclass(frozen=True)
class ThreadGroup:
    """Where something was said, and all the threads that belong together there, under a card and its subject: one in
    each place."""

    talk: int
    card: str
    subject: int
    here: Spot
    spots: Sequence[Spot]
    files: bool = True  # whether those that are sent along are carried
    joining: int | None = None  # by which its channels are joined

    @property
    def others(self) -> list[Spot]:
        return [spot for spot in self.spots if spot is not self.here]


def find(session: Session, name: Address) -> ThreadGroup | None:
    """The threads of which one has this name."""
    rows = session.connection().execute(_THREADS, {"name": str(name)}).all()
    if not rows:
        return None
    threads = [_spot(list(theirs)) for _, theirs in groupby(rows, attrgetter("thread"))]
    here = next(spot for spot in threads if str(name) in (spot.under, spot.room))
    firsts = {spot.place: spot for spot in reversed(threads)}
    spots = tuple(spot for spot in threads if spot is (here if spot.place == here.place else firsts[spot.place]))
    first = rows[0]
    return ThreadGroup(first.talk, first.card, first.subject, here, spots, first.files is not False, first.joining_id)


def _spot(rows: Sequence[Row[*tuple[Any, ...]]]) -> Spot:
    """From those of one thread: each group with each building."""
    row = rows[0]
    where = (row.thread, row.place, row.under or "", row.room or "", row.address, row.language)
    groups = frozenset(one.group_id for one in rows if one.group_id is not None)
    buildings = frozenset(one.building_id for one in rows if one.building_id is not None)
    return Spot(*where, row.audience, row.district_id, groups, buildings)


# Made once: making a statement takes longer than running it, and this is run for everything that people say.
_here = aliased(Thread)
_NAME: BindParameter[str] = bindparam("name")
_THREADS = (
    select(
        Talk.id.label("talk"),
        Talk.card,
        Talk.subject,
        Talk.joining_id,
        Thread.id.label("thread"),
        Thread.place_id.label("place"),
        Thread.under,
        Thread.room,
        Place.address,
        Place.language,
        Place.audience,
        Place.district_id,
        PlaceGroup.group_id,
        people.Committee.files,
        PlaceBuilding.building_id,
    )
    .join_from(_here, Talk, Talk.id == _here.talk_id)
    .join(Thread, Thread.talk_id == Talk.id)
    .join(Place, Place.id == Thread.place_id)
    .join(PlaceGroup, PlaceGroup.place_id == Place.id, isouter=True)
    .join(people.Committee, people.Committee.id == Talk.committee_id, isouter=True)
    .join(PlaceBuilding, PlaceBuilding.place_id == Place.id, isouter=True)
    .where(or_(_here.under == _NAME, _here.room == _NAME))
    .order_by(Thread.id)
)
