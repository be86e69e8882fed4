"""Looking into the FAQ, for somebody who was about to ask."""

from __future__ import annotations

import re

from bot import drafts
from bot.boundary import Answer, Choice, Message, Part, Private, Search, Suggestions, Text, Typing
from bot.drafts import Draft
from bot.payloads import number
from bot.questions import asking
from bot.questions.faq import cards, search
from bot.questions.faq.model import Entry, State
from bot.request import Request

OFFERED = 3  # entries on a preview
SUGGESTED = 10  # while typing
PREFIX = "faq:"
PICKED = re.compile(rf"{PREFIX}([0-9]{{1,10}})")  # what stands for an entry that was picked while typing


def similar(request: Request, text: str) -> list[Entry]:
    found = search.find(request.session, request.member.district_id, text, request.words.language, OFFERED)
    return [one.entry for one in found]


def suggest(request: Request, _about: object) -> Suggestions:
    """While they type."""
    text = request.act.text if isinstance(request.act, Typing) else ""
    found = search.find(request.session, request.member.district_id, text, request.words.language, SUGGESTED)
    return Suggestions(tuple(_choice(one.entry, request.words.language) for one in found))


def _choice(entry: Entry, language: str) -> Choice:
    return Choice(f"{PREFIX}{entry.id}", cards.label(entry, language, cards.LABEL))


def box(request: Request) -> list[Part]:
    """To look for something before asking it, where there is anything to find."""
    known = search.is_anything(request.session, request.member.district_id)
    return [Search(request.words("faq-search"), "faq.show")] if known else []


def picked(request: Request, text: str) -> Answer:
    """The entry that was picked while typing; None: what was typed is something else."""
    found = PICKED.fullmatch(text.strip())
    entry = request.session.get(Entry, id) if found and (id := number(found[1])) else None
    return _shown(request, entry, request.words.language, None) if entry and _is_theirs(request, entry) else None


def find(request: Request) -> Entry | None:
    """One that everybody in the district may read."""
    id = number(request.about.removeprefix(PREFIX).partition(":")[0])
    entry = request.session.get(Entry, id) if id else None
    return entry if entry is not None and _is_theirs(request, entry) else None


def _is_theirs(request: Request, entry: Entry) -> bool:
    return entry.state is State.PUBLISHED and entry.district_id == request.member.district_id


def show(request: Request, entry: Entry) -> Answer:
    _, _, rest = request.about.partition(":")
    about, _, language = rest.partition(":")
    return _shown(request, entry, language, _own_draft(request, about))


def enough(request: Request, draft: Draft | None) -> Answer:
    """Nothing is sent, and the draft is gone."""
    if draft is not None and draft.became is None:
        request.session.delete(draft)
    return Private(Message((Text(request.words("faq-glad")),)))


def find_draft(request: Request) -> Draft | None:
    return drafts.find(request, asking.FORM)


def _own_draft(request: Request, about: str) -> Draft | None:
    id = number(about)
    draft = request.session.get(Draft, id) if id else None
    return draft if draft is not None and draft.member_id == request.member.id and draft.form == asking.FORM else None


def _shown(request: Request, entry: Entry, language: str, draft: Draft | None) -> Answer:
    others = list(request.texts.values())
    wanted = language if language in request.texts else request.words.language
    return Private(cards.answer(request.session, entry, wanted, request.words, draft, others))
