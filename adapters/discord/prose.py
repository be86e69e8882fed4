"""What somebody wrote, between Discord's Markdown and the core's `Prose`. Lines are read here, for Discord knows fewer
kinds than CommonMark and begins them otherwise; what stands in them is read by markdown-it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from adapters.discord.escape import escape, plain
from bot.boundary import Account, Address, Block, Prose, Span

_CODE = re.compile(r"```(?:[\w+\-.#]*\n)?(.+?)\n?```", re.DOTALL)
_LINE = re.compile(
    r"(?P<quote>> )|(?P<heading>#{1,3} +)|(?P<small>-# +)|(?P<deep> *)(?:(?P<bullet>[-*] +)|(?P<number>\d{1,9})\. +)"
)
_NAMED = re.compile(r"<(?:@[!&]?|#|a?:\w{2,32}:|/[^:<>]{1,64}:|id:|t:)[\w:\-]{1,40}>|<id:\w+>")
_LINK = re.compile(r"https?://[^\s<>]*[^\s<>.,:;!?'\")\]*_~|]", re.IGNORECASE)
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>]{1,2000}", re.IGNORECASE)
_LINKED = re.compile(r"https?://", re.IGNORECASE)  # what Discord makes a link, and reads nothing else in it
_STYLES = {"strong": "bold", "em": "italic", "s": "strike"}
DEEPEST = 8

Names = Mapping[str, str]  # what Discord says somebody is called, by user id

# From Discord ----------------------------------------------------------------------------------------------------


def read(content: str, guild: str, names: Names) -> Prose:
    blocks: list[Block] = []
    begin = 0
    for code in _CODE.finditer(content):
        blocks += _lines(content[begin : code.start()].removesuffix("\n"), guild, names)
        blocks.append(Block("code", (Span(code[1]),)))
        begin = code.end() + (content[code.end() : code.end() + 1] == "\n")
    blocks += _lines(content[begin:], guild, names)
    return Prose(tuple(blocks))


def _lines(text: str, guild: str, names: Names) -> Iterator[Block]:
    text, mark, rest = f"\n{text}".partition("\n>>> ")  # which quotes all that follows
    lines = [_line(line) for line in text[1:].split("\n")]
    for shape, run in groupby(lines, itemgetter(0)):
        group = [words for _, words in run]
        many = ["\n".join(group)] if shape.kind in ("lines", "quote") else group
        for words in many:
            if spans := _spans(words.strip("\n"), guild, names):
                bold = [replace(span, bold=True) for span in spans]
                yield replace(shape, spans=tuple(bold) if shape.spans else spans)  # of a heading all is
    if mark and (spans := _spans(rest, guild, names)):
        yield Block("quote", spans)


def _line(line: str) -> tuple[Block, str]:
    """What kind of block it belongs to, and what is left to be read; a heading comes with a bold span."""
    found = _LINE.match(line)
    if found is None:
        return Block("lines", ()), line
    words, deep = line[found.end() :], min(len(found["deep"] or "") // 2, DEEPEST)
    if found["quote"]:
        return Block("quote", ()), words
    if found["bullet"]:
        return Block("bullet", (), deep), words
    if found["number"]:
        return Block("number", (), deep, int(found["number"])), words
    return Block("lines", (Span("", bold=True),) if found["heading"] else ()), words


def _spans(text: str, guild: str, names: Names) -> tuple[Span, ...]:
    parsed = _markdown().parseInline(text)
    tokens = parsed[0].children or [] if parsed else []
    return tuple(_joined(_read(tokens, guild, names)))


def _read(tokens: Sequence[Token], guild: str, names: Names) -> Iterator[Span]:
    looks: dict[str, int] = {"bold": 0, "italic": 0, "strike": 0}
    link = ""
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _STYLES and token.markup != "__":  # what is underlined in Discord is so nowhere else
            looks[_STYLES[name]] += token.nesting
        elif token.type == "link_open":
            link = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            link = ""
        elif token.content or token.type in ("softbreak", "hardbreak"):
            style: Any = {look: bool(depth) for look, depth in looks.items()}
            for span in _said(token, guild, names, link):
                yield replace(span, **style, code=token.type == "code_inline")


def _said(token: Token, guild: str, names: Names, link: str) -> Iterator[Span]:
    if token.type == "named":
        yield _named(token.content, guild, names)
    elif token.type in ("softbreak", "hardbreak"):
        yield Span("\n", link=_safe(link))
    elif link or token.type == "code_inline":
        yield Span(token.content, link=_safe(link))
    else:
        begin = 0
        for found in _LINK.finditer(token.content):
            yield Span(token.content[begin : found.start()])
            yield Span(found[0], link=_safe(found[0]))
            begin = found.end()
        yield Span(token.content[begin:])


def _named(text: str, guild: str, names: Names) -> Span:
    inner = text[1:-1]
    if found := re.fullmatch(r"@!?(\d{1,20})", inner):
        name = names.get(found[1], "")
        return Span(f"@{name}" if name else "", names=str(Account("discord", guild, found[1])))
    if found := re.fullmatch(r"#(\d{1,20})", inner):
        return Span("", names=str(Address("discord", guild, found[1])))
    if found := re.fullmatch(r"a?(:\w+:)\d+", inner):
        return Span(found[1])
    if found := re.fullmatch(r"(/[^:]+):\d+", inner):
        return Span(found[1])
    return Span("@…" if inner.startswith("@&") else text)


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """What looks the same is one span."""
    for _, run in groupby((span for span in spans if span.text or span.names), lambda span: replace(span, text="")):
        group = list(run)
        if group[0].names:
            yield from group
        else:
            yield replace(group[0], text="".join(span.text for span in group))


def _safe(link: str) -> str:
    return link if _SAFE_LINK.fullmatch(link) else ""


@cache
def _markdown() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("strikethrough").disable(["image", "entity"])
    reader.inline.ruler.before("autolink", "named", _find_named)
    return reader


def _find_named(state: StateInline, silent: bool) -> bool:
    """`<@1>`, `<#1>`, `<:name:1>` and their like."""
    found = _NAMED.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("named", "", 0).content = found[0]
    state.pos = found.end()
    return True


# To Discord ------------------------------------------------------------------------------------------------------


def markdown(blocks: Sequence[Block]) -> str:
    """Markdown that shows this and nothing else: every text in it is escaped."""
    return "\n".join(written for block in blocks if (written := _written(block)).strip())


def _written(block: Block) -> str:
    if block.kind == "code":
        inner = _parted(plain("".join(span.text for span in block.spans)))
        return f"```\n{inner}\n```"
    words = "".join(_apart([_styled(span) for span in block.spans if span.text]))
    match block.kind:
        case "bullet":
            return f"{'  ' * block.deep}- {_one_line(words)}"
        case "number":
            return f"{'  ' * block.deep}{block.number}. {_one_line(words)}"
        case "quote":
            return "\n".join(f"> {line}" for line in words.split("\n"))
    return words


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))


def _styled(span: Span) -> str:
    """Each line by itself: no format of Discord's reaches over a blank one."""
    return "\n".join(_line_styled(span, line) for line in plain(span.text).split("\n"))


