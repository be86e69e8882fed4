"""On a phone there is room for one side at a time: two tabs say which, and where something new was said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nicegui.elements.mixins.text_element import TextElement

from playground.page.column import Column
from playground.page.elements import attribute, button, tag
from playground.page.sides import Side
from playground.words import Words


class Tabs:
    """style.css hides them, and the side that is not chosen, by the width of the window."""

    def __init__(self, sides: Sequence[Side], words: Words, shown: str) -> None:
        self.shown = shown
        self._words = words
        self._columns: dict[str, Column] = {}
        self._buttons: dict[str, TextElement] = {}
        self._news: dict[str, TextElement] = {}
        self._heard: dict[str, int] = {}
        with tag("nav", classes="tabs", aria_label=words.sides):
            for side in sides:
                drawn = button("", partial(self._show, side.key), side.key, data_testid=f"tab-{side.key}")
                self._buttons[side.key] = drawn
                with drawn:
                    tag("span", words.side(side.key), "name")
                    self._news[side.key] = tag("span", classes="new")

    def own(self, key: str, column: Column) -> None:
        """The column that the tab of this side shows and hides."""
        self._columns[key] = column
        self.refresh()

    def refresh(self) -> None:
        for key, column in self._columns.items():
            shown = key == self.shown
            attribute(column.element, "data-shown", "true" if shown else "false")
            attribute(self._buttons[key], "aria-current", "true" if shown else "false")
            if shown:
                self._heard[key] = column.heard
            missed = column.news or column.heard != self._heard.get(key, 0)
            self._news[key].set_text(self._words.new if missed and not shown else "")

    def _show(self, key: str) -> None:
        self.shown = key
        self.refresh()
