"""Keeping time: who is reminded of a question that waits longer than it should."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import outbox, timetable
from bot.boundary import Account, Address
from bot.people import committees, school_days
from bot.people import model as people
from bot.questions import cards
from bot.questions.model import Question, dm_of, to_change

REMIND = "question.remind"  # the name under which the timetable does it
TIMES = 2  # once those who have it, a school day later whoever leads them


def begin(session: Session, question: Question) -> None:
    """It has come to rest with somebody, who has until it is due."""
    end(session, question)
    question.reminded = 0
    timetable.set_due(session, REMIND, question.id, question.due_at)


def end(session: Session, question: Question) -> None:
    timetable.forget(session, REMIND, question.id)


def remind(session: Session, subject: int, now: datetime) -> None:
    question = to_change(session, subject)
    if question is None or not question.waits:
        return
    whom = _whom(session, question)
    account = dm_of(session, whom, question.account) if whom else None
    if whom and account:
        to = Address.alone_with(Account.parse(account))
        outbox.say(session, to, cards.REMINDER, question.id, whom.language)
    question.reminded += 1
    if question.reminded < TIMES:
        again = school_days.due(session, question.asker.district, now, 1)
        timetable.set_due(session, REMIND, question.id, again)


def _whom(session: Session, question: Question) -> people.Member | None:
    """Only ever somebody who may read it now, whoever took it on before."""
    if question.committee is None:
        return question.rep.holder if question.rep else None
    claimer = question.claimer
    if not question.reminded and claimer and question.committee.id in committees.of(session, claimer):
        return claimer
    return _chair(session, question.committee)


def _chair(session: Session, committee: people.Committee) -> people.Member | None:
    """Whoever leads it; where nobody does, the first of its seats in the district's files."""
    seats = select(people.Seat).join(people.CommitteeSeat, people.CommitteeSeat.seat_id == people.Seat.id)
    held = seats.where(people.CommitteeSeat.committee_id == committee.id, people.Seat.holder_id.is_not(None))
    found = session.scalars(held.order_by(people.Seat.id)).all()
    seat = next((seat for seat in found if seat.role is people.Role.CHAIR), found[0] if found else None)
    return seat.holder if seat else None
