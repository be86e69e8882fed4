"""A broadcast is handed in, approved, put off, begun, paused, stopped."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import approvals, notices, timetable
from bot.boundary import Address
from bot.bridge import talks
from bot.broadcasts import files, scope, timing, walks
from bot.broadcasts.model import (
    BEFORE,
    CARD,
    DIRECT,
    KEPT,
    NEWS,
    PROGRESS,
    TOLD,
    UNDO,
    Broadcast,
    BroadcastApproval,
    BroadcastDirect,
    Status,
    to_change,
)
from bot.broadcasts.recipients import NOTICE
from bot.delivery import outbox, outcomes
from bot.delivery.outbox import Delivery, State
from bot.notices import Notice
from bot.people import links, preferences
from bot.people.circles import NOT, AudienceFilter
from bot.people.model import Group, Member
from bot.people.places import Place
from bot.storage import context

BEGIN, LOOK = "broadcast.begin", "broadcast.look"  # the names under which the timetable does it
APPROVAL, BACK = "broadcast.approval", "broadcast.back"  # names of kinds of notices
PATIENCE = timedelta(days=14)  # for which somebody is told that it waits for their approval
SOON, OFTEN, SELDOM = timedelta(minutes=2), timedelta(minutes=30), timedelta(hours=1)


class Hand(Enum):
    """By which somebody may do something with a broadcast."""

    AUTHOR = auto()  # it is theirs
    SECOND = auto()  # they approved it for its author's own group, and can do all but write it anew
    OTHER = auto()  # they approved it for another group, and can take it back for that
    GUARD = auto()  # nobody has its seat, and they would approve it for its group: they can end it


# Before it goes --------------------------------------------------------------------------------------------------


def hand_in(session: Session, row: Broadcast, groups: list[Group], now: datetime) -> None:
    """It goes to those who have to approve it, one of each of these groups; if there are none, it goes out."""
    row.version, row.reason, row.at = approvals.new_version(), "", now
    row.approvals = [BroadcastApproval(group=group, member_id=None, at=None) for group in groups]
    if not groups:
        schedule(session, row, now)
        return
    row.status = Status.WAITING
    for group in groups:
        for member in scope.approvers(session, row.district, group, row.sender_id):
            notices.tell(session, member.id, APPROVAL, row.id, now, now + PATIENCE)
    outbox.change(session, PROGRESS, row.id)


def may_approve(session: Session, row: Broadcast, member: Member) -> BroadcastApproval | None:
    """For their group, if that has not been done: never the sender's own, whatever account they use."""
    mine = next((one for one in row.approvals if one.group_id == member.group_id and one.member_id is None), None)
    if row.status is not Status.WAITING or mine is None or member.id == row.sender_id:
        return None
    able = scope.approvers(session, row.district, mine.group, row.sender_id)
    return mine if member.id in {one.id for one in able} else None


def hand(session: Session, row: Broadcast, member: Member) -> Hand | None:
    """Who has its seat, or approved it and still may for their group, as long as that is told of it."""
    if row.is_by(member):
        return Hand.AUTHOR
    mine = [one for one in row.approvals if one.member_id == member.id and one.group_id == member.group_id]
    if not any(_approves(session, row, one.group, member) for one in mine):
        return Hand.GUARD if _is_guarded_by(session, row, member) else None
    if member.group_id == row.seat.group_id:
        return Hand.SECOND
    return None if f"group:{member.group_id}" in row.circle.part(NOT) else Hand.OTHER


def _approves(session: Session, row: Broadcast, group: Group, member: Member) -> bool:
    return member.id in {one.id for one in scope.approvers(session, row.district, group, row.sender_id)}


def _is_guarded_by(session: Session, row: Broadcast, member: Member) -> bool:
    """Somebody of the seat's own group, who reads it, until somebody follows in the role."""
    nobodys = row.author is None and row.status in TOLD and member.group_id == row.seat.group_id
    return nobodys and row.admits(session, member) and _approves(session, row, row.seat.group, member)


def is_of(session: Session, row: Broadcast, member: Member) -> bool:
    return hand(session, row, member) is not None


