"""Discord's markdown as the eye reads it, and whom a text mentions.

Every construct that Discord would format is resolved, so a text that comes out as it went in was escaped well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from playground.person import SeenLine

Kind = Literal["heading", "text", "quote", "note"]

# One alternative for each rule, in Discord's order; the group named last in a match says which it was.
INLINE = re.compile(
    r"""
      (?P<shrug>¯\\_\(ツ\)_/¯)
    | \\(?P<escape>[^0-9A-Za-z\s])
    | ```(?:[a-z0-9_+\-.\#]*\n)?(?P<block>[\s\S]+?)\n*```
    | (?P<ticks>`+)(?P<code>[\s\S]*?[^`])(?P=ticks)(?!`)
    | <(?P<auto>https?://[^\s<>]+)>
    | (?P<url>https?://[^\s<]+[^<.,:;"'\]\s])
    | <@!?(?P<user>\d+)>
    | <@&(?P<role>\d+)>
    | <\#(?P<channel>\d+)>
    | </(?P<command>[^:>]+):\d+>
    | <t:(?P<time>-?\d{1,13})(?::(?P<style>[tTdDfFsSR]))?>
    | <a?:(?P<emoji>\w{2,}):\d+>
    | (?P<everyone>@everyone|@here)
    | \*\*(?P<strong>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)
    | __(?P<under>(?:\\[\s\S]|[^\\])+?)__(?!_)
    | _(?P<em_line>(?:__|\\[\s\S]|[^\\_])+?)_\b
    | \*(?=\S)(?P<em_star>(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)
    | ~~(?P<strike>[\s\S]+?)~~(?!_)
    | \|\|(?P<spoiler>[\s\S]+?)\|\|
    | \[(?P<link>(?:\\.|\[[^\]]*\]|[^\[\]\\])+)\]\(\s*<?https?://[^\s)>]+>?(?:\s+["'][^"']*["'])?\s*\)
    """,
    re.VERBOSE,
)
NESTED = {"strong", "under", "em_line", "em_star", "strike", "spoiler", "link"}
PLAIN = {"escape", "block", "code", "auto", "url", "shrug", "everyone"}
CODE = re.compile(r"```[\s\S]+?```|(`+)[\s\S]*?[^`]\1(?!`)")
PINGED = re.compile(r"<@!?(?P<user>\d+)>|<@&(?P<role>\d+)>|@(?P<all>everyone|here)")
HEADING = re.compile(r"#{1,3}\s+(?=\S)")
NOTE = re.compile(r"-#\s+(?=\S)")
QUOTE = re.compile(r">\s+")
ITEM = re.compile(r"(\s*)[-*]\s+(?=\S)")
FORMATS = {
    "t": "%H:%M",
    "T": "%H:%M:%S",
    "d": "%d/%m/%Y",
    "D": "%d %B %Y",
    "f": "%d %B %Y %H:%M",
    "F": "%A, %d %B %Y %H:%M",
    "s": "%d/%m/%Y, %H:%M",
    "S": "%d/%m/%Y, %H:%M:%S",
}


@dataclass(frozen=True)
class Names:
    """How mentions are displayed."""

    user: Callable[[str], str]
    channel: Callable[[str], str]


def lines(text: str, names: Names) -> Iterator[SeenLine]:
    """The pieces of a text, adjacent lines of one kind together."""
    kind: Kind = "text"
    gathered: list[str] = []
    for next_kind, piece in _blocks(text):
        if gathered and (next_kind != kind or kind == "heading"):
            yield SeenLine(kind, inline("\n".join(gathered), names))
            gathered = []
        kind = next_kind
        gathered.append(piece)
    if gathered:
        yield SeenLine(kind, inline("\n".join(gathered), names))


def _blocks(text: str) -> Iterator[tuple[Kind, str]]:
    """Each line with its kind; a code block is one, and whatever follows `>>>` is another."""
    at = 0
    while at < len(text):
        if text.startswith(">>> ", at):
            yield "quote", text[at + 4 :]
            return
        if text.startswith("```", at) and (fence := CODE.match(text, at)):
            end = text.find("\n", fence.end())
        else:
            end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield _block(text[at:end])
        at = end + 1


def _block(line: str) -> tuple[Kind, str]:
    if mark := HEADING.match(line):
        return "heading", line[mark.end() :]
    if mark := NOTE.match(line):
        return "note", line[mark.end() :]
    if mark := QUOTE.match(line):
        return "quote", line[mark.end() :]
    return "text", ITEM.sub(r"\1• ", line, count=1) if ITEM.match(line) else line


def inline(text: str, names: Names) -> str:
    """A text with formatting resolved and mentions by name."""
    return INLINE.sub(lambda match: _resolve(match, names), text)


def _resolve(match: re.Match[str], names: Names) -> str:
    rule = match.lastgroup or ""
    if rule == "style":
        return _time(int(match["time"]), match["style"])
    inside = match[rule]
    if rule in NESTED:
        return inline(inside, names)
    if rule in PLAIN:
        return inside
    match rule:
        case "user":
            return f"@{names.user(inside)}"
        case "channel":
            return f"#{names.channel(inside)}"
        case "role":
            return "@unknown-role"
        case "command":
            return f"/{inside}"
        case "time":
            return _time(int(inside), "f")
        case _:
            return f":{inside}:"


def _time(seconds: int, style: str) -> str:
    """In UTC, so that all read the same."""
    moment = datetime.fromtimestamp(seconds, UTC)
    if style in FORMATS:
        return moment.strftime(FORMATS[style])
    away = moment - datetime.now(UTC)
    size = abs(away.total_seconds())
    unit, length = next((unit for unit in UNITS if size >= unit[1]), UNITS[-1])
    amount = f"{round(size / length)} {unit}s"
    return f"in {amount}" if away.total_seconds() > 0 else f"{amount} ago"


UNITS = (("year", 31_557_600), ("month", 2_629_800), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def mentioned(text: str) -> Iterator[tuple[str, str]]:
    """("user", id), ("role", id) or ("all", "everyone" or "here"), wherever Discord would ping: a backslash does not
    prevent it, standing in code does."""
    for match in PINGED.finditer(CODE.sub(" ", text)):
        kind = match.lastgroup or ""
        yield kind, match[kind]
