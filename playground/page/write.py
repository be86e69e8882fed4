"""Where a person types: a message, or a command with hints of what there is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from nicegui import ui
from nicegui.events import UploadEventArguments, ValueChangeEventArguments

from playground.page.elements import attribute, button, tag
from playground.page.suggestions import Find, Suggestions
from playground.person import Attached
from playground.words import Words

MOST_BYTES = 2 * 1024 * 1024  # of a file that is attached
_SHOWN = 5


@dataclass(frozen=True)
class Command:
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
        send: Callable[[str, Sequence[Attached]], Awaitable[None]],
        fitting: Callable[[str], Sequence[Command]],
        suggested: Find,
        cancel: Callable[[], None],
        complain: Callable[[str], None],
    ) -> None:
        self._words = words
        self._typed = typed
        self._send = send
        self._fitting = fitting
        self._complain = complain
        with tag("div", classes="write") as self.element:
            with tag("div", classes="changing") as self._changing:
                tag("span", words.changing)
                button(words.cancel, cancel, "quiet")
            self._changing.set_visibility(False)
            self._offers = tag("div", classes="offers", role="group", aria_label=words.suggestions)
            self._suggestions = Suggestions(words.fitting, suggested, self._take_suggested)
            with tag("div", classes="write-row"):
                self._input = ui.textarea(value=draft, placeholder=words.write_hint, on_change=self._changed)
                self._input.props("outlined dense autogrow").props["data-testid"] = "write"
                self._input.on("keydown.enter.exact.prevent", self._enter, args=[])
                upload = ui.upload(on_upload=self._attached, on_rejected=self._too_large, auto_upload=True)
                upload.props(f"max-file-size={MOST_BYTES}").classes("upload").props["data-testid"] = "upload"
                attach = button("+", lambda: None, "attach", aria_label=words.attach, title=words.attach)
                attach.on("click", js_handler=f"() => getElement({upload.id}).pickFiles()")
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

    def change(self, text: str | None) -> None:
        """Something already written is in the box to be changed; None: no more."""
        self._changing.set_visibility(text is not None)
        self._input.set_value(text or "")
        if text is not None:
            self._input.run_method("focus")

    async def _enter(self) -> None:
        text = self.text.strip()
        if text:
            self._input.set_value("")
            await self._send(text, ())

    async def _attached(self, upload: UploadEventArguments) -> None:
        """It goes at once, with whatever was typed."""
        text = self.text.strip()
        self._input.set_value("")
        await self._send(text, [(upload.file.name, await upload.file.read())])
        upload.sender.run_method("reset")

    def _too_large(self) -> None:
        self._complain(self._words.too_large)

    async def _changed(self, change: ValueChangeEventArguments[str | None]) -> None:
        text = change.value or ""
        self._typed(text)
        self._offer(text)
        if text.startswith("/") and text.partition(" ")[2].strip():
            await self._suggestions.follow(text)
        else:
            self._suggestions.clear()

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

    async def _take_suggested(self, value: str) -> None:
        """What was picked goes at once, in the place of what was typed."""
        name = self.text.partition(" ")[0]
        self._input.set_value("")
        await self._send(f"{name} {value}", ())

    def _take(self, name: str) -> None:
        self._input.set_value(f"/{name} ")
        self._input.run_method("focus")
