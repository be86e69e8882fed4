"""A school's calendar as a file, iCalendar or a table: which days it names, and which of them are days without school.
A file may be large and broken: nothing here is for a handler."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.boundary.characters import clean
from bot.people import ical

LARGEST = 10 * 1024 * 1024  # bytes
AHEAD = timedelta(days=800)
TITLES, TITLE = 100, 80  # that are kept, and characters of one
ROWS, COLUMNS, CELL = 50_000, 100, 131_072
ENDINGS = (".ics", ".csv")
BEGIN = ("start date", "start", "date", "begin", "from", "day", "fecha", "inicio", "desde", "día", "dia")
END = ("end date", "end", "until", "to", "through", "fin", "hasta")
TITLED = (
    "subject",
    "title",
    "summary",
    "name",
    "event",
    "description",
    "asunto",
    "título",
    "titulo",
    "nombre",
    "evento",
)
WRITTEN = {  # days, by the marks in them
    "--": ("%Y-%m-%d",),
    "//": ("%m/%d/%Y", "%m/%d/%y", "%Y/%m/%d"),
    "..": ("%d.%m.%Y",),
    "": ("%Y%m%d",),
    ",": ("%B %d, %Y", "%b %d, %Y"),
}


class Unreadable(ValueError):
    """`says` is a name in `content/`."""

    def __init__(self, says: str) -> None:
        super().__init__(says)
        self.says = says


@dataclass(frozen=True)
class Titled:
    """Days with the same title; `off`: it is one that days without school have."""

    title: str
    days: tuple[date, ...]
    off: bool


@dataclass(frozen=True)
class Found:
    """From the first to the last day that the file names. `unread` entries were left out, the first of them stands in
    line `line`."""

    titles: tuple[Titled, ...]
    first: date
    last: date
    unread: int = 0
    line: int = 0


@dataclass(frozen=True)
class Named:
    """Words by which a title is known as that of days without school, and those by which it is not."""

    by: tuple[str, ...]
    but: tuple[str, ...]

    @classmethod
    def read(cls, by: Iterable[str], but: Iterable[str]) -> Named:
        """From texts with commas between the words."""
        parts = [tuple(one.strip().casefold() for text in texts for one in text.split(",")) for texts in (by, but)]
        return cls(parts[0], parts[1])

    def fit(self, title: str) -> bool:
        plain = title.casefold()
        return any(one in plain for one in self.by) and not any(one in plain for one in self.but)


def read(name: str, content: bytes, zone: str, today: date, named: Named) -> Found:
    """What it says of today and later. Raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable("calendar-file-large")
    text, until = _text(content), today + AHEAD
    try:
        if name.lower().endswith(".ics") or "BEGIN:VCALENDAR" in text[:1000].upper():
            calendar = ical.read(text, zone, today, until)
        else:
            calendar = _table(text, today, until)
    except ical.Full:
        raise Unreadable("calendar-file-full") from None
    if not calendar.begun:
        raise Unreadable("calendar-file-none")
    return _found(calendar, named)


def _text(content: bytes) -> str:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _found(calendar: ical.Calendar, named: Named) -> Found:
    unread, by_title = calendar.unread, dict[str, set[date]]()
    for title, days in calendar.days.items():
        by_title.setdefault(clean(title)[:TITLE].strip(), set()).update(days)
    if not by_title:
        raise Unreadable("calendar-file-broken" if unread else "calendar-file-empty")
    titles = [Titled(title, tuple(sorted(days)), not title or named.fit(title)) for title, days in by_title.items()]
    titles.sort(key=lambda one: (not one.off, one.days[0], one.title))
    ends = [day for one in titles for day in (one.days[0], one.days[-1])]
    return Found(tuple(titles[:TITLES]), min(ends), max(ends), len(unread), min(unread, default=0))


# Tables ----------------------------------------------------------------------------------------------------------


def _table(text: str, since: date, until: date) -> ical.Calendar:
    """Any with a column of days, named or the first one. Raises Full."""
    calendar, columns = ical.Calendar(begun=True), None
    for number, row in _rows(text):
        if columns is None and (columns := _columns(row)) is not None:
            continue
        begin, end, title = columns or (0, None, 1)
        try:
            first = _day(row[begin])
            last = _day(row[end]) if end is not None and row[end].strip() else first
            if not timedelta() <= last - first <= timedelta(ical.MOST_DAYS):
                raise ValueError
        except (ValueError, IndexError):
            calendar.unread.append(number)
            continue
        every = (first + timedelta(ahead) for ahead in range((last - first).days + 1))
        named = row[title].strip() if title is not None and len(row) > title else ""
        calendar.take(named, (day for day in every if since <= day <= until))
    return calendar


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Those in which anything stands, as far as columns are looked at. Raises Full, or Unreadable."""
    sample = text[:2000]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=sample.count))
    csv.field_size_limit(CELL)
    try:
        for row in reader:
            if reader.line_num > ROWS:
                raise ical.Full
            if any(cell.strip() for cell in row):
                yield reader.line_num, row[:COLUMNS]
    except csv.Error:
        raise Unreadable("calendar-file-none") from None


def _columns(row: list[str]) -> tuple[int, int | None, int | None] | None:
    """Where its days begin and end, and its titles stand, if it is a row of names."""
    names = [cell.strip().casefold() for cell in row]
    begin, end, title = (
        next((names.index(one) for one in known if one in names), None) for known in (BEGIN, END, TITLED)
    )
    return None if begin is None else (begin, end, title)


def _day(text: str) -> date:
    """Raises ValueError."""
    plain = re.sub(r"[T ]\d{1,2}:\d{2}.*", "", " ".join(text.split()))
    for written in WRITTEN.get(re.sub(r"[^-/.,]", "", plain), ()):
        try:
            return datetime.strptime(plain, written).date()
        except ValueError:
            continue
    raise ValueError
