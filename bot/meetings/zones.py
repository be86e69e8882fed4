"""A time zone as RFC 5545 writes it, by the rules that hold in the years that are told: some readers of calendars
understand no list of all changes since 1970."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from bot.people.rhythms import WEEKDAYS


@dataclass(frozen=True)
class Shift:
    """The clocks are set, at that time on the walls before it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def rule(self) -> str:
        """Each year on the same Sunday, say; of what is in its month's last seven days, the last."""
        month_ends = (self.at + timedelta(days=7)).month != self.at.month
        nth = -1 if month_ends else (self.at.day - 1) // 7 + 1
        return f"FREQ=YEARLY;BYMONTH={self.at.month};BYDAY={nth}{WEEKDAYS[self.at.weekday()]}"


def timezone(name: str, first: date, last: date) -> Timezone:
    made = Timezone()
    made.add("tzid", name)
    shifts = list(_shifts(ZoneInfo(name), first.year - 1, last.year + 1))
    for one in _first_of_each(shifts) or [_never(ZoneInfo(name), first)]:
        part = TimezoneDaylight() if one.summer else TimezoneStandard()
        for key, value in (("dtstart", one.at), ("tzoffsetfrom", one.before), ("tzoffsetto", one.after)):
            part.add(key, value)
        part.add("tzname", one.name)
        if shifts:
            month, day = (piece.partition("=")[2] for piece in one.rule.split(";")[1:])
            part.add("rrule", {"freq": "yearly", "bymonth": int(month), "byday": day})
        made.add_component(part)
    return made


def _first_of_each(shifts: list[Shift]) -> list[Shift]:
    """Of those that follow one rule."""
    found: dict[tuple[str, bool], Shift] = {}
    for one in shifts:
        found.setdefault((one.rule, one.summer), one)
    return list(found.values())


def _shifts(zone: ZoneInfo, first: int, last: int) -> Iterator[Shift]:
    day, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while day < end:
        before, after = _offset(zone, day), _offset(zone, day + timedelta(days=1))
        if before != after:
            hours = (day + timedelta(minutes=30 * half) for half in range(49))
            at = next(one for one in hours if _offset(zone, one) == after)
            there = at.astimezone(zone)
            wall = (at + before).replace(tzinfo=None)
            yield Shift(wall, before, after, there.tzname() or "", bool(there.dst()))
        day += timedelta(days=1)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _never(zone: ZoneInfo, first: date) -> Shift:
    """The clocks are never set there."""
    begin = datetime(first.year, 1, 1, tzinfo=UTC)
    offset, there = _offset(zone, begin), begin.astimezone(zone)
    return Shift(begin.replace(tzinfo=None), offset, offset, there.tzname() or "", summer=False)
