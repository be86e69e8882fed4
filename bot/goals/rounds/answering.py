"""A title that is not worked on together went to the seat that decides. What that seat answers comes back through the
bot to those who raised it: the seat learns neither their words nor who they are. It is reminded once; then the
co-chairs are told that there is no answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms, notices, timetable
from bot.authors import in_no_order, tell_once
from bot.boundary import Answer, Button, Buttons, Form, Message, Note, Part, Private, Quote, Text, TextField
from bot.goals.concerns import ANSWERED, Concern
from bot.goals.model import REASON_MOST
from bot.goals.rounds import chairs, joining, scopes
from bot.goals.rounds.model import Round, Theme, theme_of, under
from bot.payloads import Row
from bot.people import hours, school_days
from bot.people import model as people
from bot.people.cards import acting_name, seat_title
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Texts, Words

YOURS, NOTICE, SILENT = "theme-yours", "concern-answered", "theme-silent"
DUE, TELL = "theme.reply-due", "theme.tell-reply"  # names under which the timetable follows it up, and tells
FORM, REPLY = "theme.reply", "reply"
DAYS = 10  # school days in which it is answered, and somebody can be told
AT_ONCE = 20  # authors who are told in one transaction


def ask(session: Session, theme: Theme, now: datetime) -> None:
    """The seat that decides about it, if there is one."""
    timetable.forget(session, DUE, theme.id)
    theme.reply, theme.replied_by, theme.reminded = "", None, False
    seat = scopes.owner(theme)
    if seat is None:
        return
    theme.reply_due = school_days.due(session, seat.district, now, DAYS)
    timetable.set_due(session, DUE, theme.id, theme.reply_due)
    _tell(session, theme, seat, now)


def _tell(session: Session, theme: Theme, seat: people.Seat, now: datetime) -> None:
    if seat.acting_id is not None:
        until = school_days.due(session, seat.district, now, DAYS)
        notices.tell(session, seat.acting_id, YOURS, theme.id, now, until)


def follow_up(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    theme, now = locked(session, Theme, subject), context.now(session)
    seat = scopes.owner(theme) if theme is not None else None
    if theme is None or theme.reply or seat is None or theme.round is None:
        return
    if not theme.reminded:
        theme.reminded, theme.reply_due = True, school_days.due(session, seat.district, now, DAYS)
        timetable.set_due(session, DUE, theme.id, theme.reply_due)
        _tell(session, theme, seat, now)
        return
    until = school_days.due(session, seat.district, now, DAYS)
    for chair in theme.round.leading:
        if chair.acting_id is not None:
            notices.tell(session, chair.acting_id, SILENT, theme.id, now, until)


def seat_changed(session: Session, change: SeatChange) -> None:
    """What waits for the one before waits for the one who acts now."""
    if change.after is not None:
        for theme in _open(session, [change.seat]):
            _tell(session, theme, change.seat, context.now(session))


def _open(session: Session, seats: Sequence[people.Seat]) -> list[Theme]:
    """Those that wait for an answer of one of these."""
    roles = {scope for scope, role in scopes.OWNERS.items() for seat in seats if seat.role is role}
    if not roles:
        return []
    here = select(Theme).join(Round, Theme.round_id == Round.id).where(Round.district_id == seats[0].district_id)
    found = session.scalars(here.where(Theme.scope.in_(roles), Theme.reply == "").order_by(Theme.id)).unique()
    return [theme for theme in found if scopes.owner(theme) in seats]


def waiting(request: Request) -> list[Theme]:
    return _open(request.session, request.seats)


# Answering -------------------------------------------------------------------------------------------------------


def find(request: Request) -> Theme | None:
    return locked(request.session, Theme, request.payload(Row).id)


def decide_about_it(request: Request, theme: Theme) -> None:
    seat = scopes.owner(theme)
    if theme.round is None or seat is None or seat.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def ask_what(request: Request, theme: Theme) -> Answer:
    words = request.words
    field = TextField(REPLY, words("reply-label"), words("reply-hint"), theme.reply, REASON_MOST, long=True)
    return Form(FORM, words("reply-title"), words("reply-submit"), words("cancel"), (field,), str(theme.id))


def reply(request: Request, theme: Theme) -> Answer:
    """Another answer replaces the first, and they are told again."""
    session, given = request.session, request.given(REPLY)
    if not 0 < len(given) <= REASON_MOST:
        return forms.refused(request, {REPLY: request.words("reply-wrong", most=REASON_MOST)}, FORM, REPLY)
    theme.reply, theme.replied_by, theme.reply_told = given, scopes.owner(theme), 0
    for do in (DUE, TELL):
        timetable.forget(session, do, theme.id)
    at = hours.of_district(request.district).next(request.now, request.district.zone)
    timetable.set_due(session, TELL, theme.id, at)
    change = Button(request.words("reply-change"), FORM, str(theme.id))
    return Private(Message((Text(request.words("reply-sent")), Buttons((change,)))))


def tell_some(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the next of those who raised it."""
    theme, now = locked(session, Theme, subject), context.now(session)
    if theme is None or not theme.reply:
        return
    some = session.scalars(under(theme).where(Concern.id > theme.reply_told).limit(AT_ONCE)).all()
    for concern in in_no_order(some):
        tell_once(session, concern, ANSWERED, NOTICE, now)
    if some:
        theme.reply_told = some[-1].id
    if len(some) == AT_ONCE:
        timetable.set_due(session, TELL, theme.id, now)


# What they are told ------------------------------------------------------------------------------------------------


def is_theirs(session: Session, member: people.Member, subject: int) -> bool:
    theme = session.get(Theme, subject)
    seat = scopes.owner(theme) if theme is not None else None
    return seat is not None and theme is not None and not theme.reply and seat.acting_id == member.id


def show_theirs(session: Session, subject: int, words: Words) -> list[Part]:
    """A topic, without anybody's words or names."""
    theme = session.get_one(Theme, subject)
    said = words("scope-yours", title=theme.title(words.language), why=theme.why)
    when = (
        words("reply-until", when=words.moment(theme.reply_due, theme.round.district.zone))
        if theme.reply_due and theme.round
        else ""
    )
    answer = Button(words("reply-title"), FORM, str(theme.id), "main")
    return [Text(f"{said} {when}".rstrip()), Buttons((answer,))]


def is_silent(session: Session, member: people.Member, subject: int) -> bool:
    theme = session.get(Theme, subject)
    leads = theme is not None and theme.round is not None and chairs.is_led_by(theme.round, member)
    return theme is not None and leads and not theme.reply


def show_silent(session: Session, subject: int, words: Words) -> list[Part]:
    theme = session.get_one(Theme, subject)
    seat = scopes.owner(theme)
    who = words("reply-who", seat=seat_title(seat, words), name=acting_name(seat, words)) if seat else ""
    return [Text(words("reply-silent", title=theme.title(words.language), who=who))]


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    return Message(tuple(show(session, subject, words)))


def show(session: Session, subject: int, words: Words) -> list[Part]:
    """To somebody who raised it."""
    concern = session.get_one(Concern, subject)
    own = theme_of(concern)
    theme = joining.root(own) if own is not None else None
    if concern.taken_back or theme is None or theme.replied_by is None:
        return [Text(words("concern-taken-back" if concern.taken_back else "concern-state-waits"))]
    title = words("reply-came", title=theme.title(words.language), seat=seat_title(theme.replied_by, words))
    return [Text(title), Quote(theme.reply), Note(words("reply-to-yours")), Quote(concern.text)]
