"""Who the bot is, where it is, who else is there."""

from __future__ import annotations

from typing import Any

from playground.discord import payloads
from playground.discord.bodies import shaped
from playground.discord.errors import Refusal
from playground.discord.guilds import Guild
from playground.discord.rest.call import Call, Handler
from playground.discord.shape import fields, snowflake
from playground.discord.state import Channel, State

_open_dm = fields({"recipient_id": snowflake}, {})


def gateway(call: Call) -> Any:
    return {"url": call.gateway_url}


def gateway_bot(call: Call) -> Any:
    starts = {"total": 1000, "remaining": max(0, 1000 - call.identifies), "reset_after": 86_400_000}
    return {"url": call.gateway_url, "shards": call.shards, "session_start_limit": starts | {"max_concurrency": 1}}


def me(call: Call) -> Any:
    more = {"flags": 0, "mfa_enabled": False, "locale": "en-US", "verified": True, "email": None}
    return payloads.user(call.state, call.state.bot) | more


def user(call: Call) -> Any:
    if (found := call.state.users.get(call.params["user_id"])) is None:
        raise Refusal(10013)
    return payloads.user(call.state, found)


def application(call: Call) -> Any:
    if call.params.get("application_id", call.state.bot.id) != call.state.bot.id:
        raise Refusal(10002)
    return payloads.application(call.state)


def guilds(call: Call) -> Any:
    return [
        {"id": guild.id, "name": guild.name, "icon": None, "owner": False, "features": []}
        for guild in call.state.guilds.values()
        if guild.has_bot
    ]


def guild(call: Call) -> Any:
    return payloads.guild(call.state, _guild(call, without_bot=10004))


def guild_channels(call: Call) -> Any:
    here = _guild(call)
    return [payloads.channel(call.state, one) for one in _plain(call.state) if one.guild == here.id]


def _plain(state: State) -> list[Channel]:
    return [one for one in state.channels.values() if one.thread is None]


def guild_member(call: Call) -> Any:
    members = {**_guild(call).people, call.state.bot.id: call.state.bot}
    if (found := members.get(call.params["user_id"])) is None:
        raise Refusal(10007)
    return payloads.member(call.state, found)


def channel(call: Call) -> Any:
    return payloads.channel(call.state, call.state.channel(call.params["channel_id"]))


def open_dm(call: Call) -> Any:
    """The same one each time."""
    body = shaped(call.body, _open_dm)
    return payloads.channel(call.state, call.state.dm(str(body["recipient_id"])))


def _guild(call: Call, *, without_bot: int = 50001) -> Guild:
    """Raises Refusal 10004, or `without_bot` where the bot is not: of the guild itself Discord says it is unknown."""
    found = call.state.guilds.get(call.params["guild_id"])
    if found is None or not found.has_bot:
        raise Refusal(without_bot if found else 10004)
    return found


ROUTES: dict[str, Handler] = {
    "GET /gateway": gateway,
    "GET /gateway/bot": gateway_bot,
    "GET /users/@me": me,
    "GET /users/{user_id}": user,
    "GET /oauth2/applications/@me": application,
    "GET /applications/@me": application,
    "GET /applications/{application_id}": application,
    "GET /users/@me/guilds": guilds,
    "GET /guilds/{guild_id}": guild,
    "GET /guilds/{guild_id}/channels": guild_channels,
    "GET /guilds/{guild_id}/members/{user_id}": guild_member,
    "GET /channels/{channel_id}": channel,
    "POST /users/@me/channels": open_dm,
}
