"""What somebody who runs the bot gets wrong: they read in a line what it is and what to do, nothing that was there
changes, and nothing is made that they did not ask for."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp.test_utils import make_mocked_request
from structlog.testing import capture_logs
from support import databases
from support.districts import PRETEND
from support.house import eventually
from support.operator import TEXTS
from support.process import ROOT
from support.terminal import stops

import wiring
from bot.delivery.received import Receiver
from bot.delivery.sender import Sender
from bot.operations import checking, commands, school_calendar
from bot.operations.health import Health
from bot.operations.settings import Settings
from bot.storage import private_files

pytestmark = databases.on_sqlite

Terminal = pytest.CaptureFixture[str]
posix = pytest.mark.skipif(os.name != "posix", reason="modes mean nothing here")


def of(file: Path) -> Settings:
    return Settings(_env_file=None, database_url=f"sqlite:///{file}", connection_keys=databases.KEY)


def works(settings: Settings, role: str = "run") -> str:
    """Why it doesn't."""
    with capture_logs() as logged:
        assert wiring.work(settings, role) == 1
    return "".join(str(one.get("reason")) for one in logged)


def types(folder: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """At a terminal."""
    line = [sys.executable, str(ROOT / "main.py"), *command.split()]
    given = {"DATABASE_URL": f"sqlite:///{folder / 'house.db'}", "CONNECTION_KEYS": "", "LANGUAGE": "en"} | environment
    return subprocess.run(line, cwd=folder, env=os.environ | given, capture_output=True, text=True, timeout=60)


def checks(settings: Settings, terminal: Terminal) -> str:
    """What is to be done."""
    terminal.readouterr()
    assert checking.check(settings, TEXTS["en"], {}) == 1
    return "".join(line for line in terminal.readouterr().out.splitlines() if line.startswith("  To do: "))


# Settings --------------------------------------------------------------------------------------------------------


def test_what_cannot_be_is_told_setting_by_setting_and_not_repeated(tmp_path: Path) -> None:
    """Somebody may have put a token on the wrong line."""
    wrong = {"DATABASE_URL": "mysql://hush-hush@there/bot", "PORT": "xoxb-hush-hush", "LOG_LEVEL": "loud"}
    done = types(tmp_path, "migrate", **wrong)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "DATABASE_URL: it is like sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
        "PORT: it is a whole number, such as 8000",
        "LOG_LEVEL: it is DEBUG, INFO, WARNING, or ERROR",
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_name_that_hosts_give_to_postgresql_is_good() -> None:
    """Heroku's, and of others that read a Procfile: they set it by themselves."""
    given = Settings(
        _env_file=None, database_url="postgres://dana:hush@db.example:5432/postgres://x", log_level="debug"
    )
    assert given.database_url == "postgresql://dana:hush@db.example:5432/postgres://x"
    assert given.log_level == "DEBUG"


@pytest.mark.parametrize(
    "url",
    [
        "house.db",
        "/data/house.db",
        "sqlite://house.db",
        "sqlite:///file:house.db?uri=true",  # SQLite would work on another file than the one that is looked after
        "sqlite:///house.db?mode=rwc&uri=1",
        "mysql://there/x",
        "postgresql+nosuch://there/x",
        "s://",
    ],
)
def test_no_other_address_is(url: str) -> None:
    with pytest.raises(ValueError, match="setting-database-url"):
        Settings(_env_file=None, database_url=url)


# A path that was mistyped ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mistyped", ["huose.db", "ther/house.db"])
def test_nothing_is_begun_anew_beside_what_is_there(tmp_path: Path, mistyped: str) -> None:
    """Otherwise a new bot, which knows nobody, would say that it is well."""
    missing = of(tmp_path / mistyped)
    told = works(missing)
    assert f"there is no database at {tmp_path / mistyped}" in told
    assert "DATABASE_URL" in told
    assert "`start-somewhere load my-district` makes one" in told
    with stops("there is no database at"):
        school_calendar.undo(missing, TEXTS, "", datetime.now(UTC))
    assert list(tmp_path.iterdir()) == []


def test_load_makes_no_folders(tmp_path: Path) -> None:
    done = types(tmp_path, f"load {PRETEND}", DATABASE_URL=f"sqlite:///{tmp_path / 'ther' / 'house.db'}")
    assert (done.returncode, done.stderr) == (1, f"there is no folder {tmp_path / 'ther'}: is DATABASE_URL right?\n")
    assert list(tmp_path.iterdir()) == []


def test_what_load_makes_it_tells(tmp_path: Path) -> None:
    for told in (f"made {tmp_path / 'house.db'}\n", ""):
        done = types(tmp_path, f"load {PRETEND}")
        assert (done.returncode, done.stdout) == (0, told), done.stderr


async def test_a_bot_that_knows_no_district_says_so(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database_url=databases.address(tmp_path))
    with capture_logs() as logged:
        async with wiring.running(settings) as bot:
            await bot.connected
    assert any("`start-somewhere load" in one["event"] for one in logged if one["log_level"] == "warning")


@pytest.mark.parametrize(("worker", "name"), [(Sender, "sending"), (Receiver, "receiving")])
async def test_what_ends_in_the_background_is_named_where_somebody_asks_whether_it_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worker: type, name: str
) -> None:
    """And in the log, as it happens."""
    end = asyncio.Event()

    async def run(_worker: object) -> None:
        await end.wait()
        raise ZeroDivisionError

    async def asked(health: Health) -> tuple[int, object]:
        answer = await health.answer(make_mocked_request("GET", "/healthz"))
        return answer.status, json.loads(answer.text or "")["stuck"]

    monkeypatch.setattr(worker, "run", run)
    with capture_logs() as logged:
        async with wiring.running(Settings(_env_file=None, database_url=databases.address(tmp_path))) as bot:
            await bot.connected
            assert await asked(bot.health) == (200, [])
            end.set()
            await eventually(lambda: any("ended" in one["event"] for one in logged))
            assert await asked(bot.health) == (503, [name])
    assert [one["task"] for one in logged if one["event"] == "ended in the background"] == [name]


