"""What happened? Keep, change or drop, with a line of what was learned; then the next cycle, if there is to be one."""

from __future__ import annotations

from bot import actions, forms
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Form,
    Message,
    Part,
    Private,
    Quote,
    Text,
    TextField,
    in_a_line,
)
from bot.drafts import Wrong
from bot.goals.cycles import cards, model, rules, timing
from bot.goals.cycles.model import TEXT_MOST, Cycle, Outcome
from bot.payloads import Kept
from bot.request import Refusal, Request

FORM, LEARNED, NEXT = "cycle.end", "learned", "next"
CHOICES = {Outcome.KEEP: "cycle-keep", Outcome.CHANGE: "cycle-change", Outcome.DROP: "cycle-drop"}


def ask(request: Request, cycle: Cycle) -> Answer:
    """At any time: a test may say enough before its last day."""
    _refuse_if_ended(request, cycle)
    words = request.words
    hint = words("cycle-hint-learned")
    if cycle.prediction:
        hint = words("cycle-hint-expected", text=in_a_line(cycle.prediction, 70))
    choices = [Choice(one.value, words(name)) for one, name in CHOICES.items()]
    fields = (
        TextField(LEARNED, words("cycle-form-learned"), hint, "", TEXT_MOST, long=True),
        forms.choices(NEXT, words("cycle-form-next"), choices, {NEXT: (Outcome.KEEP.value,)}),
    )
    title, submit = words("cycle-end"), words("cycle-end-submit")
    about = str(Kept(request.payload(Kept).id))
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), fields, about))


def end(request: Request, cycle: Cycle) -> Answer:
    _refuse_if_ended(request, cycle)
    words, learned, wrong = request.words, request.given(LEARNED), Wrong()
    if not learned:
        wrong[LEARNED] = words("goal-wrong-empty")
    elif len(learned) > TEXT_MOST:
        wrong[LEARNED] = words("goal-wrong-long", count=len(learned), most=TEXT_MOST)
    if request.given(NEXT) not in {one.value for one in Outcome}:
        wrong[NEXT] = words("meeting-wrong-choice")
    if wrong:
        return forms.keep_refused(request, FORM, FORM, wrong)
    forms.forget_refused(request, FORM)
    cycle.ended_at, cycle.outcome, cycle.learned = request.now, Outcome(request.given(NEXT)), learned
    request.session.flush()
    timing.forget(request.session, cycle)
    return Private(Message(tuple(_ended(request, cycle))))


def _ended(request: Request, cycle: Cycle) -> list[Part]:
    words = request.words
    unfinished = [
        one for one in model.steps(request.session, cycle) if one.state in (actions.State.ASKED, *actions.OPEN)
    ]
    parts: list[Part] = [Text(words("cycle-ended")), Quote(cycle.learned)]
    if unfinished:
        parts.append(Text(words("cycle-ended-open", count=len(unfinished))))
    label = words("cycle-other" if cycle.outcome is Outcome.DROP else "cycle-next")
    plan = Button(label, "cycle.plan", str(cycle.goal_id), "main")
    return [*parts, Buttons((plan, Button(words("cycle-undo"), "cycle.undo", str(cycle.id))))]


def _refuse_if_ended(request: Request, cycle: Cycle) -> None:
    rules.refuse_unless_agreed(request, cycle.goal)
    if cycle.ended_at is not None:
        raise Refusal(Message((Text(request.words("cycle-ended-already")), *cards.about(cycle, request.words))))


def undo(request: Request, cycle: Cycle) -> Answer:
    """While no other was planned after it. What was learned stays, to be written anew."""
    rules.refuse_unless_agreed(request, cycle.goal)
    if cycle.ended_at is not None:
        if model.latest(request.session, cycle.goal) is not cycle:
            raise Refusal.saying(request.words("cycle-rests"))
        cycle.ended_at, cycle.outcome = None, None
        request.session.flush()
        timing.resume(request.session, cycle.goal)
    return Private(Message(tuple(cards.cycle(request, cycle))))


def show(request: Request, cycle: Cycle) -> Answer:
    return Private(Message((*cards.cycle(request, cycle), cards.see_goal(cycle.goal, request.words))))
