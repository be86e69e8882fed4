"""What is offered while somebody types, below what they type into."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from playground.page.elements import button, tag

PAUSE = 0.25  # seconds without a key, after which it is looked for

Find = Callable[[str], Awaitable[Sequence[tuple[str, str]]]]  # (value, label) of what fits
Take = Callable[[str], Awaitable[None]]


class Suggestions:
    def __init__(self, label: str, find: Find, take: Take) -> None:
        self._find = find
        self._take = take
        self._wanted = ""
        self.element = tag("div", classes="offers", role="group", aria_label=label, data_testid="suggestions")

    def clear(self) -> None:
        self._wanted = ""
        self.element.clear()

    async def follow(self, text: str) -> None:
        """They have typed this so far."""
        self._wanted = text
        await asyncio.sleep(PAUSE)
        found = await self._find(text) if self._is_wanted(text) else ()
        if not self._is_wanted(text):
            return
        self.element.clear()
        with self.element:
            for value, label in found:
                button(label, partial(self._take, value), "offer")

    def _is_wanted(self, text: str) -> bool:
        return self._wanted == text and not self.element.is_deleted
