"""Polls begin: at once, at their time, every week."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import timetable
from bot.boundary import Address, Answer, Message, Private, Text
from bot.delivery import outbox
from bot.payloads import number
from bot.people import school_days
from bot.people.audiences import AudienceFilter
from bot.polls import cards, reminders, secrecy
from bot.polls.model import Option, Poll, Status, to_change
from bot.polls.planning import next_week
from bot.polls.terms import Terms
from bot.polls.writing import Written
from bot.request import Request
from bot.storage import context

BEGIN, CLOSE = "poll.begin", "poll.close"  # the names under which the timetable does it


def begin(session: Session, poll: Poll) -> None:
    """It is asked now; one that is asked every week is planned again."""
    poll.status = Status.OPEN
    if poll.anonymous:
        secrecy.begin(session, poll.id, secrecy.WRITING_ROOM if poll.takes_words else secrecy.ROOM)
    for place in poll.places:
        outbox.say(session, Address.parse(place.address), cards.CARD, poll.id, place.language)
    timetable.set_due(session, CLOSE, poll.id, poll.closes_at)
    reminders.plan(session, poll, poll.opened_at)
    if poll.weekly:
        plan(session, _next(session, poll))


def plan(session: Session, poll: Poll) -> None:
    poll.status = Status.PLANNED
    session.add(poll)
    session.flush()  # its number; nothing after this refuses
    timetable.set_due(session, BEGIN, poll.id, poll.opened_at)


def begin_when_due(session: Session, subject: int, _at: datetime) -> None:
    poll = to_change(session, subject)
    if poll is None or poll.status is not Status.PLANNED:
        return
    if context.now(session) < poll.closes_at:
        begin(session, poll)
        return
    poll.status = Status.WITHDRAWN  # its whole time went by while nobody was at work
    if poll.weekly:
        plan(session, _next(session, poll))


def stop(request: Request, poll: Poll) -> Answer:
    """A poll that has not begun never does; nor does the next one."""
    _take_out(request.session, poll)
    return Private(Message((Text(request.words("poll-stopped")),)))


def stop_following(session: Session, poll: Poll) -> None:
    """What was planned because this one began."""
    following = select(Poll).where(Poll.follows == poll.id, Poll.status == Status.PLANNED).with_for_update(of=Poll)
    for one in session.scalars(following.order_by(Poll.id)).unique():
        _take_out(session, one)


def find_planned(request: Request) -> Poll | None:
    id = number(request.about)
    poll = to_change(request.session, id) if id else None
    return poll if poll is not None and poll.status is Status.PLANNED else None


def _take_out(session: Session, poll: Poll) -> None:
    poll.status = Status.WITHDRAWN
    timetable.forget(session, BEGIN, poll.id)


def lay_out(asked: Written | Poll, terms: Terms, opened_at: datetime, closes_at: datetime) -> Poll:
    """A new poll: what somebody wrote, or what was asked before."""
    return Poll(
        seat=asked.seat,
        question=asked.question,
        kind=asked.kind,
        several=asked.several,
        most=asked.most,
        anonymous=asked.anonymous,
        results=terms.results,
        quorum=terms.quorum,
        audience=str(terms.circle),
        until_all=terms.until_all,
        reminds=asked.reminds,
        opened_at=opened_at,
        closes_at=closes_at,
        options=[Option(position=one.position, label=one.label, ready=one.ready) for one in asked.options],
        places=list(asked.places),
    )


def _next(session: Session, poll: Poll) -> Poll:
    begins, closes = next_week(poll, school_days.off(session, poll.seat.district))
    terms = Terms(poll.results, poll.quorum, AudienceFilter.parse(poll.audience), poll.until_all)
    following = lay_out(poll, terms, begins, closes)
    following.weekly, following.follows = True, poll.id
    return following
