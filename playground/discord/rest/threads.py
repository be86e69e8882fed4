"""Threads that the bot begins, finds and brings back."""

from __future__ import annotations

from typing import Any

from playground.discord import payloads, threads
from playground.discord.bodies import shaped
from playground.discord.errors import Refusal
from playground.discord.rest.call import Call, Created, Handler
from playground.discord.shape import choice, fields, flag, number, text
from playground.discord.state import START_THREADS

_SILENCE = choice((60, 1440, 4320, 10080))  # minutes
_start = fields(
    {"name": text(1, threads.MOST_NAME)}, {"auto_archive_duration": _SILENCE, "rate_limit_per_user": number(0, 21600)}
)
_change = fields(
    {}, {"archived": flag, "locked": flag, "name": text(1, threads.MOST_NAME), "auto_archive_duration": _SILENCE}
)


def start(call: Call) -> Any:
    message = call.state.message(call.params["channel_id"], call.params["message_id"])
    if not call.state.may(call.state.channel(message.channel.id, to_send=True), START_THREADS):
        raise Refusal(50013)
    body = shaped(call.body, _start)
    minutes = body.get("auto_archive_duration") or 1440
    return Created(
        payloads.channel(call.state, threads.start(call.state, message, call.state.bot, body["name"], minutes))
    )


def change(call: Call) -> Any:
    """Anybody may bring back what is archived and not locked; all else needs a permission that the bot has not."""
    where, body = call.state.channel(call.params["channel_id"]), shaped(call.body, _change)
    if where.thread is None or body.keys() != {"archived"} or body["archived"] or where.thread.locked:
        raise Refusal(50013)
    threads.change(call.state, where, archived=False)
    return payloads.channel(call.state, where)


def join(call: Call) -> Any:
    if call.state.channel(call.params["channel_id"]).thread is None:
        raise Refusal(50024)


def active(call: Call) -> Any:
    guild = call.state.guilds.get(call.params["guild_id"])
    if guild is None or not guild.has_bot:
        raise Refusal(50001 if guild else 10004)
    return {"threads": threads.active(call.state, guild.id), "members": []}


ROUTES: dict[str, Handler] = {
    "POST /channels/{channel_id}/messages/{message_id}/threads": start,
    "PATCH /channels/{channel_id}": change,
    "PUT /channels/{channel_id}/thread-members/@me": join,
    "GET /guilds/{guild_id}/threads/active": active,
}
