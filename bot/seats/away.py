"""Somebody who is away lets the deputies of their seats act for them, until a day that they choose or until they say
that they are back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    FormErrors,
    Message,
    Part,
    Private,
    Text,
)
from bot.feature import Urgency, Waiting
from bot.forms import say
from bot.payloads import About
from bot.people import model as people
from bot.people import seats
from bot.people.cards import seat_title
from bot.people.model import Seat
from bot.request import Request
from bot.seats import changes
from bot.storage import context
from bot.texts import Words

FORM = "seat.away"
SEATS, BACK = "seats", "back"
DAYS = (1, 2, 3, 4, 5, 7, 10, 14, 21, 28)  # after which they can be back
MOST = 25  # choices


def find(request: Request) -> list[Seat] | None:
    """Seats that they hold and that have a deputy."""
    return _held(request, Seat.deputy_id.is_not(None)) or None


def find_one(request: Request) -> Seat | None:
    """The seat that they are away from."""
    id = request.payload(About).id
    return next(iter(_held(request, Seat.id == id, Seat.away_until.is_not(None))), None)


def _held(request: Request, *those: ColumnElement[bool]) -> list[Seat]:
    theirs = select(Seat).where(Seat.holder_id == request.member.id, *those).order_by(Seat.id)
    return list(request.session.scalars(theirs))


def offer(request: Request) -> list[Button]:
    here = _held(request, Seat.deputy_id.is_not(None), Seat.away_until.is_(None))
    return [Button(request.words("seat-away"), "seat.away")] if here else []


def ask(request: Request, held: list[Seat]) -> Answer:
    words = request.words
    who = tuple(Choice(str(seat.id), _who(seat, words)) for seat in held[:MOST])
    days = tuple(Choice(at.isoformat(), words.day(at, request.district.zone)) for at in _days(request))
    fields = (
        ChoiceField(SEATS, words("seat-away-who"), who, tuple(choice.value for choice in who), most=len(who)),
        ChoiceField(BACK, words("seat-away-back"), days),
    )
    return Form(FORM, words("seat-away"), words("seat-away-submit"), words("cancel"), fields)


def _who(seat: Seat, words: Words) -> str:
    return f"{seat.deputy.name}, {seat_title(seat, words)}" if seat.deputy else seat_title(seat, words)


def _days(request: Request) -> list[datetime]:
    """When these days begin."""
    zone = ZoneInfo(request.district.zone)
    today = request.now.astimezone(zone).date()
    return [datetime.combine(today + timedelta(ahead), time(), zone).astimezone(UTC) for ahead in DAYS]


def go(request: Request, held: list[Seat]) -> Answer:
    words = request.words
    back = next((at for at in _days(request) if at.isoformat() == request.given(BACK)), None)
    left = [seat for seat in held if str(seat.id) in request.fields.get(SEATS, ())]
    if back is None or not left:
        wrong = words("seat-away-wrong")
        again = Button(words("seat-away"), "seat.away")
        return FormErrors({SEATS if back else BACK: wrong}, Message((Text(wrong), Buttons((again,)))))
    for seat in left:
        seats.go_away(request.session, seat, back, request.now)
    return Private(Message(tuple(part for seat in left for part in _away(seat, words))))


def come_back(request: Request, seat: Seat) -> Answer:
    seats.come_back(request.session, seat, request.now)
    return say(request, "seat-back-done", seat=seat_title(seat, request.words))


def end(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the day has come."""
    now, seat = context.now(session), session.get(Seat, subject)
    if seat is not None and seat.away_until is not None and seat.away_until <= now:
        seats.come_back(session, seat, now)


def on_home(request: Request) -> list[Waiting]:
    """Their own seats for which a deputy acts, and those for which they act themselves."""
    theirs = [seat for seat in _held(request, Seat.away_until.is_not(None)) if seat.deputy]
    acts = [seat for seat in people.seats_of(request.session, request.member) if seat.holder_id != request.member.id]
    return [
        *(Waiting(partial(_away, seat, request.words), Urgency.WATCH, seat.away_until) for seat in theirs),
        *(Waiting(partial(_acting, seat, request.words), Urgency.WATCH, seat.away_until) for seat in acts),
    ]


def _acting(seat: Seat, words: Words) -> list[Part]:
    return [Text(changes.said(seat, words))]


def _away(seat: Seat, words: Words) -> list[Part]:
    assert seat.deputy is not None
    assert seat.away_until is not None
    title, when = seat_title(seat, words), words.day(seat.away_until, seat.district.zone)
    said = words("seat-away-done", name=seat.deputy.name, seat=title, when=when)
    return [Text(said), Buttons((Button(words("seat-back"), "seat.back", str(seat.id)),))]
