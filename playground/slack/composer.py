"""What Slack's editor makes of what is typed: a rich_text block, and the mrkdwn beside it as `text`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from playground.slack.mrkdwn import escape
from playground.slack.refusal import Json

Resolve = Callable[[str, str], Json | None]  # "@" or "#" and a name: the leaf that it stands for, None: just words

_FENCE = re.compile(r"```\n?(.+?)\n?```", re.DOTALL)
_ITEM = re.compile(r"( *)(?:([-•◦*])|(\d+)[.)]) +(.*)")
_MARKS = {"*": "bold", "_": "italic", "~": "strike"}
_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<to>https?://[^\s()]+)\)"
    r"|(?P<url>https?://[^\s<>|]*[^\s<>|.,;:!?)])"
    r"|(?<!\w)(?P<mark>[@#])(?P<name>Start Somewhere|[\w.-]*\w)"
    r"|(?<![\w*_~])(?P<style>[*_~])(?=\S)(?P<styled>[^\n]+?)(?<=\S)(?P=style)(?![\w*_~])"
)


def compose(typed: str, resolve: Resolve, channel_name: Callable[[str], str]) -> tuple[str, list[Json]]:
    """The text and the blocks of a message."""
    parts: list[Json] = []
    last = 0
    for fence in _FENCE.finditer(typed):
        parts += _parts(typed[last : fence.start()].removesuffix("\n"), resolve)
        parts.append({"type": "rich_text_preformatted", "elements": [_text(fence[1])], "border": 0})
        last = fence.end()
        last += typed[last : last + 1] == "\n"
    parts += _parts(typed[last:], resolve)
    text = "\n".join(_spelled(part, channel_name) for part in parts)
    return text, [{"type": "rich_text", "elements": parts}] if parts else []


def _parts(typed: str, resolve: Resolve) -> Iterator[Json]:
    """Sections, quotations and lists, as the lines begin."""
    if not typed:
        return
    for (kind, indent), lines in groupby(typed.split("\n"), _kind):
        said = list(lines)
        if kind == "text":
            yield {"type": "rich_text_section", "elements": list(_leaves("\n".join(said), resolve, {}))}
        elif kind == "quote":
            words = "\n".join(line.removeprefix(">").removeprefix(" ") for line in said)
            yield {"type": "rich_text_quote", "elements": list(_leaves(words, resolve, {}))}
        else:
            items = [list(_leaves(item[4], resolve, {})) for line in said if (item := _ITEM.fullmatch(line))]
            sections = [{"type": "rich_text_section", "elements": item} for item in items]
            yield {"type": "rich_text_list", "style": kind, "indent": indent, "elements": sections, "border": 0}


def _kind(line: str) -> tuple[str, int]:
    if line.startswith(">"):
        return "quote", 0
    if item := _ITEM.fullmatch(line):
        return ("ordered" if item[3] else "bullet"), min(8, len(item[1]) // 2)
    return "text", 0


def _leaves(typed: str, resolve: Resolve, style: Json) -> Iterator[Json]:
    last = 0
    for found in _INLINE.finditer(typed):
        leaves = list(_found(found, resolve, style))
        if not leaves:
            continue
        if found.start() > last:
            yield _text(typed[last : found.start()], style)
        yield from leaves
        last = found.end()
    if typed[last:]:
        yield _text(typed[last:], style)


def _found(found: re.Match[str], resolve: Resolve, style: Json) -> Iterator[Json]:
    styled = {"style": style} if style else {}
    if found["code"]:
        yield _text(found["code"], style | {"code": True})
    elif found["label"]:
        yield {"type": "link", "url": found["to"], "text": found["label"], **styled}
    elif found["url"]:
        yield {"type": "link", "url": found["url"], **styled}
    elif found["mark"]:
        if (leaf := resolve(found["mark"], found["name"])) is not None:
            yield leaf | styled
    else:
        yield from _leaves(found["styled"], resolve, style | {_MARKS[found["style"]]: True})


def _text(words: str, style: Json | None = None) -> Json:
    return {"type": "text", "text": words, **({"style": style} if style else {})}


def _spelled(part: Json, name: Callable[[str], str]) -> str:
    match part["type"]:
        case "rich_text_preformatted":
            return f"```{_line(part, name)}```"
        case "rich_text_quote":
            return "\n".join(f"&gt; {line}" for line in _line(part, name).split("\n"))
        case "rich_text_list":
            marks = (f"{n}. " if part["style"] == "ordered" else "• " for n in range(1, len(part["elements"]) + 1))
            items = zip(marks, part["elements"], strict=True)
            return "\n".join("    " * part["indent"] + mark + _line(item, name) for mark, item in items)
    return _line(part, name)


def _line(part: Json, name: Callable[[str], str]) -> str:
    return "".join(_word(leaf, name) for leaf in part["elements"])


def _word(leaf: Json, name: Callable[[str], str]) -> str:
    match leaf:
        case {"type": "link", "url": str(url), "text": str(label)}:
            word = f"<{escape(url)}|{escape(label)}>"
        case {"type": "link", "url": str(url)}:
            word = f"<{escape(url)}>"
        case {"type": "user", "user_id": str(user)}:
            word = f"<@{user}>"
        case {"type": "channel", "channel_id": str(channel)}:
            word = f"<#{channel}|{name(channel)}>"
        case {"type": "broadcast", "range": str(everyone)}:
            word = f"<!{everyone}>"
        case _:
            word = escape(leaf["text"])
    for mark, style in (("`", "code"), *reversed(_MARKS.items())):
        if leaf.get("style", {}).get(style):
            word = f"{mark}{word}{mark}"
    return word
