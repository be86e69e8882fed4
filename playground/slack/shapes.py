"""A small language for what a JSON object may look like. A check takes a value and a pointer to where it stands
(`/blocks/0/text`), and raises Misshapen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any, str], None]


class Misshapen(Exception):
    """Which rule was broken and where; never the value itself."""

    def __init__(self, rule: str, at: str) -> None:
        super().__init__(f"{rule} [json-pointer:{at}]")


def string(most: int, least: int = 1) -> Check:
    def check(value: Any, at: str) -> None:
        if not isinstance(value, str):
            raise Misshapen("must be a string", at)
        if len(value) < least:
            raise Misshapen(f"must be at least {least} characters", at)
        if len(value) > most:
            raise Misshapen(f"must be no more than {most} characters", at)

    return check


def integer(least: int, most: int) -> Check:
    def check(value: Any, at: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise Misshapen("must be an integer", at)
        if not least <= value <= most:
            raise Misshapen(f"must be from {least} to {most}", at)

    return check


def flag(value: Any, at: str) -> None:
    if not isinstance(value, bool):
        raise Misshapen("must be a boolean", at)


def one_of(*allowed: str) -> Check:
    def check(value: Any, at: str) -> None:
        if value not in allowed:
            raise Misshapen(f"must be one of {', '.join(allowed)}", at)

    return check


def matching(pattern: str) -> Check:
    compiled = re.compile(pattern)

    def check(value: Any, at: str) -> None:
        if not isinstance(value, str) or compiled.fullmatch(value) is None:
            raise Misshapen(f"must match {pattern}", at)

    return check


def many(each: Check, least: int, most: int) -> Check:
    def check(value: Any, at: str) -> None:
        if not isinstance(value, list):
            raise Misshapen("must be an array", at)
        if not least <= len(value) <= most:
            raise Misshapen(f"must have from {least} to {most} items", at)
        for index, item in enumerate(value):
            each(item, f"{at}/{index}")

    return check


def thing(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with these fields and no others; a `type` is for `kind` to judge."""
    known = {**required, **(optional or {})}

    def check(value: Any, at: str) -> None:
        if not isinstance(value, dict):
            raise Misshapen("must be an object", at)
        for field in required:
            if field not in value:
                raise Misshapen(f"missing required field: {field}", at)
        for field, inner in value.items():
            if field in known:
                known[field](inner, f"{at}/{field}")
            elif field != "type":
                raise Misshapen(f"unknown field: {field[:40]}", at)

    return check


def kind(table: Mapping[str, Check]) -> Check:
    """An object whose `type` says which of these checks it must pass."""

    def check(value: Any, at: str) -> None:
        if not isinstance(value, dict):
            raise Misshapen("must be an object", at)
        named = value.get("type")
        if not isinstance(named, str) or named not in table:
            raise Misshapen("unsupported type", at)
        table[named](value, at)

    return check


def text(most: int, *, plain: bool = False) -> Check:
    """A text object with 1 to `most` characters; `plain`: nothing but plain_text."""
    words = {"text": string(most)}
    table = {"plain_text": thing(words, {"emoji": flag})}
    if not plain:
        table["mrkdwn"] = thing(words, {"verbatim": flag})
    return kind(table)
