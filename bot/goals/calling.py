"""A rep or liaison asks their own group in their building one question: what gets in the way of your students? It
stands in a place of that group alone, or comes in the message of the day; it is brought up once more, and ends."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot import forms, notices, own_words, timetable
from bot.boundary import Address, Answer, Button, Buttons, Heading, Message, Note, Part, Private, Quote, Text
from bot.delivery import outbox
from bot.goals import rules, writing
from bot.goals.concerns import CALL, Call, Concern, spoken
from bot.goals.model import DAYS
from bot.goals.model import count as counted
from bot.payloads import Row
from bot.people import circles, links, presence, school_days, topics
from bot.people import model as people
from bot.people.cards import place_label, reach_lines, seat_title
from bot.people.circles import AudienceFilter
from bot.people.hours import day_of
from bot.people.model import Seat
from bot.people.places import Place, PlaceGroup, PlaceKind
from bot.previews import Preview
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Texts, Words

DUE, ON = "concern.call-due", "concern.call-on"  # names under which the timetable looks at it, and tells the others
NOTICE, QUIET = "concern-call", "concern-quiet"
UNTIL = 10  # school days in which the seat can be told that nobody wrote

# Asking ----------------------------------------------------------------------------------------------------------


def look_over(request: Request, _subject: object) -> Answer:
    return _preview(request, _seat(request)).answer()


def _preview(request: Request, seat: Seat) -> Preview:
    """Where it goes and whom it reaches, before it does."""
    session, words = request.session, request.words
    there, others = places(session, seat), counted_others(session, seat)
    _refuse_if_nobody(request, seat, there, others)
    lines = []
    if there:
        lines.append(words("concern-call-there", places=words.listed([place_label(place) for place in there])))
    if others:
        lines.append(words("concern-call-others", count=others))
    asked = Quote(f"{words('concern-question')}\n{_asks(session, seat, words)}")
    parts: list[Part] = [Heading(words("question-preview-title")), Text("\n".join(lines)), asked]
    if there:
        parts.append(Note(reach_lines(presence.reach(session, there), words)))
    cancel, where = Button(words("cancel"), "home"), [place.id for place in there]
    return Preview(parts, words("concern-call-post"), "concern.call-post", str(seat.id), (cancel,), where)


def post(request: Request, _subject: object) -> Answer:
    if not request.about:  # nothing was looked over
        raise Refusal.saying(request.words("gone"))
    session, seat, now = request.session, _seat(request), request.now
    if again := _preview(request, seat).once_more(request):
        return again
    call = Call(seat=seat, asked_at=now, due_at=school_days.due(session, request.district, now, DAYS))
    session.add(call)
    session.flush()
    for place in places(session, seat):
        outbox.say(session, Address.parse(place.address), CALL, call.id, place.language)
    _tell_on(session, call, now)
    timetable.set_due(session, DUE, call.id, call.due_at)
    return forms.say(request, "concern-called", when=request.moment(call.due_at))


def _seat(request: Request) -> Seat:
    """The one that asks. Raises Refusal while what it asked is open."""
    theirs = rules.callers(request.session, request.member)
    asked = request.payload(Row).id if request.about else None
    seat = next((one for one in theirs if asked in (None, one.id)), None)
    if seat is None:
        raise Refusal.saying(request.words("gone"))
    call = opened(request.session, seat)
    if call is not None:
        raise Refusal.saying(request.words("concern-call-open", when=request.moment(call.due_at)))
    return seat


def opened(session: Session, seat: Seat) -> Call | None:
    """What it asked and is not over."""
    return session.scalars(select(Call).where(Call.seat_id == seat.id, Call.closed_at.is_(None))).first()


def _refuse_if_nobody(request: Request, seat: Seat, there: list[Place], others: int) -> None:
    if not there and not others:
        raise Refusal.saying(request.words("concern-call-nobody", building=seat.body))


# Whom it reaches -------------------------------------------------------------------------------------------------


def places(session: Session, seat: Seat) -> list[Place]:
    """Caucuses of the seat's group: those of its building, or else those of all."""
    tied = Place.address.startswith(people.Connection.address + "/")
    of_group = select(PlaceGroup.place_id).where(PlaceGroup.group_id == seat.group_id)
    caucuses = (
        select(Place)
        .join(people.Connection, tied)
        .where(
            Place.district_id == seat.district_id,
            people.Connection.district_id == seat.district_id,
            Place.audience == PlaceKind.CAUCUS,
            Place.id.in_(of_group),
        )
    )
    found = session.scalars(caucuses.order_by(Place.id)).all()
    here = [place for place in found if seat.building_id in place.building_ids]
    return here or [place for place in found if not place.building_ids]


