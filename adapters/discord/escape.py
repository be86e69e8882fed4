"""Plain text into Discord's Markdown that shows exactly this text.

Discord lets a backslash stand before any ASCII punctuation and does not show it, so nothing visible is added.
"""

from __future__ import annotations

import re

# What formats, links, mentions or becomes an emoji anywhere in a line: `<` opens mentions and timestamps, `:` emoji.
_INLINE = re.compile(r"[\\*_~`|<\[@]|:(?=\S)")
# What makes a heading, a list or a quotation at the start of one; small print is "-#".
_LEADING = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([#>+\-.)])")
# Control characters, overrides of the direction of reading (they reach beyond their own quotation), lone surrogates.
_HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Addresses that need no guessing where they end. Others stay readable, as text that is no link.
_ADDRESS = re.compile(
    r"(https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[/?#](?:[\w\-./?#%&=+@!$,;:~]*[\w\-/#%&=+$~])?)?)",
    re.ASCII | re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text without what cannot be seen but acts."""
    return _HIDDEN.sub("", "\n".join(text.splitlines()))


def one_line(text: str) -> str:
    return " ".join(plain(text).split())


def cut(text: str, most: int) -> str:
    """At most `most` characters (code points, as Discord counts), with "…" where some were left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def escape(text: str) -> str:
    return "\n".join(_escape_line(line) for line in plain(text).split("\n"))


def _escape_line(line: str) -> str:
    pieces = _ADDRESS.split(line)
    # In angle brackets an address is still a link, but nothing of it is read as Markdown and it unfolds no preview.
    shown = "".join(f"<{piece}>" if place % 2 else _INLINE.sub(r"\\\g<0>", piece) for place, piece in enumerate(pieces))
    return _LEADING.sub(r"\1\\\2", shown)
