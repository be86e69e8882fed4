"""Tables of counts, by group or building, that give nobody away.

A table has a row for each group, a column for each answer, and how many people of that group gave it. What all groups
together answered is no secret, the poll was held to know it; nor is the size of a group. What one group answered is
shown by these rules; on a card: "Groups and answers that are too small to stand alone are counted as others."

1. Groups can be put together in one row and answers in one column, "others", until each number in the table is FEWEST
   or more. Nobody is too few: "no one at Lincoln agreed" tells of each of them, as "all agreed" does, where the other
   columns are nobody. Only an answer that no group gave is left out, as the total says it already.
2. Where all but the largest of those put together are fewer than FEWEST people, the number has to be larger by as many:
   it nearly tells the largest one's, which must surely not be small then.
3. The smallest groups and the rarest answers are put together first, never those with the smallest numbers: who knows
   this code would learn from the choice.
4. The table with the most numbers is taken; if it would have but one row or one column, there is only the total.

No number is blotted out, so none can be worked out by subtracting. What is left to those who know each total and each
size? The people of "other groups" can swap groups with each other, and so can those of "other answers", and no number
that is shown changes. If n people can swap, r of them from one group and c of them with one answer, swapping makes that
group's number for that answer anything from max(0, r + c - n) to min(r, c). By 1 and 2, a number that is not shown is
surely FEWEST or more; or it could be any of FEWEST + 1 numbers or more; or, where fewer than FEWEST people are in the
group or gave the answer, each from none to all of them. A swap of groups changes no table by building, so both may be
shown.

Of the ways that statistical offices use, this is global recoding (Hundepool et al., Statistical Disclosure Control,
2012). It needs no search for further cells to suppress, the step that is hard to get right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

FEWEST = 5  # people

Counts = Sequence[Sequence[int]]
Parts = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Shown:
    """Each row and column names the groups and answers in it by their places in what was given; others come last."""

    groups: Parts
    answers: Parts
    counts: tuple[tuple[int, ...], ...]
    people: tuple[int, ...]  # by row


def totals_may_be_shown(people: int) -> bool:
    """Not even the totals of fewer."""
    return people >= FEWEST


def exclusive(counts: Counts) -> Shown | None:
    """What may be shown of `counts[group][answer]` where each person stands in one column; None if only the totals.
    Where it is told how many could answer, those who did not must be a column, too."""
    totals = [sum(column) for column in zip(*counts, strict=True)]
    given = sorted(
        (answer for answer, total in enumerate(totals) if total), key=lambda answer: (totals[answer], answer)
    )
    people = [sum(row) for row in counts]
    tables = [_by_group(counts, people, answers) for answers in _put_together(given) if len(answers) > 1]
    return max(filter(None, tables), key=lambda table: len(table.groups) * len(table.answers), default=None)


def overlapping(counts: Counts, people: Sequence[int]) -> Shown | None:
    """The same where a person may stand in several columns, or in none; `people` stand in each row. Those who do not
    stand in a column are a number like those who do. Answers are not put together: a sum would count people twice."""
    both = [[*row, *(size - number for number in row)] for row, size in zip(counts, people, strict=True)]
    told = tuple((column,) for column, numbers in enumerate(zip(*both, strict=True)) if any(numbers))
    answers = tuple(part for part in told if part[0] < len(counts[0]))
    table = _by_group(both, people, told) if answers else None
    return table and replace(table, answers=answers, counts=tuple(row[: len(answers)] for row in table.counts))


def _by_group(counts: Counts, people: Sequence[int], answers: Parts) -> Shown | None:
    """The table with the most groups that can be shown."""
    totals = [sum(column) for column in zip(*counts, strict=True)]
    for groups in _put_together(sorted(range(len(counts)), key=lambda group: (people[group], group))):
        rows = tuple(
            tuple(sum(counts[group][answer] for group in members for answer in given) for given in answers)
            for members in groups
        )
        more = [[FEWEST + row + column for column in _few(answers, totals)] for row in _few(groups, people)]
        if len(groups) > 1 and all(map(_reaches, rows, more)):
            return Shown(groups, answers, rows, tuple(sum(people[group] for group in members) for members in groups))
    return None


def _put_together(order: Sequence[int]) -> Iterator[Parts]:
    """Each alone; the first two together; the first three; and so on."""
    for together in (0, *range(2, len(order) + 1)):
        alone = tuple((place,) for place in sorted(order[together:]))
        yield (*alone, tuple(sorted(order[:together]))) if together else alone


def _few(parts: Parts, sizes: Sequence[int]) -> list[int]:
    """The people in each part beside those of its largest member, if they are few; else 0 (rule 2)."""
    others = (sum(sizes[place] for place in part) - max(sizes[place] for place in part) for part in parts)
    return [people if people < FEWEST else 0 for people in others]


def _reaches(numbers: Sequence[int], least: Sequence[int]) -> bool:
    return all(number >= enough for number, enough in zip(numbers, least, strict=True))
