"""From an act to the function that answers it, past the rules of its route; and past its writer once more, where what
they typed crosses into a wider place and looks like part of a student's record.

A text that waits for its writer's word is sealed, and the key is on the button alone: until they have decided, nobody
else has it, not even the database, and who writes anonymously is not given away by what lies there.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot import drafts
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    ChoiceField,
    Field,
    Form,
    Message,
    Note,
    Part,
    Press,
    Private,
    Quote,
    Submit,
    Text,
    TextField,
)
from bot.drafts import Draft, Typed
from bot.people import records
from bot.people.records import Found
from bot.request import Refusal, Request, Route
from bot.texts import Words

HELD = "held"  # the form under which such a draft lies, whatever form it was
SEALED = "sealed"
NONCE = 12  # bytes
ROOM = 4096  # bytes to whose multiple a text is filled up, so that its length tells nothing
SHOWN = 1500  # characters of a text that are shown with what was found in it
SAYS = {
    records.STUDENT_ID: "records-student-id",
    records.BIRTHDAY: "records-birthday",
    records.EMAIL: "records-email",
    records.NUMBER: "records-number",
    records.OWN: "records-own",
}


@dataclass(frozen=True)
class ReviewedForm:
    """A form that others read: the press that opens it, and the fields with what they read."""

    opens: str
    fields: tuple[str, ...]


def follow(request: Request, route: Route | None, wider: ReviewedForm | None = None, sure: str = "") -> Answer:
    """`sure`: the mark of what its writer has decided to leave in."""
    if route is None:
        raise Refusal.saying(request.words("gone"))
    about = None
    if route.find is not None and not (route.begins and not request.about):
        about = route.find(request)
        if about is None:
            raise Refusal.saying(request.words(route.gone))
    for rule in route.may:
        rule(request, about)
    if wider and isinstance(request.act, Submit):
        text = "\n".join(part for name in wider.fields for part in request.act.fields.get(name, ()))
        found = records.find(request.district, text, request.now)
        if found and records.mark(found) != sure:
            return _hold(request, request.act, text, found)
    return route.run(request, about)


def decided(request: Request, found: Sequence[Found]) -> bool:
    """Whether the button of a preview was pressed that says "as it is", and about just this."""
    return records.mark(found) == request.about.partition(":")[2]


def as_is(id: int, found: Sequence[Found]) -> str:
    """What that button is about."""
    return f"{id}:{records.mark(found)}" if found else str(id)


def pointed_out(found: Sequence[Found], words: Words) -> list[Part]:
    """To whoever wrote it, before it is sent."""
    if not found:
        return []
    lines = (words(SAYS[one.kind], found=one.words[:60]) for one in found[: records.SHOWN])
    return [Text("\n".join(lines)), Note(words("records-why"))]


# What waits for its writer's word --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Held:
    draft: Draft
    submit: Submit
    sure: str


def find_held(request: Request) -> Held | None:
    draft = drafts.find(request, HELD)
    _, _, rest = request.about.partition(":")
    key, _, rest = rest.partition(":")
    sure, _, about = rest.partition(":")
    if draft is None or draft.member_id != request.member.id or (opened := _open(draft, key)) is None:
        return None
    form, fields = opened
    act = request.act
    submit = Submit(
        id=act.id, actor=act.actor, place=act.place, language=act.language, form=form, about=about, fields=fields
    )
    return Held(draft, submit, sure)


def send_as_is(forms: Mapping[str, Route], wider: Mapping[str, ReviewedForm]) -> Callable[[Request, Held], Answer]:
    """As if the form came in once more, and all that may have changed meanwhile is asked again."""

    def run(request: Request, held: Held) -> Answer:
        form = held.submit.form
        answer = follow(replace(request, act=held.submit), forms.get(form), wider.get(form), held.sure)
        request.session.delete(held.draft)
        return answer

    return run


def edit(presses: Mapping[str, Route], wider: Mapping[str, ReviewedForm]) -> Callable[[Request, Held], Answer]:
    """Opens the form again, with what was typed."""

    def run(request: Request, held: Held) -> Answer:
        act, way = held.submit, wider.get(held.submit.form)
        do = way.opens if way else ""
        press = Press(id=act.id, actor=act.actor, place=act.place, language=act.language, do=do, about=act.about)
        answer = follow(replace(request, act=press), presses.get(do))
        if not isinstance(answer, Form):
            return answer
        return replace(answer, fields=tuple(_filled_in(field, act.fields) for field in answer.fields))

    return run


def _hold(request: Request, act: Submit, text: str, found: Sequence[Found]) -> Answer:
    words, key = request.words, AESGCM.generate_key(128)
    draft = drafts.keep(request, HELD, {SEALED: (_seal(act, key),)}, None)
    about = ":".join((str(draft.id), _written(key), records.mark(found), act.about))
    buttons = (
        Button(words("edit"), "records.edit", about, "main"),
        Button(words("records-as-is"), "records.as-is", about),
    )
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return Private(
        Message((Text(words("records-not-sent")), Quote(shown), *pointed_out(found, words), Buttons(buttons)))
    )


def _seal(act: Submit, key: bytes) -> str:
    plain = json.dumps([act.form, {name: list(values) for name, values in act.fields.items()}]).encode()
    plain += b" " * (-len(plain) % ROOM)
    nonce = os.urandom(NONCE)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, plain, None)).decode()


def _open(draft: Draft, key: str) -> tuple[str, Typed] | None:
    """None: that is not its key."""
    sealed = base64.b64decode(next(iter(draft.typed.get(SEALED, ())), ""))
    try:
        raw = base64.urlsafe_b64decode(f"{key}==")
        form, fields = json.loads(AESGCM(raw).decrypt(sealed[:NONCE], sealed[NONCE:], None))
    except (ValueError, InvalidTag):
        return None
    return form, {name: tuple(values) for name, values in fields.items()}


def _written(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode().rstrip("=")


def _filled_in(field: Field, typed: Typed) -> Field:
    values = typed.get(field.name)
    if values is None:
        return field
    if isinstance(field, TextField):
        return replace(field, value=next(iter(values), "")[: field.most])
    if isinstance(field, ChoiceField):
        return replace(field, chosen=tuple(one.value for one in field.choices if one.value in values))
    return field
