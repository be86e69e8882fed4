"""How messages and views look to somebody who reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from playground.person import SeenButton, SeenFile, SeenForm, SeenLine, SeenMessage, SeenSearch
from playground.slack import fields, mrkdwn, richtext
from playground.slack.blocks import elements_of
from playground.slack.refusal import Json
from playground.slack.views import OpenView
from playground.slack.workspace import BOT_NAME, Message, Workspace

_RICH: dict[str, Literal["quote", "text"]] = {"rich_text_quote": "quote"}


class Eye:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def message(self, message: Message) -> SeenMessage:
        """Rendered once for each version of the message."""
        if message.seen is None:
            message.seen = self._render(message)
        return message.seen

    def view(self, view: OpenView) -> SeenMessage:
        """A home tab, or what a modal shows beside its inputs."""
        return SeenMessage(
            id=view.id,
            channel="",
            author=BOT_NAME,
            lines=tuple(self._lines(view.view["blocks"])),
            buttons=tuple(self._buttons(view.view["blocks"])),
            searches=tuple(_searches(view.view["blocks"])),
            private=True,
            pings=self._pings("", view.view["blocks"], False),
        )

    def form(self, view: OpenView) -> SeenForm:
        shown = self.view(view)
        return SeenForm(
            title=mrkdwn.unescape(view.view["title"]["text"]),
            submit=mrkdwn.unescape(view.view.get("submit", {}).get("text", "")),
            fields=tuple(
                fields.seen(block, view.state, view.errors.get(block["block_id"], "")) for block in view.inputs
            ),
            shown=shown if shown.lines or shown.buttons else None,
        )

    def _render(self, message: Message) -> SeenMessage:
        lines = self._lines(message.blocks) if message.blocks else self._markup(message.text)
        return SeenMessage(
            id=message.ts,
            channel=message.channel,
            author=message.shown_as or message.as_name or self._workspace.author_name(message.user),
            lines=tuple(lines),
            buttons=tuple(self._buttons(message.blocks)),
            searches=tuple(_searches(message.blocks)),
            private=bool(message.only_for),
            edited=bool(message.edited),
            pings=self._pings(message.text, message.blocks, message.bare_mentions),
            fallback=mrkdwn.readable(message.text, self._workspace.shown_name),
            files=tuple(SeenFile(file.name, file.alt, file.content or b"") for file in message.files),
            thread=message.thread_ts,
            replies=self._replies(message),
            reactions=tuple((name, len(users)) for name, users in message.reactions.items()),
            user=message.user,
            threadable=not (message.thread_ts or message.only_for),
        )

    def _replies(self, message: Message) -> int:
        standing = self._workspace.conversations.get(message.channel)
        return len(standing.replies(message.ts)) if standing else 0

    def _lines(self, blocks: list[Json]) -> Iterator[SeenLine]:
        for block in blocks:
            yield from self._block(block)

    def _buttons(self, blocks: list[Json]) -> Iterator[SeenButton]:
        below = 0
        for block in blocks:
            below += sum(1 for _ in self._block(block))
            for element in elements_of(block):
                if element["type"] == "button":
                    label = mrkdwn.unescape(element["text"]["text"])
                    yield SeenButton(label, element["action_id"], element.get("style", ""), below=below)

    def _block(self, block: Json) -> Iterator[SeenLine]:
        match block:
            case {"type": "header", "text": text}:
                yield SeenLine("heading", self._text(text))
            case {"type": "section"}:
                for text in (*([block["text"]] if "text" in block else []), *block.get("fields", ())):
                    yield from self._paragraphs(text)
            case {"type": "context", "elements": list(elements)}:
                yield SeenLine("note", " ".join(self._note(element) for element in elements))
            case {"type": "image", "alt_text": str(alt)}:
                yield SeenLine("note", alt)
            case {"type": "divider"}:
                yield SeenLine("divider", "")
            case {"type": "markdown", "text": str(text)}:
                yield from self._markup(text)
            case {"type": "rich_text"}:
                for part, text in richtext.parts(block, self._workspace.shown_name):
                    yield SeenLine(_RICH.get(part, "text"), text)

    def _note(self, element: Json) -> str:
        return str(element["alt_text"]) if element["type"] == "image" else self._text(element)

    def _text(self, text: Json) -> str:
        if text["type"] == "mrkdwn":
            return mrkdwn.readable(text["text"], self._workspace.shown_name)
        return mrkdwn.unescape(text["text"])

    def _paragraphs(self, text: Json) -> Iterator[SeenLine]:
        if text["type"] == "mrkdwn":
            yield from self._markup(text["text"])
        else:
            yield SeenLine("text", self._text(text))

    def _markup(self, raw: str) -> Iterator[SeenLine]:
        for quoted, run in mrkdwn.quoted_lines(raw):
            yield SeenLine("quote" if quoted else "text", mrkdwn.readable(run, self._workspace.shown_name))

    def _pings(self, text: str, blocks: list[Json], bare: bool) -> tuple[str, ...]:
        """Whom it notifies, each once: out of the text and of every block, since Slack looks at both."""
        handles = self._workspace.handles
        found = dict.fromkeys(mrkdwn.pings(text, bare=bare, handles=handles))
        for raw in _markups(blocks):
            found |= dict.fromkeys(mrkdwn.pings(raw))
        for block in blocks:
            if block["type"] == "rich_text":
                found |= dict.fromkeys(richtext.pings(block))
        return tuple(found)


def _searches(blocks: list[Json]) -> Iterator[SeenSearch]:
    for element in (one for block in blocks if block["type"] != "input" for one in elements_of(block)):
        if element["type"] == "external_select":
            label = mrkdwn.unescape(element.get("placeholder", {}).get("text", ""))
            yield SeenSearch(label, element["action_id"], element.get("min_query_length", 3))


def _markups(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _markups(item)
    elif isinstance(value, dict):
        if value.get("type") in ("mrkdwn", "markdown") and isinstance(value.get("text"), str):
            yield value["text"]
        else:
            yield from _markups(list(value.values()))
