"""The minutes of a body's meeting, drawn up from what came of each topic. They go out once a second person has approved
them or, unless they are held, two school days later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import approvals, forms, notices, timetable
from bot.approvals import Approval, Seen
from bot.boundary import (
    Address,
    Answer,
    Button,
    Buttons,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Text,
    fitting,
    in_a_line,
)
from bot.delivery import outbox
from bot.meetings import agenda, building, cards, eyes, outcomes
from bot.meetings.model import Kind, Meeting, Minutes, Phase, meeting_to_change, readers, seated
from bot.meetings.records import model as records
from bot.meetings.records.model import MinutesCorrection
from bot.meetings.written import Item, note_brought
from bot.people import model as people
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Texts, Words

CORRECTIONS = 3  # that are shown
OUT, UNTIL = "meeting.minutes-read", timedelta(days=14)  # of a notice, and in which it can be told
CARD, WAITING = "meeting.minutes", "meeting.to-approve"
APPROVAL = Approval(own="may-not-approve-own", changed="meeting-minutes-changed")


def of_body(request: Request, meeting: Meeting) -> None:
    if meeting.series.kind is not Kind.BODY or meeting.phase is not Phase.OVER:
        raise Refusal.saying(request.words("meeting-changed-meanwhile"))


# The minutes -----------------------------------------------------------------------------------------------------


def propose(request: Request, meeting: Meeting) -> Answer:
    """What nobody said anything of waits for the next one."""
    if meeting.minutes not in (Minutes.NONE, Minutes.WRITTEN):
        raise Refusal.saying(request.words("meeting-minutes-done"))
    session = request.session
    if meeting.minutes is Minutes.NONE:
        for item in agenda.on_it(session, meeting):
            item.carried += item.at < meeting.at
    meeting.minutes, meeting.held, meeting.proposer_id = Minutes.WRITTEN, True, request.member.id
    meeting.version = approvals.new_version()
    until = outcomes.plan_to_go_out(session, meeting, request.now)
    for seat in seated(session, meeting.series):
        if seat.acting_id not in (None, request.member.id):
            notices.tell(session, seat.acting_id or 0, WAITING, meeting.id, request.now, until)
    return Private(draft(request.session, meeting, request.words, request.member))


def draft(session: Session, meeting: Meeting, words: Words, reader: people.Member) -> Message:
    """As they will go out, to those who may approve or hold them."""
    buttons = []
    if meeting.minutes in (Minutes.WRITTEN, Minutes.HELD, Minutes.OUT):
        if meeting.proposer_id != reader.id:
            buttons.append(
                Button(words("meeting-approve"), "meeting.approve", str(Seen(meeting.id, meeting.version)), "main")
            )
        if meeting.minutes is Minutes.WRITTEN:
            buttons.append(Button(words("meeting-hold"), "meeting.hold-minutes", str(meeting.id)))
    found = told(session, meeting)
    if places := eyes.homes(session, meeting):
        found = eyes.for_places(session, found, places)
    parts = _parts(session, meeting, eyes.for_member(session, found, reader), words)
    return Message((*parts, *([Buttons(tuple(buttons))] if buttons else [])))


def show_draft(request: Request, meeting: Meeting) -> Answer:
    return Private(draft(request.session, meeting, request.words, request.member))


def approve(request: Request, meeting: Meeting) -> Answer:
    if meeting.minutes is Minutes.APPROVED:
        approver = request.session.get_one(people.Member, meeting.approver_id or 0)
        return forms.say(request, "meeting-approved-already", name=approver.name)
    if meeting.minutes not in (Minutes.WRITTEN, Minutes.HELD, Minutes.OUT):
        raise Refusal.saying(request.words("meeting-minutes-none"))
    proposal = _Proposal(meeting.version, meeting.proposer_id or 0, meeting.committee)
    APPROVAL.refuse_unless_may(request, proposal)
    APPROVAL.refuse_unless_seen(request, proposal)
    was_out = meeting.minutes is Minutes.OUT
    meeting.minutes, meeting.approver_id = Minutes.APPROVED, request.member.id
    timetable.forget(request.session, outcomes.GO_OUT, meeting.id)
    if was_out:
        outbox.change(request.session, CARD, meeting.id)
    else:
        _post(request.session, meeting, request.now)
    told = building.tell(request.session, meeting, request.member, request.words)
    said = Text(request.words("meeting-approved"))
    return Private(Message((said, *([Buttons(tuple(told))] if told else []))))


@dataclass
class _Proposal:
    """A meeting's minutes, as `approvals` sees them."""

    version: int
    proposer_id: int
    committee: people.Committee | None


def hold(request: Request, meeting: Meeting) -> Answer:
    if meeting.minutes is Minutes.WRITTEN:
        meeting.minutes = Minutes.HELD
        timetable.forget(request.session, outcomes.GO_OUT, meeting.id)
    return forms.say(request, "meeting-minutes-held")


def go_out(session: Session, subject: int, _at: datetime) -> None:
    meeting = meeting_to_change(session, subject)
    if meeting is None or meeting.minutes is not Minutes.WRITTEN:
        return
    now = context.now(session)
    if (at := outcomes.goes_out_at(meeting, now)) > now:  # the bot was away when they should have gone
        timetable.set_due(session, outcomes.GO_OUT, meeting.id, at)
        return
    meeting.minutes = Minutes.OUT
    _post(session, meeting, now)