# Files that the bot's user cannot use ----------------------------------------------------------------------------


@pytest.fixture
def _not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """To whom everything is open."""

    def may(path: Path, how: int, **_: object) -> bool:
        return path.stat().st_mode >> 6 & how == how

    if os.geteuid() == 0:
        monkeypatch.setattr(private_files.os, "access", may)


@pytest.fixture
def at_home(tmp_path: Path) -> Iterator[Settings]:
    """A database with its key beside it."""
    (tmp_path / "house.db.key").touch(0o600)
    (tmp_path / "house.db.key").write_text(databases.KEY)
    yield Settings(_env_file=None, database_url=databases.address(tmp_path), connection_keys="")
    tmp_path.chmod(0o700)


def read_only_file(file: Path) -> Path:
    file.chmod(0o400)
    return file


def read_only_folder(file: Path) -> Path:
    file.parent.chmod(0o500)
    return file.parent


def shut_folder(file: Path) -> Path:
    file.parent.chmod(0)
    return file.parent


def shut_key(file: Path) -> Path:
    key = file.with_name(file.name + ".key")
    key.chmod(0)
    return key


@posix
@pytest.mark.usefixtures("_not_root")
@pytest.mark.parametrize("slip", [read_only_file, read_only_folder, shut_folder, shut_key])
def test_what_its_user_cannot_read_and_write_is_named(
    tmp_path: Path, at_home: Settings, slip: Callable[[Path], Path], capsys: Terminal
) -> None:
    """A copy that was put back under another user, say."""
    wrong = slip(tmp_path / "house.db")
    for command in (commands.migrate, commands.reseal):
        with stops(f"this user cannot read and write {wrong}:"):
            command(at_home)
    assert f"this user cannot read and write {wrong}:" in works(at_home)
    assert f"cannot read and write {wrong}." in checks(at_home, capsys)


@posix
@pytest.mark.usefixtures("_not_root")
def test_a_key_file_that_can_only_be_read_is_enough(tmp_path: Path, at_home: Settings) -> None:
    (tmp_path / "house.db.key").chmod(0o400)
    assert commands.reseal(at_home) == 0


def test_a_damaged_file_is_put_back(tmp_path: Path, capsys: Terminal) -> None:
    (tmp_path / "house.db").write_bytes(b"no database" * 1000)
    (tmp_path / "house.db").chmod(0o600)
    settings = of(tmp_path / "house.db")
    for command in (commands.migrate, commands.reseal):
        with stops("damaged, or is none: put back a copy"):
            command(settings)
    assert "damaged" in works(settings)
    assert "damaged" in checks(settings, capsys)
