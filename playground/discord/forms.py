"""A modal: what a person sees of it, and what is sent when it is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from playground.discord import eye, markdown
from playground.discord.components import LABEL, ROW, TEXT, TEXT_INPUT, bounds
from playground.discord.errors import Json
from playground.person import SeenField, SeenForm, SeenMessage

MOST_TEXT = 4000
SUBMIT = {"es-ES": "Enviar", "es-419": "Enviar"}  # Discord's own label, in English where it is not here


def seen(data: Json, how: markdown.Names, locale: str) -> SeenForm:
    """`data` is that of the callback."""
    inputs = tuple(_seen_field(label, component) for label, component in _inputs(data))
    texts = [component for component in data["components"] if component["type"] == TEXT]
    lines = tuple(eye.component_lines(texts, how))
    shown = SeenMessage(id="", channel="", author="", lines=lines) if lines else None
    return SeenForm(title=data["title"], submit=SUBMIT.get(locale, "Submit"), fields=inputs, shown=shown)


def _inputs(data: Json) -> list[tuple[Json, Json]]:
    """Each input with what labels it."""
    pairs = []
    for top in data["components"]:
        if top["type"] == LABEL:
            pairs.append((top, top["component"]))
        elif top["type"] == ROW:
            pairs += [(one, one) for one in top["components"]]
    return pairs


def _seen_field(label: Json, component: Json) -> SeenField:
    name, hint, placeholder = component["custom_id"], label.get("description", ""), component.get("placeholder", "")
    if component["type"] == TEXT_INPUT:
        return SeenField(
            name=name,
            label=label["label"],
            kind="text",
            hint=hint,
            placeholder=placeholder,
            value=component.get("value", ""),
            long=component["style"] == 2,
            most=component.get("max_length", MOST_TEXT),
        )
    options: list[Json] = component["options"]
    return SeenField(
        name=name,
        label=label["label"],
        kind="choice",
        hint=hint,
        placeholder=placeholder,
        most=bounds(component)[1],
        choices=tuple((option["value"], option["label"]) for option in options),
        chosen=tuple(option["value"] for option in options if option.get("default")),
    )


def filled(data: Json, values: Mapping[str, str | Sequence[str]]) -> Json:
    """The `data` of the interaction that sends it in; a field that `values` does not name stays as it stands. Raises
    ValueError for a field that is not there and for what the client would not send."""
    if values.keys() - {component["custom_id"] for _, component in _inputs(data)}:
        raise ValueError("no such field")
    return {"custom_id": data["custom_id"], "components": [_filled(top, values) for top in data["components"]]}


def _filled(top: Json, values: Mapping[str, str | Sequence[str]]) -> Json:
    head = {"type": top["type"], "id": top["id"]}
    if top["type"] == LABEL:
        return head | {"component": _answer(top["component"], values)}
    if top["type"] == ROW:
        return head | {"components": [_answer(one, values) for one in top["components"]]}
    return head


def _answer(component: Json, values: Mapping[str, str | Sequence[str]]) -> Json:
    name = component["custom_id"]
    head: dict[str, Any] = {"type": component["type"], "id": component["id"], "custom_id": name}
    given = values.get(name)
    if component["type"] == TEXT_INPUT:
        return head | {"value": _text(component, given)}
    if isinstance(given, str):
        given = (given,)
    chosen = _chosen(component, given)
    return head | ({"value": next(iter(chosen), None)} if component["type"] == 21 else {"values": chosen})


def _text(component: Json, given: str | Sequence[str] | None) -> str:
    text = component.get("value", "") if given is None else given
    least, most = component.get("min_length", 0), component.get("max_length", MOST_TEXT)
    if not isinstance(text, str):
        raise ValueError("a text field takes one text")
    if not text and not component.get("required", True):
        return ""
    if not max(least, int(component.get("required", True))) <= len(text) <= most:
        raise ValueError("too short or too long")
    return text


def _chosen(component: Json, given: Sequence[str] | None) -> list[str]:
    options: list[Json] = component["options"]
    standing = [option["value"] for option in options if option.get("default")]
    chosen = standing if given is None else list(given)
    least, most = bounds(component)
    if not chosen and not component.get("required", True):
        return []
    if len(set(chosen)) < len(chosen) or not max(least, 1) <= len(chosen) <= most:
        raise ValueError("too few or too many chosen")
    if not set(chosen) <= {option["value"] for option in options}:
        raise ValueError("not one of the choices")
    return chosen
