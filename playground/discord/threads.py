"""Threads: channels that begin with a message, bear its id, and are open to whoever is in the channel above them."""

from __future__ import annotations

from datetime import UTC, datetime

from playground.discord import payloads, posting
from playground.discord.errors import Json, Refusal
from playground.discord.state import Channel, Message, State, Thread
from playground.world import User

HAS_THREAD = 1 << 5  # a flag of the message
MOST_NAME = 100


def start(state: State, message: Message, owner: User, name: str, minutes: int) -> Channel:
    """`minutes` of silence after which it is archived. Raises Refusal 50024 or 160004."""
    parent = message.channel
    if parent.thread or parent.dm_with:
        raise Refusal(50024)
    if message.id in state.channels:
        raise Refusal(160004)
    about = Thread(parent, owner.id, minutes, _now())
    began = Channel(message.id, name, parent.members, parent.private, guild=parent.guild, thread=about)
    state.channels[began.id] = began
    message.flags |= HAS_THREAD
    message.seen = None
    if state.sees(began):
        state.dispatch("THREAD_CREATE", payloads.channel(state, began) | {"newly_created": True})
        posting.tell(state, "MESSAGE_UPDATE", message)
    posting.mark_beginning(state, began, owner, message)
    return began


def change(state: State, where: Channel, *, archived: bool | None = None, locked: bool | None = None) -> None:
    if where.thread is None:
        raise Refusal(50024)
    if archived is not None and archived != where.thread.archived:
        where.thread.archived, where.thread.archived_at = archived, _now()
    where.thread.locked = where.thread.locked if locked is None else locked
    if state.sees(where):
        state.dispatch("THREAD_UPDATE", payloads.channel(state, where))


def check_open(where: Channel) -> None:
    """Nothing is changed in what is archived. Raises Refusal 50083."""
    if where.thread and where.thread.archived:
        raise Refusal(50083)


def wake(state: State, where: Channel) -> None:
    """What is posted to an archived thread brings it back, unless it is locked. Raises Refusal 50083."""
    if where.thread and where.thread.archived:
        if where.thread.locked:
            raise Refusal(50083)
        change(state, where, archived=False)


def active(state: State, guild: str) -> list[Json]:
    """Those of a guild that the bot may read."""
    found = [one for one in state.channels.values() if one.thread and one.guild == guild and state.sees(one)]
    return [payloads.channel(state, one) for one in found if one.thread and not one.thread.archived]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
