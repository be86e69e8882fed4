"""Slack's markup: what the eye reads of it, and whom it would notify."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_ANGLE = re.compile(r"<([^<>\n]+)>")
_CODE = re.compile(r"```(.+?)```|`([^`\n]+)`", re.DOTALL)
_STYLED = [re.compile(rf"(?<![\w{mark}])\{mark}(?=\S)([^{mark}\n]+)(?<=\S)\{mark}(?![\w{mark}])") for mark in "*_~"]
_BROADCASTS = {"here": "here", "channel": "channel", "group": "channel", "everyone": "everyone"}
_BARE = re.compile(r"(?<![\w<!|])@([\w.-]+)")

Mention = Callable[[str], str]  # from the id of a user or a channel to what is displayed


def escape(text: str) -> str:
    """As Slack itself writes what a person typed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def readable(raw: str, mention: Mention) -> str:
    """The text with its markup resolved; code stays as it stands."""
    pieces, last = [], 0
    for code in _CODE.finditer(raw):
        pieces += [_plain(raw[last : code.start()], mention), _angles(code[1] or code[2], mention)]
        last = code.end()
    pieces.append(_plain(raw[last:], mention))
    return unescape("".join(pieces))


def quoted_lines(raw: str) -> Iterator[tuple[bool, str]]:
    """Runs of lines: whether they are a quotation, and their text without the marks."""
    run: list[str] = []
    quoted = open_end = False
    for line in raw.split("\n"):
        mark = next((mark for mark in ("&gt;&gt;&gt;", ">>>", "&gt;", ">") if line.startswith(mark)), "")
        now = bool(mark) or open_end
        if run and now != quoted:
            yield quoted, "\n".join(run)
            run = []
        open_end = open_end or len(mark) in (3, 12)
        run.append(line[len(mark) :].removeprefix(" ") if mark else line)
        quoted = now
    yield quoted, "\n".join(run)


def pings(raw: str, *, bare: bool = False, handles: dict[str, str] | None = None) -> Iterator[str]:
    """User ids, "here", "channel" and "everyone" in the order they stand. `bare`: @words count too (link_names and
    parse=full), with `handles` from handle to user id."""
    for angle in _ANGLE.finditer(raw):
        inner = angle[1].partition("|")[0]
        if inner.startswith("@"):
            yield inner[1:]
        elif inner.startswith("!subteam^"):
            yield inner.removeprefix("!subteam^")
        elif inner[0] == "!" and inner[1:] in _BROADCASTS:
            yield _BROADCASTS[inner[1:]]
    for word in _BARE.findall(raw) if bare else ():
        if word in _BROADCASTS:
            yield _BROADCASTS[word]
        elif handles and word in handles:
            yield handles[word]


def _plain(raw: str, mention: Mention) -> str:
    text = raw
    for styled in _STYLED:
        text = styled.sub(r"\1", text)
    return _angles(text, mention)


def _angles(raw: str, mention: Mention) -> str:
    return _ANGLE.sub(lambda angle: _resolved(angle[1], mention), raw)


def _resolved(inner: str, mention: Mention) -> str:
    target, _, label = inner.partition("|")
    if target[0] in "@#":
        return mention(target[1:])
    if target[0] == "!":
        return label or f"@{target[1:].partition('^')[0]}"
    return label or target.removeprefix("mailto:")
