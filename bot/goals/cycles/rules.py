"""Which cycle or step an act is about, and who may do it."""

from __future__ import annotations

from bot import actions
from bot.actions import Action
from bot.goals import rules
from bot.goals.cycles import model
from bot.goals.cycles.model import Cycle, cycle_of
from bot.goals.model import Goal, Status, to_change
from bot.goals.team import seated
from bot.payloads import Row
from bot.request import Refusal, Request


def find(request: Request) -> Cycle | None:
    cycle = request.session.get(Cycle, request.payload(Row).id)
    return None if cycle is None or cycle.taken_back else cycle


def find_to_change(request: Request) -> Cycle | None:
    cycle = model.to_change(request.session, request.payload(Row).id)
    return None if cycle is None or cycle.taken_back else cycle


def find_to_undo(request: Request) -> Cycle | None:
    """Nobody plans another meanwhile."""
    cycle = find(request)
    if cycle is not None:
        to_change(request.session, cycle.goal_id)
    return find_to_change(request)


def find_step(request: Request) -> Action | None:
    step = actions.find(request)
    return step if step is not None and cycle_of(request.session, step) is not None else None


def cycle(request: Request, step: Action) -> Cycle:
    found = cycle_of(request.session, step)
    assert found is not None
    return found


# Who -------------------------------------------------------------------------------------------------------------


def be_of_team(request: Request, goal: Goal) -> None:
    if seated.acted_for(goal, request.member):
        return
    rules.read_goal(request, goal)
    raise rules.only(request, "cycle-may-team", names=rules.team_names(request, goal))


def be_of_its_team(request: Request, cycle: Cycle) -> None:
    be_of_team(request, cycle.goal)


def read_it(request: Request, cycle: Cycle) -> None:
    rules.read_goal(request, cycle.goal)


def act_for_its_seat(request: Request, step: Action) -> None:
    if step.seat.acting_id != request.member.id or not cycle(request, step).goal.is_for(request.member):
        raise Refusal.saying(request.words("gone"))


def be_of_the_steps_team(request: Request, step: Action) -> None:
    be_of_team(request, cycle(request, step).goal)


# Whether there is still something to do --------------------------------------------------------------------------


def refuse_unless_agreed(request: Request, goal: Goal) -> None:
    if goal.status is not Status.AGREED:
        raise Refusal.saying(request.words("cycle-goal-over"))


def refuse_unless_going(request: Request, cycle: Cycle) -> None:
    refuse_unless_agreed(request, cycle.goal)
    if not cycle.goes_on:
        raise Refusal.saying(request.words("cycle-is-over"))
