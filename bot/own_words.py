"""Somebody's own words, with their name or without, looked over before they go: what gets in their way, and what they
say to a board."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import drafts, forms, remains, review
from bot.authors import KEPT, LONGEST
from bot.boundary import Button, Buttons, Choice, ChoiceField, Heading, Message, Note, Part, Quote, Text
from bot.drafts import Draft, Typed, Wrong
from bot.people import records, topics
from bot.people.cards import acting_name, contact_lines, seat_title
from bot.people.model import Seat
from bot.request import Request
from bot.texts import Words

TEXT, AS = "text", "as"  # what a draft says of it
UNNAMED, NAMED = "unnamed", "named"


def not_for(found: list[topics.Topic], words: Words) -> list[Part]:
    """What is not for this channel, before anything is typed."""
    if not found:
        return [Note(words("question-danger"))]
    lines = "\n".join(f"• {line}" for line in contact_lines(found, words))
    return [Text(f"{words('question-not-here')}\n{lines}"), Note(words("question-danger"))]


def readers(seats: list[Seat], words: Words) -> str:
    names = [words("concern-reader", seat=seat_title(seat, words), name=acting_name(seat, words)) for seat in seats]
    return words.listed(names)


def name_field(words: Words, typed: Typed) -> ChoiceField:
    names = (Choice(UNNAMED, words("concern-form-unnamed")), Choice(NAMED, words("concern-form-named")))
    return forms.choices(AS, words("concern-form-as"), names, {AS: typed.get(AS) or (UNNAMED,)})


def wrong(text: str, most: int, words: Words) -> Wrong:
    """Empty: nothing."""
    if not text:
        return {TEXT: words("concern-wrong-empty")}
    return {TEXT: words("concern-wrong-long", count=len(text), most=most)} if len(text) > most else {}


def under_name(name: str, unnamed: str, few: str, words: Words) -> list[Part]:
    """`name`: empty where it goes without; then `unnamed` says what its readers read instead, `few` (empty: they are
    not) how easily it is guessed, and a note how long the bot can reach its author."""
    if name:
        return [Text(words("concern-is-named", name=name))]
    way_back = Note(words("concern-way-back", days=KEPT.days, most=LONGEST.days))
    return [*map(Text, filter(None, (unnamed, few))), way_back]


def forget_repeated(session: Session, draft: Draft) -> None:
    """It was said before, perhaps without a name: its draft would say by whom."""
    drafts.forget_unnamed(session, draft, TEXT)
    remains.leave(session, remains.DRAFTS, destroyed=False)


def preview(request: Request, draft: Draft, text: str, parts: list[Part], do: tuple[str, str, str]) -> Message:
    """Who reads it under which name is in `parts`; `do`: what the presses do that send it, open it again, drop it."""
    words, found = request.words, records.find(request.district, text, request.now)
    to_send, to_edit, to_cancel = do
    send = Button(words("concern-send"), to_send, str(draft.id), "main")
    if found:
        send = Button(words("records-as-is"), to_send, review.as_is(draft.id, found))
    edit, cancel = Button(words("edit"), to_edit, str(draft.id)), Button(words("cancel"), to_cancel, str(draft.id))
    return Message(
        (
            Heading(words("question-preview-title")),
            Quote(text),
            *parts,
            Note(words("concern-platform", platform=request.act.actor.platform)),
            *review.pointed_out(found, words),
            Buttons((edit, send, cancel) if found else (send, edit, cancel)),
        )
    )
