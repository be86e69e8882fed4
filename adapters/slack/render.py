"""Messages as Slack's blocks. Nothing in a text can format, link, ping or become an emoji: it stands in `plain_text`,
escaped as every text object must be, or in a text element of `rich_text`, which Slack shows as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from slack_sdk.models import blocks as kit

from adapters.slack.escape import cut, escape, fit, pieces
from bot.boundary import Bar, Button, Buttons, Heading, Message, Note, Part, Quote, Text

MOST_TEXT = 4000  # beyond this Slack makes several messages of one
MOST_BLOCKS = 50
ROOM = 12_000  # characters in the blocks of one message; Slack gives up near 13,000
HEADER = 150  # escaped characters in a heading; a longer one is a bold line
BAR_CELLS = 10

Json = dict[str, Any]


def content(message: Message) -> Json:
    """The arguments that a message has wherever it is sent: `blocks`, and `text` for screen readers."""
    return {"blocks": blocks(message), "text": fit(message.text(), MOST_TEXT)}


def blocks(message: Message) -> list[Json]:
    """At most 50 blocks with at most 12,000 characters; what is longer is cut with "…"."""
    laid = _Sheet(row=5).lay(message.parts)
    if len(laid) > MOST_BLOCKS:  # rows of 5 read best, rows of 25 save room
        laid = _Sheet(row=25).lay(message.parts)
    return [block.to_dict() for block in laid[:MOST_BLOCKS]]


def plain(text: str, most: int) -> kit.PlainTextObject:
    """A text that Slack shows as it is; `most` as its place allows."""
    return kit.PlainTextObject(text=fit(text, most), emoji=False)


class _Sheet:
    """One message while it is laid out: what is left of its room, and how many buttons it has."""

    def __init__(self, row: int) -> None:
        self._row = row
        self._left = ROOM
        self._buttons = 0

    def lay(self, parts: Sequence[Part]) -> list[kit.Block]:
        laid: list[kit.Block] = []
        for are_bars, run in groupby(parts, key=lambda part: isinstance(part, Bar)):
            group = list(run)
            laid += [self._bars(group)] if are_bars else chain.from_iterable(map(self._blocks, group))
        return laid

    def _blocks(self, part: Part) -> Iterator[kit.Block]:
        match part:
            case Heading(text) if text.strip() and len(escape(text)) <= HEADER:
                yield kit.HeaderBlock(text=_verbatim(self._fit(text, HEADER)))
            case Heading(text) if text.strip():
                bold = _words(self._raw(text, ROOM), bold=True)
                yield kit.RichTextBlock(elements=[kit.RichTextSectionElement(elements=[bold])])
            case Text(text):
                for piece in pieces(self._fit(text, ROOM), 3000):
                    yield kit.SectionBlock(text=_verbatim(piece))
            case Quote(text) if text.strip():
                yield kit.RichTextBlock(elements=[kit.RichTextQuoteElement(elements=[_words(self._raw(text, 3900))])])
            case Note(text):
                for piece in pieces(self._fit(text, ROOM), 2000):
                    yield kit.ContextBlock(elements=[_verbatim(piece)])
            case Buttons(buttons):
                for start in range(0, len(buttons), self._row):
                    row = buttons[start : start + self._row]
                    yield kit.ActionsBlock(elements=[self._button(button) for button in row])

    def _bars(self, bars: Sequence[Part]) -> kit.Block:
        return kit.RichTextBlock(elements=[self._bar(bar) for bar in bars if isinstance(bar, Bar)])

    def _bar(self, bar: Bar) -> kit.RichTextSectionElement:
        label, figure = self._raw(bar.label or " ", 300), self._raw(bar.figure, 100)
        line = f"{_cells(bar.share)} {figure}".lstrip()
        return kit.RichTextSectionElement(elements=[_words(label, bold=True), _words(f"\n{line}\n")])

    def _button(self, button: Button) -> kit.ButtonElement:
        self._buttons += 1
        return kit.ButtonElement(
            text=_verbatim(self._fit(button.label, 75)),
            action_id=f"{button.do}#{self._buttons}",  # the number makes it unique in its message
            value=button.about or None,  # Slack refuses an empty one
            style={"main": "primary", "danger": "danger"}.get(button.tone),
        )

    def _fit(self, text: str, most: int) -> str:
        return self._taken(fit(text, max(1, min(most, self._left))))

    def _raw(self, text: str, most: int) -> str:
        return self._taken(cut(text, max(1, min(most, self._left))))

    def _taken(self, fitting: str) -> str:
        self._left -= len(fitting)
        return fitting


def _cells(share: float) -> str:
    """A solid bar, in steps of half a cell; whoever has a vote sees one."""
    halves = min(max(round(share * 2 * BAR_CELLS), share > 0), 2 * BAR_CELLS)
    return "█" * (halves // 2) + "▌" * (halves % 2)


def _verbatim(escaped: str) -> kit.PlainTextObject:
    return kit.PlainTextObject(text=escaped, emoji=False)


def _words(raw: str, bold: bool = False) -> kit.RichTextElementParts.Text:
    return kit.RichTextElementParts.Text(text=raw, style={"bold": True} if bold else None)
