"""What was done elsewhere ends in telling one's building: a goal, a meeting. Its words are in the form already, in each
language that they have, as far as all may read them who would; they go no further unless their teller says it anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select

from bot import drafts
from bot.boundary import Answer
from bot.broadcasts import rules, writing
from bot.broadcasts.model import WRITE, Said
from bot.broadcasts.writing import DRAFTED, LANGUAGE, OF, OWN, TEXT, WRITTEN_FOR, YES, in_language, written_for
from bot.drafts import Draft, Typed
from bot.feature import Feature, Retell
from bot.forms import first
from bot.people import own_building
from bot.people.audiences import Audience
from bot.references import RETELL, About
from bot.request import Request, Route


@dataclass(frozen=True)
class Found:
    """What can be told, by language, and who would read it."""

    texts: Mapping[str, str]
    readers: Audience


def find(known: Mapping[str, Retell], request: Request) -> Found | None:
    about, readers = request.payload(About), own_building.readers(request.session, request.member)
    if about.kind not in known or not about.id or not readers.clauses:
        return None
    texts = known[about.kind](request, about.id, readers)
    return Found(texts, readers) if texts else None


def start(request: Request, found: Found) -> Answer:
    """The form, filled in; where they have begun to write it, as they left it."""
    draft = _begun(request)
    if draft is not None and _is_as_drafted(draft):
        request.session.delete(draft)  # nothing in it is theirs, and it may say what was so before
        draft = None
    return writing.form(request, draft or drafts.keep(request, WRITE, _typed(request, found), None))


def _begun(request: Request) -> Draft | None:
    mine = (Draft.member_id == request.member.id, Draft.form == WRITE, Draft.became.is_(None))
    begun = request.session.scalars(select(Draft).where(*mine).order_by(Draft.id.desc()))
    return next((one for one in begun if first(one.typed, OF) == request.about), None)


def _is_as_drafted(draft: Draft) -> bool:
    there = {first(draft.typed, name) for name in draft.typed if name == TEXT or name.startswith(in_language(TEXT, ""))}
    return there <= {"", *draft.typed.get(DRAFTED, ("",))[1:]}


def _typed(request: Request, found: Found) -> Typed:
    language = request.words.language if request.words.language in found.texts else next(iter(found.texts))
    own = found.texts[language]
    typed: dict[str, tuple[str, ...]] = {OWN: (YES,), OF: (request.about,), LANGUAGE: (language,), TEXT: (own,)}
    typed[DRAFTED] = (str(found.readers), *found.texts.values())
    for other, text in found.texts.items():
        if other != language:
            typed[in_language(TEXT, other)] = (text,)
            typed[in_language(WRITTEN_FOR, other)] = (written_for(Said("", own)),)
    return typed


def feature(others: Feature) -> Feature:
    may = (rules.hold_a_seat_of_a_building,)
    return Feature(presses={RETELL: Route(start, may, partial(find, others.retellings))})