def _everybody(seat: Seat) -> Select[int]:
    """Of the seat's group in its building, but for the one who asks."""
    theirs = (people.Member.is_of(seat.group_id), people.Member.building_id == seat.building_id)
    return select(people.Member.id).where(*theirs, ~links.is_anothers(), people.Member.id != (seat.acting_id or 0))


def _others(session: Session, seat: Seat) -> Select[int]:
    """Those who are in none of the places."""
    there = places(session, seat)
    if not there:
        return _everybody(seat)
    told = circles.reached(session, there, AudienceFilter()).subquery()
    return _everybody(seat).where(people.Member.id.not_in(select(told.c.id)))


def counted_others(session: Session, seat: Seat) -> int:
    return session.scalar(select(func.count()).select_from(_others(session, seat).subquery())) or 0


def _tell_on(session: Session, call: Call, now: datetime) -> None:
    """The next of them; everybody when it is brought up again."""
    some = _everybody(call.seat) if call.reminded else _others(session, call.seat)
    rest = some.where(people.Member.id > call.told)
    call.told = notices.tell_many(session, rest, NOTICE, call.id, now, call.due_at)
    if call.told:
        timetable.set_due(session, ON, call.id, now)


def tell_on(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    call = locked(session, Call, subject)
    if call is not None and call.closed_at is None and call.told:
        _tell_on(session, call, context.now(session))


# Keeping time ----------------------------------------------------------------------------------------------------


def is_over(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: where somebody wrote, it is over; where nobody did, it is brought up once."""
    call, now = locked(session, Call, subject), context.now(session)
    if call is None or call.closed_at is not None:
        return
    if _is_answered(session, call) or call.reminded:
        call.closed_at = now
        outbox.settle(session, CALL, call.id)
        if not _is_answered(session, call) and call.seat.acting_id is not None:
            until = school_days.due(session, call.seat.district, now, UNTIL)
            notices.tell(session, call.seat.acting_id, QUIET, call.id, now, until)
        return
    call.reminded, call.due_at = True, school_days.due(session, call.seat.district, now, DAYS)
    timetable.set_due(session, DUE, call.id, call.due_at)
    outbox.change(session, CALL, call.id)
    _tell_on(session, call, now)


def _is_answered(session: Session, call: Call) -> bool:
    since = day_of(call.asked_at, call.seat.district.zone)
    return counted(session, spoken(call.seat).where(Concern.written_at >= since)) > 0


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In a place of the group."""
    call = session.get_one(Call, subject)
    others = forms.in_other_languages(words, texts, "concern.call-show", call.id)
    return Message((*parts_of(session, call, words), Buttons(tuple(others))))


def show(request: Request, call: Call) -> Answer:
    return Private(Message(tuple(parts_of(request.session, call, request.pressed))))


def parts_of(session: Session, call: Call, words: Words) -> list[Part]:
    write = Button(words("concern-write"), "concern.write-at-once", tone="main")
    begin: list[Part] = [Heading(words("concern-question")), Text(_asks(session, call.seat, words))]
    if call.closed_at is not None:
        return [*begin, Note(words("concern-call-closed"))]
    found = topics.not_here(session, call.seat.district_id, call.seat.building_id)
    when = words.moment(call.due_at, call.seat.district.zone)
    asked = Note(words("concern-call-until", when=when))
    return [*begin, *own_words.not_for(found, words), asked, Buttons((write,))]


def _asks(session: Session, seat: Seat, words: Words) -> str:
    """Who asks whom, and who reads it."""
    readers = rules.readers_of(session, seat)
    asks = words("concern-call-asks", seat=seat_title(seat, words), kind=seat.group.kind.value, building=seat.body)
    return f"{asks} {writing.readers_line(readers, words)}"


def stands(session: Session, member: people.Member, subject: int) -> bool:
    call = session.get(Call, subject)
    return call is not None and call.closed_at is None and call.seat.group_id == member.group_id


def show_notice(session: Session, subject: int, words: Words) -> list[Part]:
    return parts_of(session, session.get_one(Call, subject), words)


def is_quiet(session: Session, member: people.Member, subject: int) -> bool:
    call = session.get(Call, subject)
    return call is not None and call.seat.acting_id == member.id and not _is_answered(session, call)


def show_quiet(session: Session, subject: int, words: Words) -> list[Part]:
    again = Button(words("concern-call-again"), "concern.call")
    line = Button(words("goal-start-line"), "goal.start-line")
    return [Text(words("concern-call-quiet")), Buttons((line, again))]
