"""Clocks: one to be read and moved over HTTP, as the bot has one, and one for the bot."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bot.timetable import Clock

TUESDAY = "2026-10-06T15:05:00-07:00"


class _Clock(ThreadingHTTPServer):
    now = TUESDAY


class _Handler(BaseHTTPRequestHandler):
    server: _Clock

    def do_GET(self) -> None:
        body = json.dumps({"now": self.server.now}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.server.now = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["to"]
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def clock() -> Iterator[str]:
    """Its address."""
    with _Clock(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/clock"
        finally:
            server.shutdown()


class StandingClock(Clock):
    """Moves only when it is moved."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def move_to(self, moment: datetime) -> None:
        self._moment = max(self._moment, moment)


def standing_on_a_tuesday() -> StandingClock:
    """At the same moment."""
    return StandingClock(datetime(2026, 10, 6, 15, 5, tzinfo=UTC))


def on_a_tuesday() -> Clock:
    """In the morning, in term, whatever the day and hour on which the tests run."""
    return Clock(datetime(2026, 10, 6, 15, 5, tzinfo=UTC) - datetime.now(UTC))
