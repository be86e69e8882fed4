"""One app in many workspaces: they stand behind one address, and each is installed, and left, by OAuth."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Collection, Sequence

from aiohttp import web

from playground.faults import Faults
from playground.slack import oauth
from playground.slack.arguments import read, token_of, typed
from playground.slack.delivery import RETRY_DELAYS
from playground.slack.grants import TOKEN_SECONDS, Grants
from playground.slack.oauth import App, Link, authenticate, query_of, read_link
from playground.slack.refusal import Json, Refusal
from playground.slack.server import FILES, Slack
from playground.slack.troubles import prevented, spoiled
from playground.slack.uploads import MOST_BYTES
from playground.world import SlackWorld


class SlackCloud:
    """A pretend Slack with several workspaces, of which `installed` have the app from the beginning, with the token of
    their world; everywhere else it comes when a code is exchanged, and is then in the channels that the world says.
    Each workspace is a `Slack` of its own with rates, faults and people of its own, and sends to the one `request_url`.
    With `rotating` tokens live 12 hours and are refreshed. `ahead` is how many seconds the clock of codes and tokens is
    ahead of real time; `faults` and `requests` are those of oauth.v2.access."""

    def __init__(
        self,
        worlds: Sequence[SlackWorld],
        *,
        client_id: str,
        client_secret: str,
        redirect_urls: Sequence[str] = (),
        request_url: str = "",
        signing_secret: str = "",
        installed: Collection[str] = (),
        rotating: bool = False,
        rng: random.Random | None = None,
        retry_delays: Sequence[float] = RETRY_DELAYS,
        ack_seconds: float = 3.0,
    ) -> None:
        """Raises ValueError if the worlds are not different workspaces of the same app."""
        if len({world.app_id for world in worlds}) != 1 or len({world.team_id for world in worlds}) != len(worlds):
            raise ValueError("each world must be another workspace, and the app the same")
        rng = rng or random.Random()
        self.rotating = rotating
        self.ahead = 0.0
        self.faults = Faults(rng)
        self.requests: deque[tuple[str, Json]] = deque(maxlen=10_000)
        self.address = ""
        self._app = App(client_id, client_secret, tuple(redirect_urls))
        self._grants = Grants(lambda: time.time() + self.ahead)
        self._scopes: dict[str, tuple[str, ...]] = {}  # by team: all that were ever granted
        self._runner: web.AppRunner | None = None
        self.workspaces = {
            world.team_id: Slack(
                world,
                rng=rng,
                retry_delays=retry_delays,
                ack_seconds=ack_seconds,
                request_url=request_url,
                signing_secret=signing_secret,
                is_app_token=self._is_app_token,
            )
            for world in worlds
        }
        for team, slack in self.workspaces.items():
            slack.installed = team in installed
            if slack.installed:
                self._grants.recognise(slack.workspace.world.bot_token, team)

    async def start(self, port: int = 0) -> None:
        """Listens on loopback; port 0 takes a free one."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_route("*", "/api/oauth.v2.access", self._serve_access)
        app.router.add_route("*", "/api/{method}", self._serve_api)
        app.router.add_post("/actions/{team}/{key}", self._serve_response_url)
        app.router.add_post("/upload/v1/{team}/{key}", self._serve_upload)
        app.router.add_get(f"{FILES}{{file:[^/]+}}/{{rest:.+}}", self._serve_file)
        app.router.add_get(oauth.AUTHORIZE, self._serve_authorize)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.address = f"127.0.0.1:{self._runner.addresses[0][1]}"
        for slack in self.workspaces.values():
            slack.address = self.address

    async def stop(self) -> None:
        for slack in self.workspaces.values():
            await slack.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """For `AsyncWebClient(base_url=…)`."""
        return f"http://{self.address}/api/"

    @property
    def authorize_url(self) -> str:
        """Where the link begins that asks an administrator."""
        return f"http://{self.address}{oauth.AUTHORIZE}"

    def allow(self, url: str, team: str, user: str = "") -> str:
        """Somebody of this workspace, the first one if none is named, follows the bot's link and allows it: where their
        browser is sent next. Raises ValueError for a link that is not for here or that Slack would not ask about."""
        link = self._read(url)
        person = self.workspaces[team].workspace.person(user or self.workspaces[team].workspace.people[0].id)
        return link.answer(code=self._grants.allowed(team, person.id, link.scopes, link.named))

    def deny(self, url: str) -> str:
        """Like `allow`, but they do not want it."""
        return self._read(url).answer(error="access_denied")

    async def uninstall(self, team: str) -> None:
        """An administrator removes the app: its tokens die at once, and it is told, twice. Returns when the bot has
        acknowledged that or Slack would try again. If it is not there, nothing happens."""
        slack = self.workspaces[team]
        if slack.installed:
            self.uninstall_unheard(team)
            await slack.say_farewell()

    def uninstall_unheard(self, team: str) -> None:
        """Like `uninstall`, but nothing that Slack tells of it reaches the app."""
        self.workspaces[team].installed = False
        self._grants.withdraw(team)
        self._scopes.pop(team, None)

    def _read(self, url: str) -> Link:
        query = query_of(url, self.address)
        try:
            return read_link(self._app, query)
        except Refusal as refusal:
            raise ValueError(refusal.error) from None

    def _is_app_token(self, token: str) -> bool:
        """No app-level token works here: an app in many workspaces is heard over HTTP. Raises Refusal."""
        self._grants.check(token)
        return False

    async def _serve_authorize(self, request: web.Request) -> web.Response:
        """What the browser shows; `allow` and `deny` are its buttons."""
        try:
            link = read_link(self._app, request.query)
        except Refusal as refusal:
            return web.Response(status=400, text=refusal.error)
        return web.Response(text="\n".join(link.scopes))

    async def _serve_api(self, request: web.Request) -> web.Response:
        try:
            team = self._grants.team(token_of(request, await read(request)))
        except Refusal as refusal:
            return web.json_response(refusal.answer())
        return await self.workspaces[team].serve_api(request)

    async def _serve_response_url(self, request: web.Request) -> web.Response:
        slack = self.workspaces.get(request.match_info["team"])
        return web.Response(status=404) if slack is None else await slack.serve_response_url(request)

    async def _serve_upload(self, request: web.Request) -> web.Response:
        slack = self.workspaces.get(request.match_info["team"])
        return web.Response(status=404) if slack is None else await slack.serve_upload(request)

    async def _serve_file(self, request: web.Request) -> web.Response:
        slack = self.workspaces.get(request.match_info["file"].partition("-")[0])
        return web.Response(status=404) if slack is None else await slack.serve_file(request)

    async def _serve_access(self, request: web.Request) -> web.Response:
        fault = self.faults.draw("oauth.v2.access")
        if (instead := prevented(request, fault)) is not None:
            return instead
        try:
            answer = web.json_response({"ok": True} | self._access(request, await read(request)))
        except Refusal as refusal:
            answer = web.json_response(refusal.answer())
        return await spoiled(request, fault, answer)

    def _access(self, request: web.Request, args: Json) -> Json:
        self.requests.append(("oauth.v2.access", {name: it for name, it in args.items() if name != "client_secret"}))
        args = typed(args, {}, oauth.ACCESS)
        authenticate(self._app, request, args)
        match args.get("grant_type", "authorization_code"):
            case "authorization_code":
                code = self._grants.exchange(args.get("code", ""), args.get("redirect_uri", ""))
                self._scopes[code.team] = tuple(sorted({*self._scopes.get(code.team, ()), *code.scopes}))
                self.workspaces[code.team].scopes = self._scopes[code.team]
                self.workspaces[code.team].installed = True
                return self._granted(code.team) | {"authed_user": {"id": code.user}}
            case "refresh_token":
                return self._granted(self._grants.refresh(args.get("refresh_token", "")))
        raise Refusal("invalid_grant_type")

    def _granted(self, team: str) -> Json:
        world = self.workspaces[team].workspace.world
        tokens = self._grants.issue(team, rotating=self.rotating)
        return {
            "access_token": tokens.access,
            "token_type": "bot",
            "scope": ",".join(self._scopes[team]),
            "bot_user_id": world.bot_user_id,
            "app_id": world.app_id,
            "team": {"id": team, "name": world.team_name},
            "enterprise": None,
            "is_enterprise_install": False,
            **({"refresh_token": tokens.refresh, "expires_in": TOKEN_SECONDS} if tokens.refresh else {}),
        }
