"""A record as a table, a row for each line, for whichever program reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot import spreadsheets
from bot.boundary import Bar, Heading, Note, Part, Prose, Quote, Text
from bot.goals.record.chapters import ITEM, Chapter
from bot.texts import Words


def written(chapters: Sequence[Chapter], words: Words) -> bytes:
    head = (words("record-csv-chapter"), words("record-csv-line"))
    return spreadsheets.content(
        head, ((one.title, line) for one in chapters for part in one.parts for line in _of(part))
    )


def _of(part: Part) -> Iterator[str]:
    match part:
        case Quote(text):
            yield " ".join(text.split())
        case Heading(text) | Text(text) | Note(text):
            yield from (line.removeprefix(ITEM) for line in text.splitlines() if line.strip())
        case Prose():
            yield part.text
        case Bar():
            yield f"{part.label}: {part.figure}"
