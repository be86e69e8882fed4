"""Votes a second through one and through two processes on one PostgreSQL, each committed before it is acknowledged.

The processes are the command `web`, called by Slack over signed HTTP; each has as many connections, so that two are
asked for twice as much. PostgreSQL and the callers share the machine with them: what each of them takes up is told, for
on two cores it is the cores that end first.
"""

from __future__ import annotations

import asyncio
import itertools
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import demo
from benchmarks import postgresql, processes
from benchmarks.district import ask, counted, settle
from benchmarks.postgresql import Server
from benchmarks.processes import ROOT, Process
from benchmarks.side import Side
from benchmarks.table import Table, figure, ratio
from benchmarks.votes_http import ANSWER, ballots, quiet, settings, signed
from benchmarks.wire import Agreeable, rush

CONNECTIONS = 16  # to each process
WARM_UP = 0.25  # of a run, before it, to each process


@dataclass
class Crew(Side):
    """So many processes at work."""

    server: list[float] = field(default_factory=list)  # ms of processor time that PostgreSQL takes for each vote
    callers: list[float] = field(default_factory=list)  # the same of this process

    @contextmanager
    def at_work(self, server: Server, *workers: Process) -> Iterator[list[float]]:
        before, own = server.cpu, time.process_time()
        with self.run(*workers) as seconds:
            yield seconds
        self.server.append((server.cpu - before) / len(seconds) * 1000)
        self.callers.append((time.process_time() - own) / len(seconds) * 1000)


def run(folder: Path, runs: int = 5, votes: int = 1000) -> Table:
    """`votes` through one process, then as many through two, in each run; no two of one member."""
    return asyncio.run(_run(folder, runs, votes))


async def _run(folder: Path, runs: int, votes: int) -> Table:
    one, two = Crew("one process"), Crew("two processes")
    for number in range(runs):
        inside = folder / str(number)
        inside.mkdir()
        # Not in the folder: a path to a socket must be short.
        with tempfile.TemporaryDirectory() as short, postgresql.serving(Path(short)) as server:
            await _one_run(inside, server, votes, one, two)
    return Table(
        f"One PostgreSQL, {CONNECTIONS} connections to each process, {votes:,} votes a run",
        ("", "votes a second", "ratio", "CPU ms a vote: the bot", "PostgreSQL", "the callers", "p99 ms"),
        tuple(
            (
                crew.name,
                figure(crew.rates),
                ratio(crew.rates, one.rates),
                figure(crew.cpus, 2),
                figure(crew.server, 2),
                figure(crew.callers, 2),
                figure(crew.slowest, 1),
            )
            for crew in (one, two)
        ),
    )


async def _one_run(folder: Path, server: Server, votes: int, one: Crew, two: Crew) -> None:
    warm_up = max(int(votes * WARM_UP), 1)
    crowd = settle(folder, staff=2 * (warm_up + votes), database=server.address)
    poll = ask(crowd.database, "slack")
    slack = Agreeable(ANSWER)
    async with slack.listening(), AsyncExitStack() as ending:
        ports = demo.free_port(), demo.free_port()
        workers = [await ending.enter_async_context(_web(folder, server, port, slack.url)) for port in ports]
        for worker in workers:
            await worker.says('"event": "connected"')
        everybody = ballots(crowd, poll, slack.url)
        for port in ports:
            await _vote([port], _next(everybody, warm_up), [])
        for crew, called in ((one, ports[:1]), (two, ports)):
            await quiet(slack)
            some = _next(everybody, votes)
            with crew.at_work(server, *workers) as seconds:
                await _vote(called, some, seconds)
    if counted(crowd.database, poll) != 2 * (warm_up + votes):
        raise AssertionError("not every vote is in the database")


def _next(everybody: Iterator[bytes], count: int) -> list[bytes]:
    return signed(itertools.islice(everybody, count))


async def _vote(ports: Sequence[int], requests: Sequence[bytes], seconds: list[float]) -> None:
    """A share of the votes to each."""
    shares = [requests[number :: len(ports)] for number in range(len(ports))]
    rushes = [rush(port, share, CONNECTIONS, seconds) for port, share in zip(ports, shares, strict=True)]
    await asyncio.gather(*rushes)


def _web(folder: Path, server: Server, port: int, slack: str) -> AbstractAsyncContextManager[Process]:
    shared = {"DATABASE_URL": server.address, "PORT": str(port)}
    return processes.running(folder, f"web-{port}", str(ROOT / "main.py"), "web", **shared, **settings(slack))
