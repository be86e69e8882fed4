"""Files of members that go along: read from one platform and handed to the other, never kept; or had already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.boundary import NOT_BROUGHT, Message, Note, OutcomeUnknown, Platform, Refused, RemoteFile, RetryAfter
from bot.delivery.outcomes import NotFetched

TOO_LARGE = "too_large"  # as NOT_BROUGHT

AGAIN = 5.0  # seconds until the next attempt to fetch one


async def fetched(
    message: Message, to: Platform, platforms: Mapping[str, Platform], expected: Collection[str]
) -> tuple[Message, str]:
    """The message with the content of its file, if that can be had and `to` takes it; otherwise what it says instead,
    and why.
    Of the `expected` platforms some may not be connected yet. Raises NotFetched: nothing was posted yet."""
    loan = message.file
    if loan is None:
        return message, ""
    if is_too_large(loan, to):
        return _instead(message), TOO_LARGE
    if loan.content is not None or loan.at is None:
        return message, ""
    source = platforms.get(loan.at.platform)
    if source is None:
        if loan.at.platform in expected:
            raise NotFetched(AGAIN)
        return _instead(message), NOT_BROUGHT
    try:
        content = await source.fetch(loan.at, loan.reference)
    except Refused as error:
        return _instead(message), TOO_LARGE if error.reason == TOO_LARGE else NOT_BROUGHT
    except RetryAfter as error:
        raise NotFetched(error.after) from None
    except OutcomeUnknown:  # of something that changes nothing
        raise NotFetched(AGAIN) from None
    if len(content) > to.largest_file:
        return _instead(message), TOO_LARGE
    return replace(message, file=replace(loan, content=content)), ""


def is_too_large(loan: RemoteFile, to: Platform) -> bool:
    return loan.size > to.largest_file


def _instead(message: Message) -> Message:
    assert message.file
    return Message((Note(message.file.instead),))
