"""How a question ends: its asker says that it is answered, or says nothing for some time; and when the way back to one
who asked without a name is destroyed.

An answer that nobody confirms would keep that way back for ever. So whoever asked is asked once, on the answer itself,
and told when it closes by itself; for 14 days after closing they can say that it was no answer.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import return_paths, timetable
from bot.delivery import outbox
from bot.people import school_days
from bot.questions import cards, followers, reaching, resting
from bot.questions.model import KEPT, SILENT, Question, Status, day_of, to_change

CLOSE, FORGET_ASKER = "question.close", "question.forget-asker"  # names under which the timetable does it
NIGHT = time(3)  # where the district is


def answered(session: Session, question: Question, now: datetime) -> None:
    """Whoever asked has some time to say whether that does it."""
    timetable.forget(session, CLOSE, question.id)
    timetable.set_due(session, CLOSE, question.id, school_days.due(session, question.district, now, SILENT))
    reaching.look_later(session, question, now)
    with_it = select(Question).where(Question.merged_into_id == question.id, Question.status == Status.ANSWERED)
    for one in session.scalars(with_it.order_by(Question.id)).all():
        answered(session, one, now)


def close(session: Session, question: Question, now: datetime, *, by_itself: bool = False) -> None:
    question.status, question.by_itself = Status.CLOSED, by_itself
    question.closed_at = day_of(now, question.district.zone) if question.anonymous else now
    timetable.forget(session, CLOSE, question.id)
    resting.settle(session, question)
    over(session, question, now)


def over(session: Session, question: Question, now: datetime) -> None:
    """Nobody needs the way back to its asker much longer, nor to know who followed it."""
    day = day_of(now, question.district.zone)
    followers.forget_later(session, question, day if question.anonymous else now)
    if question.anonymous:
        zone = ZoneInfo(question.district.zone)
        night = datetime.combine((now + KEPT).astimezone(zone).date() + timedelta(1), NIGHT, zone)
        timetable.forget(session, FORGET_ASKER, question.id)
        timetable.set_due(session, FORGET_ASKER, question.id, night.astimezone(UTC))


def open_again(session: Session, question: Question) -> None:
    question.closed_at, question.by_itself, question.merged_into = None, False, None
    for do in (CLOSE, FORGET_ASKER):
        timetable.forget(session, do, question.id)


def close_when_silent(session: Session, subject: int, now: datetime) -> None:
    """For the timetable."""
    question = to_change(session, subject)
    if question is not None and question.status is Status.ANSWERED:
        close(session, question, now, by_itself=True)


def forget_asker(session: Session, subject: int, _now: datetime) -> None:
    """For the timetable. Words that were to be given back and could not be are gone with the way."""
    question = to_change(session, subject)
    if question is None or question.status not in (Status.CLOSED, Status.GIVEN_BACK):
        return
    return_paths.destroy(session, question.thing)
    if question.status is Status.GIVEN_BACK:
        resting.forget_words(question)
    for card in (cards.REP, cards.COMMITTEE):  # without the button to mute
        outbox.settle(session, card, question.id)
