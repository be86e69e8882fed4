"""OAuth v2 as Slack does it: the link that asks an administrator, where it leads afterwards, who exchanges a code."""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from aiohttp import web

from playground.slack.arguments import Argument
from playground.slack.refusal import Json, Refusal

AUTHORIZE = "/oauth/v2/authorize"
ACCESS: dict[str, Argument] = dict.fromkeys(
    ("client_id", "client_secret", "code", "redirect_uri", "grant_type", "refresh_token"), "string"
)
_SCOPE = re.compile(r"[a-z_.]+(:[a-z_.]+)*")


@dataclass(frozen=True)
class App:
    """`redirect_urls`: where a link may lead back to, the first one if it does not say."""

    client_id: str
    client_secret: str
    redirect_urls: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """What the bot asks for. `named` is the `redirect_uri` as it stood there, empty if it did not."""

    scopes: tuple[str, ...]
    state: str | None
    named: str
    back: str

    def answer(self, **result: str) -> str:
        """Where the browser is sent: `code` or `error`."""
        told = urlencode(result | ({} if self.state is None else {"state": self.state}))
        return f"{self.back}{'&' if '?' in self.back else '?'}{told}"


def read_link(app: App, query: Mapping[str, str]) -> Link:
    """Raises Refusal for what Slack shows an error page instead of asking."""
    if query.get("client_id") != app.client_id:
        raise Refusal("invalid_client_id")
    scopes = tuple(scope for scope in re.split(r"[ ,]", query.get("scope", "")) if scope)
    if not scopes:
        raise Refusal("no_scopes")
    if query.get("user_scope") or not all(_SCOPE.fullmatch(scope) for scope in scopes):
        raise Refusal("invalid_scope")  # no token of a person is pretended
    named = query.get("redirect_uri", "")
    back = named or next(iter(app.redirect_urls), "")
    if not any(_leads_to(back, allowed) for allowed in app.redirect_urls):
        raise Refusal("bad_redirect_uri")
    return Link(scopes, query.get("state"), named, back)


def query_of(url: str, address: str) -> dict[str, str]:
    """Raises ValueError for a link that leads somewhere else."""
    parts = urlsplit(url)
    if (parts.netloc, parts.path) != (address, AUTHORIZE):
        raise ValueError("this link does not lead to this Slack")
    return dict(parse_qsl(parts.query, keep_blank_values=True))


def authenticate(app: App, request: web.Request, args: Json) -> None:
    """By HTTP Basic or, without that, by two arguments. Raises Refusal."""
    given = _basic(request.headers.get("Authorization", ""))
    client_id, client_secret = given or (args.get("client_id", ""), args.get("client_secret", ""))
    if client_id != app.client_id:
        raise Refusal("invalid_client_id")
    if not hmac.compare_digest(client_secret.encode(), app.client_secret.encode()):
        raise Refusal("bad_client_secret")


def _basic(header: str) -> tuple[str, str] | None:
    kind, _, value = header.partition(" ")
    if kind != "Basic":
        return None
    try:
        client_id, _, client_secret = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refusal("invalid_client_id") from None
    return client_id, client_secret


def _leads_to(back: str, allowed: str) -> bool:
    """The same address, or one below it. Rule: https://docs.slack.dev/authentication/installing-with-oauth"""
    return back == allowed or back.startswith((f"{allowed.rstrip('/')}/", f"{allowed}?"))
