"""Two pretend workspaces of one app behind one address, and a bare listener where the app is heard."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import aiohttp
from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from support.pretend_slack import WORLD

from playground.slack import SlackCloud
from playground.world import Channel, User

CEDAR, LAKE = WORLD.team_id, "T0LAKE"
EVE, PIER = "U0EVE", "C0PIER"
LAKESIDE = WORLD.model_copy(
    update={
        "team_id": LAKE,
        "team_name": "Lakeside",
        "bot_id": "B0LAKE",
        "bot_user_id": "U0LAKEBOT",
        "bot_token": "xoxb-lake",
        "users": (User(id=EVE, name="Eve Moss", handle="eve"),),
        "channels": (Channel(id=PIER, name="pier", members=(EVE, "U0LAKEBOT")),),
    }
)
CLIENT_ID, SECRET, SIGNING, BACK = "11.22", "sesame", "signing-sesame", "https://bot.example/slack/oauth"
SCOPES = "app_mentions:read,chat:write,commands"


@dataclass
class There:
    """The cloud, a client without a token of its own, and what was posted to the app's address."""

    cloud: SlackCloud
    client: AsyncWebClient
    heard: list[dict[str, Any]]

    def link(self, **changes: str | None) -> str:
        asked = {"client_id": CLIENT_ID, "scope": SCOPES, "state": "s1", "redirect_uri": BACK}
        return f"{self.cloud.authorize_url}?{urlencode({k: v for k, v in (asked | changes).items() if v is not None})}"

    async def exchange(self, back: str, **changes: str) -> dict[str, Any]:
        given = {"client_id": CLIENT_ID, "client_secret": SECRET, "code": coming(back)["code"], "redirect_uri": BACK}
        return await self.access(**(given | changes))

    async def refresh(self, token: str) -> dict[str, Any]:
        return await self.access(
            client_id=CLIENT_ID, client_secret=SECRET, grant_type="refresh_token", refresh_token=token
        )

    async def access(self, **given: Any) -> dict[str, Any]:
        answer = (await self.client.oauth_v2_access(**given)).data
        assert isinstance(answer, dict)
        return answer

    async def installs(self, team: str) -> dict[str, Any]:
        return await self.exchange(self.cloud.allow(self.link(), team))

    async def works(self, token: str) -> str:
        """Whose the token is, or why it is not good."""
        try:
            return str((await self.client.auth_test(token=token))["team_id"])
        except SlackApiError as refused:
            return str(refused.response["error"])


def coming(back: str) -> dict[str, str]:
    """What the browser brings back to the bot."""
    assert back.startswith(f"{BACK}?")
    return dict(parse_qsl(urlsplit(back).query))


@asynccontextmanager
async def listening(heard: list[dict[str, Any]]) -> AsyncIterator[str]:
    """The app's address. What is not signed as Slack signs is refused."""

    async def take(request: web.Request) -> web.Response:
        body = await request.read()
        if not SignatureVerifier(SIGNING).is_valid_request(body, dict(request.headers)):
            return web.Response(status=401)
        if request.content_type == "application/json":
            heard.append(json.loads(body))
        else:
            form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            heard.append(json.loads(form["payload"]) if "payload" in form else form)
        return web.Response()

    app = web.Application()
    app.router.add_post("/slack/events", take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    await runner.cleanup()


@asynccontextmanager
async def cloud(**options: Any) -> AsyncIterator[There]:
    heard: list[dict[str, Any]] = []
    async with listening(heard) as address, aiohttp.ClientSession() as session:
        made = SlackCloud(
            [WORLD, LAKESIDE],
            client_id=CLIENT_ID,
            client_secret=SECRET,
            redirect_urls=[BACK],
            request_url=address,
            signing_secret=SIGNING,
            rng=random.Random(7),
            **options,
        )
        await made.start()
        client = AsyncWebClient(base_url=made.api_url, session=session, retry_handlers=[], timeout=5)
        yield There(made, client, heard)
        await made.stop()
