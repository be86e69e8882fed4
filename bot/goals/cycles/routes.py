"""All that cycles and their steps can be asked to do."""

from __future__ import annotations

from functools import partial

from sqlalchemy import select

from bot.feature import Feature, NoticeKind, Section, Sign, Urgency, Waiting
from bot.goals import rules as goal_rules
from bot.goals import signs
from bot.goals.cycles import cards, checking, ending, helping, path, planning, rules, steps, timing
from bot.goals.cycles.model import SOURCE, Cycle
from bot.goals.model import Goal, Position, Status
from bot.goals.quiet import KIND
from bot.people import model as people
from bot.request import Request, ReviewedForm, Route

TEAM = (rules.be_of_team,)
ITS_TEAM = (rules.be_of_its_team,)
STEPS_TEAM = (rules.be_of_the_steps_team,)
OWNER = (rules.act_for_its_seat,)


def _over(request: Request) -> list[Waiting]:
    """Cycles of goals that their seats proposed and that are over."""
    mine = [seat.id for seat in people.seats_of(request.session, request.member)]
    going = (Cycle.ended_at.is_(None), ~Cycle.taken_back, Cycle.asked_at.is_not(None))
    theirs = Goal.id.in_(select(Position.goal_id).where(Position.seat_id.in_(mine)))
    found = select(Cycle).join(Goal).where(*going, theirs, Goal.status == Status.AGREED)
    return [
        Waiting(
            partial(cards.what_happened, one, request.words),
            Urgency.DO,
            one.asked_at,
            offers=path.end(one, request.words),
        )
        for one in request.session.scalars(found.order_by(Cycle.id)).unique()
        if one.goal.is_for(request.member)
    ]


FEATURE = Feature(
    presses={
        planning.FORM: Route(planning.ask, TEAM, goal_rules.find_goal),
        "cycle.show": Route(ending.show, (rules.read_it,), rules.find),
        "cycle.take-back": Route(planning.take_back, ITS_TEAM, rules.find),
        ending.FORM: Route(ending.ask, ITS_TEAM, rules.find),
        "cycle.undo": Route(ending.undo, ITS_TEAM, rules.find_to_undo),
        steps.ADD: Route(steps.ask, ITS_TEAM, rules.find),
        steps.PASS: Route(steps.ask_whom, STEPS_TEAM, rules.find_step),
        "step.withdraw": Route(steps.withdraw, STEPS_TEAM, rules.find_step),
        # Who has said yes to one
        "step.show": Route(steps.show, OWNER, rules.find_step),
        checking.FORM: Route(checking.ask, OWNER, rules.find_step),
        "step.help": Route(helping.offer, OWNER, rules.find_step),
        "step.ask": Route(helping.ask, OWNER, rules.find_step),
        helping.FORM: Route(helping.ask_whom, OWNER, rules.find_step),
    },
    typing={helping.FORM: Route(helping.suggest, OWNER, rules.find_step)},
    forms={
        planning.FORM: Route(
            planning.write,
            TEAM,
            goal_rules.find_goal_to_change,
            reviewed=ReviewedForm(planning.FORM, (planning.TRY, planning.EXPECT)),
        ),
        ending.FORM: Route(
            ending.end, ITS_TEAM, rules.find_to_change, reviewed=ReviewedForm(ending.FORM, (ending.LEARNED,))
        ),
        steps.ADD: Route(steps.add, ITS_TEAM, rules.find_to_change, reviewed=ReviewedForm(steps.ADD, (steps.WHAT,))),
        steps.PASS: Route(steps.pass_on, STEPS_TEAM, rules.find_step),
        checking.FORM: Route(
            checking.write, OWNER, rules.find_step, reviewed=ReviewedForm(checking.FORM, (checking.TEXT,))
        ),
        helping.FORM: Route(helping.chosen, OWNER, rules.find_step),
    },
    notices={
        timing.NOTICE: NoticeKind("goal-notices", timing.stands, timing.show, True),
        checking.NOTICE: NoticeKind("goal-notices", checking.stands, checking.show, True),
        steps.ALL_STUCK: NoticeKind("goal-notices", steps.is_stuck, steps.show_stuck),
    },
    actions={SOURCE: steps.KIND},
    due={timing.OVER: timing.over, checking.CHECK: checking.check},
    home={"cycle.over": Section("cycle-home", _over, seated=True)},
    path=(path.step,),
    reached=(path.reached,),
    signs=(Sign(KIND, signs.of_cycles),),
    seat_changes=(timing.seat_changed,),
)
