"""A line of minutes that are out is corrected: what changed, when and by whom stands below them, another member
approves them anew, and their readers are told once."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from bot import approvals, notices
from bot.boundary import Answer, Button, Buttons, FormErrors, Part, Private, Text
from bot.delivery import outbox
from bot.meetings import cards, minutes, outcomes, schedule
from bot.meetings.model import Meeting, Minutes, readers
from bot.meetings.records import model
from bot.meetings.records.model import MinutesCorrection
from bot.meetings.telling import reads
from bot.meetings.written import Item, Outcome, note_brought
from bot.people import model as people
from bot.request import Refusal, Request
from bot.texts import Words

FORM, CORRECTED = outcomes.CORRECT, "minutes.corrected"
TOLD = timedelta(days=7)  # in which that can be told
SHOWN = 3  # corrections in a message


def are_out(request: Request, meeting: Meeting) -> None:
    minutes.of_body(request, meeting)
    if meeting.minutes not in model.OUT:
        raise Refusal.saying(request.words("meeting-minutes-none"))


def ask(request: Request, meeting: Meeting) -> Answer:
    return outcomes.form(request, meeting, _item(request, meeting), FORM)


def correct(request: Request, meeting: Meeting) -> Answer:
    """Sent in twice, it is corrected once."""
    item, given = _item(request, meeting), outcomes.read(request, meeting, FORM)
    if isinstance(given, FormErrors):
        return given
    outcome, line = given
    if outcome is Outcome.CARRIED and item.outcome is not Outcome.CARRIED:
        return outcomes.wrong(request, FORM, outcomes.OUTCOME, request.words("minutes-correct-not-carried"))
    if (outcome, line) != (item.outcome, item.line):
        _change(request, meeting, item, outcome, line)
    return Private(outcomes.desk(request, meeting))


def _item(request: Request, meeting: Meeting) -> Item:
    """One of those that these minutes say something of."""
    item = outcomes.item_of(request, meeting)
    if item.meeting_id != meeting.id:
        raise Refusal.saying(request.words("meeting-minutes-done"))
    return item


def _change(request: Request, meeting: Meeting, item: Item, outcome: Outcome, line: str) -> None:
    session = request.session
    kept = MinutesCorrection(meeting_id=meeting.id, item=item, member=request.member, at=request.now)
    kept.was, kept.was_line, kept.became, kept.line = item.outcome, item.line, outcome, line
    session.add(kept)
    outcomes.put(request, meeting, item, outcome, line)
    meeting.minutes, meeting.approver_id, meeting.proposer_id = Minutes.OUT, None, request.member.id
    meeting.version = approvals.new_version()
    model.index(session, meeting)
    note_brought(session, meeting.series_id)
    outbox.change(session, minutes.CARD, meeting.id)
    for member_id in schedule.people_of(session, meeting.series):
        if member_id != request.member.id:
            notices.tell(session, member_id, CORRECTED, meeting.id, request.now, request.now + TOLD)


# The notice ------------------------------------------------------------------------------------------------------


def is_corrected(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    return meeting is not None and meeting.minutes in model.OUT and reads(session, member, meeting.series)


def show_corrected(session: Session, subject: int, words: Words) -> list[Part]:
    """Of lines that not all may read who read its minutes by now it says no more than that something was corrected."""
    meeting = session.get_one(Meeting, subject)
    told = readers(session, meeting.series)
    kept = [one for one in model.corrections(session, meeting) if one.item.audience.covers(session, told)][-SHOWN:]
    said = words("minutes-were-corrected", name=meeting.series.name, when=cards.when(meeting, words))
    lines = [minutes.corrected_line(one, words) for one in kept]
    see = Button(words("meeting-minutes-look"), "meeting.look-minutes", str(meeting.id))
    return [Text("\n".join((said, *lines))), Buttons((see,))]
