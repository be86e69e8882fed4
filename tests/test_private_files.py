"""A database that other users of the machine could read is not opened; what is said then mends it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from support.process import ROOT

from bot.storage import database
from bot.storage.private_files import Exposed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes mean nothing here")


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def migrate(file: Path) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "DATABASE_URL": f"sqlite:///{file}"}
    command = [sys.executable, ROOT / "main.py", "migrate"]
    return subprocess.run(command, env=settings, cwd=file.parent, capture_output=True, text=True, timeout=60)


def test_what_is_made_is_the_bots_own(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        engine = database.connect(f"sqlite:///{tmp_path / 'house.db'}")
        database.migrate(engine)
        with engine.connect():
            made = modes(tmp_path)
    finally:
        os.umask(before)
    assert made == dict.fromkeys(("house.db", "house.db-wal", "house.db-shm"), 0o600)


def test_what_is_too_loose_is_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    folder = tmp_path / "the bot's"
    folder.mkdir()
    file = folder / "house.db"
    assert migrate(file).returncode == 0
    folder.chmod(0o775)
    for name in ("house.db", "house.db.lock"):
        (folder / name).touch()
        (folder / name).chmod(0o640)
    refused = migrate(file)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    subprocess.run(refused.stderr.partition(": ")[2], shell=True, check=True)
    assert migrate(file).returncode == 0


@pytest.mark.parametrize("loose", ["", "-wal", "-shm", "-journal", ".lock", ".key"])
def test_so_are_those_beside_it(tmp_path: Path, loose: str) -> None:
    (tmp_path / f"house.db{loose}").touch(0o604)
    with pytest.raises(Exposed, match=f"chmod 600 .*house.db{loose}"):
        database.connect(f"sqlite:///{tmp_path / 'house.db'}")
