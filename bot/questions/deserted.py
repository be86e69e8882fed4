"""What rested with a committee on which no seats sit any more: another has its topic, or it goes back to the seat that
read it first, or to its asker with a word why, who can ask it elsewhere."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.delivery import outbox
from bot.people import committees
from bot.people import model as people
from bot.questions import assignment, closing, readers
from bot.questions.model import KIND, OPEN, PASSED, REP, Question, Status, dm_of, due_at, to_change
from bot.references import About, Withdraw
from bot.storage import context


def committee_closed(session: Session, committee: people.Committee, withdraw: Withdraw) -> None:
    theirs = select(Question.id).where(Question.committee_id == committee.id, Question.status.in_(OPEN))
    for _ in range(2):  # then those that were merged into one of them
        for id in session.scalars(theirs.order_by(Question.id)).all():
            if (question := to_change(session, id)) is not None and question.waits:
                look_after(session, question, withdraw)


def look_after(session: Session, question: Question, withdraw: Withdraw) -> None:
    if question.committee is None or not committees.is_closed(session, question.committee):
        return
    answers, first, asked = question.topic.committee, _first_reader(session, question), readers.wanted(question)
    open = answers is not None and not committees.is_closed(session, answers)
    if answers is not None and open and readers.may_come_to(session, question, answers):
        assignment.move(session, question, question.topic, None)
    elif first is not None:
        _return(session, question, first)
    elif not open or (asked is not None and asked.refused):
        give_back(session, question, withdraw)
    else:
        assignment.ask_to_widen(session, question, question.topic, None)


def _first_reader(session: Session, question: Question) -> people.Seat | None:
    """The seat that passed it on, if the one who acts for it now can have it."""
    rep = question.rep
    if rep is None or rep.acting is None or question.is_asked_by(rep.acting):
        return None
    return rep if dm_of(session, rep.acting) else None


def _return(session: Session, question: Question, first: people.Seat) -> None:
    """In the homes of the committee stays where it went."""
    there = readers.homes(session, question, question.committee) if question.committee else []
    assignment.take_away(session, question)
    question.leave_behind()
    outbox.remove(session, REP, question.id)  # it comes back at the end of what is there
    question.committee, question.claimer, question.note = None, None, None
    question.status, question.rep = Status.WITH_REP, first
    question.due_at = due_at(session, question.district, context.now(session), urgent=question.urgent)
    assignment.end_widening(session, question)
    assignment.put(session, question)
    outbox.remove(session, PASSED, question.id)
    for place in there:
        outbox.say(session, Address.parse(place.address), PASSED, question.id, place.language)


def give_back(session: Session, question: Question, withdraw: Withdraw) -> None:
    """Nobody is left who could answer it. What was answered stays."""
    now = context.now(session)
    if question.answers:
        closing.close(session, question, now, by_itself=True)
    else:
        question.contact = None
        withdraw(session, About(KIND, question.id), question.text)
        closing.give_back(session, question, now)
