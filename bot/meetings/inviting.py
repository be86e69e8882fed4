"""Seats that are asked one by one to meet: nobody is put on a list by somebody else. Each says yes or no with one tap,
and may leave again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import partial

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Answer, Button, Buttons, Message, Note, Part, Private, Text
from bot.feature import Section, Urgency, Waiting
from bot.forms import say
from bot.meetings import agenda, cards, schedule
from bot.meetings.attendance import Invitation, invitations
from bot.meetings.model import Series, SeriesSeat, State, chairs, next_meeting, own_seats, seated
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.model import Seat
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Words

ADD = "meeting.ask-in"
INVITED, DECLINED = "meeting.invited", "meeting.not-there"  # of notices
UNTIL = timedelta(days=21)  # in which they can be told
NAMED = 12  # of those who are asked


def asked_lines(asked: Sequence[Seat], words: Words) -> list[Part]:
    """In the preview, who will be asked."""
    if not asked:
        return [Text(words("meeting-ask-nobody-yet"))]
    named = [cards.named(seat, words) for seat in asked[:NAMED]]
    more = len(asked) - len(named)
    named += [words("meeting-ask-more", count=more)] if more else []
    return [Text(words("meeting-ask-whom", names=words.listed(named))), Note(words("meeting-ask-next"))]


def invite(request: Request, series: Series, asked: Sequence[Seat], chairs: Collection[Seat]) -> None:
    there = {one.seat_id for one in invitations(request.session, series)}
    for seat in asked:
        if seat.id not in there:
            row = Invitation(series_id=series.id, seat=seat, chair=seat in chairs, at=request.now)
            request.session.add(row)
            _tell(request.session, series, seat)


def _tell(session: Session, series: Series, seat: Seat) -> None:
    now = context.now(session)
    if seat.acting_id is not None:
        notices.tell(session, seat.acting_id, INVITED, series.id, now, now + UNTIL)


# What they answer ------------------------------------------------------------------------------------------------


def be_asked(request: Request, series: Series) -> None:
    if not series.lives or not _of(request.session, request.member, series):
        raise Refusal.saying(request.words("gone"))


def _of(session: Session, member: people.Member, series: Series) -> list[Invitation]:
    return [one for one in invitations(session, series) if one.seat.acting_id == member.id]


def join(request: Request, series: Series) -> Answer:
    session, words = request.session, request.words
    for one in _of(session, request.member, series):
        session.add(SeriesSeat(series_id=series.id, seat_id=one.seat_id, chair=one.chair))
        session.delete(one)
    session.flush()
    session.refresh(series)
    meeting = next_meeting(session, series)
    said = words("meeting-joined", name=series.name, line=cards.next_line(meeting, words) if meeting else "")
    buttons = (cards.add_button(series, words, "main"), cards.show_button(series, words))
    return Private(Message((Text(said.strip()), Buttons(buttons))))


def decline(request: Request, series: Series) -> Answer:
    """Who asked hears of it, by role. It can be taken back for as long as the meetings go on."""
    for one in _of(request.session, request.member, series):
        one.declined = True
    for member_id in sorted(_askers(request.session, series) - {request.member.id}):
        notices.tell(request.session, member_id, DECLINED, series.id, request.now, request.now + UNTIL)
    after_all = Button(request.words("meeting-join-after-all"), "meeting.join", str(series.id))
    return Private(Message((Text(request.words("meeting-not-joined")), Buttons((after_all,)))))


def _askers(session: Session, series: Series) -> set[int]:
    """Numbers of those whose meetings they are: who asked while they act for a seat of them, or else those who act for
    their chairs."""
    if any(seat.acting_id == series.made_by_id for seat in seated(session, series)):
        return {series.made_by_id}
    return {seat.acting_id for seat in chairs(session, series) if seat.acting_id is not None}


def be_in_it(request: Request, series: Series) -> None:
    if series.committee_id is not None or series.is_pair or not own_seats(request.session, series, request.member):
        raise Refusal.saying(request.words("gone"))


def leave(request: Request, series: Series) -> Answer:
    """The last one to leave ends it."""
    session, words = request.session, request.words
    for seat in own_seats(session, series, request.member):
        here = (SeriesSeat.series_id == series.id, SeriesSeat.seat_id == seat.id)
        chaired = session.scalar(select(SeriesSeat.chair).where(*here))
        session.execute(delete(SeriesSeat).where(*here))
        session.add(Invitation(series_id=series.id, seat=seat, chair=bool(chaired), declined=True, at=request.now))
    session.flush()
    session.refresh(series)
    if not series.seats:
        series.state = State.ENDED
        schedule.drop(session, series)
        return say(request, "meeting-left-last")
    after_all = Button(words("meeting-join-after-all"), "meeting.join", str(series.id))
    return Private(Message((Text(words("meeting-left")), Buttons((after_all,)))))


# What they are told ----------------------------------------------------------------------------------------------


def is_invited(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    if series is None or not series.lives:
        return False
    return any(not one.declined for one in _of(session, member, series))


def show_invited(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    meeting = next_meeting(session, series)
    maker = session.get_one(people.Member, series.made_by_id)
    line = cards.next_line(meeting, words) if meeting else ""
    said = words("meeting-invites", name=maker.name, title=series.name, line=line)
    buttons = (
        Button(words("meeting-join"), "meeting.join", str(series.id), "main"),
        Button(words("meeting-join-not"), "meeting.join-not", str(series.id)),
    )
    public = [Note(words("meeting-law-public"))] if agenda.is_public(session, series) else []
    return [Text(said), *public, Note(words("meeting-invites-next")), Buttons(buttons)]


def has_declined(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    if series is None or not series.lives or member.id not in _askers(session, series):
        return False
    return any(one.declined for one in invitations(session, series))


def show_declined(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    seats = [seat_title(one.seat, words) for one in invitations(session, series) if one.declined]
    said = words("meeting-not-there", name=series.name, seats=words.listed(seats))
    return [Text(said), Buttons((cards.show_button(series, words),))]


def seat_changed(session: Session, change: SeatChange) -> None:
    """What was asked of the seat is asked of its new holder."""
    waits = select(Invitation).where(Invitation.seat_id == change.seat.id, ~Invitation.declined)
    for one in session.scalars(waits).all():
        _tell(session, session.get_one(Series, one.series_id), change.seat)


def _waiting(request: Request) -> list[Waiting]:
    mine = [seat.id for seat in people.seats_of(request.session, request.member)]
    asked = select(Invitation.series_id).where(Invitation.seat_id.in_(mine), ~Invitation.declined).distinct()
    return [
        Waiting(partial(show_invited, request.session, id, request.words), Urgency.DO)
        for id in request.session.scalars(asked.order_by(Invitation.series_id))
        if is_invited(request.session, request.member, id)
    ]


SECTIONS = {"meeting.invited": Section("meeting-home-invited", _waiting, seated=True)}
