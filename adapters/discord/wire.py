"""Calls to Discord and what their failures mean, the same for all who call."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from http import HTTPStatus

import aiohttp
import discord
import discord.gateway
from discord.http import HTTPClient, Route

from bot.boundary import OutcomeUnknown, Refused, RetryAfter

SHUT_OUT = 60.0  # seconds to wait while Discord takes nothing at all from this address or with this token
STEP = 10.0  # seconds that Discord has for each answer on which connecting waits; aiohttp alone would wait for minutes
FAILED = (discord.DiscordException, aiohttp.ClientError, OSError)  # all that a call may raise


@contextmanager
def in_our_terms() -> Iterator[None]:
    """Raises RetryAfter, Refused or OutcomeUnknown. Discord's own errors may quote what was sent: they end here."""
    try:
        yield
    except discord.RateLimited as error:
        raise RetryAfter(error.retry_after) from None
    except discord.LoginFailure:
        raise Refused("invalid_auth") from None
    except discord.DiscordServerError:
        raise OutcomeUnknown from None
    except discord.HTTPException as error:
        if error.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.UNAUTHORIZED):
            raise RetryAfter(SHUT_OUT) from None
        if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:  # of where files lie discord.py says no more than this
            raise OutcomeUnknown from None
        raise Refused(str(error.code or error.status)) from None
    except aiohttp.ClientConnectorError:
        raise RetryAfter(1.0) from None
    except (aiohttp.ClientError, OSError):
        raise OutcomeUnknown from None


def in_time() -> aiohttp.ClientTimeout:
    """Of one answer. What discord.py waits for a rate is not counted: cut off, it would let nothing pass any more."""
    return aiohttp.ClientTimeout(total=STEP)


@contextmanager
def _each_in_time(http: HTTPClient) -> Iterator[None]:
    """Also those for which discord.py asks by itself."""
    ask = http.request
    http.request = partial(ask, timeout=in_time())  # type: ignore[method-assign]  # no setting says so
    try:
        yield
    finally:
        http.request = ask  # type: ignore[method-assign]  # as it was


@asynccontextmanager
async def logging_in(client: discord.Client) -> AsyncIterator[None]:
    """The same around a login and all that belongs to it, which can then be tried again; each answer comes in time."""
    try:
        with in_our_terms(), _each_in_time(client.http):
            yield
    except (RetryAfter, OutcomeUnknown):
        await client.http.close()
        client.http.connector = discord.utils.MISSING  # closed with its session; login makes a new one
        raise


def lead_to(api_url: str) -> None:
    """All of this process's calls, unless it is empty: discord.py keeps one address for the whole process."""
    if api_url:
        Route.BASE = api_url.rstrip("/")


def passes(trouble: BaseException | None) -> bool:
    """Whether discord.py would try again after it, had it not met it in the first moment, over which it stumbles. Where
    the gateway's address is wrong it need not."""
    if isinstance(trouble, aiohttp.WSServerHandshakeError):
        return trouble.status >= HTTPStatus.INTERNAL_SERVER_ERROR or trouble.status == HTTPStatus.TOO_MANY_REQUESTS
    return isinstance(trouble, (*FAILED, discord.gateway.ReconnectWebSocket))
