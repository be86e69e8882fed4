"""How a question comes to whoever reads it first: at once, inside their hours, or in the one message of their day. That
is their wish, or their district's; to somebody who does not get that message, one that would wait for it comes inside
their hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Account, Address, Button, Buttons, Part, Quote, Text
from bot.delivery import outbox
from bot.people import hours
from bot.people import model as people
from bot.questions import cards
from bot.questions.model import Question, Status, dm_of, to_change
from bot.storage import context
from bot.texts import Words

COME = "question.come"  # the name under which the timetable brings it
NOTICE = "question-new"  # of `bot.routes.NOTICES`
ARRIVED = "question.arrived"  # the name under which the timetable looks whether it did
SOON, AGAIN = timedelta(minutes=10), timedelta(hours=1)


def bring(session: Session, question: Question) -> None:
    """To whoever acts for the seat with which it rests now."""
    now, holder = context.now(session), question.rep.acting if question.rep else None
    account = dm_of(session, holder, question.account or "") if holder else None
    if holder is None or account is None:
        return
    wish, theirs, zone = hours.arrival(session, holder), hours.hours_of(session, holder), question.district.zone
    can_be_told = session.scalar(select(people.Member.id).where(people.Member.id == holder.id, notices.can_be_told()))
    if wish == hours.DAILY and can_be_told:
        notices.tell(session, holder.id, NOTICE, question.id, now, question.due_at)
    elif wish != hours.AT_ONCE and not theirs.hold(now, zone):
        timetable.forget(session, COME, question.id)
        timetable.set_due(session, COME, question.id, theirs.next(now, zone))
    else:
        outbox.say(session, Address.alone_with(Account.parse(account)), cards.REP, question.id, holder.language)
        timetable.forget(session, ARRIVED, question.id)
        timetable.set_due(session, ARRIVED, question.id, now + SOON)


def come(session: Session, subject: int, _at: datetime) -> None:
    """Their hours have begun."""
    question = to_change(session, subject)
    if question is None or question.status is not Status.WITH_REP or not question.rep:
        return
    standing = [one for one in outbox.standings(session, cards.REP, subject) if one.state is not outbox.State.GONE]
    if question.rep.acting_id == question.reader_id and not standing:
        bring(session, question)


def cannot_arrive(session: Session, question: Question) -> bool:
    """Its reader takes no direct messages, or cannot be found."""
    there = [
        one.state for one in outbox.standings(session, cards.REP, question.id) if one.state is not outbox.State.GONE
    ]
    return bool(there) and all(state in (outbox.State.FAILED, outbox.State.HELD) for state in there)


def on_its_way(session: Session, question: Question) -> bool:
    return any(one.state is outbox.State.WAITING for one in outbox.standings(session, cards.REP, question.id))


def stands(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    if question is None or question.status is not Status.WITH_REP or question.rep is None:
        return False
    return question.rep.acting_id == member.id


def show(session: Session, subject: int, words: Words) -> list[Part]:
    question = session.get_one(Question, subject)
    when = words.moment(question.due_at, question.district.zone)
    see = Button(words("question-see"), "question.show", f"{question.id}:{words.language}", "main")
    return [Text(words("question-new", when=when)), Quote(cards.short(question.text, 200)), Buttons((see,))]
