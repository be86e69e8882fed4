"""The seats that work on a goal, and those that chair it."""

from __future__ import annotations

from bot.goals.model import Goal
from bot.people import model as people
from bot.people.model import Seat


def of(goal: Goal) -> list[Seat]:
    """Those that agreed to it, or are asked to."""
    return [one.seat for one in goal.positions]


def chairs(goal: Goal) -> list[Seat]:
    """The seat that proposed it, whose group's people are told what came of it, or the two that lead it; while nobody
    acts for them, the others of the team, so that a vacancy keeps nobody from going on."""
    lead = [one for one in goal.leaders if one.acting_id is not None]
    return lead or of(goal)


def acted_for(goal: Goal, member: people.Member) -> list[Seat]:
    """Those for which they act now."""
    return [seat for seat in of(goal) if seat.acting_id == member.id]


def has(goal: Goal, member: people.Member) -> bool:
    return any(seat.acting_id == member.id for seat in of(goal))


def is_chaired_by(goal: Goal, member: people.Member) -> bool:
    return any(seat.acting_id == member.id for seat in chairs(goal))
