"""Answering a question with what stands in the FAQ."""

from __future__ import annotations

from bot.boundary import Answer, Choice, ChoiceField, Form, Submit
from bot.payloads import number
from bot.questions import answering
from bot.questions.faq import cards, search
from bot.questions.faq.search import Found
from bot.questions.model import Question
from bot.request import Refusal, Request

FORM, ENTRY = "faq.use", "entry"
OFFERED = 10


def ask_which(request: Request, question: Question) -> Answer:
    answering.refuse_unless_open(request, question)
    found, words = _found(request, question), request.words
    if not found:
        raise Refusal.saying(words("faq-none-fits"))
    choices = tuple(Choice(str(one.entry.id), cards.label(one.entry, words.language, cards.LABEL)) for one in found)
    field = ChoiceField(ENTRY, words("faq-use-which"), choices, (), words("faq-use-hint"))
    title, submit = words("faq-use-form"), words("question-answer-submit")
    return Form(FORM, title, submit, words("cancel"), (field,), str(question.id))


def use(request: Request, question: Question) -> Answer:
    """In the asker's language; of one without a name nobody knows it, so in that of the words it was found by."""
    answering.refuse_unless_open(request, question)
    fields = request.act.fields if isinstance(request.act, Submit) else {}
    id = number(next(iter(fields.get(ENTRY, ())), ""))
    chosen = next((one for one in _found(request, question) if one.entry.id == id), None)
    if chosen is None:
        raise Refusal.saying(request.words("faq-none-fits"))
    language = question.asker.language if question.asker else chosen.language
    return answering.give(request, question, chosen.entry.tells(language).answer)


def _found(request: Request, question: Question) -> list[Found]:
    language = question.asker.language if question.asker else request.words.language
    return search.find(request.session, request.member.district_id, question.text, language, OFFERED)
