"""How polls end: at their time, early, later than planned, or once all have answered; and how they open again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import timetable
from bot.boundary import Answer, FormErrors, Private, Submit
from bot.delivery import outbox
from bot.polls import cards, early, groups, merging, quorum, reminders, secrecy, writing
from bot.polls.counting import conclude, tally, voters
from bot.polls.model import Kind, Poll, Status, to_close
from bot.polls.opening import CLOSE
from bot.request import Refusal, Request


def ask_to_close(request: Request, poll: Poll) -> Answer:
    if not poll.takes_answers(request.now):
        raise Refusal.saying(request.words("poll-is-closed", when=request.moment(poll.closes_at)))
    return Private(cards.ask_to_close(request, poll, voters(request.session, poll)))


def close_now(request: Request, poll: Poll) -> Answer:
    if poll.takes_answers(request.now):
        poll.closes_at = request.now
        _close_early(request.session, poll)
    return Private(cards.just_closed(request, poll, tally(request.session, poll)))


def close_when_due(session: Session, subject: int, _now: datetime) -> None:
    poll = to_close(session, subject)
    if poll is not None and poll.status is Status.OPEN:
        _close(session, poll)


def close_if_all_have_answered(session: Session, subject: int, at: datetime) -> None:
    poll = to_close(session, subject)
    if poll is not None and early.is_over(session, poll, at):
        poll.closes_at = at
        _close_early(session, poll)


def _close_early(session: Session, poll: Poll) -> None:
    timetable.forget(session, CLOSE, poll.id)
    reminders.forget(session, poll)
    _close(session, poll)


def _close(session: Session, poll: Poll) -> None:
    poll.status = Status.CLOSED
    poll.valid = quorum.is_met(session, poll)
    if poll.anonymous:
        secrecy.close(session, poll.id, ranked=poll.kind is Kind.RANKED)
    conclude(session, poll)
    outbox.settle(session, cards.CARD, poll.id)
    if poll.reminded:
        outbox.remove(session, reminders.CARD, poll.id)


def ask_until_when(request: Request, poll: Poll) -> Answer:
    _refuse_to_put_off(request, poll)
    return writing.later_form(request, poll)


def put_off(request: Request, poll: Poll) -> Answer:
    """Closes at another time; one that is closed is open again."""
    _refuse_to_put_off(request, poll)
    at = writing.read_later(request, request.act.fields if isinstance(request.act, Submit) else {})
    if at is None:
        error = request.words("poll-wrong-closes")
        return FormErrors({"closes": error}, cards.cannot_put_off(request, poll, error))
    poll.closes_at = at
    timetable.forget(request.session, CLOSE, poll.id)
    timetable.set_due(request.session, CLOSE, poll.id, at)
    reminders.plan_anew(request.session, poll, request.now)
    if poll.status is Status.CLOSED:
        poll.status, poll.valid, poll.outcome, poll.published = Status.OPEN, None, None, False
        groups.keep_shut(poll)
        merging.catch_up(request.session, poll)
    outbox.resume(request.session, cards.CARD, poll.id)
    outbox.change(request.session, reminders.CARD, poll.id)
    return Private(cards.put_off(request, poll))


def _refuse_to_put_off(request: Request, poll: Poll) -> None:
    if not poll.can_be_put_off(request.now):
        said = "poll-closed-for-good" if poll.anonymous else "poll-closed-too-long"
        raise Refusal.saying(request.words(said))
