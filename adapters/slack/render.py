"""Messages as Slack's blocks. Nothing in a text can format, link, ping or become an emoji: it stands in `plain_text`,
escaped as every text object must be, or in a text element of `rich_text`, which Slack shows as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from slack_sdk.models.blocks import PlainTextObject

from adapters.slack import prose
from adapters.slack.escape import cut, escape, fit, pieces
from bot.boundary import Bar, Block, Button, Buttons, Heading, Message, Note, Part, Prose, Quote, Search, Text, abridged

MOST_TEXT = 4000  # beyond this Slack makes several messages of one
MOST_BLOCKS = 50
PROSE = 3900  # characters of what a member wrote
ROOM = 12_000  # characters in the blocks of one message; Slack gives up near 13,000
HEADER = 150  # escaped characters in a heading; a longer one is a bold line
BAR_CELLS = 10
LEAST_TYPED = 3  # characters before something is suggested
STYLES = {"main": "primary", "danger": "danger"}

Json = dict[str, Any]


def content(message: Message) -> Json:
    """The arguments that a message has wherever it is sent: `blocks`, and `text` for screen readers."""
    return {"blocks": blocks(message), "text": fit(message.text(), MOST_TEXT)}


def blocks(message: Message) -> list[Json]:
    """At most 50 blocks with at most 12,000 characters; what is longer is cut with "…". A message has 40 parts: of its
    longest texts, which are laid in pieces, there is room for few."""
    laid = _Sheet(row=5).lay(message.parts)
    if len(laid) > MOST_BLOCKS:  # rows of 5 read best, rows of 25 save room
        laid = _Sheet(row=25).lay(message.parts)
    return laid


def plain(text: str, most: int) -> PlainTextObject:
    """A text that Slack shows as it is; `most` as its place allows."""
    return PlainTextObject(text=fit(text, most), emoji=False)


class _Sheet:
    """One message while it is laid out: what is left of its room, and how many buttons it has. Blocks are laid as Slack
    reads them: slack_sdk's classes would take ten times as long."""

    def __init__(self, row: int) -> None:
        self._row = row
        self._left = ROOM
        self._buttons = 0

    def lay(self, parts: Sequence[Part]) -> list[Json]:
        laid: list[Json] = []
        for are_bars, run in groupby(parts, key=lambda part: isinstance(part, Bar)):
            group = list(run)
            laid += [self._bars(group)] if are_bars else chain.from_iterable(map(self._blocks, group))
        return laid

    def _blocks(self, part: Part) -> Iterator[Json]:
        match part:
            case Heading(text) if text.strip() and len(escape(text)) <= HEADER:
                yield {"type": "header", "text": _verbatim(self._fit(text, HEADER))}
            case Heading(text) if text.strip():
                yield _rich(_section(_words(self._raw(text, ROOM), bold=True)))
            case Text(text):
                for piece in pieces(self._fit(text, ROOM), 3000):
                    yield {"type": "section", "text": _verbatim(piece)}
            case Quote(text) if text.strip():
                yield _rich({"type": "rich_text_quote", "elements": [_words(self._raw(text, 3900))]})
            case Prose(blocks) if part.text.strip():
                yield self._prose(blocks)
            case Note(text):
                for piece in pieces(self._fit(text, ROOM), 2000):
                    yield {"type": "context", "elements": [_verbatim(piece)]}
            case Search(label, do):
                yield {"type": "actions", "elements": [self._search(label, do)]}
            case Buttons(buttons):
                for start in range(0, len(buttons), self._row):
                    row = buttons[start : start + self._row]
                    yield {"type": "actions", "elements": [self._button(button) for button in row]}

    def _prose(self, blocks: Sequence[Block]) -> Json:
        """Cut short it is plain."""
        said = "".join(span.text for block in blocks for span in block.spans)
        if len(said) > min(PROSE, self._left):
            return _rich(_section(_words(self._raw(said, PROSE))))
        self._taken(said)
        return _rich(*prose.elements(blocks))

    def _bars(self, bars: Sequence[Part]) -> Json:
        return _rich(*(self._bar(bar) for bar in bars if isinstance(bar, Bar)))

    def _bar(self, bar: Bar) -> Json:
        label, figure = self._raw(bar.label or " ", 300), self._raw(bar.figure, 100)
        line = f"{_cells(bar.share)} {figure}".lstrip()
        return _section(_words(label, bold=True), _words(f"\n{line}\n"))

    def _button(self, button: Button) -> Json:
        self._buttons += 1
        laid = {
            "type": "button",
            "text": _verbatim(self._fit(abridged(button.label, 75), 75)),
            "action_id": f"{button.do}#{self._buttons}",  # the number makes it unique in its message
        }
        if button.about:  # Slack refuses an empty value
            laid["value"] = button.about
        if button.tone:
            laid["style"] = STYLES[button.tone]
        return laid

    def _search(self, label: str, do: str) -> Json:
        self._buttons += 1
        return {
            "type": "external_select",
            "placeholder": _verbatim(self._fit(label, 150)),
            "action_id": f"{do}#{self._buttons}",
            "min_query_length": LEAST_TYPED,
        }

    def _fit(self, text: str, most: int) -> str:
        return self._taken(fit(text, max(1, min(most, self._left))))

    def _raw(self, text: str, most: int) -> str:
        return self._taken(cut(text, max(1, min(most, self._left))))

    def _taken(self, fitting: str) -> str:
        self._left -= len(fitting)
        return fitting


def _cells(share: float) -> str:
    """A solid bar, in steps of half a cell; who has a vote sees one."""
    halves = min(max(round(share * 2 * BAR_CELLS), share > 0), 2 * BAR_CELLS)
    return "█" * (halves // 2) + "▌" * (halves % 2)


def _verbatim(escaped: str) -> Json:
    return {"type": "plain_text", "text": escaped, "emoji": False}


def _rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def _section(*words: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(words)}


def _words(raw: str, bold: bool = False) -> Json:
    said = {"type": "text", "text": raw}
    return said | {"style": {"bold": True}} if bold else said
