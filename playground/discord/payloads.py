"""People, channels and messages as Discord writes them in JSON."""

from __future__ import annotations

from datetime import UTC, datetime

from playground.discord import pings
from playground.discord.errors import Json
from playground.discord.guilds import Guild
from playground.discord.session import GUILD_MEMBERS, MESSAGE_CONTENT, PRESENCES
from playground.discord.state import (
    EPOCH_MS,
    MEMBER_PERMISSIONS,
    REPLY,
    SEND,
    THREAD_BEGINNING,
    VIEW,
    Channel,
    Message,
    State,
    Thread,
)
from playground.world import User

TEXT_CHANNEL, DM, PUBLIC_THREAD = 0, 1, 11
# The flag of an application, in fewer than 100 guilds, that may ask for a privileged intent.
GRANTS = {GUILD_MEMBERS: 1 << 15, PRESENCES: 1 << 13, MESSAGE_CONTENT: 1 << 19}


def user(state: State, who: User) -> Json:
    return {
        "id": who.id,
        "username": who.handle,
        "global_name": None if who is state.bot else who.name,
        "discriminator": "0000" if who is state.bot else "0",
        "avatar": None,
        "bot": who is state.bot or who.id in state.bots,
        "public_flags": 0,
    }


def member(state: State, who: User) -> Json:
    return {
        "user": user(state, who),
        "roles": [],
        "joined_at": "2025-09-01T00:00:00.000000+00:00",
        "nick": who.name if who is state.bot else None,
        "avatar": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "premium_since": None,
        "communication_disabled_until": None,
    }


def channel(state: State, where: Channel) -> Json:
    last = next(reversed(where.messages), None)
    if where.dm_with:
        recipients = [user(state, where.dm_with)]
        return {"id": where.id, "type": DM, "last_message_id": last, "flags": 0, "recipients": recipients}
    if where.thread:
        return _thread(where, where.thread, last)
    return {
        "id": where.id,
        "type": TEXT_CHANNEL,
        "guild_id": where.guild,
        "name": where.name,
        "position": where.position,
        "permission_overwrites": _overwrites(state, where),
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "last_message_id": last,
        "rate_limit_per_user": 0,
        "flags": 0,
    }


def _thread(where: Channel, about: Thread, last: str | None) -> Json:
    said = sum(message.type != THREAD_BEGINNING for message in where.messages.values())
    authors = {about.owner, *(message.author.id for message in where.messages.values())}
    return {
        "id": where.id,
        "type": PUBLIC_THREAD,
        "guild_id": where.guild,
        "parent_id": about.parent.id,
        "name": where.name,
        "owner_id": about.owner,
        "last_message_id": last,
        "message_count": said,
        "total_message_sent": said,
        "member_count": len(authors),
        "rate_limit_per_user": 0,
        "flags": 0,
        "thread_metadata": {
            "archived": about.archived,
            "locked": about.locked,
            "auto_archive_duration": about.minutes,
            "archive_timestamp": about.archived_at or about.began,
            "create_timestamp": about.began,
        },
    }


def _overwrites(state: State, where: Channel) -> list[Json]:
    closed = {"id": where.guild, "type": 0, "allow": "0", "deny": str(VIEW if where.private else SEND)}
    given = [_overwrite(one, VIEW | SEND, where.denied if one == state.bot.id else 0) for one in sorted(where.members)]
    return [closed, *given]


def _overwrite(user: str, allow: int, deny: int) -> Json:
    return {"id": user, "type": 1, "allow": str(allow & ~deny), "deny": str(deny)}


def guild(state: State, which: Guild) -> Json:
    everyone = {
        "id": which.id,
        "name": "@everyone",
        "permissions": str(MEMBER_PERMISSIONS),
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": which.id,
        "name": which.name,
        "icon": None,
        "owner_id": next(iter((*which.people, state.bot.id))),
        "roles": [everyone],
        "emojis": [],
        "stickers": [],
        "features": [],
        "preferred_locale": "en-US",
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "afk_timeout": 300,
    }


