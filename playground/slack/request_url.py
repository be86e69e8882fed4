"""The app's request URL: what Slack sends is posted there, signed, and acknowledged by the answer."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

import aiohttp

from playground.slack.delivery import Ack, Kind
from playground.slack.refusal import Json

_FORM = "application/x-www-form-urlencoded"
_REASONS = {"timeout": "http_timeout"}  # Socket Mode's names of why it is sent again, where HTTP has another


class RequestUrl:
    def __init__(self, url: str, signing_secret: str) -> None:
        self._url = url
        self._signing_secret = signing_secret
        self._session: aiohttp.ClientSession | None = None

    async def send(self, envelope: Json) -> Ack:
        """Anything but 2xx is the same as nobody there."""
        body, content_type = encoded(envelope["type"], envelope["payload"])
        headers = {"Content-Type": content_type, **_again(envelope), **signed(self._signing_secret, body)}
        session = self._open()
        if session.closed:
            return Ack()
        try:
            async with session.post(self._url, data=body, headers=headers, allow_redirects=False) as answer:
                said = await answer.text()
        except aiohttp.ClientError:
            return Ack()
        return Ack(sent=True, acknowledged=True, payload=_read(said)) if 200 <= answer.status < 300 else Ack()

    async def give_up(self) -> None:
        await self._open().close()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            patient = aiohttp.ClientTimeout(total=None)  # whoever waits for the ack has a deadline
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=patient)
        return self._session


def encoded(kind: Kind, payload: Json) -> tuple[bytes, str]:
    """The body and its content type."""
    match kind:
        case "events_api":
            return json.dumps(payload).encode(), "application/json"
        case "interactive":
            return urlencode({"payload": json.dumps(payload)}).encode(), _FORM
        case "slash_commands":
            return urlencode(payload).encode(), _FORM


def signed(signing_secret: str, body: bytes, at: float | None = None) -> dict[str, str]:
    """The headers that say that this is Slack's own, sent now or at that Unix time."""
    timestamp = str(int(time.time() if at is None else at))
    digest = hmac.new(signing_secret.encode(), b"v0:%b:%b" % (timestamp.encode(), body), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def _again(envelope: Json) -> dict[str, str]:
    """The headers of an event that is sent again."""
    if not envelope.get("retry_attempt"):
        return {}
    reason: str = envelope["retry_reason"]
    return {"X-Slack-Retry-Num": str(envelope["retry_attempt"]), "X-Slack-Retry-Reason": _REASONS.get(reason, reason)}


def _read(said: str) -> Any:
    """What the answer says, as in the ack of a socket: None if nothing."""
    try:
        return json.loads(said) if said else None
    except ValueError:
        return {"text": said}
