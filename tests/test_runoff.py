"""Instant run-off: elections counted by hand, what always holds, and a second way to count."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.polls.runoff import Outcome, Why, count

A, B, C, D = 1, 2, 3, 4
OPTIONS = (A, B, C, D)


def _said(outcome: Outcome) -> list[tuple[dict[int, int], tuple[int, ...], Why | None]]:
    return [(round.votes, round.out, round.why) for round in outcome.rounds]


def test_the_capital_of_tennessee() -> None:
    """Where everyone wants it near: 42 of 100 live in Memphis, 26 in Nashville, 15 in Chattanooga, 17 in Knoxville. The
    votes of Chattanooga go to Knoxville, 15 + 17 = 32; then Nashville's 26 go there, 58 against 42."""
    memphis, nashville, chattanooga, knoxville = OPTIONS
    outcome = count(
        OPTIONS,
        {
            (memphis, nashville, chattanooga, knoxville): 42,
            (nashville, chattanooga, knoxville, memphis): 26,
            (chattanooga, knoxville, nashville, memphis): 15,
            (knoxville, chattanooga, nashville, memphis): 17,
        },
    )
    assert outcome.winner == knoxville
    assert _said(outcome) == [
        ({memphis: 42, nashville: 26, chattanooga: 15, knoxville: 17}, (chattanooga,), Why.FEWEST),
        ({memphis: 42, nashville: 26, knoxville: 32}, (nashville,), Why.FEWEST),
        ({memphis: 42, knoxville: 58}, (), None),
    ]


def test_the_president_of_the_math_club() -> None:
    """Tannenbaum, Excursions in Modern Mathematics: A leads with 14 of 37, and D wins. B's 4 go to D, 8 + 4 = 12; C's
    11 go to D, too: ten of them by way of B, who is out."""
    ballots = {(A, B, C, D): 14, (C, B, D, A): 10, (D, C, B, A): 8, (B, D, C, A): 4, (C, D, B, A): 1}
    outcome = count(OPTIONS, ballots)
    assert outcome.winner == D
    assert [round.votes for round in outcome.rounds] == [
        {A: 14, B: 4, C: 11, D: 8},
        {A: 14, C: 11, D: 12},
        {A: 14, D: 23},
    ]


def test_a_majority_is_of_the_ballots_that_still_count() -> None:
    """A's 5 are not half of 11, but more than half of the 9 that are left when C's two name nobody else."""
    outcome = count((A, B, C), {(A,): 5, (B, A): 4, (C,): 2})
    assert outcome.winner == A
    assert [round.exhausted for round in outcome.rounds] == [0, 2]


def test_exactly_half_is_no_majority() -> None:
    outcome = count((A, B, C), {(A,): 5, (B,): 3, (C, B): 2})
    assert _said(outcome)[0] == ({A: 5, B: 3, C: 2}, (C,), Why.FEWEST)
    assert _said(outcome)[1:] == [
        ({A: 5, B: 5}, (B,), Why.EARLIER_ROUND),
        ({A: 5}, (), None),
    ]  # A had 5 to B's 3 before


def test_a_tie_for_last_goes_by_the_latest_round_where_they_differ() -> None:
    """A 7, B 3, C 4, D 1 of 15. D's ballot goes to B: B and C have 4 each. C had more before, so B goes out."""
    outcome = count(OPTIONS, {(A,): 7, (B, C): 3, (C, B): 4, (D, B, C): 1})
    assert _said(outcome) == [
        ({A: 7, B: 3, C: 4, D: 1}, (D,), Why.FEWEST),
        ({A: 7, B: 4, C: 4}, (B,), Why.EARLIER_ROUND),
        ({A: 7, C: 8}, (), None),
    ]
    assert outcome.winner == C


def test_the_latest_round_goes_before_the_first() -> None:
    """B is behind C, 4 to 5, then ahead, 6 to 5, then both have 6. C goes out: it was behind last. Its 5 make B win."""
    e = 5
    outcome = count((A, B, C, D, e), {(A,): 10, (B, C): 4, (C, B): 5, (D, C): 1, (D,): 2, (e, B): 2})
    assert _said(outcome) == [
        ({A: 10, B: 4, C: 5, D: 3, e: 2}, (e,), Why.FEWEST),
        ({A: 10, B: 6, C: 5, D: 3}, (D,), Why.FEWEST),
        ({A: 10, B: 6, C: 6}, (C,), Why.EARLIER_ROUND),
        ({A: 10, B: 11}, (), None),
    ]
    assert outcome.winner == B


