"""Acts as text, and what came of them, for the same act to be played once more in a later version."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from structlog.testing import capture_logs

from bot import boundary
from bot.boundary import (
    Account,
    Act,
    Address,
    Answer,
    ChoiceField,
    Form,
    FormErrors,
    PickField,
    Private,
    Prose,
    Suggestions,
)
from bot.frame import Frame

ENDS = ("done", "refused", "repeated", "busy", "failed")  # what the frame logs of an act
SAID = 90  # characters of an answer that a reader of the record sees

Json = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """`end` is one of ENDS, `kind` what the person is shown, with a form's name. `mentions` are the words of members
    in it, which no change of our own words touches."""

    end: str
    kind: str
    says: str
    mentions: list[str]


async def play(frame: Frame, act: Act, known: Collection[str] = ()) -> tuple[Answer, Outcome]:
    """`known`: words of members that may be in the answer."""
    with capture_logs() as logged:
        answer = await frame.handle(act)
    ends = [one["event"] for one in logged if one["event"] in ENDS]
    shown = words(answer)
    kind = f"{type(answer).__name__} {answer.name}" if isinstance(answer, Form) else type(answer).__name__
    mentioned = sorted(one for one in known if one in shown)
    return answer, Outcome(ends[-1] if ends else "", kind, shown.partition("\n")[0][:SAID], mentioned)


def words(answer: Answer) -> str:
    """All that it shows."""
    match answer:
        case Private() | FormErrors():
            return answer.message.text()
        case Form():
            return "\n".join([answer.title, *(shown for one in answer.fields for shown in _shown(one))])
        case Suggestions():
            return "\n".join(one.label for one in answer.choices)
    return ""


def _shown(field: boundary.Field) -> list[str]:
    match field:
        case ChoiceField():
            return [one.label for one in field.choices]
        case PickField():
            return [*(one.label for one in field.choices if one.value in field.chosen), field.typed]
    return [field.value]


def to_json(act: Act) -> Json:
    """Without what says nothing."""
    told: Json = {"act": type(act).__name__}
    for field in dataclasses.fields(act):
        value = getattr(act, field.name)
        if field.name in ("id", "prose", "files") or value in ("", None, {}):
            continue
        told[field.name] = str(value) if isinstance(value, Account | Address) else value
    return told


def from_json(told: Json, id: str) -> Act:
    made = getattr(boundary, told["act"])
    given = {name: value for name, value in told.items() if name != "act"} | {"id": id}
    given["actor"] = Account.parse(given["actor"])
    if "place" in given:
        given["place"] = Address.parse(given["place"])
    if "fields" in given:
        given["fields"] = {name: tuple(values) for name, values in given["fields"].items()}
    if "message" in given:
        given["prose"] = Prose.plain(given["text"])
    act: Act = made(**given)
    return act
