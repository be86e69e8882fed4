"""The arguments of a request: read from wherever slack_sdk puts them, and checked against what the method takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

from aiohttp import web

from playground.slack.refusal import Json, Refusal

Argument = Literal["string", "flag", "integer", "json"]
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


async def read(request: web.Request) -> Json:
    """Query, form and JSON body in one; it may be read more than once. Raises Refusal."""
    found: Json = dict(request.query)
    if request.method == "GET" or not request.body_exists:
        return found
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise Refusal("invalid_json") from None
        if not isinstance(body, dict):
            raise Refusal("json_not_object")
        return found | body
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return found | dict(await request.post())
    raise Refusal("invalid_post_type")


def token_of(request: web.Request, args: Json) -> str:
    """Takes the token out of the arguments, if that is where it is. Raises Refusal if there is none."""
    given = args.pop("token", "")
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Bearer ") if header.startswith("Bearer ") else given
    if not isinstance(token, str) or not token:
        raise Refusal("not_authed")
    return token


def typed(raw: Json, required: Mapping[str, Argument], optional: Mapping[str, Argument]) -> Json:
    """The arguments with their types. What is null counts as left out. Raises Refusal."""
    given = {name: value for name, value in raw.items() if value is not None}
    unknown = [name[:40] for name in given if name not in required and name not in optional]
    missing = [name for name in required if given.get(name, "") == ""]
    if unknown or missing:
        rules = [f"unknown argument: {name}" for name in unknown]
        raise Refusal("invalid_arguments", *rules, *(f"missing required field: {name}" for name in missing))
    return {name: _READERS[required.get(name) or optional[name]](name, value) for name, value in given.items()}


def _string(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(name, "must be a string")
    return value


def _flag(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() not in _FLAGS:
        raise _wrong(name, "must be a boolean")
    return _FLAGS[str(value).lower()]


def _integer(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _wrong(name, "must be an integer")
    try:
        return int(value)
    except ValueError:
        raise _wrong(name, "must be an integer") from None


def _json(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise _wrong(name, "must be JSON") from None


def _wrong(name: str, rule: str) -> Refusal:
    return Refusal("invalid_arguments", f"{rule} [json-pointer:/{name}]")


_READERS: dict[Argument, Callable[[str, Any], Any]] = {
    "string": _string,
    "flag": _flag,
    "integer": _integer,
    "json": _json,
}
