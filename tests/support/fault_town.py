"""A town in which people vote while something goes wrong, with the bot as real processes."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from support import crowd
from support.house import eventually, looked_around, platforms
from support.poll import OPTIONS, ask, cards, pressed, votes
from support.process_bot import BotProcess

import demo
from bot.boundary import Account
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import roster
from playground.discord import Discord
from playground.person import Person
from playground.slack import Slack

AT_ONCE = 6  # people who vote at the same time
COUNTED = "SELECT address, label FROM ballots JOIN accounts USING (member_id) JOIN poll_options ON option_id = id"
POSTED = "SELECT count(*) FROM deliveries WHERE state <> 'STANDING'"


@dataclass
class Town:
    """`answers` has what each voted, by user; `failed` how many presses were not acknowledged."""

    slack: Slack
    discord: Discord
    bots: Sequence[BotProcess]
    voters: list[tuple[Person, str]]
    answers: dict[str, str] = field(default_factory=dict)
    failed: int = 0
    rng: random.Random = field(default_factory=lambda: random.Random(5))
    _stopped: bool = False

    async def asks(self) -> None:
        """A poll, with a card on both platforms."""
        await ask(self.rep)
        await eventually(lambda: cards(self.rep, crowd.STAFF) and cards(self.parent, crowd.FAMILIES), 30)

    @property
    def rep(self) -> Person:
        return self.slack.sit(crowd.REP)

    @property
    def parent(self) -> Person:
        return next(person for person, channel in self.voters if channel == crowd.FAMILIES)

    @asynccontextmanager
    async def voting(self) -> AsyncIterator[None]:
        """People vote, a few at a time, and at the end everybody has."""
        queue = self.rng.sample(self.voters, len(self.voters))
        at_once = [asyncio.create_task(self._one_after_another(queue)) for _ in range(AT_ONCE)]
        try:
            yield
            self._stopped = True
            await asyncio.wait_for(asyncio.gather(*at_once), 60)
        finally:
            for one in at_once:
                one.cancel()

    async def _one_after_another(self, queue: list[tuple[Person, str]]) -> None:
        while queue:
            await self._vote(*queue.pop())
            await asyncio.sleep(0 if self._stopped else self.rng.uniform(0.2, 0.6))

    async def _vote(self, person: Person, channel: str) -> None:
        """Whoever is not acknowledged presses the same again: what was lost may still come through, late."""
        label = self.rng.choice(OPTIONS)
        while not await pressed(person, channel, label):
            self.failed += 1
            await asyncio.sleep(0.2)
        self.answers[person.id] = label

    async def all_is_well(self) -> None:
        for bot in self.bots:
            await eventually(bot.is_well, 30)

    async def says(self, *stuck: str) -> None:
        """That these are, each bot, and nothing else."""
        for bot in self.bots:
            await eventually(lambda bot=bot: bot.health().get("stuck") == [*stuck], 15)

    async def nothing_is_lost_or_doubled(self) -> None:
        """Every vote that was acknowledged counts once, and each card stands once and says so."""
        counted = self.bots[0].rows(COUNTED)
        assert {Account.parse(str(account)).user: label for account, label in counted} == self.answers
        assert len(counted) == len(self.answers)
        answers = Counter(self.answers.values())
        await eventually(lambda: [votes(card) for card in cards(self.rep, crowd.STAFF)] == [answers], 60)
        await eventually(lambda: [votes(card) for card in cards(self.parent, crowd.FAMILIES)] == [answers], 60)
        assert self.bots[0].rows(POSTED) == [(0,)]


@asynccontextmanager
async def town(folder: Path, *roles: str, people: int = 60, database: str = "") -> AsyncIterator[Town]:
    """So many on each platform, and a bot of each role, connected."""
    files = crowd.write(folder / "district", people, people)
    district = roster.read(files)
    world = demo.pretend_world(district)
    async with platforms(world) as (slack, discord):
        bots = [BotProcess(world, slack, discord, folder, role, database) for role in roles]
        assert commands.load(Settings(_env_file=None, database_url=bots[0].database), files) == 0
        members = [one for one in district.members if one.slack != crowd.REP]
        staff = [(slack.sit(one.slack), crowd.STAFF) for one in members if one.slack]
        families = [(discord.sit(one.discord), crowd.FAMILIES) for one in members if one.discord]
        place = Town(slack, discord, bots, [*itertools.chain(*zip(staff, families, strict=True))])
        try:
            for bot in bots:
                bot.start()
            await place.all_is_well()
            await looked_around(bots[0].database)
            yield place
            for bot in bots:
                assert await bot.end() == 0
        finally:
            for bot in bots:
                bot.kill()
