"""Threads in Discord: channels that begin with a message and bear its id. They begin with a card, or at the latest when
something is to be said there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal, TypeVar

import discord
import structlog
from discord.http import HTTPClient

from adapters.discord.escape import cut, one_line
from adapters.discord.wire import FAILED
from bot.boundary import Address

UNKNOWN_CHANNEL, STANDS_ALREADY, ARCHIVED = 10003, 160004, 50083
SILENCE: Literal[10080] = 10080  # minutes until Discord puts a thread aside
MOST_NAME = 100

T = TypeVar("T")
log = structlog.get_logger()


def room(at: Address) -> str:
    """The channel in which something there stands."""
    return at.thread or at.channel


async def begin(http: HTTPClient, channel: str, message: str, name: str) -> None:
    try:
        shown = cut(one_line(name), MOST_NAME) or "…"
        await http.start_thread_with_message(channel, message, name=shown, auto_archive_duration=SILENCE)
    except discord.HTTPException as error:
        if error.code != STANDS_ALREADY:
            raise


async def try_to_begin(http: HTTPClient, channel: str, message: str, name: str) -> None:
    """The card stands, with a thread or without."""
    try:
        await begin(http, channel, message, name)
    except FAILED as error:
        code = error.code if isinstance(error, discord.HTTPException) else type(error).__name__
        log.warning("thread not begun", code=str(code))


async def there(http: HTTPClient, at: Address, name: str, send: Callable[[], Awaitable[T]]) -> T:
    """Sends to a thread, which begins if it has not begun."""
    try:
        return await send()
    except discord.NotFound as error:
        if not at.thread or error.code != UNKNOWN_CHANNEL:
            raise
    await begin(http, at.channel, at.thread, name)
    return await send()


async def awake(http: HTTPClient, at: Address, change: Callable[[], Awaitable[T]]) -> T:
    """Changes something in a thread, which may have been put aside."""
    try:
        return await change()
    except discord.HTTPException as error:
        if not at.thread or error.code != ARCHIVED:
            raise
    await http.edit_channel(at.thread, archived=False)
    return await change()