def approve(session: Session, row: Broadcast, approval: BroadcastApproval, member: Member, now: datetime) -> None:
    approval.member_id, approval.at = member.id, now
    if all(one.member_id is not None for one in row.approvals):
        schedule(session, row, now)
    outbox.change(session, PROGRESS, row.id)


def schedule(session: Session, row: Broadcast, now: datetime) -> None:
    """Not before the minutes are over in which it can be stopped, and inside hours."""
    at = max(row.wanted_at or now, now + UNDO)
    row.status, row.at = Status.PLANNED, timing.begins(session, row.district, row.circle, at, own=row.own)
    timetable.set_due(session, BEGIN, row.id, row.at)


def withdraw(session: Session, row: Broadcast) -> None:
    """Nobody is told."""
    assert row.status in BEFORE
    row.status = Status.WITHDRAWN
    timetable.forget(session, BEGIN, row.id)
    outbox.change(session, PROGRESS, row.id)


def hold(session: Session, row: Broadcast, now: datetime) -> None:
    """Its sender has lost the role, or that may tell many no more: it goes out once the person who acts for it now says
    so, and with the approvals that it needs then."""
    row.status, row.version, row.approvals = Status.HELD, approvals.new_version(), []
    timetable.forget(session, BEGIN, row.id)
    if row.author is not None:
        notices.tell(session, row.author.id, BACK, row.id, now, now + KEPT)
    outbox.change(session, PROGRESS, row.id)


# Going out -------------------------------------------------------------------------------------------------------


def begin_when_due(session: Session, subject: int, _at: datetime) -> None:
    row = to_change(session, subject)
    if row is None or row.status is not Status.PLANNED:
        return
    now = context.now(session)
    if not row.is_by(row.sender) or not scope.may_send(row):
        hold(session, row, now)
        return
    at = timing.begins(session, row.district, row.circle, now, own=row.own)
    if at > now:  # nobody was at work when it should have begun
        row.at = at
        timetable.set_due(session, BEGIN, row.id, at)
        return
    if lacking := _groups_lacking(session, row):
        hand_in(session, row, lacking, now)
        return
    row.status, row.at = Status.GOING, now
    for one in row.addressed:
        one.failed = not scope.still_fits(session, row, one.place)
        if not one.failed:
            _post(session, row, one.place)
    files.post(session, row, row.places)
    walks.start(session, row, walks.TELL, now)
    timetable.set_due(session, LOOK, row.id, now + SOON)
    outbox.settle(session, CARD, row.id)
    outbox.change(session, PROGRESS, row.id)


def _post(session: Session, row: Broadcast, place: Place) -> None:
    """Where replies come to its seat, what is said below it is heard; each channel is by itself."""
    if row.replies:
        talks.put(session, CARD, row.id, [place])
    else:
        outbox.say(session, Address.parse(place.address), CARD, row.id, place.language)


def _groups_lacking(session: Session, row: Broadcast) -> list[Group]:
    """All that have to approve it by now, if some of them have not: other people may be in it than when it was handed
    in."""
    if row.own:
        return []
    needed = scope.groups_to_approve(session, row.seat, row.circle, count(session, row, row.circle))
    approved = {one.group_id for one in row.approvals if one.member_id is not None}
    return needed if {group.id for group in needed} - approved else []


def count(session: Session, row: Broadcast, circle: AudienceFilter) -> int:
    """How many people that is."""
    told = select(func.count(Member.id)).where(Member.district_id == row.district.id, circle.members())
    return session.scalar(told.where(~links.is_anothers())) or 0


def look(session: Session, subject: int, _at: datetime) -> None:
    """Whom a message in a channel or a DM cannot reach gets a line in the day's message. It is out when nobody is left
    who is to be told."""
    row, now = to_change(session, subject), context.now(session)
    if row is None or row.status not in TOLD:
        return
    if row.status is not Status.STOPPED:
        _make_up_for_places(session, row, now)
        _make_up_for_directs(session, row, now)
    if row.status is Status.GOING and not walks.is_under_way(session, row, walks.TELL) and not _left(session, row, now):
        row.status = Status.OUT
        outbox.settle(session, PROGRESS, row.id)
    elif row.status in (Status.GOING, Status.PAUSED):
        timetable.set_due(session, LOOK, row.id, now + (SOON if now < row.at + OFTEN else SELDOM))
    outbox.change(session, PROGRESS, row.id)


