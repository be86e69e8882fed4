"""The asker, as the rest of the bot may know them: all that reaches an asker goes through here, whether the question
carries their name or not."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import return_paths
from bot.boundary import Account, Address
from bot.delivery import outbox
from bot.delivery.outbox import Standing
from bot.people import links
from bot.people import model as people
from bot.questions.model import Question, dm_of


def tell(session: Session, question: Question, card: str, subject: int) -> None:
    """Shows them a card, in a direct message where they asked."""
    if question.asker and question.account:
        if (account := _account(session, question.asker, question.account)) is None:
            question.unreached = True
            return
        to = Address.alone_with(Account.parse(account))
        outbox.say(session, to, card, subject, question.asker.language)
    else:
        return_paths.tell(session, question.thing, card, subject)


def _account(session: Session, asker: people.Member, account: str) -> str | None:
    """From which they asked, or another of theirs; None: they have left."""
    return account if account in links.accounts_of(session, asker) else dm_of(session, asker, account)


def change(session: Session, question: Question, card: str, subject: int) -> None:
    """What a card that they were shown says has changed."""
    for name, number in _shown(session, question, card, subject):
        outbox.change(session, name, number)


def settle(session: Session, question: Question, card: str, subject: int) -> None:
    """It has changed for the last time, as a rule."""
    for name, number in _shown(session, question, card, subject):
        outbox.settle(session, name, number)


def standings(session: Session, question: Question, card: str, subject: int) -> list[Standing]:
    """How a card that they are to see fares. Of one without a name the addresses are left out."""
    found = [one for shown in _shown(session, question, card, subject) for one in outbox.standings(session, *shown)]
    return [Standing(0, "", one.state, one.reason) for one in found] if question.anonymous else found


def _shown(session: Session, question: Question, card: str, subject: int) -> list[tuple[str, int]]:
    """The name and number under which the outbox has it."""
    if not question.anonymous:
        return [(card, subject)]
    numbers = return_paths.letters(session, question.thing, card, subject)
    return [(return_paths.LETTER, letter) for letter in numbers]
