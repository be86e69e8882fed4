"""What is open and hangs on what a load leaves without people, for the person who loads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.boundary.terminal import Line, line
from bot.broadcasts import model as broadcasts
from bot.broadcasts.model import Broadcast
from bot.goals import model as goals
from bot.goals.commitments import model as commitments
from bot.goals.commitments.model import Commitment
from bot.goals.model import Goal, Position
from bot.goals.rounds import model as rounds
from bot.goals.rounds.model import Part, Round
from bot.listening import model as listening
from bot.listening.model import Listening
from bot.meetings.model import Series, State
from bot.people import committees
from bot.people.model import Committee, District, Seat
from bot.polls import model as polls
from bot.polls.model import Poll
from bot.questions import model as questions
from bot.questions.faq import model as faq
from bot.questions.faq.model import Entry
from bot.questions.model import Question

# By the number of a committee or seat: how much is open of what, by a name in content/.
Counts = dict[int, Counter[str]]
KINDS = (
    "left-questions",
    "left-faq",
    "left-polls",
    "left-messages",
    "left-meetings",
    "left-listening",
    "left-goals",
    "left-commitments",
    "left-rounds",
)


@dataclass(frozen=True)
class Peopled:
    """Of a district, by number, the names of the committees on which seats sit, and the keys of the roles for which
    somebody acts."""

    committees: Mapping[int, str] = field(default_factory=dict)
    seats: Mapping[int, str] = field(default_factory=dict)


def peopled(session: Session, district: str) -> Peopled:
    """`district`: its key. Before a first load there is none."""
    found = session.scalar(select(District.id).where(District.key == district))
    if found is None:
        return Peopled()
    names = select(Committee.id, Committee.name).where(Committee.id.in_(committees.seated(session, found)))
    keys = select(Seat.id, Seat.key).where(Seat.district_id == found, Seat.acting_id.is_not(None))
    return Peopled(dict(session.execute(names).all()), dict(session.execute(keys).all()))


def of_committees(session: Session) -> Counts:
    return _together(
        ("left-questions", _by(Question.committee_id, Question.status.in_(questions.OPEN))),
        ("left-faq", _by(Entry.committee_id, Entry.state.in_((faq.State.WAITING, faq.State.PUBLISHED)))),
        ("left-meetings", _by(Series.committee_id, Series.state != State.ENDED)),
        session=session,
    )


def of_seats(session: Session) -> Counts:
    going = (polls.Status.OPEN, polls.Status.PLANNED)
    heard = Listening.phase != listening.Phase.OVER
    wanted = (goals.Status.DRAFT, goals.Status.PROPOSED, goals.Status.AGREED)
    promised = Commitment.state.in_(commitments.UNDER_WAY)
    leads = case((Part.chairs, Part.chair_id), else_=Part.seat_id)
    ahead = select(Round.id).where(Round.phase != rounds.Phase.RESULT)
    return _together(
        ("left-questions", _by(Question.rep_id, Question.status == questions.Status.WITH_REP)),
        ("left-polls", _by(Poll.seat_id, Poll.status.in_(going))),
        ("left-messages", _by(Broadcast.seat_id, Broadcast.status.in_((*broadcasts.BEFORE, *broadcasts.UNDER_WAY)))),
        ("left-listening", _by(Listening.seat_id, heard)),
        ("left-goals", _by(Position.seat_id, Position.goal_id.in_(_goals(*wanted)))),
        ("left-commitments", _by(Commitment.seat_id, promised, Commitment.goal_id.in_(_goals(goals.Status.AGREED)))),
        ("left-rounds", _by(leads, Part.round_id.in_(ahead), ~Part.paused)),
        session=session,
    )


def _by(whose: ColumnElement[Any] | InstrumentedAttribute[Any], *open: ColumnElement[bool]) -> Select[Any, int]:
    return select(whose, func.count()).where(whose.is_not(None), *open).group_by(whose)


def _goals(*those: goals.Status) -> Select[int]:
    return select(Goal.id).where(Goal.status.in_(those))


def _together(*kinds: tuple[str, Select[Any, int]], session: Session) -> Counts:
    found: Counts = {}
    for kind, counts in kinds:
        for id, count in session.execute(counts):
            found.setdefault(id, Counter())[kind] += count
    return found


@dataclass(frozen=True)
class LeftOpen:
    """As it was before a load: a bot that works beside it takes care of it at once."""

    people: Peopled
    committees: Counts
    seats: Counts

    @classmethod
    def before(cls, session: Session, district: str) -> LeftOpen:
        return cls(peopled(session, district), of_committees(session), of_seats(session))

    def warnings(self, after: Peopled) -> Iterator[Line]:
        """One for each committee and role that has lost its people, if anything hung on it."""
        for id in _gone(self.people.committees, after.committees, self.committees):
            yield line("left-committee", name=self.people.committees[id], open=_said(self.committees[id]))
        for id in _gone(self.people.seats, after.seats, self.seats):
            yield line("left-role", key=self.people.seats[id], open=_said(self.seats[id]))


def _gone(before: Iterable[int], after: Iterable[int], open: Counts) -> list[int]:
    return sorted(({*before} - {*after}) & open.keys())


def _said(counts: Counter[str]) -> tuple[Line, ...]:
    return tuple(line(kind, count=counts[kind]) for kind in KINDS if kind in counts)
