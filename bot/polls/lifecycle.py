"""Polls begin and end: at once, at their time, every week; early, later than planned, or once all have answered. They
open again, and are taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import decisions, forms, moments, timetable
from bot.boundary import Address, Answer, Form, MomentField, Private
from bot.decisions import Decision, Result
from bot.delivery import outbox
from bot.drafts import Wrong
from bot.payloads import About
from bot.people import boards, school_days
from bot.polls import (
    ballots,
    breakdown,
    cards,
    deciding,
    handed_over,
    held_back,
    laying_out,
    member_merge,
    reminders,
    secrecy,
    terms,
    writing,
)
from bot.polls.counting import conclude, tally, voters
from bot.polls.model import Poll, Status, to_change, to_close
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked

BEGIN, CLOSE, LOOK = "poll.begin", "poll.close", "poll.early"  # the names under which the timetable does it
LATER, ANOTHER = "poll.later", "another"  # a form, and its field for a time that is not in the list
PAUSE = timedelta(minutes=1)  # in which the last who answer can still think again

# Beginning -------------------------------------------------------------------------------------------------------


def begin(session: Session, poll: Poll) -> None:
    """It is asked now; one that is asked every week is planned again."""
    poll.status = Status.OPEN
    session.add(poll)
    session.flush()  # its number; nothing after this refuses
    if poll.anonymous:
        secrecy.begin(session, poll.id, secrecy.WRITING_ROOM if poll.takes_words else secrecy.ROOM)
    for place in poll.places:
        outbox.say(session, Address.parse(place.address), cards.CARD, poll.id, place.language)
    timetable.set_due(session, CLOSE, poll.id, poll.closes_at)
    reminders.plan(session, poll, poll.opened_at)
    if poll.weekly:
        plan(session, laying_out.following(session, poll))
    poll.planner_id = None


def plan(session: Session, poll: Poll) -> None:
    poll.status = Status.PLANNED
    session.add(poll)
    session.flush()  # its number; nothing after this refuses
    timetable.set_due(session, BEGIN, poll.id, poll.opened_at)


def begin_when_due(session: Session, subject: int, _at: datetime) -> None:
    poll = to_change(session, subject)
    if poll is None or poll.status is not Status.PLANNED:
        return
    if laying_out.leave_out(session, poll):
        plan(session, poll)
        held_back.tell_left_out(session, poll)
        return
    if (at := held_back.until(poll, context.now(session))) is not None:
        timetable.set_due(session, BEGIN, poll.id, at)
        return
    if poll.seat.acting_id is not None and handed_over.is_somebodys(poll) and context.now(session) < poll.closes_at:
        if held_back.is_for_its_readers(session, poll):
            begin(session, poll)
        else:
            poll.status = Status.WITHDRAWN
            held_back.tell(session, poll)
        return
    poll.status = Status.WITHDRAWN  # no process was at work in its whole time, or nobody asks it in its seat
    handed_over.tell_not_posted(session, poll)
    if poll.weekly:
        plan(session, laying_out.following(session, poll))


# For a group that decides ------------------------------------------------------------------------------------------


def carry(session: Session, subject: int) -> None:
    """Its place is asked for consent, or no longer; where others read there by now, nobody is, and so too few
    answer."""
    decision = locked(session, Decision, subject)
    if decision is None:
        return
    poll = session.scalars(select(Poll).where(Poll.decision_id == subject)).unique().first()
    poll = to_change(session, poll.id) if poll else None
    if decision.dropped:
        if poll is not None and poll.status is Status.OPEN:
            withdraw(session, poll)
    elif poll is None:
        asked = deciding.poll(decision, context.now(session))
        if held_back.is_for_its_readers(session, asked):
            begin(session, asked)
        else:
            decisions.conclude(session, subject, Result.TOO_FEW)


# Taking back -----------------------------------------------------------------------------------------------------


def find_planned(request: Request) -> Poll | None:
    poll = to_change(request.session, request.payload(About).id)
    return poll if poll is not None and poll.status is Status.PLANNED else None


def stop(request: Request, poll: Poll) -> Answer:
    """A poll that has not begun never does; nor does the next one."""
    _take_out(request.session, poll)
    return forms.say(request, "poll-stopped")


def undo(request: Request, poll: Poll) -> Answer:
    session = request.session
    withdraw(session, poll)
    if poll.decision_id is not None:
        decisions.conclude(session, poll.decision_id, Result.TAKEN_BACK)
    return forms.say(request, "poll-undone")


def withdraw(session: Session, poll: Poll) -> None:
    """With what was planned because it began."""
    ballots.withdraw(session, poll)
    following = select(Poll).where(Poll.follows == poll.id, Poll.status == Status.PLANNED).with_for_update(of=Poll)
    for one in session.scalars(following.order_by(Poll.id)).unique():
        _take_out(session, one)
    timetable.forget(session, CLOSE, poll.id)
    reminders.forget(session, poll)
    outbox.remove(session, cards.CARD, poll.id)


def _take_out(session: Session, poll: Poll) -> None:
    poll.status = Status.WITHDRAWN
    timetable.forget(session, BEGIN, poll.id)


# Closing ---------------------------------------------------------------------------------------------------------


def ask_to_close(request: Request, poll: Poll) -> Answer:
    return Private(cards.ask_to_close(request, poll, voters(request.session, poll)))


def close_now(request: Request, poll: Poll) -> Answer:
    if poll.takes_answers(request.now):
        _close_early(request.session, poll, request.now)
    return Private(cards.just_closed(request, poll, tally(request.session, poll)))


def close_when_due(session: Session, subject: int, _now: datetime) -> None:
    poll = to_close(session, subject)
    if poll is not None and poll.status is Status.OPEN:
        _close(session, poll)


def close_if_all_have_answered(session: Session, subject: int, at: datetime) -> None:
    """Unless somebody has answered in the minute before: that is looked at in its own time."""
    poll = to_close(session, subject)
    if poll is None or not poll.takes_answers(at) or timetable.is_due_after(session, LOOK, poll.id, at):
        return
    if terms.all_have_answered(session, poll):
        _close_early(session, poll, at)


def look_for_those_who_left(session: Session, now: datetime) -> bool:
    """Where the last who had not answered is asked no more: nobody answers there, and so nothing else looks."""
    there = select(Poll).where(Poll.until_all, Poll.status == Status.OPEN, Poll.closes_at > now)
    for poll in session.scalars(there.order_by(Poll.id)).unique().all():
        if terms.all_have_answered(session, poll) and timetable.next_of(session, LOOK, poll.id) is None:
            timetable.set_due(session, LOOK, poll.id, now)
    return False


def _close_early(session: Session, poll: Poll, at: datetime) -> None:
    poll.closes_at = at
    timetable.forget(session, CLOSE, poll.id)
    reminders.forget(session, poll)
    _close(session, poll)


def _close(session: Session, poll: Poll) -> None:
    poll.status = Status.CLOSED
    poll.valid = terms.quorum_is_met(session, poll)
    conclude(session, poll)
    if poll.decision_id is not None:
        decisions.conclude(session, poll.decision_id, deciding.result(session, poll))
    outbox.settle(session, cards.CARD, poll.id)
    if poll.reminded:
        outbox.remove(session, reminders.CARD, poll.id)


# Putting off -----------------------------------------------------------------------------------------------------


def ask_until_when(request: Request, poll: Poll) -> Answer:
    """One of a list, or any other day and time."""
    words, typed = request.words, {"closes": (poll.closes_at.isoformat(),)}
    another = MomentField(
        ANOTHER,
        words("poll-later-another"),
        words("moment-example"),
        words("poll-later-another-hint"),
        time=words("moment-time"),
        optional=True,
    )
    form = Form(
        name=LATER,
        title=words("poll-later-title"),
        submit=words("poll-later-submit"),
        cancel=words("cancel"),
        fields=(replace(writing.closing_field(request, typed), optional=True), another),
        about=str(poll.id),
    )
    return forms.reopened(request, form)


def _read_later(request: Request) -> datetime | Wrong:
    words, zone, another = request.words, request.district.zone, request.given(ANOTHER)
    if not another:
        return writing.closing_time(request, request.fields) or {"closes": words("poll-wrong-closes")}
    try:
        at = moments.read(another, request.now, zone, words.language).within(zone, school_days.END)
    except moments.Unclear as unclear:
        return {ANOTHER: words(unclear.says)}
    days = writing.LATEST.days
    return at if writing.can_close(at, request.now) else {ANOTHER: words("poll-wrong-another", days=days)}


def put_off(request: Request, poll: Poll) -> Answer:
    """Closes at another time; one that is closed is open again."""
    if any(map(boards.is_alone_in, poll.places)):
        raise Refusal.saying(request.words("poll-wrong-board"))
    closes_at = _read_later(request)
    if isinstance(closes_at, dict):
        return forms.keep_refused(request, LATER, "poll.later", closes_at)
    forms.forget_refused(request, LATER)
    poll.closes_at = closes_at
    timetable.forget(request.session, CLOSE, poll.id)
    timetable.set_due(request.session, CLOSE, poll.id, closes_at)
    reminders.plan_anew(request.session, poll, request.now)
    if poll.status is Status.CLOSED:
        poll.status, poll.valid, poll.outcome, poll.published = Status.OPEN, None, None, False
        breakdown.keep_shut(poll)
        member_merge.catch_up(request.session, poll)
    outbox.resume(request.session, cards.CARD, poll.id)
    outbox.change(request.session, reminders.CARD, poll.id)
    return Private(cards.put_off(request, poll))
