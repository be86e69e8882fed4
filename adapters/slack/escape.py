"""Plain text to Slack's text and back."""

from __future__ import annotations

import re

REFERENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")  # <@U1>, <#C1|name>, <!channel>, <https://…|label>
_BEFORE_A_HOST = re.compile(r"^(?:https?://|mailto:)")


def escape(text: str) -> str:
    """The three characters that Slack reads as control characters become entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def spoken(text: str) -> str:
    """What a person typed, from a message's text: references as the eye reads them, entities resolved."""
    return unescape(REFERENCE.sub(_as_read, text))


def cut(text: str, most: int) -> str:
    """At most `most` characters of it; "…" says that there was more."""
    return text if len(text) <= most else text[: most - 1] + "…"


def fit(text: str, most: int) -> str:
    """Escaped text of at most `most` characters, cut with "…" where it is longer. `most` is at least 1."""
    escaped = escape(text)
    return escaped if len(escaped) <= most else _whole(escaped[: most - 1]) + "…"


def pieces(escaped: str, most: int) -> list[str]:
    """Escaped text in pieces of at most `most` characters, no entity torn apart, none of them blank."""
    found = []
    while escaped:
        piece = escaped if len(escaped) <= most else _whole(escaped[:most])
        found.append(piece)
        escaped = escaped[len(piece) :]
    return [piece for piece in found if piece.strip()]


def _whole(cut: str) -> str:
    return re.sub(r"&[a-z]*$", "", cut)  # every "&" of an escaped text begins an entity


def _as_read(match: re.Match[str]) -> str:
    target, label = match[1], match[2]
    match target[:1]:
        case "@" | "#":
            return target[0] + label.lstrip("@#") if label else f"{target[0]}…"
        case "!":
            return "@" + (label or target[1:].partition("^")[0]).lstrip("@#")
    if not label or label in (target, _BEFORE_A_HOST.sub("", target)):
        return label or target
    return f"{label} ({target})"
