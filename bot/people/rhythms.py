"""Which days come again: by a rule of RFC 5545, or each month on its second school day, say; and what the school's
calendar does to each of them.

A rule is looked through day by day, and never further than HORIZON: dateutil seeks what never comes, such as the 30th
of February, until the year 9999.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import Self

from bot.people import school_days

HORIZON = 800  # days
LONGEST = 200  # characters of a rule
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SCHOOL_DAY, SURE = "SCHOOLDAY", 15  # school days that a month may have
DAILY, WEEKLY, MONTHLY = FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY")
PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
DAY = re.compile(rf"([+-]?[1-5])?({'|'.join(WEEKDAYS)})", re.ASCII)
NUMBER = re.compile(r"[+-]?[1-9][0-9]{0,3}", re.ASCII)
ENDS = re.compile(r"([0-9]{8})(?:T[0-9]{6}Z?)?", re.ASCII)


class Unfit(ValueError):
    """No rule by which people could meet: it does not read, comes more than once a day, or has too many dates."""


class Never(Unfit):
    """Nothing of it comes within a year."""


class Bend(StrEnum):
    """What happens to a day without school."""

    SKIP = "skip"
    MOVE = "move"  # to the next school day, unless the one that comes after it is then


@dataclass(frozen=True)
class Occasion:
    """The rule names a day; `day` is when it is in fact, None: it is left out."""

    named: date
    day: date | None


@dataclass(frozen=True)
class Rule:
    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()  # which one of the month (0: each), and 0 for Monday
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_begins: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises Unfit."""
        bare = text.strip().upper().removeprefix("RRULE:").rstrip(";")
        pairs = [part.partition("=") for part in bare.split(";")]
        given = {name: value for name, _, value in pairs}
        if len(text) > LONGEST or len(given) < len(pairs) or not given.keys() <= PARTS:
            raise Unfit
        frequency = given.get("FREQ", "")
        weekdays = tuple(map(_weekday, filter(None, given.get("BYDAY", "").split(","))))
        if frequency not in FREQUENCIES or (frequency != MONTHLY and any(which for which, _ in weekdays)):
            raise Unfit
        return cls(
            frequency,
            _numbers(given.get("INTERVAL", "1"), 1, 366)[0],
            _numbers(given["COUNT"], 1, 9999)[0] if "COUNT" in given else None,
            _until(given["UNTIL"]) if "UNTIL" in given else None,
            weekdays,
            _numbers(given.get("BYMONTHDAY", ""), -31, 31),
            _numbers(given.get("BYMONTH", ""), 1, 12),
            _numbers(given.get("BYSETPOS", ""), -31, 31),
            _weekday(given.get("WKST", "MO"))[1],
        )

    def days(self, first: date, until: date) -> Iterator[date]:
        """From the first on."""
        last = min(until, self.until or until)
        found = (day for period in self._periods(first, last) for day in self._chosen(period, first))
        yield from islice((day for day in found if first <= day <= last), self.count)

    def _periods(self, first: date, last: date) -> Iterator[list[date]]:
        """Each `interval`th day, week or month, whole."""
        begin = first
        if self.frequency == WEEKLY:
            begin -= timedelta((first.weekday() - self.week_begins) % 7)
        elif self.frequency == MONTHLY:
            begin = first.replace(day=1)
        while begin <= last:
            length = {DAILY: 1, WEEKLY: 7}.get(self.frequency) or monthrange(begin.year, begin.month)[1]
            yield [begin + timedelta(ahead) for ahead in range(length)]
            if self.frequency == MONTHLY:
                months = begin.year * 12 + begin.month - 1 + self.interval
                begin = date(months // 12, months % 12 + 1, 1)
            else:
                begin += timedelta(self.interval * length)

    def _chosen(self, period: list[date], first: date) -> list[date]:
        found = [day for day in period if self._fits(day, first)]
        if not self.positions:
            return found
        at = {place - 1 if place > 0 else len(found) + place for place in self.positions}
        return [day for place, day in enumerate(found) if place in at]

    def _fits(self, day: date, first: date) -> bool:
        length = monthrange(day.year, day.month)[1]
        if self.months and day.month not in self.months:
            return False
        if self.month_days and not {day.day, day.day - length - 1} & {*self.month_days}:
            return False
        if self.weekdays:
            which = {0, (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)}
            return any(which_one in which and weekday == day.weekday() for which_one, weekday in self.weekdays)
        if self.month_days or self.frequency == DAILY:
            return True
        return day.weekday() == first.weekday() if self.frequency == WEEKLY else day.day == first.day


def _weekday(text: str) -> tuple[int, int]:
    found = DAY.fullmatch(text)
    if not found:
        raise Unfit
    return int(found[1] or 0), WEEKDAYS.index(found[2])


def _numbers(text: str, least: int, most: int) -> tuple[int, ...]:
    parts = text.split(",") if text else []
    if not all(NUMBER.fullmatch(part) and least <= int(part) <= most for part in parts):
        raise Unfit
    return tuple(map(int, parts))


def _until(text: str) -> date:
    found = ENDS.fullmatch(text)
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise Unfit from None


@dataclass(frozen=True)
class Rhythm:
    """`rule` is one of RFC 5545 without its beginning, or "SCHOOLDAY=2": the second school day of each month."""

    rule: str
    first: date
    bend: Bend = Bend.MOVE

    def occasions(self, since: date, off: Collection[date]) -> Iterator[Occasion]:
        """Those whose named day is not before `since`, as far as is looked ahead. Raises Unfit."""
        until = max(since, self.first) + timedelta(HORIZON)
        if nth := school_day(self.rule):
            days = _school_days(nth, max(since, self.first), until, off)
            yield from (Occasion(day, day) for day in days)
            return
        named = (day for day in _read(self.rule).days(self.first, until) if day >= since)
        for day, following in pairwise(chain(named, (date.max,))):
            yield Occasion(day, self._bent(day, following, off))

    def _bent(self, day: date, following: date, off: Collection[date]) -> date | None:
        if day not in off:
            return day
        to = school_days.after(day, 1, off)
        return to if self.bend is Bend.MOVE and to < following and to not in off else None

    def check(self, off: Collection[date]) -> None:
        """Raises Unfit, Never."""
        first = next(self.occasions(self.first, off), None)
        if first is None or first.named > self.first + timedelta(366):
            raise Never


@lru_cache
def _read(rule: str) -> Rule:
    return Rule.parse(rule)


def school_day(rule: str) -> int | None:
    """The second: 2. Raises Unfit for one that no month has."""
    name, _, number = rule.partition("=")
    return _numbers(number, 1, SURE)[0] if name == SCHOOL_DAY and number else None


def _school_days(nth: int, since: date, until: date, off: Collection[date]) -> Iterator[date]:
    month = since.replace(day=1)
    while month <= until:
        days = (month + timedelta(ahead) for ahead in range(monthrange(month.year, month.month)[1]))
        found = next(islice((day for day in days if school_days.is_one(day, off)), nth - 1, None), None)
        if found is not None and since <= found <= until:
            yield found
        month = (month + timedelta(31)).replace(day=1)


# From a day that was picked --------------------------------------------------------------------------------------


def monthly(first: date) -> str:
    """On the same weekday: of the third Tuesday, each third one; what may be a fifth is the last."""
    nth = (first.day - 1) // 7 + 1
    return f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{WEEKDAYS[first.weekday()]}"


def weekly(first: date) -> str:
    return f"FREQ=WEEKLY;BYDAY={WEEKDAYS[first.weekday()]}"


def fortnightly(first: date) -> str:
    return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={WEEKDAYS[first.weekday()]}"
