"""What other days without school would do to the meetings of a district. Looking through all of them takes a while:
nothing here is for a handler."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.meetings.calendars.model import Difference
from bot.meetings.model import Meeting, Series, State
from bot.people import model as people
from bot.people import recurrence, school_days
from bot.people.rhythms import Rhythm, school_day

MOST = 500  # series that are looked at


@dataclass(frozen=True)
class Move:
    """One date of a series; without a moment it is left out."""

    series: Series
    before: datetime | None
    after: datetime | None


def moves(session: Session, district: people.District, changes: Difference, today: date) -> list[Move]:
    """Earliest first."""
    if not changes.new and not changes.gone:
        return []
    off = school_days.off(session, district)
    then = (off | set(changes.new)) - set(changes.gone)
    last = max(*changes.new, *changes.gone, today) + timedelta(14)
    going = select(Series).where(Series.district_id == district.id, Series.state == State.GOING).order_by(Series.id)
    found = list[Move]()
    for series in session.scalars(going.limit(MOST)).unique():
        if (rhythm := series.rhythm) is None:
            continue
        fixed = set(session.scalars(select(Meeting.named).where(Meeting.series_id == series.id, Meeting.by_hand)))
        since = max(today, series.paused_until or today)
        before, after = (_days(rhythm, since, last, days) for days in (off, then))
        in_order = school_day(series.rule) is not None
        found += [_move(series, *both) for both in _changed(before, after, fixed, in_order=in_order)]
    return sorted(found, key=lambda one: (one.before or one.after or datetime.max, one.series.id))


def _days(rhythm: Rhythm, since: date, last: date, off: Collection[date]) -> dict[date, date | None]:
    occasions = takewhile(lambda one: one.named <= last, rhythm.occasions(since, off))
    return {one.named: one.day for one in occasions}


def _changed(
    before: dict[date, date | None], after: dict[date, date | None], fixed: Collection[date], *, in_order: bool
) -> Iterator[tuple[date | None, date | None]]:
    """`in_order`: the calendar itself names the days, one a month."""
    if in_order:
        months = {(day.year, day.month): day for day in before}, {(day.year, day.month): day for day in after}
        pairs = ((months[0].get(one), months[1].get(one)) for one in sorted(months[0].keys() & months[1].keys()))
    else:
        pairs = ((before[one], after[one]) for one in sorted((before.keys() & after.keys()) - set(fixed)))
    yield from ((one, other) for one, other in pairs if one != other)


def _move(series: Series, before: date | None, after: date | None) -> Move:
    there = [recurrence.at(day, series.at, series.zone) if day else None for day in (before, after)]
    return Move(series, *there)
