"""Slash commands: what the bot has registered, and what becomes of what a person types."""

from __future__ import annotations

import re
from typing import Any

from playground.discord.errors import Json, Refusal, Where, Wrong
from playground.discord.lines import BOOLEAN, GROUP, INTEGER, STRING, SUBCOMMAND, fill, local
from playground.discord.shape import Shape, choice, either, fields, flag, many, named, number, text, typed
from playground.discord.state import MEMBER_PERMISSIONS, State

CHAT_INPUT, MESSAGE = 1, 3
MOST_COMMANDS = 100
MOST_TEXT = 8000  # names, descriptions and values of one command together
_LOCALES = (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja "
    "zh-TW ko"
)
LOCALES = frozenset(_LOCALES.split())
NAME = re.compile(r"[-_'\w]{1,32}")


def _name(value: Any, where: Where, wrong: Wrong) -> None:
    if not isinstance(value, str) or not NAME.fullmatch(value) or value != value.lower():
        wrong.add(where, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _localized(of: Shape) -> Shape:
    return named(choice(LOCALES), of)


_words: dict[str, Shape] = {"name": _name, "description": text(1, 100)}
_translated: dict[str, Shape] = {
    "name_localizations": _localized(_name),
    "description_localizations": _localized(text(1, 100)),
    "required": flag,
}


def _choices(value: Shape) -> Shape:
    each = fields({"name": text(1, 100), "value": value}, {"name_localizations": _localized(text(1, 100))})
    return many(each, 0, 25)


def _option(kind: int, **more: Shape) -> Shape:
    return fields({"type": choice((kind,)), **_words}, {**_translated, **more})


_length = number(0, 6000)
_amount = number(-(2**53), 2**53)
_simple: dict[int, Shape] = {
    STRING: _option(STRING, min_length=_length, max_length=_length, autocomplete=flag, choices=_choices(text(1, 100))),
    INTEGER: _option(INTEGER, min_value=_amount, max_value=_amount, autocomplete=flag, choices=_choices(_amount)),
    BOOLEAN: _option(BOOLEAN),
}
_subcommand = _option(SUBCOMMAND, options=many(typed(_simple), 0, 25))
_group = _option(GROUP, options=many(typed({SUBCOMMAND: _subcommand}), 0, 25))
_in_a_menu = fields(
    {"type": choice((MESSAGE,)), "name": text(1, 32)},
    {
        "name_localizations": _localized(text(1, 32)),
        "default_member_permissions": either(number(0, 2**54 - 1), text(1, 20)),
        "dm_permission": flag,
        "contexts": many(choice((0, 1, 2)), 1, 3),
        "integration_types": many(choice((0, 1)), 1, 2),
        "nsfw": flag,
        "id": text(1, 20),
    },
)
_typed_in = fields(
    _words,
    {
        "name_localizations": _localized(_name),
        "description_localizations": _localized(text(1, 100)),
        "type": choice((CHAT_INPUT,)),
        "options": many(typed({**_simple, SUBCOMMAND: _subcommand, GROUP: _group}), 0, 25),
        "default_member_permissions": either(number(0, 2**54 - 1), text(1, 20)),
        "dm_permission": flag,
        "contexts": many(choice((0, 1, 2)), 1, 3),
        "integration_types": many(choice((0, 1)), 1, 2),
        "nsfw": flag,
        "id": text(1, 20),
    },
)


def COMMAND(value: Any, where: Where, wrong: Wrong) -> None:
    """Of two kinds: typed in, which is what one is that does not say, or in the menu of a message."""
    in_a_menu = isinstance(value, dict) and value.get("type") == MESSAGE
    (_in_a_menu if in_a_menu else _typed_in)(value, where, wrong)


def _key(body: Json) -> str:
    """Names are unique among those of a kind."""
    return f"message {body['name']}" if body.get("type") == MESSAGE else body["name"]


class Commands:
    """By scope: the guild's id, or empty for those that are everywhere."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._registered: dict[str, dict[str, Json]] = {scope: {} for scope in ("", *state.guilds)}

    def listed(self, scope: str) -> list[Json]:
        return list(self._registered[scope].values())

    def one(self, scope: str, command_id: str) -> Json:
        """Raises Refusal 10063."""
        for command in self._registered[scope].values():
            if command["id"] == command_id:
                return command
        raise Refusal(10063)

    def replace(self, scope: str, bodies: Any) -> list[Json]:
        """Those of the list instead of all there were. Raises Refusal 50035."""
        wrong = Wrong()
        many(COMMAND, 0, MOST_COMMANDS)(bodies, (), wrong)
        wrong.refuse()
        names = [_key(body) for body in bodies]
        for index, body in enumerate(bodies):
            _check(body, (index,), wrong)
            if _key(body) in names[:index]:
                wrong.add((index,), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        wrong.refuse()
        before = self._registered[scope]
        self._registered[scope] = {_key(body): self._command(body, before.get(_key(body))) for body in bodies}
        return self.listed(scope)

    def put(self, scope: str, body: Any) -> tuple[Json, bool]:
        """Adds or overwrites one; and whether it is new. Raises Refusal 50035."""
        wrong = Wrong()
        COMMAND(body, (), wrong)
        wrong.refuse()
        _check(body, (), wrong)
        wrong.refuse()
        before = self._registered[scope].get(_key(body))
        self._registered[scope][_key(body)] = command = self._command(body, before)
        return command, before is None

    def change(self, scope: str, command_id: str, body: Any) -> Json:
        """Raises Refusal 10063 or 50035."""
        before = self.one(scope, command_id)
        whole = {name: value for name, value in before.items() if name not in ("application_id", "version")}
        del self._registered[scope][_key(before)]
        try:
            command, _ = self.put(scope, whole | (body if isinstance(body, dict) else {}))
        except Refusal:
            self._registered[scope][_key(before)] = before
            raise
        command["id"] = command_id
        return command

    def remove(self, scope: str, command_id: str) -> None:
        """Raises Refusal 10063."""
        del self._registered[scope][_key(self.one(scope, command_id))]

    def _command(self, body: Json, before: Json | None) -> Json:
        needed = body.get("default_member_permissions")
        return {
            "name_localizations": None,
            "description_localizations": None,
            "options": [],
            "dm_permission": True,
            "contexts": None,
            "integration_types": [0],
            "nsfw": False,
            **{name: value for name, value in body.items() if value is not None},
            "type": body.get("type", CHAT_INPUT),
            "id": before["id"] if before else self._state.snowflake(),
            "application_id": self._state.bot.id,
            "version": self._state.snowflake(),
            "default_member_permissions": None if needed is None else str(needed),
        }

    def typed(self, name: str, line: str, *, locale: str, guild: str) -> Json:
        """The `data` of the interaction when somebody types `/name line`: words that name a subcommand lead there,
        `option:value` fills an option, and a text without that goes to the first option. Raises ValueError where the
        client would not send it, PermissionError where the command does not show. `guild` is empty in a DM."""
        here = self._registered[""] | self._registered[guild]
        named_so = (one for one in here.values() if name in (one["name"], local(one, locale)))
        if (command := next(named_so, None)) is None:
            raise ValueError("no such command")
        if not _shows(command, in_dm=not guild):
            raise PermissionError("this command cannot be used here")
        data: Json = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT}
        options = fill(command, line.strip(), locale)
        return data | ({"options": options} if options else {})

    def in_menus(self, guild: str) -> list[Json]:
        """Those that the menu of a message there shows. `guild` is empty in a DM."""
        here = self._registered[""] | self._registered.get(guild, {})
        return [one for one in here.values() if one["type"] == MESSAGE and _shows(one, in_dm=not guild)]

    def in_a_menu(self, name: str, message: Json, guild: str) -> Json:
        """The `data` of the interaction when somebody picks it in the menu of a message."""
        command = next((one for one in self.in_menus(guild) if one["name"] == name), None)
        if command is None:
            raise ValueError("no such command")
        data = {"id": command["id"], "name": command["name"], "type": MESSAGE, "target_id": message["id"]}
        return data | {"resolved": {"messages": {message["id"]: message}}}

    def being_typed(self, name: str, line: str, *, locale: str, guild: str) -> Json:
        """The `data` of the interaction while somebody types the first option. Raises as `typed`, and PermissionError
        where the bot offers nothing for it."""
        data = self.typed(name, line, locale=locale, guild=guild)
        here = self._registered[""] | self._registered[guild]
        first = next(iter(here[data["name"]].get("options") or []), {})
        if not first.get("autocomplete"):
            raise PermissionError("nothing is offered here")
        typed = {"name": first["name"], "type": first["type"], "value": line, "focused": True}
        return data | {"options": [typed]}


def _shows(command: Json, *, in_dm: bool) -> bool:
    contexts = command["contexts"]
    if in_dm and not (command["dm_permission"] if contexts is None else 1 in contexts):
        return False
    if not in_dm and contexts is not None and 0 not in contexts:
        return False
    needed = command["default_member_permissions"]
    return needed is None or (needed != "0" and int(needed) & MEMBER_PERMISSIONS == int(needed))


def _check(body: Json, where: Where, wrong: Wrong) -> None:
    """What holds between the parts of a command that has the shape."""
    if _size(body) > MOST_TEXT:
        wrong.add(where, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MOST_TEXT})")
    _check_options(body, where, wrong)


def _check_options(body: Json, where: Where, wrong: Wrong) -> None:
    options: list[Json] = body.get("options") or []
    names = [option["name"] for option in options]
    if len(set(names)) < len(names):
        wrong.add((*where, "options"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique")
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        message = "Required options must be placed before non-required options"
        wrong.add((*where, "options"), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
    nested = [option["type"] in (SUBCOMMAND, GROUP) for option in options]
    if any(nested) and not all(nested):
        message = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        wrong.add((*where, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
    for index, option in enumerate(options):
        _check_options(option, (*where, "options", index), wrong)


def _size(item: Json) -> int:
    """Each text counts with its longest translation."""
    own = sum(
        max(len(item.get(name) or ""), *map(len, (item.get(f"{name}_localizations") or {"": ""}).values()))
        for name in ("name", "description")
    )
    choices = sum(len(each["name"]) + len(str(each["value"])) for each in item.get("choices") or [])
    return own + choices + sum(map(_size, item.get("options") or []))
