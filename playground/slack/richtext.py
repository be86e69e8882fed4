"""rich_text blocks: what they may hold, and how they read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playground.slack.refusal import Json
from playground.slack.shapes import flag, integer, kind, many, one_of, string, thing

_STYLE = thing({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline", "highlight"), flag))
_LEAF = kind(
    {
        "text": thing({"text": string(4000)}, {"style": _STYLE}),
        "link": thing({"url": string(3000)}, {"text": string(3000), "unsafe": flag, "style": _STYLE}),
        "user": thing({"user_id": string(255)}, {"style": _STYLE}),
        "channel": thing({"channel_id": string(255)}, {"style": _STYLE}),
        "emoji": thing({"name": string(255)}, {"unicode": string(255), "style": _STYLE}),
        "broadcast": thing({"range": one_of("here", "channel", "everyone")}, {"style": _STYLE}),
    }
)
_LEAVES = {"elements": many(_LEAF, 0, 1000)}
_SECTION = thing(_LEAVES)
_PART = kind(
    {
        "rich_text_section": _SECTION,
        "rich_text_quote": thing(_LEAVES, {"border": integer(0, 1)}),
        "rich_text_preformatted": thing(_LEAVES, {"border": integer(0, 1)}),
        "rich_text_list": thing(
            {"style": one_of("bullet", "ordered"), "elements": many(kind({"rich_text_section": _SECTION}), 1, 1000)},
            {"indent": integer(0, 8), "offset": integer(0, 1000), "border": integer(0, 1)},
        ),
    }
)
RICH_TEXT = thing({"elements": many(_PART, 1, 1000)}, {"block_id": string(255)})


def parts(block: Json, mention: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """(type, text as it reads) of each part; `mention` turns a user's or a channel's id into what is displayed."""
    for part in block["elements"]:
        if part["type"] == "rich_text_list":
            marks = (f"{n}. " if part["style"] == "ordered" else "• " for n in range(1, len(part["elements"]) + 1))
            items = zip(marks, part["elements"], strict=True)
            yield part["type"], "\n".join(mark + _read(item, mention) for mark, item in items)
        else:
            yield part["type"], _read(part, mention)


def pings(block: Json) -> Iterator[str]:
    for leaf in _leaves(block):
        if leaf["type"] == "user":
            yield leaf["user_id"]
        elif leaf["type"] == "broadcast":
            yield leaf["range"]


def _leaves(part: Json) -> Iterator[Json]:
    for inner in part["elements"]:
        if "elements" in inner:
            yield from _leaves(inner)
        else:
            yield inner


def _read(part: Json, mention: Callable[[str], str]) -> str:
    return "".join(_word(leaf, mention) for leaf in part["elements"])


def _word(leaf: Json, mention: Callable[[str], str]) -> str:
    match leaf:
        case (
            {"type": "text", "text": str(text)}
            | {"type": "link", "text": str(text)}
            | {"type": "link", "url": str(text)}
        ):
            return text
        case {"user_id": str(someone)} | {"channel_id": str(someone)}:
            return mention(someone)
        case {"type": "emoji", "name": str(name)}:
            return f":{name}:"
        case {"range": str(everyone)}:
            return f"@{everyone}"
    return ""
