"""Meetings that die. After two of which nobody says that they took place, or at which too few were there to decide,
those who meet are asked what would help; after one more the presidents of their groups hear of it, by role. Caretakers
read how many pairs meet, one number."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Button, Buttons, Note, Part, Text
from bot.disclosure_control import FEWEST
from bot.feature import Section, Urgency, Waiting
from bot.meetings import cards, model, proposals, schedule
from bot.meetings.model import Kind, Meeting, Phase, Series, State, meeting_to_change
from bot.people import model as people
from bot.people.cards import seat_title
from bot.request import Request
from bot.storage import context
from bot.texts import Words

ASKED, QUIET = "meeting.dying", "meeting.quiet"  # of notices
MISSED, TOLD = 2, 3  # meetings, after which those who meet are asked and others are told
UNTIL = timedelta(days=21)  # in which they can be told
LATELY = timedelta(days=60)


def look(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: there was time to write down what came of it."""
    now, meeting = context.now(session), meeting_to_change(session, subject)
    if meeting is None or not meeting.series.lives or meeting.phase not in (Phase.OVER, Phase.CANCELLED):
        return
    series, missed = meeting.series, _missed(session, meeting)
    if missed < MISSED:
        series.asked_at = None
        return
    series.asked_at = now
    session.flush()
    if missed == MISSED:
        for member_id in schedule.writers(session, series):
            notices.tell(session, member_id, ASKED, series.id, now, now + UNTIL)
    if missed == TOLD and series.kind is Kind.PAIR:
        for member_id in sorted(_presidents(session, series)):
            notices.tell(session, member_id, QUIET, series.id, now, now + UNTIL)


def _missed(session: Session, meeting: Meeting) -> int:
    """Those up to this one since the last that took place, with enough people to decide; days without school aside."""
    there = select(Meeting.held, Meeting.quorate).where(
        Meeting.series_id == meeting.series_id,
        Meeting.phase.in_((Phase.OVER, Phase.CANCELLED)),
        Meeting.at <= meeting.at,
    )
    count = 0
    for held, quorate in session.execute(there.order_by(Meeting.at.desc())):
        if held and quorate is not False:
            break
        count += 1
    return count


def _presidents(session: Session, series: Series) -> set[int]:
    """Who acts for their groups as a whole, and is not one of the two."""
    found = {proposals.lead(session, seat.group_id) for seat in series.seats}
    return {one for one in found if one is not None} - set(schedule.people_of(session, series))


# Those who meet --------------------------------------------------------------------------------------------------


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    if series is None or series.state is not State.GOING or series.asked_at is None:
        return False
    return member.id in schedule.writers(session, series)


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    id = str(series.id)
    change = ("meeting-offer-times", "meeting.offer") if series.is_pair else ("meeting-change-all", "meeting.change")
    buttons = (
        Button(words(change[0]), change[1], id, "main"),
        Button(words("meeting-see"), "meeting.show", id),
        Button(words("meeting-end"), "meeting.end", id),
    )
    said = words("meeting-dying", whom=cards.whom(series, words, None))
    return [Text(said), Note(words("meeting-dying-advice")), Buttons(buttons)]


def on_home(request: Request) -> list[Waiting]:
    session, member = request.session, request.member
    mine = model.of_seats(session, people.seats_of(session, member))
    return [
        Waiting(partial(show_asked, session, one.id, request.words), Urgency.DO)
        for one in mine
        if is_asked(session, member, one.id)
    ]


# Others ----------------------------------------------------------------------------------------------------------


def is_quiet(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    if series is None or series.state is not State.GOING or series.asked_at is None:
        return False
    return member.id in _presidents(session, series)


def show_quiet(session: Session, subject: int, words: Words) -> list[Part]:
    """By their roles: nobody is blamed."""
    series = session.get_one(Series, subject)
    seats = words.listed([seat_title(seat, words) for seat in series.seats])
    held = select(Meeting.at).where(Meeting.series_id == series.id, Meeting.held.is_(True))
    last = session.scalars(held.order_by(Meeting.at.desc()).limit(1)).first()
    since = words("meeting-quiet-since", when=words.day(last, series.zone)) if last else words("meeting-quiet-never")
    return [Text(words("meeting-quiet", seats=seats)), Text(since), Note(words("meeting-quiet-advice"))]


def _pairs(request: Request) -> list[Waiting]:
    """To caretakers one number, and none where it would tell of a few."""
    if not request.member.caretaker:
        return []
    district = request.member.district_id
    pairs = select(Series.id).where(
        Series.district_id == district, Series.kind == Kind.PAIR, Series.state == State.GOING
    )
    lately = select(Meeting.series_id).where(Meeting.phase == Phase.OVER, Meeting.at > request.now - LATELY)
    going = set(request.session.scalars(pairs.where(Series.id.in_(lately))))
    met = set(request.session.scalars(lately.where(Meeting.held.is_(True), Meeting.series_id.in_(going))))
    if len(going) < FEWEST:
        return []
    said = request.words("meeting-pairs", met=len(met), count=len(going))
    return [Waiting(lambda: [Text(said)], Urgency.KEEP)]


SECTIONS = {
    "meeting.dying": Section("meeting-home-dying", on_home, seated=True),
    "meeting.pairs": Section("meeting-home-pairs", _pairs),
}
