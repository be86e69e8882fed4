"""A message comes to stand, changes and goes, and the gateway tells."""

from __future__ import annotations

from playground.discord import bodies, payloads
from playground.discord.errors import Json
from playground.discord.state import DEFAULT, THREAD_BEGINNING, Channel, Message, State
from playground.world import User


def post(
    state: State,
    channel: Channel,
    author: User,
    body: Json,
    *,
    type: int = DEFAULT,
    may_set: int = bodies.CREATE_FLAGS,
    only_for: str = "",
    interaction: Json | None = None,
    webhook: bool = False,
) -> Message:
    """Raises Refusal 50006 or 50035. The body has the shape of a message already."""
    flags = body.get("flags") or 0
    bodies.check(body, flags, may_set)
    message = Message(state.snowflake(), channel, author, type, flags=flags, only_for=only_for, interaction=interaction)
    message.reply_to = str((body.get("message_reference") or {}).get("message_id") or "")
    message.apply(body)
    message.webhook = webhook
    channel.messages[message.id] = message
    if channel.thread and (began := channel.thread.parent.messages.get(channel.id)):
        began.seen = None
    tell(state, "MESSAGE_CREATE", message, {"nonce": str(body["nonce"])} if body.get("nonce") is not None else {})
    return message


def mark_beginning(state: State, thread: Channel, owner: User, message: Message) -> None:
    """What Discord itself puts first into a thread: it points to the message that the thread began with."""
    first = Message(state.snowflake(), thread, owner, THREAD_BEGINNING, reply_to="")
    thread.messages[first.id] = first
    tell(state, "MESSAGE_CREATE", first)


def edit(state: State, message: Message, body: Json) -> None:
    """Raises Refusal 50006 or 50035. Components V2 stay once they are there."""
    flags = message.flags if body.get("flags") is None else (message.flags & ~bodies.EDIT_FLAGS) | body["flags"]
    bodies.check_kept(message.flags, flags)
    standing = {"content": message.content, "embeds": message.embeds, "components": message.components}
    bodies.check({**standing, **body}, flags, bodies.EDIT_FLAGS)
    message.apply(body)
    message.flags = flags & ~bodies.LOADING
    message.touch()
    tell(state, "MESSAGE_UPDATE", message)


def delete(state: State, message: Message) -> None:
    where = message.channel
    del where.messages[message.id]
    if where.thread and (began := where.thread.parent.messages.get(where.id)):
        began.seen = None
    if not message.only_for and state.sees(message.channel):
        gone = {"id": message.id, "channel_id": message.channel.id, **payloads.guild_id(message.channel)}
        state.dispatch("MESSAGE_DELETE", gone)


def tell(state: State, event: str, message: Message, more: Json | None = None) -> None:
    if message.only_for or not state.sees(message.channel):
        return
    data = payloads.message(state, message) | payloads.guild_id(message.channel) | (more or {})
    if not (message.channel.dm_with or message.webhook):
        data["member"] = {name: it for name, it in payloads.member(state, message.author).items() if name != "user"}
    state.dispatch(event, data)
