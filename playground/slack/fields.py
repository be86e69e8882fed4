"""The inputs of a modal: what stands in them, what a person may put there, and how Slack reports it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from playground.person import Kind, SeenField
from playground.slack.elements import options_of
from playground.slack.mrkdwn import unescape
from playground.slack.refusal import Json

State = dict[str, dict[str, Json]]  # by block_id, by action_id: view.state.values

_WHERE = {  # the field of a state value that holds what was entered
    "plain_text_input": "value",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "static_select": "selected_option",
    "radio_buttons": "selected_option",
    "multi_static_select": "selected_options",
    "external_select": "selected_option",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
}
_KINDS: dict[str, Kind] = {
    "datepicker": "date",
    "timepicker": "time",
    "external_select": "found",
    "multi_external_select": "found",
}
_INITIAL = {
    "value": "initial_value",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
}


def initial(elements: Sequence[tuple[str, Json]], before: State | None = None) -> State:
    """The state of a view that was just opened or updated. `elements` are (block_id, element); what was entered stays
    where block_id, action_id and type stayed."""
    state: State = {}
    for block_id, element in elements:
        if element["type"] not in _WHERE:
            continue
        where = _WHERE[element["type"]]
        empty: Any = [] if where == "selected_options" else None
        value = {"type": element["type"], where: element.get(_INITIAL[where], empty)}
        old = (before or {}).get(block_id, {}).get(element["action_id"], value)
        state.setdefault(block_id, {})[element["action_id"]] = old if old["type"] == element["type"] else value
    return state


def enter(block: Json, value: str | Sequence[str], options: Sequence[Json]) -> Json:
    """The state value of an input block after a person put `value` in; `options` are all that can be chosen there.
    Raises ValueError where the client would not take it."""
    element = block["element"]
    where = _WHERE[element["type"]]
    given = [value] if isinstance(value, str) else list(value)
    given = [each for each in given if each]
    if where == "selected_options":
        most = element.get("max_selected_items", len(options))
        if len(given) > most:
            raise ValueError(f"at most {most} may be chosen")
        return {"type": element["type"], where: [_option(options, each) for each in given]}
    if len(given) > 1:
        raise ValueError("only one may be given")
    if where == "selected_option":
        return {"type": element["type"], where: _option(options, given[0]) if given else None}
    return {"type": element["type"], where: _READERS[element["type"]](element, given[0]) if given else None}


def standing(block: Json, state: State) -> list[Json]:
    """The options that are chosen there now."""
    chosen = state[block["block_id"]][block["element"]["action_id"]][_WHERE[block["element"]["type"]]]
    return chosen if isinstance(chosen, list) else [chosen] if isinstance(chosen, dict) else []


def missing(block: Json, state: State) -> bool:
    """Whether the client would not send the form yet, because this input is empty and not optional."""
    value = state[block["block_id"]][block["element"]["action_id"]]
    return not block.get("optional") and not value[_WHERE[value["type"]]]


def seen(block: Json, state: State, error: str) -> SeenField:
    """An input block as it is displayed. Its name is its block_id, which is also how errors name it."""
    element = block["element"]
    value = state[block["block_id"]][element["action_id"]][_WHERE[element["type"]]]
    several = element["type"] in ("multi_static_select", "multi_external_select", "checkboxes")
    chosen = standing(block, state)
    options = options_of(element) or chosen
    return SeenField(
        name=block["block_id"],
        label=unescape(block["label"]["text"]),
        kind=_KINDS.get(element["type"], "choice" if options else "text"),
        hint=unescape(block.get("hint", {}).get("text", "")),
        placeholder=unescape(element.get("placeholder", {}).get("text", "")),
        value="" if options or not value else str(value),
        long=bool(element.get("multiline")),
        most=_most(element, several),
        choices=tuple((option["value"], unescape(option["text"]["text"])) for option in options),
        chosen=tuple(option["value"] for option in chosen),
        error=error,
    )


def _most(element: Json, several: bool) -> int:
    if element["type"] == "plain_text_input":
        return int(element.get("max_length", 3000))
    return int(element.get("max_selected_items", len(options_of(element)) or 100)) if several else 1


def _option(options: Sequence[Json], value: str) -> Json:
    found = next((option for option in options if option["value"] == value), None)
    if found is None:
        raise ValueError("no such choice")
    return found


def _typed(element: Json, value: str) -> str:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if not least <= len(value) <= most:
        raise ValueError(f"takes from {least} to {most} characters")
    return value if element.get("multiline") else re.sub(r"[\r\n]+", " ", value)


def _date(element: Json, value: str) -> str:
    return dt.date.fromisoformat(value).isoformat()


def _time(element: Json, value: str) -> str:
    return dt.time.fromisoformat(value).strftime("%H:%M")


def _moment(element: Json, value: str) -> int:
    return int(value) if value.isdigit() else int(dt.datetime.fromisoformat(value).timestamp())


_READERS: dict[str, Callable[[Json, str], Any]] = {
    "plain_text_input": _typed,
    "datepicker": _date,
    "timepicker": _time,
    "datetimepicker": _moment,
}
