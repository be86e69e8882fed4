"""One person becomes two again: they unlink their accounts, say that an account isn't theirs, or the roster has ended
the link."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.boundary import Answer, Private
from bot.delivery import outbox
from bot.onboarding import joins, telling
from bot.people import cards, links, model
from bot.people.cards import saying
from bot.people.links import Link, Parting
from bot.request import Request

Part = Callable[[Session, str, model.Member, model.Member], None]  # an account, whose it was and whose it is again


def find_own(request: Request) -> list[Link] | None:
    return links.of(request.session, request.member) or None


def ask_to_unlink(request: Request, own: list[Link]) -> Answer:
    return Private(cards.ask_to_unlink(request.words, request.member, own))


def unlink(parts: Iterable[Part]) -> Callable[[Request, list[Link]], Answer]:
    def run(request: Request, own: list[Link]) -> Answer:
        part(request, own, parts)
        return Private(saying((request.words,), "link-undone"))

    return run


def part(request: Request, own: Iterable[Link], parts: Iterable[Part]) -> None:
    for link in own:
        links.undo(request.session, link)
        if link.was is not None:
            _tell(request.session, link.address, link.member, link.was, parts)
    _settle(request.session, request.member)


def parted(parts: Iterable[Part]) -> Callable[[Session, int, datetime], None]:
    def run(session: Session, subject: int, _at: datetime) -> None:
        """For the timetable: the roster has ended a link."""
        if (parting := session.get(Parting, subject)) is not None:
            _tell(session, parting.address, parting.member, parting.was, parts)
            if not links.of(session, parting.member):
                _settle(session, parting.member)
            session.delete(parting)

    return run


def _tell(
    session: Session, address: str, leaving: model.Member, returning: model.Member, parts: Iterable[Part]
) -> None:
    """The account is another member's again: each of `parts` does what that means for its feature."""
    for tell in parts:
        tell(session, address, leaving, returning)


def _settle(session: Session, member: model.Member) -> None:
    for id in joins.part(session, member):
        outbox.settle(session, telling.TOLD, id)
