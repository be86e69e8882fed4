"""Who leads a body's meeting and who takes its notes. The parts go round over the groups: to the group that had one
longest ago, and there to the seat that had it longest ago. Who is away is passed over and comes next; "I can't" hands a
part on. A date that is left out changes nothing: the same people have the next one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import Answer, Choice, Form, Message, Private, Text
from bot.meetings import agenda, attendance, cards, rules
from bot.meetings.attendance import Coming, Reply, Role, Turn, turns
from bot.meetings.company import SWAP, turns_line
from bot.meetings.model import Kind, Meeting, Phase, chairs, meeting_to_change, of_seats, seated
from bot.payloads import Row
from bot.people.model import Seat
from bot.people.seats import SeatChange
from bot.request import Refusal, Request

WHO = "who"
ASKED = {Role.LEADS: "meeting-leads-who", Role.NOTES: "meeting-takes-notes-who"}
NEVER = datetime.min.replace(tzinfo=UTC)
OFF = (Phase.NO_SCHOOL, Phase.CANCELLED, Phase.DROPPED)


def assign(session: Session, meeting: Meeting) -> None:
    """Each part that nobody has who can be there goes to the next one."""
    if meeting.series.kind is not Kind.BODY:
        return
    free = _free(session, meeting)
    for role in Role:
        has = turns(session, meeting).get(role)
        if has is not None and has in free:
            continue
        before = _left_out(session, meeting, role) if has is None else None
        if before is not None and before in free:
            _give(session, meeting, role, before)
        else:
            _next(session, meeting, role)


def _free(session: Session, meeting: Meeting) -> list[Seat]:
    """Those that will be there themselves, for all that is known."""
    said = attendance.replies(session, meeting)
    here = (one for one in seated(session, meeting.series) if one.acting_id is not None and one.away_until is None)
    return [one for one in here if said.get(one.id, Coming.YES) is Coming.YES]


def _left_out(session: Session, meeting: Meeting, role: Role) -> Seat | None:
    """Who had the part on the date before, which is not to be."""
    earlier = select(Meeting).where(Meeting.series_id == meeting.series_id, Meeting.named < meeting.named)
    before = session.scalars(earlier.order_by(Meeting.named.desc()).limit(1)).first()
    return turns(session, before).get(role) if before is not None and before.phase in OFF else None


def _next(session: Session, meeting: Meeting, role: Role) -> None:
    """A person who had it and cannot be there keeps it only if nobody else can."""
    has = turns(session, meeting)
    passed = select(Turn.seat_id).where(Turn.meeting_id == meeting.id, Turn.role == role, Turn.passed)
    busy = {seat.acting_id for other, seat in has.items() if other is not role}
    skipped = {*session.scalars(passed), *([has[role].id] if role in has else [])}
    free = [one for one in _free(session, meeting) if one.id not in skipped]
    if found := _longest_ago(session, meeting, role, [one for one in free if one.acting_id not in busy] or free):
        _give(session, meeting, role, found)


def _longest_ago(session: Session, meeting: Meeting, role: Role, free: Collection[Seat]) -> Seat | None:
    had = select(Turn.seat_id, Seat.group_id, Meeting.at).join(Seat, Seat.id == Turn.seat_id).join(Meeting)
    theirs = had.where(Meeting.series_id == meeting.series_id, Meeting.phase == Phase.OVER, Turn.role == role)
    seats, groups = dict[int, datetime](), dict[int, datetime]()
    for seat, group, at in session.execute(theirs.where(~Turn.passed).order_by(Meeting.at)):
        seats[seat] = groups[group] = at
    first = {Role.LEADS: {one.id for one in chairs(session, meeting.series)}}.get(role, set())
    return min(
        free,
        key=lambda one: (groups.get(one.group_id, NEVER), seats.get(one.id, NEVER), one.id not in first, one.id),
        default=None,
    )


def _give(session: Session, meeting: Meeting, role: Role, seat: Seat) -> None:
    has = select(Turn).where(Turn.meeting_id == meeting.id, Turn.role == role)
    for one in session.scalars(has):
        one.passed = True
    there = session.get(Turn, (meeting.id, role, seat.id))
    if there is None:
        session.add(Turn(meeting_id=meeting.id, role=role, seat_id=seat.id, passed=False))
    else:
        there.passed = False
    session.flush()
    agenda.changed(session, meeting)


def seat_changed(session: Session, change: SeatChange) -> None:
    """It left, or somebody else acts for it: its part goes to somebody who can be there, and what was said for it
    counts no more. Who is only away may be back by then."""
    seat = change.seat
    if seat.away_until is not None:
        return
    its_own = [Meeting.series_id.in_([series.id for series in of_seats(session, (seat,))])]
    its_own += [Meeting.id.in_(select(one.meeting_id).where(one.seat_id == seat.id)) for one in (Turn, Reply)]
    planned = select(Meeting.id).where(Meeting.phase == Phase.PLANNED, or_(*its_own))
    for id in session.scalars(planned.order_by(Meeting.id)).all():
        if (meeting := meeting_to_change(session, id)) is not None:
            assign(session, meeting)
            agenda.changed(session, meeting)


# What they do ----------------------------------------------------------------------------------------------------


def take_notes(request: Request, meeting: Meeting) -> None:
    """Or lead it, or chair."""
    found = [*turns(request.session, meeting).values(), *chairs(request.session, meeting.series)]
    if meeting.series.kind is not Kind.BODY or all(one.acting_id != request.member.id for one in found):
        rules.run_it(request, meeting)


def have_it(request: Request, meeting: Meeting) -> None:
    """Or chair."""
    running = [*turns(request.session, meeting).values(), *chairs(request.session, meeting.series)]
    if meeting.series.kind is not Kind.BODY or all(one.acting_id != request.member.id for one in running):
        raise Refusal.saying(request.words("gone"))
    if meeting.phase is not Phase.PLANNED:
        raise Refusal.saying(request.words("meeting-changed-meanwhile"))


def hand_on(request: Request, meeting: Meeting) -> Answer:
    """ "I can't": each part that they have goes to the next one, and they come next."""
    session, words = request.session, request.words
    mine = [role for role, seat in turns(session, meeting).items() if seat.acting_id == request.member.id]
    if not mine:
        raise Refusal.saying(words("meeting-turn-not-yours"))
    for role in mine:
        _next(session, meeting, role)
    if any(seat.acting_id == request.member.id for seat in turns(session, meeting).values()):
        return forms.say(request, "meeting-turn-nobody")
    return Private(Message((Text(f"{words('meeting-turn-handed-on')} {turns_line(session, meeting, words)}"),)))


def ask_with_whom(request: Request, meeting: Meeting) -> Answer:
    """To swap a part: somebody else has it this time."""
    words, has = request.words, turns(request.session, meeting)
    role = _role(request)
    free = _free(request.session, meeting)
    offered = [one for one in free if role not in has or one.id != has[role].id][:25]
    if not offered:
        raise Refusal.saying(words("meeting-turn-nobody"))
    listed = [Choice(str(one.id), cards.named(one, words)) for one in offered]
    field = forms.choices(WHO, words(ASKED[role]), listed, {WHO: (listed[0].value,)})
    title, submit = words("meeting-swap"), words("meeting-put-submit")
    return Form(SWAP, title, submit, words("cancel"), (field,), str(Row(meeting.id, role.value)))


def swap(request: Request, meeting: Meeting) -> Answer:
    session, role = request.session, _role(request)
    free = {str(one.id): one for one in _free(session, meeting)}
    if (seat := free.get(request.given(WHO))) is None:
        raise Refusal.saying(request.words("meeting-wrong-choice"))
    _give(session, meeting, role, seat)
    return Private(Message((Text(turns_line(session, meeting, request.words)),)))


def _role(request: Request) -> Role:
    return next((one for one in Role if one.value == request.payload(Row).rest), Role.LEADS)
