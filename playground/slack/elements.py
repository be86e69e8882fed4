"""What stands inside of blocks: buttons, menus and inputs, and which shapes Slack takes them in."""

from __future__ import annotations

from playground.slack.refusal import Json
from playground.slack.shapes import Check, Misshapen, flag, integer, kind, many, matching, one_of, string, text, thing

ID = string(255)
_PLAIN_75 = text(75, plain=True)
_OPTION = {"text": _PLAIN_75, "value": string(150)}
_DESCRIBED = {"description": _PLAIN_75}
_SELECT_OPTION = thing(_OPTION, _DESCRIBED)
_TICK_OPTION = thing({"text": text(75), "value": string(150)}, {"description": text(75)})
_GROUP = thing({"label": _PLAIN_75, "options": many(_SELECT_OPTION, 1, 100)})
_CONFIRM = thing(
    {"title": text(100, plain=True), "text": text(300), "confirm": text(30, plain=True), "deny": text(30, plain=True)},
    {"style": one_of("primary", "danger")},
)
_ACTION = {"action_id": ID, "confirm": _CONFIRM}
_INPUT = {**_ACTION, "focus_on_load": flag}
_TYPED = {**_INPUT, "placeholder": text(150, plain=True)}
_SELECT = {
    **_TYPED,
    "options": many(_SELECT_OPTION, 1, 100),
    "option_groups": many(_GROUP, 1, 100),
}
_EXTERNAL = {**_TYPED, "min_query_length": integer(0, 3000)}
_SEVERAL = {"initial_options": many(_SELECT_OPTION, 1, 100), "max_selected_items": integer(1, 100)}
_DISPATCH = thing({"trigger_actions_on": many(one_of("on_enter_pressed", "on_character_entered"), 1, 2)})
_DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME = r"([01]\d|2[0-3]):[0-5]\d"

ELEMENTS: dict[str, Check] = {
    "button": thing(
        {"text": _PLAIN_75},
        {
            **_ACTION,
            "value": string(2000),
            "url": string(3000),
            "style": one_of("primary", "danger"),
            "accessibility_label": string(75),
        },
    ),
    "overflow": thing({"options": many(thing(_OPTION, {**_DESCRIBED, "url": string(3000)}), 1, 5)}, _ACTION),
    "static_select": thing({}, {**_SELECT, "initial_option": _SELECT_OPTION}),
    "external_select": thing({}, {**_EXTERNAL, "initial_option": _SELECT_OPTION}),
    "multi_external_select": thing({}, {**_EXTERNAL, **_SEVERAL}),
    "multi_static_select": thing({}, {**_SELECT, **_SEVERAL}),
    "radio_buttons": thing({"options": many(_TICK_OPTION, 1, 10)}, {**_INPUT, "initial_option": _TICK_OPTION}),
    "checkboxes": thing(
        {"options": many(_TICK_OPTION, 1, 10)}, {**_INPUT, "initial_options": many(_TICK_OPTION, 1, 10)}
    ),
    "datepicker": thing({}, {**_TYPED, "initial_date": matching(_DATE)}),
    "timepicker": thing({}, {**_TYPED, "initial_time": matching(_TIME), "timezone": string(100)}),
    "datetimepicker": thing({}, {**_INPUT, "initial_date_time": integer(1_000_000_000, 9_999_999_999)}),
    "plain_text_input": thing(
        {},
        {
            "action_id": ID,
            "placeholder": text(150, plain=True),
            "focus_on_load": flag,
            "initial_value": string(3000),
            "multiline": flag,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
            "dispatch_action_config": _DISPATCH,
        },
    ),
    "image": thing({"image_url": string(3000), "alt_text": string(2000)}),
}

_MENUS = ("static_select", "radio_buttons", "checkboxes", "datepicker", "timepicker")
EXTERNAL = ("external_select", "multi_external_select")  # the app says what may be chosen, while somebody types
IN_INPUT = (*_MENUS, *EXTERNAL, "multi_static_select", "datetimepicker", "plain_text_input")


def elements(*names: str) -> Check:
    return kind({name: ELEMENTS[name] for name in names})


ACCESSORY = elements("button", "overflow", "image", "multi_static_select", *_MENUS)
ACTION = elements("button", "overflow", "datetimepicker", "external_select", *_MENUS)
OFFERED = thing({"options": many(_SELECT_OPTION, 0, 100)})  # what is said to somebody who types into one
INPUT = elements(*IN_INPUT)


def options_of(element: Json) -> list[Json]:
    """Everything that can be chosen, groups laid flat."""
    grouped = [option for group in element.get("option_groups", ()) for option in group["options"]]
    return [*element.get("options", ()), *grouped]


def check_sense(element: Json, at: str) -> None:
    """What a shape cannot say: whether the fields of an element fit each other."""
    if element["type"] in ("static_select", "multi_static_select") and ("options" in element) == (
        "option_groups" in element
    ):
        raise Misshapen("needs either options or option_groups", at)
    options = options_of(element)
    values = [option["value"] for option in options]
    if len(set(values)) != len(values):
        raise Misshapen("option values must differ", at)
    initial = element.get("initial_options", [element["initial_option"]] if "initial_option" in element else [])
    if element["type"] not in EXTERNAL and any(option not in options for option in initial):
        raise Misshapen("initial options must be among the options", at)
    if len(initial) > element.get("max_selected_items", len(initial)):
        raise Misshapen("more initial options than max_selected_items", at)
    longest = element.get("max_length", 3000)
    if element.get("min_length", 0) > longest or len(element.get("initial_value", "")) > longest:
        raise Misshapen("max_length is too small", at)
