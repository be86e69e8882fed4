"""Slack's requests over HTTP, on a web application that somebody else serves. Nothing in a request is read before it is
known to be Slack's own and no older than five minutes. One that was kept and comes again has no effect: the core
knows its identity."""

from __future__ import annotations

import json
import logging
from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier
from yarl import URL

PATH = "/slack/events"
# What reading raises, ours and Bolt's, over a body that has not the shape of Slack's.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)

log = logging.getLogger(__name__)


class Endpoint:
    def __init__(self, signing_secret: str) -> None:
        self.web_routes = (web.post(PATH, self._answer),)
        self._verifier = SignatureVerifier(signing_secret)
        self._app: AsyncApp | None = None

    @property
    def heard_at(self) -> float | None:
        """None while open: where nobody does anything, Slack says nothing. Before and after, 0."""
        return None if self._app else 0.0

    async def open(self, app: AsyncApp) -> None:
        self._app = app

    async def close(self) -> None:
        self._app = None

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            body = await request.read()  # aiohttp refuses what is over 1 MiB; a view, Slack's largest, has 250 KB
        except (ConnectionError, web.RequestPayloadError):  # hung up, or does not speak HTTP to the end
            return web.Response(status=400)
        if not self._is_from_slack(request, body):
            if b"ssl_check=1" in body.split(b"&"):  # only a look at the certificate
                return web.Response()
            log.warning("refused: not signed by Slack within the last minutes")
            return web.Response(status=401)
        if self._app is None:
            return web.Response(status=503)
        try:
            # As a socket brings it: nothing is left that Bolt must check or read.
            asked = AsyncBoltRequest(mode="socket_mode", body=_read(request.content_type, await request.text()))
        except UNREADABLE as error:
            log.warning("refused: not readable: %s", type(error).__name__)
            return web.Response(status=400)
        return await to_aiohttp_response(await self._app.async_dispatch(asked))

    def _is_from_slack(self, request: web.Request, body: bytes) -> bool:
        """Bolt checks the same, but only after it has read the body."""
        headers = request.headers
        timestamp, signature = headers.get("X-Slack-Request-Timestamp"), headers.get("X-Slack-Signature")
        try:
            return self._verifier.is_valid(body, timestamp, signature)
        except (ValueError, TypeError):  # a time that is no number; bytes that are no text; a signature beyond ASCII
            return False


def _read(kind: str, body: str) -> dict[str, Any]:
    """An event comes as JSON, a command as a form, everything else as JSON in a form. Raises one of UNREADABLE."""
    if kind == "application/json":
        payload = json.loads(body)
    else:
        fields = URL.build(query_string=body, encoded=True).query  # ten times as fast as urllib
        payload = dict(fields) if "command" in fields else json.loads(fields["payload"])
    if not isinstance(payload, dict) or not payload:
        raise ValueError("not an object")
    return payload
