"""When somebody may be written to without having asked: the district's hours, or their own. Those who keep to weekdays
are left alone on days without school, too."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import Self
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session, object_session

from bot.people import model, preferences, school_days

DEFAULT = "7-18"
WEEKDAYS, EVERY_DAY = DAYS = "weekdays", "every day"
AHEAD = 120  # days that are looked ahead, or back
ROOM = timedelta(minutes=5)  # before the end, in which nothing begins: sending takes its time
AT_ONCE, IN_HOURS, DAILY = ARRIVALS = "at once", "in hours", "daily"  # how questions come to a seat's holder
WRITTEN = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")


@dataclass(frozen=True)
class Hours:
    """From one full hour (0 to 23) to a later one (1 to 24) of the days that count."""

    begin: int
    end: int
    days: str
    off: Collection[date] = frozenset()

    @classmethod
    def parse(cls, text: str, days: str, off: Collection[date] = frozenset()) -> Self:
        """Raises ValueError for anything but "7-18" and one of DAYS."""
        found = WRITTEN.fullmatch(text)
        begin, end = map(int, found.groups()) if found else (0, 0)
        if not begin < end <= 24 or days not in DAYS:
            raise ValueError("hours look like 7-18")
        return cls(begin, end, days, off)

    def up_to(self, end: int) -> Self:
        """These, or longer."""
        return replace(self, end=max(self.end, end))

    def hold(self, moment: datetime, zone: str) -> bool:
        there = moment.astimezone(ZoneInfo(zone))
        since_midnight = timedelta(hours=there.hour, minutes=there.minute, seconds=there.second)
        counts = self.days == EVERY_DAY or school_days.is_one(there.date(), self.off)
        return counts and timedelta(hours=self.begin) <= since_midnight <= timedelta(hours=self.end) - ROOM

    def next(self, moment: datetime, zone: str) -> datetime:
        """This moment, if they hold; otherwise when they hold again."""
        there = moment.astimezone(ZoneInfo(zone))
        begins = (
            datetime.combine(there.date() + timedelta(ahead), time(self.begin), there.tzinfo).astimezone(UTC)
            for ahead in range(AHEAD)
        )
        moments = chain((moment,), (at for at in begins if at > moment))
        return next((at for at in moments if self.hold(at, zone)), moment + timedelta(AHEAD))

    def last(self, moment: datetime, zone: str) -> datetime:
        """This moment, if they hold; otherwise the last one before it at which they did."""
        there = moment.astimezone(ZoneInfo(zone))
        latest = (datetime.min + timedelta(hours=self.end) - ROOM).time()
        ends = (
            datetime.combine(there.date() - timedelta(back), latest, there.tzinfo).astimezone(UTC)
            for back in range(AHEAD)
        )
        moments = chain((moment,), (at for at in ends if at < moment))
        return next((at for at in moments if self.hold(at, zone)), moment)


def of_district(district: model.District) -> Hours:
    session = object_session(district)
    off = school_days.off(session, district) if session else frozenset()
    return Hours.parse(district.hours, district.days, off)


def hours_of(session: Session, member: model.Member) -> Hours:
    own, district = preferences.of(session, member.id), member.district
    off = school_days.off(session, district)
    return Hours.parse(own.hours or district.hours, own.days or district.days, off)


def urgent_hours_of(session: Session, member: model.Member) -> Hours:
    """In which something urgent may come to them: to families later in the evening, unless they chose their hours."""
    theirs, chosen = hours_of(session, member), preferences.of(session, member.id).hours
    families = member.group.kind is model.GroupKind.PARENTS
    return theirs.up_to(member.district.families_until) if families and not chosen else theirs


def zone_of(session: Session, member: model.Member) -> str:
    """By which clocks their hours go: hours of their own by their own, the district's by the district's."""
    if member.zone and preferences.of(session, member.id).hours:
        return member.zone
    return member.district.zone


def arrival(session: Session, member: model.Member) -> str:
    """How they want to hear of a question that waits for a seat of theirs: one of ARRIVALS (`notices.arrival`)."""
    return preferences.of(session, member.id).questions or member.district.questions


def tomorrow(moment: datetime, zone: str) -> datetime:
    """When the next day begins there."""
    there = moment.astimezone(ZoneInfo(zone))
    return datetime.combine(there.date() + timedelta(1), time(), there.tzinfo).astimezone(UTC)


def day(moment: datetime, zone: str) -> str:
    """As in 2026-11-26."""
    return moment.astimezone(ZoneInfo(zone)).date().isoformat()


def day_of(moment: datetime, zone: str) -> datetime:
    """When that day began there."""
    return datetime.combine(moment.astimezone(ZoneInfo(zone)).date(), time(), ZoneInfo(zone)).astimezone(UTC)
