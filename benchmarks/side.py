"""One of the sides that are compared, and what was measured of it, run by run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from benchmarks.processes import Process
from benchmarks.table import Table, figure, percentile, ratio


@dataclass
class Side:
    name: str
    rates: list[float] = field(default_factory=list)  # a second
    cpus: list[float] = field(default_factory=list)  # ms of processor time for each
    slowest: list[float] = field(default_factory=list)  # ms that 99 of 100 stayed under

    @contextmanager
    def run(self, *processes: Process) -> Iterator[list[float]]:
        """What is done within it is one run; the list takes how many seconds each answer took."""
        seconds: list[float] = []
        before, began = _cpu(processes), time.perf_counter()
        yield seconds
        self.rates.append(len(seconds) / (time.perf_counter() - began))
        self.cpus.append((_cpu(processes) - before) / len(seconds) * 1000)
        self.slowest.append(percentile(seconds, 0.99) * 1000)


def _cpu(processes: tuple[Process, ...]) -> float:
    return sum(process.cpu for process in processes)


def compare(title: str, whats: str, what: str, bare: Side, bot: Side) -> Table:
    return Table(
        title,
        ("", f"{whats} a second", "ratio", f"CPU ms a {what}", "ratio", "p99 ms"),
        tuple(
            (
                side.name,
                figure(side.rates),
                ratio(side.rates, bare.rates),
                figure(side.cpus, 2),
                ratio(bare.cpus, side.cpus),
                figure(side.slowest, 1),
            )
            for side in (bare, bot)
        ),
    )
