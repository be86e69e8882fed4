"""From what gets in somebody's way to a concern that can be sent, or to what must change first: what is not for this
channel, its form, who will read it, and under which name."""

from __future__ import annotations

from dataclasses import dataclass

from bot import forms, own_words
from bot.boundary import (
    Button,
    Buttons,
    Choice,
    Form,
    Message,
    Part,
    Quote,
    Text,
    TextField,
)
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.goals import rules
from bot.goals.concerns import TEXT_MOST, WRITE
from bot.own_words import AS, NAMED, TEXT
from bot.people import circles, topics
from bot.people import model as people
from bot.people.audiences import Audience, of_seats
from bot.request import Request
from bot.texts import Words

SHARE, NO, YES = "share", "no", "yes"  # what a draft says besides


@dataclass(frozen=True)
class Written:
    """What a concern will be."""

    text: str
    named: bool
    shareable: bool
    readers: list[people.Seat]


def not_here(request: Request) -> list[Part]:
    """What is not for this channel, before anything is typed."""
    found = topics.not_here(request.session, request.member.district_id, request.member.building_id)
    return own_words.not_for(found, request.words)


def form(request: Request, draft: Draft) -> Form:
    """Filled in with what was typed before."""
    words, typed = request.words, draft.typed
    share = (Choice(NO, words("concern-form-keep")), Choice(YES, words("concern-form-share")))
    hint = words("concern-form-hint")
    fields = (
        TextField(TEXT, words("concern-form-text"), hint, forms.first(typed, TEXT), TEXT_MOST, long=True),
        own_words.name_field(words, typed),
        forms.choices(SHARE, words("concern-form-shown"), share, {SHARE: typed.get(SHARE) or (NO,)}),
    )
    title, submit = words("concern-form-title"), words("question-form-submit")
    return Form(WRITE, title, submit, words("cancel"), fields, str(draft.id))


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, text = request.words, forms.first(typed, TEXT).strip()
    if wrong := own_words.wrong(text, TEXT_MOST, words):
        return wrong
    found = rules.readers(request.session, request.member)
    if not any(seat.acting_id not in (None, request.member.id) for seat in found):
        names = words.either([one.name for one in people.caretakers(request.session, request.member.district_id)])
        return {TEXT: words("concern-wrong-readers", names=names)}
    return Written(text, forms.first(typed, AS) == NAMED, forms.first(typed, SHARE) == YES, found)


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words = request.words
    parts: list[Part] = [
        Text(readers_line(written.readers, words)),
        *_names(request, written),
        Text(words("concern-is-shared" if written.shareable else "concern-is-kept")),
    ]
    do = ("concern.send", "concern.edit", "concern.cancel")
    return own_words.preview(request, draft, written.text, parts, do)


def readers_line(readers: list[people.Seat], words: Words) -> str:
    return words("concern-readers", readers=own_words.readers(readers, words))


def _names(request: Request, written: Written) -> list[Part]:
    """Under which name it goes, and how long the bot can reach its author."""
    words, member, few = request.words, request.member, ""
    building = request.session.get(people.Building, member.building_id) if member.building_id else None
    if building and (count := circles.peers_at(request.session, member, building)) < circles.FEW:
        few = words("concern-few", count=count, building=building.name)
    return own_words.under_name(member.name if written.named else "", words("concern-is-unnamed"), few, words)


def fix(request: Request, draft: Draft, wrong: Wrong) -> Message:
    words = request.words
    typed = forms.first(draft.typed, TEXT)
    again = Button(words("fix-it"), "concern.edit", str(draft.id), "main")
    cancel = Button(words("cancel"), "concern.cancel", str(draft.id))
    back = [Quote(typed)] if typed.strip() else []
    return Message((Text(words("nothing-lost")), *map(Text, wrong.values()), *back, Buttons((again, cancel))))


def readers(_request: Request, written: Written) -> Audience:
    return of_seats(written.readers)


WRITING = Writing(
    WRITE,
    form,
    read,
    preview,
    fix,
    sends="concern.send",
    sent="concern-sent-already",
    dropped="question-cancelled",
    shows=lambda request, written: readers(request, written).named(request.session),
)
