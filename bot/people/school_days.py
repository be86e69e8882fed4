"""Days on which there is school: Monday to Friday, without those that the district lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, bindparam, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.people.model import District, Owner, owned
from bot.storage.tables import Table

SATURDAY = 5
END = time(16)  # of a school day
LONGEST = 400  # days that are looked ahead: a list that leaves no school day at all must not keep us for ever


class NoSchool(Table):
    """A day off; `day` is written as in 2026-11-26. `calendar`: a calendar's file brought it, and may take it away."""

    __tablename__ = "no_school"
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[Owner] = owned()
    calendar: Mapped[bool] = mapped_column(default=False, server_default=false())


def due(session: Session, district: District, now: datetime, days: int) -> datetime:
    """The end of the school day that comes so many school days after today."""
    zone = ZoneInfo(district.zone)
    return end_of(after(now.astimezone(zone).date(), days, off(session, district)), district)


def off(session: Session, district: District) -> frozenset[date]:
    """The days that the district lists."""
    days = session.scalars(_OFF, {"district": district.id})
    return frozenset(date.fromisoformat(day) for day in days)


def is_off(session: Session, district: District, moment: datetime) -> bool:
    """Whether the district lists the day that it is there then."""
    return moment.astimezone(ZoneInfo(district.zone)).date() in off(session, district)


def end_of(day: date, district: District) -> datetime:
    return datetime.combine(day, END, ZoneInfo(district.zone)).astimezone(UTC)


def is_one(day: date, off: Collection[date]) -> bool:
    return day.weekday() < SATURDAY and day not in off


def after(day: date, days: int, off: Collection[date]) -> date:
    """The school day that comes so many (1 or more) school days after `day`."""
    return next(islice(following(day, off), days - 1, None), day + timedelta(LONGEST))


def following(day: date, off: Collection[date]) -> Iterator[date]:
    """The school days after `day`, as far as is looked ahead."""
    every = (day + timedelta(ahead) for ahead in range(1, LONGEST + 1))
    return (one for one in every if is_one(one, off))


def passed(begun: datetime, now: datetime, district: District, off: Collection[date]) -> int:
    """School days since then, the day on which it began not counted."""
    day, today = (moment.astimezone(ZoneInfo(district.zone)).date() for moment in (begun, now))
    return sum(is_one(day + timedelta(ahead), off) for ahead in range(1, (today - day).days + 1))


def load(session: Session, district: District, days: Collection[date]) -> None:
    """Makes them those of the files, beside those that were added in chat."""
    of_district = select(NoSchool).where(NoSchool.district_id == district.id)
    found = {row.day: row for row in session.scalars(of_district)}
    wanted = {day.isoformat() for day in days}
    for day, row in found.items():
        if day in wanted:
            row.owner = Owner.FILES
        elif row.calendar:
            row.owner = Owner.CHAT
        elif row.owner is Owner.FILES:
            session.delete(row)
    session.add_all(NoSchool(district_id=district.id, day=day) for day in sorted(wanted - found.keys()))
    session.flush()


_OFF = select(NoSchool.day).where(NoSchool.district_id == bindparam("district"))  # made once, for it is asked often
