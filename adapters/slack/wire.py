"""Calls to Slack and what their failures mean, the same for all who call."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import yarl
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.boundary import OutcomeUnknown, Refused, RetryAfter

log = logging.getLogger(__name__)

MAYBE_DONE = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
LOCKED_OUT = {"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"}
TAKEN_OUT = {"token_revoked", "account_inactive"}  # invalid_auth can be an address from which Slack takes nothing
MIGRATING = {"team_added_to_org", "org_login_required"}


@dataclass(frozen=True)
class Bot:
    """Who we are in the workspace that our token belongs to."""

    workspace: str
    user: str
    bot: str
    name: str
    scopes: frozenset[str] = frozenset()  # that the token was granted, as far as Slack says
    title: str = ""  # of the workspace

    def may(self, scope: str) -> bool:
        return scope in self.scopes


class LockedOut(Refused):
    """Slack does not accept the token: nothing is wrong with what was asked."""

    @property
    def is_for_good(self) -> bool:
        """The app is not installed there any more."""
        return self.reason in TAKEN_OUT


async def call(sent: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    """Raises RetryAfter, Refused or OutcomeUnknown; none of them carries anything of the request along."""
    try:
        return await sent
    except SlackApiError as error:
        raise _meaning(error.response) from None
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):  # no connection, so nothing was sent
        raise RetryAfter(1) from None
    except (aiohttp.ClientError, TimeoutError):
        raise OutcomeUnknown from None


async def pages(
    method: Callable[..., Awaitable[AsyncSlackResponse]], **arguments: str | int | bool
) -> AsyncIterator[AsyncSlackResponse]:
    """Every page of what a method lists. Raises like `call`."""
    cursor = ""
    while True:
        page = await call(method(**arguments, cursor=cursor or None))
        yield page
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def is_slacks(address: str, name: str, client: AsyncWebClient) -> bool:
    """Whether it leads to the host of this name beside that of the API ("hooks.slack.com" beside "slack.com"), where
    nobody on the way reads along. A pretend API is its own only host."""
    try:
        url, api = yarl.URL(address), yarl.URL(client.base_url)
        if api.scheme == "http":
            return url.origin() == api.origin()
        return (url.scheme, url.user, url.host, url.port) == ("https", None, f"{name}.{api.host}", 443)
    except ValueError:
        return False


async def who_am_i(client: AsyncWebClient) -> Bot:
    me = await call(client.auth_test())
    name = str(me["user"]).replace("_", " ").title()  # Slack gives the handle, "start_somewhere"
    granted = {key.lower(): value for key, value in me.headers.items()}.get("x-oauth-scopes", "")
    scopes = frozenset(one.strip() for one in granted.split(","))
    title = str(me.get("team") or me["team_id"])
    return Bot(me["team_id"], user=me["user_id"], bot=me["bot_id"], name=name, scopes=scopes, title=title)


def quiet_logger() -> logging.Logger:
    """For the libraries: they say where something happened, never with what. Their own words quote payloads (texts) and
    addresses (tickets), some of them whenever the level is below INFO."""
    logger = logging.getLogger("slack_libraries")
    logger.setLevel(logging.INFO)
    if not logger.filters:
        logger.addFilter(_without_words)
    return logger


def _without_words(record: logging.LogRecord) -> bool:
    error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
    record.msg = f"{record.funcName} {error}".strip()
    record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
    return True


def _meaning(response: AsyncSlackResponse | aiohttp.ClientResponse) -> RetryAfter | Refused | OutcomeUnknown:
    if isinstance(response, aiohttp.ClientResponse):  # slack_sdk hands over what it could not read
        return OutcomeUnknown()
    code = str(response.data.get("error", "")) if isinstance(response.data, dict) else ""
    if response.status_code == 429 or code in ("ratelimited", "rate_limited"):
        return RetryAfter(_seconds(response.headers.get("Retry-After", "")))
    if response.status_code >= 500 or code in MAYBE_DONE:
        return OutcomeUnknown()
    if code in MIGRATING:
        return RetryAfter(60)
    if response.status_code == 200 and not code:  # an answer, but not one of Slack's
        return OutcomeUnknown()
    if code in LOCKED_OUT:
        return LockedOut(code)
    return Refused(code or f"http_{response.status_code}")


def _seconds(retry_after: str) -> float:
    return float(retry_after) if retry_after.isdecimal() else 1.0
