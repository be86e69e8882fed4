"""The writer under any mixture of jobs: it ends as if they had been done one after another."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from support.databases import on_both
from support.jobs import LONG_AGO, Job, busy, ended, failing, leaving, refusing, refusing_late
from support.marks import counted, marking

from bot.storage.writer import Repeated, Rollback, Withdrawn, Writer

pytestmark = on_both


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    with marking(tmp_path) as engine:
        yield engine


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    writer = Writer(engine, lambda session: True)
    yield writer
    writer.close()


@dataclass(frozen=True)
class Act:
    kind: str
    key: str
    name: str


KINDS: dict[str, Callable[[str], Job]] = {
    "done": leaving,
    "refused": refusing,
    "refused late": refusing_late,
    "failed": failing,
    "withdrawn": leaving,
    "given up": leaving,
}
ENDS = {"refused": Rollback, "refused late": Rollback, "failed": ZeroDivisionError}
acts = st.builds(Act, st.sampled_from(list(KINDS)), st.sampled_from(["", "", "E1", "E2", "E3"]), st.sampled_from("abc"))
numbers = itertools.count()


def expected(batches: Sequence[Sequence[Act]]) -> tuple[list[object], Counter[str]]:
    """One after another, without a database: how each ends and what all leave."""
    ends: list[object] = []
    left: Counter[str] = Counter()
    seen: set[str] = set()
    for act in itertools.chain(*batches):
        if act.kind in ("withdrawn", "given up"):
            ends.append(Withdrawn if act.kind == "withdrawn" else CancelledError)
        elif act.key in seen:
            ends.append(Repeated)
        else:
            ends.append(ENDS.get(act.kind, f"did {act.name}"))
            left[act.name] += act.kind == "done"
            seen |= {act.key} if act.key and act.kind != "failed" else set()
    return ends, +left


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(acts, max_size=12), max_size=4))
def test_any_mixture_ends_as_if_done_one_after_another(
    writer: Writer, engine: Engine, batches: list[list[Act]]
) -> None:
    prefix = f"{next(numbers)}/"  # of this example's keys and marks
    done: list[Future[Any]] = []
    for batch in batches:
        with busy(writer):
            for act in batch:
                key = act.key and prefix + act.key
                deadline = LONG_AGO if act.kind == "withdrawn" else math.inf
                done.append(writer.submit(KINDS[act.kind](prefix + act.name), key=key, deadline=deadline))
                if act.kind == "given up":
                    assert done[-1].cancel()
    ends, left = expected(batches)
    found = [end.replace(prefix, "") if isinstance(end, str) else end for end in map(ended, done)]
    assert found == ends
    assert counted(engine, prefix) == left