def _post(session: Session, meeting: Meeting, now: datetime) -> None:
    """What was left open is carried to the next one, and said so in them."""
    for item in outcomes.left_open(session, meeting):
        outcomes.carry(session, meeting, item, "")
    records.index(session, meeting)
    note_brought(session, meeting.series_id)
    for place in eyes.homes(session, meeting):
        outbox.say(session, Address.parse(place.address), CARD, meeting.id, place.language)
    agenda.tell_picked(session, meeting, OUT, now, now + UNTIL)


def are_out(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    there = meeting is not None and meeting.minutes in (Minutes.APPROVED, Minutes.OUT)
    return meeting is not None and there and readers(session, meeting.series).admits(session, member)


def show_out(session: Session, subject: int, words: Words) -> list[Part]:
    meeting = session.get_one(Meeting, subject)
    said = words("meeting-minutes-news", name=meeting.series.name, when=cards.when(meeting, words))
    return [Text(said), Buttons((Button(words("meeting-minutes-read"), CARD, str(meeting.id), "main"),))]


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    meeting = session.get_one(Meeting, subject)
    file = Button(words("minutes-file"), "minutes.file", str(subject))
    others = forms.in_other_languages(words, texts, CARD, subject)
    found = eyes.on_card(session, told(session, meeting), CARD, meeting)
    return Message((*_parts(session, meeting, found, words), Buttons((*others, file))))


def show(request: Request, meeting: Meeting) -> Answer:
    if meeting.minutes not in (Minutes.APPROVED, Minutes.OUT):
        raise Refusal.saying(request.words("meeting-minutes-none"))
    file = Button(request.pressed("minutes-file"), "minutes.file", str(meeting.id))
    found = eyes.for_member(request.session, told(request.session, meeting), request.member)
    tell = building.tell(request.session, meeting, request.member, request.pressed)
    return Private(Message((*_parts(request.session, meeting, found, request.pressed), Buttons((file, *tell)))))


def told(session: Session, meeting: Meeting) -> list[Item]:
    """What they say; what nobody said anything of is carried. Whose eyes, the reader decides."""
    left = outcomes.left_open(session, meeting) if meeting.minutes in (Minutes.WRITTEN, Minutes.HELD) else []
    return [*outcomes.talked_about(session, meeting), *left]


def _parts(session: Session, meeting: Meeting, found: Sequence[Item], words: Words) -> Sequence[Part]:
    series = meeting.series
    groups: list[list[Part]] = [[Text(outcomes.line(one, words))] for one in found]
    groups = groups or [[Text(words("meeting-minutes-empty"))]]
    heading = Heading(words("meeting-minutes-title", name=series.name))
    when = Text(words("meeting-minutes-of", when=cards.when(meeting, words)))
    foot: list[Part] = [Note(standing(session, meeting, words)), *_corrected(session, meeting, found, words)]
    foot += [Note(words("meeting-was-short"))] if meeting.quorate is False else []
    foot += [Note(words("meeting-law-minutes"))] if series.counts_as_open else []
    lines = fitting(
        groups, (heading, when, *foot, Buttons((Button("x" * 75, CARD),) * 3)), Note(words("more-than-fits"))
    )
    return [heading, when, *lines, *foot]


def _corrected(session: Session, meeting: Meeting, found: Sequence[Item], words: Words) -> list[Part]:
    """The last ones; the file has all of them."""
    ids = {one.id for one in found}
    kept = [one for one in records.corrections(session, meeting) if one.item_id in ids]
    return [Note(corrected_line(one, words)) for one in kept[-CORRECTIONS:]]


def corrected_line(one: MinutesCorrection, words: Words) -> str:
    zone = one.member.district.zone
    was = f"{words(outcomes.OUTCOMES[one.was])}. {one.was_line}".strip()
    became = f"{words(outcomes.OUTCOMES[one.became])}. {one.line}".strip()
    topic = in_a_line(cards.topic(one.item, words))
    when = words.moment(one.at, zone)
    return words("minutes-correction", when=when, name=one.member.name, topic=topic, was=was, became=became)


def standing(session: Session, meeting: Meeting, words: Words) -> str:
    if meeting.minutes is Minutes.APPROVED and meeting.approver_id is not None:
        return words("meeting-minutes-approved", name=session.get_one(people.Member, meeting.approver_id).name)
    return words("meeting-minutes-not-yet")


def waits(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    if meeting is None or meeting.minutes is not Minutes.WRITTEN or meeting.proposer_id == member.id:
        return False
    return any(seat.acting_id == member.id for seat in seated(session, meeting.series))


def show_waiting(session: Session, subject: int, words: Words) -> list[Part]:
    meeting = session.get_one(Meeting, subject)
    see = Button(words("meeting-minutes-look"), "meeting.look-minutes", str(meeting.id), "main")
    when = cards.when(meeting, words)
    return [
        Text(words("meeting-minutes-wait", name=meeting.series.name, when=when, days=outcomes.DAYS)),
        Buttons((see,)),
    ]
