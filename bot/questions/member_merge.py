"""Two members turn out to be one person: what rested with either rests with that one. And if they are two again, what
each has asked is theirs."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.delivery import outbox
from bot.people import model as people
from bot.questions import following, muting
from bot.questions.model import COMMITTEE, REP, Answer, Proposal, Question
from bot.questions.readers import Widening

MEMBERS = (
    *(Question.asker_id, Question.reader_id, Question.claimer_id),
    *(Answer.member_id, Answer.approver_id, Proposal.member_id, Widening.member_id),
)


def separate(session: Session, account: str, leaving: people.Member, returning: people.Member) -> None:
    """The account is another member's again: so is what was asked from there."""
    theirs = select(Question).where(Question.asker_id == leaving.id, Question.account == account).order_by(Question.id)
    for question in session.scalars(theirs).all():
        question.asker = returning
        for card in (REP, COMMITTEE):
            outbox.change(session, card, question.id)
    muting.separate(session, leaving, returning)


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    for column in MEMBERS:
        rows = update(column.class_).where(column == leaving.id).values({column.key: staying.id})
        session.execute(rows)
    following.merge(session, leaving, staying)
    muting.merge(session, leaving, staying)
    theirs = select(Question.id).where(Question.asker_id == staying.id).order_by(Question.id)
    for id in session.scalars(theirs).all():
        for card in (REP, COMMITTEE):
            outbox.change(session, card, id)
