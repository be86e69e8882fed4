"""A small bot on unmodified discord.py, to try the pretend Discord with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord as library
import pytest
import yarl
from discord import app_commands

from playground.discord import Discord
from playground.world import Channel, DiscordWorld, User

BOT, GUILD, FAMILIES, STAFF, LOBBY = "900", "200", "300", "301", "302"
ANA, DANA = "11", "12"
WORLD = DiscordWorld(
    guild_id=GUILD,
    guild_name="Cedar Valley families",
    application_id=BOT,
    bot_token="discord-token",
    users=(User(id=ANA, name="Ana Ruiz", handle="ana", locale="es-419"), User(id=DANA, name="Dana Lee", handle="dana")),
    channels=(
        Channel(id=FAMILIES, name="families", members=(ANA, DANA, BOT)),
        Channel(id=STAFF, name="staff", members=(DANA,), private=True),
        Channel(id=LOBBY, name="lobby", members=(ANA, DANA)),
    ),
)
INTENTS = library.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Yes(library.ui.Button["Card"]):
    def __init__(self, then: str) -> None:
        super().__init__(label="Yes", custom_id="yes")
        self.then = then

    async def callback(self, interaction: library.Interaction) -> None:
        await interaction.response.edit_message(view=Card(self.then))


class Card(library.ui.LayoutView):
    """A heading, the words and a button that puts other words there."""

    def __init__(self, words: str, then: str = "Thanks") -> None:
        super().__init__(timeout=None)
        row = library.ui.ActionRow["Card"](Yes(then))
        self.add_item(library.ui.Container["Card"](library.ui.TextDisplay(f"## Poll\n{words}"), row))


class Ask(library.ui.Modal, title="A new poll"):
    def __init__(self) -> None:
        super().__init__(timeout=None)
        options = [library.SelectOption(label="One", value="1", default=True)]
        options += [library.SelectOption(label="Two", value="2")]
        self.question = library.ui.TextInput["Ask"](custom_id="question", max_length=40, default="Which day?")
        self.kind = library.ui.Select["Ask"](custom_id="kind", options=options)
        self.add_item(library.ui.Label(text="Question", description="What to ask", component=self.question))
        self.add_item(library.ui.Label(text="Answers", component=self.kind))

    async def on_submit(self, interaction: library.Interaction) -> None:
        view = Card(f"{self.question.value} {self.kind.values[0]}")
        await interaction.response.send_message(view=view, ephemeral=True)


class Bot(library.Client):
    """`/ask` opens a form, `/slow` never answers, `/later words` answers late; what is said to it is in `heard`."""

    def __init__(self) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=library.AllowedMentions.none(),
            guild_ready_timeout=0.05,
        )
        self.heard: asyncio.Queue[library.Message] = asyncio.Queue()
        self.readied = asyncio.Event()
        self.resumed = asyncio.Event()
        self.tree = app_commands.CommandTree(self)
        self.tree.command(name="ask", description="Opens a form")(ask)
        self.tree.command(name="slow", description="Never answers")(slow)
        self.tree.command(name="later", description="Answers late")(later)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Does not wait 5 s, as discord.py does before each further time."""

    async def on_ready(self) -> None:
        self.readied.set()

    async def on_resumed(self) -> None:
        self.resumed.set()

    async def on_message(self, message: library.Message) -> None:
        self.heard.put_nowait(message)

    def channel(self, channel_id: str) -> library.PartialMessageable:
        return self.get_partial_messageable(int(channel_id))


async def ask(interaction: library.Interaction) -> None:
    await interaction.response.send_modal(Ask())


async def slow(interaction: library.Interaction) -> None:
    return


async def later(interaction: library.Interaction, words: str) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    await interaction.edit_original_response(content=words)
    await interaction.followup.send("And more", ephemeral=True)


@asynccontextmanager
async def connected(pretend: Discord, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """The bot, logged in and ready."""
    monkeypatch.setattr("discord.http.Route.BASE", pretend.api_url)
    monkeypatch.setattr("discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY", yarl.URL(pretend.gateway_url))
    bot = Bot()
    running = asyncio.create_task(bot.start(WORLD.bot_token))
    ready = asyncio.create_task(bot.readied.wait())
    await asyncio.wait([running, ready], return_when=asyncio.FIRST_COMPLETED, timeout=10)
    if running.done():
        running.result()
    yield bot
    ready.cancel()
    await bot.close()
    await running
