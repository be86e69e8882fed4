"""Plain text to Slack's text and back."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")  # <@U1>, <#C1|name>, <!channel>, <https://…|label>


def escape(text: str) -> str:
    """The three characters that Slack reads as control characters become entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def spoken(text: str) -> str:
    """What a person typed, from a message's text: references as the eye reads them, entities resolved."""
    return unescape(_REFERENCE.sub(_as_read, text))


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
    if target[:1] in ("@", "#", "!"):
        sign = "#" if target[0] == "#" else "@"
        return sign + (label or target[1:]).lstrip("@#")
    return label or target
