"""A session closes by itself, or earlier by its chair's press; each group then has some days to look its own through,
and the board reads."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Answer, Button, Buttons, Message, Private, Text
from bot.delivery import outbox
from bot.listening import rating, telling
from bot.listening.model import (
    OPEN,
    RATING,
    SORTING,
    Contribution,
    Listening,
    Phase,
    count,
    said_in,
    titles,
    unanswered,
)
from bot.people import school_days
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked

CLOSE, RATE, READ = "listening.close", "listening.rate", "listening.read"  # names of due times
REMIND = "listening.remind"
ANSWERED = 10  # school days in which the chair answers, before they are reminded once


def ask_to_close(request: Request, listening: Listening) -> Answer:
    _refuse_unless_open(request, listening)
    words = request.words
    yes = Button(words("listening-close-yes"), "listening.close-now", str(listening.id), "danger")
    no = Button(words("listening-close-no"), "home")
    return Private(Message((Text(words("listening-close-asks")), Buttons((yes, no)))))


def _refuse_unless_open(request: Request, listening: Listening) -> None:
    if listening.phase is not Phase.OPEN:
        raise Refusal.saying(request.words("listening-is-closed"))


def close_now(request: Request, listening: Listening) -> Answer:
    _refuse_unless_open(request, listening)
    close(request.session, listening, request.now)
    words = request.words
    if listening.reads_at is None:
        return Private(Message((Text(words("listening-closed-empty")),)))
    said = words("listening-closed", when=request.moment(listening.reads_at))
    undo = Button(words("listening-reopen"), "listening.reopen", str(listening.id))
    return Private(Message((Text(said), Buttons((undo,)))))


def reopen(request: Request, listening: Listening) -> Answer:
    """As long as it would have been open anyway, and the board has not read."""
    if listening.phase is not Phase.SORTING or request.now >= listening.closes_at:
        raise Refusal.saying(request.words("listening-is-closed"))
    listening.phase, listening.closed_at, listening.reads_at = Phase.OPEN, None, None
    for name in (RATE, READ, CLOSE):
        timetable.forget(request.session, name, listening.id)
    timetable.set_due(request.session, CLOSE, listening.id, listening.closes_at)
    outbox.resume(request.session, OPEN, listening.id)
    return Private(Message((Text(request.words("listening-reopened")),)))


def close_when_due(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    listening = locked(session, Listening, subject)
    if listening is not None and listening.phase is Phase.OPEN:
        close(session, listening, context.now(session))


def close(session: Session, listening: Listening, now: datetime) -> None:
    listening.closed_at = now
    outbox.settle(session, OPEN, listening.id)
    if not count(session, said_in(listening)):
        _end(session, listening, now)
        return
    sorted_at, days = school_days.due(session, listening.district, now, SORTING), SORTING
    if listening.rates:
        timetable.set_due(session, RATE, listening.id, sorted_at)
        days += RATING
    listening.phase, listening.reads_at = Phase.SORTING, school_days.due(session, listening.district, now, days)
    timetable.set_due(session, READ, listening.id, listening.reads_at)
    telling.remind_moderators(session, listening, now)


def _end(session: Session, listening: Listening, now: datetime) -> None:
    """Nobody spoke, or nothing of it is left."""
    listening.phase = Phase.OVER
    if listening.seat.acting_id is not None:
        until = school_days.due(session, listening.district, now, telling.UNTIL)
        notices.tell(session, listening.seat.acting_id, telling.NOBODY, listening.id, now, until)


def rate_when_due(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the people asked say which titles matter; without any, their leaders have that much longer."""
    listening = locked(session, Listening, subject)
    if listening is None or listening.phase is not Phase.SORTING or not titles(session, listening):
        return
    listening.phase = Phase.RATING
    outbox.resume(session, OPEN, listening.id)
    session.flush()
    telling.tell_asked(session, listening, context.now(session))


def read_when_due(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: from now on the board reads what is not hidden."""
    listening, now = locked(session, Listening, subject), context.now(session)
    if listening is None or listening.phase not in (Phase.SORTING, Phase.RATING):
        return
    if listening.phase is Phase.RATING:
        rating.fold(session, listening)
        outbox.settle(session, OPEN, listening.id)
    if not count(session, said_in(listening)):
        _end(session, listening, now)
        return
    listening.phase, listening.reads_at = Phase.READING, now
    _show_to_board(session, listening)
    telling.tell_board(session, listening, now)
    timetable.set_due(session, REMIND, listening.id, school_days.due(session, listening.district, now, ANSWERED))


def remind(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: who answers, of what waits."""
    listening, now = session.get(Listening, subject), context.now(session)
    if listening is not None and listening.seat.acting_id is not None and count(session, unanswered(listening)):
        until = school_days.due(session, listening.district, now, telling.UNTIL)
        notices.tell(session, listening.seat.acting_id, telling.WAITS, listening.id, now, until)


def _show_to_board(session: Session, listening: Listening) -> None:
    """Its authors were told so. There are as many audiences as groups, however many contributions there are."""
    those = said_in(listening).order_by(None)
    for before in session.scalars(those.with_only_columns(Contribution.audience).distinct()).all():
        ids = session.scalars(those.with_only_columns(Contribution.id).where(Contribution.audience == before)).all()
        wider = update(Contribution).where(Contribution.id.in_(ids)).values(audience=before | listening.board)
        session.execute(wider)
