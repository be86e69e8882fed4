"""What two joined channels must survive: people in both write, answer in threads, send files along, change and delete
what they wrote, every connection is unreliable, and the bot's process is killed.

JOINED_STORM chooses how many messages there are, JOINED_WORKERS several workers on PostgreSQL instead of one process on
SQLite, STORM_SEEDS another seed. The pace at which the platforms let anybody post is lifted (`support.paces`).

What answers a message that is gone by then is the one thing that may not come across: neither platform lets anybody
write below nothing. Its author is told so, unless all of that happened on Discord while the bot was away. What a
webhook may have said or not is held; here somebody looks in the end and has all of it posted: each word is there once.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.districts import PRETEND, pretend
from support.house import eventually, platforms
from support.process_bot import BotProcess
from support.square import PEOPLE, PLACES, Square
from support.truth import Truth

import demo
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.joined import joinings, names
from bot.bridge.joined.names import Shown
from bot.delivery import outbox, rulings
from bot.delivery.outbox import Delivery, State
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import model as people
from bot.people.places import Place
from bot.storage import context
from bot.storage.database import connect
from playground.discord import Discord
from playground.slack import Slack

SEEDS = [int(seed) for seed in os.environ.get("STORM_SEEDS", "1").split()[:1]]
MESSAGES = int(os.environ.get("JOINED_STORM", "500"))
WORKERS = int(os.environ.get("JOINED_WORKERS", "0"))
BEHIND = 90 + MESSAGES / 4  # seconds until all is said that waits: people write faster than it can be
RETRIES = (0.2, 1.0, 3.0, 6.0, 10.0, 20.0, 40.0, 60.0)  # seconds; Slack's own are longer than any lease
AGREEING = ("Dana Lee", "Samuel Okafor", "Patricia Nowak", "Marcus Tilley", "Hannah Whitaker")
UNSENT = "SELECT count(*) FROM deliveries WHERE waits_since IS NOT NULL AND state IN ('WAITING', 'STANDING')"
UNCROSSED = "SELECT count(*) FROM carried WHERE NOT crossed AND NOT deleted"

pytestmark = [pytest.mark.timeout(400 + MESSAGES)]


def join(database: str) -> None:
    """Everybody has agreed and chosen a name."""
    engine = connect(database)
    now = datetime.now(UTC)
    with Session(engine, autoflush=False, info=context.info()) as session:
        members = {one.name: one for one in session.scalars(select(people.Member))}
        places = [one for one in session.scalars(select(Place)) if one.address.endswith(tuple(PLACES.values()))]
        joining = joinings.ask(session, members[AGREEING[0]], places, now)
        assert joining
        for name in AGREEING[1:]:
            joinings.agree(session, joining, members[name], now)
        for those in PEOPLE.values():
            for name in those:
                names.choose(session, members[name], Shown.NAMED, name)
        joining.pause = 1
        outbox.note_changes(session)
        session.commit()
    engine.dispose()


async def shake(slack: Slack, discord: Discord, rng: random.Random) -> None:
    while True:
        await asyncio.sleep(rng.uniform(1.0, 4.0))
        match rng.randint(0, 2):
            case 0:
                await slack.disconnect(rng.choice(("warning", "refresh_requested")))
            case 1:
                await discord.close_gateway(resumable=rng.random() < 0.5)
            case 2:
                await discord.drop_gateway()


@databases.on_sqlite
@pytest.mark.skipif(WORKERS > 0, reason="JOINED_WORKERS asks for PostgreSQL")
@pytest.mark.parametrize("seed", SEEDS)
async def test_every_word_is_in_the_other_channel_once(tmp_path: Path, seed: int) -> None:
    await storm(tmp_path, seed, ["run"])


@databases.on_postgresql
@pytest.mark.skipif(WORKERS == 0, reason="run by hand: JOINED_WORKERS=2")
@pytest.mark.parametrize("seed", SEEDS)
async def test_with_several_workers(tmp_path: Path, database: str, seed: int) -> None:
    await storm(tmp_path, seed, ["worker"] * WORKERS)


async def storm(folder: Path, seed: int, roles: Sequence[str]) -> None:
    print(f"seed {seed}: STORM_SEEDS={seed} repeats it; the bots' logs are in {folder}")
    rng, world = random.Random(seed), demo.pretend_world(pretend())
    async with platforms(world, rng, retry_delays=RETRIES) as (slack, discord):
        bots = [BotProcess(world, slack, discord, folder, role, paced=False) for role in roles]
        database = bots[0].database
        assert commands.load(Settings(_env_file=None, database_url=database), PRETEND) == 0
        truth = Truth(Square(slack, discord, bots, rng))
        try:
            for bot in bots:
                bot.start()
            for bot in bots:
                await eventually(bot.is_well, 60)
            await asyncio.to_thread(join, database)
            await eventually(lambda: bots[0].rows("SELECT count(*) FROM threads WHERE under IS NOT NULL") == [(2,)], 60)
            await through_the_storm(truth)
            for bot in bots:
                await eventually(bot.is_well, 60)
                assert await bot.end() == 0
        finally:
            for bot in bots:
                bot.kill()
                print(bot.last_words())
            print(truth.wrong()[:20])


async def through_the_storm(truth: Truth) -> None:
    square = truth.square
    slack, discord, rows = square.slack, square.discord, square.bots[0].rows
    for platform in (slack, discord):
        platform.deliver_times, platform.rates_enforced = (1, 2), False
        for kind in ("429", "500", "drop_before", "drop_after"):
            platform.faults.chance(kind, 0.01, seconds=1.0)
    shaking = asyncio.create_task(shake(slack, discord, square.rng))
    await square.talks(MESSAGES)
    shaking.cancel()
    for platform in (slack, discord):
        platform.faults.clear()
        platform.deliver_times = (1, 1)
    await eventually(lambda: not slack.delivery._background, 200)
    await eventually(lambda: rows(UNCROSSED) == [(0,)], 60)
    # What Discord did not tell while the line was cut is asked for before it is there.
    await eventually(lambda: rows(UNSENT) == [(0,)] and truth.missing() <= truth.doubtful(), BEHIND)
    await looked(truth)
    if truth.wrong():  # looking takes seconds of 5,000, in which the pretend platforms answer nobody
        await eventually(lambda: rows(UNSENT) == [(0,)] and not truth.wrong(), BEHIND)
    assert truth.wrong() == []
    assert not truth.held()
    assert truth.failed() == len(truth.below_what_is_gone())
    assert truth.elsewhere() == []


async def looked(truth: Truth) -> None:
    """What is missing is held, and nothing else; somebody has all of it posted."""
    print(f"held: {len(truth.held())}")
    assert truth.missing() <= truth.doubtful()
    truth.ruled |= truth.held()
    await asyncio.to_thread(post_all, truth.square.bots[0].database)


def post_all(database: str) -> None:
    engine = connect(database)
    with Session(engine, autoflush=False, info=context.info()) as session:
        held = select(Delivery.card, Delivery.subject).where(
            Delivery.state == State.HELD, Delivery.card.in_((MESSAGE, FILE))
        )
        for card, subject in session.execute(held).all():
            rulings.try_again(session, card, subject)
        outbox.note_changes(session)
        session.commit()
    engine.dispose()
