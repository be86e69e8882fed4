"""A text that was typed into a form, with its lists and bold words: "- one", "1. two", "*three*"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from bot.boundary import Block, Prose, Span, in_a_line

_BULLET, _NUMBER = re.compile(r"\s*[-•*]\s+(?=\S)"), re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")
_BOLD = re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*\n]+?)(?<=\S)\*{1,2}(?![\w*])")


def prose(text: str) -> Prose:
    """Lines that are no entries of a list stay together."""
    blocks: list[Block] = []
    for plain, lines in groupby(text.splitlines(), lambda line: not (_BULLET.match(line) or _NUMBER.match(line))):
        if plain:
            if together := "\n".join(lines).strip("\n"):
                blocks.append(Block("lines", tuple(_spans(together))))
        else:
            blocks += map(_entry, lines)
    return Prose(tuple(blocks))


def _entry(line: str) -> Block:
    if found := _NUMBER.match(line):
        return Block("number", tuple(_spans(line[found.end() :])), number=int(found[1]))
    found = _BULLET.match(line)
    assert found
    return Block("bullet", tuple(_spans(line[found.end() :])))


def _spans(text: str) -> Iterator[Span]:
    done = 0
    for found in _BOLD.finditer(text):
        if found.start() > done:
            yield Span(text[done : found.start()])
        yield Span(found[1], bold=True)
        done = found.end()
    if done < len(text):
        yield Span(text[done:])


def unmarked(text: str) -> str:
    """As it reads where nothing is bold, such as in a title: without the marks that make it so."""
    return prose(text).text


def beginning(text: str, most: int) -> str:
    """In a line without marks, of at most so many characters."""
    return in_a_line(unmarked(text), most)
