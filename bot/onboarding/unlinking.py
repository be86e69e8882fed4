"""One person becomes two again: they unlink their accounts, say that an account isn't theirs, or the roster has ended
the link."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.boundary import Account, Answer, Private
from bot.delivery import outbox
from bot.feature import Feature
from bot.onboarding import joins, telling
from bot.people import belongings, cards, links, model, redeclaring, seating
from bot.people.cards import saying
from bot.people.links import Link, Parting
from bot.request import Request


def find_own(request: Request) -> list[Link] | None:
    return links.of(request.session, request.member) or None


def ask_to_unlink(request: Request, own: list[Link]) -> Answer:
    return Private(cards.ask_to_unlink(request.words, request.member, own))


def unlink(others: Feature) -> Callable[[Request, list[Link]], Answer]:
    def run(request: Request, own: list[Link]) -> Answer:
        part(request, own, others)
        return Private(saying((request.words,), "link-undone"))

    return run


def part(request: Request, own: Iterable[Link], others: Feature) -> None:
    session = request.session
    _settle(session, request.member)
    for address, leaving, was in [(link.address, link.member, link.was) for link in own]:
        if links.undo(session, session.get_one(Link, address)):
            _tell(session, address, leaving, was, others)


def parted(others: Feature) -> Callable[[Session, int, datetime], None]:
    def run(session: Session, subject: int, _at: datetime) -> None:
        """For the timetable: the roster has ended a link."""
        if (parting := session.get(Parting, subject)) is not None:
            if not links.of(session, parting.member):
                _settle(session, parting.member)
            _tell(session, parting.address, parting.member, parting.was, others)
            session.delete(parting)

    return run


def _settle(session: Session, member: model.Member) -> None:
    """None of their accounts are joined any more; the cards say so, once all have theirs."""
    for id in joins.part(session, member):
        for card in (telling.TOLD, telling.OUTCOME):
            outbox.settle(session, card, id)


def _tell(
    session: Session, address: str, leaving: model.Member, returning: model.Member | None, others: Feature
) -> None:
    """The account is another member's again, or nobody's: each feature does what that means for it."""
    if returning is not None:
        belongings.give_back(session, leaving, returning)
        seating.give_back(session, leaving, returning)
    for tell in others.separations:
        tell(session, address, leaving, returning)
    account = session.get(model.Account, address)
    now = account.member_id if account is not None else None

    def is_theirs(card: str, subject: int) -> bool:
        return now is not None and card in others.follows and others.follows[card](session, subject, address) == now

    redeclaring.withhold_alone(session, Account.parse(address), is_theirs)
