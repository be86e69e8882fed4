"""Buttons, selects, containers: which components a message or a modal may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from playground.discord.errors import Json, Where, Wrong
from playground.discord.shape import (
    Shape,
    choice,
    fields,
    flag,
    many,
    nothing,
    number,
    snowflake,
    text,
    typed,
    url,
)

ROW, BUTTON, SELECT, TEXT_INPUT, SECTION, TEXT = 1, 2, 3, 4, 9, 10
THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL, RADIO, CHECKBOXES = 11, 12, 13, 14, 17, 18, 21, 22
LINK, PREMIUM = 5, 6  # button styles

MOST_COMPONENTS = 40
MOST_TEXT = 4000
MOST_ROWS = 5  # of a message without Components V2


def _component(kind: int, required: Mapping[str, Shape], optional: Mapping[str, Shape]) -> Shape:
    return fields({"type": choice((kind,)), **required}, {"id": number(0, 2**31 - 1), **optional})


_custom_id = text(1, 100)
_emoji = fields({}, {"id": snowflake, "name": text(0, 32), "animated": flag})
_media = fields({"url": url}, {})
_option = fields(
    {"label": text(1, 100), "value": text(1, 100)}, {"description": text(0, 100), "default": flag, "emoji": _emoji}
)
_group_option = fields({"label": text(1, 100), "value": text(1, 100)}, {"description": text(0, 100), "default": flag})
_button = _component(
    BUTTON,
    {"style": number(1, 6)},
    {
        "custom_id": _custom_id,
        "label": text(0, 80),
        "disabled": flag,
        "url": url,
        "sku_id": snowflake,
        "emoji": _emoji,
    },
)
_select = _component(
    SELECT,
    {"custom_id": _custom_id, "options": many(_option, 1, 25)},
    {
        "placeholder": text(0, 150),
        "min_values": number(0, 25),
        "max_values": number(1, 25),
        "disabled": flag,
        "required": flag,
    },
)
_text = _component(TEXT, {"content": text(1, MOST_TEXT)}, {})
_thumbnail = _component(THUMBNAIL, {"media": _media}, {"description": text(1, 1024), "spoiler": flag})
_inside = {
    ROW: _component(ROW, {"components": many(typed({BUTTON: _button, SELECT: _select}), 1, 5)}, {}),
    SECTION: _component(
        SECTION,
        {"components": many(typed({TEXT: _text}), 1, 3), "accessory": typed({BUTTON: _button, THUMBNAIL: _thumbnail})},
        {},
    ),
    TEXT: _text,
    GALLERY: _component(
        GALLERY,
        {"items": many(fields({"media": _media}, {"description": text(1, 1024), "spoiler": flag}), 1, 10)},
        {},
    ),
    FILE: _component(FILE, {"file": _media}, {"spoiler": flag}),
    SEPARATOR: _component(SEPARATOR, {}, {"spacing": number(1, 2), "divider": flag}),
}
_container = _component(
    CONTAINER, {"components": many(typed(_inside), 1, 40)}, {"accent_color": number(0, 0xFFFFFF), "spoiler": flag}
)
MESSAGE_COMPONENTS = many(typed({**_inside, CONTAINER: _container}), 0, MOST_COMPONENTS)

_text_input = _component(
    TEXT_INPUT,
    {"custom_id": _custom_id, "style": number(1, 2)},
    {
        "label": text(1, 45),
        "value": text(0, 4000),
        "placeholder": text(0, 100),
        "required": flag,
        "min_length": number(0, 4000),
        "max_length": number(1, 4000),
    },
)
_radio = _component(RADIO, {"custom_id": _custom_id, "options": many(_group_option, 2, 10)}, {"required": flag})
_checkboxes = _component(
    CHECKBOXES,
    {"custom_id": _custom_id, "options": many(_group_option, 1, 10)},
    {"required": flag, "min_values": number(0, 10), "max_values": number(1, 10)},
)
_label = _component(
    LABEL,
    {
        "label": text(1, 45),
        "component": typed({TEXT_INPUT: _text_input, SELECT: _select, RADIO: _radio, CHECKBOXES: _checkboxes}),
    },
    {"description": text(1, 100)},
)
_input_row = _component(ROW, {"components": many(typed({TEXT_INPUT: _text_input}), 1, 1)}, {})
MODAL = fields(
    {
        "custom_id": _custom_id,
        "title": text(1, 45),
        "components": many(typed({LABEL: _label, TEXT: _text, ROW: _input_row}), 1, 5),
    },
    {"flags": nothing},
)


def walk(components: list[Json], where: Where = ("components",)) -> Iterator[tuple[Where, Json]]:
    """Every component with those inside it, from top to bottom."""
    for index, component in enumerate(components):
        yield from _walk_one(component, (*where, index))


def _walk_one(component: Json, where: Where) -> Iterator[tuple[Where, Json]]:
    yield where, component
    yield from walk(component.get("components", []), (*where, "components"))
    for name in ("accessory", "component"):
        if name in component:
            yield from _walk_one(component[name], (*where, name))


def check_message(components: list[Json], v2: bool, wrong: Wrong) -> None:
    """`components` have the shape already; this is what holds between them."""
    found = list(walk(components))
    if not v2:
        for where, component in found:
            if component["type"] not in (ROW, BUTTON, SELECT):
                wrong.add(where, "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).')
        if len(components) > MOST_ROWS:
            wrong.add(("components",), "BASE_TYPE_BAD_LENGTH", f"Must be between 0 and {MOST_ROWS} in length.")
    if len(found) > MOST_COMPONENTS:
        message = f"The total number of components exceeds {MOST_COMPONENTS}."
        wrong.add(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message)
    if sum(len(component["content"]) for _, component in found if component["type"] == TEXT) > MOST_TEXT:
        message = f"The displayable text exceeds {MOST_TEXT} characters."
        wrong.add(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
    _check_unique(found, wrong)
    for where, component in found:
        _check_one(where, component, wrong)


def check_modal(components: list[Json], wrong: Wrong) -> None:
    """The same for a modal's."""
    found = list(walk(components))
    _check_unique(found, wrong)
    for where, component in found:
        _check_one(where, component, wrong)
        label = component.get("label")
        if component["type"] == TEXT_INPUT and (where[-1] == "component") == (label is not None):
            wrong.add((*where, "label"), "BASE_TYPE_REQUIRED", "A text input is labelled by what it stands in: once.")
        if component["type"] == SELECT and component.get("disabled"):
            wrong.add((*where, "disabled"), "COMPONENT_DISABLED_IN_MODAL", "A select of a modal cannot be disabled.")


