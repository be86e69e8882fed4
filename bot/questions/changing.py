"""What somebody does with a question of their own after it was sent: say it otherwise, or take it back."""

from __future__ import annotations

from bot.boundary import Answer, Button, Buttons, Form, FormErrors, Message, Private, Quote, Submit, Text, TextField
from bot.questions import askers, cards, ending, followers, resting
from bot.questions.model import TEXT_MOST, Question, Status
from bot.request import Refusal, Request
from bot.texts import Words

FORM = "question.change"
TEXT = "question"


def buttons(question: Question, words: Words) -> list[Button]:
    """For its asker."""
    id, found = str(question.id), []
    if question.waits or question.status is Status.ANSWERED:
        found.append(Button(words("question-change"), "question.change", id))
    if question.waits and not question.answers:
        found.append(Button(words("question-take-back"), "question.take-back", id))
    return found


def ask_for_words(request: Request, question: Question) -> Answer:
    _refuse_if_over(request, question)
    words = request.words
    field = TextField(
        TEXT, words("question-form-question"), words("question-change-hint"), question.text, TEXT_MOST, long=True
    )
    return Form(
        FORM, words("question-change"), words("question-change-submit"), words("cancel"), (field,), str(question.id)
    )


def change(request: Request, question: Question) -> Answer:
    """Those with whom it rests see that it was changed; where it has an answer, that the answer is to other words."""
    _refuse_if_over(request, question)
    words, text = request.words, _typed(request)
    if not text or len(text) > TEXT_MOST:
        wrong = words("question-wrong-long", count=len(text), most=TEXT_MOST) if text else words("question-wrong-empty")
        fix = Button(words("fix-it"), "question.change", str(question.id), "main")
        quoted = (Quote(text[:TEXT_MOST]),) if text else ()
        return FormErrors({TEXT: wrong}, Message((Text(wrong), *quoted, Buttons((fix,)))))
    if text == question.text:
        return _said(request, "question-change-same")
    question.text, question.changed = text, len(question.answers)
    if question.proposal is not None:
        question.proposal.version += 1  # it was to be approved as an answer to other words
    resting.changed(request.session, question)
    if question.answers:
        askers.change(request.session, question, cards.ANSWER, question.answers[-1].id)
    return _said(
        request, "question-change-done-answered" if question.status is Status.ANSWERED else "question-change-done"
    )


def ask_to_take_back(request: Request, question: Question) -> Answer:
    _refuse_if_answered(request, question)
    words = request.words
    yes = Button(words("question-take-back-yes"), "question.take-back-now", str(question.id), "danger")
    no = Button(words("question-take-back-no"), "question.show", f"{question.id}:{words.language}")
    return Private(Message((Text(words("question-take-back-asks")), Buttons((yes, no)))))


def take_back(request: Request, question: Question) -> Answer:
    """Its words are deleted, and those with whom it rested see that it was taken back."""
    if not question.taken_back:
        _refuse_if_answered(request, question)
        question.taken_back = True
        resting.forget_words(question)
        ending.close(request.session, question, request.now)
        followers.answered(request.session, question)
    return _said(request, "question-taken-back-done")


def _refuse_if_over(request: Request, question: Question) -> None:
    """With what was typed, which nobody else has."""
    if not question.waits and question.status is not Status.ANSWERED:
        raise Refusal(resting.returning(request, "question-change-late", TEXT))


def _refuse_if_answered(request: Request, question: Question) -> None:
    if not question.waits or question.answers:
        raise Refusal.saying(request.words("question-take-back-late"))
    if followers.count_merged(request.session, question):
        raise Refusal.saying(request.words("question-take-back-shared"))


def _typed(request: Request) -> str:
    fields = request.act.fields if isinstance(request.act, Submit) else {}
    return next(iter(fields.get(TEXT, ())), "").strip()


def _said(request: Request, name: str) -> Answer:
    return Private(Message((Text(request.words(name)),)))
