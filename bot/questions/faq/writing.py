"""From an answered question to an entry that can be approved, or to what must change first."""

from __future__ import annotations

from dataclasses import dataclass

from bot import drafts, forms, likeness
from bot.boundary import Button, Buttons, Form, Heading, Message, Note, Part, Text, TextField
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.people import model as people
from bot.people.audiences import Audience
from bot.questions.faq import cards, rules
from bot.questions.faq.model import ANSWER_MOST, LANGUAGES, QUESTION_MOST, Entry, Told, names_in
from bot.questions.faq.rules import ANSWER, ENTRY, QUESTION
from bot.questions.model import Question
from bot.request import Request

FORM = "faq.write"
FIELDS = ("question-en", "answer-en", "question-es", "answer-es")
LABELS = {"en": ("faq-form-question-en", "faq-form-answer-en"), "es": ("faq-form-question-es", "faq-form-answer-es")}


@dataclass(frozen=True)
class Written:
    """What an entry will be, and which committee approves it."""

    texts: Told
    committee: people.Committee


def begin(question: Question, language: str) -> Typed:
    """What the form shows first: the words as they were written, in the language of their writer, unless they are to be
    said in others."""
    asks, tells = _fields(language)
    answer = question.answers[-1]
    asked = "" if _is_said_anew(question) else question.text
    source = {QUESTION: (str(question.id),), ANSWER: (str(answer.id),)}
    return {**source, asks: (asked[:QUESTION_MOST],), tells: (answer.text[:ANSWER_MOST],)}


def again(entry: Entry) -> Typed:
    """To be set right."""
    typed = {ENTRY: (str(entry.id),)}
    for language, (question, answer) in entry.texts.items():
        asks, tells = _fields(language)
        typed |= {asks: (question,), tells: (answer,)}
    return typed


def form(request: Request, draft: Draft) -> Form:
    words, fields = request.words, []
    anew = _said_anew(request, draft.typed)
    for language in LANGUAGES:
        asks, tells = _fields(language)
        asked, told = forms.first(draft.typed, asks), forms.first(draft.typed, tells)
        label, hint = words(LABELS[language][0]), words("faq-form-anew" if anew else "faq-form-hint")
        fields.append(TextField(asks, label, hint, asked, QUESTION_MOST, optional=True))
        label = words(LABELS[language][1])
        fields.append(TextField(tells, label, "", told, ANSWER_MOST, long=True, optional=True))
    title, submit = words("faq-form-title"), words("faq-form-submit")
    return Form(FORM, title, submit, words("cancel"), tuple(fields), str(draft.id))


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, source, before = request.words, rules.source(request, typed), rules.before_it(request, typed)
    anew = _said_anew(request, typed)
    texts: dict[str, list[str]] = {}
    for language in LANGUAGES:
        asks, tells = _fields(language)
        asked, told = forms.first(typed, asks).strip(), forms.first(typed, tells).strip()
        if bool(asked) != bool(told):
            return {tells if asked else asks: words("faq-wrong-half")}
        if len(asked) > QUESTION_MOST or len(told) > ANSWER_MOST:
            field = asks if len(asked) > QUESTION_MOST else tells
            return {field: words("faq-wrong-long", question=QUESTION_MOST, answer=ANSWER_MOST)}
        for field, text in ((asks, asked), (tells, told)):
            if anew and text and any(likeness.says_again(one, text) for one in _not_for_all(anew)):
                return {field: words("faq-wrong-same-words" if anew.anonymous else "faq-wrong-quoted")}
        if asked:
            texts[language] = [asked, told]
    committee = before.committee if before else rules.committee_of(source) if source else None
    if not texts or committee is None:
        return {FIELDS[0]: words("faq-not-now" if texts else "faq-wrong-empty")}
    return Written(texts, committee)


def _is_said_anew(question: Question) -> bool:
    return bool(_not_for_all(question))


def _not_for_all(question: Question) -> list[str]:
    """Its words that were written without a name, or by somebody else and not for everybody."""
    return [words for words in (question.text if question.anonymous else "", question.quote) if words]


def _said_anew(request: Request, typed: Typed) -> Question | None:
    """Of which it is made, or was what it sets right, where that is one of these."""
    before = rules.before_it(request, typed)
    made_of = rules.source(request, typed)
    if made_of is None and before is not None:
        made_of = request.session.get(Question, before.question_id or 0)
    return made_of if made_of is not None and _is_said_anew(made_of) else None


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words, names = request.words, names_in(request.session, request.member.district_id, written.texts)
    parts: list[Part] = [Heading(words("faq-preview-title")), *cards.told(written.texts)]
    if names:
        parts.append(Text(words("faq-names", names=words.listed(names))))
    buttons = (
        Button(words("faq-propose"), "faq.propose", str(draft.id), "" if names else "main"),
        Button(words("edit"), "faq.edit", str(draft.id), "main" if names else ""),
        Button(words("cancel"), "faq.cancel", str(draft.id)),
    )
    who = cards.readers(request.session, readers(request, written), words)
    next_is = Note(words("faq-preview-next", committee=written.committee.name, readers=who))
    return Message((*parts, next_is, Buttons(buttons)))


def _fields(language: str) -> tuple[str, str]:
    """The question's and the answer's."""
    return f"question-{language}", f"answer-{language}"


def readers(request: Request, written: Written) -> Audience:
    return rules.audience(request.session, written.committee)


WRITING = Writing(
    FORM,
    form,
    read,
    preview,
    drafts.fixed_by("faq.edit", "faq.cancel"),
    sends="faq.propose",
    sent="faq-waits",
    dropped="faq-cancelled",
    shows=lambda request, written: readers(request, written).seen,
)
