"""Numbers that somebody pasted, as a spreadsheet gives them: a day and a number on each line, and of how many if they
like. What is wrong is told by line.

Days are 2026-10-05, or numbers with the month or the day first. English puts the month first; where people write it
both ways, the table itself must show which it is: a 13 is no month.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.goals.measures import figures
from bot.goals.measures.figures import Odd
from bot.texts import Words

COLUMNS = re.compile(r"^[ ]*\"?[\d/.-]+\"?(?: *,| )", re.MULTILINE | re.ASCII)  # a day, and what comes between columns
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})", re.ASCII)
MONTHS = 12


@dataclass(frozen=True)
class Row:
    line: int  # from 1, as its writer counts them
    day: date
    value: Decimal
    of: int | None


@dataclass(frozen=True)
class Mistake:
    line: int
    says: str


@dataclass(frozen=True)
class _Cells:
    line: int
    cells: tuple[str, ...]

    @property
    def numbers(self) -> tuple[int, int, int] | None:
        """Of a day that can be read two ways."""
        found = NUMBERS.fullmatch(self.cells[0])
        return (int(found[1]), int(found[2]), int(found[3])) if found else None


def read(text: str, unit: str, first: date, today: date, words: Words) -> tuple[list[Row], list[Mistake]]:
    """The rows by day, none before `first` or after today; and all that is wrong, by line."""
    rows, mistakes = dict[date, Row](), list[Mistake]()
    lines = _lines(text)
    month_first = _is_month_first(lines, words.language)
    for line in lines:
        try:
            row = _row(line, unit, month_first, words)
            _refuse_outside(row.day, first, today, words)
            if row.day in rows:
                raise Odd(words("measure-table-twice", line=rows[row.day].line))
            rows[row.day] = row
        except Odd as odd:
            mistakes.append(Mistake(line.line, odd.says))
    return [rows[day] for day in sorted(rows)], mistakes


def _lines(text: str) -> list[_Cells]:
    """Without those that are empty, and without names above the columns."""
    between, found = _between(text), list[_Cells]()
    for number, line in enumerate(text.splitlines(), start=1):
        parted = next(csv.reader([line], delimiter=between), []) if between else line.split()
        cells = tuple(cell.strip() for cell in parted)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if cells:
            found.append(_Cells(number, cells))
    return found[1:] if found and not any(map(_has_digit, found[0].cells)) else found


def _between(text: str) -> str:
    """What parts the columns: what follows the first day. Empty: spaces, as tabs are by the time they come here."""
    if ";" in text:
        return ";"
    first = COLUMNS.search(text)
    return "" if first and not first[0].endswith(",") else ","


def _has_digit(cell: str) -> bool:
    return any(one.isdigit() for one in cell)


def _is_month_first(lines: Sequence[_Cells], language: str) -> bool | None:
    """None: it could be either."""
    days = [line.numbers for line in lines if line.numbers]
    tells_day, tells_month = any(one[0] > MONTHS for one in days), any(one[1] > MONTHS for one in days)
    if tells_day != tells_month:
        return tells_month
    return True if language == "en" else None


def _row(line: _Cells, unit: str, month_first: bool | None, words: Words) -> Row:
    if not 2 <= len(line.cells) <= 3:
        raise Odd(words("measure-table-columns", count=len(line.cells)))
    day = _day(line, month_first, words)
    value = figures.value(line.cells[1], unit, words)
    of = figures.of(line.cells[2], value, unit, words) if len(line.cells) > 2 else None
    return Row(line.line, day, value, of)


def _day(line: _Cells, month_first: bool | None, words: Words) -> date:
    if found := ISO.fullmatch(line.cells[0]):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif numbers := line.numbers:
        one, other, year = numbers
        if month_first is None and one != other:
            raise Odd(words("measure-table-two-ways"))
        month, day = (other, one) if month_first is False else (one, other)
        year += 2000 if year < 100 else 0
    else:
        raise Odd(words("measure-table-day"))
    try:
        return date(year, month, day)
    except ValueError:
        raise Odd(words("measure-table-day")) from None


def _refuse_outside(day: date, first: date, today: date, words: Words) -> None:
    if day > today:
        raise Odd(words("day-to-come"))
    if day < first:
        raise Odd(words("day-long-ago"))
