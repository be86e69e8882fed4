"""What is posted where a committee is at home, for chat is what counts: that a date was moved or left out, a minute
after the last click; and a quarter of an hour before it begins. Those who asked for it read it in a DM, too."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms, notices
from bot.boundary import Account, Address, Answer, Buttons, Message, Part, Text
from bot.delivery import outbox
from bot.meetings import agenda, cards, company, eyes, schedule, telling
from bot.meetings.attendance import Nudge
from bot.meetings.model import Meeting, Phase, Series, meeting_to_change, readers
from bot.people import model as people
from bot.request import Request
from bot.storage import context
from bot.texts import Texts, Words

NEWS, SOON = "meeting.news", "meeting.soon-card"  # names of cards


def tell(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: nobody has changed it for a minute. What was set back meanwhile is no news."""
    now, meeting = context.now(session), meeting_to_change(session, subject)
    if meeting is None or meeting.phase is Phase.OVER or meeting.told == schedule.standing(meeting):
        return
    changer, meeting.changer_id, meeting.told = meeting.changer_id, None, schedule.standing(meeting)
    agenda.settle(session, meeting)
    outbox.remove(session, NEWS, meeting.id)
    post(session, meeting.series, NEWS, meeting.id)
    for member_id in schedule.people_of(session, meeting.series):
        if member_id != changer:
            notices.tell(session, member_id, schedule.CHANGED, meeting.id, now, schedule.worth_knowing(meeting, now))


def soon(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable. After an outage it comes late, or not at all."""
    now, meeting = context.now(session), session.get(Meeting, subject)
    if meeting is not None and meeting.phase is Phase.PLANNED and schedule.soon_at(meeting) <= now < meeting.at:
        post(session, meeting.series, SOON, meeting.id)


def post(session: Session, series: Series, card: str, subject: int) -> None:
    for place in eyes.homes(session, series):
        outbox.say(session, Address.parse(place.address), card, subject, place.language)
    for member in _asked(session, series):
        if (account := notices.account_of(session, member)) is not None:
            outbox.say(session, Address.alone_with(Account.parse(account)), card, subject, member.language)


def _asked(session: Session, series: Series) -> list[people.Member]:
    """Who still belongs to it."""
    asked = select(people.Member).join(Nudge, Nudge.member_id == people.Member.id).where(Nudge.series_id == series.id)
    found, may = session.scalars(asked.order_by(people.Member.id)).all(), readers(session, series)
    return [member for member in found if may.admits(session, member)]


def ask_for_it(request: Request, series: Series) -> Answer:
    """Or not any more."""
    row = request.session.get(Nudge, (series.id, request.member.id))
    if row is None:
        request.session.add(Nudge(series_id=series.id, member_id=request.member.id))
        nowhere = notices.account_of(request.session, request.member) is None
        return forms.say(request, "meeting-nudge-nowhere" if nowhere else "meeting-nudge-on")
    request.session.delete(row)
    return forms.say(request, "meeting-nudge-off")


# How it looks ----------------------------------------------------------------------------------------------------


def news_card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    meeting = session.get_one(Meeting, subject)
    why = meeting.reason if eyes.may_stand(session, meeting.reason_for, NEWS, meeting) else ""
    parts: list[Part] = [Text(telling.changed_line(session, meeting, words, why))]
    if meeting.phase is Phase.PLANNED:
        parts += company.reply_buttons(session, meeting, words, None)
    return Message((*parts, Buttons((cards.show_button(meeting.series, words),))))


def soon_card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    meeting = session.get_one(Meeting, subject)
    said = words("meeting-soon", whom=cards.whom(meeting.series, words, None), line=cards.next_line(meeting, words))
    show = Buttons((cards.show_button(meeting.series, words),))
    return Message((Text(said), *company.lines(session, meeting, words), show))
