"""One post of what may stand there already: the platform is asked before it is posted again."""

from __future__ import annotations

from collections.abc import Awaitable

from bot.boundary import Address, Message, NoEvidence, Platform, Refused
from bot.delivery.claims import SendAttempt
from bot.delivery.outbox import WITHHELD, Ruling
from bot.delivery.outcomes import Unneeded


async def post(platform: Platform, to: Address, message: Message, attempt: SendAttempt) -> str:
    """What may be there is only looked for if it is to be taken away, or its place is for others by now. Raises
    Unneeded, and what `platform.post` raises."""
    if attempt.only_sought:
        if found := await find(platform, to, message, attempt):
            return found
        raise Unneeded if attempt.removed else Refused(WITHHELD)
    posted = await _as_ruled(platform.post(to, message, attempt.delivery, attempt.since), attempt)
    return posted if posted is not None else await platform.post(to, message, attempt.delivery, None)


async def find(platform: Platform, to: Address, message: Message, attempt: SendAttempt) -> str:
    """The message, if it has been posted before; otherwise empty. Raises Unneeded, and what `platform.find` raises."""
    if attempt.since is None:
        return ""
    return await _as_ruled(platform.find(to, message, attempt.delivery, attempt.since), attempt) or ""


async def _as_ruled(asked: Awaitable[str], attempt: SendAttempt) -> str | None:
    """Where the platform still can't tell, what somebody ruled of a message that was held: None if it is to be
    posted."""
    try:
        return await asked
    except NoEvidence:
        if attempt.ruling == Ruling.LEAVE:
            raise Unneeded from None
        if attempt.ruling != Ruling.SEND:
            raise
    return None
