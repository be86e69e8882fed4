"""What is asked in a round, and of whom: every member of the groups whose parts are open, theme by theme; of a
board its liaison alone."""

from __future__ import annotations

from functools import partial

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from bot import ratings
from bot.boundary import Part
from bot.goals.rounds.model import KIND, Phase, Rating, Round, Theme, current
from bot.people import boards
from bot.people import model as people
from bot.ratings import Rateable
from bot.request import Request
from bot.return_paths import Thing
from bot.storage.database import locked
from bot.texts import Words


def may_rate(session: Session, there: Round, member: people.Member) -> bool:
    return there.phase is Phase.RATING and _is_asked(session, there, member)


def _is_asked(session: Session, there: Round, member: people.Member) -> bool:
    return there.audience.admits(session, member) and boards.is_asked(session, member)


def are_asked(there: Round) -> ColumnElement[bool]:
    """The same, of members."""
    return there.audience.members() & boards.are_asked()


def find(request: Request) -> Rateable | None:
    """Of the round in which they can say what matters."""
    return _found(request, current(request.session, request.district.id))


def find_to_rate(request: Request) -> Rateable | None:
    """The same; it does not end meanwhile."""
    there = current(request.session, request.district.id)
    return _found(request, locked(request.session, Round, there.id) if there else None)


def _found(request: Request, there: Round | None) -> Rateable | None:
    return asked(there) if there and may_rate(request.session, there, request.member) else None


def asked(there: Round) -> Rateable:
    presses, ends = ("round.rate", "round.say", "round.rate-again"), there.ends_at or there.opened_at
    thing = Thing(KIND, there.id)
    return Rateable(thing, Rating, rateable(there), ends, there.district.zone, *presses, _done)


def _done(words: Words, when: str) -> str:
    return words("rate-done", when=when)


def ask(there: Round, words: Words) -> list[Part]:
    return ratings.ask(asked(there), words)


def rateable(there: Round) -> list[Theme]:
    """Those of groups whose parts are open; of several that are one, the one under whose title they are."""
    groups = {part.group_id for part in there.under_way}
    themes = {theme.id: theme for theme in there.themes if theme.group_id in groups}
    return [theme for theme in themes.values() if theme.joined_id not in themes]


def has_been_shown(session: Session, theme: Theme, member: people.Member) -> bool:
    """Whether everybody who is asked reads its title by now, and the member is one of them."""
    there = theme.round
    if there is None or there.phase is Phase.GATHERING or theme not in rateable(there):
        return False
    return _is_asked(session, there, member)


merge = partial(ratings.merge, Rating)
