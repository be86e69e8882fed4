"""What was said in a place, drawn piece by piece: only what changed is touched, so reading goes on undisturbed."""

from __future__ import annotations

import mimetypes
from base64 import b64encode
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement
from nicegui.events import ValueChangeEventArguments

from playground.page.elements import attribute, button, tag
from playground.page.suggestions import Suggestions
from playground.person import SeenButton, SeenFile, SeenMessage
from playground.words import Words

SHOWN = 100  # the newest messages of a place; older ones are left out

_LINES = {"heading": "h3", "text": "p", "quote": "blockquote", "note": "p", "divider": "hr"}
_STYLES = {"": "", "primary": "main", "danger": "danger"}

Press = Callable[[SeenMessage, str], Awaitable[None]]
Offer = tuple[str, Callable[[], Awaitable[None] | None]]  # what a button below a message says and does
Offers = Callable[[SeenMessage], Sequence[Offer]]


def no_offers(seen: SeenMessage) -> Sequence[Offer]:
    return ()


@dataclass(frozen=True)
class Hands:
    """What a person does with what stands in a message: its buttons, and its searches, by their labels."""

    press: Press
    look_up: Callable[[SeenMessage, str, str], Awaitable[Sequence[tuple[str, str]]]]
    pick: Callable[[SeenMessage, str, str], Awaitable[None]]


class Card:
    """One message, its buttons between its lines as they stand there. They stay the same elements while only the words
    change, so that they keep the focus."""

    def __init__(self, words: Words, hands: Hands, offers: Offers = no_offers) -> None:
        self._words = words
        self._hands = hands
        self._offers = offers
        self._offered: list[str] = []
        self._seen: SeenMessage | None = None
        self.element = tag("article", classes="message", data_testid="message")
        with self.element:
            self._avatar = tag("span", classes="avatar", aria_hidden="true")
            with tag("div", classes="message-body"):
                self._head = tag("div", classes="message-head")
                self._body = tag("div")
                self._foot = tag("div", classes="foot")
        self._runs: list[TextElement] = []  # each holds the lines between two rows of buttons

    def show(self, seen: SeenMessage) -> None:
        before, self._seen = self._seen, seen
        if before == seen:
            return
        if before is None or (before.author, before.private, before.edited) != (seen.author, seen.private, seen.edited):
            self._draw_head(seen)
        if before is None or _drawn(before) != _drawn(seen):
            self._draw_body(seen)
        elif before.lines != seen.lines:
            self._draw_lines(seen)
        self._draw_foot(seen)

    def _draw_head(self, seen: SeenMessage) -> None:
        among_others = bool(seen.channel)  # a home tab and a pop-up are one person's anyway
        kind = ("private" if seen.private else "") if among_others else "own"
        self.element.classes(replace=f"message {kind}")
        self._avatar.set_text(initials(seen.author))
        self._head.clear()
        with self._head:
            tag("strong", seen.author, "author")
            if seen.edited:
                tag("span", self._words.edited, "aside")
            if seen.private and among_others:
                tag("span", self._words.only_you, "only-you")

    def _draw_foot(self, seen: SeenMessage) -> None:
        offers = self._offers(seen)
        if [label for label, _ in offers] == self._offered:
            return
        self._offered = [label for label, _ in offers]
        self._foot.clear()
        with self._foot:
            for label, do in offers:
                button(label, do, "quiet")

    def _draw_body(self, seen: SeenMessage) -> None:
        self._body.clear()
        self._runs.clear()
        labels = [each.label for each in seen.buttons]
        with self._body:
            for _, row in groupby(seen.buttons, key=lambda each: each.below):
                self._runs.append(tag("div"))
                with tag("div", classes="buttons"):
                    for each in row:
                        self._draw_button(each, each.label if labels.count(each.label) == 1 else each.key)
            self._runs.append(tag("div"))
            for search in seen.searches:
                self._draw_search(search.label)
            for file in seen.files:
                _draw_file(file)
        self._draw_lines(seen)

    def _draw_search(self, label: str) -> None:
        async def changed(change: ValueChangeEventArguments[str | None]) -> None:
            await suggestions.follow(change.value or "")

        typed = ui.input(placeholder=label, on_change=changed).props("outlined dense")
        typed.props["aria-label"], typed.props["data-testid"] = label, "search"
        suggestions = Suggestions(self._words.fitting, partial(self._look_up, label), partial(self._pick, label))

    def _draw_lines(self, seen: SeenMessage) -> None:
        bounds = [0, *dict.fromkeys(each.below for each in seen.buttons), len(seen.lines)]
        for run, (start, end) in zip(self._runs, pairwise(bounds), strict=True):
            run.clear()
            with run:
                for line in seen.lines[start:end]:
                    tag(_LINES[line.kind], line.text, f"line {line.kind}")

    def _draw_button(self, seen: SeenButton, name: str) -> None:
        drawn = button(seen.label, partial(self._pressed, name), _STYLES.get(seen.style, ""))
        if seen.disabled:
            drawn.props["disabled"] = True

    async def _pressed(self, name: str) -> None:
        if self._seen is not None:
            await self._hands.press(self._seen, name)

    async def _look_up(self, label: str, text: str) -> Sequence[tuple[str, str]]:
        return await self._hands.look_up(self._seen, label, text) if self._seen is not None else ()

    async def _pick(self, label: str, value: str) -> None:
        if self._seen is not None:
            await self._hands.pick(self._seen, label, value)


