"""Where a person types: a message, or a command with hints of what there is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from playground.page.elements import attribute, button, tag
from playground.words import Words

_SHOWN = 5


@dataclass(frozen=True)
class Offer:
    """A command, what may follow it, and what it does."""

    name: str
    hint: str
    does: str


class Write:
    """Enter sends, Shift and Enter starts a new line."""

    def __init__(
        self,
        words: Words,
        draft: str,
        typed: Callable[[str], None],
        send: Callable[[str], Awaitable[None]],
        fitting: Callable[[str], Sequence[Offer]],
    ) -> None:
        self._typed = typed
        self._send = send
        self._fitting = fitting
        with tag("div", classes="write") as self.element:
            self._offers = tag("div", classes="offers", role="group", aria_label=words.suggestions)
            with tag("div", classes="write-row"):
                self._input = ui.textarea(value=draft, placeholder=words.write_hint, on_change=self._changed)
                self._input.props("outlined dense autogrow").props["data-testid"] = "write"
                self._input.on("keydown.enter.exact.prevent", self._enter, args=[])
                button(words.send, self._enter, "main send")

    def name(self, label: str) -> None:
        attribute(self._input, "aria-label", label)

    @property
    def text(self) -> str:
        return self._input.value or ""

    def put_back(self, text: str) -> None:
        """What could not be sent; anything typed since stays instead."""
        if not self.text:
            self._input.set_value(text)

    async def _enter(self) -> None:
        text = self.text.strip()
        if text:
            self._input.set_value("")
            await self._send(text)

    def _changed(self, change: ValueChangeEventArguments[str | None]) -> None:
        text = change.value or ""
        self._typed(text)
        self._offer(text)

    def _offer(self, text: str) -> None:
        self._offers.clear()
        if not text.startswith("/") or " " in text:
            return
        with self._offers:
            for offer in self._fitting(text[1:])[:_SHOWN]:
                with button("", partial(self._take, offer.name), "offer"):
                    tag("strong", f"/{offer.name}")
                    tag("span", offer.does)
                    tag("span", offer.hint, "hint")

    def _take(self, name: str) -> None:
        self._input.set_value(f"/{name} ")
        self._input.run_method("focus")
