"""Tables that give nobody away, and someone who tries to find out anyway."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import disclosure_control as cells

Cell = tuple[int, int]  # group, answer
Sum = tuple[list[Cell], int]  # what these cells amount to
POSSIBLE = 6  # values that each hidden number can have, unless its group or its answer is smaller


# The attacker knows how many people each group has, what all groups together answered, and what is shown.


def _known(counts: Sequence[Sequence[int]], shown: list[Sum]) -> list[Sum]:
    groups, answers = range(len(counts)), range(len(counts[0]))
    sizes = [([(group, answer) for answer in answers], sum(counts[group])) for group in groups]
    totals = [([(group, answer) for group in groups], sum(row[answer] for row in counts)) for answer in answers]
    return [*sizes, *totals, *shown]


def _sums(shown: cells.Shown) -> list[Sum]:
    return [
        ([(group, answer) for group in groups for answer in answers], number)
        for groups, row in zip(shown.groups, shown.counts, strict=True)
        for answers, number in zip(shown.answers, row, strict=True)
    ]


def _possible(known: list[Sum], cell: Cell, enough: int) -> int:
    """How many values the cell can have, counted up to `enough`."""
    found = 0
    for value in range(max(number for _, number in known) + 1):
        found += found < enough and _can_be([*known, ([cell], value)], {}, {})
    return found


def _can_be(known: list[Sum], low: dict[Cell, int], high: dict[Cell, int]) -> bool:
    """Whether whole numbers, none below zero, fit all sums: narrow each down by the others, then try what is left."""
    low, high = dict(low), dict(high)
    changed = True
    while changed:
        changed = False
        for members, number in known:
            least = sum(low.get(cell, 0) for cell in members)
            most = sum(high.get(cell, number) for cell in members)
            for cell in members:
                was = low.get(cell, 0), high.get(cell, number)
                now = max(was[0], number - most + was[1]), min(was[1], number - least + was[0])
                if now[0] > now[1]:
                    return False
                changed |= now != was or cell not in high
                low[cell], high[cell] = now
                least, most = least + now[0] - was[0], most + now[1] - was[1]
    undecided = next((cell for cell in high if low[cell] < high[cell]), None)
    if undecided is None:
        return True
    values = range(low[undecided], high[undecided] + 1)
    return any(_can_be(known, {**low, undecided: value}, {**high, undecided: value}) for value in values)


def _given_away(counts: Sequence[Sequence[int]], shown: list[Sum]) -> dict[Cell, int]:
    """The numbers that are not shown, may be small, and can have fewer values than promised: how many."""
    known = _known(counts, shown)
    told = {members[0] for members, _ in shown if len(members) == 1}
    found = {}
    for group, row in enumerate(counts):
        for answer in range(len(row)):
            total = sum(other[answer] for other in counts)
            promised = min(POSSIBLE, sum(row) + 1, total + 1)
            if (group, answer) not in told and total:
                possible = _possible(known, (group, answer), promised)
                if possible < promised and any(_can_be([*known, ([(group, answer)], few)], {}, {}) for few in range(5)):
                    found[group, answer] = possible
    return found


some = st.one_of(st.integers(0, 4), st.integers(3, 9), st.integers(5, 20), st.integers(5, 20))
tables = st.tuples(st.integers(2, 5), st.integers(2, 4)).flatmap(
    lambda size: st.lists(st.lists(some, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)


@given(tables)
@settings(max_examples=100)
def test_nobody_is_given_away(counts: list[list[int]]) -> None:
    shown = cells.exclusive(counts)
    assert not shown or _given_away(counts, _sums(shown)) == {}


@given(tables)
def test_what_is_shown_is_true_and_never_small(counts: list[list[int]]) -> None:
    shown = cells.exclusive(counts)
    if shown is None:
        return
    for members, number in _sums(shown):
        assert number == sum(counts[group][answer] for group, answer in members)
        assert number >= cells.FEWEST
    assert sorted(group for part in shown.groups for group in part) == list(range(len(counts)))
    assert shown.people == tuple(map(sum, shown.counts))
    assert sum(shown.people) == sum(map(sum, counts))


@given(tables, st.data())
@settings(max_examples=100)
def test_nobody_is_given_away_where_one_may_give_several_answers(counts: list[list[int]], data: st.DataObject) -> None:
    people = [max(row) + data.draw(some) for row in counts]
    shown = cells.overlapping(counts, people)
    if shown is None:
        return
    for (answer,), column in zip(shown.answers, zip(*shown.counts, strict=True), strict=True):
        numbers = tuple((number, size - number) for number, size in zip(column, shown.people, strict=True))
        alone = cells.Shown(shown.groups, ((0,), (1,)), numbers, shown.people)
        with_and_without = [[row[answer], size - row[answer]] for row, size in zip(counts, people, strict=True)]
        assert _given_away(with_and_without, _sums(alone)) == {}


# It has to be possible to fail.


def test_hiding_only_the_small_numbers_would_give_them_away() -> None:
    counts = [[12, 3], [10, 9]]
    small_hidden: list[Sum] = [([(0, 0)], 12), ([(1, 0)], 10), ([(1, 1)], 9)]
    assert _given_away(counts, small_hidden) == {(0, 1): 1}
    assert cells.exclusive(counts) is None


def test_a_large_group_among_the_others_would_be_given_away(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = [[2, 1], [20, 4], [30, 25]]
    assert cells.exclusive(counts) is None
    monkeypatch.setattr(cells, "_few", lambda parts, sizes: [0] * len(parts))
    shown = cells.exclusive(counts)
    assert shown
    assert shown.counts == ((30, 25), (22, 5))
    assert _given_away(counts, _sums(shown)) == {(1, 1): 4}  # 2 to 5 of 24, and it was 4


def test_a_rare_answer_with_a_single_other_would_give_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = [[20, 4, 1], [25, 20, 0]]
    assert cells.exclusive(counts) is None
    monkeypatch.setattr(cells, "_few", lambda parts, sizes: [0] * len(parts))
    shown = cells.exclusive(counts)
    assert shown
    assert _given_away(counts, _sums(shown)) == {(0, 1): 2}  # 4 or 5 of 25, and it was 4


# Who reads this code knows more: which tables lead to what is shown.


def _tables(sizes: list[int], totals: list[int]) -> Iterator[list[list[int]]]:
    if len(sizes) == 1:
        yield [totals]
        return
    for row in _rows(sizes[0], totals):
        for rest in _tables(sizes[1:], [total - number for total, number in zip(totals, row, strict=True)]):
            yield [row, *rest]


def _rows(size: int, totals: list[int]) -> Iterator[list[int]]:
    if len(totals) == 1:
        yield from [[size]] if size <= totals[0] else []
        return
    for number in range(min(size, totals[0]) + 1):
        for rest in _rows(size - number, totals[1:]):
            yield [number, *rest]


def test_who_knows_the_code_learns_no_more() -> None:
    """Out of all tables with these sizes and totals, those that would be shown the same."""
    tried = 0
    for seed in range(120):
        chance = random.Random(seed)
        groups, answers = chance.choice([(3, 2), (4, 2), (2, 3)])
        counts = [[chance.randrange(chance.choice([5, 15])) for _ in range(answers)] for _ in range(groups)]
        shown = cells.exclusive(counts)
        if shown is None:
            continue
        tried += 1
        sizes, totals = [sum(row) for row in counts], [sum(column) for column in zip(*counts, strict=True)]
        values: dict[Cell, set[int]] = defaultdict(set)
        for table in _tables(sizes, totals):
            if cells.exclusive(table) == shown:
                for group, row in enumerate(table):
                    for answer, number in enumerate(row):
                        values[group, answer].add(number)
        told = {members[0] for members, _ in _sums(shown) if len(members) == 1}
        for (group, answer), possible in values.items():
            if (group, answer) not in told and min(possible) < cells.FEWEST:
                assert len(possible) >= min(POSSIBLE, sizes[group] + 1, totals[answer] + 1), f"seed {seed}"
    assert tried > 10


# As people see it.


def test_a_table_without_small_numbers_is_shown_as_it_is() -> None:
    shown = cells.exclusive([[12, 9], [5, 30]])
    assert shown == cells.Shown(((0,), (1,)), ((0,), (1,)), ((12, 9), (5, 30)), (21, 35))


def test_small_groups_are_others() -> None:
    shown = cells.exclusive([[3, 4], [12, 9], [6, 2], [5, 30]])
    assert shown == cells.Shown(((1,), (3,), (0, 2)), ((0,), (1,)), ((12, 9), (5, 30), (9, 6)), (21, 35, 15))


def test_rare_answers_are_others() -> None:
    shown = cells.exclusive([[12, 9, 1], [15, 30, 0], [11, 8, 3]])
    assert shown == cells.Shown(((0,), (1,), (2,)), ((1,), (0, 2)), ((9, 13), (30, 15), (8, 14)), (22, 45, 22))


def test_a_group_that_agrees_to_the_last_does_not_stand_alone() -> None:
    shown = cells.exclusive([[15, 0], [9, 8], [28, 9]])
    assert shown == cells.Shown(((2,), (0, 1)), ((0,), (1,)), ((28, 9), (24, 8)), (37, 32))
    assert cells.exclusive([[15, 0], [19, 8]]) is None


def test_an_answer_that_nobody_gave_hides_nothing() -> None:
    shown = cells.exclusive([[12, 0, 9], [5, 0, 30]])
    assert shown
    assert (shown.answers, shown.counts) == (((0,), (2,)), ((12, 9), (5, 30)))


def test_those_who_did_not_answer_are_told_as_carefully() -> None:
    """How many answered, of how many: 19 of 20 would say who did not, nearly."""
    assert cells.overlapping([[19], [12], [11]], [20, 20, 30]) == cells.Shown(
        ((2,), (0, 1)), ((0,),), ((11,), (31,)), (30, 40)
    )


@pytest.mark.parametrize(
    "counts", [[], [[]], [[30, 20]], [[0, 0], [0, 0]], [[1, 2], [2, 1]], [[30], [20]], [[30, 0], [20, 0]]]
)
def test_only_the_total(counts: list[list[int]]) -> None:
    assert cells.exclusive(counts) is None


def test_not_even_the_total() -> None:
    assert not cells.totals_may_be_shown(4)
    assert cells.totals_may_be_shown(5)
