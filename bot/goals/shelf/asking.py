"""Somebody asks for data before a goal is written. The seat that holds it has some school days and is reminded once;
then the asker and the seat above it are told that there is no answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot import forms, notices, picks, signing, timetable
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    Message,
    Part,
    Private,
    Quote,
    Suggestions,
    Text,
    TextField,
)
from bot.goals.rounds import rating
from bot.goals.rounds.model import Scope, Theme
from bot.goals.shelf.model import WHAT_MOST, DataItem, audience, holders, open_for, readers
from bot.payloads import Row
from bot.people import model as people
from bot.people import school_days
from bot.people.cards import acting_name, seat_title, told_of
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

FORM, WHAT, WHY, FROM = "data.ask", "what", "why", "from"
DUE = "data.due"  # the name under which the timetable follows it up
ASKED, SILENT = "data-asked", "data-silent"  # notices
DAYS = 5  # school days in which it is answered, before it is reminded once, and again after that
LONG = 10  # school days in which somebody can be told


def start(request: Request, theme: Theme | None) -> Answer:
    """Of a theme, or of anything. Whom to ask is picked; the first is of the asker's own building."""
    words = request.words
    offered = _offered(request)
    if not offered:
        names = [one.name for one in people.caretakers(request.session, request.district.id)]
        raise Refusal.saying(words("data-nobody", names=words.either(names)))
    title = theme.title(words.language) if theme is not None else ""
    typed = request.typed.strip()
    typed = typed[len("data") :].strip() if typed.lower().startswith("data") else typed
    whom = picks.field(FROM, words("data-from"), offered, FORM, words("pick-hint"))
    fields = (
        TextField(WHAT, words("data-what"), words("data-what-hint"), typed or title, WHAT_MOST),
        TextField(WHY, words("data-why"), words("data-why-hint"), "", WHAT_MOST, optional=True),
        replace(whom, chosen=(offered[0].value,)) if isinstance(whom, ChoiceField) else whom,
        signing.field(request),
    )
    about = str(theme.id) if theme is not None else ""
    return Form(FORM, words("data-title"), words("data-submit"), words("cancel"), fields, about)


def _offered(request: Request) -> list[Choice]:
    there = told_of(holders(request.session, request.district), request.words)
    words, own = request.words, people.seats_of(request.session, request.member)
    here = {seat.building_id for seat in own} or {request.member.building_id}
    near = sorted(there, key=lambda seat: (seat.building_id not in here, seat.id))
    return [Choice(str(one.id), f"{acting_name(one, words)} ({seat_title(one, words)})") for one in near]


def suggest(request: Request, _theme: Theme | None) -> Suggestions:
    return forms.suggested(request, _offered(request))


def find_theme(request: Request) -> Theme | None:
    """One that is not for bargaining, of a round in which they have been asked about it."""
    theme = request.session.get(Theme, request.payload(Row).id)
    if theme is None or theme.scope is Scope.BARGAINING:
        return None
    return theme if rating.has_been_shown(request.session, theme, request.member) else None


def ask(request: Request, theme: Theme | None) -> Answer:
    session, words, now = request.session, request.words, request.now
    what, why = request.given(WHAT), request.given(WHY)
    by, wrong = signing.seat(request), dict[str, str]()
    if by is None:
        wrong[signing.SIGNED] = words("signing-wrong")
    if not 0 < len(what) <= WHAT_MOST:
        wrong[WHAT] = words("data-wrong-what", most=WHAT_MOST)
    if len(why) > WHAT_MOST:
        wrong[WHY] = words("data-wrong-what", most=WHAT_MOST)
    try:
        chosen = picks.read(_offered(request), request.given(FROM))
    except picks.NotInList:
        raise Refusal.saying(words("gone")) from None
    except picks.Unclear as unclear:
        wrong[FROM] = picks.wrong(unclear, words)
    if wrong or by is None:
        return forms.refused(request, wrong, FORM, WHAT, WHY)
    seat = session.get_one(people.Seat, int(chosen.value))
    due = school_days.due(session, request.district, now, DAYS)
    item = DataItem(district_id=request.district.id, seat=seat, by=by, theme=theme, what=what, why=why, due_at=due)
    item.asked_at, item.audience = now, audience(readers(session, seat, by))
    session.add(item)
    session.flush()
    timetable.set_due(session, DUE, item.id, due)
    tell(session, seat, ASKED, item, now)
    back = Button(words("data-take-back"), "data.take-back", str(item.id))
    said = words("data-sent", name=acting_name(seat, words), when=request.moment(due))
    return Private(Message((Text(said), Buttons((back,)))))


def tell(session: Session, seat: people.Seat, name: str, item: DataItem, now: datetime) -> None:
    if seat.acting_id is not None:
        notices.tell(session, seat.acting_id, name, item.id, now, school_days.due(session, seat.district, now, LONG))


# Following up ----------------------------------------------------------------------------------------------------


def follow_up(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    item, now = locked(session, DataItem, subject), context.now(session)
    if item is None or not item.waits:
        return
    if not item.reminded:
        item.reminded, item.due_at = True, school_days.due(session, item.seat.district, now, DAYS)
        timetable.set_due(session, DUE, item.id, item.due_at)
        tell(session, item.seat, ASKED, item, now)
        return
    for seat in (item.by, item.seat.above):
        if seat is not None:
            tell(session, seat, SILENT, item, now)


def seat_changed(session: Session, change: SeatChange) -> None:
    """What was asked of the one before is asked of the one who acts now."""
    if change.after is None:
        return
    for item in open_for(session, [change.seat]):
        tell(session, change.seat, ASKED, item, context.now(session))


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    item = session.get(DataItem, subject)
    return item is not None and item.waits and item.seat.acting_id == member.id


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    item = session.get_one(DataItem, subject)
    by = words("data-asks", name=acting_name(item.by, words), seat=seat_title(item.by, words)) if item.by else ""
    when = words("data-until", when=words.moment(item.due_at, item.seat.district.zone))
    why = [Text(words("data-because", why=item.why))] if item.why else []
    buttons = (
        Button(words("data-answer"), "data.answer", str(item.id), "main"),
        Button(words("data-decline"), "data.decline", str(item.id)),
    )
    return [Text(by), Quote(item.what), *why, Text(when), Buttons(buttons)]


def is_silent(session: Session, member: people.Member, subject: int) -> bool:
    item = session.get(DataItem, subject)
    theirs = (item.by, item.seat.above) if item is not None else ()
    return item is not None and item.waits and any(seat and seat.acting_id == member.id for seat in theirs)


def show_silent(session: Session, subject: int, words: Words) -> list[Part]:
    item = session.get_one(DataItem, subject)
    who = words("reply-who", seat=seat_title(item.seat, words), name=acting_name(item.seat, words))
    return [Text(words("data-silent", who=who)), Quote(item.what)]
