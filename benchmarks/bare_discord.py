"""`python -m benchmarks.bare_discord API GATEWAY TOKEN CHANNEL LABEL…`: posts buttons and answers each press with
a text that only its person sees."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


class Option(discord.ui.Button[discord.ui.View]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Your answer: {self.label}.", ephemeral=True)


class Bare(discord.Client):
    def __init__(self, channel: str, labels: Sequence[str]) -> None:
        super().__init__(intents=discord.Intents.default())
        self._channel, self._labels = channel, labels

    async def on_ready(self) -> None:
        view = discord.ui.View(timeout=None)
        for label in self._labels:
            view.add_item(Option(label=label, custom_id=label))
        await self.get_partial_messageable(int(self._channel)).send("Which night?", view=view)
        print("ready", flush=True)


def main(api: str, gateway: str, token: str, channel: str, *labels: str) -> None:
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    Bare(channel, labels).run(token, log_handler=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
