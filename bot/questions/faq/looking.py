"""Looking into the FAQ: somebody who is about to ask, and those who answer a question with what is in it."""

from __future__ import annotations

import re

from bot import drafts, forms
from bot.boundary import Answer, Choice, ChoiceField, Form, Message, Part, Private, Search, Suggestions, Typing
from bot.drafts import Draft
from bot.payloads import number
from bot.questions import answering, rules
from bot.questions.faq import cards, search
from bot.questions.faq.cards import ForAsker
from bot.questions.faq.model import Entry, State
from bot.questions.faq.rules import is_left_to
from bot.questions.faq.search import Found
from bot.questions.model import WRITE, Question
from bot.request import Refusal, Request

OFFERED = 3  # entries on a preview
SUGGESTED = 10  # while typing, and to answer with
PICKED = re.compile(r"faq:([0-9]{1,10})")  # an entry that was picked while typing
USE, ENTRY = "faq.use", "entry"

# Before asking ---------------------------------------------------------------------------------------------------


def similar(request: Request, text: str) -> list[Entry]:
    found = _found(request, text, OFFERED)
    return [one.entry for one in found]


def suggest(request: Request, _about: object) -> Suggestions:
    """While they type."""
    text = request.act.text if isinstance(request.act, Typing) else ""
    language = request.words.language
    found = _found(request, text, SUGGESTED)
    choices = (Choice(f"faq:{one.entry.id}", cards.label(one.entry, language, cards.LABEL)) for one in found)
    return Suggestions(tuple(choices))


def _found(request: Request, text: str, most: int) -> list[Found]:
    session, member = request.session, request.member
    shown = search.for_reader(session, member)
    return search.find(session, member.district_id, text, request.words.language, most, shown)


def box(request: Request) -> list[Part]:
    """To look for something before asking it, where there is anything for them to find."""
    session, member = request.session, request.member
    known = search.is_anything(session, member.district_id, search.for_reader(session, member))
    return [Search(request.words("faq-search"), "faq.show")] if known else []


def picked(request: Request, text: str) -> Answer:
    """The entry that was picked while typing; None: what was typed is something else."""
    entry = _entry(request, number(found[1])) if (found := PICKED.fullmatch(text.strip())) else None
    return _shown(request, entry, request.words.language, None) if entry else None


def find(request: Request) -> Entry | None:
    return _entry(request, _about(request).id)


def show(request: Request, entry: Entry) -> Answer:
    about = _about(request)
    id = number(about.draft)
    draft = request.session.get(Draft, id) if id else None
    own = draft if draft is not None and draft.member_id == request.member.id and draft.form == WRITE else None
    return _shown(request, entry, about.language, own)


def enough(request: Request, draft: Draft | None) -> Answer:
    """Nothing is sent, and the draft is gone."""
    if draft is not None and draft.became is None:
        request.session.delete(draft)
    return forms.say(request, "faq-glad")


def find_draft(request: Request) -> Draft | None:
    return drafts.find(request, WRITE)


def _about(request: Request) -> ForAsker:
    """Of a button, or of what was picked in the search."""
    found = PICKED.fullmatch(request.about)
    return ForAsker(int(found[1])) if found else request.payload(ForAsker)


def _entry(request: Request, id: int | None) -> Entry | None:
    """One that they may read."""
    entry = request.session.get(Entry, id) if id else None
    if entry is None or entry.state is not State.PUBLISHED:
        return None
    return entry if entry.audience.admits(request.session, request.member) else None


def _shown(request: Request, entry: Entry, language: str, draft: Draft | None) -> Answer:
    others = list(request.texts.values())
    wanted = language if language in request.texts else request.words.language
    message = cards.answer(request.session, entry, wanted, request.words, draft, others)
    if is_left_to(request, entry):
        message = Message((*message.parts, *cards.for_caretaker(entry, request.words)))
    return Private(message)


# To answer with --------------------------------------------------------------------------------------------------


def ask_which(request: Request, question: Question) -> Answer:
    rules.refuse_unless_unanswered(request, question)
    found, words = _fitting(request, question), request.words
    if not found:
        raise Refusal.saying(words("faq-none-fits"))
    choices = tuple(Choice(str(one.entry.id), cards.label(one.entry, words.language, cards.LABEL)) for one in found)
    field = ChoiceField(ENTRY, words("faq-use-which"), choices, (), words("faq-use-hint"))
    title, submit = words("faq-use-form"), words("question-answer-submit")
    return Form(USE, title, submit, words("cancel"), (field,), str(question.id))


def use(request: Request, question: Question) -> Answer:
    """In the asker's language; of one without a name nobody knows it, so in that of the words it was found by."""
    rules.refuse_unless_unanswered(request, question)
    id = number(request.given(ENTRY))
    chosen = next((one for one in _fitting(request, question) if one.entry.id == id), None)
    if chosen is None:
        raise Refusal.saying(request.words("faq-none-fits"))
    language = question.asker.language if question.asker else chosen.language
    return answering.give(request, question, chosen.entry.tells(language).answer)


def _fitting(request: Request, question: Question) -> list[Found]:
    session, language = request.session, question.asker.language if question.asker else request.words.language
    shown = search.for_question(session, question)
    return search.find(session, request.member.district_id, question.text, language, SUGGESTED, shown)
