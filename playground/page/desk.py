"""The whole page as one tab of a browser has it: a head, the clock, and a seat at each workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

from nicegui import ui

from playground.page.clock import Clock, ClockBar
from playground.page.column import Column
from playground.page.elements import button, tag
from playground.page.sides import Seat, Side
from playground.page.tabs import Tabs
from playground.words import LANGUAGES, Words, load

_EVERY = 0.5  # seconds between two looks at what has changed
_CLOCK_EVERY = 3.0


class Desk:
    """Redrawn as a whole when its language changes; seats and what is being written are kept."""

    def __init__(self, sides: Sequence[Side], clock: Clock | None, language: str, tries: Mapping[str, str]) -> None:
        self._sides = sides
        self._clock = clock
        self._tries = tries
        self._language = language if language in LANGUAGES else LANGUAGES[0]
        self._seats = {side.key: Seat() for side in sides}
        self._columns: dict[str, Column] = {}
        self._page = tag("div", classes="page")
        self._draw(sides[0].key)
        ui.timer(_EVERY, self._refresh)
        ui.timer(_CLOCK_EVERY, self._tick)

    def seat(self, chosen: Mapping[str, str]) -> None:
        """`chosen` are user ids by side; who is not known is left out."""
        for side in self._sides:
            if side.knows(chosen.get(side.key, "")):
                self._columns[side.key].choose(chosen[side.key])

    def _draw(self, shown: str) -> None:
        words = load(self._language)
        self._page.clear()
        with self._page:
            self._draw_head(words)
            self._bar = ClockBar(self._clock, words) if self._clock is not None else None
            self._tabs = Tabs(self._sides, words, shown)
            with tag("div", classes="desk"):  # the whole page is inside a <main> of NiceGUI's
                for side in self._sides:
                    column = Column(side, self._seats[side.key], words, self._language, self._remember)
                    self._columns[side.key] = column
                    self._tabs.own(side.key, column)
        self._remember()

    def _draw_head(self, words: Words) -> None:
        with tag("header", classes="head"):
            with tag("div", classes="head-line"):
                tag("h1", words.heading)
                with tag("div", classes="languages", role="group", aria_label=words.language_switch):
                    for language in LANGUAGES:
                        chosen = "true" if language == self._language else "false"
                        name = load(language).language
                        button(name, partial(self._speak, language), lang=language, aria_pressed=chosen)
            with tag("p", classes="intro"):
                tag("span", words.intro)
                tag("span", words.try_this, "try")
                tag("span", self._tries.get(self._language, ""))

    def _speak(self, language: str) -> None:
        self._language = language
        self._draw(self._tabs.shown)
        self._page.client.run_javascript("document.querySelector('.languages [aria-pressed=true]').focus()")

    def _remember(self) -> None:
        """Keeps seats and language in the address, so that a reload or a bookmark comes back to them."""
        seats: dict[str, str] = {key: seat.person.id for key, seat in self._seats.items() if seat.person is not None}
        with self._page:
            ui.navigate.history.replace("/?" + urlencode({**seats, "lang": self._language}))
            ui.page_title(load(self._language).title)
            ui.run_javascript(f"document.documentElement.lang = {self._language!r}")

    def _refresh(self) -> None:
        for column in self._columns.values():
            column.refresh()
        self._tabs.refresh()

    async def _tick(self) -> None:
        if self._bar is not None:
            await self._bar.refresh()
