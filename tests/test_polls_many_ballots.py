"""However many have answered, a card is rendered and a press is taken as fast, in processor time."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from support import databases
from support.databases import on_both

from benchmarks import ballots
from bot.polls import counting

FEW, MANY, TIMES = 100, 100_000, 25
RATIO, TRIES = 1.3, 4


def ratios(took: ballots.Took) -> dict[str, float]:
    """Of the fastest of many, in turns: whatever else the machine does slows some of them down, never all."""
    return {shape: min(many) / min(few) for shape, (few, many) in took.items()}


def test_a_card_and_a_press_cost_the_same_with_many_ballots(tmp_path: Path) -> None:
    with ballots.District(tmp_path, (FEW, MANY), clock=process_time) as district:
        took: ballots.Took = {shape: ([], []) for shape in ballots.SHAPES}
        for _ in range(TRIES):  # more of them only make the fastest ones faster
            for shape, (few, many) in district.measure(TIMES).items():
                took[shape][0].extend(few)
                took[shape][1].extend(many)
            if max(ratios(took).values()) <= RATIO:
                break
        assert max(ratios(took).values()) <= RATIO, ratios(took)


@on_both
def test_what_is_folded_is_neither_lost_nor_counted_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 3)
    with ballots.District(tmp_path, (7, 11), databases.address(tmp_path)):
        pass  # it is filled, and folded three notes at a time
    counted = "SELECT sum(people), sum(votes) FROM tallies GROUP BY poll_id"
    by_poll = sorted(
        (int(people), int(votes)) for people, votes in databases.rows(databases.address(tmp_path), counted)
    )
    assert by_poll == [(many, many * each) for many in (7, 11) for each in (1, 2, 3)]
    assert databases.rows(databases.address(tmp_path), "SELECT count(*) FROM tally_notes") == [(0,)]
