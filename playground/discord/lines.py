"""What somebody types after a command, as the options that it fills in."""

from __future__ import annotations

import re

from playground.discord.errors import Json

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, NUMBER = 1, 2, 3, 4, 5, 10
PAIR = re.compile(r"([-_'\w]{1,32}):")


def local(item: Json, locale: str) -> str | None:
    return (item.get("name_localizations") or {}).get(locale)


def fill(command: Json, line: str, locale: str) -> list[Json]:
    options: list[Json] = command.get("options") or []
    if options and options[0]["type"] in (SUBCOMMAND, GROUP):
        word, _, rest = line.partition(" ")
        for option in options:
            if word in (option["name"], local(option, locale)):
                inside = fill(option, rest.strip(), locale)
                return [{"name": option["name"], "type": option["type"], "options": inside}]
        raise ValueError("no such subcommand")
    typed_in = _pairs(options, line)
    missing = [option for option in options if option.get("required") and option["name"] not in typed_in]
    if missing or (line and not typed_in):
        raise ValueError("the client does not send this")
    by_name = {option["name"]: option for option in options}
    return [_value(by_name[name], value) for name, value in typed_in.items()]


def _pairs(options: list[Json], line: str) -> dict[str, str]:
    names = {option["name"] for option in options}
    marks = [mark for mark in PAIR.finditer(line) if mark[1] in names]
    if not marks or marks[0].start() > 0:
        return {options[0]["name"]: line} if options and line else {}
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    return {mark[1]: line[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)}


def _value(option: Json, typed_in: str) -> Json:
    """Raises ValueError for what the client does not let through."""
    value: str | int | bool = typed_in
    if option["type"] == INTEGER:
        value = int(typed_in)
    elif option["type"] == BOOLEAN:
        value = {"true": True, "false": False}[typed_in.lower()]
    elif not (option.get("min_length") or 0) <= len(typed_in) <= (option.get("max_length") or 6000):
        raise ValueError("too short or too long")
    among = option.get("choices")
    if among and value not in [each["value"] for each in among]:
        raise ValueError("not one of the choices")
    return {"name": option["name"], "type": option["type"], "value": value}
