"""`python -m benchmarks.bare_relay API GATEWAY TOKEN SLACK THREADS.json`: posts in Slack what it hears in Discord, as
a bridge of a few lines does: all as it comes, over one HTTP session. THREADS says which thread belongs to which."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from slack_sdk.web.async_client import AsyncWebClient


class Bare(discord.Client):
    def __init__(self, slack: str, threads: dict[str, tuple[str, str]]) -> None:
        intents = discord.Intents.default()
        intents.message_content = True
        super().__init__(intents=intents)
        self._slack, self._threads = slack, threads

    async def setup_hook(self) -> None:
        session = aiohttp.ClientSession()
        self._web = AsyncWebClient("xoxb-pretend", base_url=self._slack, session=session, retry_handlers=[])

    async def on_ready(self) -> None:
        print("ready", flush=True)

    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot or str(message.channel.id) not in self._threads:
            return
        channel, thread = self._threads[str(message.channel.id)]
        words = f"{message.author.display_name}: {message.content}"
        await self._web.chat_postMessage(channel=channel, thread_ts=thread, text=words)


def main(api: str, gateway: str, token: str, slack: str, threads: str) -> None:
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    Bare(slack, json.loads(Path(threads).read_text(encoding="utf-8"))).run(token, log_handler=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
