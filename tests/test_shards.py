"""Discord's gateway in two parts, heard by several workers."""

from __future__ import annotations

import asyncio
from pathlib import Path

from support import databases
from support.discord_spec import check
from support.districts import PRETEND
from support.house import eventually
from support.partnership import Partnership, another
from support.process_bot import BotProcess
from support.talk import QUESTION

import demo
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import roster
from playground.discord import Discord
from playground.slack import Slack

BOTH = {(0, 2), (1, 2)}
TAKEN_OVER = 30.0  # seconds


@databases.on_postgresql
async def test_when_a_worker_dies_the_other_hears_both_parts(tmp_path: Path, database: str) -> None:
    districts = [roster.read(PRETEND), roster.read(another(tmp_path))]
    worlds = [demo.pretend_world(one) for one in districts]
    discord = Discord(*(world.discord for world in worlds if world.discord), check=check)
    assert worlds[0].slack
    slack = Slack(worlds[0].slack)
    discord.shards = 2
    for platform in (slack, discord):
        await platform.start()
    workers = [BotProcess(worlds[0], slack, discord, tmp_path, "worker") for _ in range(2)]
    settings = Settings(_env_file=None, database_url=workers[0].database)
    assert commands.load(settings, PRETEND) == 0
    try:
        for worker in workers:
            worker.start()
            await eventually(worker.is_well, 30)
        assert set(discord.gateway.shards_connected) == BOTH
        assert commands.load(settings, tmp_path / "district") == 0
        other = Partnership(districts[1], slack, discord).chair("discord", "Dana Lee", "town-square")
        await other.types("/somewhere")
        await other.sees("This place isn't connected to a district yet.")

        dana = Partnership(districts[0], slack, discord).chair("discord", "Dana Lee", "town-square")
        await dana.types(f"/poll {QUESTION} | Tuesday | Thursday")
        await dana.presses("Post it")
        await dana.sees_card(QUESTION)
        written_down = "SELECT count(*) FROM deliveries WHERE state = 'STANDING'"
        await eventually(lambda: workers[1].rows(written_down) == [(1,)])
        workers[0].kill()
        async with asyncio.timeout(TAKEN_OVER):
            while not (await dana.person.press(dana.card, "Tuesday")).acknowledged:
                await asyncio.sleep(0.1)
            while not (await other.types("/somewhere")).acknowledged:
                await asyncio.sleep(0.1)
        assert set(discord.gateway.shards_connected) == BOTH
        await eventually(lambda: "Tuesday: 1 vote" in dana.card.fallback)
    finally:
        for worker in workers:
            worker.kill()
        for platform in (slack, discord):
            await platform.stop()
    assert not discord.spec_violations
