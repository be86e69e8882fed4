"""A result to take along, for those who see its card: a line to paste elsewhere, a table and a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bot import charts, spreadsheets
from bot.boundary import Answer, Bar, File, Message, Note, Private, Quote, Text
from bot.people.cards import seat_title
from bot.people.readers import Readers
from bot.polls import breakdown, results, terms
from bot.polls.breakdown import Table
from bot.polls.counting import Tally, tally
from bot.polls.model import Kind, Poll, Status
from bot.polls.presets import label, short
from bot.request import Refusal, Request
from bot.spreadsheets import Cells
from bot.texts import Words

ALT_MOST = 1000  # characters


def export(request: Request, poll: Poll) -> Answer:
    count, words = tally(request.session, poll), request.words
    if poll.status is not Status.CLOSED or poll.kind is Kind.OPEN:
        raise Refusal.saying(words("gone"))
    if not count.can_be_exported:
        raise Refusal.saying(words("poll-take-nothing"))
    tables = breakdown.tables(request.session, poll) if poll.can_be_split else []
    anybody = Readers.everybody(request.session, request.district.id).words(request.session, words)  # it is pasted
    line = (Text(words("poll-take-line")), Quote(summary(poll, count, anybody)), Note(words("poll-take-files")))
    return Private(Message(line), files=(_picture(poll, count, words), _sheet(poll, count, tables, words)))


def summary(poll: Poll, count: Tally, words: Words) -> str:
    """All of it in one line."""
    said = words(
        "poll-summary",
        question=poll.question,
        figures=" ".join((*_consented(poll, count, words), ", ".join(_figures(poll, count, words)))),
        people=count.voters,
        seat=seat_title(poll.seat, words),
        when=words.moment(poll.closes_at, poll.seat.district.zone),
    )
    return " ".join((said, *_missed(poll, words)))


def _missed(poll: Poll, words: Words) -> list[str]:
    """That it does not count, which must go along with it."""
    return [terms.quorum_missed(poll.quorum, words)] if poll.valid is False else []


def _consented(poll: Poll, count: Tally, words: Words) -> list[str]:
    """What a consent decided, which figures alone do not tell; nothing if it does not count."""
    return [results.consent(poll, count, words)] if results.has_consented(poll) else []


def _figures(poll: Poll, count: Tally, words: Words) -> Iterator[str]:
    if poll.kind is Kind.RANKED:
        yield results.decided(poll, results.outcome(poll, count), words)
        return
    if poll.kind is Kind.RATING:
        yield results.average(poll, count, words)
    name = results.figure(poll)
    for option in poll.options:
        yield words(name, option=short(option, words), count=count.votes.get(option.id, 0))


# The table -------------------------------------------------------------------------------------------------------


def _sheet(poll: Poll, count: Tally, tables: Sequence[Table], words: Words) -> File:
    return spreadsheets.file(words("poll-take-name"), sheet(poll, count, tables, words))


def sheet(poll: Poll, count: Tally, tables: Sequence[Table], words: Words) -> bytes:
    """Comma-separated values, for any spreadsheet; one number in each row. What is too small to stand alone is counted
    as others, as on the card."""
    head = tuple(words(name) for name in ("poll-csv-by", "poll-csv-who", "poll-csv-answer", "poll-csv-count"))
    return spreadsheets.content(head, (*_rows(poll, count, words), *_by_group(poll, tables, words)))


def _rows(poll: Poll, count: Tally, words: Words) -> Iterator[Cells]:
    all, names = words("poll-csv-all"), {option.id: label(option, words) for option in poll.options}
    if poll.kind is Kind.RANKED:
        for number, one in enumerate(results.outcome(poll, count).rounds, start=1):
            for id, votes in one.votes.items():
                yield words("poll-csv-round", number=number), all, names[id], votes
    else:
        for id, name in names.items():
            yield "", all, name, count.votes.get(id, 0)
    yield "", all, words("poll-csv-anything"), count.voters


def _by_group(poll: Poll, tables: Sequence[Table], words: Words) -> Iterator[Cells]:
    names = {option.id: label(option, words) for option in poll.options}
    for table in tables:
        for row in table.rows:
            by, who = words(breakdown.HEADINGS[table.by]), breakdown.row_name(table.by, row, words)
            for options, many in row.votes:
                yield by, who, names[options[0]] if len(options) == 1 else words("poll-other-answers"), many
            yield by, who, words("poll-csv-anything"), row.people


# The picture -----------------------------------------------------------------------------------------------------


def _picture(poll: Poll, count: Tally, words: Words) -> File:
    chart = picture(poll, count, words)
    lines = "; ".join(f"{bar.label}: {bar.figure}" for bar in chart.bars)
    alt = words("poll-take-alt", question=poll.question, lines=lines, note=chart.note)
    return File(words("poll-take-name") + ".png", alt[:ALT_MOST], partial(charts.draw, chart))


def picture(poll: Poll, count: Tally, words: Words) -> charts.Chart:
    people = words("poll-card-answered", count=count.voters)
    said = " ".join((*_consented(poll, count, words), people, *_missed(poll, words)))
    if poll.kind is not Kind.RANKED:
        return charts.Chart(poll.question, tuple(results.bars(poll, count, words)), said)
    decided = results.outcome(poll, count)
    names = {option.id: short(option, words) for option in poll.options}
    last = decided.rounds[-1].votes
    bars = (Bar(names[id], words("poll-votes", count=votes), votes / count.voters) for id, votes in last.items())
    note = words("poll-take-last-round", number=len(decided.rounds), said=said)
    return charts.Chart(poll.question, tuple(bars), f"{results.decided(poll, decided, words)}. {note}")
