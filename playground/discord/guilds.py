"""The guilds of the pretend Discord: who is in each, and whether the bot is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from playground.world import DiscordWorld, User


@dataclass(eq=False)
class Guild:
    id: str
    name: str
    people: Mapping[str, User]  # by id, the bot not among them
    has_bot: bool


def founded(worlds: Sequence[DiscordWorld], joined: Collection[str] | None) -> dict[str, Guild]:
    """By id. `joined` are those that the bot is in; None: all of them. Raises ValueError if the worlds do not fit
    together: ids stand for one thing each, and all of them are of the same bot."""
    _check(worlds)
    guilds = {}
    for world in worlds:
        people = {user.id: user for user in world.users if user.id != world.application_id}
        has_bot = joined is None or world.guild_id in joined
        guilds[world.guild_id] = Guild(world.guild_id, world.guild_name, people, has_bot)
    return guilds


def _check(worlds: Sequence[DiscordWorld]) -> None:
    if len({(world.application_id, world.bot_name, world.bot_token) for world in worlds}) != 1:
        raise ValueError("all guilds must be of the same bot")
    ids = [one for world in worlds for one in (world.guild_id, *(channel.id for channel in world.channels))]
    people = {user for world in worlds for user in world.users}
    if len({*ids, *(user.id for user in people)}) != len(ids) + len(people):
        raise ValueError("an id stands for two things")
