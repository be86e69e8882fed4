"""Meetings that die. After two of which nobody says that they took place, or at which too few were there to decide,
those who meet are asked what would help. Nobody else is told; caretakers read one number, how many pairs met, in steps
of FEWEST."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Button, Buttons, Note, Part, Text
from bot.disclosure_control import FEWEST
from bot.feature import Section, Urgency, Waiting
from bot.meetings import cards, model, schedule
from bot.meetings.model import Kind, Meeting, Phase, Series, State, meeting_to_change
from bot.people import model as people
from bot.request import Request
from bot.storage import context
from bot.texts import Words

ASKED = "meeting.dying"  # a notice
MISSED = 2  # meetings, after which those who meet are asked
UNTIL = timedelta(days=21)  # in which they can be
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


# Those who meet --------------------------------------------------------------------------------------------------


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    if series is None or series.state is not State.GOING or series.asked_at is None or series.lacks_a_side:
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
    name = "meeting-dying" if series.kind is Kind.PAIR else "meeting-dying-body"
    said = words(name, whom=cards.whom(series, words, None))
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


def _pairs(request: Request) -> list[Waiting]:
    """To caretakers one number, as high as it is surely: of how many pairs, or which of them didn't meet, it doesn't
    tell."""
    if not request.member.caretaker:
        return []
    there = (Series.district_id == request.district.id, Series.kind == Kind.PAIR, Series.state == State.GOING)
    held = (Meeting.phase == Phase.OVER, Meeting.held.is_(True), Meeting.at > request.now - LATELY)
    pairs = select(func.count(Series.id.distinct())).join(Meeting, Meeting.series_id == Series.id).where(*there, *held)
    met = (request.session.scalar(pairs) or 0) // FEWEST * FEWEST
    said = request.words("meeting-pairs", met=met)
    return [Waiting(lambda: [Text(said)], Urgency.KEEP)] if met else []


SECTIONS = {
    "meeting.dying": Section("meeting-home-dying", on_home, seated=True),
    "meeting.pairs": Section("meeting-home-pairs", _pairs),
}
