"""How polls end: at their time, early, or once all have answered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import timetable
from bot.boundary import Answer, Private
from bot.delivery import outbox
from bot.polls import cards, early, quorum, reminders, secrecy
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
