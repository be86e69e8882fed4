"""When a district is told about the week that was: a day of the week and a full hour, such as "monday 7". Where nobody
is written to then, for there is no school, say, it is told once people are again."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from bot import timetable
from bot.people import hours
from bot.people.model import District
from bot.people.recurrence import Recurrence, on_the_wall

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DEFAULT = "monday 7"
WRITTEN = re.compile(rf"({'|'.join(DAYS)}) ([0-9]{{1,2}})")
WEEK = timedelta(days=7)
DIGEST = "question.digest"  # the name under which the timetable does it


def parse(text: str) -> tuple[int, int]:
    """The day (0 is Monday) and the hour. Raises ValueError."""
    found = WRITTEN.fullmatch(text)
    if not found or int(found[2]) > 23:
        raise ValueError("it looks like monday 7")
    return DAYS.index(found[1]), int(found[2])


def following(district: District, moment: datetime) -> datetime:
    """The next time after that moment."""
    day, hour = parse(district.digest)
    today = on_the_wall(moment, district.zone).date()
    last = datetime.combine(today - timedelta((today.weekday() - day) % 7), time(hour))
    every, usual = Recurrence("FREQ=WEEKLY", last - 2 * WEEK, district.zone), hours.of_district(district)
    at = every.after(moment - WEEK - timedelta(days=1))  # what was put off may still come
    while (told := usual.next(at, district.zone)) <= moment:
        at = every.after(at)
    return told


def plan(session: Session, district: District, now: datetime) -> None:
    """Does nothing where that is planned already, or due and about to be done."""
    at = following(district, now)
    if not timetable.is_planned(session, DIGEST, district.id, at, now):
        timetable.forget(session, DIGEST, district.id)
        timetable.set_due(session, DIGEST, district.id, at)
