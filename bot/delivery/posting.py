"""One post of what may stand there already: the platform is asked before it is posted again."""

from __future__ import annotations

from bot.boundary import Address, Message, NoEvidence, Platform
from bot.delivery.claims import SendAttempt
from bot.delivery.outbox import Ruling
from bot.delivery.outcomes import Unneeded


async def post(platform: Platform, to: Address, message: Message, attempt: SendAttempt) -> str:
    """What somebody ruled of a message that was held holds where the platform still cannot tell. What is to be taken
    away is not posted, but may stand there. Raises Unneeded, and what `platform.post` raises."""
    if attempt.removed:
        if found := await find(platform, to, message, attempt):
            return found
        raise Unneeded
    try:
        return await platform.post(to, message, attempt.delivery, attempt.since)
    except NoEvidence:
        if attempt.ruling == Ruling.LEAVE:
            raise Unneeded from None
        if attempt.ruling != Ruling.SEND:
            raise
    return await platform.post(to, message, attempt.delivery, None)


async def find(platform: Platform, to: Address, message: Message, attempt: SendAttempt) -> str:
    """What stands there already; empty where nothing does. As `post` does with what somebody ruled."""
    if attempt.since is None:
        return ""
    try:
        return await platform.find(to, message, attempt.delivery, attempt.since)
    except NoEvidence:
        if attempt.ruling == Ruling.LEAVE:
            raise Unneeded from None
        if attempt.ruling != Ruling.SEND:
            raise
    return ""
