"""What came of each topic of a body's meeting, a line each, and whose word is asked for what is to be done."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import actions, approvals, forms
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
)
from bot.meetings import agenda, cards, company
from bot.meetings.model import Meeting, Minutes, seated
from bot.meetings.written import Item, Outcome, items_of
from bot.payloads import Kept, Row
from bot.request import Refusal, Request
from bot.texts import Words

FORM = "meeting.outcome"
OUTCOME, LINE, WHO = "outcome", "line", "who"
LINE_MOST = 300
TIMES = 3  # carried so often, it is asked whether it is still needed
DAYS = 2  # school days in which minutes can be approved or held
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
    left = [one for one in agenda.on_it(session, meeting) if one.at < meeting.at]
    parts: list[Part] = [Heading(words("meeting-minutes-title", name=meeting.series.name))]
    parts.append(Text(words("meeting-minutes-of", when=cards.when(meeting, words))))
    parts += company.short_notes(meeting, words)
    groups = [_said(meeting, one, words) for one in talked_about(session, meeting)]
    if together := [one for one in left if one.consent]:
        said = words("meeting-consent-all", count=len(together))
        settle = Button(said, "meeting.consent-all", str(meeting.id), "main")
        groups.append([Buttons((settle,))])
    groups += [_left(meeting, one, words) for one in left]
    ready = Button(words("meeting-minutes-ready"), "meeting.propose-minutes", str(meeting.id), "" if left else "main")
    foot: list[Part] = [Note(words("meeting-minutes-next", days=DAYS)), Buttons((ready,))]
    return Message((*parts, *fitting(groups, (*parts, *foot), Note(words("more-than-fits"))), *foot))


def _left(meeting: Meeting, item: Item, words: Words) -> list[Part]:
    """What was carried too often is offered for dropping."""
    button = Button(words("meeting-outcome", begin=cards.briefly(item.text, 40)), FORM, _about(meeting, item))
    if item.carried < TIMES:
        return [Buttons((button,))]
    drop = Button(words("meeting-drop-it"), "meeting.drop-it", _about(meeting, item))
    return [Note(words("meeting-often-carried", count=item.carried)), Buttons((button, drop))]


def settle_together(request: Request, meeting: Meeting) -> Answer:
    """What is on the consent agenda, where enough were there."""
    if meeting.quorate is False:
        raise Refusal.saying(request.words("meeting-short-decided"))
    _refuse_if_out(request, meeting)
    for item in agenda.on_it(request.session, meeting):
        if item.consent and item.at < meeting.at:
            _settle(request, meeting, item, Outcome.DECIDED, "")
    return Private(desk(request, meeting))


def drop(request: Request, meeting: Meeting) -> Answer:
    _refuse_if_out(request, meeting)
    _settle(request, meeting, _item(request, meeting), Outcome.DROPPED, "")
    return Private(desk(request, meeting))


def _refuse_if_out(request: Request, meeting: Meeting) -> None:
    if meeting.minutes in (Minutes.APPROVED, Minutes.OUT):
        raise Refusal.saying(request.words("meeting-minutes-done"))


def _said(meeting: Meeting, item: Item, words: Words) -> list[Part]:
    """What was carried is on the next agenda again; the rest can be set right."""
    if item.outcome is Outcome.CARRIED:
        return [Text(line(item, words))]
    change = Button(words("meeting-outcome", begin=cards.briefly(item.text, 40)), FORM, _about(meeting, item))
    return [Text(line(item, words)), Buttons((change,))]


def _about(meeting: Meeting, item: Item) -> str:
    return str(Kept(meeting.id, f"i{item.id}"))


def _item(request: Request, meeting: Meeting) -> Item:
    rest = request.payload(Row).rest.removeprefix("i")
    said = (one for one in talked_about(request.session, meeting) if one.outcome is not Outcome.CARRIED)
    every = [*items_of(request.session, meeting.series), *said]
    found = next((one for one in every if str(one.id) == rest), None)
    if found is None:
        raise Refusal.saying(request.words("gone"))
    return found


def ask(request: Request, meeting: Meeting) -> Answer:
    words, item = request.words, _item(request, meeting)
    offered = [Choice(outcome.value, words(label)) for outcome, label in OUTCOMES.items()]
    seats = [
        Choice(str(seat.id), cards.briefly(cards.named(seat, words), 75))
        for seat in seated(request.session, meeting.series)[:24]
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
    _refuse_if_out(request, meeting)
    chosen = next((one for one in OUTCOMES if one.value == request.given(OUTCOME)), None)
    if chosen is None:
        return _wrong(request, OUTCOME, words("meeting-wrong-choice"))
    if len(line) > LINE_MOST:
        return _wrong(request, LINE, words("meeting-add-long", count=len(line), most=LINE_MOST))
    if chosen is Outcome.DECIDED and meeting.quorate is False:
        return _wrong(request, OUTCOME, words("meeting-short-decided"))
    if chosen is Outcome.ACTION and not line:
        return _wrong(request, LINE, words("meeting-outcome-what"))
    _settle(request, meeting, item, chosen, line)
    return Private(desk(request, meeting))


def _wrong(request: Request, field: str, says: str) -> FormErrors:
    return forms.refused(request, {field: says}, FORM, LINE)


def _settle(request: Request, meeting: Meeting, item: Item, outcome: Outcome, line: str) -> None:
    """What is carried waits for the next one, and stays in these minutes as a line."""
    session = request.session
    if outcome is Outcome.CARRIED:
        item.carried, item.outcome, item.meeting_id = item.carried + 1, Outcome.OPEN, None
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


def line(item: Item, words: Words) -> str:
    said = words(SAID[item.outcome], text=item.text)
    return f"{said} {item.line}".strip()
