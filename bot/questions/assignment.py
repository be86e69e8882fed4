"""With whom a question rests: where its cards are, how it comes to its first reader, how it goes from one to the next,
and that nothing rests with a person who left.

To its first reader it comes at once, inside their hours, or in the one message of their day. That is their wish, or
their district's; to somebody who does not get that message, one that would wait for it comes inside their hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Account, Address, Button, Buttons, Part, Quote, Text, in_a_line
from bot.bridge import talks
from bot.delivery import outbox
from bot.delivery.outbox import State
from bot.payloads import Shown
from bot.people import committees, hours, presence
from bot.people import model as people
from bot.people.places import Place
from bot.people.seats import SeatChange
from bot.people.topics import Topic
from bot.questions import askers, readers
from bot.questions.model import (
    ANSWER,
    COMMITTEE,
    DETAIL,
    OPEN,
    PASSED,
    REP,
    WIDEN,
    Question,
    Status,
    dm_of,
    to_change,
)
from bot.questions.readers import Widening
from bot.storage import context
from bot.texts import Words

CARDS = (REP, COMMITTEE)  # of those who have it
COME, ARRIVED = "question.come", "question.arrived"  # the timetable brings it, and looks whether it arrived
REMIND = "question.remind"  # the timetable reminds those who have it (`bot.questions.deadlines`)
NOTICE = "question-new"
SOON, AGAIN = timedelta(minutes=10), timedelta(hours=1)

# Where it rests --------------------------------------------------------------------------------------------------


def put(session: Session, question: Question) -> None:
    """Puts its card where it rests."""
    if question.committee:
        homes = readers.homes(session, question, question.committee)
        talks.put(session, COMMITTEE, question.id, homes, question.committee)
        _ask_for_newcomers(session, question)
    else:
        if (asked := readers.wanted(question)) is not None and asked.member is None:
            end_widening(session, question)  # somebody can read it again
        _bring(session, question)
    question.reader = question.rep.acting if question.rep and not question.committee else None
    begin(session, question)
    changed(session, question)


def ask_to_widen(
    session: Session, question: Question, topic: Topic, by: people.Member | None, note: str | None = None
) -> None:
    """The asker, whether the committee of this topic may read it, too; in place of what they were asked before. Not
    again by itself (`by` is None)."""
    asked = session.get(Widening, question.id)
    if asked is not None and asked.topic_id == topic.id and by is None:
        return
    asked = asked or Widening(question_id=question.id)
    asked.topic, asked.member, asked.note, asked.refused = topic, by, note, False
    session.add(asked)
    session.flush()
    askers.tell(session, question, WIDEN, question.id)
    askers.look_later(session, question, context.now(session))
    changed(session, question)


def _ask_for_newcomers(session: Session, question: Question) -> None:
    """Its committee is at home elsewhere by now, or has seats of other groups."""
    topic, committee = question.topic, question.committee
    if committee is None or topic.committee_id != committee.id or readers.may_come_to(session, question, committee):
        return
    ask_to_widen(session, question, topic, None)


def move(session: Session, question: Question, topic: Topic, note: str | None) -> None:
    """To the committee of this topic. In the homes of the committee that had it stays where it went."""
    if question.committee is not None:
        question.leave_behind()
        take_away(session, question)
    if question.committee is not None and question.committee_id != topic.committee_id:
        outbox.remove(session, PASSED, question.id)
        for place in readers.homes(session, question, question.committee):
            outbox.say(session, Address.parse(place.address), PASSED, question.id, place.language)
    question.topic, question.committee, question.claimer = topic, topic.committee, None
    question.status, question.note = Status.WITH_COMMITTEE, note
    end_widening(session, question)
    put(session, question)


def end_widening(session: Session, question: Question) -> None:
    """It has come there, or to its end."""
    if (asked := session.get(Widening, question.id)) is not None:
        session.delete(asked)
        session.flush()
        askers.settle(session, question, WIDEN, question.id)


def begin(session: Session, question: Question) -> None:
    """Those who have it have until it is due."""
    question.reminded = 0
    timetable.forget(session, REMIND, question.id)
    timetable.set_due(session, REMIND, question.id, question.due_at)


def changed(session: Session, question: Question) -> None:
    if not question.waits:
        timetable.forget(session, REMIND, question.id)
    _leave_others(session, question)
    for card in CARDS:
        outbox.change(session, card, question.id)
    askers.change(session, question, DETAIL, question.id)


def _leave_others(session: Session, question: Question) -> None:
    """A channel may be for more people by now than when its card came there, an account somebody else's: they read
    nothing new."""
    if question.rep is not None and not readers.is_with_its_seat(session, question.rep.acting, question):
        outbox.remove(session, REP, question.id)
        if question.status is Status.WITH_REP:
            question.reader = question.rep.acting
            _bring(session, question)
    places, committee = presence.stands_in(session, COMMITTEE, question.id), question.committee
    if committee is None or all(readers.may_come_to(session, question, one) for one in places):
        return
    take_away(session, question)
    talks.put(session, COMMITTEE, question.id, readers.homes(session, question, committee), committee)


def settle(session: Session, question: Question) -> None:
    """It is closed."""
    for card in (*CARDS, PASSED):
        outbox.settle(session, card, question.id)
    askers.settle(session, question, DETAIL, question.id)
    for answer in question.answers:
        askers.settle(session, question, ANSWER, answer.id)


def take_away(session: Session, question: Question) -> None:
    """Takes its card away where it rests, for it to come back at the end of what is there, or elsewhere."""
    outbox.remove(session, COMMITTEE if question.committee else REP, question.id)


def stuck(session: Session, question: Question) -> Place | None:
    """A home of the committee where its card, or what was said about it elsewhere, could not be posted or changed."""
    standings = outbox.standings(session, COMMITTEE, question.id)
    found = [one.address for one in standings if one.state in (State.FAILED, State.HELD)]
    if carried := talks.stuck(session, COMMITTEE, question.id):
        found.append(carried.rpartition("/")[0])
    homes = committees.homes(session, question.committee) if found and question.committee else []
    return next((home for home in homes if home.address in found), None)


# How it comes to its first reader --------------------------------------------------------------------------------


def _bring(session: Session, question: Question) -> None:
    """To the one who acts for the seat with which it rests now."""
    now, holder = context.now(session), question.rep.acting if question.rep else None
    account = dm_of(session, holder, question.account or "") if holder else None
    if holder is None or account is None:
        return
    how = notices.arrival(session, holder)
    theirs, zone = hours.hours_of(session, holder), hours.zone_of(session, holder)
    if how == hours.DAILY:
        notices.tell(session, holder.id, NOTICE, question.id, now, question.due_at)
    elif how != hours.AT_ONCE and not theirs.hold(now, zone):
        timetable.forget(session, COME, question.id)
        timetable.set_due(session, COME, question.id, theirs.next(now, zone))
    else:
        outbox.say(session, Address.alone_with(Account.parse(account)), REP, question.id, holder.language)
        timetable.forget(session, ARRIVED, question.id)
        timetable.set_due(session, ARRIVED, question.id, now + SOON)


def come(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: their hours have begun."""
    question = to_change(session, subject)
    if question is None or question.status is not Status.WITH_REP or not question.rep:
        return
    if question.rep.acting_id == question.reader_id and not _there(session, subject):
        _bring(session, question)


