"""Whoever asked, as the rest of the bot may know them: all that reaches an asker goes through here, whether the
question carries their name or not. A message to somebody without a name is a letter: the outbox holds a random number
instead of what it shows, and only what is sealed says which card of which question that is (`bot.questions.secrecy`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from bot.boundary import Account, Address, Message, Text
from bot.delivery import outbox
from bot.delivery.outbox import Standing
from bot.people import links
from bot.people import model as people
from bot.questions import secrecy
from bot.questions.model import Question, dm_of
from bot.questions.secrecy import Route
from bot.texts import Texts, Words

LETTER = "question.letter"  # of `bot.routes.CARDS`
Card = Callable[[Session, int, Words, Texts], Message]


def tell(session: Session, question: Question, card: str, subject: int) -> None:
    """Shows them a card, in a direct message where they asked."""
    if question.asker and question.account:
        if (account := _account(session, question.asker, question.account)) is None:
            question.unreached = True
            return
        to = Address.alone_with(Account.parse(account))
        outbox.say(session, to, card, subject, question.asker.language)
    elif (route := secrecy.find(session, question.id, to_change=True)) and (asker := _reached_at(session, route)):
        letter = secrecy.new_letter()
        route.letters[str(letter)] = (card, subject)
        secrecy.keep(session, question.id, route)
        outbox.say(session, Address.alone_with(Account.parse(route.account)), LETTER, letter, asker.language)


def _account(session: Session, asker: people.Member, account: str) -> str | None:
    """From which they asked, or another of theirs; None: they have left."""
    return account if account in links.accounts_of(session, asker) else dm_of(session, asker, account)


def _reached_at(session: Session, route: Route) -> people.Member | None:
    """Whose account it is; None: not theirs any more, who left or gave it up."""
    asker = session.get(people.Member, route.member)
    return asker if asker and route.account in links.accounts_of(session, asker) else None


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
    route = secrecy.find(session, question.id)
    return [(LETTER, letter) for letter in route.letters_for(card, subject)] if route else []


def letter(cards: Mapping[str, Card]) -> Card:
    """Draws what a letter shows."""

    def draw(session: Session, subject: int, words: Words, texts: Texts) -> Message:
        district = _district(session, subject)
        found = secrecy.find_letter(session, subject, district)
        if found is None and district is not None:  # the workspace may be another district's by now
            found = secrecy.find_letter(session, subject, None)
        if found is None:  # destroyed in this moment
            return Message((Text(words("gone")),))
        _, card, shown = found
        return cards[card](session, shown, words, texts)

    return draw


def _district(session: Session, letter: int) -> int | None:
    """Whose workspace it goes to, so that only their routes need opening."""
    there = next((one.address for one in outbox.standings(session, LETTER, letter)), "")
    connection = session.get(people.Connection, there.partition("/")[0])
    return connection.district_id if connection else None


def forget(session: Session, question: Question) -> None:
    """Nobody asked it, from now on: the way back is destroyed, and what was sent along it is struck out."""
    route = secrecy.find(session, question.id, to_change=True)
    if route is None:
        return
    for letter in route.letters:
        outbox.erase(session, LETTER, int(letter))
    secrecy.destroy(session, question.id)