def _check_unique(found: list[tuple[Where, Json]], wrong: Wrong) -> None:
    for name in ("custom_id", "id"):
        seen = set()
        for where, component in found:
            value = component.get(name)
            if value and value in seen:
                code = f"COMPONENT_{name.upper()}_DUPLICATED"
                wrong.add((*where, name), code, f"Component {name} cannot be duplicated")
            seen.add(value)


def _check_one(where: Where, component: Json, wrong: Wrong) -> None:
    match component["type"]:
        case 1:
            kinds = [part["type"] for part in component["components"]]
            if len(kinds) > 1 and SELECT in kinds:
                wrong.add((*where, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select fills its row.")
        case 2:
            _check_button(where, component, wrong)
        case 3 | 22:
            _check_options(where, component, wrong)
        case 4:
            _check_lengths(where, component, wrong)


def _check_button(where: Where, button: Json, wrong: Wrong) -> None:
    style = button["style"]
    needed = {LINK: "url", PREMIUM: "sku_id"}.get(style, "custom_id")
    for name in ("custom_id", "url", "sku_id"):
        if (name == needed) != (button.get(name) is not None):
            code = "BASE_TYPE_REQUIRED" if name == needed else "BUTTON_COMPONENT_INVALID_FIELD"
            wrong.add((*where, name), code, f"A button of style {style} has {needed} only.")
    if style != PREMIUM and not button.get("label") and not button.get("emoji"):
        wrong.add((*where, "label"), "BUTTON_COMPONENT_LABEL_REQUIRED", "A button has a label or an emoji.")


def _check_options(where: Where, component: Json, wrong: Wrong) -> None:
    options: list[Json] = component["options"]
    values = [option["value"] for option in options]
    least, most = bounds(component)
    if len(set(values)) < len(values):
        wrong.add((*where, "options"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The values must be unique.")
    if not least <= most <= len(values):
        message = "min_values <= max_values <= number of options must hold."
        wrong.add((*where, "max_values"), "BASE_TYPE_BAD_LENGTH", message)
    if sum(bool(option.get("default")) for option in options) > most:
        wrong.add((*where, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "More defaults than max_values.")


def _check_lengths(where: Where, component: Json, wrong: Wrong) -> None:
    least, most = component.get("min_length") or 0, component.get("max_length") or 4000
    if least > most:
        wrong.add((*where, "min_length"), "BASE_TYPE_BAD_LENGTH", "min_length is greater than max_length.")
    if len(component.get("value") or "") > most:
        wrong.add((*where, "value"), "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def bounds(component: Json) -> tuple[int, int]:
    """How few and how many options may be chosen."""
    options = len(component["options"])
    usual = options if component["type"] == CHECKBOXES else 1
    least, most = component.get("min_values"), component.get("max_values")
    return 1 if least is None else least, most or usual


def with_ids(components: list[Json]) -> list[Json]:
    """A copy as Discord gives it back: each component has an `id`, and no field is null."""
    taken = {component.get("id") for _, component in walk(components)}
    free = (number for number in count(1) if number not in taken)

    def copy(value: Any) -> Any:
        if isinstance(value, list):
            return [copy(item) for item in value]
        if not isinstance(value, dict):
            return value
        numbered = {"id": value.get("id") or next(free)} if "type" in value else {}
        return {name: copy(item) for name, item in {**value, **numbered}.items() if item is not None}

    return [copy(component) for component in components]
