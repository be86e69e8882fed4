"""What somebody wrote, between Slack's rich text and the core's `Prose`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby
from typing import Any

from adapters.prose import SOMEBODY
from adapters.slack.escape import REFERENCE, spoken, unescape
from bot.boundary import Account, Address, Block, Prose, Span

Json = dict[str, Any]

STYLES = ("bold", "italic", "strike", "code")
KINDS = {"rich_text_section": "lines", "rich_text_quote": "quote", "rich_text_preformatted": "code"}
NAMES = {"quote": "quote", "code": "preformatted"}
ADDRESS = re.compile(r"(https?://|mailto:)[^\s<>|]{1,2990}", re.IGNORECASE)  # nothing else is made a link
DEEPEST = 8

# From Slack ------------------------------------------------------------------------------------------------------


def read(blocks: object, text: str, workspace: str) -> Prose:
    """Of a message's blocks those that people write; without any, its text."""
    found = [block for one in _dicts(blocks) if one.get("type") == "rich_text" for block in _parts(one, workspace)]
    if not found and (spans := tuple(_of_text(text, workspace))):
        found.append(Block("lines", spans))
    return Prose(tuple(found))


def _of_text(text: str, workspace: str) -> Iterator[Span]:
    """A message's text, in which only names and addresses are marked."""
    at = 0
    for reference in REFERENCE.finditer(text):
        if before := unescape(text[at : reference.start()]):
            yield Span(before)
        yield _referred(reference, workspace)
        at = reference.end()
    if after := unescape(text[at:]):
        yield Span(after)


def _referred(reference: re.Match[str], workspace: str) -> Span:
    target, label = unescape(reference[1]), unescape(reference[2] or "")
    if target.startswith("@") and (user := _id(target[1:])):
        return Span(spoken(reference[0]) if label else "", names=str(Account("slack", workspace, user)))
    if target.startswith("#") and (channel := _id(target[1:])):
        return Span(spoken(reference[0]) if label else "", names=str(Address("slack", workspace, channel)))
    if ADDRESS.fullmatch(target):
        return Span(label or target, link=target)
    return Span(spoken(reference[0]))


def _parts(block: Json, workspace: str) -> Iterator[Block]:
    for part in _dicts(block.get("elements")):
        kind = str(part.get("type"))
        if kind == "rich_text_list":
            yield from _entries(part, workspace)
        elif spans := _spans(part, workspace):
            match KINDS.get(kind):
                case "quote":
                    yield Block("quote", spans)
                case "code":
                    yield Block("code", spans)
                case "lines":
                    yield Block("lines", spans)


def _entries(part: Json, workspace: str) -> Iterator[Block]:
    deep, first = min(_whole(part.get("indent")), DEEPEST), _whole(part.get("offset")) + 1
    for number, entry in zip(count(first), _dicts(part.get("elements"))):
        spans = _spans(entry, workspace)
        if part.get("style") == "ordered":
            yield Block("number", spans, deep, number)
        else:
            yield Block("bullet", spans, deep)


def _spans(part: Json, workspace: str) -> tuple[Span, ...]:
    spans = [_span(leaf, workspace) for leaf in _dicts(part.get("elements"))]
    if part.get("type") == "rich_text_section" and spans and spans[-1].text.endswith("\n"):
        last = spans[-1]  # Slack ends a paragraph so where a list or a quotation follows
        spans[-1] = Span(last.text[:-1], last.bold, last.italic, last.strike, last.code, last.link, last.names)
    return tuple(span for span in spans if span.text or span.names)


def _span(leaf: Json, workspace: str) -> Span:
    style = leaf.get("style")
    looks: Any = {name: isinstance(style, dict) and style.get(name) is True for name in STYLES}
    text = _words(leaf.get("text"))
    match leaf.get("type"):
        case "text":
            return Span(text, **looks)
        case "link":
            link = _words(leaf.get("url"))
            return Span(text or link, link=link if ADDRESS.fullmatch(link) else "", **looks)
        case "user" if user := _id(leaf.get("user_id")):
            return Span("", names=str(Account("slack", workspace, user)))
        case "channel" if channel := _id(leaf.get("channel_id")):
            return Span("", names=str(Address("slack", workspace, channel)))
        case "emoji":
            return Span(_emoji(leaf))
        case "broadcast":
            return Span(f"@{_words(leaf.get('range'))}")
        case "usergroup":
            return Span(SOMEBODY)
        case "date":
            return Span(_words(leaf.get("fallback")))
    return Span("")


