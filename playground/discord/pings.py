"""Whom a message notifies: what its text mentions, cut down by `allowed_mentions`."""

from __future__ import annotations

from collections.abc import Iterator

from playground.discord.components import TEXT, walk
from playground.discord.markdown import mentioned
from playground.discord.state import Message, State

EVERYTHING = {"parse": ["users", "roles", "everyone"]}


def texts(message: Message) -> Iterator[str]:
    """The texts that may ping; an embed's never does."""
    if message.content:
        yield message.content
    for _, component in walk(message.components):
        if component["type"] == TEXT:
            yield component["content"]


def pings(state: State, message: Message) -> tuple[str, ...]:
    """User ids, "everyone", "here" and roles as "&" and their ids. Without `allowed_mentions` all that is mentioned is
    pinged. Whatever role is mentioned is there, and may be."""
    allowed = EVERYTHING if message.allowed_mentions is None else message.allowed_mentions
    parse = allowed.get("parse") or []
    named = {str(user) for user in allowed.get("users") or []}
    roles = {str(role) for role in allowed.get("roles") or []}
    found: dict[str, None] = {}
    for text in texts(message):
        for kind, value in mentioned(text):
            if kind == "role" and ("roles" in parse or value in roles):
                found[f"&{value}"] = None
            pinged = "everyone" in parse if kind == "all" else "users" in parse or value in named
            if pinged and (kind == "all" or value in state.users):
                found[value] = None
    if message.reply_to and (message.allowed_mentions is None or allowed.get("replied_user")):
        replied = message.channel.messages.get(message.reply_to)
        found |= {replied.author.id: None} if replied else {}
    if message.only_for:
        return tuple(user for user in found if user == message.only_for)
    return tuple(user for user in found if user not in state.users or user in message.channel.members)
