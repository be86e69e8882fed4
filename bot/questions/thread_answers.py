"""Answers that are written into the committee's thread: a reply that begins with "Answer:" goes to the asker, as if it
had been written with the button. If it is changed there, the asker sees what it says now; if it is deleted, that it
was taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms, review
from bot.boundary import Answer as Shown
from bot.boundary import Button, Buttons, Message, Text
from bot.bridge.hearing import Heard
from bot.bridge.model import ThreadGroup
from bot.people import records
from bot.questions import answering, askers, assignment, rules
from bot.questions.model import ANSWER, TEXT_MOST, Answer, Question, to_change
from bot.request import Refusal, Request, returning
from bot.texts import Texts


def is_marked(_session: Session, _talk: ThreadGroup, text: str, texts: Texts) -> bool:
    return _mark(tuple(texts.in_all("question-mark"))).match(text) is not None


def heard(request: Request, said: Heard) -> Shown:
    """It was said, or says something else now."""
    session, carried = request.session, said.carried
    if carried is None:
        return None
    text = said.prose.text
    mark = _mark(tuple(request.texts.in_all("question-mark"))).match(text)
    if mark is None and said.is_new:  # nearly always
        return None
    question = to_change(session, said.gathering.subject)
    if question is None:
        return None
    answers = _answers(session, carried)
    if mark is None:
        if answers or _is_proposed(question, carried):
            answering.take_back(session, question, answers, request.now)
        return None
    text = text[mark.end() :].strip()
    if answers:
        return _change(request, question, answers, text)
    rules.have_it(request, question)
    try:
        rules.refuse_unless_unanswered(request, question)
    except Refusal as refusal:
        raise refusal.giving_back([text]) from None
    _refuse_unless_fit(request, question, text)
    return answering.give(request, question, text, carried)


def gone(session: Session, said: Heard, now: datetime) -> None:
    """It was deleted."""
    question = to_change(session, said.gathering.subject)
    if question is None or said.carried is None:
        return
    answers = _answers(session, said.carried)
    if answers or _is_proposed(question, said.carried):
        answering.take_back(session, question, answers, now)


def _change(request: Request, question: Question, answers: Sequence[Answer], text: str) -> Shown:
    if all(text == answer.text for answer in answers):
        return None
    rules.have_it(request, question)
    if answering.needs_approval(question):  # what was approved is what was read
        raise Refusal(returning(request.words("question-change-needs-approval"), text))
    _refuse_unless_fit(request, question, text)
    for answer in answers:
        answer.text, answer.changed = text, True
        askers.change(request.session, answer.question, ANSWER, answer.id)
        assignment.changed(request.session, answer.question)
    return forms.say(request, "question-change-sent")


def _refuse_unless_fit(request: Request, question: Question, text: str) -> None:
    """It goes to somebody who does not see the thread."""
    if not text or len(text) > TEXT_MOST:
        raise Refusal(returning(request.words("question-wrong-answer", most=TEXT_MOST), text))
    if found := records.find(request.district, text, request.now):
        button = Button(request.words("question-answer"), "question.answer", str(question.id), "main")
        why = Text(request.words("question-mark-held"))
        raise Refusal(Message((why, *review.pointed_out(found, request.words), Buttons((button,)))))


def _is_proposed(question: Question, source: int) -> bool:
    return question.proposal is not None and question.proposal.source_id == source


def _answers(session: Session, source: int) -> Sequence[Answer]:
    """What the message is now: an answer to its question and, after it, to those that were answered with it."""
    stands = select(Answer).where(Answer.source_id == source, Answer.withdrawn.is_(False)).order_by(Answer.id)
    answers = session.scalars(stands).all()
    for question_id in sorted({answer.question_id for answer in answers}):
        to_change(session, question_id)
    return answers


@cache
def _mark(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, words))})\s*:", re.IGNORECASE)
