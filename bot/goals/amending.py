"""A proposal is taken back, or its wording changed, while nothing rests on it. A change of substance asks every seat
again; a slip of the pen does not, and the card says which of the two it was."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from bot import forms, timetable
from bot.boundary import Answer, Button, Buttons, Choice, ChoiceField, Form, Message, Private, Text
from bot.delivery import outbox
from bot.drafts import Wrong
from bot.goals import asking, cards, consenting, deciding, keeping_time
from bot.goals.model import Change, Goal, Status
from bot.goals.proposing import THREE, line_field, wrong_lines
from bot.payloads import Shown
from bot.request import Refusal, Request

FORM, KIND = "goal.change", "kind"
ALIKE = 0.85  # of two wordings, from 0 to 1, that differ by a slip of the pen at most
KINDS = {Change.SUBSTANCE: "goal-change-substance", Change.TYPO: "goal-change-typo"}
FIGURES = re.compile(r"\d+")

# Taking back -----------------------------------------------------------------------------------------------------


def ask_to_take_back(request: Request, goal: Goal) -> Answer:
    _refuse_unless_there(request, goal)
    words, id = request.words, str(goal.id)
    yes = Button(words("goal-take-back-yes"), "goal.take-back-now", id, "danger")
    no = Button(words("goal-take-back-no"), "goal.show", str(Shown(goal.id, words.language)))
    return Private(Message((Text(words("goal-take-back-asks")), Buttons((yes, no)))))


def take_back(request: Request, goal: Goal) -> Answer:
    """Those who were asked see that nothing is needed of them; the concern can be started with again."""
    if goal.status is not Status.TAKEN_BACK:
        _refuse_unless_there(request, goal)
        goal.status, goal.closed_at = Status.TAKEN_BACK, request.now
        keeping_time.set_free(request.session, goal)
        for do in (consenting.LOOK, consenting.AGAIN, consenting.TALK):
            timetable.forget(request.session, do, goal.id)
        deciding.stop(request.session, goal)
    again = Button(request.words("goal-again"), "goal.again", str(goal.id))
    buttons = [Buttons((again,))] if goal.co_seat_id is None else []
    return Private(Message((Text(request.words("goal-taken-back")), *buttons)))


def _refuse_unless_there(request: Request, goal: Goal) -> None:
    if goal.status is not Status.DRAFT:
        _refuse_unless_open(request, goal)


def _refuse_unless_open(request: Request, goal: Goal) -> None:
    if not goal.is_open:
        raise Refusal.saying(request.words("goal-not-now"))


# The wording -----------------------------------------------------------------------------------------------------


def ask_for_words(request: Request, goal: Goal) -> Answer:
    _refuse_unless_open(request, goal)
    if goal.co_seat_id is not None:  # it has forms of its own
        return Private(cards.for_member(goal, request.member, request.words))
    words = request.words
    three = [line_field(name, text, words) for name, text in zip(THREE, goal.lines, strict=True)]
    kinds = tuple(Choice(one.value, words(name)) for one, name in KINDS.items())
    kind = ChoiceField(KIND, words("goal-change-kind"), kinds, (Change.SUBSTANCE.value,))
    title, submit = words("goal-change-title"), words("goal-change-submit")
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), (*three, kind), str(goal.id)))


def change(request: Request, goal: Goal) -> Answer:
    _refuse_unless_open(request, goal)
    typed = [request.given(name) for name in THREE]
    substance = request.given(KIND) != Change.TYPO.value
    wrong: Wrong = wrong_lines(request.fields, THREE, request.words)
    if not wrong and not substance and not is_slip(goal.lines, typed):
        wrong = {KIND: request.words("goal-wrong-typo")}
    if wrong:
        return forms.keep_refused(request, FORM, "goal.change", wrong)
    forms.forget_refused(request, FORM)
    if typed != goal.lines:
        goal.before, goal.changed = goal.lines, Change.SUBSTANCE if substance else Change.TYPO
        goal.students, goal.change, goal.measure = typed
        if substance:
            ask_anew(request, goal)
        outbox.change(request.session, cards.GROUP, goal.id)
    return Private(cards.for_member(goal, request.member, request.words))


def ask_anew(request: Request, goal: Goal) -> None:
    goal.version += 1
    deciding.stop(request.session, goal)
    for one in goal.positions:
        if one in goal.asked or one.place_id is not None:
            one.answer, one.reason, one.member, one.answered_at, one.again_at = None, "", None, None, None
            one.shared, one.talk_by, one.met_on, one.item = False, None, "", ""
    timetable.forget(request.session, consenting.AGAIN, goal.id)
    asking.ask(request.session, goal, request.now)


def is_slip(before: list[str], after: list[str]) -> bool:
    """Whether nothing but a letter or a word may differ; a figure never does by a slip alone."""
    one, other = "\n".join(before), "\n".join(after)
    same = FIGURES.findall(one) == FIGURES.findall(other)
    return same and SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= ALIKE
