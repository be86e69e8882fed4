"""Which commitment an act is about, whose turn it is, and who may do what."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.goals import rules as goal_rules
from bot.goals.commitments import model
from bot.goals.commitments.model import CLEAR, PUBLIC, Commitment, Fit, State
from bot.goals.cycles.rules import refuse_unless_agreed
from bot.goals.model import Goal
from bot.goals.team import seated
from bot.payloads import Row
from bot.people import model as people
from bot.people import seats
from bot.people.cards import name_of
from bot.people.model import Group, GroupKind, Seat
from bot.people.seats import Capability
from bot.request import Refusal, Request


def find(request: Request) -> Commitment | None:
    return request.session.get(Commitment, request.payload(Row).id)


def find_to_change(request: Request) -> Commitment | None:
    return model.to_change(request.session, request.payload(Row).id)


# Whose turn ------------------------------------------------------------------------------------------------------


def keeper(session: Session, goal: Goal) -> Seat | None:
    """The association's seat that keeps the contract: of an association that agreed to the goal before others, one
    that somebody holds before one that is vacant."""
    roles = seats.roles_with(goal.district, Capability.KEEP_CONTRACT)
    theirs = select(Seat).join(Group, Seat.group_id == Group.id).where(Seat.district_id == goal.district_id)
    found = theirs.where(Group.kind == GroupKind.ASSOCIATION, Seat.role.in_(roles)).order_by(Seat.id)
    groups = {seat.group_id for seat in seated.of(goal)}
    every = session.scalars(found).all()
    return min(every, key=lambda seat: (seat.group_id not in groups, seat.acting_id is None, seat.id), default=None)


def approver(one: Commitment) -> Seat:
    """The seat above it in its own group; where there is none, or nobody else in it, it decides by itself."""
    above = one.seat.above
    if above is None or above.group_id != one.seat.group_id or above.acting_id in (None, one.seat.acting_id):
        return one.seat
    return above


def turn(session: Session, one: Commitment) -> Seat | None:
    """The seat for which it waits."""
    if one.state is State.ASKED or (one.state is State.OFFERED and one.fit is Fit.DOES_NOT):
        return one.seat
    if one.state is not State.OFFERED:
        return None
    return approver(one) if one.fit in CLEAR else keeper(session, one.goal)


def is_turn_of(session: Session, one: Commitment, member: people.Member) -> bool:
    seat = turn(session, one)
    return seat is not None and seat.acting_id == member.id


def waiting_for(session: Session, theirs: Sequence[Seat]) -> list[Commitment]:
    """Those for which it is the turn of one of these seats, all of one district."""
    roles = seats.roles_with(theirs[0].district, Capability.KEEP_CONTRACT) if theirs else []
    contract = any(seat.role in roles for seat in theirs)
    ids = {seat.id for seat in theirs}
    every = ((one, turn(session, one)) for one in model.waiting(session, theirs, contract=contract))
    return [one for one, seat in every if seat is not None and seat.id in ids]


# Whom one can ask --------------------------------------------------------------------------------------------------


def givers(session: Session, goal: Goal) -> list[Seat]:
    """The goal's team, and the seats above them."""
    team = [*seated.of(goal), *seated.at_work(goal)]
    every = {seat.id: seat for seat in team} | {seat.above.id: seat.above for seat in team if seat.above is not None}
    return [seat for seat in every.values() if seat.acting_id is not None]


# Who -------------------------------------------------------------------------------------------------------------


def read_it(request: Request, one: Commitment) -> None:
    """What is only asked for, or was declined, is for the team and those whose turn it is."""
    member = request.member
    concerned = {one.seat.acting_id, one.asked_by.acting_id, approver(one).acting_id}
    inside = bool(seated.acted_for(one.goal, member)) or member.id in concerned
    if inside or is_turn_of(request.session, one, member):
        return
    goal_rules.read_goal(request, one.goal)
    if one.state not in PUBLIC:
        raise Refusal.saying(request.words("gone"))


def give_it(request: Request, one: Commitment) -> None:
    _be(request, one, one.seat)


def have_asked(request: Request, one: Commitment) -> None:
    _be(request, one, one.asked_by)


def keep_the_contract(request: Request, one: Commitment) -> None:
    """What does not touch it is shown to its readers alone."""
    if one.fit is Fit.NOT_NEEDED:
        read_it(request, one)
    _be(request, one, keeper(request.session, one.goal))


def approve_it(request: Request, one: Commitment) -> None:
    _be(request, one, approver(one))


def have_it(request: Request, one: Commitment) -> None:
    """Who gives it, or who asked for it."""
    if one.seat.acting_id != request.member.id:
        _be(request, one, one.asked_by)


def _be(request: Request, one: Commitment, seat: Seat | None) -> None:
    if seat is not None and seat.acting_id == request.member.id:
        return
    read_it(request, one)
    words = request.words
    named = [name_of(seat, words)] if seat else [m.name for m in _caretakers(request)]
    raise Refusal.saying(words("commitment-may", names=words.either(named)))


def _caretakers(request: Request) -> list[people.Member]:
    return people.caretakers(request.session, request.district.id)


def refuse_unless(request: Request, one: Commitment, *states: State) -> None:
    refuse_unless_agreed(request, one.goal)
    if one.state not in states:
        raise Refusal.saying(request.words("commitment-not-now"))
