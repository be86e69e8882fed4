"""Webhooks of channels: what the bot makes of them, and what it says through them under any name."""

from __future__ import annotations

import secrets
from typing import Any

from playground.discord import attachments, bodies, payloads, posting, threads
from playground.discord.errors import Json, Refusal, Wrong
from playground.discord.rest import interactions
from playground.discord.rest.call import Call, Handler
from playground.discord.shape import fields, text
from playground.discord.state import Channel, Message, Webhook
from playground.world import User

MOST = 15  # in a channel
FORBIDDEN = ("clyde", "discord")
_new = fields({"name": text(1, 80)}, {})


def listed(call: Call) -> Any:
    channel = _managed(call)
    return [_shown(call, one) for one in call.state.webhooks.values() if one.channel is channel]


def make(call: Call) -> Any:
    channel, body = _managed(call), bodies.shaped(call.body, _new)
    _check_name(body["name"], "name")
    if sum(one.channel is channel for one in call.state.webhooks.values()) >= MOST:
        raise Refusal(30007)
    webhook = Webhook(call.state.snowflake(), secrets.token_urlsafe(24), body["name"], channel)
    call.state.webhooks[webhook.id] = webhook
    return _shown(call, webhook)


def _managed(call: Call) -> Channel:
    """Raises Refusal 50001, 50013, 10003 or, in a thread, 50024."""
    channel = call.state.channel(call.params["channel_id"])
    if not call.state.may_manage_webhooks:
        raise Refusal(50013)
    if channel.thread or channel.dm_with:
        raise Refusal(50024)
    return channel


def post(call: Call) -> Any:
    if call.params["webhook_id"] == call.state.bot.id:
        return interactions.follow_up(call)
    webhook = _webhook(call)
    where = _where(call, webhook)
    body = attachments.taken_in(call.state, where.id, bodies.shaped(call.body, bodies.SPOKEN), call.uploads)
    name = body.get("username") or webhook.name
    _check_name(name, "username")
    _check_components(call, body)
    threads.wake(call.state, where)
    author = User(id=webhook.id, name=name, handle=name)
    message = posting.post(call.state, where, author, body, webhook=True)
    return payloads.message(call.state, message) if call.query.get("wait") == "true" else None


def edit(call: Call) -> Any:
    if call.params["webhook_id"] == call.state.bot.id:
        return interactions.edit(call)
    message = _named(call)
    threads.check_open(message.channel)
    body = bodies.shaped(call.body, bodies.EDIT)
    _check_components(call, body)
    posting.edit(call.state, message, body)
    return payloads.message(call.state, message)


def delete(call: Call) -> Any:
    if call.params["webhook_id"] == call.state.bot.id:
        return interactions.delete(call)
    posting.delete(call.state, _named(call))
    return None


def read(call: Call) -> Any:
    if call.params["webhook_id"] == call.state.bot.id:
        return interactions.read(call)
    return payloads.message(call.state, _named(call))


def _webhook(call: Call) -> Webhook:
    """Raises Refusal 10015 or 50027."""
    webhook = call.state.webhooks.get(call.params["webhook_id"])
    if webhook is None:
        raise Refusal(10015)
    if webhook.token != call.params["webhook_token"]:
        raise Refusal(50027)
    return webhook


def _where(call: Call, webhook: Webhook) -> Channel:
    """Its channel, or a thread there. Raises Refusal 10003."""
    wanted = call.query.get("thread_id")
    if wanted is None:
        return webhook.channel
    where = call.state.channels.get(wanted)
    if where is None or where.thread is None or where.thread.parent is not webhook.channel:
        raise Refusal(10003)
    return where


def _named(call: Call) -> Message:
    """One of its own. Raises Refusal 10008."""
    webhook = _webhook(call)
    message = _where(call, webhook).messages.get(call.params["message_id"])
    if message is None or not message.webhook or message.author.id != webhook.id:
        raise Refusal(10008)
    return message


def _check_name(name: str, field: str) -> None:
    wrong = Wrong()
    if any(word in name.lower() for word in FORBIDDEN):
        wrong.add((field,), "USERNAME_INVALID_CONTAINS", "Username cannot contain that")
    wrong.refuse()


def _check_components(call: Call, body: Json) -> None:
    """Without `with_components` Discord passes over them, and the message is empty."""
    if body.get("components") and call.query.get("with_components") != "true":
        raise Refusal(50006)


def _shown(call: Call, webhook: Webhook) -> Json:
    return {
        "id": webhook.id,
        "type": 1,
        "guild_id": webhook.channel.guild,
        "channel_id": webhook.channel.id,
        "name": webhook.name,
        "avatar": None,
        "application_id": call.state.bot.id,
        "token": webhook.token,
        "user": payloads.user(call.state, call.state.bot),
    }


_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
ROUTES: dict[str, Handler] = {
    "GET /channels/{channel_id}/webhooks": listed,
    "POST /channels/{channel_id}/webhooks": make,
    f"POST {_WEBHOOK}": post,
    f"GET {_WEBHOOK}/messages/{{message_id}}": read,
    f"PATCH {_WEBHOOK}/messages/{{message_id}}": edit,
    f"DELETE {_WEBHOOK}/messages/{{message_id}}": delete,
}
