"""A thousand votes in ten seconds on a poll with a card on each platform."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections import Counter
from pathlib import Path

from support import crowd
from support.databases import on_both
from support.house import eventually, looked_around, platforms
from support.poll import OPTIONS, ask, cards, votes
from support.process_bot import BotProcess

import demo
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import roster
from playground.person import Person, SeenMessage

VOTES, SECONDS = 1000, 10.0
LATE = 4.0  # seconds that the last of them may take, other tests running beside this one


@on_both
async def test_a_thousand_votes_in_ten_seconds(tmp_path: Path) -> None:
    folder = crowd.write(tmp_path / "district", VOTES // 2, VOTES // 2)
    district = roster.read(folder)
    world = demo.pretend_world(district)
    async with platforms(world) as (slack, discord):
        bot = BotProcess(world, slack, discord, tmp_path)
        assert commands.load(Settings(database_url=bot.database), folder) == 0
        bot.start()
        try:
            await eventually(bot.is_well, 30)
            await looked_around(bot.database)
            rep, parent = slack.sit(crowd.REP), discord.sit(district.members[-1].discord or "")
            await ask(rep)
            await eventually(lambda: cards(rep, crowd.STAFF) and cards(parent, crowd.FAMILIES))
            staff = [(slack.sit(one.slack), cards(rep, crowd.STAFF)[0]) for one in district.members if one.slack]
            families = [
                (discord.sit(one.discord), cards(parent, crowd.FAMILIES)[0]) for one in district.members if one.discord
            ]
            voters = list(itertools.chain(*zip(staff, families, strict=False)))

            answers = await rush(voters)

            await eventually(lambda: [votes(card) for card in cards(rep, crowd.STAFF)] == [answers], 30)
            await eventually(lambda: [votes(card) for card in cards(parent, crowd.FAMILIES)] == [answers], 30)
            assert (slack.refusals_429, discord.refusals_429) == (0, 0)
            assert await bot.end() == 0
        finally:
            bot.kill()


async def rush(voters: list[tuple[Person, SeenMessage]]) -> Counter[str]:
    """One press every hundredth of a second; whoever is not acknowledged presses again."""
    rng = random.Random(0)
    labels = [rng.choice(OPTIONS) for _ in voters]
    began = time.monotonic()

    async def press(index: int) -> None:
        await asyncio.sleep(began + index * SECONDS / len(voters) - time.monotonic())
        person, card = voters[index]
        while not (await person.press(card, labels[index])).acknowledged:
            await asyncio.sleep(0.1)

    await asyncio.gather(*(press(index) for index in range(len(voters))))
    assert len(voters) == VOTES
    assert time.monotonic() - began < SECONDS + LATE
    return Counter(labels)
