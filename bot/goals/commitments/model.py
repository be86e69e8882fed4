"""What roles give to an agreed goal: time, cover, money, training, data. Asked for, offered, approved, delivered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Enum, ForeignKey, select
from sqlalchemy.orm import Mapped, MappedColumn, Session, mapped_column, relationship

from bot.goals.model import Goal, Status
from bot.payloads import mark
from bot.people import model as people
from bot.people.model import Seat
from bot.storage.database import locked
from bot.storage.tables import Table

TEXT_MOST, WHY_MOST = 200, 200  # characters
LONGEST = 190  # school days ahead: a school year
AT_MOST = 20  # of one goal that are under way


class Kind(StrEnum):
    TIME = "time"  # carved out
    COVER = "cover"
    MONEY = "money"
    TRAINING = "training"
    DATA = "data"


class State(StrEnum):
    ASKED = "asked"
    DECLINED = "declined"
    OFFERED = "offered"
    APPROVED = "approved"
    DELIVERED = "delivered"
    ENDED = "not any more"  # with why


class Fit(StrEnum):
    """Whether it fits the contract."""

    NOT_NEEDED = "not needed"
    ASKED = "asked"
    FITS = "fits"
    DOES_NOT = "does not"


CONTRACT = (Kind.TIME, Kind.COVER, Kind.MONEY)  # touch pay, cover or time
CLEAR = (Fit.NOT_NEEDED, Fit.FITS)
PUBLIC = (State.OFFERED, State.APPROVED, State.DELIVERED, State.ENDED)  # the rest only its two seats and the team see
UNDER_WAY = (State.ASKED, State.OFFERED, State.APPROVED)


def _named(kind: type[StrEnum], length: int) -> MappedColumn[Any]:
    kept = Enum(kind, native_enum=False, length=length, values_callable=lambda every: [one.value for one in every])
    return mapped_column(kept)


class Commitment(Table):
    """Of a seat. Who may read it, its goal says."""

    __tablename__ = "commitments"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), index=True)
    kind: Mapped[Kind] = _named(Kind, 10)
    text: Mapped[str]
    until: Mapped[date | None]
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)  # that gives it
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))  # the same seat where it offered by itself
    state: Mapped[State] = _named(State, 20)
    fit: Mapped[Fit] = _named(Fit, 20)
    fit_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    fit_why: Mapped[str] = mapped_column(default="")
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    before: Mapped[str] = mapped_column(default="")  # its words before they were changed last
    why: Mapped[str] = mapped_column(default="")  # it was changed, or is not given any more
    at: Mapped[datetime]
    changed_at: Mapped[datetime]
    goal: Mapped[Goal] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True, foreign_keys=[seat_id])
    asked_by: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True, foreign_keys=[asked_by_id])
    fit_by: Mapped[people.Seat | None] = relationship(foreign_keys=[fit_by_id])
    approved_by: Mapped[people.Seat | None] = relationship(foreign_keys=[approved_by_id])

    @property
    def goes_on(self) -> bool:
        return self.goal.status is Status.AGREED

    @property
    def seen(self) -> str:
        """What a button carries that says yes to it: other words, or another day, are another."""
        return mark((self.text, self.until))

    @property
    def waits(self) -> bool:
        """For somebody to say something."""
        return self.state in (State.ASKED, State.OFFERED)


def to_change(session: Session, id: int) -> Commitment | None:
    """The commitment, which nobody else changes meanwhile."""
    return locked(session, Commitment, id)


def of_goal(session: Session, goal: Goal, *states: State) -> list[Commitment]:
    """The oldest first."""
    theirs = select(Commitment).where(Commitment.goal_id == goal.id, Commitment.state.in_(states or [*State]))
    return list(session.scalars(theirs.order_by(Commitment.id)))


def waiting(session: Session, seats: Sequence[people.Seat], *, contract: bool) -> list[Commitment]:
    """Those for which somebody has to say something, and that may wait for one of these seats; all that are held
    against the `contract`, where one of them keeps it."""
    ids = [seat.id for seat in seats]
    if not ids:
        return []
    theirs = Commitment.seat_id.in_(ids) | Seat.above_id.in_(ids)
    if contract:
        theirs |= (Commitment.fit == Fit.ASKED) & (Goal.district_id == seats[0].district_id)
    found = select(Commitment).join(Goal, Commitment.goal_id == Goal.id).join(Seat, Commitment.seat_id == Seat.id)
    open_ones = found.where(Goal.status == Status.AGREED, Commitment.state.in_((State.ASKED, State.OFFERED)))
    return list(session.scalars(open_ones.where(theirs).order_by(Commitment.id)))


def promised_by(session: Session, seats: Sequence[people.Seat]) -> list[Commitment]:
    """Approved, and not delivered yet."""
    theirs = Commitment.seat_id.in_([seat.id for seat in seats])
    found = select(Commitment).join(Goal, Commitment.goal_id == Goal.id).where(theirs)
    open_ones = found.where(Goal.status == Status.AGREED, Commitment.state == State.APPROVED)
    return list(session.scalars(open_ones.order_by(Commitment.id)))
