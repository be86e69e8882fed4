"""The seats that work on a goal, and those that chair it."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import object_session

from bot.goals.model import Goal
from bot.people import model as people
from bot.people import seats
from bot.people.model import Seat
from bot.people.seats import Capability


def of(goal: Goal) -> list[Seat]:
    """Those that agreed to it, or are asked to."""
    return [one.seat for one in goal.positions]


def chairs(goal: Goal) -> list[Seat]:
    """The seat that proposed it, whose group's people are told what came of it, or the two that lead it; while nobody
    acts for them, the others that work on it, so that a vacancy keeps nobody from going on."""
    lead = [one for one in goal.leaders if one.acting_id is not None]
    return lead or at_work(goal)


def at_work(goal: Goal) -> list[Seat]:
    """Those of the team that somebody acts for; while there are none, as after a school has closed or its roles have
    new keys, those that speak for its groups now."""
    return [one for one in of(goal) if one.acting_id is not None] or _speaking(goal)


def _speaking(goal: Goal) -> list[Seat]:
    """For each group the first that somebody acts for who reads the goal: in its building, or else for the whole
    group."""
    session = object_session(goal)
    if session is None:
        return []
    here = or_(Seat.building_id == goal.building_id, Seat.building_id.is_(None))
    able = Seat.role.in_(seats.roles_with(goal.district, Capability.CONSENT))
    theirs = (Seat.group_id.in_([one.group_id for one in of(goal)]), Seat.committee_id.is_(None), able, here)
    every = select(Seat).where(*theirs).order_by(Seat.building_id.is_(None), Seat.id)
    found = dict[int, Seat]()
    for seat in session.scalars(every).unique():
        if seat.acting is not None and goal.is_for(seat.acting):
            found.setdefault(seat.group_id, seat)
    return list(found.values())


def acted_for(goal: Goal, member: people.Member) -> list[Seat]:
    """Those for which they act now."""
    return [seat for seat in at_work(goal) if seat.acting_id == member.id]


def has(goal: Goal, member: people.Member) -> bool:
    return bool(acted_for(goal, member))


def is_chaired_by(goal: Goal, member: people.Member) -> bool:
    return any(seat.acting_id == member.id for seat in chairs(goal))
