"""A database that other users of the machine could read is not opened; what is said then mends it."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from support.process import ROOT
from support.terminal import stops

import wiring
from bot.boundary.checking import todo
from bot.boundary.terminal import Stopped
from bot.operations import checking_here, commands
from bot.operations.settings import Settings
from bot.storage import database, private_files
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


def linked(tmp_path: Path) -> tuple[Path, Path]:
    """A database, and a link to it in another folder of the bot's own."""
    file, link = tmp_path / "disk" / "house.db", tmp_path / "bot" / "house.db"
    for folder in (file.parent, link.parent):
        folder.mkdir()
    link.symlink_to(file)
    return file, link


@pytest.mark.parametrize("open_to_others", ["disk", "bot"])
def test_where_it_is_a_link_both_folders_are_looked_at(tmp_path: Path, open_to_others: str) -> None:
    """SQLite works beside that to which it leads; and another can be put in the link's place."""
    _, link = linked(tmp_path)
    assert migrate(link).returncode == 0
    (tmp_path / open_to_others).chmod(0o777)
    refused = migrate(link)
    assert (refused.returncode, "Traceback" in refused.stderr) == (1, False)
    subprocess.run(refused.stderr.partition(": ")[2], shell=True, check=True)
    assert migrate(link).returncode == 0


@pytest.mark.parametrize("loose", ["", "-wal", "-shm", "-journal"])
def test_so_is_what_is_beside_that_to_which_it_leads(tmp_path: Path, loose: str) -> None:
    file, link = linked(tmp_path)
    file.touch(0o600)
    beside = file.with_name(f"house.db{loose}")
    beside.touch()
    beside.chmod(0o666)
    with pytest.raises(Exposed) as refused:
        database.connect(f"sqlite:///{link}")
    assert refused.value.mend == f"chmod 600 {beside}"


def test_a_link_to_what_is_not_made_yet_is_followed(tmp_path: Path) -> None:
    file, link = linked(tmp_path)
    assert migrate(link).returncode == 0
    assert modes(file.parent) == {"house.db": 0o600}
    file.unlink()
    file.parent.rmdir()
    assert f"there is no folder {file.parent}" in migrate(link).stderr


@pytest.mark.parametrize("whose", ["everybody's", "somebody else's"])
def test_a_folder_that_others_need_is_left_as_it_is(
    tmp_path: Path, whose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as /tmp, which the machine could not do without."""
    folder = tmp_path / "shared"
    folder.mkdir()
    if whose == "everybody's":
        folder.chmod(0o1777)
    else:
        folder.chmod(0o777)
        monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / 'house.db'}", connection_keys="")
    with stops(str(folder), "make a folder for the database alone (mkdir -m 700 FOLDER)") as told:
        commands.migrate(settings)
    assert "chmod" not in "".join(told)
    (folder / "house.db").write_bytes(b"something")
    found = [one for one in checking_here.look(settings, ()).found if one.says.startswith("check-database")]
    assert found == [todo("check-database-shared", path=str(folder))]


@pytest.mark.parametrize("loose", ["", "-wal", "-shm", "-journal", ".lock", ".key"])
def test_so_are_those_beside_it(tmp_path: Path, loose: str) -> None:
    (tmp_path / f"house.db{loose}").touch(0o604)
    with pytest.raises(Exposed, match=f"chmod 600 .*house.db{loose}"):
        database.connect(f"sqlite:///{tmp_path / 'house.db'}")


def test_by_a_link_too_one_process_works_on_it(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "house.db")
    by_name, by_link = (Settings(database_url=f"sqlite:///{tmp_path / name}") for name in ("house.db", "link.db"))
    with wiring.only_one(by_name), pytest.raises(Stopped), wiring.only_one(by_link):
        pass


def test_it_may_be_begun_while_another_process_looks_into_its_database(tmp_path: Path) -> None:
    """What lies beside the database goes with the last connection: also between two looks at it."""
    file, looks = tmp_path / "house.db", True
    private_files.claim(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table notes (text)")

    def look() -> None:
        while looks:
            with closing(sqlite3.connect(file)) as connection:
                connection.execute("select count(*) from notes").fetchall()

    other = Thread(target=look)
    other.start()
    try:
        for _ in range(3000):
            private_files.claim(file)
    finally:
        looks = False
        other.join()