def _make_up_for_places(session: Session, row: Broadcast, now: datetime) -> None:
    states = {one.address: one.state for one in outbox.standings(session, CARD, row.id)}
    lost = [one for one in row.addressed if not one.failed and states.get(one.place.address) is State.FAILED]
    for one in lost:
        one.failed = True
    if lost and not walks.is_under_way(session, row, walks.TELL):
        walks.start(session, row, walks.TELL, now)


def _make_up_for_directs(session: Session, row: Broadcast, now: datetime) -> None:
    failed = select(Delivery.subject).where(Delivery.card == DIRECT, Delivery.state == State.FAILED)
    failed = failed.where(Delivery.reason != outcomes.FAULT)
    those = (BroadcastDirect.broadcast_id == row.id, BroadcastDirect.id.in_(failed))
    told = select(Notice.member_id).where(Notice.name == NOTICE, Notice.subject == row.id)
    lost = select(BroadcastDirect.member_id).where(*those, BroadcastDirect.member_id.not_in(told))
    for member_id in session.scalars(lost.limit(walks.AT_ONCE)).all():
        notices.tell(session, member_id, NOTICE, row.id, now, row.at + KEPT)


def _left(session: Session, row: Broadcast, now: datetime) -> bool:
    """Whether somebody's message of the day is still to come, or a channel's post."""
    if now > row.at + NEWS:
        return False
    waits = (Notice.roundup_id.is_(None), ~Notice.skipped, ~Notice.seen)
    told = select(Notice.id).join(Member, Notice.member_id == Member.id)
    told = told.where(Notice.name == NOTICE, Notice.subject == row.id, *waits, notices.can_be_told())
    told = told.where(~preferences.chose_not(NOTICE))
    posting = any(one.state is State.WAITING for one in outbox.standings(session, CARD, row.id))
    return posting or session.scalar(told.limit(1)) is not None


def pause(session: Session, row: Broadcast) -> None:
    row.status = Status.PAUSED
    outbox.change(session, PROGRESS, row.id)


def resume(session: Session, row: Broadcast, now: datetime) -> None:
    row.status = Status.GOING
    walks.go_on(session, row, now)
    walks.start(session, row, walks.BRING_UP, now)
    outbox.change(session, PROGRESS, row.id)


def stop(session: Session, row: Broadcast) -> None:
    """Nobody else is told; where it stands, it stays."""
    row.status = Status.STOPPED
    walks.end(session, row)
    outbox.withhold(session, CARD, row.id)
    files.withhold(session, row)
    outbox.settle(session, CARD, row.id)
    outbox.settle(session, PROGRESS, row.id)


def leave_others(session: Session, row: Broadcast) -> None:
    """A channel may be meant for others by now: they read nothing new."""
    for one in row.addressed:
        if not one.failed and not scope.still_fits(session, row, one.place):
            one.failed = True
            outbox.remove(session, CARD, row.id, one.place.address)
            files.leave(session, row, one.place)


def take_off(session: Session, row: Broadcast, group: Group, now: datetime) -> bool:
    """For this group's people: not where they read, and not in their messages. False: nobody else is told of it."""
    left = AudienceFilter(row.circle.values | {f"{NOT}:group:{group.id}"})
    if not count(session, row, left):
        return False
    row.whom = str(left)
    for one in row.approvals:
        one.again &= one.group_id != group.id
    before = row.places
    leave_others(session, row)
    row.addressed = [one for one in row.addressed if not (one.failed and one.place in before)]
    if row.status in (Status.GOING, Status.PAUSED) and len(row.places) < len(before):
        walks.start(session, row, walks.TELL, now)  # others read there, too
    walks.change_copies(session, row, now)
    outbox.change(session, PROGRESS, row.id)
    return True


def retract(session: Session, row: Broadcast, reason: str, now: datetime) -> None:
    """Wherever it stands, that is said in its place; nobody else is told."""
    row.status, row.reason, row.corrections = Status.RETRACTED, reason, []
    walks.end(session, row)
    outbox.withhold(session, CARD, row.id)
    for one in row.files:
        files.take_out(session, one)
    walks.change_copies(session, row, now)
    outbox.settle(session, PROGRESS, row.id)
