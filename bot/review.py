"""What somebody typed that others will read, and that looks like part of a student's record: it is pointed out to its
writer, who decides.

A text that waits for its writer's word is sealed, and the key is on the button alone: until they have decided, nobody
else has it, not even the database, and who writes anonymously is not given away by what lies there.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot import drafts
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Submit,
    Text,
)
from bot.drafts import Draft
from bot.payloads import Payload, Sending
from bot.people import records
from bot.people.records import Found
from bot.request import Request, ReviewedForm
from bot.storage import sealing
from bot.texts import Words

HELD = "held"  # the form of such a draft
SEALED = "sealed"
PLACE = ""  # each is bound to its row by a key of its own, which is on its buttons alone
ROOM = 4096  # bytes to whose multiple a text is filled up, so that its length tells nothing
SHOWN = 1500  # characters of a text that are shown with what was found in it
SAYS = {
    records.STUDENT_ID: "records-student-id",
    records.BIRTHDAY: "records-birthday",
    records.EMAIL: "records-email",
    records.NUMBER: "records-number",
    records.OWN: "records-own",
    records.LINK: "records-link",
}


def decided(request: Request, found: Sequence[Found]) -> bool:
    """Whether the button of a preview was pressed that says "as it is", and about just this."""
    return records.mark(found) == request.payload(Sending).sure


def as_is(id: int, found: Sequence[Found]) -> str:
    """What that button is about."""
    return str(Sending(id, records.mark(found)))


def pointed_out(found: Sequence[Found], words: Words) -> list[Part]:
    """To the writer, before it is sent."""
    if not found:
        return []
    lines = (words(SAYS[one.kind], found=one.words[:60]) for one in found[: records.SHOWN])
    return [Text("\n".join(lines)), Note(words("records-why"))]


def hold(request: Request, form: ReviewedForm, act: Submit, sure: str) -> Answer:
    """What its writer is asked; None: there is nothing to ask. `sure` is the mark of what they have decided to leave
    in."""
    text = "\n".join(part for name in form.fields for part in act.fields.get(name, ()))
    found = records.find(request.district, text, request.now)
    if not found or records.mark(found) == sure:
        return None
    words, plain = request.words, json.dumps([act.form, {name: list(values) for name, values in act.fields.items()}])
    about = str(seal(request, HELD, plain, found, act.about))
    buttons = (
        Button(words("edit"), "records.edit", about, "main"),
        Button(words("records-as-is"), "records.as-is", about),
    )
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return Private(
        Message((Text(words("records-not-sent")), Quote(shown), *pointed_out(found, words), Buttons(buttons)))
    )


@dataclass(frozen=True)
class Sealed(Payload):
    """A draft that only its writer can open; the key is on the button alone. `sure` marks what was found in it."""

    draft: int
    key: str
    sure: str
    about: str = ""  # of the form that is held


@dataclass(frozen=True)
class Held:
    draft: Draft
    submit: Submit
    sure: str


def find_held(request: Request) -> Held | None:
    draft, button = drafts.find(request, HELD), request.payload(Sealed)
    if draft is None or (plain := unseal(draft, button)) is None:
        return None
    form, fields = json.loads(plain)
    act = request.act
    submit = Submit(
        id=act.id,
        actor=act.actor,
        place=act.place,
        language=act.language,
        form=form,
        about=button.about,
        fields={name: tuple(values) for name, values in fields.items()},
    )
    return Held(draft, submit, button.sure)


def seal(request: Request, form: str, plain: str, found: Sequence[Found], about: str = "") -> Sealed:
    """Keeps it as a draft of that form."""
    key = sealing.new_key(128)  # as short as a button needs it
    sealed = base64.b64encode(sealing.seal(key, plain.encode(), PLACE, ROOM)).decode()
    draft = drafts.keep(request, form, {SEALED: (sealed,)}, None)
    return Sealed(draft.id, base64.urlsafe_b64encode(key).decode().rstrip("="), records.mark(found), about)


def unseal(draft: Draft, button: Sealed) -> str | None:
    """None: that is not its key."""
    sealed = base64.b64decode(next(iter(draft.typed.get(SEALED, ())), ""))
    try:
        return sealing.unseal(base64.urlsafe_b64decode(f"{button.key}=="), sealed, PLACE).decode()
    except (ValueError, sealing.Broken):
        return None
