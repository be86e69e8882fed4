"""Two members turn out to be one person, or are two again: what that means for the questions of both."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.delivery import outbox
from bot.people import model as people
from bot.questions import following
from bot.questions.model import COMMITTEE, REP, Question


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    following.merge(session, leaving, staying)
    _draw_anew(session, staying)


def separate(session: Session, account: str, leaving: people.Member, returning: people.Member) -> None:
    """The account is another member's again: so is what was asked from there since."""
    theirs = select(Question).where(Question.asker_id == leaving.id, Question.account == account)
    for question in session.scalars(theirs.order_by(Question.id)).all():
        question.asker = returning
    session.flush()
    _draw_anew(session, returning)


def _draw_anew(session: Session, asker: people.Member) -> None:
    for id in session.scalars(select(Question.id).where(Question.asker_id == asker.id).order_by(Question.id)).all():
        for card in (REP, COMMITTEE):
            outbox.change(session, card, id)
