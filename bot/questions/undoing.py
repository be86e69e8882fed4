"""Answers that are taken back: within two minutes by whoever sent them, or with the message in the committee's thread
that said so. Whoever got one sees that it was taken back, and the question waits again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Answer as Shown
from bot.boundary import Message, Part, Private, Quote, Text
from bot.payloads import number
from bot.questions import approving, askers, cards, ending, resting, timing
from bot.questions.model import Answer, Question, Status, due_at, to_change
from bot.request import Refusal, Request


def find(request: Request) -> Answer | None:
    """Nobody else changes its question meanwhile."""
    id = number(request.about)
    told = request.session.get(Answer, id) if id else None
    if told is None or to_change(request.session, told.question_id) is None:
        return None
    request.session.refresh(told)
    return told


def undo(request: Request, told: Answer) -> Shown:
    """The words go back to whoever sent it; what was approved waits for approval once more."""
    if not told.withdrawn and not told.can_be_undone(request.now):
        raise Refusal.saying(request.words("question-undo-late"))
    question, text = told.question, told.text
    if not told.withdrawn:
        take_back(request.session, question, (told, *_with(request.session, told)), request.now)
        if told.approver and question.waits and question.proposal is None:
            approving.put_back(question, told, text)
    words: tuple[Part, ...] = (Text(request.words("question-undone-words")), Quote(text)) if text else ()
    return Private(Message((Text(request.words(_undone(question))), *words)))


def _undone(question: Question) -> str:
    if not question.waits:
        return "question-undone-closed"
    return "question-undone-proposed" if question.proposed else "question-undone"


def _with(session: Session, told: Answer) -> Sequence[Answer]:
    """What those were told at the same time whose questions were answered with this one."""
    theirs = select(Answer).join(Question, Answer.question_id == Question.id)
    theirs = theirs.where(Question.merged_into_id == told.question_id, Answer.sent_at == told.sent_at)
    answers = session.scalars(theirs.where(Answer.withdrawn.is_(False)).order_by(Answer.question_id)).all()
    for answer in answers:
        to_change(session, answer.question_id)
    return answers


def take_back(session: Session, question: Question, answers: Sequence[Answer], now: datetime) -> None:
    """`answers`: to this question and, after that, to those that were answered with it. None: it was only proposed."""
    question.proposal = question.proposal if answers else None
    for answer in answers:
        answer.text, answer.withdrawn = "", True
        askers.change(session, answer.question, cards.ANSWER, answer.id)
        if answer.question.status is Status.ANSWERED and answer is answer.question.answers[-1]:
            _open_again(session, answer, now)
        resting.changed(session, answer.question)
    resting.changed(session, question)


def _open_again(session: Session, told: Answer, now: datetime) -> None:
    """It waits, or rests with the one that it was answered with if that waits."""
    question = told.question
    other = question.merged_into if question.merged_into and question.merged_into.waits else None
    ending.open_again(session, question)
    question.merged_into = other
    question.answered_at = next((one.sent_at for one in reversed(question.answers) if not one.withdrawn), None)
    if other is not None:
        question.status = Status.MERGED
        return
    question.status = Status.WITH_COMMITTEE if question.committee else Status.WITH_REP
    if not told.can_be_undone(now):  # else nobody gains time by it
        question.due_at = due_at(session, question.district, now, urgent=question.urgent)
    timing.begin(session, question)
