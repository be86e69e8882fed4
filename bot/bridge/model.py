"""Threads that belong together, and what has been carried from one to the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, ForeignKey, Index, UniqueConstraint, bindparam, or_, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, relationship

from bot.boundary import Address
from bot.people import model as people
from bot.tables import Table


class Talk(Table):
    """A card that stands in several places of the same people, and what they say under it. `card` is a name of
    `bot.routes.CARDS`."""

    __tablename__ = "talks"
    __table_args__ = (Index("ix_talks_about", "card", "subject"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    card: Mapped[str]
    subject: Mapped[int]


class Thread(Table):
    """What is said under the card in one of its places. Once the card stands there, `under` and `room` are the names by
    which the thread may come, both `boundary.Address`es as text: in its channel, or as a channel of its own."""

    __tablename__ = "threads"
    id: Mapped[int] = mapped_column(primary_key=True)
    talk_id: Mapped[int] = mapped_column(ForeignKey("talks.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    under: Mapped[str | None] = mapped_column(unique=True)
    room: Mapped[str | None] = mapped_column(unique=True)
    talk: Mapped[Talk] = relationship(lazy="joined", innerjoin=True)
    place: Mapped[people.Place] = relationship(lazy="joined", innerjoin=True)

    def opens(self, message: str) -> None:
        """Its card has come to stand as this message."""
        home = Address.parse(self.place.address)
        self.under = str(Address(home.platform, home.workspace, home.channel, message))
        self.room = str(Address(home.platform, home.workspace, message))


class Carried(Table):
    """A message that somebody wrote in a thread, as all its other threads show it. `message` is the platform's id of
    it. One that was deleted says nothing any more, and has no author if it went before it was known."""

    __tablename__ = "carried"
    __table_args__ = (UniqueConstraint("message", "thread_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), index=True)
    message: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    words: Mapped[str]  # see bot.bridge.words
    edition: Mapped[float] = mapped_column(default=0.0)  # of its last change; 0: as it was first written
    deleted: Mapped[bool] = mapped_column(default=False)
    thread: Mapped[Thread] = relationship(lazy="joined", innerjoin=True)
    member: Mapped[people.Member | None] = relationship(lazy="joined")
    files: Mapped[list[CarriedFile]] = relationship(order_by=lambda: CarriedFile.id, back_populates="carried")


class CarriedFile(Table):
    """A file that came with it. `reference` is for the platform on which it lies."""

    __tablename__ = "carried_files"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    carried_id: Mapped[int] = mapped_column(ForeignKey("carried.id"), index=True)
    name: Mapped[str]
    size: Mapped[int]
    reference: Mapped[str]
    carried: Mapped[Carried] = relationship(back_populates="files", lazy="joined", innerjoin=True)


class Stay(Table):
    """Who has been told that what they write in a talk stays where it is; `account` is a `boundary.Account` as text."""

    __tablename__ = "stays"
    talk_id: Mapped[int] = mapped_column(ForeignKey("talks.id"), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)


@dataclass(frozen=True)
class Gathering:
    """Where something was said, and all the threads that belong together there."""

    here: Thread
    threads: Sequence[Thread]

    @property
    def talk(self) -> Talk:
        return self.here.talk

    @property
    def others(self) -> list[Thread]:
        return [thread for thread in self.threads if thread is not self.here]


def find(session: Session, *names: Address) -> Gathering | None:
    """The threads of which one has any of these names."""
    given = {str(name) for name in names}
    threads = session.scalars(_THREADS, {"names": sorted(given)}).all()
    here = next((thread for thread in threads if thread.under in given or thread.room in given), None)
    return Gathering(here, threads) if here else None


def threads_of(session: Session, talk: int) -> Sequence[Thread]:
    return session.scalars(select(Thread).where(Thread.talk_id == talk).order_by(Thread.id)).all()


# Made once: making a statement takes longer than running it, and this is run for everything that people say.
_here = aliased(Thread)
_NAMES: BindParameter[list[str]] = bindparam("names", expanding=True)
_THREADS = (
    select(Thread)
    .join(_here, _here.talk_id == Thread.talk_id)
    .where(or_(_here.under.in_(_NAMES), _here.room.in_(_NAMES)))
    .order_by(Thread.id)
)