def application(state: State) -> Json:
    granted = sum(flag for intent, flag in GRANTS.items() if state.privileged_intents & intent)
    return {
        "id": state.bot.id,
        "name": state.world.bot_name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user(state, state.bot),
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": user(state, next(iter(state.users.values()))),
        "team": None,
        "flags": granted,
        "flags_new": str(granted),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_guild_count": sum(guild.has_bot for guild in state.guilds.values()),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "integration_types_config": {"0": {}},
    }


def message(state: State, what: Message, *, within: bool = False) -> Json:
    """`within` another one, which it is replied to by."""
    pinged = pings.pings(state, what)
    data: Json = {
        "id": what.id,
        "type": what.type,
        "channel_id": what.channel.id,
        "author": user(state, what.author),
        "content": what.content,
        "timestamp": timestamp(what.id),
        "edited_timestamp": what.edited,
        "tts": False,
        "mention_everyone": bool({"everyone", "here"} & set(pinged)),
        "mentions": [user(state, state.users[one]) for one in pinged if one in state.users],
        "mention_roles": [one[1:] for one in pinged if one.startswith("&")],
        "attachments": what.attachments,
        "embeds": what.embeds,
        "components": what.components,
        "flags": what.flags,
        "pinned": False,
    }
    if what.reactions:
        data["reactions"] = [_reaction(emoji, len(users)) for emoji, users in what.reactions.items()]
    if what.interaction:
        data |= {"application_id": state.bot.id, "webhook_id": state.bot.id}
        data["interaction_metadata"] = what.interaction
    if what.webhook:
        data |= {"webhook_id": what.author.id, "author": data["author"] | {"bot": True, "discriminator": "0000"}}
        if what.author.id in state.webhooks:
            data["application_id"] = state.bot.id
    if what.type == THREAD_BEGINNING and what.channel.thread:
        parent = what.channel.thread.parent
        data["message_reference"] = {"type": 0, "message_id": what.channel.id, "channel_id": parent.id}
    if what.reply_to:
        data["message_reference"] = {"type": 0, "message_id": what.reply_to, "channel_id": what.channel.id}
        data["message_reference"] |= guild_id(what.channel)
    if what.type == REPLY and not within:
        replied = what.channel.messages.get(what.reply_to)
        data["referenced_message"] = message(state, replied, within=True) if replied else None
    if what.id in state.channels and not within:
        data["thread"] = channel(state, state.channels[what.id])
    return data


def _reaction(emoji: str, count: int) -> Json:
    counted = {"count": count, "count_details": {"burst": 0, "normal": count}, "burst_colors": []}
    return counted | {"me": False, "me_burst": False, "emoji": {"id": None, "name": emoji}}


def reaction(state: State, what: Message, who: User, emoji: str, *, on: bool) -> Json:
    """What the gateway tells of it."""
    data: Json = {
        "user_id": who.id,
        "channel_id": what.channel.id,
        "message_id": what.id,
        "emoji": {"id": None, "name": emoji},
        "burst": False,
        "type": 0,
    } | guild_id(what.channel)
    if on and what.channel.guild:
        data |= {"member": member(state, who), "message_author_id": what.author.id}
    return data


def bare(data: Json) -> Json:
    """A message as a bot without the MESSAGE_CONTENT intent gets it."""
    emptied = {**data, "content": "", "embeds": [], "attachments": [], "components": []}
    return emptied | (
        {"referenced_message": bare(data["referenced_message"])} if data.get("referenced_message") else {}
    )


def guild_id(where: Channel) -> Json:
    """The field that says which guild something happened in; none for a DM."""
    return {"guild_id": where.guild} if where.guild else {}


def timestamp(snowflake: str) -> str:
    moment = datetime.fromtimestamp(((int(snowflake) >> 22) + EPOCH_MS) / 1000, UTC)
    return moment.isoformat(timespec="microseconds")
