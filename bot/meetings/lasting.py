"""What changes for all dates that follow: another rhythm, a pause, an end. Whom it concerns is told once, a minute
after the last click: in the homes of its committee, and in the day's message."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Button, Buttons, Message, Part, Text
from bot.delivery import outbox
from bot.meetings import cards, model, posts, schedule, telling
from bot.meetings.model import Meeting, Phase, Series, State, series_to_change
from bot.people import model as people
from bot.references import Withdraw
from bot.request import Request
from bot.storage import context
from bot.texts import Texts, Words

TELL, NEWS = "meeting.tell-all", "meeting.all-news"  # names of a due time, and of a card
SET, ENDED = "meeting.set", "meeting.ended"  # of notices
UNTIL = timedelta(days=14)  # in which its people can be told of it
COMING = 2  # dates that are said besides the next one


@contextmanager
def change(request: Request, series: Series) -> Iterator[None]:
    """Around what changes it. The one who did all of it since people were last told is not told."""
    session, waits = request.session, timetable.next_of(request.session, TELL, series.id) is not None
    if not series.is_paused(request.now):
        series.paused_until = None
    if not waits:
        series.told = _standing(session, series, request.now)
    yield
    one = not waits or series.changer_id == request.member.id
    series.changer_id = request.member.id if one else None
    session.flush()
    timetable.forget(session, TELL, series.id)
    timetable.set_due(session, TELL, series.id, request.now + schedule.LAST_CLICK)


def _standing(session: Session, series: Series, now: datetime) -> str:
    """As people are told of it."""
    coming = [f"{at:%Y-%m-%dT%H:%M}" for at in _coming(session, series, now)]
    return " ".join((series.state, *coming, str(series.length), series.name, series.how)) if series.lives else "ended"


def _coming(session: Session, series: Series, now: datetime) -> list[datetime]:
    there = (slot.at for slot in schedule.slots(session, series, now) if slot.at is not None and slot.at > now)
    return list(islice(there, COMING))


def tell(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable. What was set back meanwhile is no news."""
    now, series = context.now(session), series_to_change(session, subject)
    if series is None or series.told == _standing(session, series, now):
        return
    changer, series.changer_id = series.changer_id, None
    _forget_what_was(session, series)
    posts.post(session, series, NEWS, series.id)
    for member_id in schedule.people_of(session, series):
        if member_id != changer:
            notices.tell(session, member_id, SET if series.lives else ENDED, series.id, now, now + UNTIL)


def committee_closed(session: Session, committee: people.Committee, _withdraw: Withdraw) -> None:
    """No seats sit on it any more: there is nobody to meet, or to end it."""
    theirs = select(Series.id).where(Series.committee_id == committee.id, Series.state != State.ENDED)
    for id in session.scalars(theirs.order_by(Series.id)).all():
        if (series := series_to_change(session, id)) is not None and series.lives:
            series.state, series.changer_id = State.ENDED, None
            timetable.forget(session, TELL, series.id)
            schedule.drop(session, series)
            _forget_what_was(session, series)
            posts.post(session, series, NEWS, series.id)


def _forget_what_was(session: Session, series: Series) -> None:
    """What was posted before of it, and of dates that are not to be."""
    outbox.remove(session, NEWS, series.id)
    gone = select(Meeting.id).where(Meeting.series_id == series.id, Meeting.phase == Phase.DROPPED)
    for id in session.scalars(gone).all():
        outbox.remove(session, posts.NEWS, id)


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    series = session.get_one(Series, subject)
    show = [Buttons((cards.show_button(series, words),))] if series.lives else []
    return Message((Text(_line(session, series, words)), *show))


def _line(session: Session, series: Series, words: Words) -> str:
    whom = cards.whom(series, words, None)
    if not series.lives:
        return words("meeting-was-ended", whom=whom)
    meeting = model.next_meeting(session, series)
    line = cards.next_line(meeting, words) if meeting else ""
    if series.paused_until is not None:
        return words("meeting-is-paused", whom=whom, line=line)
    later = [words.day(at, series.zone) for at in _coming(session, series, meeting.at)] if meeting else []
    after = words("meeting-after-that", dates=words.listed(later)) if later else ""
    return f"{words('meeting-is-set', name=whom, line=line)} {after}".strip()


def is_set(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    return series is not None and telling.goes_on(session, member, series)


def show_set(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    buttons = (cards.add_button(series, words), cards.show_button(series, words))
    return [Text(_line(session, series, words)), Buttons(buttons)]


def is_ended(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    return series is not None and not series.lives and telling.reads(session, member, series)


def show_ended(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    again = Button(words("meeting-again"), "meeting.again", str(series.id))
    return [Text(_line(session, series, words)), Buttons((again,))]
