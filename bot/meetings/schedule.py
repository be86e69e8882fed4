"""Which date is next, and what falls due for it. The calendar may change late: what is due looks at it once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.meetings import agenda, attendance, company, occasions, turns
from bot.meetings.model import (
    Kind,
    Meeting,
    Phase,
    Series,
    State,
    chairs,
    last_meeting,
    meeting_to_change,
    next_meeting,
    seated,
)
from bot.meetings.written import Item, Outcome, note_brought
from bot.people import hours, recurrence, school_days
from bot.people import model as people
from bot.people.rhythms import school_day
from bot.storage import context

# Names under which the timetable reminds of one, ends it, and looks whether it took place.
REMIND, OVER, LOOK = "meeting.remind", "meeting.over", "meeting.look"
WEEK, SOON, TELL = "meeting.week-before", "meeting.soon", "meeting.tell"
# Names of notices.
TOMORROW, LATE, CHANGED, AFTER = "meeting.tomorrow", "meeting.late", "meeting.changed", "meeting.after"
EARLY = "meeting.early"  # a week before
LAST_CLICK, QUARTER, WEEK_BEFORE = timedelta(minutes=1), timedelta(minutes=15), timedelta(days=7)
WRITE_DOWN = timedelta(days=7)  # in which people are asked what was decided
CHECKED = 20  # series in one go
IN_TIME = timedelta(minutes=30)  # a reminder that comes later than that says so


@dataclass(frozen=True)
class Slot:
    """A date as the rule and the calendar have it; without a moment it is left out."""

    named: date
    at: datetime | None


def slots(session: Session, series: Series, now: datetime) -> Iterator[Slot]:
    """Those whose named day is today or later, as far as is looked ahead."""
    rhythm = series.rhythm
    if rhythm is None:
        return
    today = recurrence.on_the_wall(now, series.zone).date()
    since = max(today - timedelta(1), series.paused_until or today - timedelta(1))
    for one in rhythm.occasions(since, school_days.off(session, series.district)):
        yield Slot(one.named, recurrence.at(one.day, series.at, series.zone) if one.day else None)


def plan(session: Session, series: Series, now: datetime) -> None:
    """The next date that is neither cancelled nor moved further away is there, and what it needs is due."""
    if series.state is not State.GOING:
        return
    rows = {one.named: one for one in session.scalars(select(Meeting).where(Meeting.series_id == series.id))}
    for slot in slots(session, series, now):
        row = rows.get(slot.named)
        if (row is None or row.phase is Phase.DROPPED) and slot.at is not None and slot.at > now:
            return _put(session, row or Meeting(series=series, named=slot.named), slot.at, now)
        if row is not None and row.phase is Phase.PLANNED and (slot.at is None or row.at <= slot.at):
            return None
    if next_meeting(session, series) is None:
        series.state = State.ENDED
    return None


def _put(session: Session, meeting: Meeting, at: datetime, now: datetime) -> None:
    meeting.at, meeting.length, meeting.phase, meeting.by_hand = at, meeting.series.length, Phase.PLANNED, False
    meeting.sequence = 0 if meeting.id is None else meeting.sequence + 1
    meeting.told = standing(meeting)
    session.add(meeting)
    session.flush()
    set_due(session, meeting, now)
    agenda.settle(session, meeting)
    note_brought(session, meeting.series_id)
    turns.assign(session, meeting)
    occasions.follow(session, meeting, now)


def drop(session: Session, series: Series) -> None:
    """The dates to come, with the series or for others."""
    planned = select(Meeting).where(Meeting.series_id == series.id, Meeting.phase == Phase.PLANNED)
    for meeting in session.scalars(planned).all():
        forget(session, meeting)
        timetable.forget(session, TELL, meeting.id)
        meeting.phase = Phase.DROPPED
        meeting.sequence += 1
        agenda.settle(session, meeting)
        occasions.follow(session, meeting, meeting.at)
    note_brought(session, series.id)
    session.flush()


def set_due(session: Session, meeting: Meeting, now: datetime) -> None:
    forget(session, meeting)
    remind = reminds_at(session, meeting)
    if remind > now:
        timetable.set_due(session, REMIND, meeting.id, remind)
    if meeting.series.kind is Kind.BODY and (early := remind - WEEK_BEFORE + timedelta(days=1)) > now:
        timetable.set_due(session, WEEK, meeting.id, early)
    if soon_at(meeting) > now:
        timetable.set_due(session, SOON, meeting.id, soon_at(meeting))
    timetable.set_due(session, OVER, meeting.id, max(now, ends(meeting)))
    timetable.forget(session, LOOK, meeting.id)
    timetable.set_due(session, LOOK, meeting.id, ends(meeting) + WRITE_DOWN)
    agenda.plan(session, meeting, now)


def forget(session: Session, meeting: Meeting) -> None:
    for due in (REMIND, WEEK, SOON, OVER):
        timetable.forget(session, due, meeting.id)
    timetable.forget(session, agenda.CLOSE, meeting.id)


def ends(meeting: Meeting) -> datetime:
    return meeting.at + timedelta(minutes=meeting.length)


def soon_at(meeting: Meeting) -> datetime:
    return meeting.at - QUARTER


def standing(meeting: Meeting) -> str:
    """As people are told of it."""
    return f"{meeting.phase} {meeting.at.astimezone(UTC):%Y-%m-%dT%H:%M}"


def worth_knowing(meeting: Meeting, now: datetime) -> datetime:
    """Until when."""
    return max(meeting.at, now + timedelta(days=1))


def reminds_at(session: Session, meeting: Meeting) -> datetime:
    """When the day before begins on which the district writes to people; of a Monday, Friday."""
    district = meeting.series.district
    zone, usual = ZoneInfo(district.zone), hours.of_district(district)
    midnight = datetime.combine(meeting.at.astimezone(zone).date(), time(), zone)
    before = usual.last(midnight - timedelta(minutes=1), district.zone)
    return datetime.combine(before.astimezone(zone).date(), time(usual.begin), zone)


# The calendar ----------------------------------------------------------------------------------------------------


def look_again(session: Session, series: Series, now: datetime) -> None:
    """What the calendar says by now of the dates to come that nobody moved by hand. Whom it concerns is told."""
    still = (Phase.PLANNED, Phase.NO_SCHOOL)
    ahead = select(Meeting).where(Meeting.series_id == series.id, Meeting.phase.in_(still), ~Meeting.by_hand)
    rows = {one.named: one for one in session.scalars(ahead) if one.at > now}
    last = max(rows, default=date.min)
    coming = takewhile(lambda slot: slot.named <= last, slots(session, series, now)) if rows else ()
    known = {slot.named: slot for slot in coming}
    for named, meeting in rows.items():
        slot = known.get(named)
        if slot is None:
            continue
        before = (meeting.phase, meeting.at)
        meeting.phase = Phase.PLANNED if slot.at else Phase.NO_SCHOOL
        meeting.at = slot.at or meeting.at
        if (meeting.phase, meeting.at) != before:
            change(session, meeting, now)
    plan(session, series, now)


def change(session: Session, meeting: Meeting, now: datetime, but: people.Member | None = None) -> None:
    """It is at another time, or not at all. Those whom it concerns are told a minute after the last change, but not the
    one who did all of it; what nobody did but the calendar, while people may be written to, if that is in time."""
    waits = timetable.next_of(session, TELL, meeting.id) is not None
    one = but is not None and (not waits or meeting.changer_id == but.id)
    meeting.changer_id = but.id if but is not None and one else None
    meeting.version += 1
    meeting.sequence += 1
    forget(session, meeting)
    if meeting.phase is Phase.PLANNED:
        set_due(session, meeting, now)
    session.flush()
    agenda.changed(session, meeting)
    occasions.follow(session, meeting, now)
    timetable.forget(session, TELL, meeting.id)
    tells, district = now + LAST_CLICK, meeting.series.district
    soon = hours.of_district(district).next(tells, district.zone)
    timetable.set_due(session, TELL, meeting.id, soon if but is None and soon < meeting.at else tells)


def people_of(session: Session, series: Series) -> list[int]:
    """Who acts for its seats."""
    return sorted({seat.acting_id for seat in seated(session, series) if seat.acting_id is not None})


def look_at_calendar(session: Session, now: datetime) -> bool:
    """For all that goes on, some at a time."""
    there = select(Series).where(Series.state == State.GOING).order_by(Series.looked_at, Series.id)
    before = now - timedelta(hours=1)
    due = there.where(Series.looked_at <= before).limit(CHECKED)
    found = session.scalars(due).unique().all()
    for series in found:
        series.looked_at = now
        look_again(session, series, now)
    return len(found) == CHECKED


# Due -------------------------------------------------------------------------------------------------------------


def remind(session: Session, subject: int, at: datetime) -> None:
    """The day before; late, if we were away, unless it has begun by then."""
    now, meeting = context.now(session), session.get(Meeting, subject)
    if meeting is None or meeting.phase is not Phase.PLANNED:
        return
    if _may_have_changed(session, meeting) and meeting_to_change(session, subject) is not None:
        look_again(session, meeting.series, now)
    if meeting.phase is not Phase.PLANNED or reminds_at(session, meeting) > now or meeting.at <= now:
        return
    if meeting.series.lacks_a_side:
        return
    turns.assign(session, meeting)
    name = TOMORROW if now - at <= IN_TIME else LATE
    for member_id in people_of(session, meeting.series):
        notices.tell(session, member_id, name, meeting.id, now, meeting.at)


def remind_early(session: Session, subject: int, _at: datetime) -> None:
    """A week before, of a body."""
    now, meeting = context.now(session), session.get(Meeting, subject)
    if meeting is None or meeting.phase is not Phase.PLANNED or reminds_at(session, meeting) <= now:
        return
    for member_id in people_of(session, meeting.series):
        notices.tell(session, member_id, EARLY, meeting.id, now, reminds_at(session, meeting))


def _may_have_changed(session: Session, meeting: Meeting) -> bool:
    """By the calendar. Most have not, and many are reminded of at once."""
    there = recurrence.on_the_wall(meeting.at, meeting.series.zone).date()
    if there != meeting.named or school_day(meeting.series.rule) is not None:
        return not meeting.by_hand
    return meeting.named in school_days.off(session, meeting.series.district)


def over(session: Session, subject: int, _at: datetime) -> None:
    """Its time has passed: what was decided?"""
    now, meeting = context.now(session), meeting_to_change(session, subject)
    if meeting is None or meeting.phase is not Phase.PLANNED:
        return
    look_again(session, meeting.series, now)
    if meeting.phase is not Phase.PLANNED or ends(meeting) > now:
        return
    meeting.phase = Phase.DROPPED if meeting.series.lacks_a_side else Phase.OVER
    agenda.settle(session, meeting)
    meeting.quorate = not company.falls_short(session, meeting) if meeting.series.quorum else None
    session.flush()
    occasions.follow(session, meeting, now)
    for member_id in writers(session, meeting.series) if meeting.phase is Phase.OVER else ():
        notices.tell(session, member_id, AFTER, meeting.id, now, now + WRITE_DOWN)
    plan(session, meeting.series, now)


def writers(session: Session, series: Series) -> list[int]:
    """Who writes down what came of it: both of a pair, a body's chairs and who takes notes."""
    if series.kind is Kind.PAIR:
        return people_of(session, series)
    last = last_meeting(session, series)
    writing = [*chairs(session, series), *(attendance.turns(session, last).values() if last else ())]
    return sorted({seat.acting_id for seat in writing if seat.acting_id is not None})


def carry(session: Session, meeting: Meeting) -> None:
    """What was to be talked about waits for the next one."""
    waits = select(Item).where(Item.series_id == meeting.series_id, Item.outcome == Outcome.OPEN)
    for item in session.scalars(waits.where(Item.at < meeting.at)):
        item.carried += 1


def to_write_down(session: Session, series: Series, now: datetime) -> Meeting | None:
    """The last one, while it is fresh, if nobody has said what came of it."""
    last = last_meeting(session, series)
    fresh = last is not None and last.held is None and now < ends(last) + WRITE_DOWN
    return last if fresh else None


def has_school(session: Session, district: people.District, moment: datetime) -> bool:
    """Not on a day that the district lists."""
    there = recurrence.on_the_wall(moment, district.zone).date()
    return there not in school_days.off(session, district)
