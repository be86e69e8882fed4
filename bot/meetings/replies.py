"""Whether somebody comes: one tap. Where too few can, all are told in time to move it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Answer, Button, Buttons, Message, Part, Private, Text
from bot.delivery import outbox
from bot.meetings import agenda, attendance, cards, company, minutes, rules, schedule, turns
from bot.meetings.attendance import Coming, Reply
from bot.meetings.model import Kind, Meeting, Phase, Series, own_seats, seated
from bot.payloads import Row
from bot.people import model as people
from bot.people.cards import acting_name
from bot.request import Refusal, Request
from bot.texts import Words

SHORT, STANDS_IN = "meeting.short", "meeting.stands-in"  # of notices
SAID = {Coming.YES: "meeting-said-coming", Coming.NO: "meeting-said-not", Coming.DEPUTY: "meeting-said-deputy"}


def have_a_seat(request: Request, meeting: Meeting) -> None:
    """Who only reads along in its channel does not."""
    rules.belong_to_it(request, meeting)
    if not own_seats(request.session, meeting.series, request.member):
        raise Refusal.saying(request.words("meeting-reply-who"))


def is_to_come(request: Request, meeting: Meeting) -> None:
    if meeting.series.kind is not Kind.BODY or meeting.phase is not Phase.PLANNED or meeting.at <= request.now:
        raise Refusal.saying(request.words("meeting-reply-late"))


def reply(request: Request, meeting: Meeting) -> Answer:
    """For each seat for which they act. What was said before is said anew."""
    session, words = request.session, request.words
    said = next((one for one in Coming if one.value == request.payload(Row).rest), None)
    mine = own_seats(session, meeting.series, request.member)
    if said is Coming.DEPUTY:
        mine = [seat for seat in mine if seat.deputy_id not in (None, seat.acting_id)]
        if not mine:
            raise Refusal.saying(words("meeting-no-deputy"))
    if said is None or not mine:
        raise Refusal.saying(words("gone"))
    enough = not company.falls_short(session, meeting)
    for seat in mine:
        _put(request, meeting, seat, said)
    session.flush()
    turns.assign(session, meeting)
    if enough and company.falls_short(session, meeting):
        _warn(session, meeting, request.now)
    agenda.changed(session, meeting)
    lines = [words(SAID[said], when=cards.when(meeting, words)), company.turns_line(session, meeting, words)]
    buttons = company.reply_buttons(session, meeting, words, request.member)
    return Private(Message((Text(" ".join(filter(None, lines))), *buttons)))


def _put(request: Request, meeting: Meeting, seat: people.Seat, said: Coming) -> None:
    session = request.session
    row = session.get(Reply, (meeting.id, seat.id))
    if row is None:
        row = Reply(meeting_id=meeting.id, seat_id=seat.id)
        session.add(row)
    row.coming, row.member_id, row.at = said, request.member.id, request.now
    if said is Coming.DEPUTY and seat.deputy_id is not None:
        notices.tell(session, seat.deputy_id, STANDS_IN, meeting.id, request.now, meeting.at)


def _warn(session: Session, meeting: Meeting, now: datetime) -> None:
    """The day before tells it with all the rest; after that all hear of it at once."""
    if schedule.reminds_at(session, meeting) <= now:
        for member_id in schedule.people_of(session, meeting.series):
            notices.tell(session, member_id, SHORT, meeting.id, now, meeting.at)


# What they are told ----------------------------------------------------------------------------------------------


def is_short(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    if meeting is None or meeting.phase is not Phase.PLANNED:
        return False
    return company.falls_short(session, meeting) and _belongs(session, member, meeting.series)


def _belongs(session: Session, member: people.Member, series: Series) -> bool:
    return any(seat.acting_id == member.id for seat in seated(session, series))


def show_short(session: Session, subject: int, words: Words) -> list[Part]:
    meeting = session.get_one(Meeting, subject)
    whom, when = cards.whom(meeting.series, words, None), cards.when(meeting, words)
    said = words("meeting-short-news", whom=whom, when=when, line=company.short_line(session, meeting, words))
    return [Text(said), Buttons((cards.show_button(meeting.series, words),))]


def stands_in(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    return meeting is not None and meeting.phase is Phase.PLANNED and bool(_sent(session, member, meeting))


def _sent(session: Session, member: people.Member | None, meeting: Meeting) -> list[people.Seat]:
    """Seats that send this deputy, or any."""
    said = attendance.replies(session, meeting)
    sent = [seat for seat in seated(session, meeting.series) if said.get(seat.id) is Coming.DEPUTY]
    return [one for one in sent if one.deputy_id is not None and (member is None or one.deputy_id == member.id)]


def show_stands_in(session: Session, subject: int, words: Words) -> list[Part]:
    """To the deputy, who may not read what the others write; nor, where several send one, who else does not come."""
    meeting = session.get_one(Meeting, subject)
    sent, name, line = _sent(session, None, meeting), meeting.series.name, cards.next_line(meeting, words)
    if len({seat.deputy_id for seat in sent}) > 1:
        return [Text(words("meeting-stands-in-one-of-several", name=name, line=line))]
    names = words.listed([acting_name(seat, words) for seat in sent])
    return [Text(words("meeting-stands-in", names=names, name=name, line=line))]


# After it --------------------------------------------------------------------------------------------------------


def enough_came(request: Request, meeting: Meeting) -> Answer:
    """Its chairs were there and know."""
    meeting.quorate = True
    outbox.change(request.session, minutes.CARD, meeting.id)
    back = Button(request.words("meeting-minutes-do"), "meeting.outcomes", str(meeting.id), "main")
    return Private(Message((Text(request.words("meeting-enough-came")), Buttons((back,)))))
