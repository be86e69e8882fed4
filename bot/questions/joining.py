"""Two members turn out to be one person: whatever rested with either rests with that one. And what becomes of it when
they are two again."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.delivery import outbox
from bot.people import model as people
from bot.questions import followers, mutes, resting, secrecy
from bot.questions.model import Answer, Proposal, Question

MEMBERS = (
    *(Question.asker_id, Question.reader_id, Question.claimer_id),
    *(Answer.member_id, Answer.approver_id, Proposal.member_id),
)


def join(session: Session, leaving: people.Member, staying: people.Member) -> None:
    for column in MEMBERS:
        rows = update(column.class_).where(column == leaving.id).values({column.key: staying.id})
        session.execute(rows)
    followers.merge(session, leaving, staying)
    secrecy.merge(session, staying.district_id, leaving.id, staying.id)
    mutes.merge(session, staying.district_id, leaving.id, staying.id)
    theirs = select(Question.id).where(Question.asker_id == staying.id).order_by(Question.id)
    for id in session.scalars(theirs).all():
        for card in resting.CARDS:
            outbox.change(session, card, id)


def part(session: Session, account: str, leaving: people.Member, returning: people.Member) -> None:
    """The account is another member's again: so is what was asked from there without a name, or nobody would be told
    the answer, which goes to no other account. What was asked with a name stays with the name."""
    secrecy.part(session, leaving.district_id, account, leaving.id, returning.id)
