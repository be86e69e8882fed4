"""Two questions that ask the same become one to those who answer: the answer to the one goes to both askers, each on
their own way, and neither sees the other's words."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import Answer, Button, Buttons, Choice, ChoiceField, Form, Message, Private, Text, in_a_line
from bot.likeness import likeness
from bot.payloads import number
from bot.questions import assignment, readers, rules
from bot.questions.model import Question, Status, merged_into, to_change, waiting_with
from bot.request import Refusal, Request

FORM, WITH = "question.merge", "with"
LOOKED_AT = 200  # questions, the newest
OFFERED, LABEL = 25, 75  # choices, and characters of each


def ask_with_which(request: Request, question: Question) -> Answer:
    rules.refuse_unless_waits(request, question)
    offered = _others(request, question)
    if not offered:
        raise Refusal.saying(request.words("merging-none"))
    words = request.words
    choices = tuple(Choice(str(one.id), in_a_line(one.text, LABEL)) for one in offered)
    field = ChoiceField(WITH, words("merging-with"), choices, (), words("merging-hint"))
    return Form(FORM, words("merging-form"), words("merging-submit"), words("cancel"), (field,), str(question.id))


def merge(request: Request, question: Question) -> Answer:
    rules.refuse_unless_waits(request, question)
    session, target = request.session, _chosen(request, question)
    question.status, question.merged_into, question.proposal = Status.MERGED, target, None
    session.flush()  # nothing after this refuses
    own = update(Question).where(Question.merged_into_id == question.id, Question.status == Status.MERGED)
    session.execute(own.values(merged_into_id=target.id))
    assignment.changed(session, question)
    assignment.changed(session, target)
    undo = Button(request.words("merging-undo"), "question.split", str(question.id))
    return Private(Message((Text(request.words("merging-done")), Buttons((undo,)))))


def split(request: Request, question: Question) -> Answer:
    """It waits by itself again, where it rested before."""
    if question.status is not Status.MERGED:
        raise Refusal.saying(request.words("question-not-now"))
    target = question.merged_into
    _apart(request.session, question)
    if target is not None:
        assignment.changed(request.session, target)
    return forms.say(request, "merging-undone")


def split_all(session: Session, question: Question) -> None:
    """What becomes of this one does not hold for those that were merged into it."""
    for one in session.scalars(merged_into(question).with_for_update(of=Question)).all():
        _apart(session, one)


def _apart(session: Session, question: Question) -> None:
    question.wait_again()
    question.merged_into = None
    assignment.begin(session, question)
    assignment.changed(session, question)


def _others(request: Request, question: Question) -> list[Question]:
    """Those that it can be merged with, the most alike first."""
    newest = request.session.scalars(waiting_with(question).order_by(Question.id.desc()).limit(LOOKED_AT))
    theirs = readers.admitting(request.session, newest, request.member)
    return sorted(theirs, key=lambda one: -likeness(question.text, one.text))[:OFFERED]


def _chosen(request: Request, question: Question) -> Question:
    """Nobody else changes it meanwhile."""
    id = number(request.given(WITH))
    if id is None or id not in [one.id for one in _others(request, question)]:
        raise Refusal.saying(request.words("merging-gone"))
    target = to_change(request.session, id)
    if target is None or not target.waits:
        raise Refusal.saying(request.words("merging-gone"))
    return target
