"""All that the canvas of a goal can be asked to do."""

from __future__ import annotations

from functools import partial

from bot.boundary import Buttons, Part, Text
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.goals import cards, rules
from bot.goals.canvas import resting, starting, writing
from bot.goals.canvas.model import LOOK, of
from bot.goals.model import Goal
from bot.goals.rounds import deciding
from bot.request import Request, ReviewedForm, Route
from bot.texts import Words

CHAIR = (writing.lead_it,)
PROPOSER = (rules.have_proposed,)
GROUP = (writing.speak_for_a_group,)


def _waiting(request: Request) -> list[Waiting]:
    found = starting.waiting(request)
    return [Waiting(partial(_draw, request, goal, request.words), Urgency.DO) for goal in found]


def _draw(request: Request, goal: Goal, words: Words) -> list[Part]:
    """To its co-chairs, or to a seat that is asked what its group brings."""
    if not goal.is_proposed_by(request.member):
        return starting.show_bring(request.session, goal.id, words)
    see = cards.see(words("canvas-write"), goal, words)
    canvas = of(goal)
    rests = resting.asks(request.session, canvas, words) if canvas else []
    return [*(rests or [Text(words("canvas-home", title=goal.line))]), Buttons(see.buttons)]


FEATURE = Feature(
    presses={
        "goal.start-theme": Route(starting.start, (deciding.lead_it,), deciding.find),
        writing.FORM: Route(writing.ask, CHAIR, writing.find),
        "canvas.ask-again": Route(writing.ask_again, CHAIR, writing.find),
        "canvas.send": Route(starting.look_over, PROPOSER, rules.find_goal),
        "canvas.send-now": Route(starting.send, PROPOSER, rules.find_goal_to_change),
        "canvas.go-on": Route(resting.go_on, PROPOSER, rules.find_goal_to_change),
        writing.BRING: Route(writing.ask_brings, GROUP, rules.find_goal),
    },
    forms={
        writing.FORM: Route(writing.write, CHAIR, writing.find, reviewed=ReviewedForm(writing.FORM, writing.EVERY)),
        writing.BRING: Route(
            writing.bring,
            GROUP,
            rules.find_goal_to_change,
            reviewed=ReviewedForm(writing.BRING, (writing.BRINGS,)),
        ),
    },
    notices={
        starting.BRINGS: NoticeKind("", starting.is_to_bring, starting.show_bring, at_home=True),
        resting.ASKED: NoticeKind("goal-notices", resting.is_asked, resting.show_asked, at_home=True),
        resting.ENDED: NoticeKind("goal-notices", resting.has_ended, resting.show_ended),
        resting.BROUGHT: NoticeKind("goal-notices", resting.had_brought, resting.show_brought),
    },
    due={LOOK: resting.look},
    home={"canvas": Section("canvas-home-title", _waiting)},
)