def test_those_who_are_too_few_even_together_go_out_together() -> None:
    outcome = count(OPTIONS, {(A,): 6, (B,): 4, (C, D, B): 2, (D, C, B): 1, (D, B): 1})
    assert _said(outcome)[0] == ({A: 6, B: 4, C: 2, D: 2}, (D,), Why.LISTED_LAST)  # 2 + 2 could pass B's 4
    outcome = count(OPTIONS, {(A,): 6, (B,): 5, (C, D, B): 2, (D, C, B): 1, (D, B): 1})
    assert _said(outcome) == [({A: 6, B: 5, C: 2, D: 2}, (C, D), Why.TOGETHER), ({A: 6, B: 9}, (), None)]


def test_options_that_nobody_ranks_first_go_out_together() -> None:
    outcome = count(OPTIONS, {(A, C): 2, (B, D): 2})
    assert _said(outcome) == [({A: 2, B: 2, C: 0, D: 0}, (C, D), Why.TOGETHER), ({A: 2, B: 2}, (), None)]
    assert outcome.tied == (A, B)


def test_a_tie_that_no_round_breaks_goes_by_the_list() -> None:
    ballots = {(A, B): 4, (B, C): 3, (C, B): 3}
    assert count((A, B, C), ballots).winner == B
    assert count((A, C, B), ballots).winner == C
    assert _said(count((A, B, C), ballots))[0] == ({A: 4, B: 3, C: 3}, (C,), Why.LISTED_LAST)


def test_all_tied() -> None:
    outcome = count((A, B, C), {(A, B): 2, (B, A): 2, (C, B): 2})
    assert outcome.winner is None
    assert outcome.tied == (A, B, C)


def test_nothing_to_count() -> None:
    for options, ballots in [((), {}), ((A,), {}), ((A, B), {}), ((A, B), {(): 3}), ((A, B), {(C,): 3})]:
        outcome = count(options, ballots)
        assert (outcome.winner, outcome.tied, len(outcome.rounds)) == (None, (), 1)
        assert outcome.rounds[0].exhausted == sum(ballots.values())


def test_one_option() -> None:
    assert count((A,), {(A,): 1, (): 7}).winner == A


def test_a_removed_option_is_passed_over() -> None:
    assert count((A, B), {(C, A): 2, (B,): 1}) == count((A, B), {(A,): 2, (B,): 1})


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_thousand_ballots_are_counted_in_time(seed: int) -> None:
    chance = random.Random(seed)
    options = range(10)
    rankings = [tuple(chance.sample(options, 10)) for _ in range(1000)]
    ballots = Counter(chance.choices(rankings, k=100_000))
    began = time.process_time()
    outcome = count(options, ballots)
    assert time.process_time() - began < 0.05  # seconds; a tenth of it is usual
    assert len(outcome.rounds) >= 8


elections = st.integers(1, 6).flatmap(
    lambda size: st.tuples(
        st.permutations(range(size)),
        st.dictionaries(
            st.permutations(range(size)).flatmap(lambda all: st.integers(0, size).map(lambda most: tuple(all[:most]))),
            st.integers(1, 9),
            max_size=8,
        ),
    )
)


