"""How a question ends: its asker says that it is answered, or says nothing for some time, or takes it back; and when
the way back to one who asked without a name is destroyed.

An answer that nobody confirms would keep that way back for ever. So the asker is asked once, on the answer itself, and
told when it closes by itself; for 14 days after closing they can say that it was no answer.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms, return_paths, timetable
from bot.boundary import Answer, Button, Buttons, Form, Message, Private, Text, TextField
from bot.delivery import outbox
from bot.delivery.outbox import State
from bot.payloads import Shown
from bot.people import committees, school_days
from bot.people.hours import day_of
from bot.questions import askers, assignment, cards, following, merging, rules
from bot.questions.model import (
    ANSWER,
    COMMITTEE,
    FORGET,
    GIVEN_BACK,
    KEPT,
    KIND,
    MISSING_MOST,
    REP,
    SILENT,
    Question,
    Status,
    count_merged,
    due_at,
    to_change,
)
from bot.request import Refusal, Request

NOT_YET, MISSING = "question.missing", "missing"
# Names under which the timetable does it.
CLOSE, FORGET_ASKER, FORGET_WORDS = "question.close", "question.forget-asker", "question.forget"
NIGHT = time(3)  # where the district is

# What the asker says ---------------------------------------------------------------------------------------------


def enough(request: Request, question: Question) -> Answer:
    if question.status is Status.ANSWERED:
        close(request.session, question, request.now)
        askers.heard(request.session, question)
    return forms.say(request, "question-closed")


def ask_what_is_missing(request: Request, question: Question) -> Answer:
    _refuse_unless_answered(request, question)
    words, hint = request.words, askers.who_reads(question, request.words)
    field = TextField(MISSING, words("question-missing-label"), hint, "", MISSING_MOST, long=True, optional=True)
    title, submit = words("question-missing-title"), words("question-missing-submit")
    return Form(NOT_YET, title, submit, words("cancel"), (field,), rules.read_by_the_same(question))


def not_yet(request: Request, question: Question) -> Answer:
    """It is open again, and rests with those who answered."""
    _refuse_unless_answered(request, question)
    if not rules.is_read_by_the_same(request, question):
        error = request.words("question-detail-over", who=cards.holders(question, request.words))
        return rules.wrong(request, question, MISSING, error, "question.not-yet")
    session = request.session
    question.missing = rules.fitting(request, MISSING, MISSING_MOST)
    question.wait_again()
    open_again(session, question)
    askers.heard(session, question)
    question.due_at = due_at(session, request.district, request.now, urgent=question.urgent)
    assignment.take_away(session, question)
    assignment.put(session, question)
    askers.change(session, question, ANSWER, question.answers[-1].id)
    who, when = cards.holders(question, request.words), request.moment(question.due_at)
    return forms.say(request, "question-sent", who=who, when=when)


def _refuse_unless_answered(request: Request, question: Question) -> None:
    closed = question.closed_at if question.status is Status.CLOSED and question.answers else None
    if question.status is not Status.ANSWERED and not (closed and request.now < closed + KEPT):
        raise Refusal.saying(request.words("question-not-now"))
    if question.committee is not None and committees.is_closed(request.session, question.committee):
        raise Refusal.saying(request.words("question-nobody-left-again", committee=question.committee.name))


def ask_to_take_back(request: Request, question: Question) -> Answer:
    _refuse_unless_alone(request, question)
    words = request.words
    yes = Button(words("question-take-back-yes"), "question.take-back-now", str(question.id), "danger")
    no = Button(words("question-take-back-no"), "question.show", str(Shown(question.id, words.language)))
    return Private(Message((Text(words("question-take-back-asks")), Buttons((yes, no)))))


def take_back(request: Request, question: Question) -> Answer:
    """Its words are deleted, and those who had it see that it was taken back."""
    if not question.taken_back:
        _refuse_unless_alone(request, question)
        request.withdraw(KIND, question.id, question.text)
        question.taken_back = True
        forget_words(request.session, question)
        close(request.session, question, request.now)
        following.tell_later(request.session, question)
    return forms.say(request, "question-taken-back-done")


def _refuse_unless_alone(request: Request, question: Question) -> None:
    """Nobody has answered it, and nobody else's is answered with it."""
    if not question.waits or question.answers:
        raise Refusal.saying(request.words("question-take-back-late"))
    if count_merged(request.session, question):
        raise Refusal.saying(request.words("question-take-back-shared"))


