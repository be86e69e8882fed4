"""What the answers to a poll come to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from bot.polls import remarks, runoff, secrecy, tallies
from bot.polls.model import OPTIONS_MOST, Ballot, Kind, Poll, Status
from bot.polls.runoff import Outcome

SAID_ON_CARD = 8  # of what people wrote, at most


@dataclass(frozen=True)
class Tally:
    voters: int
    votes: dict[int, int]  # by option id; an option that nobody chose is not in it
    rankings: dict[tuple[int, ...], int] = field(default_factory=dict)  # of a ranked poll, instead of votes
    outcome: Outcome | None = None  # of a ranked poll, once that is known
    is_shown: bool = True  # or there is nothing to be told yet, or ever
    said: tuple[remarks.Said, ...] = ()  # the first of what people wrote, once it is for all to see
    said_in_all: int = 0

    @property
    def can_be_taken_along(self) -> bool:
        return self.is_shown and self.voters > 0


def tally(session: Session, poll: Poll) -> Tally:
    """What a card says of it, at the same cost however many have answered."""
    count = _tally(session, poll)
    if not poll.shows_words or not count.is_shown:
        return count
    said = tuple(remarks.listed(session, poll.id, 0, SAID_ON_CARD))
    return replace(count, said=said, said_in_all=remarks.many(session, poll.id))


def _tally(session: Session, poll: Poll) -> Tally:
    if poll.anonymous and poll.status is not Status.CLOSED:
        return Tally(0, {}, is_shown=False)
    if poll.anonymous:
        return _tally_of_anonymous(session, poll)
    voters, votes = tallies.read(session, poll.id)
    if poll.kind is not Kind.RANKED:
        return Tally(voters, votes)
    if poll.outcome:
        return Tally(voters, {}, outcome=tallies.found(poll.outcome["runoff"]))
    return Tally(voters, {}, _rankings(session, poll))


def _tally_of_anonymous(session: Session, poll: Poll) -> Tally:
    voters = poll.outcome["voters"] if poll.outcome else secrecy.voters(session, poll.id)
    if voters < secrecy.LEAST:
        return Tally(voters, {}, is_shown=False)
    if poll.kind is not Kind.RANKED:
        return Tally(voters, secrecy.counts(session, poll.id))
    if poll.outcome:
        return Tally(voters, {}, outcome=tallies.found(poll.outcome["runoff"]))
    return Tally(voters, {}, secrecy.rankings(session, poll.id))


def voters(session: Session, poll: Poll) -> int:
    return secrecy.voters(session, poll.id) if poll.anonymous else tallies.read(session, poll.id)[0]


def conclude(session: Session, poll: Poll) -> None:
    """It has closed: what takes a look at every answer is found out once, and kept."""
    if not poll.anonymous and poll.kind is not Kind.RANKED:
        return
    session.flush()
    outcome: dict[str, Any] = {"voters": voters(session, poll)}
    if poll.kind is Kind.RANKED and not (poll.anonymous and outcome["voters"] < secrecy.LEAST):
        rankings = secrecy.rankings(session, poll.id) if poll.anonymous else _rankings(session, poll)
        outcome["runoff"] = tallies.kept(runoff.count([option.id for option in poll.options], rankings))
    poll.outcome = outcome


def _rankings(session: Session, poll: Poll) -> dict[tuple[int, ...], int]:
    """How many gave each ranking, counted by the database: ballots may be many."""
    ranks = [func.max(case((Ballot.slot == rank, Ballot.option_id))).label(f"r{rank}") for rank in range(OPTIONS_MOST)]
    ballots = select(*ranks).where(Ballot.poll_id == poll.id).group_by(Ballot.member_id).subquery()
    counted = session.execute(select(func.count(), *ballots.c).group_by(*ballots.c))
    return {tuple(option for option in ranking if option is not None): many for many, *ranking in counted}
