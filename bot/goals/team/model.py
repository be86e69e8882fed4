"""Who works on a goal besides the seats that agreed to it: open places on its team, what people know about, what
partners offer; and what a board expects of all goals."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Enum, ForeignKey, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.goals.model import Goal, Status
from bot.people import model as people
from bot.storage.tables import Table

GOING_ON = (Status.DRAFT, Status.PROPOSED, Status.AGREED)  # goals that have a use for more people
LINE_MOST, ABOUT_MOST, STATEMENT_MOST = 200, 80, 800  # characters


class State(StrEnum):
    ASKED = "asked"  # its group
    INVITED = "invited"  # somebody of it
    FILLED = "filled"
    TAKEN_BACK = "taken back"


class Kind(StrEnum):
    TRAINING = "training"
    FACILITATION = "facilitation"
    ROOM = "room"
    SERVICES = "services"


class OpenSeat(Table):
    """A place on a goal's team that a group is asked to fill with one of its own."""

    __tablename__ = "open_seats"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    what: Mapped[str]  # somebody who knows about dyslexia; empty: simply one of the group
    hours: Mapped[str]
    means: Mapped[str]  # language, by phone, with an interpreter
    state: Mapped[State] = mapped_column(
        Enum(State, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))  # of the group, that put them forward
    asked_at: Mapped[datetime]
    kept_out: Mapped[bool] = mapped_column(default=False, server_default=false())  # they work on it without reading it
    goal: Mapped[Goal] = relationship(lazy="joined", innerjoin=True)
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)
    member: Mapped[people.Member | None] = relationship(lazy="joined")
    by: Mapped[people.Seat | None] = relationship()

    @property
    def worker(self) -> people.Member | None:
        """The member who said yes, while they are of the group; of a goal that is over, as it was then."""
        stays = self.member is not None and (self.member.is_of(self.group_id) or self.goal.status not in GOING_ON)
        return self.member if self.state is State.FILLED and stays else None

    @property
    def is_to_fill(self) -> bool:
        """By the group: it was asked, or whom it put forward is of it no more."""
        return self.state is not State.TAKEN_BACK and self.worker is None


class Knowledge(Table):
    """What somebody knows about, as they wrote it: for those who appoint the people of the group of which they were
    then, while they are of it."""

    __tablename__ = "knowledge"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    about: Mapped[str]
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)


class Offer(Table):
    """Of a seat, to all teams of its district."""

    __tablename__ = "offers"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    kind: Mapped[Kind] = mapped_column(
        Enum(Kind, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    what: Mapped[str]
    at: Mapped[datetime]
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)


class Statement(Table):
    """What a board expects, said by its chair from a public meeting; for a year."""

    __tablename__ = "statements"
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    text: Mapped[str]
    met_on: Mapped[str]
    item: Mapped[str]
    at: Mapped[datetime]
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)


def to_fill() -> ColumnElement[bool]:
    """Of places: nobody is asked or works there who is of the group, on a goal that goes on."""
    gone = OpenSeat.member.has(~people.Member.on_roster | (people.Member.group_id != OpenSeat.group_id))
    left = OpenSeat.state.in_((State.INVITED, State.FILLED)) & gone
    return ((OpenSeat.state == State.ASKED) | left) & OpenSeat.goal.has(Goal.status.in_(GOING_ON))


def of_team(session: Session, goal: Goal) -> list[OpenSeat]:
    there = (OpenSeat.goal_id == goal.id, OpenSeat.state != State.TAKEN_BACK)
    return list(session.scalars(select(OpenSeat).where(*there).order_by(OpenSeat.id)).unique())
