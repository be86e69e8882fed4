"""Keeping time: those who cannot answer in time set a new date and say why. And who is told of a question that waits
longer than it should: first those who have it, then their lead, then the next seat up, who hears that something waits,
not what."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot import forms, notices, timetable
from bot.boundary import Answer, Button, Buttons, Choice, Form, Part, Quote, Text, TextField, in_a_line
from bot.payloads import Shown
from bot.people import committees, school_days
from bot.people import model as people
from bot.people.cards import acting_name, seat_title
from bot.questions import askers, assignment, cards, rules
from bot.questions.assignment import REMIND
from bot.questions.model import DELAY, Delay, Question, to_change
from bot.request import Request
from bot.texts import Words

LATER = "question.later"
DAY, REASON = "day", "reason"
REASON_MOST = 300
AHEAD = 20  # school days that are offered
NOTICE, ABOVE = "question-late", "question-above"
UNTIL = 2  # school days, in which they can be told

# A new date ------------------------------------------------------------------------------------------------------


def ask_until_when(request: Request, question: Question) -> Answer:
    rules.refuse_unless_waits(request, question)
    words, days = request.words, _days(request, question)
    offered = [Choice(day.isoformat(), request.moment(school_days.end_of(day, question.district))) for day in days]
    reason = TextField(REASON, words("question-later-reason"), words("question-later-hint"), "", REASON_MOST, long=True)
    fields = (forms.choices(DAY, words("question-later-day"), offered, {}), reason)
    return Form(
        LATER, words("question-later"), words("question-later-submit"), words("cancel"), fields, str(question.id)
    )


def put_off(request: Request, question: Question) -> Answer:
    """The asker is told, with the reason."""
    rules.refuse_unless_waits(request, question)
    reason, chosen = request.given(REASON), request.given(DAY)
    day = next((day for day in _days(request, question) if day.isoformat() == chosen), None)
    if day is None or not 0 < len(reason) <= REASON_MOST:
        error = request.words("question-later-wrong", most=REASON_MOST)
        return rules.wrong(request, question, REASON if day else DAY, error, LATER, REASON)
    question.due_at, question.delayed = school_days.end_of(day, question.district), reason
    delay = Delay(due_at=question.due_at, reason=reason)
    question.delays.append(delay)
    assignment.begin(request.session, question)
    request.session.flush()  # its number; nothing after this refuses
    askers.tell(request.session, question, DELAY, delay.id)
    assignment.changed(request.session, question)
    return forms.say(request, "question-later-done", when=request.moment(question.due_at))


def _days(request: Request, question: Question) -> list[date]:
    today = request.now.astimezone(ZoneInfo(question.district.zone)).date()
    return list(islice(school_days.following(today, school_days.off(request.session, question.district)), AHEAD))


# Who is told that it waits ---------------------------------------------------------------------------------------


def remind(session: Session, subject: int, now: datetime) -> None:
    """For the timetable: the next of those who are told, a school day after the one before."""
    question = to_change(session, subject)
    if question is None or not question.waits:
        return
    assignment.look_after(session, question)
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
    seat = _lead(session, question)
    holders = [question.claimer] if question.claimer and question.committee else []
    all_of_them = (*holders, seat.acting if seat else None)
    readers = [one for one in all_of_them if one and rules.has_it(session, one, question)]
    told = [(one, NOTICE) for one in dict.fromkeys(readers)]
    above = committees.above(seat)
    return [*told, (above, ABOVE)] if above is not None and above not in readers else told


def _lead(session: Session, question: Question) -> people.Seat | None:
    return committees.lead(session, question.committee) if question.committee else question.rep


def is_late(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    return question is not None and question.waits and rules.has_it(session, member, question)


def show_late(session: Session, subject: int, words: Words) -> list[Part]:
    question = session.get_one(Question, subject)
    when = words.moment(question.due_at, question.district.zone)
    late = words("question-reminder", who=cards.holders(question, words), when=when)
    see = Button(words("question-see"), "question.show", str(Shown(question.id, words.language)), "main")
    buttons = (see, *cards.keeping_time(question, words))
    return [Text(late), Quote(in_a_line(question.text, 200)), Buttons(buttons)]


def is_late_below(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    return question is not None and question.waits and (member, ABOVE) in _told(session, question)


def show_late_below(session: Session, subject: int, words: Words) -> list[Part]:
    """Neither what is asked nor who asks: it was not meant for them."""
    question = session.get_one(Question, subject)
    seat = _lead(session, question)
    told = words(
        "question-above",
        who=cards.holders(question, words),
        when=words.moment(question.due_at, question.district.zone),
        topic=question.topic.name(words.language),
        seat=seat_title(seat, words) if seat else words("nobody-yet"),
        name=acting_name(seat, words) if seat else words("nobody-yet"),
    )
    return [Text(told)]
