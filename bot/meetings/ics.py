"""Meetings as RFC 5545 writes them. A series is one event that comes again by its rule, with an exception for each date
that the calendar or a person changed; where calendars know no such rule, as for school days, each date is an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vRecur
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.meetings import zones
from bot.meetings.model import Meeting, Phase, Series
from bot.people import recurrence, school_days
from bot.people.rhythms import Rule, school_day

AGAIN = timedelta(hours=1)  # calendars are asked to look
BEFORE = timedelta(minutes=15)  # of the alarm
GONE = (Phase.NO_SCHOOL, Phase.DROPPED)


@dataclass(frozen=True)
class Shown:
    """`private`: it says no more than that the time is taken."""

    series: Series
    called: str
    where: str
    private: bool


@dataclass(frozen=True)
class When:
    """The rule names a day; `at` is when it is in fact, None: it is left out."""

    named: date
    at: datetime | None
    row: Meeting | None


def calendar(session: Session, name: str, shown: Sequence[Shown], today: date) -> bytes:
    made = _calendar("PUBLISH")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT1H")
    for zone in sorted({one.series.zone for one in shown}):
        first = min(one.series.first or today for one in shown if one.series.zone == zone)
        made.add_component(zones.timezone(zone, first, last_day(today)))
    for one in shown:
        for event in _events(session, one, today):
            made.add_component(event)
    return bytes(made.to_ical())


def _calendar(method: str) -> Calendar:
    made = Calendar()
    for key, value in (("prodid", "-//Start Somewhere//EN"), ("version", "2.0"), ("method", method)):
        made.add(key, value)
    return made


def one_date(session: Session, shown: Shown, meeting: Meeting) -> bytes:
    """A file with it alone. It bears the name that it has in the calendars that people subscribe to, which take it for
    a change of what they know; one that is not to be is cancelled in them."""
    gone = meeting.phase in (*GONE, Phase.CANCELLED)
    made = _calendar("CANCEL" if gone else "PUBLISH")
    day = min(meeting.named, meeting.at.date())
    made.add_component(zones.timezone(shown.series.zone, day, max(meeting.named, meeting.at.date())))
    event = _dated(session, shown, meeting)
    if gone:
        event["STATUS"] = "CANCELLED"
    made.add_component(event)
    return bytes(made.to_ical())


def _dated(session: Session, shown: Shown, meeting: Meeting) -> Event:
    series, when = shown.series, When(meeting.named, meeting.at, meeting)
    named = {one.named for one in _whens(session, series, {meeting.named: meeting}, meeting.named)}
    if meeting.named not in named:
        return _event(shown, f"meeting-{meeting.id}", meeting.at, meeting.length, meeting.sequence)
    if school_day(series.rule) is not None:
        return _alone(shown, when)
    return _exception(shown, when, datetime.combine(meeting.named, series.at, ZoneInfo(series.zone)))


def last_day(today: date) -> date:
    """As far as is told; the same all year, so that what is told stays the same."""
    return date(today.year + 1, 12, 31)


def _events(session: Session, shown: Shown, today: date) -> list[Event]:
    series = shown.series
    if series.rhythm is None:
        return []
    rows = {one.named: one for one in session.scalars(select(Meeting).where(Meeting.series_id == series.id))}
    whens = _whens(session, series, rows, today)
    by_rule = {when.named for when in whens}
    others = [row for named, row in rows.items() if named not in by_rule and row.phase in (Phase.OVER, Phase.PLANNED)]
    alone = [_event(shown, f"meeting-{row.id}", row.at, row.length, row.sequence) for row in others]
    if school_day(series.rule) is not None:
        return [*alone, *(_alone(shown, when) for when in whens if when.at)]
    return [*alone, *_repeated(shown, whens)]


def _whens(session: Session, series: Series, rows: dict[date, Meeting], today: date) -> list[When]:
    """All days that the rule names, and what became of them."""
    rhythm, off = series.rhythm, school_days.off(session, series.district)
    if rhythm is None:
        return []
    found = list[When]()
    for one in rhythm.occasions(rhythm.first, off):
        if one.named > last_day(today):
            break
        row = rows.get(one.named)
        at = recurrence.at(one.day, series.at, series.zone) if one.day else None
        if row is not None:
            at = None if row.phase in GONE else row.at
        elif series.paused_until is not None and one.named < series.paused_until:
            at = None
        found.append(When(one.named, at, row))
    return found


def _repeated(shown: Shown, whens: Sequence[When]) -> list[Event]:
    series = shown.series
    if not any(when.at for when in whens):
        return []
    zone = ZoneInfo(series.zone)
    first, last = whens[0], whens[-1]
    master = _event(shown, _uid(series), datetime.combine(first.named, series.at, zone), series.length, series.version)
    rule = vRecur.from_ical(_without_end(series.rule))
    rule["UNTIL"] = [datetime.combine(last.named, series.at, zone).astimezone(UTC)]
    master.add("rrule", rule)
    exceptions = list[Event]()
    for when in whens:
        expected = datetime.combine(when.named, series.at, zone)
        if when.at is None:
            master.add("exdate", expected)
        elif when.at != expected.astimezone(UTC) or (when.row is not None and when.row.phase is Phase.CANCELLED):
            exceptions.append(_exception(shown, when, expected))
    return [master, *exceptions]


def _without_end(rule: str) -> str:
    """It ends with the last day that is told."""
    read = rule.strip().upper().removeprefix("RRULE:").rstrip(";")
    Rule.parse(read)
    return ";".join(part for part in read.split(";") if not part.startswith(("COUNT=", "UNTIL=")))


def _exception(shown: Shown, when: When, expected: datetime) -> Event:
    series, row = shown.series, when.row
    changed = series.version + (row.sequence if row else 1)
    length = row.length if row else series.length
    event = _event(shown, _uid(series), when.at or expected, length, changed)
    event.add("recurrence-id", expected)
    if row is not None and row.phase is Phase.CANCELLED:
        event["STATUS"] = "CANCELLED"
    return event


def _alone(shown: Shown, when: When) -> Event:
    series, row = shown.series, when.row
    changed = series.version + (row.sequence if row else 0)
    uid = f"{_uid(series)}-{when.named:%Y%m%d}"
    event = _event(shown, uid, when.at or datetime.now(UTC), row.length if row else series.length, changed)
    if row is not None and row.phase is Phase.CANCELLED:
        event["STATUS"] = "CANCELLED"
    return event


def _uid(series: Series) -> str:
    return f"series-{series.id}"


def _event(shown: Shown, uid: str, at: datetime, minutes: int, changes: int) -> Event:
    series, event = shown.series, Event()
    begin = at.astimezone(ZoneInfo(series.zone))
    event.add("uid", f"{uid}@{series.district.key}.start-somewhere")
    event.add("dtstamp", series.made_at.astimezone(UTC))
    event.add("dtstart", begin)
    event.add("duration", timedelta(minutes=minutes))
    event.add("summary", shown.called)
    event.add("sequence", changes)
    event.add("status", "CONFIRMED")
    if shown.where:
        event.add("location", shown.where)
    if shown.private:
        event.add("class", "PRIVATE")
    else:
        event.add_component(_alarm(shown.called))
    return event


def _alarm(called: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", called)
    alarm.add("trigger", -BEFORE)
    return alarm
