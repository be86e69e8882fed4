"""From an answered question to an entry that can be approved, or to what must change first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Form, TextField
from bot.drafts import Draft, Typed
from bot.payloads import number
from bot.people import model as people
from bot.questions.faq import terms
from bot.questions.faq.model import ANSWER_MOST, LANGUAGES, QUESTION_MOST, Entry
from bot.questions.model import Question
from bot.request import Request

FORM = "faq.write"
QUESTION, ENTRY = "of-question", "of-entry"  # what a draft says of where it comes from
LABELS = {"en": ("faq-form-question-en", "faq-form-answer-en"), "es": ("faq-form-question-es", "faq-form-answer-es")}
FIELDS = ("question-en", "answer-en", "question-es", "answer-es")
NAME = re.compile(r"\w[\w'\u2019-]*")
SHORTEST = 3  # letters of a part of a name that is noticed by itself

Texts = Mapping[str, list[str]]


def begin(question: Question, language: str) -> Typed:
    """What the form shows first: the words as they were written, in the language of whoever wrote them. What was asked
    without a name is to be said in other words, so it does not stand there."""
    answer = question.answers[-1].text if question.answers else ""
    asked = question.text if not question.anonymous else ""
    typed = {_asks(language): (asked[:QUESTION_MOST],), _tells(language): (answer[:ANSWER_MOST],)}
    return {QUESTION: (str(question.id),), **typed}


def again(entry: Entry) -> Typed:
    """To be set right."""
    typed = {ENTRY: (str(entry.id),)}
    for language, (question, answer) in entry.texts.items():
        typed |= {_asks(language): (question,), _tells(language): (answer,)}
    return typed


def form(request: Request, draft: Draft) -> Form:
    words, hint = request.words, request.words("faq-form-hint")
    fields = []
    for language in LANGUAGES:
        for name, label, most, long in (
            (_asks(language), LABELS[language][0], QUESTION_MOST, False),
            (_tells(language), LABELS[language][1], ANSWER_MOST, True),
        ):
            typed = first(draft.typed, name)
            fields.append(TextField(name, words(label), "" if long else hint, typed, most, long=long, optional=True))
    title, submit = words("faq-form-title"), words("faq-form-submit")
    return Form(FORM, title, submit, words("cancel"), tuple(fields), str(draft.id))


def read(request: Request, typed: Typed, source: Question | None) -> Texts | dict[str, str]:
    """Question and answer by language; or what is wrong, by field, in the person's words (then all are texts)."""
    words, texts = request.words, dict[str, list[str]]()
    for language in LANGUAGES:
        asks, tells = first(typed, _asks(language)).strip(), first(typed, _tells(language)).strip()
        if bool(asks) != bool(tells):
            return {_tells(language) if asks else _asks(language): words("faq-wrong-half")}
        if len(asks) > QUESTION_MOST or len(tells) > ANSWER_MOST:
            field = _asks(language) if len(asks) > QUESTION_MOST else _tells(language)
            return {field: words("faq-wrong-long", question=QUESTION_MOST, answer=ANSWER_MOST)}
        if source is not None and source.anonymous and terms.words(asks) == terms.words(source.text) and asks:
            return {_asks(language): words("faq-wrong-same-words")}
        if asks:
            texts[language] = [asks, tells]
    return texts or {_asks(LANGUAGES[0]): words("faq-wrong-empty")}


def source(request: Request, typed: Typed) -> Question | None:
    id = number(first(typed, QUESTION))
    return request.session.get(Question, id) if id else None


def names_in(session: Session, district_id: int, texts: Texts) -> list[str]:
    """Names of people of the district that stand in the texts, as they stand there. Everybody's, whoever asked: so it
    gives nobody away."""
    every = session.scalars(select(people.Member.name).where(people.Member.district_id == district_id))
    known = {part for name in every for part in terms.words(name) if len(part) >= SHORTEST}
    written = [word for both in texts.values() for text in both for word in NAME.findall(text)]
    found = [word for word in written if word[:1].isupper() and known.intersection(terms.words(word))]
    return list(dict.fromkeys(found))


def first(typed: Typed, field: str) -> str:
    return next(iter(typed.get(field, ())), "")


def _asks(language: str) -> str:
    return f"question-{language}"


def _tells(language: str) -> str:
    return f"answer-{language}"
