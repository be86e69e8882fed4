"""Button presses a second over the gateway, each committed before it is answered, beside a discord.py view that answers
the same press with a text. Each has a pretend Discord of its own in this process, without rates."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from pathlib import Path

import demo
from benchmarks import processes
from benchmarks.district import OPTIONS, Crowd, ask, recorded, settle
from benchmarks.processes import Process
from benchmarks.side import Side, compare
from benchmarks.table import Table
from playground.discord import Discord
from playground.person import Person, SeenMessage
from tests.support.crowd import FAMILIES

AT_ONCE = 16  # people whose press waits for its answer
PEOPLE = (
    64  # who change their minds again and again: with each press the pretend Discord tells who may read the channel
)
WARM_UP = 0.25  # of a run, before it
SECONDS = 120.0  # that a run may take
TOKEN = "pretend.token.discord"


def run(folder: Path, runs: int = 5, presses: int = 1000) -> Table:
    """`presses` in each run, each of another option than that person's last."""
    return asyncio.run(_run(folder, runs, presses))


async def _run(folder: Path, runs: int, presses: int) -> Table:
    bare, bot = Side("a discord.py view that answers"), Side("the bot")
    for number in range(runs):
        inside = folder / str(number)
        inside.mkdir()
        await _one_run(inside, presses, bare, bot)
    title = f"Discord's gateway, {AT_ONCE} people at once, {presses:,} presses a run"
    return compare(title, "presses", "press", bare, bot)


async def _one_run(folder: Path, presses: int, bare: Side, bot: Side) -> None:
    warm_up = max(int(presses * WARM_UP), 1)
    crowd = settle(folder, families=PEOPLE)
    ask(crowd.database, "discord")
    people = list(itertools.islice(itertools.cycle(crowd.accounts("discord")), warm_up + presses))
    for side, start in ((bare, _bare), (bot, _bot)):
        async with AsyncExitStack() as ending:
            discord = await pretend(ending, crowd)
            process = await ending.enter_async_context(start(folder, crowd, discord))
            standing = await card(discord)
            await press_all(discord, standing, people[:warm_up], [])
            with side.run(process) as seconds:
                await press_all(discord, standing, people[warm_up:], seconds)
    if recorded(crowd.database, "discord") != warm_up + presses:
        raise AssertionError("not every press is in the database")


async def pretend(ending: AsyncExitStack, crowd: Crowd) -> Discord:
    world = demo.pretend_world(crowd.roster).discord
    assert world
    discord = Discord(world)
    discord.rates_enforced = False
    await discord.start()
    ending.push_async_callback(discord.stop)
    return discord


def _bare(folder: Path, _crowd: Crowd, discord: Discord) -> AbstractAsyncContextManager[Process]:
    where = (discord.api_url, discord.gateway_url, TOKEN, FAMILIES)
    return processes.running(folder, "bare", "-m", "benchmarks.bare_discord", *where, *OPTIONS)


def _bot(folder: Path, crowd: Crowd, discord: Discord) -> AbstractAsyncContextManager[Process]:
    return processes.bot(folder, crowd.database, demo.free_port(), **settings(discord))


def settings(discord: Discord) -> dict[str, str]:
    return {
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
    }


async def card(discord: Discord) -> SeenMessage:
    """What stands in the channel, once it does."""
    async with asyncio.timeout(processes.PATIENCE):
        while not (standing := discord.messages(FAMILIES)):
            await asyncio.sleep(0.05)
    return standing[0]


async def press_all(discord: Discord, standing: SeenMessage, people: Sequence[str], seconds: list[float]) -> None:
    """Each of them presses a button of the card once, some at a time; `seconds` takes how long each answer took."""
    presses = zip(map(discord.sit, people), itertools.cycle(OPTIONS), strict=False)
    async with asyncio.timeout(SECONDS):
        await asyncio.gather(*(_press(presses, standing, seconds) for _ in range(AT_ONCE)))


async def _press(presses: Iterator[tuple[Person, str]], standing: SeenMessage, seconds: list[float]) -> None:
    for person, option in presses:
        began = time.perf_counter()
        if not (await person.press(standing, option)).acknowledged:
            raise TimeoutError("a press was not answered")
        seconds.append(time.perf_counter() - began)
