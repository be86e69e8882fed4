"""Requests that are made once. discord.py sends again what Discord answered with a 5xx, though it may have been done;
Discord knows only messages with a nonce and threads again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from http import HTTPStatus
from typing import Any

import aiohttp
from discord.http import HTTPClient, Route
from discord.utils import _to_json

from adapters.discord.render import Json
from adapters.discord.wire import SHUT_OUT
from bot.boundary import OutcomeUnknown, Refused, RetryAfter


class Once:
    """`http` has the bot's token, once it has logged in."""

    def __init__(self, http: HTTPClient) -> None:
        self._http = http

    @cached_property
    def _session(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())

    async def close(self) -> None:
        await self._session.close()

    async def as_bot(self, method: str, path: str, body: Json) -> Json:
        """Raises RetryAfter, Refused with Discord's code, or OutcomeUnknown, as the others do."""
        return await self._ask(method, path, {}, {"Authorization": f"Bot {self._http.token}"}, body)

    async def by_path(self, method: str, path: str, query: Mapping[str, str], body: Json | None) -> Json:
        """Where the path has a token in it."""
        return await self._ask(method, path, query, {}, body)

    async def send_form(self, path: str, query: Mapping[str, str], fields: Iterable[Mapping[str, Any]]) -> Json:
        """With files; the path has a token in it."""
        form = aiohttp.FormData(quote_fields=False)  # Discord takes no field names that are escaped
        for field in fields:
            form.add_field(**field)
        return await self._ask("POST", path, query, {}, form)

    async def _ask(
        self,
        method: str,
        path: str,
        query: Mapping[str, str],
        headers: Mapping[str, str],
        body: Json | aiohttp.FormData | None,
    ) -> Json:
        data = _to_json(body) if isinstance(body, dict) else body
        kind = {"Content-Type": "application/json"} if isinstance(body, dict) else {}
        sent = {"User-Agent": self._http.user_agent, **kind, **headers}
        url = f"{Route.BASE}{path}"
        try:
            async with self._session.request(method, url, params=query, data=data, headers=sent) as response:
                status, said = response.status, await response.read()
        except aiohttp.ClientConnectorError:
            raise RetryAfter(1.0) from None
        except (aiohttp.ClientError, OSError):
            raise OutcomeUnknown from None
        return _answer(status, said)


def _answer(status: int, said: bytes) -> Json:
    """Raises RetryAfter, Refused or OutcomeUnknown."""
    try:
        read = json.loads(said) if said else {}
    except ValueError:  # a page of what stands before Discord
        read = None
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        raise _meaning(status, read if isinstance(read, dict) else {})
    if not isinstance(read, dict):
        raise OutcomeUnknown
    return read


def _meaning(status: int, answer: Mapping[str, Any]) -> Exception:
    code = answer.get("code")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        after = answer.get("retry_after")
        return RetryAfter(float(after) if isinstance(after, int | float) else SHUT_OUT)
    if status == HTTPStatus.UNAUTHORIZED and not code:  # the bot's own token; a webhook's has a code
        return RetryAfter(SHUT_OUT)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return OutcomeUnknown()
    return Refused(str(code or status))
