"""The same in another language, written by a person: the sender, or somebody of the sender's group who reads both."""

from __future__ import annotations

from sqlalchemy import select

from bot import approvals, forms, notices, picks
from bot.boundary import Answer, Choice, Form, FormErrors, Message, Private, Quote, Text
from bot.broadcasts import cards, drafting, previews, telling, writing
from bot.broadcasts.drafting import WRITING, lay_out
from bot.broadcasts.model import KEPT, Broadcast, InLanguage, Said
from bot.broadcasts.writing import TEXT, TITLE, WRITTEN_FOR, in_language
from bot.drafts import Draft, Wrong
from bot.forms import first
from bot.people import links
from bot.people.model import Member
from bot.request import Refusal, Request
from bot.texts import Words

OTHER, ASK, WORDS = "broadcast.other", "broadcast.ask-other", "broadcast.words"  # forms, named as what opens them
WHOM = "whom"


def _language(request: Request, own: str) -> Words:
    """The one that is wanted: another than its own."""
    found = request.texts[request.payload(InLanguage).language]
    if found.language == own:
        raise Refusal.saying(request.words("gone"))
    return found


def ask_for_other(request: Request, draft: Draft) -> Answer:
    """The sender writes it."""
    WRITING.refuse_if_sent(request, draft)
    own = first(draft.typed, writing.LANGUAGE) or request.words.language
    language = _language(request, own).language
    titled = not draft.typed.get(writing.OWN)
    said = Said(*(first(draft.typed, in_language(name, language)) for name in (TITLE, TEXT)))
    return _form(request, OTHER, language, said, titled, str(InLanguage(draft.id, language)))


def _form(request: Request, name: str, language: str, said: Said, titled: bool, about: str) -> Form:
    words, in_it = request.words, request.words("language-of", language=language)
    title = writing.title_field(request, said.title, label=words("broadcast-other-subject", language=in_it))
    text = writing.text_field(request, said.text, label=words("broadcast-other-text", language=in_it))
    fields = (title, text) if titled else (text,)
    return Form(name, words("broadcast-other-title"), words("broadcast-other-submit"), words("cancel"), fields, about)


def write_other(request: Request, draft: Draft) -> Answer:
    own = first(draft.typed, writing.LANGUAGE) or request.words.language
    language, alone = _language(request, own).language, bool(draft.typed.get(writing.OWN))
    said = _given(request, alone=alone)
    if wrong := writing.wrong_words(request, said, own=alone):
        return forms.refused(request, wrong, OTHER, TITLE, TEXT)
    original = Said("" if alone else first(draft.typed, TITLE).strip(), first(draft.typed, TEXT).strip())
    kept = {TITLE: said.title, TEXT: said.text, WRITTEN_FOR: writing.written_for(original)}
    more = {in_language(name, language): (value,) for name, value in kept.items()}
    return WRITING.look_over(request, {**draft.typed, **more}, draft)


def _given(request: Request, *, alone: bool) -> Said:
    return Said("" if alone else request.given(TITLE), request.given(TEXT))


# Asking somebody -------------------------------------------------------------------------------------------------


def _readers(request: Request, draft: Draft, language: str) -> list[Choice]:
    """Of the sender's group, those of their building first; of words of something else only who may read those."""
    me = request.member
    mine = [Member.is_of(me.group_id), ~links.is_anothers(), Member.language == language, Member.id != me.id]
    texts = [first(draft.typed, name).strip() for name in draft.typed if name.partition("-")[0] == TEXT]
    drafted_for = writing.drafted(draft.typed, texts)
    if drafted_for is not None:
        mine.append(drafted_for.members())
    found = request.session.scalars(select(Member).where(*mine).order_by(Member.name)).all()
    near = sorted(found, key=lambda one: one.building_id != me.building_id)
    return [Choice(str(one.id), one.name) for one in near]


def ask_whom(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    words, language = request.words, request.payload(InLanguage).language
    offered = _readers(request, draft, language)
    if not offered:
        return forms.say(request, "broadcast-no-reader", language=request.words("language-of", language=language))
    label = words("broadcast-ask-whom")
    field = picks.field(WHOM, label, offered, ASK, words("pick-hint"))
    about = str(InLanguage(draft.id, language))
    return Form(ASK, words("broadcast-ask-title"), words("broadcast-ask-submit"), words("cancel"), (field,), about)


def suggest(request: Request, draft: Draft) -> Answer:
    return forms.suggested(request, _readers(request, draft, request.payload(InLanguage).language))


def ask(request: Request, draft: Draft) -> Answer:
    """It is kept until they have written it, and its sender sends it then."""
    WRITING.refuse_if_sent(request, draft)
    language = request.payload(InLanguage).language
    try:
        chosen = picks.read(_readers(request, draft, language), request.given(WHOM))
    except picks.NotInList:
        raise Refusal.saying(request.words("gone")) from None
    except picks.Unclear as unclear:
        return forms.refused(request, {WHOM: picks.wrong(unclear, request.words)}, ASK)
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    if written.waits_for_files or previews.like_records(request, written):  # its writer decides first
        return WRITING.shown(request, draft, written)
    row = lay_out(request, draft, written)
    row.translator_id = int(chosen.value)
    now = request.now
    notices.tell(request.session, row.translator_id, telling.LANGUAGE, row.id, now, now + KEPT)
    return drafting.shown(request, row)


# Who was asked ---------------------------------------------------------------------------------------------------


def ask_for_words(request: Request, row: Broadcast) -> Answer:
    language = _wanted(request, row)
    said = row.said.get(language, Said("", ""))
    form = _form(request, WORDS, language, said, not row.own, str(row.id))
    return forms.reopened(request, form)


def _wanted(request: Request, row: Broadcast) -> str:
    return next(one.language for one in request.texts.others(row.language))


def write_words(request: Request, row: Broadcast) -> Answer:
    said, language = _given(request, alone=row.own), _wanted(request, row)
    if wrong := writing.wrong_words(request, said, own=row.own):
        return _refused(request, wrong)
    forms.forget_refused(request, WORDS)
    row.put(language, said, request.member)
    row.version = approvals.new_version()
    telling.tell_back(request.session, row, request.now)
    done = Text(request.words("broadcast-words-done", name=cards.author_name(row, request.words)))
    return Private(Message((done, Quote(said.text))))


def _refused(request: Request, wrong: Wrong) -> FormErrors:
    return forms.keep_refused(request, WORDS, WORDS, wrong)


def decline(request: Request, row: Broadcast) -> Answer:
    row.translator_id = None
    telling.tell_back(request.session, row, request.now)
    return forms.say(request, "broadcast-words-declined")
