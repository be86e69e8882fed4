"""Polls and their rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.people import model as people
from bot.store import insert
from bot.tables import Table

QUESTION_MOST = 150  # characters, as for what an option says
OPTION_MOST = 75
OPTIONS_LEAST, OPTIONS_MOST = 2, 10
UNDO = timedelta(minutes=2)


class Status(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Option(Table):
    __tablename__ = "poll_options"
    id: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), index=True)
    position: Mapped[int]
    label: Mapped[str]


class Poll(Table):
    __tablename__ = "polls"
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    question: Mapped[str]
    several: Mapped[bool]  # answers a person may give: one, or any number
    status: Mapped[Status] = mapped_column(default=Status.OPEN)
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]  # once closed, when that was
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    options: Mapped[list[Option]] = relationship(order_by=Option.position, lazy="selectin")
    places: Mapped[list[people.Place]] = relationship(secondary="poll_places", lazy="selectin")

    def takes_answers(self, now: datetime) -> bool:
        """Not after its time, even if closing it is late."""
        return self.status is Status.OPEN and now < self.closes_at

    def can_be_undone(self, now: datetime) -> bool:
        return self.status is Status.OPEN and now < self.opened_at + UNDO


class PollPlace(Table):
    __tablename__ = "poll_places"
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)


class Ballot(Table):
    """An answer of a member. Where a poll takes one answer there is one slot each; otherwise each option is a slot."""

    __tablename__ = "ballots"
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("poll_options.id"))


@dataclass(frozen=True)
class Tally:
    voters: int
    votes: dict[int, int]  # by option id; an option that nobody chose is not in it


def vote(session: Session, poll: Poll, member: people.Member, option: Option) -> None:
    """Adds the answer, in place of the one before if the poll takes one. Doing it twice is doing it once."""
    slot = option.position if poll.several else 0
    add = insert(session)(Ballot).values(poll_id=poll.id, member_id=member.id, slot=slot, option_id=option.id)
    session.execute(
        add.on_conflict_do_update(
            index_elements=["poll_id", "member_id", "slot"], set_={"option_id": add.excluded.option_id}
        )
    )


def take_back(session: Session, poll: Poll, member: people.Member, option: Option) -> None:
    session.execute(delete(Ballot).where(*_by(poll, member), Ballot.option_id == option.id))


def chosen(session: Session, poll: Poll, member: people.Member) -> list[Option]:
    """What this member has answered, in the order of the options."""
    options = select(Option).join(Ballot, Ballot.option_id == Option.id)
    return list(session.scalars(options.where(*_by(poll, member)).order_by(Option.position)))


def tally(session: Session, poll: Poll) -> Tally:
    votes = session.execute(
        select(Ballot.option_id, func.count()).where(Ballot.poll_id == poll.id).group_by(Ballot.option_id)
    )
    voters = select(func.count(func.distinct(Ballot.member_id))).where(Ballot.poll_id == poll.id)
    return Tally(session.scalar(voters) or 0, dict(votes.all()))


def withdraw(session: Session, poll: Poll) -> None:
    """As if it had never been asked: the answers go, too."""
    poll.status = Status.WITHDRAWN
    session.execute(delete(Ballot).where(Ballot.poll_id == poll.id))


def open_polls_of(session: Session, seats: Sequence[people.Seat]) -> list[Poll]:
    mine = Poll.seat_id.in_([seat.id for seat in seats])
    return list(session.scalars(select(Poll).where(Poll.status == Status.OPEN, mine).order_by(Poll.closes_at)))


def unanswered(session: Session, member: people.Member, now: datetime) -> list[Poll]:
    """Open polls that were put to this member and that they have not answered, the first to close first."""
    answered = select(Ballot.poll_id).where(Ballot.member_id == member.id)
    waiting = select(Poll).join(PollPlace).join(people.Place, PollPlace.place_id == people.Place.id)
    waiting = waiting.where(
        people.Place.district_id == member.district_id,
        Poll.status == Status.OPEN,
        Poll.closes_at > now,
        Poll.id.not_in(answered),
    )
    polls = session.scalars(waiting.order_by(Poll.closes_at)).unique()
    return [poll for poll in polls if any(people.is_told(session, member, place) for place in poll.places)]


def _by(poll: Poll, member: people.Member) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Ballot.poll_id == poll.id, Ballot.member_id == member.id
