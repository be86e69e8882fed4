"""Who the bot is, where it is, who else is there."""

from __future__ import annotations

from typing import Any

from playground.discord import payloads
from playground.discord.bodies import shaped
from playground.discord.errors import Refusal
from playground.discord.rest.call import Call, Handler
from playground.discord.shape import fields, snowflake

_open_dm = fields({"recipient_id": snowflake}, {})


def gateway(call: Call) -> Any:
    return {"url": call.gateway_url}


def gateway_bot(call: Call) -> Any:
    starts = {"total": 1000, "remaining": max(0, 1000 - call.identifies), "reset_after": 86_400_000}
    return {"url": call.gateway_url, "shards": 1, "session_start_limit": starts | {"max_concurrency": 1}}


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
    world = call.state.world
    return [{"id": world.guild_id, "name": world.guild_name, "icon": None, "owner": False, "features": []}]


def guild(call: Call) -> Any:
    _in_guild(call)
    return payloads.guild(call.state)


def guild_channels(call: Call) -> Any:
    _in_guild(call)
    return [payloads.channel(call.state, one) for one in call.state.channels.values() if not one.dm_with]


def guild_member(call: Call) -> Any:
    _in_guild(call)
    if (found := call.state.users.get(call.params["user_id"])) is None:
        raise Refusal(10007)
    return payloads.member(call.state, found)


def channel(call: Call) -> Any:
    return payloads.channel(call.state, call.state.channel(call.params["channel_id"]))


def open_dm(call: Call) -> Any:
    """The same one each time."""
    body = shaped(call.body, _open_dm)
    return payloads.channel(call.state, call.state.dm(str(body["recipient_id"])))


def _in_guild(call: Call) -> None:
    if call.params["guild_id"] != call.state.world.guild_id:
        raise Refusal(10004)


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
