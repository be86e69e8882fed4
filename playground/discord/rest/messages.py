"""Messages of a channel."""

from __future__ import annotations

from typing import Any

from playground.discord import attachments, bodies, payloads, posting, session, threads
from playground.discord.errors import Json, Refusal, Wrong
from playground.discord.rest.call import Call, Handler
from playground.discord.shape import SNOWFLAKE
from playground.discord.state import DEFAULT, REPLY, Message, State


def history(call: Call) -> Any:
    """Newest first, as Discord gives them."""
    channel = call.state.channel(call.params["channel_id"])
    limit, anchors = _limit(call), [name for name in ("around", "before", "after") if name in call.query]
    standing = sorted((one for one in channel.messages.values() if not one.only_for), key=_number)
    if anchors:
        standing = _near(standing, anchors[0], int(call.query[anchors[0]]), limit)
    return [_as_read(call.state, message) for message in reversed(standing[-limit:])]


def _near(standing: list[Message], anchor: str, at: int, limit: int) -> list[Message]:
    earlier = [message for message in standing if _number(message) < at]
    later = [message for message in standing if _number(message) > at]
    match anchor:
        case "before":
            return earlier
        case "after":
            return later[:limit]
        case _:
            here = [message for message in standing if _number(message) == at]
            half = limit // 2
            return ((earlier[-half:] if half else []) + here + later[:half])[:limit]


def _number(message: Message) -> int:
    return int(message.id)


def _limit(call: Call) -> int:
    wrong, limit = Wrong(), call.query.get("limit", "50")
    if not limit.isdigit() or not 1 <= int(limit) <= 100:
        wrong.add(("limit",), "NUMBER_TYPE_COERCE", "int value should be between 1 and 100.")
    for name in call.query:
        if name in ("around", "before", "after"):
            if not SNOWFLAKE.fullmatch(call.query[name]):
                wrong.add((name,), "NUMBER_TYPE_COERCE", "Value is not snowflake.")
        elif name != "limit":
            wrong.add((name,), "UNKNOWN_FIELD", "Not a parameter of this request.")
    if len(call.query.keys() & {"around", "before", "after"}) > 1:
        wrong.add(("around",), "BASE_TYPE_CHOICES", "Only one of around, before and after.")
    wrong.refuse()
    return int(limit)


def read(call: Call) -> Any:
    return _as_read(call.state, _named(call))


def create(call: Call) -> Any:
    """With `enforce_nonce` a nonce of the last minutes gives back what it posted then."""
    channel = call.state.channel(call.params["channel_id"], to_send=True)
    body = attachments.taken_in(call.state, channel.id, bodies.shaped(call.body, bodies.CREATE), call.uploads)
    nonce = None if body.get("nonce") is None else str(body["nonce"])
    if nonce is not None and body.get("enforce_nonce") and (first := call.state.first_with_nonce(channel, nonce)):
        return payloads.message(call.state, first) | {"nonce": nonce}
    replies = _replies(call.state, channel.id, body)
    threads.wake(call.state, channel)
    message = posting.post(call.state, channel, call.state.bot, body, type=REPLY if replies else DEFAULT)
    if nonce is None:
        return payloads.message(call.state, message)
    call.state.keep_nonce(message, nonce)
    return payloads.message(call.state, message) | {"nonce": nonce}


def _replies(state: State, channel_id: str, body: Json) -> bool:
    """Whether it replies to a message; one that is not there is refused, or passed over if the body says so."""
    reference = body.get("message_reference")
    if reference is None:
        return False
    there = str(reference["message_id"]) in state.channels[channel_id].messages
    if not there and reference.get("fail_if_not_exists", True):
        wrong = Wrong()
        wrong.add(("message_reference",), "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")
        wrong.refuse()
    return there


def edit(call: Call) -> Any:
    message = _named(call)
    if message.author is not call.state.bot:
        raise Refusal(50005)
    threads.check_open(message.channel)
    posting.edit(call.state, message, bodies.shaped(call.body, bodies.EDIT))
    return payloads.message(call.state, message)


def delete(call: Call) -> Any:
    """What others wrote the bot may take away only with a permission that it does not need otherwise."""
    message = _named(call)
    allowed = call.state.may_manage_messages and not message.channel.dm_with
    if message.author is not call.state.bot and not allowed:
        raise Refusal(50003 if message.channel.dm_with else 50013)
    posting.delete(call.state, message)


def _named(call: Call) -> Message:
    return call.state.message(call.params["channel_id"], call.params["message_id"])


def _as_read(state: State, message: Message) -> Json:
    data = payloads.message(state, message)
    whole = data | payloads.guild_id(message.channel)
    may_read = state.privileged_intents & session.MESSAGE_CONTENT or session.may_read(whole, state.bot.id)
    return data if may_read else payloads.bare(data)


ROUTES: dict[str, Handler] = {
    "GET /channels/{channel_id}/messages": history,
    "POST /channels/{channel_id}/messages": create,
    "GET /channels/{channel_id}/messages/{message_id}": read,
    "PATCH /channels/{channel_id}/messages/{message_id}": edit,
    "DELETE /channels/{channel_id}/messages/{message_id}": delete,
}
