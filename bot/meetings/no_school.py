"""A day without school that becomes known late: a caretaker says so with a press, and sees first what moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot import timetable
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.meetings import cards, model, schedule
from bot.meetings.model import Meeting, Phase, Series, State
from bot.payloads import Payload
from bot.people import recurrence, school_days
from bot.people.model import District, Owner
from bot.people.school_days import NoSchool
from bot.request import Refusal, Request
from bot.storage import context

CHANGED = "meeting.calendar"  # the name under which the timetable looks at all meetings of a district
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=14)  # for which it can be said with a press
SHOWN = 15  # meetings


@dataclass(frozen=True)
class Day(Payload):
    """As in 2026-11-26."""

    day: str


def offer(request: Request) -> list[Button]:
    return [Button(request.words("no-school-start"), "meeting.no-school")] if request.member.caretaker else []


def be_a_caretaker(request: Request, _subject: object) -> None:
    if not request.member.caretaker:
        raise Refusal.saying(request.words("no-school-who"))


def find(request: Request) -> date | None:
    """One of the next days."""
    try:
        day = date.fromisoformat(request.payload(Day).day)
    except ValueError:
        return None
    today = recurrence.on_the_wall(request.now, request.district.zone).date()
    return day if today <= day <= today + AHEAD else None


def ask(request: Request, _subject: object) -> Answer:
    """About tomorrow or, where there is none tomorrow, the next school day. Who meets whom is for those who meet; of
    others a caretaker hears how many it concerns."""
    words, district = request.words, request.district
    today = recurrence.on_the_wall(request.now, district.zone).date()
    day = school_days.after(today, 1, school_days.off(request.session, district))
    asked = words("no-school-ask", when=_said(request, day))
    parts: list[Part] = [Heading(asked)]
    there = [one.series for one in _on(request, day)]
    own = [one for one in there if model.readers(request.session, one).admits(request.session, request.member)]
    lines = [f"• {cards.whom(one, words, request.member)}" for one in own[:SHOWN]]
    lines += [words("no-school-others", count=left)] if (left := len(there) - len(lines)) else []
    parts.append(Text("\n".join(lines)) if lines else Text(words("no-school-none")))
    yes = Button(words("no-school-yes"), "meeting.no-school-yes", day.isoformat(), "main")
    buttons = Buttons((yes, Button(words("home-back"), "home")))
    return Private(Message((*parts, Note(words("no-school-next")), buttons)))


def _said(request: Request, day: date) -> str:
    return request.words.day(recurrence.at(day, time(12), request.district.zone), request.district.zone)


def _on(request: Request, day: date) -> list[Meeting]:
    """Those of that day that the calendar can move."""
    begin = recurrence.at(day, time(), request.district.zone)
    there = (Meeting.at >= begin, Meeting.at < begin + timedelta(days=1), Meeting.phase == Phase.PLANNED)
    mine = select(Meeting).join(Series).where(Series.district_id == request.district.id, *there, ~Meeting.by_hand)
    return list(request.session.scalars(mine.order_by(Meeting.at)).unique())


def say_so(request: Request, day: date) -> Answer:
    """Pressed twice, it is said once."""
    session, district = request.session, request.district
    if session.get(NoSchool, (district.id, day.isoformat())) is None:
        session.add(NoSchool(district_id=district.id, day=day.isoformat(), owner=Owner.CHAT))
        _look(request)
    said = request.words("no-school-done", when=_said(request, day))
    undo = Button(request.words("messages-undo"), "meeting.no-school-undo", day.isoformat())
    return Private(Message((Text(said), Buttons((undo,)))))


def undo(request: Request, day: date) -> Answer:
    """What the files list stays."""
    row = request.session.get(NoSchool, (request.district.id, day.isoformat()))
    if row is not None and (row.owner is Owner.FILES or row.calendar):
        raise Refusal.saying(request.words("no-school-files"))
    if row is not None:
        request.session.delete(row)
        _look(request)
    return Private(Message((Text(request.words("no-school-undone", when=_said(request, day))),)))


def _look(request: Request) -> None:
    request.session.flush()
    look_at_all(request.session, request.district, request.now)


def look_at_all(session: Session, district: District, now: datetime) -> None:
    """What changed moves or leaves out the meetings of the district, some at a time."""
    mine = (Series.district_id == district.id, Series.state == State.GOING)
    session.execute(update(Series).where(*mine).values(looked_at=LONG_AGO))
    timetable.set_due(session, CHANGED, district.id, now)


def look(session: Session, district: int, _at: datetime) -> None:
    """For the timetable: at some of those that wait for it, and then the next."""
    now = context.now(session)
    if schedule.look_at_calendar(session, now):
        timetable.set_due(session, CHANGED, district, now)