def _line_styled(span: Span, line: str) -> str:
    inner = line.strip()
    if not inner:
        return line
    before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    return before + _wrapped(span, inner) + after


def _wrapped(span: Span, inner: str) -> str:
    if span.code:
        shown = f"`` {_parted(inner)} ``" if "`" in inner else f"`{inner}`"
    elif span.link and _SAFE_LINK.fullmatch(span.link):
        shown = _linked(replace(span, text=inner))
    else:
        shown = escape(inner)
    for has, mark in ((span.strike, "~~"), (span.italic, "*"), (span.bold, "**")):
        shown = f"{mark}{shown}{mark}" if has else shown
    return shown


def _linked(span: Span) -> str:
    """Where it leads is said where the text says something else. What looks like another address is no link, nor is
    what Discord makes none of."""
    shown, there = escape(span.text), f"<{span.link}>"
    if not _LINKED.match(span.link):
        return f"{shown} ({escape(span.leads_to)})" if span.leads_to else shown
    if span.misleads:
        return f"{shown} ({escape(span.leads_to)}: {there})"
    linked = there if span.text == span.link.removesuffix("/") else f"[{_label(span.text)}]({there})"
    return f"{linked} ({escape(span.leads_to)})" if span.leads_to else linked


def _parted(code: str) -> str:
    """No two backticks beside each other, so that none end what they stand in."""
    return re.sub("`(?=`)", "`\u200b", code)


def _label(inner: str) -> str:
    return escape(inner).replace("]", "\\]")


def _apart(pieces: Sequence[str]) -> Iterator[str]:
    """A mark that stood right beside another would be read as one with it."""
    last = ""
    for piece in pieces:
        if last[-1:] in _MARKS and piece[:1] in _MARKS:
            yield "\u200b"
        yield piece
        last = piece


_MARKS = frozenset("*~`")