@given(elections)
def test_what_holds_in_every_round(election: tuple[list[int], dict[tuple[int, ...], int]]) -> None:
    options, ballots = election
    outcome = count(options, ballots)
    *before, last = outcome.rounds
    for round in outcome.rounds:
        assert sum(round.votes.values()) + round.exhausted == sum(ballots.values())
    for round, following in zip(before, outcome.rounds[1:], strict=True):
        assert round.out
        assert round.why
        assert 2 * max(round.votes.values()) <= sum(round.votes.values())
        assert {round.votes[option] for option in round.out} == {min(round.votes.values())}
        if round.why is Why.TOGETHER:
            together = sum(round.votes[option] for option in round.out)
            assert all(together < round.votes[option] for option in following.votes)
        assert list(following.votes) == [option for option in round.votes if option not in round.out]
        assert all(following.votes[option] >= round.votes[option] for option in following.votes)
    if outcome.winner is not None:
        assert not outcome.tied
        assert 2 * last.votes[outcome.winner] > sum(last.votes.values())
    elif outcome.tied:
        assert len(outcome.tied) > 1
        assert outcome.tied == tuple(last.votes)
        assert all(len({round.votes[option] for option in outcome.tied}) == 1 for round in outcome.rounds)
    else:
        assert not any(last.votes.values())


@given(elections)
def test_the_list_matters_only_where_the_outcome_says_so(
    election: tuple[list[int], dict[tuple[int, ...], int]],
) -> None:
    options, ballots = election
    outcome = count(options, ballots)
    if Why.LISTED_LAST not in [round.why for round in outcome.rounds]:
        turned = count(options[::-1], ballots)
        assert (turned.winner, set(turned.tied)) == (outcome.winner, set(outcome.tied))
        assert [round.votes for round in turned.rounds] == [round.votes for round in outcome.rounds]


@given(elections)
def test_who_has_more_than_half_of_the_first_choices_wins(
    election: tuple[list[int], dict[tuple[int, ...], int]],
) -> None:
    options, ballots = election
    firsts = Counter(dict.fromkeys(options, 0))
    for ranking, number in ballots.items():
        firsts.update({ranking[0]: number} if ranking else {})
    if 2 * max(firsts.values()) > firsts.total():
        assert count(options, ballots).winner == firsts.most_common(1)[0][0]


# The second way: ballots are sheets of paper that lie on piles and are moved one by one.


def _by_hand(options: list[int], sheets: list[list[int]]) -> tuple[int | None, set[int], list[set[int]]]:
    piles: dict[int, list[list[int]]] = {option: [] for option in options}
    for sheet in sheets:
        _lay(sheet, piles)
    heights: list[dict[int, int]] = []  # the newest first
    gone: list[set[int]] = []
    while True:
        height = {option: len(pile) for option, pile in piles.items()}
        heights.insert(0, height)
        counting = sum(height.values())
        if not counting:
            return None, set(), gone
        for option in piles:
            if height[option] > counting / 2:
                return option, set(), gone
        past = {option: [then[option] for then in heights] for option in piles}
        shortest = [option for option in piles if height[option] == min(height.values())]
        weakest = [option for option in piles if past[option] == min(past.values())]
        above = sorted(height.values())[len(shortest) :]
        if len(weakest) == len(piles):
            return None, set(weakest), gone
        if len(weakest) > 1 and above and len(shortest) * height[shortest[0]] < above[0]:
            gone.append(set(shortest))
        else:
            gone.append({max(weakest, key=options.index)})
        loose = [sheet for option in gone[-1] for sheet in piles.pop(option)]
        for sheet in loose:
            _lay(sheet, piles)


def _lay(sheet: list[int], piles: dict[int, list[list[int]]]) -> None:
    while sheet and sheet[0] not in piles:
        sheet.pop(0)
    if sheet:
        piles[sheet[0]].append(sheet)


def test_both_ways_agree_on_a_thousand_elections() -> None:
    seen: Counter[Why | str | None] = Counter()
    for seed in range(1000):
        chance = random.Random(seed)
        options = chance.sample(range(100), chance.randint(1, 10))
        sheets = [chance.sample(options, chance.randint(0, len(options))) for _ in range(chance.randint(0, 40))]
        outcome = count(options, Counter(map(tuple, sheets)))
        by_hand = _by_hand(options, [list(sheet) for sheet in sheets])
        gone = [set(round.out) for round in outcome.rounds[:-1]]
        assert (outcome.winner, set(outcome.tied), gone) == by_hand, f"seed {seed}"
        seen.update(round.why for round in outcome.rounds)
        seen["tie"] += bool(outcome.tied)
    assert min(seen[why] for why in [*Why, "tie"]) > 20  # each rule was needed