def have_it(request: Request, question: Question) -> Answer:
    """They have the words that were given back: ours are deleted."""
    if question.status is Status.GIVEN_BACK:
        forget_words(request.session, question)
    return forms.say(request, "question-forgotten")


def give_back(session: Session, question: Question, now: datetime) -> None:
    """The words go to their writer; ours are deleted once they have arrived. Those that were merged into it wait by
    themselves again."""
    question.status = Status.GIVEN_BACK
    merging.split_all(session, question)
    askers.tell(session, question, GIVEN_BACK, question.id)
    over(session, question, now)
    timetable.set_due(session, FORGET_WORDS, question.id, now + FORGET)
    following.tell_later(session, question)
    assignment.changed(session, question)
    for told in question.answers:
        askers.change(session, question, ANSWER, told.id)


# Closing ---------------------------------------------------------------------------------------------------------


def begin(session: Session, question: Question, now: datetime) -> None:
    """There is an answer: the asker has some time to say whether that does it."""
    timetable.forget(session, CLOSE, question.id)
    timetable.set_due(session, CLOSE, question.id, school_days.due(session, question.district, now, SILENT))
    assignment.end_widening(session, question)
    askers.look_later(session, question, now)
    with_it = select(Question).where(Question.merged_into_id == question.id, Question.status == Status.ANSWERED)
    for one in session.scalars(with_it.order_by(Question.id)).all():
        begin(session, one, now)


def close(session: Session, question: Question, now: datetime, *, by_itself: bool = False) -> None:
    question.status, question.by_itself = Status.CLOSED, by_itself
    question.closed_at = day_of(now, question.district.zone) if question.anonymous else now
    timetable.forget(session, CLOSE, question.id)
    assignment.settle(session, question)
    over(session, question, now)


def over(session: Session, question: Question, now: datetime) -> None:
    """Nobody needs the way back to its asker much longer, nor to know who followed it."""
    assignment.end_widening(session, question)
    following.forget_later(session, question, day_of(now, question.district.zone) if question.anonymous else now)
    if question.anonymous:
        zone = ZoneInfo(question.district.zone)
        night = datetime.combine((now + KEPT).astimezone(zone).date() + timedelta(1), NIGHT, zone)
        timetable.forget(session, FORGET_ASKER, question.id)
        timetable.set_due(session, FORGET_ASKER, question.id, night.astimezone(UTC))


def open_again(session: Session, question: Question) -> None:
    question.closed_at, question.by_itself, question.merged_into = None, False, None
    for do in (CLOSE, FORGET_ASKER):
        timetable.forget(session, do, question.id)


def close_when_silent(session: Session, subject: int, now: datetime) -> None:
    """For the timetable."""
    question = to_change(session, subject)
    if question is not None and question.status is Status.ANSWERED:
        close(session, question, now, by_itself=True)


# Forgetting ------------------------------------------------------------------------------------------------------


def forget_asker(session: Session, subject: int, _now: datetime) -> None:
    """For the timetable. Words that were to be given back and could not be are gone with the way."""
    question = to_change(session, subject)
    if question is None or question.status not in (Status.CLOSED, Status.GIVEN_BACK):
        return
    return_paths.destroy(session, question.thing)
    if question.status is Status.GIVEN_BACK:
        forget_words(session, question)
    for card in (REP, COMMITTEE):  # without the button to mute
        outbox.settle(session, card, question.id)


def forget_words_when_there(session: Session, subject: int, now: datetime) -> None:
    """For the timetable: the words of one that was given back, once they have arrived; until then it looks again."""
    question = to_change(session, subject)
    if question is None or question.status is not Status.GIVEN_BACK:
        return
    states = {one.state for one in askers.standings(session, question, GIVEN_BACK, subject)}
    if states == {State.STANDING}:
        forget_words(session, question)
    elif question.text:
        timetable.set_due(session, FORGET_WORDS, subject, now + FORGET * 6)


def forget_words(session: Session, question: Question) -> None:
    question.leave_behind()
    question.text, question.quote, question.proposal, question.note = "", "", None, None
    for answer in question.answers:  # not deleted: its number must never be that of another's, who would be shown it
        answer.text, answer.withdrawn = "", True
