"""What the bot holds in memory after a day of votes, beside what its libraries take up when they are imported."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import AsyncExitStack
from pathlib import Path

import demo
from benchmarks import presses_gateway, processes, votes_http
from benchmarks.district import ask, counted, settle
from benchmarks.table import Table, figure, ratio
from benchmarks.wire import Agreeable, rush

LIBRARIES = (
    "aiohttp.web",
    "apscheduler.schedulers.asyncio",
    "babel.dates",
    "cryptography.fernet",
    "discord",
    "filelock",
    "fluent.runtime",
    "fluent.syntax",
    "pydantic_settings",
    "slack_bolt.adapter.aiohttp",
    "slack_bolt.app.async_app",
    "sqlalchemy.orm",
    "structlog",
    "yaml",
)
IMPORT = f"import time, {', '.join(LIBRARIES)}; print('ready', flush=True); time.sleep(60)"


def run(folder: Path, runs: int = 5, members: int = 10_000, votes: int = 1_000) -> Table:
    """`members`, half of them at Slack and half at Discord, as are the `votes` of each run."""
    return asyncio.run(_run(folder, runs, members, votes))


async def _run(folder: Path, runs: int, members: int, votes: int) -> Table:
    libraries, begun, after = [], [], []
    for number in range(runs):
        inside = folder / str(number)
        inside.mkdir()
        async with processes.running(inside, "libraries", "-c", IMPORT) as process:
            await process.says("ready")
            libraries.append(process.resident)
        first, last = await _one_bot(inside, members, votes)
        begun.append(first)
        after.append(last)
    return Table(
        f"Resident memory, {runs} starts",
        ("", "MB", "ratio"),
        (
            ("the libraries, imported", figure(libraries), ratio(libraries, libraries)),
            (f"the bot, {members:,} members, connected to both", figure(begun), ratio(begun, libraries)),
            (f"the bot after {votes:,} votes", figure(after), ratio(after, libraries)),
        ),
    )


async def _one_bot(folder: Path, members: int, votes: int) -> tuple[float, float]:
    """MB when it is connected, and after the votes."""
    crowd = settle(folder, staff=members // 2, families=members // 2)
    polls = ask(crowd.database, "slack"), ask(crowd.database, "discord")
    slack, port = Agreeable(votes_http.ANSWER), demo.free_port()
    async with AsyncExitStack() as ending:
        await ending.enter_async_context(slack.listening())
        discord = await presses_gateway.pretend(ending, crowd)
        settings = votes_http.settings(slack.url) | presses_gateway.settings(discord)
        process = await ending.enter_async_context(processes.bot(folder, crowd.database, port, **settings))
        card = await presses_gateway.card(discord)
        begun = process.resident
        ballots = votes_http.ballots(crowd, polls[0], slack.url)
        signed = votes_http.signed(list(itertools.islice(ballots, votes // 2)))
        await rush(port, signed, votes_http.CONNECTIONS, [])
        await presses_gateway.press_all(discord, card, crowd.accounts("discord")[: votes // 2], [])
        after = process.resident
    if sum(counted(crowd.database, poll) for poll in polls) != votes // 2 * 2:
        raise AssertionError("not every vote is in the database")
    return begun, after
