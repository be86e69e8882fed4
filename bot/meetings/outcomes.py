"""What came of each topic of a body's meeting, a line each, and whose word is asked for what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import actions, approvals, forms, timetable
from bot.boundary import (
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
    in_a_line,
)
from bot.meetings import agenda, cards, company, eyes
from bot.meetings.model import Meeting, Minutes, readers, seated
from bot.meetings.written import Item, Outcome, items_of
from bot.payloads import Kept
from bot.people import hours, school_days
from bot.people.audiences import Audience
from bot.people.cards import acting_name
from bot.request import Refusal, Request
from bot.texts import Words

FORM, CORRECT = "meeting.outcome", "minutes.correct"  # before minutes are out, and then
OUTCOME, LINE, WHO = "outcome", "line", "who"
LINE_MOST = 300
TIMES = 3  # carried so often, it is asked whether it is still needed
DAYS = 2  # school days in which minutes can be approved or held
GO_OUT = "meeting.minutes-out"  # the name under which the timetable lets them
TOLD = "told"  # what a form bears that says that those who raised the topic read its line
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


def look(request: Request, meeting: Meeting) -> Answer:
    """What has come of each topic, and which are left."""
    return Private(desk(request, meeting))


def desk(request: Request, meeting: Meeting) -> Message:
    words, session = request.words, request.session
    out = meeting.minutes in (Minutes.APPROVED, Minutes.OUT)
    left = [] if out else eyes.for_member(session, left_open(session, meeting), request.member)
    parts: list[Part] = [Heading(words("meeting-minutes-title", name=meeting.series.name))]
    parts.append(Text(words("meeting-minutes-of", when=cards.when(meeting, words))))
    parts += company.short_notes(meeting, words)
    said = eyes.for_member(session, talked_about(session, meeting), request.member)
    groups = [_said(meeting, one, words) for one in said]
    if together := [one for one in left if one.consent]:
        settle = words("meeting-consent-all", count=len(together))
        about = str(Kept(meeting.id, seen=_seen(together)))
        groups.append([Buttons((Button(settle, "meeting.consent-all", about, "main"),))])
    groups += [_left(meeting, one, words) for one in left]
    ready = Button(words("meeting-minutes-ready"), "meeting.propose-minutes", str(meeting.id), "" if left else "main")
    foot: list[Part] = [Note(words("meeting-minutes-next", days=DAYS)), Buttons((ready,))]
    foot = [Note(words("minutes-correct-note"))] if out else foot
    return Message((*parts, *fitting(groups, (*parts, *foot), Note(words("more-than-fits"))), *foot))


def left_open(session: Session, meeting: Meeting) -> list[Item]:
    """Of its agenda."""
    return [one for one in agenda.on_it(session, meeting) if one.at < meeting.at]


def _left(meeting: Meeting, item: Item, words: Words) -> list[Part]:
    """What was carried too often is offered for dropping."""
    begin = in_a_line(cards.topic(item, words), 40)
    button = Button(words("meeting-outcome", begin=begin), FORM, _about(meeting, item))
    if item.carried < TIMES:
        return [Buttons((button,))]
    drop = Button(words("meeting-drop-it"), "meeting.drop-it", _about(meeting, item))
    return [Note(words("meeting-often-carried", count=item.carried)), Buttons((button, drop))]


def settle_together(request: Request, meeting: Meeting) -> Answer:
    """What the press counted on the consent agenda, where enough were there; where it is another by now, it is shown
    once more."""
    if meeting.quorate is False:
        raise Refusal.saying(request.words("meeting-short-decided"))
    _refuse_if_out(request, meeting)
    left = eyes.for_member(request.session, left_open(request.session, meeting), request.member)
    together = [one for one in left if one.consent]
    if request.payload(Kept).seen in ("", _seen(together)):  # empty: of an older version
        for item in together:
            _settle(request, meeting, item, Outcome.DECIDED, "")
    return Private(desk(request, meeting))


def _seen(items: Sequence[Item]) -> str:
    return sha256(",".join(str(item.id) for item in items).encode()).hexdigest()[:12]


def drop(request: Request, meeting: Meeting) -> Answer:
    _refuse_if_out(request, meeting)
    _settle(request, meeting, item_of(request, meeting), Outcome.DROPPED, "")
    return Private(desk(request, meeting))


def _refuse_if_out(request: Request, meeting: Meeting) -> None:
    if meeting.minutes in (Minutes.APPROVED, Minutes.OUT):
        raise Refusal.saying(request.words("meeting-minutes-done"))


def _said(meeting: Meeting, item: Item, words: Words) -> list[Part]:
    """What was carried is on the next agenda again; the rest can be set right, or corrected."""
    if item.outcome is Outcome.CARRIED:
        return [Text(line(item, words))]
    do = CORRECT if meeting.minutes in (Minutes.APPROVED, Minutes.OUT) else FORM
    begin = in_a_line(cards.topic(item, words), 40)
    change = Button(words("meeting-outcome-change", begin=begin), do, _about(meeting, item))
    return [Text(line(item, words)), Buttons((change,))]


def _about(meeting: Meeting, item: Item, seen: str = "") -> str:
    return str(Kept(meeting.id, f"i{item.id}", seen))


def item_of(request: Request, meeting: Meeting) -> Item:
    rest = request.payload(Kept).draft.removeprefix("i")
    said = (one for one in talked_about(request.session, meeting) if one.outcome is not Outcome.CARRIED)
    every = eyes.for_member(request.session, [*items_of(request.session, meeting.series), *said], request.member)
    found = next((one for one in every if str(one.id) == rest), None)
    if found is None:
        raise Refusal.saying(request.words("gone"))
    return found


def ask(request: Request, meeting: Meeting) -> Answer:
    return form(request, meeting, item_of(request, meeting), FORM)


def form(request: Request, meeting: Meeting, item: Item, name: str) -> Form:
    """A role that nobody holds is asked for nothing, unless it is already."""
    words = request.words
    offered = [Choice(outcome.value, words(label)) for outcome, label in OUTCOMES.items()]
    there = [one for one in seated(request.session, meeting.series) if one.acting_id or one.id == item.seat_id]
    seats = [Choice(str(seat.id), cards.named(seat, words)) for seat in there[:24]]
    nobody = Choice("none", words("meeting-outcome-nobody"))
    was = Outcome.DECIDED if item.outcome is Outcome.OPEN else item.outcome
    who = str(item.seat_id) if any(one.value == str(item.seat_id) for one in seats) else nobody.value
    label = words(_label(request, meeting, item))
    fields = (
        forms.choices(OUTCOME, words("meeting-outcome-label"), offered, {OUTCOME: (was.value,)}),
        TextField(LINE, label, in_a_line(cards.topic(item, words), 90), item.line, long=True, optional=True),
        forms.choices(WHO, words("meeting-outcome-who"), [nobody, *seats], {WHO: (who,)}),
    )
    title, submit = words("meeting-outcome-title"), words("meeting-note-submit")
    told = TOLD if _is_told(request.session, meeting, item) else ""
    return Form(name, title, submit, words("cancel"), fields, _about(meeting, item, told))


def _label(request: Request, meeting: Meeting, item: Item) -> str:
    return "meeting-outcome-line-told" if _is_told(request.session, meeting, item) else "meeting-outcome-line"


def _is_told(session: Session, meeting: Meeting, item: Item) -> bool:
    """Whether what came of it goes back to those from whom it came (`bringing.follow`)."""
    return bool(item.source) and agenda.is_public(session, meeting.series)


def write(request: Request, meeting: Meeting) -> Answer:
    item = item_of(request, meeting)
    _refuse_if_out(request, meeting)
    given = read(request, meeting, FORM)
    if isinstance(given, FormErrors):
        return given
    _settle(request, meeting, item, *given)
    return Private(desk(request, meeting))


def read(request: Request, meeting: Meeting, name: str) -> tuple[Outcome, str] | FormErrors:
    """What came in with the form of that name, or what is wrong with it."""
    words, line = request.words, request.given(LINE)
    chosen = next((one for one in OUTCOMES if one.value == request.given(OUTCOME)), None)
    if chosen is None:
        return wrong(request, name, OUTCOME, words("meeting-wrong-choice"))
    if len(line) > LINE_MOST:
        return wrong(request, name, LINE, words("meeting-add-long", count=len(line), most=LINE_MOST))
    if chosen is Outcome.DECIDED and meeting.quorate is False:
        return wrong(request, name, OUTCOME, words("meeting-short-decided"))
    if chosen is Outcome.ACTION and not line:
        return wrong(request, name, LINE, words("meeting-outcome-what"))
    return chosen, line


def wrong(request: Request, name: str, field: str, says: str) -> FormErrors:
    return forms.refused(request, {field: says}, name, LINE)


def _settle(request: Request, meeting: Meeting, item: Item, outcome: Outcome, line: str) -> None:
    if outcome is Outcome.CARRIED:
        item.carried += 1
        carry(request.session, meeting, item, line)
        _changed(request, meeting)
        return
    put(request, meeting, item, outcome, line)


def carry(session: Session, meeting: Meeting, item: Item, line: str) -> None:
    """It waits for the next one, whose agenda may be frozen by now, and stays in these minutes as a line."""
    copy = Item(series_id=item.series_id, meeting_id=meeting.id, text=item.text, member=item.member, at=item.at)
    copy.audience, copy.outcome, copy.line, copy.carried = item.audience, Outcome.CARRIED, line, item.carried
    copy.source = item.source
    item.outcome, item.meeting_id, item.at = Outcome.OPEN, None, meeting.at
    session.add(copy)
    session.flush()


def put(request: Request, meeting: Meeting, item: Item, outcome: Outcome, line: str) -> None:
    session = request.session
    before = (item.seat_id, item.line)
    seat = next((one for one in seated(session, meeting.series) if str(one.id) == request.given(WHO)), None)
    item.outcome, item.line, item.meeting_id = outcome, line, meeting.id
    item.told = _is_told(session, meeting, item) and request.payload(Kept).seen == TOLD
    item.seat = seat if outcome is Outcome.ACTION else None
    _changed(request, meeting)
    session.flush()
    if item.seat is not None and (item.seat.id, line) != before:
        theirs = _readers(session, meeting, item)
        actions.promise(request, item.seat, line, theirs, None, (cards.SOURCE, meeting.series_id))
        session.flush()


def _changed(request: Request, meeting: Meeting) -> None:
    """What others have looked over is another by now: it waits for them as long as if it was new."""
    meeting.version = approvals.new_version()
    if meeting.minutes is Minutes.WRITTEN:
        plan_to_go_out(request.session, meeting, request.now)


def plan_to_go_out(session: Session, meeting: Meeting, now: datetime) -> datetime:
    """Unless they are held until then; returns when."""
    until = goes_out_at(meeting, school_days.due(session, meeting.series.district, now, DAYS))
    timetable.forget(session, GO_OUT, meeting.id)
    timetable.set_due(session, GO_OUT, meeting.id, until)
    return until


def goes_out_at(meeting: Meeting, moment: datetime) -> datetime:
    """Then, or when people may be written to again."""
    district = meeting.series.district
    return hours.of_district(district).next(moment, district.zone)


def _readers(session: Session, meeting: Meeting, item: Item) -> Audience:
    """Of what a seat does about it: those who belong to the meeting, also where its topic is everybody's, as of one
    that was open when it was added; and no more of them than read the topic."""
    theirs = readers(session, meeting.series)
    return theirs if item.audience.covers(session, theirs) else item.audience


def talked_about(session: Session, meeting: Meeting) -> list[Item]:
    return list(session.scalars(select(Item).where(Item.meeting_id == meeting.id).order_by(Item.id)))


def line(item: Item, words: Words) -> str:
    said = f"{words(SAID[item.outcome], text=cards.topic(item, words))} {item.line}".strip()
    return words("minutes-who", said=said, name=acting_name(item.seat, words)) if item.seat else said
