"""`python -m playground WORLD.json`: the pretend platforms and the page, one process, until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from playground.discord import Discord
from playground.slack import Slack
from playground.world import World


@asynccontextmanager
async def platforms(
    world: World, slack_port: int, discord_port: int
) -> AsyncIterator[tuple[Slack | None, Discord | None]]:
    """Those that the world has, listening."""
    slack = Slack(world.slack) if world.slack is not None else None
    discord = Discord(world.discord) if world.discord is not None else None
    async with AsyncExitStack() as stack:
        if slack is not None:
            await slack.start(port=slack_port)
            stack.push_async_callback(slack.stop)
        if discord is not None:
            await discord.start(port=discord_port)
            stack.push_async_callback(discord.stop)
        yield slack, discord


@asynccontextmanager
async def page(world: World, slack: Slack | None, discord: Discord | None, port: int) -> AsyncIterator[str]:
    """Its address. NiceGUI is needed here alone; as it takes seconds to import, that happens beside the platforms."""
    await asyncio.to_thread(importlib.import_module, "playground.page")
    from playground.page import Clock, Side, serve

    sides: list[Side] = []
    if (team := world.slack) is not None and slack is not None:
        people = [user for user in team.users if user.id != team.bot_user_id]
        names = (team.newcomers, team.roles)
        sides.append(Side("slack", team.team_name, people, slack.sit, world.commands, world.zone, *names))
    if (guild := world.discord) is not None and discord is not None:
        people = [user for user in guild.users if user.id != guild.application_id]
        names = (guild.newcomers, guild.roles)
        sides.append(Side("discord", guild.guild_name, people, discord.sit, world.commands, world.zone, *names))
    clock = Clock(world.clock_url, world.zone) if world.clock_url else None
    if clock is not None and discord is not None:
        discord.lives_by(lambda: clock.last or datetime.now(UTC))
    served = await serve(sides, clock, port, world.tries)
    try:
        yield served.url
    finally:
        await served.stop()


async def run(world: World, ports: argparse.Namespace) -> None:
    """Prints the addresses when everything is up, as one line of JSON, and returns after SIGTERM or SIGINT."""
    told_to_stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, told_to_stop.set)
    addresses: dict[str, str] = {}
    async with AsyncExitStack() as stack:
        slack, discord = await stack.enter_async_context(platforms(world, ports.slack_port, ports.discord_port))
        if slack is not None:
            addresses["slack_api"] = slack.api_url
        if discord is not None:
            addresses |= {"discord_api": discord.api_url, "discord_gateway": discord.gateway_url}
        if not ports.no_page:
            addresses["page"] = await stack.enter_async_context(page(world, slack, discord, ports.port))
        print(json.dumps(addresses), flush=True)
        await told_to_stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    parser.add_argument("world", type=Path, help="a JSON file: who and what is there")
    parser.add_argument("--port", type=int, default=0, help="of the page; 0 takes any")
    parser.add_argument("--slack-port", type=int, default=0)
    parser.add_argument("--discord-port", type=int, default=0)
    parser.add_argument("--no-page", action="store_true", help="the platforms alone")
    given = parser.parse_args()
    world = World.model_validate_json(given.world.read_text(encoding="utf-8"))
    try:
        asyncio.run(run(world, given))
    except OSError as error:  # a port that is taken
        parser.exit(1, f"{parser.prog}: {error.strerror}\n")


if __name__ == "__main__":
    main()
