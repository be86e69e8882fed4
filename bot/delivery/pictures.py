"""The picture of somebody for whom the bot speaks, from the platform where they write."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from bot.boundary import Message, OutcomeUnknown, Platform, Refused, RetryAfter

PATIENCE = 2.0  # seconds


async def with_picture(message: Message, platforms: Mapping[str, Platform]) -> Message:
    """It waits for no picture: what cannot be had at once is left out."""
    speaker = message.speaker
    source = platforms.get(speaker.pictured.platform) if speaker and speaker.pictured else None
    if source is None or speaker is None or speaker.pictured is None:
        return message
    try:
        async with asyncio.timeout(PATIENCE):
            picture = await source.picture(speaker.pictured)
    except (RetryAfter, Refused, OutcomeUnknown, TimeoutError):
        return message
    return replace(message, speaker=replace(speaker, picture=picture))