class Conversation:
    """The messages of one place, oldest first, in a box that keeps to its end unless somebody has scrolled up."""

    def __init__(self, words: Words, hands: Hands, offers: Offers = no_offers) -> None:
        self._words = words
        self._hands = hands
        self._offers = offers
        self._cards: dict[str, Card] = {}
        self.box = tag("div", classes="conversation", data_testid="conversation", role="log", tabindex="0")
        with self.box:
            self._empty = tag("p", classes="empty")

    def name(self, label: str, empty: str) -> None:
        """`label` is what a screen reader calls the place, `empty` stands there while nothing was said."""
        attribute(self.box, "aria-label", label)
        self._empty.set_text(empty)

    def clear(self) -> None:
        for card in self._cards.values():
            card.element.delete()
        self._cards.clear()
        self.to_the_end()

    def show(self, messages: Sequence[SeenMessage]) -> None:
        shown = {message.id: message for message in messages[-SHOWN:]}
        for gone in self._cards.keys() - shown.keys():
            self._cards.pop(gone).element.delete()
        with self.box:
            for message in shown.values():
                if message.id not in self._cards:
                    self._cards[message.id] = Card(self._words, self._hands, self._offers)
                self._cards[message.id].show(message)
        self._put_in_order(list(shown))
        self._empty.set_visibility(not shown)

    def to_the_end(self) -> None:
        self.box.client.run_javascript(f"goToTheEnd({self.box.html_id!r})")

    def _put_in_order(self, ids: Sequence[str]) -> None:
        if list(self._cards) == list(ids):
            return
        for id_ in ids:
            self._cards[id_].element.move()
        self._cards = {id_: self._cards[id_] for id_ in ids}


def _drawn(seen: SeenMessage) -> object:
    """What must be the same for its elements to stay."""
    return seen.buttons, seen.searches, seen.files


def _draw_file(file: SeenFile) -> None:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    address = f"data:{kind};base64,{b64encode(file.content).decode()}"
    if kind.startswith("image/"):
        tag("img", classes="picture", src=address, alt=file.alt)
    else:
        tag("a", file.name, "file", href=address, download=file.name)


def initials(name: str) -> str:
    """ "MR" for Maria Rivera; at most two letters."""
    names = name.split()
    return "".join(part[0] for part in (names[:1] + names[1:][-1:])).upper()
