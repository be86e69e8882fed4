"""Two members turn out to be one person, or are two again: what that means for the questions of both."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.delivery import outbox
from bot.people import model as people
from bot.questions import following
from bot.questions.model import (
    ANSWER,
    COMMITTEE,
    DELAY,
    DETAIL,
    GIVEN_BACK,
    REP,
    WIDEN,
    Answer,
    Delay,
    Question,
)


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    following.merge(session, leaving, staying)
    _draw_anew(session, staying)


def separate(session: Session, account: str, leaving: people.Member, returning: people.Member | None) -> None:
    """The account is another member's again: so is what was asked from there since."""
    if returning is None:
        return
    theirs = select(Question).where(Question.asker_id == leaving.id, Question.account == account)
    for question in session.scalars(theirs.order_by(Question.id)).all():
        question.asker = returning
    session.flush()
    _draw_anew(session, returning)


def rep_of(session: Session, subject: int, _account: str) -> int | None:
    """For whom the card of a question stands in a direct message."""
    question = session.get(Question, subject)
    return question.rep.acting_id if question and question.rep else None


def asker_of(session: Session, subject: int, _account: str) -> int | None:
    question = session.get(Question, subject)
    return question.asker_id if question else None


def told_of_answer(session: Session, subject: int, _account: str) -> int | None:
    answer = session.get(Answer, subject)
    return answer.question.asker_id if answer else None


def told_of_delay(session: Session, subject: int, _account: str) -> int | None:
    delay = session.get(Delay, subject)
    return delay.question.asker_id if delay else None


FOLLOWS = {
    REP: rep_of,
    **dict.fromkeys((DETAIL, WIDEN, GIVEN_BACK), asker_of),
    ANSWER: told_of_answer,
    DELAY: told_of_delay,
}


def _draw_anew(session: Session, asker: people.Member) -> None:
    for id in session.scalars(select(Question.id).where(Question.asker_id == asker.id).order_by(Question.id)).all():
        for card in (REP, COMMITTEE):
            outbox.change(session, card, id)
