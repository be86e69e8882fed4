"""Until there is an answer: what those who have a question ask back, what the asker says to that, and how the asker
says it otherwise."""

from __future__ import annotations

from bot import approvals, forms
from bot.boundary import Answer, Form, Private, TextField
from bot.likeness import says_again
from bot.questions import askers, assignment, cards, rules
from bot.questions.model import ANSWER, DETAIL, MISSING_MOST, TEXT_MOST, Question, Status
from bot.request import Refusal, Request

WANT, REPLY, CHANGE = "question.want", "question.reply", "question.change"
WANTED, SAID, TEXT = "wanted", "reply", "question"

# Asking back -----------------------------------------------------------------------------------------------------


def ask_what(request: Request, question: Question) -> Answer:
    rules.refuse_unless_waits(request, question)
    words, wanted = request.words, question.wanted or ""
    label, hint = words("question-want-label"), words("question-want-hint")
    field = TextField(WANTED, label, hint, wanted, MISSING_MOST, long=True)
    title, submit = words("question-want"), words("question-answer-submit")
    return Form(WANT, title, submit, words("cancel"), (field,), str(question.id))


def want(request: Request, question: Question) -> Answer:
    question.wanted, question.reply = _written(request, question, WANTED), None
    askers.tell(request.session, question, DETAIL, question.id)
    askers.look_later(request.session, question, request.now)
    assignment.changed(request.session, question)
    return forms.say(request, "question-want-sent")


def ask_for_reply(request: Request, question: Question) -> Answer:
    rules.refuse_unless_waits(request, question)
    words, reply = request.words, question.reply or ""
    if not question.wanted:
        return Private(askers.show(question, words))
    hint = f"{askers.who_reads(question, words)} {words('question-reply-hint')}"
    label = words("question-reply-label")
    field = TextField(SAID, label, hint, reply, MISSING_MOST, long=True)
    title, submit = words("question-reply"), words("question-answer-submit")
    return Form(REPLY, title, submit, words("cancel"), (field,), rules.read_by_the_same(question))


def reply(request: Request, question: Question) -> Answer:
    text = _written(request, question, SAID)
    if not question.wanted or not rules.is_read_by_the_same(request, question):  # of those to whom it has gone on
        error = request.words("question-detail-over", who=cards.holders(question, request.words))
        return rules.wrong(request, question, SAID, error, REPLY)
    question.reply = text
    askers.heard(request.session, question)
    askers.change(request.session, question, DETAIL, question.id)
    assignment.changed(request.session, question)
    return forms.say(request, "question-reply-sent", who=cards.holders(question, request.words))


def _written(request: Request, question: Question, field: str) -> str:
    rules.refuse_unless_waits(request, question)
    text = rules.fitting(request, field, MISSING_MOST)
    if not text:
        raise Refusal.saying(request.words("question-wrong-detail"))
    return text


# Saying it otherwise ---------------------------------------------------------------------------------------------


def ask_for_words(request: Request, question: Question) -> Answer:
    _refuse_if_over(request, question)
    words = request.words
    label, hint = words("question-form-question"), words("question-change-hint")
    field = TextField(TEXT, label, hint, question.text, TEXT_MOST, long=True)
    title, submit = words("question-change"), words("question-change-submit")
    return Form(CHANGE, title, submit, words("cancel"), (field,), str(question.id))


def change(request: Request, question: Question) -> Answer:
    """Those who have it see that it was changed; where it has an answer, that the answer is to other words."""
    _refuse_if_over(request, question)
    words, text = request.words, request.given(TEXT)
    if not text:
        return rules.wrong(request, question, TEXT, words("question-wrong-empty"), CHANGE)
    if len(text) > TEXT_MOST:
        error = words("question-wrong-long", count=len(text), most=TEXT_MOST)
        return rules.wrong(request, question, TEXT, error, CHANGE)
    if text == question.text:
        return forms.say(request, "question-change-same")
    question.text, question.changed = text, len(question.answers)
    if not says_again(question.quote, text):
        question.quote = ""
    if question.proposal is not None:
        question.proposal.version = approvals.new_version()  # it was to be approved as an answer to other words
    assignment.changed(request.session, question)
    if question.answers:
        askers.change(request.session, question, ANSWER, question.answers[-1].id)
    answered = question.status is Status.ANSWERED
    return forms.say(request, "question-change-done-answered" if answered else "question-change-done")


def _refuse_if_over(request: Request, question: Question) -> None:
    if not question.waits and question.status is not Status.ANSWERED:
        raise Refusal.saying(request.words("question-change-late"))
