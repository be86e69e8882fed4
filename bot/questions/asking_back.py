"""What those with whom a question rests ask back, and what the asker says to that."""

from __future__ import annotations

from bot.boundary import Answer, Form, Message, Private, Text, TextField
from bot.questions import askers, cards, reaching, resting
from bot.questions.model import MISSING_MOST, Question
from bot.request import Refusal, Request

WANT, REPLY = "question.want", "question.reply"


def ask_what(request: Request, question: Question) -> Answer:
    _refuse_unless_open(request, question)
    words = request.words
    hint = words("question-want-hint")
    field = TextField("wanted", words("question-want-label"), hint, question.wanted or "", MISSING_MOST, long=True)
    title, submit = words("question-want"), words("question-answer-submit")
    return Form(WANT, title, submit, words("cancel"), (field,), str(question.id))


def want(request: Request, question: Question) -> Answer:
    _refuse_unless_open(request, question)
    wanted = resting.fitting(request, "wanted", MISSING_MOST)
    if not wanted:
        raise Refusal.saying(request.words("question-wrong-detail"))
    question.wanted, question.reply = wanted, None
    askers.tell(request.session, question, cards.DETAIL, question.id)
    reaching.look_later(request.session, question, request.now)
    resting.changed(request.session, question)
    return Private(Message((Text(request.words("question-want-sent")),)))


def ask_for_reply(request: Request, question: Question) -> Answer:
    _refuse_unless_open(request, question)
    words = request.words
    label, hint = words("question-reply-label"), words("question-reply-hint")
    field = TextField("reply", label, hint, question.reply or "", MISSING_MOST, long=True)
    title, submit = words("question-reply"), words("question-answer-submit")
    return Form(REPLY, title, submit, words("cancel"), (field,), str(question.id))


def reply(request: Request, question: Question) -> Answer:
    _refuse_unless_open(request, question)
    said = resting.fitting(request, "reply", MISSING_MOST)
    if not said:
        raise Refusal.saying(request.words("question-wrong-detail"))
    question.reply = said
    reaching.heard(request.session, question)
    askers.change(request.session, question, cards.DETAIL, question.id)
    resting.changed(request.session, question)
    return Private(Message((Text(request.words("question-reply-sent", who=cards.holders(question, request.words))),)))


def _refuse_unless_open(request: Request, question: Question) -> None:
    """With what was typed, which nobody else has."""
    if not question.waits:
        field = "wanted" if resting.typed(request, "wanted") else "reply"
        raise Refusal(resting.returning(request, "question-not-now", field))
