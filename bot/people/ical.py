"""The events of an iCalendar file, as far as whole days need them. Files are large and badly made: it is read line by
line, what does not read is counted, no rule is looked through further than the days that are asked for, and of events
and days there may be only so many."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bot.people.rhythms import Rule, Unfit

LINE = re.compile(r'([A-Za-z-]+)((?:;[^;:="]+=(?:"[^"]*"|[^;:"]*)(?:,"[^"]*")*)*):(.*)', re.DOTALL)
WANTED = {"DTSTART", "DTEND", "DURATION", "SUMMARY", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "STATUS", "UID"}
WHEN = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?", re.ASCII)
LASTS = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?)?", re.ASCII)
MOST_DAYS = 150  # of one event
EVENTS = 50_000
DAYS = 200_000  # of all of them
WALKED = 1_000_000  # days that are looked at for all that comes again
KEPT = 5_000  # characters of a line
DEEPEST = 10  # parts that are inside each other
ZONES = 100  # that are looked up
DAY = timedelta(days=1)


class Misread(ValueError):
    """Nothing that an event can be made of."""


class Full(ValueError):
    """More than is looked through."""


@dataclass
class Calendar:
    """The days that events take wholly, by title. `begun`: it is a calendar at all. `unread` are lines at which events
    begin that do not read."""

    days: defaultdict[str, set[date]] = field(default_factory=lambda: defaultdict(set))
    unread: list[int] = field(default_factory=list)
    begun: bool = False
    _taken: int = 0

    def take(self, title: str, days: Iterable[date]) -> None:
        """Raises Full. Where several have the same days these count as often."""
        for day in days:
            self.days[title].add(day)
            self._taken += 1
            if self._taken > DAYS:
                raise Full


@dataclass(frozen=True)
class _Property:
    params: str
    value: str


@dataclass
class _Event:
    line: int
    properties: dict[str, list[_Property]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        found = self.properties.get(name)
        return found[0].value.strip() if found else ""


@dataclass(frozen=True)
class _Moment:
    """As it was written, and on the clocks of the district; a day alone has no time."""

    written: datetime
    there: datetime
    is_day: bool


def read(text: str, zone: str, since: date, until: date) -> Calendar:
    """What happens from one day to another, both included, by the clocks of a zone. Raises Full."""
    calendar, reader = Calendar(), _Reader(ZoneInfo(zone), since, until)
    events = list(islice(_events(text, calendar), EVENTS + 1))
    if len(events) > EVENTS:
        raise Full
    moved = {(event.text("UID"), day) for event in events for day in reader.moved(event)}
    for event in events:
        try:
            calendar.take(_plain(event.text("SUMMARY")), reader.days(event, moved))
        except (Misread, Unfit, OverflowError):
            calendar.unread.append(event.line)
    return calendar


def _events(text: str, calendar: Calendar) -> Iterator[_Event]:
    """One that is not ended is ended by the next; what is inside it, such as an alarm, is not its own."""
    inside, event = list[str](), None
    for number, line in _lines(text):
        parsed = LINE.fullmatch(line)
        if parsed is None:
            continue
        name, value = parsed[1].upper(), parsed[3].strip().upper()
        if name == "BEGIN":
            calendar.begun = calendar.begun or value == "VCALENDAR"
            if value == "VEVENT":
                if event is not None:
                    yield event
                event, inside = _Event(number), []
            inside = [*inside, value][-DEEPEST:]
        elif name == "END":
            if value == "VEVENT" and event is not None:
                yield event
                event = None
            inside = inside[: inside.index(value)] if value in inside else inside
        elif event is not None and name in WANTED and inside[-1:] == ["VEVENT"]:
            event.properties.setdefault(name, []).append(_Property(parsed[2], parsed[3]))
    if event is not None:
        yield event


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Unfolded, each with its number in the file."""
    begun, whole, length = 0, list[str](), 0
    for number, ended in enumerate(io.StringIO(text, newline=None), 1):
        line = ended.removesuffix("\n")
        if not (line[:1] in (" ", "\t") and begun):
            if length:
                yield begun, "".join(whole)
            begun, whole, length = number, [line[:KEPT]], min(len(line), KEPT)
        elif length < KEPT:
            whole.append(line[1 : KEPT - length + 1])
            length += len(whole[-1])
    if length:
        yield begun, "".join(whole)


