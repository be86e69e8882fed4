"""Two districts in one installation: each with a Slack workspace and a Discord server of its own, and the real bot."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy.orm import Session
from support import databases
from support.discord_spec import check
from support.districts import PRETEND, copy, edit, spread
from support.house import SIGNING_SECRET
from support.talk import Chair

import demo
import wiring
from adapters.slack import workspaces
from bot.onboarding import strangers
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import roster
from bot.storage import database
from playground.discord import Discord
from playground.slack import SlackCloud

SHARD = 1 << 22  # what parts the ids of servers of different shards
CLIENT_ID, CLIENT_SECRET = "11.22", "pretend-client-secret"


@dataclass
class Partnership:
    """One of the districts, from outside."""

    district: roster.Roster
    cloud: SlackCloud
    discord: Discord

    @property
    def team(self) -> str:
        return self.district.district.slack_team or ""

    @property
    def guild(self) -> str:
        return self.district.district.discord_guild or ""

    def chair(self, platform: str, name: str, channel: str) -> Chair:
        member = next(one for one in self.district.members if one.name == name)
        place = next(one for one in self.district.places if (one.platform, one.name) == (platform, channel))
        if platform == "slack":
            return Chair(self.cloud.workspaces[self.team].sit(member.slack or ""), place.channel)
        return Chair(self.discord.sit(member.discord or ""), place.channel)


@dataclass
class Installation:
    cedar: Partnership
    other: Partnership
    cloud: SlackCloud
    discord: Discord
    settings: Settings
    bot: wiring.Bot
    patch: pytest.MonkeyPatch

    def ahead(self, seconds: float) -> None:
        """Time passes, for Slack's tokens: on its side and in the adapter."""
        self.cloud.ahead += seconds
        there = self.cloud.ahead
        self.patch.setattr(workspaces, "now", lambda: time.time() + there)

    async def later(self, **ahead: float) -> None:
        """Moves the district's clock ahead, as `timedelta` takes it."""
        await self.bot.timetable.jump(self.bot.clock.now() + timedelta(**ahead), lambda: self.bot.sender.drain(5.0))

    async def installs(self, team: str) -> str:
        """An admin of the workspace follows the link to its end; the page that they then read."""
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser:
            link, cookie = await self.begins(browser)
            async with browser.get(self.cloud.allow(link, team), headers={"Cookie": cookie}) as page:
                return await page.text()

    async def begins(self, browser: aiohttp.ClientSession) -> tuple[str, str]:
        """Where Slack asks the admin, and the cookie by which their browser is known again (over HTTPS only, which
        stands before the bot, so the jar of a test would keep it to itself)."""
        here = f"http://127.0.0.1:{self.settings.port}/slack/install"
        async with browser.get(here, allow_redirects=False) as sent:
            assert sent.status == 302
            return sent.headers["Location"], sent.headers["Set-Cookie"].partition(";")[0]

    def code(self, district: str) -> str:
        """What whoever runs the bot hands to a caretaker."""
        with Session(database.connect(self.settings.database_url)) as session:
            made = strangers.code_for(session, district)
            session.commit()
        return made


@asynccontextmanager
async def installation(folder: Path, *, rotating: bool = False, as_one: bool = False) -> AsyncIterator[Installation]:
    """Loaded with both districts, connected to both platforms, and installed nowhere. `as_one`: the workspaces of both
    are the first one's."""
    ours, theirs = roster.read(PRETEND), roster.read(another(folder))
    worlds = [demo.pretend_world(one) for one in (ours, theirs)]
    port = demo.free_port()
    cloud = SlackCloud(
        [world.slack for world in worlds if world.slack],
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        redirect_urls=[f"http://127.0.0.1:{port}/slack/oauth_redirect"],
        request_url=f"http://127.0.0.1:{port}/slack/events",
        signing_secret=SIGNING_SECRET,
        rotating=rotating,
    )
    guilds = [world.discord for world in worlds if world.discord]
    discord = Discord(*guilds, joined=(), check=check)
    for platform in (cloud, discord):
        await platform.start()
    settings = Settings(
        _env_file=None,
        database_url=databases.address(folder),
        slack_client_id=CLIENT_ID,
        slack_client_secret=CLIENT_SECRET,
        slack_signing_secret=SIGNING_SECRET,
        connection_keys=databases.KEY,
        slack_api_url=cloud.api_url,
        discord_token=guilds[0].bot_token,
        discord_api_url=discord.api_url,
        discord_gateway_url=discord.gateway_url,
        port=port,
    )
    for files in (_joined(folder, theirs),) if as_one else (PRETEND, folder / "district"):
        assert commands.load(settings, files) == 0
    try:
        async with wiring.running(settings) as bot, wiring.serving(settings, bot):
            await asyncio.wait_for(bot.connected, 20)
            made = [Partnership(one, cloud, discord) for one in (ours, theirs)]
            with pytest.MonkeyPatch.context() as patch:
                yield Installation(*made, cloud, discord, settings, bot, patch)
    finally:
        for platform in (cloud, discord):
            await platform.stop()
    assert not discord.spec_violations


def _joined(folder: Path, other: roster.Roster) -> Path:
    """The pretend district with the workspaces of the other, and its district team with those homes there."""
    files = copy(folder / "joined")
    team, guild = other.district.slack_team or "", other.district.discord_guild or ""
    homes = [place for place in other.places if place.name == "partnership-leadership"]
    spread(files, team, guild, {place.platform: place.channel for place in homes})
    return files


def another(folder: Path) -> Path:
    """The pretend district once more under another name: the same people, at the same ids where Slack allows that. Its
    server is another shard's where there are two."""
    other = copy(folder)
    edit(other, "district.yaml", "key: cedar-valley", "key: other")
    edit(other, "district.yaml", "name: Cedar Valley\n", "name: Otherside\n")
    edit(other, "district.yaml", "T01CEDAR", "T02OTHER")
    for file in ("district.yaml", "places.csv"):
        text = (other / file).read_text("utf-8")
        (other / file).write_text(re.sub(r"\b\d{17,20}\b", lambda id: str(int(id[0]) + SHARD), text), "utf-8")
    return other
