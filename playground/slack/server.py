"""The pretend Slack: a workspace on loopback, as strict as the real one and as moody as a test wants it."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Collection, Sequence

from aiohttp import web

from playground.faults import Faults
from playground.person import Person
from playground.slack.api import METHODS
from playground.slack.arguments import read, token_of, typed
from playground.slack.delivery import RETRY_DELAYS, Ack, Delivery, Kind
from playground.slack.eye import Eye
from playground.slack.news import News
from playground.slack.payloads import Payloads
from playground.slack.person import SlackPerson
from playground.slack.rates import Rates
from playground.slack.refusal import Json, Limited, Refusal
from playground.slack.replies import respond
from playground.slack.request_url import RequestUrl
from playground.slack.sockets import Reason, Sockets
from playground.slack.tickets import ResponseUrl, ResponseUrls, Triggers
from playground.slack.troubles import limited, prevented, signed_out, spoiled
from playground.slack.uploads import MOST_BYTES, Upload, Uploads
from playground.slack.views import Views
from playground.slack.workspace import Conversation, Message, Workspace, new_id
from playground.world import SlackWorld

FILES = "/files-pri/"


class Slack:
    """One workspace with one app. `deliver_times` and `shuffle_seconds` make deliveries repeat and overtake each other;
    `faults` make requests fail (methods by their names, and "response_url"); `requests` holds what was received, as
    (method, arguments without the token). `retry_delays` and `ack_seconds` are seconds. With a `request_url` everything
    is posted there, signed with `signing_secret`, and nothing goes through sockets. While it is not `installed` the app
    hears nothing. `is_app_token` says which kind a token is and raises Refusal for one that is not good; without it,
    those of the world are good."""

    def __init__(
        self,
        world: SlackWorld,
        *,
        rng: random.Random | None = None,
        retry_delays: Sequence[float] = RETRY_DELAYS,
        ack_seconds: float = 3.0,
        request_url: str = "",
        signing_secret: str = "",
        is_app_token: Callable[[str], bool] | None = None,
    ) -> None:
        rng = rng or random.Random()
        self.rates_enforced = True
        self.token_revoked = False
        self.scopes: Collection[str] | None = world.scopes  # granted to the app; None: whatever it needs
        self.installed = True
        self.deliver_times: tuple[int, int] = (1, 1)
        self.shuffle_seconds: float = 0.0
        self.faults = Faults(rng)
        self.requests: deque[tuple[str, Json]] = deque(maxlen=10_000)
        self.workspace = Workspace(world)
        self.views = Views()
        self.triggers = Triggers()
        self.uploads = Uploads()
        self.payloads = Payloads(self.workspace)
        self.sockets = Sockets(world.app_id, rng, self.faults)
        self.rates = Rates()
        self.request_url = request_url
        line = RequestUrl(request_url, signing_secret) if request_url else self.sockets
        self.delivery = Delivery(line, self, rng, retry_delays, ack_seconds)
        self.news = News(self.workspace, self.payloads, self.delivery, self)
        self.eye = Eye(self.workspace)
        self.address = ""
        self._is_app_token = is_app_token or self._is_worlds_app_token
        self._response_urls = ResponseUrls()
        self._people = {user.id: SlackPerson(self, user) for user in self.workspace.people}
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> None:
        """Listens on loopback; port 0 takes a free one."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_route("*", "/api/{method}", self.serve_api)
        app.router.add_post("/actions/{team}/{key}", self.serve_response_url)
        app.router.add_post("/upload/v1/{team}/{key}", self.serve_upload)
        app.router.add_get(f"{FILES}{{file:[^/]+}}/{{rest:.+}}", self.serve_file)
        app.router.add_get("/link/", self.sockets.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.address = f"127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self.delivery.close()
        await self.sockets.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """For `AsyncWebClient(base_url=…)`."""
        return f"http://{self.address}/api/"

    @property
    def files_address(self) -> str:
        """What the addresses of files have in front."""
        return f"http://{self.address}{FILES}{self.workspace.world.team_id}"

    @property
    def refusals_429(self) -> int:
        """How often a rate was exceeded; injected faults do not count."""
        return self.rates.refusals

    def sit(self, user_id: str) -> Person:
        """Raises ValueError for somebody who is not in this workspace."""
        if user_id not in self._people:
            raise ValueError("there is no such person")
        return self._people[user_id]

    def messages(self, channel: str) -> list[Message]:
        """All that stands there for everybody, oldest first."""
        return list(self._conversation(channel).messages.values())

    def accepted_posts(self, channel: str) -> list[Message]:
        """Every message that chat.postMessage ever put there, those deleted since among them."""
        return list(self._conversation(channel).accepted)

    async def join(self, user: str, channel: str) -> None:
        """Returns when the bot has acknowledged it or Slack would try again, at once if the bot is not there."""
        conversation = self._conversation(channel)
        if user not in conversation.members:
            conversation.members[user] = None
            await self._tell_members("member_joined_channel", user, conversation)

    async def leave(self, user: str, channel: str) -> None:
        """Like `join`. The bot is still told that it is gone itself."""
        conversation = self._conversation(channel)
        if user in conversation.members:
            del conversation.members[user]
            await self._tell_members("member_left_channel", user, conversation)

    def say_as(self, channel: str, name: str, text: str, *, thread: str = "") -> None:
        """Another app, or a webhook, writes something."""
        message = Message(self.workspace.next_ts(), channel, new_id("B"), text, thread_ts=thread)
        message.as_name, message.subtype = name, "bot_message"
        self.workspace.post(message)
        self.emit_all(self.news.of_said(message))

    def unfold(self, channel: str, ts: str) -> None:
        """Slack looks a link of this message up and tells: a change in which nobody edited anything."""
        message = self._conversation(channel).messages[ts]
        now = self.workspace.message_json(message)
        for told in self.news.of_changed(message, now):
            told["message"] = now | {"attachments": [{"id": 1, "from_url": "https://example.org", "title": "A page"}]}
            self.emit_all([told])

    async def disconnect(self, reason: Reason) -> None:
        """Sends `disconnect` to every open socket; see Sockets.disconnect."""
        await self.sockets.disconnect(reason)

    async def send(self, kind: Kind, payload: Json) -> Ack:
        """Sends any payload at all, whole or broken, once more or for the first time; `delivery.sent` has the earlier
        ones."""
        return await self.delivery.act(kind, payload, anyway=True)

    def emit_all(self, events: Sequence[Json]) -> None:
        """Sends events to the bot, in the background, if it listens for them."""
        for event in events:
            self.delivery.start(self.news.tell(event))

    async def say_farewell(self) -> None:
        """Tells the app that its token was revoked and that it is no longer installed, as `join` tells."""
        for event in self.payloads.farewells():
            await self.delivery.event(event, anyway=True)

    def response_url(self, url: ResponseUrl) -> str:
        return f"http://{self.address}/actions/{self.workspace.world.team_id}/{self._response_urls.new(url)}"

    def _conversation(self, channel: str) -> Conversation:
        if channel not in self.workspace.conversations:
            raise ValueError("there is no such channel")
        return self.workspace.conversations[channel]

    async def _tell_members(self, kind: str, user: str, conversation: Conversation) -> None:
        bot = self.workspace.world.bot_user_id
        if bot in (user, *conversation.members):
            await self.news.tell(self.payloads.member(kind, user, conversation))

    async def serve_api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fault = self.faults.draw(method)
        if (instead := prevented(request, fault)) is not None:
            return instead
        try:
            granted = {} if self.scopes is None else {"x-oauth-scopes": ",".join(self.scopes)}
            answer = web.json_response(await self._call(method, request), headers=granted)
        except Refusal as refusal:
            answer = web.json_response(refusal.answer())
        except Limited as too_many:
            answer = limited(too_many.after)
        return await spoiled(request, fault, answer)

    async def _call(self, name: str, request: web.Request) -> Json:
        args = await read(request)
        given = args.copy()
        given.pop("token", None)
        self.requests.append((name, given))
        method = METHODS.get(name)
        if method is None:
            raise Refusal("unknown_method")
        self._authorize(token_of(request, args), method.app_token)
        if method.scope and self.scopes is not None and method.scope not in self.scopes:
            raise Refusal("missing_scope")
        if args.pop("team_id", None) not in (None, self.workspace.world.team_id):  # Bolt sends it with every method
            raise Refusal("team_not_found")
        if self.rates_enforced:
            self.rates.call(name, method.a_minute)
        return {"ok": True} | method.call(self, typed(args, method.required, method.optional))

    def _authorize(self, token: str, app_token: bool) -> None:
        is_app_token = self._is_app_token(token)
        if self.token_revoked:
            raise Refusal("token_revoked")
        if is_app_token != app_token:
            raise Refusal("not_allowed_token_type")

    def _is_worlds_app_token(self, token: str) -> bool:
        world = self.workspace.world
        if token not in (world.bot_token, world.app_token):
            raise Refusal("invalid_auth")
        return token == world.app_token

    async def serve_file(self, request: web.Request) -> web.Response:
        """Whoever may not have it is sent to Slack's sign-in page, which has status 200."""
        fault = self.faults.draw("file")
        if (instead := prevented(request, fault)) is not None:
            return instead
        upload = self.uploads.shared.get(request.match_info["file"].partition("-")[2])
        if upload is None or upload.content is None or not self._may_fetch(request, upload):
            answer = signed_out(request)
        else:
            answer = web.Response(body=upload.content, content_type="application/octet-stream")
        return await spoiled(request, fault, answer)

    def _may_fetch(self, request: web.Request, upload: Upload) -> bool:
        try:
            self._authorize(token_of(request, {}), False)
        except Refusal:
            return False
        granted = self.scopes is None or "files:read" in self.scopes
        bot = self.workspace.world.bot_user_id
        return granted and any(bot in self.workspace.conversations[place].members for place in upload.places)

    async def serve_upload(self, request: web.Request) -> web.Response:
        fault = self.faults.draw("upload")
        if (instead := prevented(request, fault)) is not None:
            return instead
        content = await request.read()
        if self.uploads.take(request.match_info["key"], content):
            answer = web.Response(text=f"OK - {len(content)}")
        else:
            answer = web.Response(status=400, text="Bad Request")
        return await spoiled(request, fault, answer)

    async def serve_response_url(self, request: web.Request) -> web.Response:
        fault = self.faults.draw("response_url")
        if (instead := prevented(request, fault)) is not None:
            return instead
        try:
            if not self.installed:
                raise Refusal("expired_url")
            args = await read(request)
            self.requests.append(("response_url", args))
            respond(self.workspace, self._response_urls.use(request.match_info["key"]), args)
            answer = web.json_response({"ok": True})
        except Refusal as refusal:
            gone = refusal.error in ("expired_url", "used_url", "message_not_found")
            answer = web.json_response(refusal.answer(), status=404 if gone else 400)
        return await spoiled(request, fault, answer)
