"""A record as Markdown, for whichever program shows it. What people wrote stays words: it makes no headings, no HTML
and no links but for addresses, which stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.boundary import Bar, Heading, Note, Part, Prose, Quote, Text
from bot.goals.record.chapters import ITEM, Chapter

MEANS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
BEGINS = re.compile(r"^(\s*\d*)([-+=.)])")  # what makes a list or a heading at the start of a line


def written(title: str, chapters: Sequence[Chapter], foot: str) -> str:
    parts = [f"# {escaped(title)}"]
    for chapter in chapters:
        parts.append(f"## {escaped(chapter.title)}")
        parts += (text for part in chapter.parts for text in _part(part))
    return "\n\n".join((*parts, f"*{escaped(foot)}*")) + "\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(text):
            yield f"### {escaped(text)}"
        case Quote(text):
            yield "\n".join(f"> {escaped(line)}".rstrip() for line in text.splitlines() or [""])
        case Text(text) | Note(text):
            yield "\n".join(_line(line) for line in text.splitlines())
        case Prose():
            yield escaped(part.text)
        case Bar():
            yield escaped(f"{part.label}: {part.figure}")


def _line(line: str) -> str:
    """With a break after it, or as one of a list."""
    return f"- {escaped(line.removeprefix(ITEM))}" if line.startswith(ITEM) else f"{escaped(line)}  "


def escaped(text: str) -> str:
    return BEGINS.sub(r"\1\\\2", MEANS.sub(r"\\\1", " ".join(text.splitlines())))
