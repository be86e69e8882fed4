"""Any number of pairs that meet tomorrow at the same minute, all of whom are to be reminded at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.meetings import schedule
from bot.meetings.model import Kind, Meeting, Series, SeriesSeat, State
from bot.people import model as people
from bot.people.rhythms import weekly
from bot.people.school_days import NoSchool
from bot.timetable import DueRow

OFF = 40  # days without school that the district lists besides


def meet(session: Session, count: int, now: datetime) -> None:
    """Each of two seats of their own, held by members of their own; the reminders are due now."""
    district = session.scalars(select(people.District).order_by(people.District.id)).first()
    assert district
    group = session.scalars(select(people.Group.id).where(people.Group.district_id == district.id)).first()
    at = now + timedelta(days=1)
    for table, more in (
        (people.Member, {"name": "Somebody", "language": "en"}),
        (people.Seat, {"role": people.Role.BUILDING_REP}),
    ):
        keys = [f"pair-{number}" for number in range(count * 2)]
        session.execute(
            insert(table), [{"district_id": district.id, "group_id": group, "key": one, **more} for one in keys]
        )
    members, seats = (_ids(session, table) for table in (people.Member, people.Seat))
    for seat, member in zip(
        session.scalars(select(people.Seat).where(people.Seat.id.in_(seats))), members, strict=True
    ):
        seat.holder_id = member
    session.flush()
    series = {"district_id": district.id, "kind": Kind.PAIR, "state": State.GOING, "zone": district.zone}
    series |= {"rule": weekly(at.date()), "first": at.date(), "hour": "15:15", "how": "phone", "often": "week"}
    series |= {"made_by_id": members[0], "made_at": now, "looked_at": now}
    session.execute(insert(Series), [series] * count)
    ids = list(session.scalars(select(Series.id).order_by(Series.id.desc()).limit(count)))
    pairs = [
        {"series_id": id, "seat_id": seat}
        for number, id in enumerate(ids)
        for seat in seats[number * 2 : number * 2 + 2]
    ]
    session.execute(insert(SeriesSeat), pairs)
    session.execute(insert(Meeting), [{"series_id": id, "named": at.date(), "at": at, "length": 20} for id in ids])
    meetings = session.scalars(select(Meeting.id).where(Meeting.series_id.in_(ids)))
    session.execute(insert(DueRow), [{"do": schedule.REMIND, "subject": id, "at": now} for id in meetings])
    far = (now.date() + timedelta(200 + day) for day in range(OFF))
    session.add_all(NoSchool(district_id=district.id, day=day.isoformat()) for day in far)
    session.flush()


def _ids(session: Session, table: type[people.Member | people.Seat]) -> list[int]:
    return list(session.scalars(select(table.id).where(table.key.startswith("pair-")).order_by(table.id)))
