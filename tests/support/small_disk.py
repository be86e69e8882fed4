"""A disk that can be full, with a database on it."""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from support import databases

SIZE = "48m"


@dataclass(frozen=True)
class Disk:
    database: str
    ballast: Path

    def fill(self) -> None:
        """To the last byte, and to the last row that the database has room for."""
        with self.ballast.open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12):
                with _until_it_is_full():
                    while True:
                        file.write(bytes(size))
        for size in (1500, 20):
            with suppress(OperationalError):
                for number in range(1000):
                    row = f"'{size}/{number}/{'x' * size}', 0.0"
                    databases.change(self.database, f"INSERT INTO seen_keys (key, at) VALUES ({row})")

    def free(self) -> None:
        self.ballast.unlink()


@contextmanager
def _until_it_is_full() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Skips the test where nobody may mount one."""
    place = folder / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can mount a small disk")
    try:
        for parent in (place, *place.parents):  # PostgreSQL runs as somebody else
            parent.chmod(parent.stat().st_mode | 0o111)
        database = databases.kept_in(place)
        try:
            yield Disk(database, place / "ballast")
        finally:  # a server that misses its files serves nobody else either
            (place / "ballast").unlink(missing_ok=True)
            databases.drop(database)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
