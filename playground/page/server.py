"""Serves the page in the event loop that is already running."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from nicegui import ui
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from playground.page.clock import Clock
from playground.page.desk import Desk
from playground.page.sides import Side

_HERE = Path(__file__).parent
_HOST = "127.0.0.1"
_NAMES = {_HOST, "localhost"}
_AWAY = 30.0  # seconds that a tab may be cut off and still find its seats as they were


class _OnlyHere:
    """Lets in who opened this page at this machine: no other site's page, under a name of its own or as the origin of
    what it sends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or _is_here(Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse("Not here.", status_code=403)(scope, receive, send)
        else:
            await WebSocketClose()(scope, receive, send)


def _is_here(headers: Headers) -> bool:
    host = headers.get("host", "")
    return host.rpartition(":")[0] in _NAMES and headers.get("origin", f"http://{host}") == f"http://{host}"


class _Server(uvicorn.Server):
    """Tells when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


class Page:
    def __init__(self, url: str, server: _Server, serving: asyncio.Task[None]) -> None:
        self.url = url
        self._server = server
        self._serving = serving

    async def stop(self) -> None:
        self._server.should_exit = True
        await self._serving


async def serve(sides: Sequence[Side], clock: Clock | None, port: int, tries: Mapping[str, str]) -> Page:
    """Returns when the page can be opened. Once a process; port 0 takes any."""
    app = FastAPI(openapi_url=None)
    app.add_middleware(_OnlyHere)
    _add_page(sides, clock, tries)
    ui.run_with(
        app,
        title="Start Somewhere",
        tailwind=False,
        reconnect_timeout=_AWAY,
        show_welcome_message=False,
        binding_refresh_interval=None,
    )
    listening = socket.create_server((_HOST, port))
    server = _Server(uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1))
    serving = asyncio.create_task(server.serve([listening]))
    await server.up.wait()
    return Page(f"http://{_HOST}:{listening.getsockname()[1]}/", server, serving)


def _add_page(sides: Sequence[Side], clock: Clock | None, tries: Mapping[str, str]) -> None:
    style = "".join((_HERE / name).read_text(encoding="utf-8") for name in ("style.css", "talk.css"))
    script = (_HERE / "page.js").read_text(encoding="utf-8")

    @ui.page("/", language=None, favicon=_HERE / "favicon.svg")
    def page(slack: str = "", discord: str = "", lang: str = "en") -> None:
        ui.add_css(style)
        ui.colors(primary="#17514c", negative="#9c2b2b")
        ui.add_head_html(f"<script>{script}</script>")
        Desk(sides, clock, lang, tries).seat({"slack": slack, "discord": discord})
