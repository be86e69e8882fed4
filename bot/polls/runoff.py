"""Instant run-off: ranked ballots to a winner, round by round.

1. Each ballot counts for the option that it ranks highest among those still in; if it ranks none, it is exhausted.
2. An option with more than half of the ballots that still count wins.
3. Otherwise the option with the fewest votes goes out, and the ballots are counted again.
4. Of several with the fewest votes, the one that had fewer in the latest earlier round where they differ goes out.
5. If that leaves several, all that are tied for last go out when even their votes together are fewer than the next
   option's, as then none of them could have passed it; otherwise the one that stands last in the list of options.
6. If all options still in are tied, now and in each earlier round, the poll ends in a tie between them.

1 to 3: Robert's Rules of Order Newly Revised (10th edition, 2000), section 45, "Preferential voting". For 4 it puts out
all that are tied for last, even one that would have won; looking back is what the Scottish Local Government Elections
Order 2011 does (rule 51). Where that order draws lots, 5 takes the list, which everybody saw before voting, so that who
counts again finds the same. On a card: "A tie for last place goes by the round before, then by the order of the list."
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why options went out."""

    FEWEST = "fewest"
    EARLIER_ROUND = "earlier round"  # tied for last; had fewer votes in an earlier round
    TOGETHER = "together"  # tied for last; too few even together
    LISTED_LAST = "listed last"  # tied for last in every round


@dataclass(frozen=True)
class Round:
    """Votes by the id of each option still in, in the poll's order. In the last round none goes out."""

    votes: dict[int, int]
    exhausted: int  # ballots
    out: tuple[int, ...] = ()
    why: Why | None = None


@dataclass(frozen=True)
class Outcome:
    """A winner, or two or more that are tied, or neither if no ballot ranks anything."""

    rounds: tuple[Round, ...]
    winner: int | None = None
    tied: tuple[int, ...] = ()


def count(options: Sequence[int], ballots: Mapping[tuple[int, ...], int]) -> Outcome:
    """The outcome of `ballots`: how many give each ranking, best first. A ranking may leave options out; ids that are
    not among `options`, such as a removed option's, are passed over. `options` stand in the poll's order."""
    rounds: list[Round] = []
    remaining = tuple(options)
    while True:
        votes, exhausted = _votes(remaining, ballots)
        leader = max(remaining, key=votes.__getitem__, default=None)
        if leader is None or not votes[leader]:
            return Outcome((*rounds, Round(votes, exhausted)))
        if 2 * votes[leader] > sum(votes.values()):
            return Outcome((*rounds, Round(votes, exhausted)), winner=leader)
        out, why = _out(votes, rounds)
        if len(out) == len(remaining):
            return Outcome((*rounds, Round(votes, exhausted)), tied=out)
        rounds.append(Round(votes, exhausted, out, why))
        remaining = tuple(option for option in remaining if option not in out)


def _votes(remaining: tuple[int, ...], ballots: Mapping[tuple[int, ...], int]) -> tuple[dict[int, int], int]:
    votes = dict.fromkeys(remaining, 0)
    exhausted = 0
    for ranking, number in ballots.items():
        highest = next((option for option in ranking if option in votes), None)
        if highest is None:
            exhausted += number
        else:
            votes[highest] += number
    return votes, exhausted


def _out(votes: dict[int, int], rounds: Sequence[Round]) -> tuple[tuple[int, ...], Why | None]:
    """Who goes out, in the poll's order; everyone, for no reason, if nothing tells them apart."""
    last = tied = _fewest(tuple(votes), votes)
    if len(tied) == 1:
        return tied, Why.FEWEST
    for earlier in reversed(rounds):
        last = _fewest(last, earlier.votes)
    if len(last) == 1:
        return last, Why.EARLIER_ROUND
    if len(last) == len(votes):
        return last, None
    ahead = [number for option, number in votes.items() if option not in tied]
    if ahead and sum(votes[option] for option in tied) < min(ahead):
        return tied, Why.TOGETHER
    return last[-1:], Why.LISTED_LAST


def _fewest(among: tuple[int, ...], votes: Mapping[int, int]) -> tuple[int, ...]:
    fewest = min(votes[option] for option in among)
    return tuple(option for option in among if votes[option] == fewest)
