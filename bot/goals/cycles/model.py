"""Cycles of an agreed goal: a small test of change, its steps, and what came of it. Its steps are `actions`."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import Enum, ForeignKey, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import actions
from bot.actions import Action, State
from bot.goals.model import Goal, Status
from bot.people import model as people
from bot.people import school_days
from bot.people.audiences import Audience, AudienceText
from bot.storage.database import locked
from bot.storage.tables import Table

SOURCE = "goals.cycles"  # of steps; their number is that of a cycle
DAYS = 15  # school days of a cycle, unless chosen otherwise
LONGEST = 45
TEXT_MOST, LINE_MOST = 280, 200  # characters
QUIET = 10  # school days without a word, after which a step is quiet
SURE = 5  # how sure somebody can be, from 1


class Outcome(StrEnum):
    KEEP = "keep"
    CHANGE = "change"
    DROP = "drop"


class Cycle(Table):
    """Who may read it, its goal says."""

    __tablename__ = "cycles"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))  # that planned it
    text: Mapped[str]  # what is tried
    prediction: Mapped[str] = mapped_column(default="")
    planned_at: Mapped[datetime]
    until: Mapped[date]  # the last day
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())
    asked_at: Mapped[datetime | None]  # what happened
    ended_at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None] = mapped_column(
        Enum(Outcome, native_enum=False, length=10, values_callable=lambda every: [one.value for one in every])
    )
    learned: Mapped[str] = mapped_column(default="")
    goal: Mapped[Goal] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)

    @property
    def goes_on(self) -> bool:
        return not self.taken_back and self.ended_at is None and self.goal.status is Status.AGREED

    def is_over(self, now: datetime) -> bool:
        """Its last day is, and nobody has said yet what happened."""
        return self.goes_on and now >= school_days.end_of(self.until, self.goal.district)


class Line(Table):
    """How a step goes in its person's own words, and how sure they are; the last one. For their own group alone."""

    __tablename__ = "step_lines"
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"), primary_key=True)
    text: Mapped[str]
    sure: Mapped[int | None]  # from 1 to SURE
    audience: Mapped[Audience] = mapped_column(AudienceText)
    at: Mapped[datetime]


# Which -----------------------------------------------------------------------------------------------------------


def to_change(session: Session, id: int) -> Cycle | None:
    """The cycle, which nobody else changes meanwhile."""
    return locked(session, Cycle, id)


def cycles(session: Session, goal: Goal) -> list[Cycle]:
    """The oldest first."""
    theirs = select(Cycle).where(Cycle.goal_id == goal.id, ~Cycle.taken_back)
    return list(session.scalars(theirs.order_by(Cycle.id)))


def latest(session: Session, goal: Goal) -> Cycle | None:
    theirs = select(Cycle).where(Cycle.goal_id == goal.id, ~Cycle.taken_back)
    return session.scalars(theirs.order_by(Cycle.id.desc()).limit(1)).first()


def current(session: Session, goal: Goal) -> Cycle | None:
    """The one under way, or over and nobody has said yet what happened."""
    newest = latest(session, goal)
    return newest if newest is not None and newest.ended_at is None else None


def cycle_of(session: Session, step: Action) -> Cycle | None:
    return session.get(Cycle, step.source_id) if step.source == SOURCE else None


def readers(session: Session, step: Action) -> Audience:
    """Of the goal, as it is now."""
    cycle = cycle_of(session, step)
    return cycle.goal.audience if cycle is not None else Audience()


def steps(session: Session, cycle: Cycle) -> list[Action]:
    return actions.of(session, (SOURCE, cycle.id))


def hold_steps(session: Session, cycle: Cycle) -> None:
    """Nobody answers one of them until this transaction is over."""
    theirs = select(Action.id).where(Action.source == SOURCE, Action.source_id == cycle.id)
    session.execute(theirs.order_by(Action.id).with_for_update())


def own_line(session: Session, step: Action) -> Line | None:
    """Of a step, for who acts for its seat: what somebody wrote before them, as a deputy finds it, only where they are
    among its readers."""
    line, acting = session.get(Line, step.id), step.seat.acting
    if line is None or acting is None:
        return None
    theirs = step.accepted_by_id == acting.id or line.audience.admits(session, acting)
    return line if theirs else None


def rests_on(session: Session, cycle: Cycle) -> bool:
    """Somebody else has said yes, or somebody has begun."""
    touched = [one for one in steps(session, cycle) if one.state not in (State.ASKED, *actions.FREE)]
    planner = cycle.seat.acting_id
    return any(one.accepted_by_id != planner or one.state is not State.PROMISED for one in touched)


def goals_of(session: Session, seat: people.Seat) -> list[Goal]:
    """Those that are agreed and that it proposed."""
    theirs = select(Goal).where(Goal.seat_id == seat.id, Goal.status == Status.AGREED)
    return list(session.scalars(theirs.order_by(Goal.id)).unique())


# When it was heard of --------------------------------------------------------------------------------------------


def last_sign(session: Session, goal: Goal) -> datetime:
    """When somebody last did anything for its cycles and steps; else when it was agreed to."""
    found = [goal.agreed_at or goal.proposed_at]
    if newest := latest(session, goal):
        found += [newest.planned_at, newest.ended_at or newest.planned_at]
        found += [one.heard_at for one in steps(session, newest)]
    return max(found)


def quiet_steps(session: Session, goal: Goal, now: datetime) -> list[Action]:
    """Those of which nothing was heard for QUIET school days. How many there are may be told; not whose they are."""
    going = current(session, goal)
    if going is None or not going.goes_on:
        return []
    off = school_days.off(session, goal.district)
    waits = (one for one in steps(session, going) if one.state in (State.ASKED, *actions.OPEN))
    return [one for one in waits if school_days.passed(one.heard_at, now, goal.district, off) >= QUIET]


def today(goal: Goal, now: datetime) -> date:
    return now.astimezone(ZoneInfo(goal.district.zone)).date()
