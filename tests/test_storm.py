"""The story that the frame must survive: a poll, two hundred voters on two platforms, every connection unreliable, and
the bot's process killed five times."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support import crowd, databases
from support.house import eventually, looked_around, platforms
from support.poll import OPTIONS, ask, cards, pressed, votes
from support.process_bot import BotProcess

import demo
from bot.boundary import Account
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import entries, roster
from playground.discord import Discord
from playground.person import Person
from playground.slack import Slack

SEEDS = [int(seed) for seed in os.environ.get("STORM_SEEDS", "1").split()]
STAFF, FAMILIES, BOTH = 100, 100, 8
AT_ONCE = 12  # people who press at the same time
KILLS = 5
COUNTED = "SELECT address, label FROM ballots JOIN accounts USING (member_id) JOIN poll_options ON option_id = id"
WORKERS = [int(count) for count in os.environ.get("STORM_WORKERS", "2").split()]


def everything_goes_wrong(slack: Slack, discord: Discord) -> None:
    slack.deliver_times, slack.shuffle_seconds = (1, 3), 0.4
    discord.shuffle_seconds = 0.2
    for platform in (slack, discord):
        for kind in ("429", "500", "drop_before", "drop_after"):
            platform.faults.chance(kind, 0.02, seconds=1.0)
    slack.faults.next("chat.postMessage", "drop_after")
    discord.faults.next("POST /channels/{channel_id}/messages", "drop_after")


async def shake(slack: Slack, discord: Discord, rng: random.Random) -> None:
    """Cuts the connections now and then, in every way that the platforms do."""
    while True:
        await asyncio.sleep(rng.uniform(1.0, 4.0))
        match rng.randint(0, 3):
            case 0:
                await slack.disconnect(rng.choice(("warning", "refresh_requested")))
            case 1:
                await discord.close_gateway(resumable=True)
            case 2:
                await discord.close_gateway(resumable=False)
            case 3:
                await discord.drop_gateway()


@dataclass
class Voter:
    """A member at their accounts, each with the channel where they vote there, and all that they pressed."""

    accounts: Sequence[tuple[Person, str]]
    presses: list[tuple[float, str, str, bool]] = field(default_factory=list)  # Unix time, account, answer, done

    async def vote(self, rng: random.Random) -> None:
        """Answers on one of the platforms, and half of the time once more. Whoever gets no answer presses the same
        again, and then leaves it at that: what was not acknowledged may still come through, once, and late."""
        for _ in range(rng.randint(1, 2)):
            if all(done for *_, done in self.presses):
                await self._press_until_done(*rng.choice(self.accounts), rng.choice(OPTIONS))

    async def _press_until_done(self, person: Person, channel: str, label: str) -> None:
        done = False
        while not done:
            began = time.time()
            done = await pressed(person, channel, label)
            self.presses.append((began, person.id, label, done))
            await asyncio.sleep(0 if done else 0.3)

    @property
    def answer(self) -> str:
        return self.presses[-1][2]


async def everybody_votes(voters: Sequence[Voter], bots: Sequence[BotProcess], rng: random.Random) -> None:
    """All in random order, some at the same time, the bot killed again and again meanwhile."""
    queue = rng.sample(voters, len(voters))
    kill_at = sorted(rng.sample(range(10, len(queue) - 10), KILLS), reverse=True)

    async def one_after_another() -> None:
        while queue:
            voter = queue.pop()
            if kill_at and len(queue) <= kill_at[0]:
                kill_at.pop(0)
                bot = rng.choice(bots)
                bot.kill()
                bot.start()
            await voter.vote(rng)

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))


@databases.on_sqlite
@pytest.mark.parametrize("seed", SEEDS)
async def test_every_vote_counts_once_whatever_happens(tmp_path: Path, seed: int) -> None:
    await storm(tmp_path, seed, ["run"])


@databases.on_postgresql
@pytest.mark.parametrize("seed", SEEDS[:1])
@pytest.mark.parametrize("workers", WORKERS)
async def test_with_several_workers(tmp_path: Path, database: str, seed: int, workers: int) -> None:
    await storm(tmp_path, seed, ["worker"] * workers)


async def storm(folder: Path, seed: int, roles: Sequence[str]) -> None:
    print(f"seed {seed}: STORM_SEEDS={seed} repeats it; the bots' logs are in {folder}")
    rng = random.Random(seed)
    files = crowd.write(folder / "district", STAFF, FAMILIES, BOTH)
    district = roster.read(files)
    world = demo.pretend_world(district)
    async with platforms(world, rng) as (slack, discord):
        bots = [BotProcess(world, slack, discord, folder, role) for role in roles]
        assert commands.load(Settings(database_url=bots[0].database), files) == 0
        try:
            for bot in bots:
                bot.start()
            for bot in bots:
                await eventually(bot.is_well, 30)
            await looked_around(bots[0].database)
            await through_the_storm(district, slack, discord, bots, rng)
            for bot in bots:
                assert await bot.end() == 0
        finally:
            for bot in bots:
                bot.kill()
                print(bot.last_words())


async def through_the_storm(
    district: roster.Roster, slack: Slack, discord: Discord, bots: Sequence[BotProcess], rng: random.Random
) -> None:
    rep, parent = slack.sit(crowd.REP), discord.sit(district.members[-1].discord or "")
    everything_goes_wrong(slack, discord)
    await ask(rep)
    await eventually(lambda: cards(rep, crowd.STAFF) and cards(parent, crowd.FAMILIES), 60)

    shaking = asyncio.create_task(shake(slack, discord, rng))
    voters = [Voter(sitting(one, slack, discord)) for one in district.members]
    await everybody_votes(voters, bots, rng)
    shaking.cancel()

    counted = {Account.parse(str(account)).user: label for account, label in bots[0].rows(COUNTED)}
    assert [one.presses for one in voters for person, _ in one.accounts if counted[person.id] != one.answer] == []
    answers = Counter(one.answer for one in voters)
    await eventually(lambda: [votes(card) for card in cards(rep, crowd.STAFF)] == [answers], 120)
    await eventually(lambda: [votes(card) for card in cards(parent, crowd.FAMILIES)] == [answers], 120)
    assert bots[0].rows("SELECT count(*) FROM ballots") == [(len(district.members),)]
    assert bots[0].rows("SELECT DISTINCT state FROM deliveries") == [("STANDING",)]


def sitting(member: entries.Member, slack: Slack, discord: Discord) -> list[tuple[Person, str]]:
    """Every account of a member, and where they vote with it."""
    accounts: list[tuple[Person, str]] = []
    if member.slack:
        accounts.append((slack.sit(member.slack), crowd.STAFF))
    if member.discord:
        accounts.append((discord.sit(member.discord), crowd.FAMILIES))
    return accounts
