"""All that commitments can be asked to do."""

from __future__ import annotations

from bot.feature import Feature, NoticeKind, Section, Sign
from bot.goals import rules as goal_rules
from bot.goals import signs
from bot.goals.commitments import asking, handlers, lifecycle, rules, telling
from bot.goals.cycles.rules import be_of_team
from bot.goals.quiet import KIND
from bot.request import ReviewedForm, Route

GIVER = (rules.give_it,)
ASKER = (rules.have_asked,)
KEEPER = (rules.keep_the_contract,)
APPROVER = (rules.approve_it,)
EITHER = (rules.have_it,)
WHY = (handlers.WHY,)

FEATURE = Feature(
    presses={
        asking.FORM: Route(asking.ask, (be_of_team,), goal_rules.find_goal),
        "commitment.list": Route(asking.listed, (goal_rules.read_goal,), goal_rules.find_goal),
        "commitment.show": Route(asking.show, (rules.read_it,), rules.find),
        "commitment.take-back": Route(asking.take_back, ASKER, rules.find_to_change),
        "commitment.offer": Route(asking.offer, GIVER, rules.find_to_change),
        "commitment.decline": Route(asking.decline, GIVER, rules.find_to_change),
        handlers.CHANGE: Route(handlers.ask_for_words, GIVER, rules.find),
        "commitment.fits": Route(handlers.fits, KEEPER, rules.find_to_change),
        handlers.MISFIT: Route(handlers.ask_why(handlers.MISFIT, "commitment-misfit-title"), KEEPER, rules.find),
        "commitment.approve": Route(handlers.approve, APPROVER, rules.find_to_change),
        "commitment.unapprove": Route(handlers.unapprove, APPROVER, rules.find_to_change),
        handlers.REFUSE: Route(handlers.ask_why(handlers.REFUSE, "commitment-refuse-title"), APPROVER, rules.find),
        "commitment.deliver": Route(handlers.deliver, EITHER, rules.find_to_change),
        "commitment.undeliver": Route(handlers.undeliver, EITHER, rules.find_to_change),
    },
    forms={
        asking.FORM: Route(
            asking.write,
            (be_of_team,),
            goal_rules.find_goal_to_change,
            reviewed=ReviewedForm(asking.FORM, (asking.WHAT,)),
        ),
        handlers.CHANGE: Route(
            handlers.change,
            GIVER,
            rules.find_to_change,
            reviewed=ReviewedForm(handlers.CHANGE, (asking.WHAT, handlers.WHY)),
        ),
        handlers.MISFIT: Route(
            handlers.with_why(handlers.MISFIT, handlers.misfit),
            KEEPER,
            rules.find_to_change,
            reviewed=ReviewedForm(handlers.MISFIT, WHY),
        ),
        handlers.REFUSE: Route(
            handlers.with_why(handlers.REFUSE, handlers.refuse),
            APPROVER,
            rules.find_to_change,
            reviewed=ReviewedForm(handlers.REFUSE, WHY),
        ),
    },
    notices={
        lifecycle.TURN: NoticeKind("goal-notices", telling.is_turn, telling.show_turn, True),
        lifecycle.NEWS: NoticeKind("goal-notices", telling.is_news, telling.show_news),
        lifecycle.REMINDER: NoticeKind("goal-notices", telling.is_promised, telling.show_promised, True),
    },
    due={lifecycle.REMIND: lifecycle.remind},
    home={
        "commitment.turn": Section("commitment-home", telling.waits),
        "commitment.promised": Section("commitment-home-promised", telling.promised, seated=True),
    },
    seat_changes=(lifecycle.seat_changed,),
    signs=(Sign(KIND, signs.of_commitments),),
)
