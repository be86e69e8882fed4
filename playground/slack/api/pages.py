"""Lists of any length, a page at a time, with a cursor to the next."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import TypeVar

from playground.slack.arguments import Argument
from playground.slack.refusal import Json, Refusal

_T = TypeVar("_T")
_CURSOR = "next:"
_DEFAULT_LIMIT = 100
ARGUMENTS: dict[str, Argument] = {"cursor": "string", "limit": "integer"}


def cut(items: list[_T], args: Json, key: Callable[[_T], str]) -> tuple[list[_T], str]:
    """The first page, and the cursor of the next one: it names the last item of this, so nothing shifts."""
    limit = args.get("limit") or _DEFAULT_LIMIT
    if not 1 <= limit <= 999:
        raise Refusal("invalid_limit")
    page = items[:limit]
    cursor = base64.b64encode(f"{_CURSOR}{key(page[-1])}".encode()).decode() if len(items) > limit else ""
    return page, cursor


def after(args: Json) -> str:
    """What the cursor names; empty if there is none."""
    if not args.get("cursor"):
        return ""
    try:
        text = base64.b64decode(args["cursor"], validate=True).decode()
    except (binascii.Error, ValueError):
        raise Refusal("invalid_cursor") from None
    if not text.startswith(_CURSOR):
        raise Refusal("invalid_cursor")
    return text.removeprefix(_CURSOR)
