"""The agenda of a body's next meeting: it goes out into the homes of its committee when it closes, unless a chair holds
it. Of open meetings it is frozen then; what is added later is for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot import actions, forms, timetable
from bot.actions import Action
from bot.boundary import Address, Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text, fitting
from bot.delivery import outbox
from bot.meetings import cards, eyes
from bot.meetings.model import Agenda, Kind, Meeting, Phase, meeting_to_change
from bot.meetings.written import Item, items_of
from bot.people import hours, school_days
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Texts, Words

CARD, CLOSE = "meeting.agenda", "meeting.close"  # names of a card, and of a due time


def closes_at(session: Session, meeting: Meeting) -> datetime:
    """So many school days before, when the district begins to write to people."""
    series, district = meeting.series, meeting.series.district
    zone, off = ZoneInfo(series.zone), school_days.off(session, district)
    day = meeting.at.astimezone(zone).date()
    left = series.closes
    while left and (meeting.at.astimezone(zone).date() - day).days < school_days.LONGEST:
        day -= timedelta(1)
        left -= school_days.is_one(day, off)
    return datetime.combine(day, time(hours.of_district(district).begin), zone)


def plan(session: Session, meeting: Meeting, now: datetime) -> None:
    timetable.forget(session, CLOSE, meeting.id)
    if meeting.series.kind is Kind.BODY and meeting.agenda is not Agenda.OUT:
        timetable.set_due(session, CLOSE, meeting.id, max(now, closes_at(session, meeting)))


def close(session: Session, subject: int, _at: datetime) -> None:
    now, meeting = context.now(session), meeting_to_change(session, subject)
    if meeting is None or meeting.phase is not Phase.PLANNED or meeting.agenda is not Agenda.OPEN:
        return
    if closes_at(session, meeting) <= now < meeting.at:
        send(session, meeting, now)


def send(session: Session, meeting: Meeting, now: datetime) -> None:
    meeting.agenda, meeting.closed_at = Agenda.OUT, now
    for place in eyes.homes(session, meeting):
        outbox.say(session, Address.parse(place.address), CARD, meeting.id, place.language)


def hold(request: Request, meeting: Meeting) -> Answer:
    """Or let it go again."""
    if meeting.agenda is Agenda.OUT:
        raise Refusal.saying(request.words("meeting-agenda-is-out"))
    meeting.agenda = Agenda.HELD
    return forms.say(request, "meeting-agenda-held")


def send_now(request: Request, meeting: Meeting) -> Answer:
    """Pressed twice, it is posted once."""
    if meeting.agenda is not Agenda.OUT:
        if meeting.phase is not Phase.PLANNED:
            raise Refusal.saying(request.words("meeting-changed-meanwhile"))
        send(request.session, meeting, request.now)
    return forms.say(request, "meeting-agenda-sent")


def say_so(session: Session, meeting: Meeting, now: datetime) -> None:
    """In the homes, where it was moved or is not to be: chat is what counts."""
    if meeting.series.kind is Kind.PAIR:
        return
    if meeting.agenda is not Agenda.OUT and meeting.phase in (Phase.CANCELLED, Phase.NO_SCHOOL):
        send(session, meeting, now)
    changed(session, meeting)


def changed(session: Session, meeting: Meeting | None) -> None:
    """What its card shows."""
    if meeting is not None and meeting.agenda is Agenda.OUT:
        outbox.change(session, CARD, meeting.id)


def on_it(session: Session, meeting: Meeting) -> list[Item]:
    """What is to be talked about then."""
    frozen = meeting.closed_at if meeting.series.counts_as_open else None
    return [item for item in items_of(session, meeting.series) if frozen is None or item.at <= frozen]


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    meeting = session.get_one(Meeting, subject)
    others = forms.in_other_languages(words, texts, CARD, meeting.id)
    promised = eyes.on_card(session, cards.promises(session, meeting.series), CARD, meeting)
    parts = _parts(meeting, promised, eyes.on_card(session, on_it(session, meeting), CARD, meeting), words)
    return Message((*parts, Buttons((cards.add_button(meeting.series, words), *others))))


def show(request: Request, meeting: Meeting) -> Answer:
    """To somebody alone, what they may read of it."""
    session, member = request.session, request.member
    promised = eyes.for_member(session, cards.promises(session, meeting.series), member)
    items = eyes.for_member(session, on_it(session, meeting), member)
    return Private(Message(tuple(_parts(meeting, promised, items, request.pressed))))


def _parts(meeting: Meeting, promised: Sequence[Action], items: Sequence[Item], words: Words) -> Sequence[Part]:
    series = meeting.series
    heading = Heading(words("meeting-agenda-title", name=series.name))
    if meeting.phase is Phase.CANCELLED or meeting.phase is Phase.DROPPED:
        return [heading, Text(words("meeting-agenda-off", when=cards.when(meeting, words)))]
    if meeting.phase is Phase.NO_SCHOOL:
        return [heading, Text(words("meeting-agenda-no-school", when=cards.when(meeting, words)))]
    groups: list[list[Part]] = [[Text(actions.line(one, words))] for one in promised]
    groups += [[cards.item_line(one, words)] for one in items]
    groups = groups or [[Text(words("meeting-agenda-empty"))]]
    law = [Note(words("meeting-law-card"))] if series.counts_as_open else []
    around: list[Part] = [heading, Text(cards.next_line(meeting, words)), *law]
    spare = Buttons((Button("x" * 75, CARD),) * 4)
    lines = fitting(groups, (*around, spare), Note(words("more-than-fits")))
    return [*around[:2], *lines, *law]
