"""Discord as the core's `Platform`."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from types import MappingProxyType

import aiohttp
import discord
from discord.http import HTTPClient, MultipartParameters
from discord.utils import time_snowflake

from adapters.discord.ids import deliveries
from adapters.discord.render import card
from adapters.discord.talk import NAME
from bot.boundary import Account, Address, Buttons, FateUnknown, Message, NoEvidence, NotNow, Pace, Refused

# A channel takes 5 of a kind in 5 s, a bot 50 requests a second in all.
PACES = MappingProxyType(
    {"post": Pace(channel=1.0, workspace=0.025), "edit": Pace(channel=1.05), "delete": Pace(channel=1.0)}
)
NONCE_LIVES = 120.0  # seconds for which Discord surely knows a nonce again; it says "a few minutes"
CLOCKS_DIFFER = 10.0  # seconds that Discord's clock may be behind ours
PAGE, PAGES = 100, 20  # messages in a page of history, pages that are read at most
UNKNOWN_MESSAGE = 10008
SHUT_OUT = 60.0  # seconds to wait while Discord takes nothing at all from this address or with this token


class Outbound:
    """Sends through the client's HTTP, which keeps to Discord's rates and waits for 30 s at most."""

    name: str = NAME
    paces: Mapping[str, Pace] = PACES

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    @property
    def _http(self) -> HTTPClient:
        return self._client.http

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        body = card(message, str(delivery)) | {"nonce": str(delivery), "enforce_nonce": True}
        with _in_our_terms():
            if since is not None and time.time() - since > NONCE_LIVES:
                standing = await self._find(to, message, delivery, since)
                if standing:
                    return standing
            # Within the life of the nonce Discord itself gives back the message that stands there.
            sent = await self._http.send_message(to.channel, params=MultipartParameters(body, None, None))
        return str(sent["id"])

    async def edit(self, at: Address, remote: str, message: Message, delivery: int) -> None:
        body = card(message, str(delivery))
        with _in_our_terms():
            await self._http.edit_message(at.channel, remote, params=MultipartParameters(body, None, None))

    async def delete(self, at: Address, remote: str) -> None:
        try:
            with _in_our_terms():
                await self._http.delete_message(at.channel, remote)
        except Refused as refused:
            if refused.reason != str(UNKNOWN_MESSAGE):
                raise

    async def open_dm(self, account: Account) -> Address:
        with _in_our_terms():
            channel = await self._http.start_private_message(account.user)
        return Address(NAME, "", str(channel["id"]))

    async def _find(self, at: Address, message: Message, delivery: int, since: float) -> str:
        """The message that bears the delivery in its buttons, or "" where surely none does."""
        try:
            read = 0
            async for page in self._history(at.channel, since - CLOCKS_DIFFER):
                for found in page:
                    if str(delivery) in self._borne(found):
                        return str(found["id"])
                read += len(page)
            if not any(isinstance(part, Buttons) and part.buttons for part in message.parts):
                raise NoEvidence
            # To those who may not read it Discord shows a channel as empty.
            if not read and at.workspace and not await self._http.logs_from(at.channel, 1):
                raise NoEvidence
        except discord.Forbidden:
            raise NoEvidence from None
        return ""

    def _borne(self, found: discord.types.message.Message) -> set[str]:
        me = self._client.user
        return deliveries(found.get("components")) if me and str(found["author"]["id"]) == str(me.id) else set()

    async def _history(self, channel: str, since: float) -> AsyncIterator[list[discord.types.message.Message]]:
        """All messages after a Unix time, page by page. Raises NoEvidence where they are too many to read."""
        after = time_snowflake(datetime.fromtimestamp(since, UTC)) - 1
        for _ in range(PAGES):
            page = await self._http.logs_from(channel, PAGE, after=after)
            yield page
            if len(page) < PAGE:
                return
            after = max(int(found["id"]) for found in page)
        raise NoEvidence


@contextmanager
def _in_our_terms() -> Iterator[None]:
    """Tells by which of our errors a request failed. Discord's own may quote what was sent: they end here."""
    try:
        yield
    except discord.RateLimited as error:
        raise NotNow(error.retry_after) from None
    except discord.DiscordServerError:
        raise FateUnknown from None
    except discord.HTTPException as error:
        if error.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.UNAUTHORIZED):
            raise NotNow(SHUT_OUT) from None
        raise Refused(str(error.code or error.status)) from None
    except aiohttp.ClientConnectorError:
        raise NotNow(1.0) from None
    except (aiohttp.ClientError, OSError):
        raise FateUnknown from None
