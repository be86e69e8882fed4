"""What is posted and what is answered where a platform may have done it and does not say so."""

from __future__ import annotations

import time

from bot.boundary import Address, File, Message, OutcomeUnknown, Platform, Private, RemoteFile, RetryAfter, Text

FLYER = RemoteFile("flyer.txt", 5, None, "", "", b"Come!")


async def deliver(platform: Platform, to: Address, message: Message, number: int = 1) -> str:
    """As the sender does: what may have been posted is looked for, what was certainly not is posted again."""
    began, since = time.time(), None
    for _ in range(3):
        try:
            return await platform.post(to, message, number, since)
        except RetryAfter:
            continue
        except OutcomeUnknown:
            since = began
    raise AssertionError("never known")


async def chart() -> bytes:
    return b"a picture"


ANSWER = Private(Message((Text("Here it is."),)), files=(File("chart.png", "A chart", chart),))