def arrived(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: what did not reach its first reader, who takes no direct messages or cannot be found, goes
    straight on."""
    question = to_change(session, subject)
    if question is None or question.status is not Status.WITH_REP:
        return
    states = _there(session, subject)
    if State.WAITING in states:
        timetable.set_due(session, ARRIVED, subject, context.now(session) + AGAIN)
    elif states and states <= {State.FAILED, State.HELD}:
        _straight_on(session, question)


def _there(session: Session, subject: int) -> set[State]:
    """How its card fares with its first reader, while it is not taken away."""
    return {one.state for one in outbox.standings(session, REP, subject)} - {State.GONE}


def has_new(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    if question is None or question.status is not Status.WITH_REP or question.rep is None:
        return False
    return question.rep.acting_id == member.id


def show_new(session: Session, subject: int, words: Words) -> list[Part]:
    question = session.get_one(Question, subject)
    when = words.moment(question.due_at, question.district.zone)
    see = Button(words("question-see"), "question.show", str(Shown(question.id, words.language)), "main")
    return [Text(words("question-new", when=when)), Quote(in_a_line(question.text, 200)), Buttons((see,))]


# Nothing rests with a person who left ----------------------------------------------------------------------------


def seat_changed(session: Session, change: SeatChange) -> None:
    """What rests with somebody who acted for the seat goes to the one who does now, or straight on."""
    claimers = [member.id for member in (change.before, change.after) if member]
    deserted = Question.committee_id.in_(committees.deserted(change.seat.district_id))
    concerned = or_(Question.rep_id == change.seat.id, Question.claimer_id.in_(claimers), deserted)
    open_ones = select(Question.id).where(concerned, Question.status.in_(OPEN)).order_by(Question.id)
    for id in session.scalars(open_ones).all():
        if (question := to_change(session, id)) is not None and question.waits:
            look_after(session, question)
    if change.before is not None:  # what they passed on or answered is not theirs to read any more, once it changes
        states = (Status.WITH_COMMITTEE, Status.ANSWERED, Status.MERGED)
        gone_on = select(Question.id).where(Question.rep_id == change.seat.id, Question.status.in_(states))
        for id in session.scalars(gone_on.order_by(Question.id)).all():
            outbox.remove(session, REP, id)


def look_after(session: Session, question: Question) -> None:
    if question.committee is not None:
        claimer = question.claimer
        if claimer is not None and question.committee.id not in committees.of(session, claimer):
            question.claimer = None
            changed(session, question)
        if _is_deserted(session, question):
            _to_its_topic(session, question)
        else:
            _ask_for_newcomers(session, question)
        return
    holder = question.rep.acting if question.rep else None
    can_be_told = holder is not None and dm_of(session, holder) is not None
    if can_be_told and holder is question.reader:
        return
    outbox.remove(session, REP, question.id)
    question.reader = None
    if can_be_told and holder is not None and holder.id != question.asker_id:
        put(session, question)
    else:
        _straight_on(session, question)


def _is_deserted(session: Session, question: Question) -> bool:
    """Nobody acts on its committee, and another answers its topic. Of one that is closed `deserted` hears."""
    if question.topic.committee_id in (None, question.committee_id):
        return False
    if question.committee is None or committees.is_closed(session, question.committee):
        return False
    return question.committee_id in session.scalars(committees.deserted(question.district.id)).all()


def _to_its_topic(session: Session, question: Question) -> None:
    """To the committee that answers its topic now."""
    answers = question.topic.committee
    if answers is not None and readers.may_come_to(session, question, answers):
        move(session, question, question.topic, None)
    elif answers is not None:
        ask_to_widen(session, question, question.topic, None)


def _straight_on(session: Session, question: Question) -> None:
    """If nobody answers its topic any more, it waits for somebody to take the seat."""
    answers = question.topic.committee
    if answers is not None and readers.may_come_to(session, question, answers):
        outbox.remove(session, REP, question.id)
        question.leave_behind()  # like a note, it was not meant for them
        question.rep = None
    _to_its_topic(session, question)
