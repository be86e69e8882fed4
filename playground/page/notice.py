"""What a workspace has to say to a person about what they just did: there for a while, then gone."""

from __future__ import annotations

import asyncio

from nicegui import background_tasks

from playground.page.elements import button, tag
from playground.words import Words

SECONDS = 12.0


class Notice:
    def __init__(self, words: Words) -> None:
        self._turn = 0
        with tag("div", classes="notice", role="alert") as self._box:
            self._text = tag("p", data_testid="notice")
            button(words.close, self._hide)
        self._hide()

    def say(self, sentence: str) -> None:
        self._turn += 1
        self._text.set_text(sentence)
        self._box.classes(remove="gone")
        background_tasks.create(self._later(self._turn))

    def _hide(self) -> None:
        self._text.set_text("")
        self._box.classes("gone")

    async def _later(self, turn: int) -> None:
        await asyncio.sleep(SECONDS)
        if turn == self._turn and not self._box.is_deleted:
            self._hide()
