"""Waiting until somebody sees something, and failing with what they see instead."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from playground.person import SeenForm, SeenMessage

PATIENCE = 10.0  # seconds


def values(form: SeenForm, name: str, given: str | Sequence[str]) -> str | list[str]:
    field = next(field for field in form.fields if field.name == name)
    if field.kind not in ("choice", "found"):
        assert isinstance(given, str)
        return given
    values = {label: value for value, label in field.choices}
    return values[given] if isinstance(given, str) else [values[label] for label in given]


async def shown(look: Callable[[], SeenMessage | None], parts: Sequence[str]) -> SeenMessage:
    return await once(look, lambda seen: all(spaced(part) in spaced(seen.text) for part in parts), parts)


def with_all(messages: Sequence[SeenMessage], parts: Sequence[str]) -> SeenMessage | None:
    """The last of those with all of the parts, else the last one."""
    whole = [one for one in messages if all(spaced(part) in spaced(one.text) for part in parts)]
    return (whole or [*messages] or [None])[-1]


def spaced(text: str) -> str:
    """With the space before "PM", where no line may break, like any other."""
    return text.replace("\xa0", " ")


async def with_button(look: Callable[[], SeenMessage | None], label: str) -> SeenMessage:
    return await once(look, lambda seen: any(button.label == label for button in seen.buttons), label)


async def with_search(look: Callable[[], SeenMessage | None], label: str) -> SeenMessage:
    return await once(look, lambda seen: any(search.label == label for search in seen.searches), label)


async def once(
    look: Callable[[], SeenMessage | None], true: Callable[[SeenMessage], bool], wanted: object
) -> SeenMessage:
    until = time.monotonic() + PATIENCE
    while not ((seen := look()) and true(seen)):
        assert time.monotonic() < until, f"{wanted!r} is not in {seen}"
        await asyncio.sleep(0.02)
    return seen
