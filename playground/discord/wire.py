"""The REST API over HTTP: tokens, rates, faults and the record of what was asked, around the handlers of `rest`."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from aiohttp import web

from playground.discord.attachments import Upload
from playground.discord.commands import Commands
from playground.discord.errors import Refusal
from playground.discord.gateway import Gateway
from playground.discord.interactions import Interactions
from playground.discord.rates import Rates, Verdict
from playground.discord.rest import account, commands, interactions, messages, scheduled_events, threads, webhooks
from playground.discord.rest.call import Call, Created, Handler
from playground.discord.state import State
from playground.faults import Fault, Faults, cut

API = "/api/v10"
ROUTES: dict[str, Handler] = {
    **account.ROUTES,
    **messages.ROUTES,
    **commands.ROUTES,
    **interactions.ROUTES,
    **threads.ROUTES,
    **webhooks.ROUTES,
    **scheduled_events.ROUTES,
}
WITHOUT_TOKEN = ("/interactions/", "/webhooks/")  # what they need stands in the path; nor do they count globally

Check = Callable[[str, str, object], None]
Serve = Callable[[web.Request], Awaitable[web.Response]]


class Wire:
    def __init__(
        self,
        state: State,
        commands: Commands,
        interactions: Interactions,
        gateway: Gateway,
        faults: Faults,
        check: Check | None,
    ) -> None:
        self._state = state
        self._commands = commands
        self._interactions = interactions
        self._gateway = gateway
        self._faults = faults
        self._check = check
        self.rates = Rates()
        self.requests: deque[tuple[str, str, object]] = deque(maxlen=10_000)
        self.spec_violations: list[str] = []
        self.refusals_429 = 0

    def add_routes(self, router: web.UrlDispatcher) -> None:
        for route, handler in ROUTES.items():
            method, path = route.split(" ")
            router.add_route(method, API + path, self._serving(route, handler))
        router.add_get("/attachments/{channel}/{id}/{name}", self._file)
        router.add_route("*", "/{path:.*}", self._unknown)

    def _serving(self, route: str, handler: Handler) -> Serve:
        async def serve(request: web.Request) -> web.Response:
            fault = self._faults.draw(route)
            try:
                body, uploads = await self._received(request)
                if fault and fault.kind in ("429", "500", "drop_before"):
                    return self._fail(request, fault)
                if fault and fault.kind == "late":
                    arrives = partial(self._answer, request, route, handler, body, uploads)
                    asyncio.get_running_loop().call_later(fault.seconds, arrives)
                    return cut(request)
                answer = self._violation(request, body) or self._answer(request, route, handler, body, uploads)
            except Refusal as refusal:
                answer = _reply(refusal.status, refusal.body)
            if fault and fault.kind == "drop_after":
                return cut(request)
            if fault and fault.kind == "502_after":
                return web.Response(status=502, text="<html>502 Bad Gateway</html>", content_type="text/html")
            if fault and fault.kind == "slow":
                await asyncio.sleep(fault.seconds)
            return answer

        return serve

    async def _file(self, request: web.Request) -> web.Response:
        """What stands in the query proves that the address is not yet too old; a token is not asked for."""
        content = self._state.attached.get(request.match_info["id"])
        fault = self._faults.draw("GET /attachments")
        if fault and fault.kind in ("drop_before", "drop_after"):
            return cut(request)
        if content is None or "hm" not in request.query or (fault and fault.kind in ("429", "500")):
            return web.Response(status=500 if content and "hm" in request.query else 404)
        return web.Response(body=content, content_type="application/octet-stream")

    async def _unknown(self, request: web.Request) -> web.Response:
        await self._received(request)
        self.spec_violations.append(f"{request.method} {_path(request)}: unknown here")
        return _reply(404, {"message": "404: Not Found", "code": 0})

    async def _received(self, request: web.Request) -> tuple[object, dict[str, Upload]]:
        body = await _body(request)
        self.requests.append((request.method, _path(request), body))
        return body, await _uploads(request)

    def _violation(self, request: web.Request, body: object) -> web.Response | None:
        if self._check is None:
            return None
        try:
            self._check(request.method, request.path_qs.removeprefix(API), body)
        except ValueError as violation:
            self.spec_violations.append(f"{request.method} {_path(request)}: {violation}")
            return _reply(400, {"message": "Not as the specification says", "code": 50035})
        return None

    def _answer(
        self, request: web.Request, route: str, handler: Handler, body: object, uploads: Mapping[str, Upload]
    ) -> web.Response:
        open_to_all = _path(request).startswith(WITHOUT_TOKEN)
        if not open_to_all and request.headers.get("Authorization") != f"Bot {self._state.world.bot_token}":
            raise Refusal(0)
        verdict = self.rates.judge(route, request.match_info, counts_globally=not open_to_all)
        if verdict.retry_after is not None:
            return self._too_many(verdict.retry_after, verdict)
        call = Call(
            self._state,
            self._commands,
            self._interactions,
            self._gateway.url,
            self._gateway.identifies,
            self._gateway.shards,
            request.match_info,
            request.query,
            body,
            uploads,
        )
        try:
            result = handler(call)
        except Refusal as refusal:
            return _reply(refusal.status, refusal.body, verdict.headers)
        if isinstance(result, Created):
            return _reply(201, result.body, verdict.headers)
        return _reply(204 if result is None else 200, result, verdict.headers)

    def _fail(self, request: web.Request, fault: Fault) -> web.Response:
        if fault.kind == "drop_before":
            return cut(request)
        if fault.kind == "500":
            return _reply(500, {"message": "500: Internal Server Error", "code": 0})
        return self._too_many(fault.seconds, Verdict({"X-RateLimit-Scope": "shared"}))

    def _too_many(self, seconds: float, verdict: Verdict) -> web.Response:
        """discord.py takes a 429 without `Via` for a ban."""
        self.refusals_429 += 1
        said = {"message": "You are being rate limited.", "retry_after": round(seconds + 0.0005, 3)}
        headers = {"Retry-After": str(int(seconds) + 1), "Via": "1.1 google", **verdict.headers}
        return _reply(429, said | {"global": verdict.everywhere}, headers)


def _path(request: web.Request) -> str:
    return request.path.removeprefix(API)


async def _body(request: web.Request) -> object:
    """The JSON of a request, None if it has no body; in multipart it is the field `payload_json`. Raises Refusal
    50109."""
    if not request.can_read_body:
        return None
    text: object = None
    if request.content_type == "multipart/form-data":
        text = (await request.post()).get("payload_json")
    elif request.content_type == "application/json":
        text = await request.text()
    if not isinstance(text, str):
        raise Refusal(50109)
    try:
        return json.loads(text)
    except ValueError:
        raise Refusal(50109) from None


async def _uploads(request: web.Request) -> dict[str, Upload]:
    if request.content_type != "multipart/form-data":
        return {}
    parts = (await request.post()).items()
    return {name: Upload(part.filename, part.file.read()) for name, part in parts if isinstance(part, web.FileField)}


def _reply(status: int, body: object, headers: Mapping[str, str] | None = None) -> web.Response:
    """discord.py wants the content type without a charset."""
    if status == 204:
        return web.Response(status=204, headers=headers)
    data = json.dumps(body, separators=(",", ":")).encode()
    return web.Response(status=status, body=data, headers=headers, content_type="application/json")
