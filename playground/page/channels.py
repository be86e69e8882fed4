"""The list of the places that a person is in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from functools import partial

from nicegui.elements.mixins.text_element import TextElement

from playground.page.elements import attribute, button, tag
from playground.words import Words

# What stand where a channel's id is expected: the bot's home tab, and the calendar of a server.
HOME, EVENTS = "home", "events"
NO_CHANNELS = (HOME, EVENTS)


class Channels:
    """Redrawn only when there are other channels; what is new or open is marked on the buttons that are there."""

    def __init__(self, words: Words, open_channel: Callable[[str], Awaitable[None]]) -> None:
        self._words = words
        self._open = open_channel
        self._entries: Sequence[tuple[str, str]] = ()
        self._signs: dict[str, TextElement] = {}
        self._buttons: dict[str, TextElement] = {}
        self._list = tag("nav", classes="channels", data_testid="channels")

    def show(self, entries: Sequence[tuple[str, str]], current: str, news: Collection[str], label: str) -> None:
        """`entries` are (id, name); `news` the ids of those in which something was said that was not seen yet."""
        attribute(self._list, "aria-label", label)
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._draw()
        for id_, drawn in self._buttons.items():
            attribute(drawn, "aria-current", "page" if id_ == current else "false")
            self._signs[id_].set_text(self._words.new if id_ in news else "")

    def _draw(self) -> None:
        self._list.clear()
        with self._list:
            for id_, name in self._entries:
                self._buttons[id_] = button("", partial(self._open, id_), "channel")
                with self._buttons[id_]:
                    tag("span", name, "name")
                    self._signs[id_] = tag("span", classes="new")
        gone = self._buttons.keys() - {id_ for id_, _ in self._entries}
        for id_ in gone:
            del self._buttons[id_], self._signs[id_]
