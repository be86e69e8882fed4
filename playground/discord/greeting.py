"""What a session is told when it begins, and when the bot comes into a guild."""

from __future__ import annotations

from playground.discord import payloads, threads
from playground.discord.errors import Json
from playground.discord.guilds import Guild
from playground.discord.session import GUILD_MEMBERS, Session
from playground.discord.state import State

LISTS = ("presences", "voice_states", "stage_instances", "guild_scheduled_events", "soundboard_sounds")


def ready(state: State, session: Session, resume_url: str, *, sharded: bool) -> Json:
    """The guilds of its shard are named as not there yet: each follows as a GUILD_CREATE."""
    bot = {**payloads.user(state, state.bot), "verified": True, "mfa_enabled": False, "email": None, "flags": 0}
    return {
        "v": 10,
        "user": bot,
        "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds(state, session)],
        "session_id": session.id,
        "session_type": "normal",
        "resume_gateway_url": resume_url,
        "application": {"id": state.bot.id, "flags": 0},
        "private_channels": [],
        "_trace": [],
        **({"shard": list(session.shard)} if sharded else {}),
    }


def guilds(state: State, session: Session) -> list[Guild]:
    """Those of its shard that the bot is in."""
    return [guild for guild in state.guilds.values() if guild.has_bot and session.shard.has(guild.id)]


def guild_create(state: State, session: Session, guild: Guild) -> Json:
    members = [state.bot, *(guild.people.values() if session.intents & GUILD_MEMBERS else ())]
    return {
        **payloads.guild(state, guild),
        "joined_at": "2025-09-01T00:00:00.000000+00:00",
        "large": len(guild.people) + 1 > session.large_threshold,
        "member_count": len(guild.people) + 1,
        "members": [payloads.member(state, user) for user in members],
        "channels": [
            payloads.channel(state, one) for one in state.channels.values() if one.guild == guild.id and not one.thread
        ],
        "threads": threads.active(state, guild.id),
        **{name: [] for name in LISTS},
    }