class _Reader:
    def __init__(self, zone: tzinfo, since: date, until: date) -> None:
        self._zone, self._since, self._until = zone, since, until
        self._walked, self._zones = 0, dict[str, tzinfo]()

    def moved(self, event: _Event) -> list[date]:
        """The day that its series named, of one that took another's place."""
        try:
            return [self._moment(one).written.date() for one in event.properties.get("RECURRENCE-ID", [])]
        except (Misread, OverflowError):
            return []

    def days(self, event: _Event, moved: set[tuple[str, date]]) -> list[date]:
        """Those that it takes wholly, unless it is cancelled. Raises Misread, Unfit or OverflowError."""
        if event.text("STATUS").upper() == "CANCELLED":
            return []
        begin, length, whole = self._span(event)
        if not whole:
            return []
        repeated = "RECURRENCE-ID" not in event.properties
        out = {day for one in self._listed(event, "EXDATE") for day in (one.written.date(),)}
        uid = event.text("UID")
        firsts = {begin.written.date()}
        if repeated:
            firsts |= {one.written.date() for one in self._listed(event, "RDATE")}
            if rule := event.text("RRULE"):
                firsts |= set(self._named(rule, begin))
            firsts = {day for day in firsts if day not in out and not (uid and (uid, day) in moved)}
        shift = begin.there.date() - begin.written.date()
        return list(self._spread((day + shift for day in sorted(firsts)), length))

    def _spread(self, firsts: Iterable[date], length: int) -> Iterator[date]:
        """The days of what begins on each of these, in order; each once."""
        reached = self._since
        for first in firsts:
            end = min(first + (length - 1) * DAY, self._until)
            reached = max(reached, first)
            while reached <= end:
                yield reached
                reached += DAY

    def _span(self, event: _Event) -> tuple[_Moment, int, bool]:
        """When it begins, how many days it touches, and whether it takes them wholly: as days, from one midnight to
        another, or for most of a school day."""
        begin = self._moment(event.properties.get("DTSTART", [_Property("", "")])[0])
        end = None
        if "DTEND" in event.properties:
            end = self._moment(event.properties["DTEND"][0])
            lasts = end.there - begin.there
        else:
            lasts = _lasts(event.text("DURATION")) if event.text("DURATION") else DAY * begin.is_day
        if begin.is_day or (_is_midnight(begin.written) and lasts and not lasts % DAY):
            begin = _Moment(begin.written, begin.written, is_day=True)
            days, whole = max(1, lasts // DAY), True
        else:
            last = begin.there + max(lasts - timedelta(seconds=1), timedelta())
            days, whole = (last.date() - begin.there.date()).days + 1, lasts >= timedelta(hours=4)
        if days > MOST_DAYS:
            raise Misread
        return begin, days, whole

    def _listed(self, event: _Event, name: str) -> list[_Moment]:
        every = event.properties.get(name, [])
        return [
            self._moment(_Property(one.params, value.partition("/")[0]))
            for one in every
            for value in one.value.split(",")
        ]

    def _moment(self, given: _Property) -> _Moment:
        found = WHEN.fullmatch(given.value.strip())
        if found is None:
            raise Misread
        try:
            written = datetime.fromisoformat(f"{found[1]}T{found[2] or '000000'}")
        except ValueError:
            raise Misread from None
        if not found[2]:
            return _Moment(written, written, is_day=True)
        zone = UTC if found[3] else self._named_zone(given.params)
        return _Moment(written, written.replace(tzinfo=zone).astimezone(self._zone).replace(tzinfo=None), is_day=False)

    def _named_zone(self, params: str) -> tzinfo:
        """Where its name says nothing, the district's own."""
        named = re.search(r';TZID="?([^";:]+)', params, re.IGNORECASE)
        name = named[1].strip().lstrip("/") if named else ""
        if name not in self._zones and len(self._zones) < ZONES:
            try:
                self._zones[name] = ZoneInfo(WINDOWS_TO_OLSON.get(name, name))
            except (LookupError, ValueError, OSError):
                self._zones[name] = self._zone
        return self._zones.get(name, self._zone)

    def _named(self, text: str, begin: _Moment) -> Iterator[date]:
        """The days of a rule that are near those asked for. Raises Unfit, or Misread where all of them together are
        too many to look at."""
        rule, years, first = _monthly(text.strip(), begin.written.date())
        near = self._since - MOST_DAYS * DAY
        if "COUNT=" not in rule and first < near:
            rule, first = _nearer(rule, first, near)
        found = Rule.parse(rule)
        last = min(self._until + DAY, found.until or date.max)
        self._walked += max(0, (last - first).days)
        if self._walked > WALKED:
            raise Misread
        for day in found.days(first, last):
            if (day.year - begin.written.year) % years == 0:
                yield day


def _monthly(rule: str, first: date) -> tuple[str, int, date]:
    """A yearly rule as a monthly one in its months, and how many years lie between. Raises Unfit."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().removeprefix("RRULE:").rstrip(";").split(";"))
    if parts.get("FREQ") != "YEARLY":
        return ";".join(f"{name}={value}" for name, value in parts.items()), 1, first
    years = parts.pop("INTERVAL", "1")
    if not years.isdecimal() or not 1 <= int(years) <= 100 or ("COUNT" in parts and years != "1"):
        raise Unfit
    if "BYMONTH" not in parts:
        if "BYDAY" in parts:
            raise Unfit
        if "BYMONTHDAY" not in parts:
            parts["BYMONTH"] = str(first.month)
    if "BYDAY" not in parts and "BYMONTHDAY" not in parts:
        parts["BYMONTHDAY"] = str(first.day)
    return ";".join(f"{name}={value}" for name, value in (parts | {"FREQ": "MONTHLY"}).items()), int(years), first


def _nearer(rule: str, first: date, near: date) -> tuple[str, date]:
    """The same rule, begun later: of what began in 1970 only what is near is looked at."""
    parsed = Rule.parse(rule)
    if parsed.frequency == "MONTHLY":
        if not parsed.weekdays and not parsed.month_days:
            rule += f";BYMONTHDAY={first.day}"
        months = (near.year - first.year) * 12 + near.month - first.month
        months = first.year * 12 + first.month - 1 + months // parsed.interval * parsed.interval
        return rule, date(months // 12, months % 12 + 1, 1)
    step = parsed.interval * (7 if parsed.frequency == "WEEKLY" else 1)
    return rule, first + (near - first).days // step * step * DAY


def _lasts(text: str) -> timedelta:
    found = LASTS.fullmatch(text.upper())
    if found is None:
        raise Misread
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _plain(text: str) -> str:
    """Without the backslashes of iCalendar."""
    return " ".join(re.sub(r"\\([\\;,])", r"\1", re.sub(r"\\[nN]", " ", text)).split())
