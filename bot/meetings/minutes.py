"""What came of each topic of a body's meeting, a line each; and the minutes that are drawn up from that. They go out
once a second person has approved them or, unless they are held, two school days later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import actions, approvals, forms, notices, timetable
from bot.approvals import Approval, Seen
from bot.boundary import (
    Address,
    Answer,
    Button,
    Buttons,
    Choice,
    Form,
    FormErrors,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Text,
    TextField,
    fitting,
)
from bot.delivery import outbox
from bot.meetings import agenda, cards
from bot.meetings.model import Item, Kind, Meeting, Minutes, Outcome, Phase, items_of, meeting_to_change, seated
from bot.payloads import Kept, Row
from bot.people import committees, school_days
from bot.people import model as people
from bot.request import Refusal, Request
from bot.texts import Texts, Words

FORM, CARD, GO_OUT, WAITING = "meeting.outcome", "meeting.minutes", "meeting.minutes-out", "meeting.to-approve"
OUTCOME, LINE, WHO = "outcome", "line", "who"
LINE_MOST = 300
DAYS = 2  # school days in which they can be approved or held
TIMES = 3  # carried so often, it is suggested to drop it
APPROVAL = Approval(own="may-not-approve-own", changed="meeting-minutes-changed")
OUTCOMES = {
    Outcome.DECIDED: "meeting-outcome-decided",
    Outcome.ACTION: "meeting-outcome-action",
    Outcome.CARRIED: "meeting-outcome-carried",
    Outcome.DROPPED: "meeting-outcome-dropped",
}
SAID = {
    Outcome.DECIDED: "meeting-was-decided",
    Outcome.ACTION: "meeting-was-action",
    Outcome.CARRIED: "meeting-was-carried",
    Outcome.DROPPED: "meeting-was-dropped",
    Outcome.OPEN: "meeting-was-carried",
}


def of_body(request: Request, meeting: Meeting) -> None:
    if meeting.series.kind is not Kind.BODY or meeting.phase is not Phase.OVER:
        raise Refusal.saying(request.words("meeting-changed-meanwhile"))


# A topic at a time -----------------------------------------------------------------------------------------------


def look(request: Request, meeting: Meeting) -> Answer:
    """What has come of each topic, and which are left."""
    return Private(_desk(request, meeting))


def _desk(request: Request, meeting: Meeting) -> Message:
    words, session = request.words, request.session
    left = [one for one in agenda.on_it(session, meeting) if one.at < meeting.at]
    parts: list[Part] = [Heading(words("meeting-minutes-title", name=meeting.series.name))]
    parts.append(Text(words("meeting-minutes-of", when=cards.when(meeting, words))))
    groups: list[list[Part]] = [[Text(_line(one, words))] for one in talked_about(session, meeting)]
    for item in left:
        more = [Note(words("meeting-often-carried", count=item.carried))] if item.carried >= TIMES else []
        button = Button(words("meeting-outcome", begin=cards.briefly(item.text, 40)), FORM, _about(meeting, item))
        groups.append([*more, Buttons((button,))])
    ready = Button(words("meeting-minutes-ready"), "meeting.propose-minutes", str(meeting.id), "" if left else "main")
    foot: list[Part] = [Note(words("meeting-minutes-next", days=DAYS)), Buttons((ready,))]
    return Message((*parts, *fitting(groups, (*parts, *foot), Note(words("more-than-fits"))), *foot))


def _about(meeting: Meeting, item: Item) -> str:
    return str(Kept(meeting.id, f"i{item.id}"))


def _item(request: Request, meeting: Meeting) -> Item:
    rest = request.payload(Row).rest.removeprefix("i")
    every = [*items_of(request.session, meeting.series), *talked_about(request.session, meeting)]
    found = next((one for one in every if str(one.id) == rest), None)
    if found is None:
        raise Refusal.saying(request.words("gone"))
    return found


def ask(request: Request, meeting: Meeting) -> Answer:
    words, item = request.words, _item(request, meeting)
    offered = [Choice(outcome.value, words(label)) for outcome, label in OUTCOMES.items()]
    seats = [
        Choice(str(seat.id), cards.named(seat, words)[:75]) for seat in seated(request.session, meeting.series)[:24]
    ]
    nobody = Choice("none", words("meeting-outcome-nobody"))
    fields = (
        forms.choices(OUTCOME, words("meeting-outcome-label"), offered, {OUTCOME: (Outcome.DECIDED.value,)}),
        TextField(
            LINE, words("meeting-outcome-line"), cards.briefly(item.text, 90), item.line, long=True, optional=True
        ),
        forms.choices(WHO, words("meeting-outcome-who"), [nobody, *seats], {WHO: ("none",)}),
    )
    title, submit = words("meeting-outcome-title"), words("meeting-note-submit")
    return Form(FORM, title, submit, words("cancel"), fields, _about(meeting, item))


def write(request: Request, meeting: Meeting) -> Answer:
    words, item, line = request.words, _item(request, meeting), request.given(LINE)
    if meeting.minutes in (Minutes.APPROVED, Minutes.OUT):
        raise Refusal.saying(words("meeting-minutes-done"))
    chosen = next((one for one in OUTCOMES if one.value == request.given(OUTCOME)), None)
    if chosen is None:
        return _wrong(request, OUTCOME, words("meeting-wrong-choice"))
    if len(line) > LINE_MOST:
        return _wrong(request, LINE, words("meeting-add-long", count=len(line), most=LINE_MOST))
    if chosen is Outcome.ACTION and not line:
        return _wrong(request, LINE, words("meeting-outcome-what"))
    _settle(request, meeting, item, chosen, line)
    return Private(_desk(request, meeting))


def _wrong(request: Request, field: str, says: str) -> FormErrors:
    return forms.refused(request, {field: says}, FORM, LINE)


def _settle(request: Request, meeting: Meeting, item: Item, outcome: Outcome, line: str) -> None:
    """What is carried waits for the next one, and stays in these minutes as a line."""
    session = request.session
    if outcome is Outcome.CARRIED:
        item.carried += 1
        copy = Item(series_id=item.series_id, meeting_id=meeting.id, text=item.text, member=item.member, at=item.at)
        copy.audience, copy.outcome, copy.line, copy.carried = item.audience, outcome, line, item.carried
        item.at = request.now
        session.add(copy)
    else:
        item.outcome, item.line, item.meeting_id = outcome, line, meeting.id
    meeting.version = approvals.new_version()
    seat = next((one for one in seated(session, meeting.series) if str(one.id) == request.given(WHO)), None)
    if outcome is Outcome.ACTION and seat is not None:
        actions.promise(request, seat, line, item.audience, None, (cards.SOURCE, meeting.series_id))
    session.flush()


def talked_about(session: Session, meeting: Meeting) -> list[Item]:
    return list(session.scalars(select(Item).where(Item.meeting_id == meeting.id).order_by(Item.id)))


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
    until = school_days.due(session, meeting.series.district, request.now, DAYS)
    timetable.forget(session, GO_OUT, meeting.id)
    timetable.set_due(session, GO_OUT, meeting.id, until)
    for seat in seated(session, meeting.series):
        if seat.acting_id not in (None, request.member.id):
            notices.tell(session, seat.acting_id or 0, WAITING, meeting.id, request.now, until)
    return Private(draft(request.session, meeting, request.words, request.member))


def draft(session: Session, meeting: Meeting, words: Words, reader: people.Member) -> Message:
    """As they will go out, to those who may approve or hold them."""
    buttons = []
    if meeting.minutes in (Minutes.WRITTEN, Minutes.HELD):
        if meeting.proposer_id != reader.id:
            buttons.append(
                Button(words("meeting-approve"), "meeting.approve", str(Seen(meeting.id, meeting.version)), "main")
            )
        if meeting.minutes is Minutes.WRITTEN:
            buttons.append(Button(words("meeting-hold"), "meeting.hold-minutes", str(meeting.id)))
    return Message((*_parts(session, meeting, words), *([Buttons(tuple(buttons))] if buttons else [])))


def show_draft(request: Request, meeting: Meeting) -> Answer:
    return Private(draft(request.session, meeting, request.words, request.member))


def approve(request: Request, meeting: Meeting) -> Answer:
    if meeting.minutes is Minutes.APPROVED:
        return forms.say(request, "meeting-approved-already")
    if meeting.minutes not in (Minutes.WRITTEN, Minutes.HELD, Minutes.OUT):
        raise Refusal.saying(request.words("meeting-minutes-none"))
    proposal = _Proposal(meeting.version, meeting.proposer_id or 0, meeting.committee)
    APPROVAL.refuse_unless_may(request, proposal)
    APPROVAL.refuse_unless_seen(request, proposal)
    was_out = meeting.minutes is Minutes.OUT
    meeting.minutes, meeting.approver_id = Minutes.APPROVED, request.member.id
    timetable.forget(request.session, GO_OUT, meeting.id)
    if was_out:
        outbox.change(request.session, CARD, meeting.id)
    else:
        _post(request.session, meeting)
    return forms.say(request, "meeting-approved")


@dataclass
class _Proposal:
    """A meeting's minutes, as `approvals` sees them."""

    version: int
    proposer_id: int
    committee: people.Committee | None


