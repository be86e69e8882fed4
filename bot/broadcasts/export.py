"""How one fared, to take along: a table, and a picture of who has read it where that may be told. No names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bot import charts, spreadsheets
from bot.boundary import Answer, Bar, File, Message, Private, Text
from bot.broadcasts import cards, progress, reading
from bot.broadcasts.model import Broadcast
from bot.broadcasts.reading import BUILDINGS, GROUPS, Line
from bot.request import Request
from bot.spreadsheets import Cells
from bot.texts import Words

OTHERS = {GROUPS: "broadcast-other-groups", BUILDINGS: "broadcast-other-buildings"}
ALT_MOST = 1000  # characters


def take_along(request: Request, row: Broadcast) -> Answer:
    words = request.words
    lines = reading.table(request.session, row, request.now) if row.asks else []
    files = [spreadsheets.file(words("broadcast-csv-name"), _sheet(request, row, lines))]
    if lines:
        files.insert(0, _image(picture(row, lines, words), words))
    said = words("broadcast-taken-along-picture" if lines else "broadcast-taken-along")
    return Private(Message((Text(said),)), files=tuple(files))


def name(line: Line, words: Words) -> str:
    return words(OTHERS[line.by]) if len(line.names) > 1 else line.names[0] or words("broadcast-no-building")


def picture(row: Broadcast, lines: Sequence[Line], words: Words) -> charts.Chart:
    bars = (
        Bar(name(one, words), words("broadcast-of-all", read=one.read, all=one.people), one.read / one.people)
        for one in lines
    )
    title = words("broadcast-picture-title", title=cards.name_of(row, words))
    return charts.Chart(title, tuple(bars), words("broadcast-no-proof"))


def _image(chart: charts.Chart, words: Words) -> File:
    lines = "; ".join(f"{bar.label}: {bar.figure}" for bar in chart.bars)
    alt = words("broadcast-picture-alt", title=chart.title, lines=lines, note=chart.note)
    return File(words("broadcast-csv-name") + ".png", alt[:ALT_MOST], partial(charts.draw, chart))


def _sheet(request: Request, row: Broadcast, lines: Sequence[Line]) -> bytes:
    words = request.words
    names = ("broadcast-csv-what", "broadcast-csv-who", "broadcast-csv-count")
    return spreadsheets.content(tuple(words(one) for one in names), _rows(request, row, lines))


def _rows(request: Request, row: Broadcast, lines: Sequence[Line]) -> Iterator[Cells]:
    words, told = request.words, progress.messages(request.session, row)
    yield words("broadcast-csv-channels"), "", len(row.places)
    yield words("broadcast-csv-messages"), "", told[0] if told else 0
    if not row.asks:
        return
    yield words("broadcast-csv-read"), words("broadcast-csv-all"), reading.total(request.session, row)
    for one in lines:
        yield words("broadcast-csv-read"), name(one, words), one.read
        yield words("broadcast-csv-people"), name(one, words), one.people
