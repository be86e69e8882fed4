"""The agenda of a body's next meeting: it goes out into the homes of its committee when it closes, unless a chair holds
it. Of open meetings it is frozen then; what is added later is for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import actions, forms, notices, timetable
from bot.actions import Action
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text, fitting
from bot.bridge import talks
from bot.bridge.hearing import Heard
from bot.bridge.model import ThreadGroup
from bot.delivery import outbox
from bot.meetings import cards, company, eyes, rules
from bot.meetings.model import Agenda, Kind, Meeting, Phase, Series, meeting_to_change, readers
from bot.meetings.written import Item, items_of, note_brought
from bot.people import audiences, caucuses, hours, school_days
from bot.people.model import Committee, District, Member
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Texts, Words

CARD, CLOSE = "meeting.agenda", "meeting.close"  # names of a card, and of a due time
OUT = "meeting.agenda-out"  # of a notice
SHOWN = 8  # open meetings


def freezes_at(meeting: Meeting) -> datetime:
    """Of an open meeting, when the law says."""
    return meeting.at - timedelta(hours=meeting.series.district.open_meeting_hours)


def closes_at(session: Session, meeting: Meeting) -> datetime:
    """So many school days before, when the district begins to write to people. What the law wants out earlier goes out
    while they may still be written to."""
    series, district = meeting.series, meeting.series.district
    zone, off = ZoneInfo(series.zone), school_days.off(session, district)
    day = meeting.at.astimezone(zone).date()
    left = series.closes
    while left and (meeting.at.astimezone(zone).date() - day).days < school_days.LONGEST:
        day -= timedelta(1)
        left -= school_days.is_one(day, off)
    usual = hours.of_district(district)
    closes = datetime.combine(day, time(usual.begin), zone)
    return min(closes, usual.last(freezes_at(meeting), district.zone)) if series.counts_as_open else closes


def plan(session: Session, meeting: Meeting, now: datetime) -> None:
    timetable.forget(session, CLOSE, meeting.id)
    if meeting.series.kind is Kind.BODY and meeting.agenda is not Agenda.OUT:
        timetable.set_due(session, CLOSE, meeting.id, goes_out_at(session, meeting, now))


def goes_out_at(session: Session, meeting: Meeting, now: datetime) -> datetime:
    """When it closes. Where that is over, when people may be written to again, or now if that were too late."""
    closes, district = closes_at(session, meeting), meeting.series.district
    if closes > now:
        return closes
    soon = hours.of_district(district).next(now, district.zone)
    latest = freezes_at(meeting) if meeting.series.counts_as_open else meeting.at
    return soon if soon < latest else now


def close(session: Session, subject: int, _at: datetime) -> None:
    now, meeting = context.now(session), meeting_to_change(session, subject)
    if meeting is None or meeting.phase is not Phase.PLANNED or meeting.agenda is not Agenda.OPEN:
        return
    if now >= meeting.at:
        return
    if (at := goes_out_at(session, meeting, now)) > now:
        timetable.set_due(session, CLOSE, meeting.id, at)
    else:
        send(session, meeting, now)


def send(session: Session, meeting: Meeting, now: datetime) -> None:
    meeting.agenda, meeting.closed_at = Agenda.OUT, now
    talks.put(session, CARD, meeting.id, eyes.homes(session, meeting), meeting.committee)
    tell_picked(session, meeting, OUT, now, meeting.at)


def tell_picked(session: Session, meeting: Meeting, name: str, now: datetime, until: datetime) -> None:
    """Those who have no channel together, in their message of the day."""
    if meeting.committee is None:
        for id in sorted({seat.acting_id for seat in meeting.series.seats if seat.acting_id is not None}):
            notices.tell(session, id, name, meeting.id, now, until)


def is_out(session: Session, member: Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    there = meeting is not None and meeting.phase is Phase.PLANNED
    return meeting is not None and there and readers(session, meeting.series).admits(session, member)


def show_out(session: Session, subject: int, words: Words) -> list[Part]:
    meeting = session.get_one(Meeting, subject)
    said = words("meeting-agenda-news", name=meeting.series.name, when=cards.when(meeting, words))
    return [Text(said), Buttons((Button(words("meeting-open-see"), CARD, str(meeting.id), "main"),))]


def hold(request: Request, meeting: Meeting) -> Answer:
    """Or let it go again."""
    if meeting.agenda is Agenda.OUT:
        raise Refusal.saying(request.words("meeting-agenda-is-out"))
    meeting.agenda = Agenda.HELD
    if meeting.series.counts_as_open:
        by = request.words.moment(freezes_at(meeting), meeting.series.zone)
        return forms.say(request, "meeting-agenda-held-open", when=by)
    return forms.say(request, "meeting-agenda-held")


def send_now(request: Request, meeting: Meeting) -> Answer:
    """Pressed twice, it is posted once."""
    if meeting.agenda is not Agenda.OUT:
        if meeting.phase is not Phase.PLANNED:
            raise Refusal.saying(request.words("meeting-changed-meanwhile"))
        send(request.session, meeting, request.now)
    return forms.say(request, "meeting-agenda-sent")


def changed(session: Session, meeting: Meeting | None) -> None:
    """What its card shows, and those hear of it from whom topics came."""
    if meeting is not None:
        note_brought(session, meeting.series_id)
    if meeting is not None and meeting.agenda is Agenda.OUT:
        outbox.change(session, CARD, meeting.id)


def settle(session: Session, meeting: Meeting) -> None:
    """It is over or not to be: what was said below it may be forgotten in time. Or it is on again."""
    if meeting.agenda is Agenda.OUT:
        (outbox.resume if meeting.phase is Phase.PLANNED else outbox.settle)(session, CARD, meeting.id)


def on_it(session: Session, meeting: Meeting) -> list[Item]:
    """What is to be talked about then."""
    found = items_of(session, meeting.series)
    if not meeting.series.counts_as_open:
        return found
    frozen = min(freezes_at(meeting), meeting.closed_at or meeting.at)
    return [item for item in found if item.at <= frozen]


# In the open -------------------------------------------------------------------------------------------------------


def is_public(session: Session, series: Series) -> bool:
    """Whether everybody in the district may read its agenda: as its chairs were told, and no more than holds now."""
    return series.kind is Kind.BODY and series.opened and opens(session, series.is_open, series.committee)


def opens(session: Session, is_open: bool | None, committee: Committee | None) -> bool:
    """Of one group alone, or of people who were picked, it is public only where its chairs said so."""
    if is_open is not None:
        return is_open
    return committee is not None and caucuses.is_mixed(session, committee)


def read_it(request: Request, meeting: Meeting) -> None:
    """Everybody in its district, where it is public and out; else those who belong to it."""
    session, series = request.session, meeting.series
    there = audiences.of_district(series.district).admits(session, request.member)
    if not (there and meeting.agenda is Agenda.OUT and is_public(session, series)):
        rules.belong_to_it(request, meeting)


def in_the_open(session: Session, district: District, now: datetime) -> list[Meeting]:
    """Open meetings to come whose agenda is out."""
    there = select(Meeting).join(Series).where(Series.district_id == district.id, Meeting.agenda == Agenda.OUT)
    coming = there.where(Meeting.phase == Phase.PLANNED, Meeting.at > now).order_by(Meeting.at, Meeting.id)
    return [one for one in session.scalars(coming).unique() if is_public(session, one.series)]


def show_open(request: Request, _subject: object) -> Answer:
    words = request.words
    found = in_the_open(request.session, request.district, request.now)[:SHOWN]
    parts: list[Part] = [Heading(words("meeting-open-title"))]
    for one in found:
        name = words("meeting-open-line", name=one.series.name, when=cards.when(one, words))
        parts += [Text(name), Buttons((Button(words("meeting-open-see"), CARD, str(one.id)),))]
    parts.append(Note(words("meeting-law-no-advice")) if found else Text(words("meeting-open-none")))
    return Private(Message((*parts, Buttons((Button(words("home-back"), "home"),)))))


def offer(request: Request) -> list[Button]:
    if not in_the_open(request.session, request.district, request.now):
        return []
    return [Button(request.words("meeting-open-title"), "meeting.open")]


# In its threads, which are one: talked about, and never decided ---------------------------------------------------


def nothing_is_marked(_session: Session, _talk: ThreadGroup, _text: str, _texts: Texts) -> bool:
    return False


def was_said(_request: Request, _heard: Heard) -> None:
    """It is read in the other homes, and that is all."""


def is_gone(_session: Session, _heard: Heard, _at: datetime) -> None:
    """It is gone there, too."""


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    meeting = session.get_one(Meeting, subject)
    others = forms.in_other_languages(words, texts, CARD, meeting.id)
    promised = eyes.on_card(session, cards.promises(session, meeting.series), CARD, meeting)
    items = eyes.on_card(session, on_it(session, meeting), CARD, meeting)
    replies = company.reply_buttons(session, meeting, words, None)
    parts = [*_parts(session, meeting, promised, items, words), *replies]
    return Message((*parts, Buttons((cards.add_button(meeting.series, words), *others))))


def show(request: Request, meeting: Meeting) -> Answer:
    """To somebody alone, what they may read of it: of an open meeting everybody in the district may."""
    session, member = request.session, request.member
    promised = eyes.for_member(session, cards.promises(session, meeting.series), member)
    items = eyes.for_member(session, on_it(session, meeting), member)
    return Private(Message(tuple(_parts(session, meeting, promised, items, request.pressed))))


def _parts(
    session: Session, meeting: Meeting, promised: Sequence[Action], items: Sequence[Item], words: Words
) -> Sequence[Part]:
    series, public = meeting.series, meeting.agenda is Agenda.OUT and is_public(session, meeting.series)
    heading = Heading(words("meeting-agenda-title", name=series.name))
    if meeting.phase is Phase.CANCELLED or meeting.phase is Phase.DROPPED:
        return [heading, Text(words("meeting-agenda-off", when=cards.when(meeting, words)))]
    if meeting.phase is Phase.NO_SCHOOL:
        return [heading, Text(words("meeting-agenda-no-school", when=cards.when(meeting, words)))]
    groups: list[list[Part]] = [[Text(actions.line(one, words))] for one in promised]
    groups += cards.item_groups(items, words)
    groups = groups or [[Text(words("meeting-agenda-empty"))]]
    law = [Note(words("meeting-law-card"))] if series.counts_as_open else []
    law += [Note(words("meeting-law-card-public"))] if public else []
    head: list[Part] = [heading, Text(cards.next_line(meeting, words)), *company.lines(session, meeting, words)]
    around: list[Part] = [*head, *law]
    spare = Buttons((Button("x" * 75, CARD),) * 7)
    lines = fitting(groups, (*around, spare), Note(words("more-than-fits")))
    return [*head, *lines, *law]
