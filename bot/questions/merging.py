"""Two questions that ask the same become one to those who answer: the answer to the one goes to both askers, each on
their own way, and neither sees the other's words."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.boundary import Answer, Button, Buttons, Choice, ChoiceField, Form, Message, Private, Submit, Text
from bot.payloads import number
from bot.questions import cards, followers, resting, timing
from bot.questions.model import Question, Status, to_change
from bot.request import Refusal, Request

FORM, WITH = "question.merge", "with"
OFFERED = 25
LABEL = 75


def ask_with_which(request: Request, question: Question) -> Answer:
    _refuse_unless_open(request, question)
    offered = _others(request.session, question)
    if not offered:
        raise Refusal.saying(request.words("merging-none"))
    words = request.words
    choices = tuple(Choice(str(one.id), cards.short(one.text, LABEL)) for one in offered)
    field = ChoiceField(WITH, words("merging-with"), choices, (), words("merging-hint"))
    return Form(FORM, words("merging-form"), words("merging-submit"), words("cancel"), (field,), str(question.id))


def merge(request: Request, question: Question) -> Answer:
    _refuse_unless_open(request, question)
    session, target = request.session, _chosen(request, question)
    question.status, question.merged_into, question.proposal = Status.MERGED, target, None
    session.flush()  # nothing after this refuses
    own = update(Question).where(Question.merged_into_id == question.id, Question.status == Status.MERGED)
    session.execute(own.values(merged_into_id=target.id))
    resting.changed(session, question)
    resting.changed(session, target)
    undo = Button(request.words("merging-undo"), "question.split", str(question.id))
    return Private(Message((Text(request.words("merging-done")), Buttons((undo,)))))


def split(request: Request, question: Question) -> Answer:
    """It waits by itself again, where it rested before."""
    if question.status is not Status.MERGED:
        raise Refusal.saying(request.words("question-not-now"))
    target = question.merged_into
    _apart(request.session, question)
    if target is not None:
        resting.changed(request.session, target)
    return Private(Message((Text(request.words("merging-undone")),)))


def split_all(session: Session, question: Question) -> None:
    """Whatever becomes of this one does not hold for those that were merged into it."""
    for one in resting.merged_into(session, question):
        _apart(session, one)


def _apart(session: Session, question: Question) -> None:
    question.status = Status.WITH_COMMITTEE if question.committee else Status.WITH_REP
    question.merged_into = None
    timing.begin(session, question)
    resting.changed(session, question)


def _others(session: Session, question: Question) -> list[Question]:
    """Those that it can be merged with, the most alike first."""
    every = followers.waiting_with(question)
    newest = session.scalars(every.order_by(Question.id.desc()).limit(followers.LOOKED_AT)).all()
    return sorted(newest, key=lambda one: -followers.likeness(question.text, one.text))[:OFFERED]


def _chosen(request: Request, question: Question) -> Question:
    """Nobody else changes it meanwhile."""
    fields = request.act.fields if isinstance(request.act, Submit) else {}
    id = number(next(iter(fields.get(WITH, ())), ""))
    if id is None or id not in [one.id for one in _others(request.session, question)]:
        raise Refusal.saying(request.words("merging-gone"))
    target = to_change(request.session, id)
    if target is None or not target.waits:
        raise Refusal.saying(request.words("merging-gone"))
    return target


def _refuse_unless_open(request: Request, question: Question) -> None:
    if not question.waits:
        raise Refusal.saying(request.words("question-not-now"))
