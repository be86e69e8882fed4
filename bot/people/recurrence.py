"""What comes again, by the clocks on the walls of a place: a rule says when, the zone what moment that is.

Where the clocks are set forward over such a time, it comes as much later as they skip (2:30 of 2 to 3 is 3:30); where
they are set back and show it twice, it comes the first time. So PEP 495 reads them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

MOST_LEFT_OUT = 60  # times in a row


@dataclass(frozen=True)
class Recurrence:
    """`rule` is one of RFC 5545, such as "FREQ=WEEKLY" or "FREQ=MONTHLY;BYDAY=2TU", that comes again at the time of day
    of `begin`, which is a time on the walls and counts where the rule has it."""

    rule: str
    begin: datetime  # without a zone
    zone: str

    def after(self, moment: datetime, off: Collection[date] = ()) -> datetime:
        """The next time after that moment, on none of the days `off`. Raises LookupError where there is none."""
        earlier = on_the_wall(moment, self.zone) - timedelta(days=1)
        walls = rrulestr(self.rule, dtstart=self.begin).xafter(earlier)
        times = ((wall.date(), at(wall.date(), self.begin.time(), self.zone)) for wall in walls)
        coming = islice(((day, when) for day, when in times if when > moment), MOST_LEFT_OUT)
        last = None
        for day, when in coming:
            if day not in off:
                return when
            last = when
        if last is None:
            raise LookupError(f"nothing comes after {moment}: {self.rule}")
        return last


def at(day: date, hour: time, zone: str) -> datetime:
    """One that the clocks skip is as much later; of one that comes twice it is the first."""
    return datetime.combine(day, hour.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def on_the_wall(moment: datetime, zone: str) -> datetime:
    """Without a zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def ahead(now: datetime, zone: str, days: int, hour: time) -> datetime:
    """At that time of the day that is so many days ahead there."""
    return at(on_the_wall(now, zone).date() + timedelta(days), hour, zone)
