"""Polls and their rules."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Insert, bindparam, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, raiseload, relationship

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
    at: Mapped[float] = mapped_column(default=0.0, server_default="0")  # Unix time when it last changed


@dataclass(frozen=True)
class Tally:
    voters: int
    votes: dict[int, int]  # by option id; an option that nobody chose is not in it


def to_answer(session: Session, id: int) -> Poll | None:
    """The poll, which nobody closes meanwhile; for looking only, and without its seat. All who answer it in one
    transaction share what the first of them read: it is locked, so only they could have changed it. Not so in
    savepoints, which give their locks back."""
    locked: dict[int, Poll] = session.info["batch"].setdefault("polls to answer", {})
    if id not in locked or session.connection().in_nested_transaction():
        poll = session.scalars(_TO_ANSWER, {"id": id}).unique().one_or_none()
        if poll is None:
            return None
        locked[id] = poll
    return locked[id]


def to_change(session: Session, id: int) -> Poll | None:
    """The poll, which nobody answers meanwhile."""
    session.info["batch"].get("polls to answer", {}).pop(id, None)
    return session.get(Poll, id, with_for_update={"of": Poll})


def vote(session: Session, poll: Poll, member: people.Member, option: Option) -> None:
    """Adds the answer, in place of the one before if the poll takes one. Doing it twice is doing it once."""
    slot = option.position if poll.several else 0
    ballot = {"poll_id": poll.id, "member_id": member.id, "slot": slot, "option_id": option.id, "at": time.time()}
    session.connection().execute(_voting(insert(session)), ballot)


def take_back(session: Session, poll: Poll, member: people.Member, option: Option) -> None:
    session.execute(delete(Ballot).where(*_by(poll, member), Ballot.option_id == option.id))
    session.execute(update(Ballot).where(*_by(poll, member)).values(at=time.time()))


def chosen(session: Session, poll: Poll, member: people.Member) -> list[Option]:
    """What this member has answered, in the order of the options."""
    theirs = set(session.scalars(select(Ballot.option_id).where(*_by(poll, member))))
    return [option for option in poll.options if option.id in theirs]


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


# Made once: making a statement takes longer than running it, and these are run for every answer.

_TO_ANSWER = (
    select(Poll)
    .options(
        raiseload(Poll.seat),
        joinedload(Poll.options),
        joinedload(Poll.places).joinedload(people.Place.groups),
    )
    .where(Poll.id == bindparam("id"))
    .with_for_update(of=Poll, read=True)
)


@cache
def _voting(insert: Callable[[type[Table]], Any]) -> Insert:
    add = insert(Ballot)
    keys = ["poll_id", "member_id", "slot"]
    vote: Insert = add.on_conflict_do_update(
        index_elements=keys, set_={"option_id": add.excluded.option_id, "at": add.excluded.at}
    )
    return vote
