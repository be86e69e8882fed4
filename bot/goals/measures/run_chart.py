"""What a run chart says: one honest sentence about numbers in a row.

The line in the middle is the median of all of them. SHIFT or more in a row on one side of it are a shift: something
changed. Numbers on the median neither count nor break a row. With fewer than FEWEST nothing is said.

The rule is that for a shift of Perla, Provost and Murray, "The run chart: a simple analytical tool for learning from
variation in healthcare processes", BMJ Quality & Safety 20 (2011), 46-51, which takes six in a row; we wait for seven.
Of two shifts the later one is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

FEWEST, SHIFT = 10, 7  # numbers


@dataclass(frozen=True)
class Run:
    """Some in a row on one side of the median: the places of the first and the last of them, and how many there are
    without those on the median."""

    above: bool
    first: int
    last: int
    count: int


@dataclass(frozen=True)
class Reading:
    """`median` is None where there is no number; `shift` where none stands out, or there are too few to tell. `after`
    are the runs that followed the shift."""

    count: int
    median: Decimal | None
    shift: Run | None
    after: tuple[Run, ...] = ()

    @property
    def is_too_few(self) -> bool:
        return self.count < FEWEST

    @property
    def since(self) -> tuple[int, int]:
        """How many lie above the median after the shift, and how many below."""
        after = self.after
        return sum(run.count for run in after if run.above), sum(run.count for run in after if not run.above)


def read(numbers: Sequence[Decimal]) -> Reading:
    """The oldest first."""
    if not numbers:
        return Reading(0, None, None)
    middle = median(numbers)
    found = runs(numbers, middle)
    shifts = [place for place, run in enumerate(found) if run.count >= SHIFT]
    if not shifts or len(numbers) < FEWEST:
        return Reading(len(numbers), middle, None)
    last = shifts[-1]
    return Reading(len(numbers), middle, found[last], tuple(found[last + 1 :]))


def runs(numbers: Sequence[Decimal], middle: Decimal) -> list[Run]:
    found = list[Run]()
    for place, number in enumerate(numbers):
        if number == middle:
            continue
        above = number > middle
        before = found.pop() if found and found[-1].above == above else Run(above, place, place, 0)
        found.append(Run(above, before.first, place, before.count + 1))
    return found
