"""Keeping time: who is told of a question that waits longer than it should. First whoever has it, then whoever leads
them, then the next seat up, who hears that something waits, not what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Button, Buttons, Part, Quote, Text
from bot.people import committees, school_days
from bot.people import model as people
from bot.people.cards import acting_name, seat_title
from bot.questions import cards, parts
from bot.questions.model import Question
from bot.texts import Words

REMIND = "question.remind"  # the name under which the timetable does it
NOTICE, ABOVE = "question-late", "question-above"  # of `bot.routes.NOTICES`
UNTIL = 2  # school days, in which they can be told


def begin(session: Session, question: Question) -> None:
    """It has come to rest with somebody, who has until it is due."""
    end(session, question)
    question.reminded = 0
    timetable.set_due(session, REMIND, question.id, question.due_at)


def end(session: Session, question: Question) -> None:
    timetable.forget(session, REMIND, question.id)


def remind(session: Session, question: Question, now: datetime) -> None:
    """The next of those who are told, a school day after the one before."""
    told = _told(session, question)
    if question.reminded < len(told):
        whom, name = told[question.reminded]
        until = school_days.due(session, question.district, now, UNTIL)
        notices.tell(session, whom.id, name, question.id, now, until)
    question.reminded += 1
    if question.reminded < len(told):
        timetable.set_due(session, REMIND, question.id, school_days.due(session, question.district, now, 1))


def _told(session: Session, question: Question) -> list[tuple[people.Member, str]]:
    """In turn, each once. The question itself is only ever shown to somebody who may read it now."""
    seat = committees.lead(session, question.committee) if question.committee else question.rep
    holders = [question.claimer] if question.claimer and question.committee else []
    readers = [one for one in (*holders, seat.acting if seat else None) if one and may_read(session, one, question)]
    told = [(one, NOTICE) for one in dict.fromkeys(readers)]
    above = committees.above(seat)
    return [*told, (above, ABOVE)] if above is not None and above not in readers else told


def may_read(session: Session, member: people.Member, question: Question) -> bool:
    if question.committee is None:
        return question.rep is not None and question.rep.acting_id == member.id
    return question.committee.id in committees.of(session, member)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    return question is not None and question.waits and may_read(session, member, question)


def stands_above(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    return question is not None and question.waits and (member, ABOVE) in _told(session, question)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    question = session.get_one(Question, subject)
    id, late = (
        str(question.id),
        words("question-reminder", who=cards.holders(question, words), when=_when(question, words)),
    )
    see = Button(words("question-see"), "question.show", f"{id}:{words.language}", "main")
    buttons = (see, *parts.keeping_time(question, words))
    return [Text(late), Quote(cards.short(question.text, 200)), Buttons(buttons)]


def show_above(session: Session, subject: int, words: Words) -> list[Part]:
    """Neither what is asked nor who asks: it was not meant for them."""
    question = session.get_one(Question, subject)
    seat = committees.lead(session, question.committee) if question.committee else question.rep
    told = words(
        "question-above",
        who=cards.holders(question, words),
        when=_when(question, words),
        topic=question.topic.name(words.language),
        seat=seat_title(seat, words) if seat else words("nobody-yet"),
        name=acting_name(seat, words) if seat else words("nobody-yet"),
    )
    return [Text(told)]


def _when(question: Question, words: Words) -> str:
    return words.moment(question.due_at, question.district.zone)
