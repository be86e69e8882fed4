"""A whole house for a test: pretend platforms, the pretend district and the real bot, on the wire in one process."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from support import databases, paces
from support.clock import on_a_tuesday
from support.discord_spec import check
from support.districts import pretend

import demo
import wiring
from bot.delivery import outcomes
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import roster
from bot.timetable import Clock
from playground.discord import Discord
from playground.person import Person, SeenMessage
from playground.slack import Slack
from playground.world import World

SIGNING_SECRET = "pretend-signing-secret"
GAPS = (0.2, 0.4)  # seconds between two edits of one card: in a story they stand for minutes


@dataclass
class House:
    slack: Slack
    discord: Discord
    district: roster.Roster
    bot: wiring.Bot

    def sit(self, platform: str, name: str) -> Person:
        """Somebody of the district, by name, at their Slack or Discord."""
        member = next(one for one in self.district.members if one.name == name)
        return (self.slack if platform == "slack" else self.discord).sit(member.account(platform))

    def channel(self, platform: str, name: str) -> str:
        places = self.district.places
        return next(place.channel for place in places if (place.platform, place.name) == (platform, name))


async def eventually(look: Callable[[], object], seconds: float = 10.0) -> None:
    """Waits until `look` finds something; fails with what it found last."""
    until = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < until, f"still {found!r} after {seconds} s"
        await asyncio.sleep(0.02)


def newest(person: Person, channel: str, *, private: bool | None = None) -> SeenMessage:
    """The last message that this person sees there."""
    return [one for one in person.messages(channel) if private is None or one.private == private][-1]


@asynccontextmanager
async def platforms(
    world: World, rng: random.Random | None = None, **slack_calls: Any
) -> AsyncIterator[tuple[Slack, Discord]]:
    """Both, listening; at the end nothing that was sent to Discord may have violated its own description."""
    assert world.slack
    assert world.discord
    slack, discord = Slack(world.slack, rng=rng, **slack_calls), Discord(world.discord, rng=rng, check=check)
    async with AsyncExitStack() as ending:
        for platform in (slack, discord):
            await platform.start()
            ending.push_async_callback(platform.stop)
        yield slack, discord
    assert not discord.spec_violations, discord.spec_violations


def settings(world: World, slack: Slack, discord: Discord, database: str, **more: object) -> Settings:
    addresses = {
        "slack_api": slack.api_url,
        "discord_api": discord.api_url,
        "discord_gateway": discord.gateway_url,
    }
    given = {name.lower(): value for name, value in demo.connect(world, addresses).items()}
    return Settings(_env_file=None, database_url=database, **given, **more)


async def looked_around(database: str, team: str = "") -> None:
    """Waits until Slack has told who is in its channels, of a workspace or of all, as from then on what previews say of
    that stays as it is."""
    there = f"address like 'slack:{team}%'"
    unknown = f"select count(*) from places where {there} and id not in (select place_id from presences)"
    await eventually(lambda: databases.rows(database, unknown) == [(0,)], 20.0)


@asynccontextmanager
async def house(
    folder: Path, *, http: bool = False, files: Path | None = None, clock: Clock | None = None
) -> AsyncIterator[House]:
    """`http`: Slack calls the bot. `files`: of another district than the pretend one. Nobody is held to a pace here."""
    district = roster.read(files) if files else pretend()
    world = demo.pretend_world(district)
    port = demo.free_port()
    calls = {"request_url": f"http://127.0.0.1:{port}/slack/events", "signing_secret": SIGNING_SECRET} if http else {}
    called = {"port": port, "slack_signing_secret": SIGNING_SECRET} if http else {}
    async with AsyncExitStack() as ending:
        ending.enter_context(patch.object(outcomes, "GAPS", GAPS))
        ending.enter_context(paces.lifted())
        ending.enter_context(paces.patient())
        slack, discord = await ending.enter_async_context(platforms(world, ack_seconds=paces.PATIENT, **calls))
        slack.rates_enforced = discord.rates_enforced = False
        chosen = settings(
            world, slack, discord, databases.address(folder) if files else databases.loaded(folder), **called
        )
        assert not files or commands.load(chosen, files) == 0
        bot = await ending.enter_async_context(wiring.running(chosen, clock=clock or on_a_tuesday()))
        if http:
            await ending.enter_async_context(wiring.serving(chosen, bot))
        await asyncio.wait_for(bot.connected, 20)
        await looked_around(chosen.database_url)
        yield House(slack, discord, district, bot)
