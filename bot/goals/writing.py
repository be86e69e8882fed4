"""From what gets in somebody's way to a concern that can be sent, or to what must change first: what is not for this
channel, its form, who will read it, and under which name."""

from __future__ import annotations

from dataclasses import dataclass

from bot import forms, review
from bot.authors import KEPT, LONGEST
from bot.boundary import (
    Button,
    Buttons,
    Choice,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Quote,
    Text,
    TextField,
)
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.goals import rules
from bot.goals.concerns import TEXT_MOST, WRITE
from bot.people import circles, records, topics
from bot.people import model as people
from bot.people.audiences import Audience, of_seats
from bot.people.cards import acting_name, contact_lines, seat_title
from bot.request import Request
from bot.texts import Words

TEXT, AS, SHARE = "text", "as", "share"  # what a draft says of it
UNNAMED, NAMED, NO, YES = "unnamed", "named", "no", "yes"


@dataclass(frozen=True)
class Written:
    """What a concern will be."""

    text: str
    named: bool
    shareable: bool
    readers: list[people.Seat]


def not_here(request: Request) -> list[Part]:
    """What is not for this channel, before anything is typed."""
    return not_for(topics.not_here(request.session, request.member.district_id), request.words)


def not_for(found: list[topics.Topic], words: Words) -> list[Part]:
    if not found:
        return [Note(words("question-danger"))]
    lines = "\n".join(f"• {line}" for line in contact_lines(found, words))
    return [Text(f"{words('question-not-here')}\n{lines}"), Note(words("question-danger"))]


def readers_line(readers: list[people.Seat], words: Words) -> str:
    return words("concern-readers", readers=words.listed([_reader(seat, words) for seat in readers]))


def _reader(seat: people.Seat, words: Words) -> str:
    return words("concern-reader", seat=seat_title(seat, words), name=acting_name(seat, words))


def form(request: Request, draft: Draft) -> Form:
    """Filled in with what was typed before."""
    words, typed = request.words, draft.typed
    names = (Choice(UNNAMED, words("concern-form-unnamed")), Choice(NAMED, words("concern-form-named")))
    share = (Choice(NO, words("concern-form-keep")), Choice(YES, words("concern-form-share")))
    hint = words("concern-form-hint")
    fields = (
        TextField(TEXT, words("concern-form-text"), hint, forms.first(typed, TEXT), TEXT_MOST, long=True),
        forms.choices(AS, words("concern-form-as"), names, {AS: typed.get(AS) or (UNNAMED,)}),
        forms.choices(SHARE, words("concern-form-shown"), share, {SHARE: typed.get(SHARE) or (NO,)}),
    )
    title, submit = words("concern-form-title"), words("question-form-submit")
    return Form(WRITE, title, submit, words("cancel"), fields, str(draft.id))


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, text = request.words, forms.first(typed, TEXT).strip()
    if not text:
        return {TEXT: words("concern-wrong-empty")}
    if len(text) > TEXT_MOST:
        return {TEXT: words("concern-wrong-long", count=len(text), most=TEXT_MOST)}
    found = rules.readers(request.session, request.member)
    if not any(seat.acting_id not in (None, request.member.id) for seat in found):
        names = words.either([one.name for one in people.caretakers(request.session, request.member.district_id)])
        return {TEXT: words("concern-wrong-readers", names=names)}
    return Written(text, forms.first(typed, AS) == NAMED, forms.first(typed, SHARE) == YES, found)


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words = request.words
    found = records.find(request.district, written.text, request.now)
    send = Button(words("concern-send"), "concern.send", str(draft.id), "main")
    edit, cancel = (Button(words(name), f"concern.{name}", str(draft.id)) for name in ("edit", "cancel"))
    if found:
        send = Button(words("records-as-is"), "concern.send", review.as_is(draft.id, found))
    return Message(
        (
            Heading(words("question-preview-title")),
            Quote(written.text),
            Text(readers_line(written.readers, words)),
            *_names(request, written),
            Text(words("concern-is-shared" if written.shareable else "concern-is-kept")),
            Note(words("concern-platform", platform=request.act.actor.platform)),
            *review.pointed_out(found, words),
            Buttons((edit, send, cancel) if found else (send, edit, cancel)),
        )
    )


def _names(request: Request, written: Written) -> list[Part]:
    """Under which name it goes, and how long the bot can reach its author."""
    words, member = request.words, request.member
    if written.named:
        return [Text(words("concern-is-named", name=member.name))]
    parts: list[Part] = [Text(words("concern-is-unnamed"))]
    building = request.session.get(people.Building, member.building_id) if member.building_id else None
    if building and (count := circles.peers(request.session, member, building.id)) < circles.FEW:
        parts.append(Text(words("concern-few", count=count, building=building.name)))
    return [*parts, Note(words("concern-way-back", days=KEPT.days, most=LONGEST.days))]


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
    WRITE, form, read, preview, fix, sent="concern-sent-already", dropped="question-cancelled", readers=readers
)
