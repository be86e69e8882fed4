"""What matters to whom: themes in the order of agreement across groups.

A theme's score is the product, over the groups that count, of (now + 1) / (answers + 2): how likely the next person of
that group is to say "now" (the rule of succession), so that no group is outvoted by another and none decides alone.
"Not sure" is an answer. A group counts where five or more of its people rated anything; those that do not are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from bot.disclosure_control import FEWEST, Shown, exclusive, totals_may_be_shown

ANSWERS = 3  # now, not now, not sure

Counts = Mapping[int, Sequence[int]]  # by group: how many said now, not now, not sure


@dataclass(frozen=True)
class Ranked:
    """A theme with its place from 1; those that are even share one."""

    theme: int
    place: int


@dataclass(frozen=True)
class Table:
    """What is shown of one theme: a row for each of these groups, or for several together, where none gives anybody
    away (`disclosure_control`); else at most what all together said, where many said now and many did not."""

    groups: tuple[tuple[int, ...], ...]
    answers: tuple[tuple[int, ...], ...]
    counts: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]  # empty: too few for that


def counting(raters: Mapping[int, int]) -> list[int]:
    """The groups that count, of how many of their people rated anything."""
    return sorted(group for group, people in raters.items() if people >= FEWEST)


def score(counts: Counts, groups: Sequence[int]) -> Fraction:
    """Of one theme, from 0 to 1."""
    said = (counts.get(group, (0,) * ANSWERS) for group in groups)
    return prod((Fraction(one[0] + 1, sum(one) + 2) for one in said), start=Fraction(1))


def ranked(themes: Mapping[int, Counts], groups: Sequence[int]) -> list[Ranked]:
    """The best first; of those that are even the older one. None, where no group counts."""
    if not groups:
        return []
    return by({theme: -score(counts, groups) for theme, counts in themes.items()})


def by(numbers: Mapping[int, Fraction | int]) -> list[Ranked]:
    """Themes by these, the smallest first: by the places that they had, those of them that are left."""
    order = sorted(numbers, key=lambda theme: (numbers[theme], theme))
    return [Ranked(theme, sum(other < numbers[theme] for other in numbers.values()) + 1) for theme in order]


def _tell_of_many(totals: Sequence[int]) -> bool:
    """What is said of all together: how many said now, of how many. Neither those nor the others are few."""
    return all(map(totals_may_be_shown, (totals[0], sum(totals[1:]))))


def table(counts: Counts) -> Table:
    groups = sorted(group for group, said in counts.items() if sum(said))
    rows = [[*counts[group]] for group in groups]
    totals = tuple(sum(column) for column in zip(*rows, strict=True)) if rows else ()
    shown: Shown | None = exclusive(rows) if rows else None
    whole = totals if rows and _tell_of_many(totals) else ()
    if shown is None or not whole:
        return Table((), (), (), whole)
    named = tuple(tuple(groups[place] for place in part) for part in shown.groups)
    return Table(named, shown.answers, shown.counts, whole)
