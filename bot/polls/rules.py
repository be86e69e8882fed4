"""Who may do what with a poll, beyond the rules of `bot.may`."""

from __future__ import annotations

from sqlalchemy import Subquery, select
from sqlalchemy.orm import Session

from bot.people import circles, presence
from bot.people import model as people
from bot.people.circles import AudienceFilter
from bot.polls import written_answers
from bot.polls.model import Kind, Poll, Status
from bot.request import Refusal, Request


def be_told_of(request: Request, poll: Poll) -> None:
    """Beyond belonging where it was said: that may be for others by now."""
    if not poll.is_for(request.session, request.member):
        raise Refusal.saying(request.words("may-not-your-place"))


def be_asked(request: Request, poll: Poll) -> None:
    """Beyond belonging where it was said."""
    if not poll.audience:
        return
    circle = AudienceFilter.parse(poll.audience)
    if not circle.includes(request.session, request.member):
        whom = circles.named(request.session, circle, request.district, request.words)
        raise Refusal.saying(request.words("may-not-asked", audience=whom))


def is_put_to(session: Session, poll: Poll, member: people.Member) -> bool:
    """Whether it reaches them: where it is posted, and among those whom it asks."""
    there = any(presence.is_told(session, member, place) for place in poll.places)
    asked = AudienceFilter.parse(poll.audience).includes(session, member)
    return there and asked and poll.is_for(session, member)


def asked(session: Session, poll: Poll) -> Subquery:
    """All of those, by their numbers and groups."""
    reached = circles.reached(session, poll.places, AudienceFilter.parse(poll.audience)).subquery()
    if poll.readers is None:
        return reached
    told = select(people.Member.id).where(poll.readers.members())
    return select(reached).where(reached.c.id.in_(told)).subquery()


def come_in_time(request: Request, poll: Poll) -> None:
    """While it takes answers."""
    if not poll.takes_answers(request.now):
        raise Refusal.saying(request.words("poll-is-closed", when=request.moment(poll.closes_at)))


def be_no_decision(request: Request, poll: Poll) -> None:
    """What a group decides ends when it was said, in the words that were asked about; nobody ends it while it suits."""
    if poll.decision_id is not None:
        raise Refusal.saying(request.words("poll-is-decision", when=request.moment(poll.closes_at)))


def undo_in_time(request: Request, poll: Poll) -> None:
    if not poll.can_be_undone(request.now):
        raise Refusal.saying(request.words("poll-undo-late"))


def put_off_in_time(request: Request, poll: Poll) -> None:
    if not poll.can_be_put_off(request.now):
        said = "poll-closed-for-good" if poll.anonymous else "poll-closed-too-long"
        raise Refusal.saying(request.words(said))


def have_answers_to_look_through(request: Request, poll: Poll) -> None:
    """Of a closed open poll."""
    in_all = written_answers.many(request.session, poll.id, hidden=True)
    if poll.kind is not Kind.OPEN or poll.status is not Status.CLOSED or not in_all:
        raise Refusal.saying(request.words("gone"))