def _emoji(leaf: Json) -> str:
    """As the picture that every platform has, or by its name."""
    points = _words(leaf.get("unicode")).split("-")
    if all(re.fullmatch(r"[0-9a-f]{2,5}|10[0-9a-f]{4}", point) for point in points):
        drawn = "".join(chr(int(point, 16)) for point in points)
        return drawn if not re.search("[\ud800-\udfff\0]", drawn) else ""
    return f":{_words(leaf.get('name'))}:"


def _dicts(values: object) -> list[Json]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10_000 else 0


def _words(value: object) -> str:
    """Databases refuse the null character and half a character of UTF-16."""
    return value.encode("utf-8", "replace").decode().replace("\0", "") if isinstance(value, str) else ""


def _id(value: object) -> str:
    return value if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9]{1,64}", value) else ""


# To Slack --------------------------------------------------------------------------------------------------------


def elements(blocks: Sequence[Block]) -> list[Json]:
    """Elements of a `rich_text` block. Each text stands as it is, so none of them formats, links or names anybody."""
    made: list[Json] = []
    for (kind, deep), run in groupby(blocks, key=lambda block: (block.kind, block.deep)):
        group = list(run)
        if kind in ("bullet", "number"):
            made += _lists(kind, deep, group)
        elif kind == "lines":
            made.append(_lines(group, more=group[-1] is not blocks[-1]))
        else:
            made += [{"type": f"rich_text_{NAMES[kind]}", "elements": _leaves(block)} for block in group]
    return made


def _lines(group: Sequence[Block], *, more: bool) -> Json:
    """One paragraph; Slack ends it with a new line where `more` follows."""
    leaves = [leaf for block in group for leaf in (*_leaves(block), _leaf(Span("\n")))]
    return {"type": "rich_text_section", "elements": leaves if more else leaves[:-1]}


def _lists(kind: str, deep: int, entries: Sequence[Block]) -> Iterator[Json]:
    """One list for the entries that count on from each other."""
    for _, run in groupby(enumerate(entries), key=lambda one: one[1].number - one[0] if kind == "number" else 0):
        group = [entry for _, entry in run]
        made = [{"type": "rich_text_section", "elements": _leaves(entry)} for entry in group]
        style = "ordered" if kind == "number" else "bullet"
        offset = {"offset": group[0].number - 1} if kind == "number" and group[0].number > 1 else {}
        yield {"type": "rich_text_list", "style": style, "indent": min(deep, DEEPEST), "elements": made, **offset}


def _leaves(block: Block) -> list[Json]:
    return [leaf for span in block.spans if span.text for leaf in _said(span)] or [_leaf(Span(" "))]


def _said(span: Span) -> list[Json]:
    """Where a link leads is said where its text says something else; what looks like another address is no link."""
    if not ADDRESS.fullmatch(span.link):
        return [_leaf(span)]
    if span.misleads:
        words = replace(span, text=f"{span.text} ({span.leads_to}: ")
        return [_leaf(words), _link(replace(span, text=span.link)), _leaf(replace(span, text=")"))]
    beside = [_leaf(replace(span, text=f" ({span.leads_to})"))] if span.leads_to else []
    return [_link(span), *beside]


def _leaf(span: Span) -> Json:
    return {"type": "text", "text": span.text, **_looks(span)}


def _link(span: Span) -> Json:
    return {"type": "link", "url": span.link, "text": span.text, **_looks(span)}


def _looks(span: Span) -> Json:
    style = {name: True for name in STYLES if getattr(span, name)}
    return {"style": style} if style else {}