def hold(request: Request, meeting: Meeting) -> Answer:
    if meeting.minutes is Minutes.WRITTEN:
        meeting.minutes = Minutes.HELD
        timetable.forget(request.session, GO_OUT, meeting.id)
    return forms.say(request, "meeting-minutes-held")


def go_out(session: Session, subject: int, _at: datetime) -> None:
    meeting = meeting_to_change(session, subject)
    if meeting is not None and meeting.minutes is Minutes.WRITTEN:
        meeting.minutes = Minutes.OUT
        _post(session, meeting)


def _post(session: Session, meeting: Meeting) -> None:
    committee = meeting.committee
    for place in committees.homes(session, committee) if committee else ():
        outbox.say(session, Address.parse(place.address), CARD, meeting.id, place.language)


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    meeting = session.get_one(Meeting, subject)
    return Message(
        (*_parts(session, meeting, words), Buttons(tuple(forms.in_other_languages(words, texts, CARD, subject))))
    )


def show(request: Request, meeting: Meeting) -> Answer:
    if meeting.minutes not in (Minutes.APPROVED, Minutes.OUT):
        raise Refusal.saying(request.words("meeting-minutes-none"))
    return Private(Message(tuple(_parts(request.session, meeting, request.pressed))))


def _parts(session: Session, meeting: Meeting, words: Words) -> Sequence[Part]:
    series, homes = meeting.series, agenda.homes_of(session, meeting)
    found = [one for one in talked_about(session, meeting) if one.audience.covers(session, homes)]
    groups: list[list[Part]] = [[Text(_line(one, words))] for one in found]
    groups = groups or [[Text(words("meeting-minutes-empty"))]]
    heading = Heading(words("meeting-minutes-title", name=series.name))
    when = Text(words("meeting-minutes-of", when=cards.when(meeting, words)))
    foot: list[Part] = [Note(_standing(session, meeting, words))]
    foot += [Note(words("meeting-law-minutes"))] if series.counts_as_open else []
    lines = fitting(
        groups, (heading, when, *foot, Buttons((Button("x" * 75, CARD),) * 3)), Note(words("more-than-fits"))
    )
    return [heading, when, *lines, *foot]


def _line(item: Item, words: Words) -> str:
    said = words(SAID[item.outcome], text=item.text)
    return f"{said} {item.line}".strip()


def _standing(session: Session, meeting: Meeting, words: Words) -> str:
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
    return [Text(words("meeting-minutes-wait", name=meeting.series.name, when=when, days=DAYS)), Buttons((see,))]
