"""A line to PostgreSQL that breaks when it is told to."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import make_url


@dataclass
class Line:
    """`address` leads through it. `cut_at_commit` holds how the next commits end: "before" the server hears of them or
    "after" it has carried them out."""

    address: str
    cut_at_commit: list[str] = field(default_factory=list)


@contextmanager
def flaky(database: str) -> Iterator[Line]:
    """A line to that database, whose server listens on a Unix socket."""
    url = make_url(database)
    server = f"{url.query['host']}/.s.PGSQL.{url.port or 5432}"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        through = url.set(host="127.0.0.1", port=port).difference_update_query(["host"])
        line = Line(through.update_query_dict({"sslmode": "disable", "gssencmode": "disable"}).render_as_string(False))
        threading.Thread(target=_accept, args=(listening, server, line), daemon=True).start()
        yield line


def _accept(listening: socket.socket, server: str, line: Line) -> None:
    with contextlib.suppress(OSError):  # the end: nobody listens any more
        while True:
            client, _ = listening.accept()
            upstream = socket.socket(socket.AF_UNIX)
            upstream.connect(server)
            threading.Thread(target=_back, args=(client, upstream), daemon=True).start()
            threading.Thread(target=_forth, args=(client, upstream, line), daemon=True).start()


def _forth(client: socket.socket, upstream: socket.socket, line: Line) -> None:
    with contextlib.suppress(OSError):
        while data := client.recv(65536):
            if b"COMMIT" in data and line.cut_at_commit:
                if line.cut_at_commit.pop(0) == "after":
                    _shut(client, socket.SHUT_WR)  # the answer gets nowhere
                    upstream.sendall(data)  # carried out even though the line ends behind it
                break
            upstream.sendall(data)
    for end in (client, upstream):
        _shut(end, socket.SHUT_RDWR)


def _back(client: socket.socket, upstream: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := upstream.recv(65536):
            client.sendall(data)
    for end in (client, upstream):
        _shut(end, socket.SHUT_RDWR)


def _shut(end: socket.socket, how: int) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(how)
