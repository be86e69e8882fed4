"""Whoever asked, as the rest of the bot may know them: all that reaches an asker goes through here, whether the
question carries their name or not."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import outbox
from bot.boundary import Account, Address
from bot.outbox import Standing
from bot.questions.model import Question


def tell(session: Session, question: Question, card: str, subject: int) -> None:
    """Shows them a card, in a direct message where they asked."""
    if question.account is None or question.asker is None:
        return
    to = Address.alone_with(Account.parse(question.account))
    outbox.say(session, to, card, subject, question.asker.language)


def change(session: Session, question: Question, card: str, subject: int) -> None:
    """What a card that they were shown says has changed."""
    outbox.change(session, card, subject)


def settle(session: Session, question: Question, card: str, subject: int) -> None:
    """It has changed for the last time, as a rule."""
    outbox.settle(session, card, subject)


def standings(session: Session, question: Question, card: str, subject: int) -> list[Standing]:
    """How a card that they are to see fares."""
    return outbox.standings(session, card, subject)
