"""Figures as a table, and what is said of several runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Table:
    """What was measured."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        widths = [max(map(len, column)) for column in zip(self.columns, *self.rows, strict=True)]
        lines = [self.columns, tuple("-" * width for width in widths), *self.rows]
        padded = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
        return "\n".join([self.title, "", *(f"| {line} |" for line in padded)])

    def markdown(self) -> str:
        """The same in the middle of a page."""
        lines = (self.columns, ("---",) * len(self.columns), *self.rows)
        return "\n".join([f"*{self.title}*", "", *(f"| {' | '.join(line)} |" for line in lines)])


def figure(values: Sequence[float], digits: int = 0) -> str:
    """The median of several runs and, where there are several, the least and the most."""
    middle = f"{median(values):,.{digits}f}"
    if len(values) == 1:
        return middle
    return f"{middle} ({min(values):,.{digits}f} to {max(values):,.{digits}f})"


def ratio(values: Sequence[float], to: Sequence[float]) -> str:
    """Run by run, so that what slowed a whole run down counts on both sides. The clock of processor time has steps of
    10 ms: against a run that is shorter there is nothing to say."""
    if not all(to):
        return "-"
    return figure([one / other for one, other in zip(values, to, strict=True)], 2)


def percentile(values: Sequence[float], part: float) -> float:
    return sorted(values)[min(int(len(values) * part), len(values) - 1)]
