"""Keeping time: who is reminded of a question that waits longer than it should."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Button, Buttons, Part, Quote, Text
from bot.people import committees, school_days
from bot.people import model as people
from bot.questions import cards
from bot.questions.model import Question, to_change
from bot.texts import Words

REMIND = "question.remind"  # the name under which the timetable does it
NOTICE = "question-late"  # of `bot.routes.NOTICES`
UNTIL = 2  # school days, in which they can be told
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
    district = question.district
    if whom := _whom(session, question):
        notices.tell(session, whom.id, NOTICE, question.id, now, school_days.due(session, district, now, UNTIL))
    question.reminded += 1
    if question.reminded < TIMES:
        again = school_days.due(session, district, now, 1)
        timetable.set_due(session, REMIND, question.id, again)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    if question is None or not question.waits:
        return False
    if question.committee is None:
        return question.rep is not None and question.rep.holder_id == member.id
    return question.committee.id in committees.of(session, member)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    question = session.get_one(Question, subject)
    when = words.moment(question.due_at, question.district.zone)
    see = Button(words("question-see"), "question.show", f"{question.id}:{words.language}", "main")
    late = words("question-reminder", who=cards.holders(question, words), when=when)
    return [Text(late), Quote(cards.short(question.text, 200)), Buttons((see,))]


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
