"""A database whose tables are another version's, or that isn't there: no process works on it, and its operator reads
what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from support import databases
from support.databases import on_both, on_either, on_sqlite
from support.districts import PRETEND
from support.operator import operator
from support.terminal import stops

import wiring
from bot.operations import commands
from bot.operations.settings import Settings

COMMANDS: dict[str, Callable[[Settings], object]] = {
    "code": lambda settings: commands.code(settings, "cedar-valley"),
    "reseal": commands.reseal,
    "migrate": commands.migrate,
    "load": lambda settings: commands.load(settings, PRETEND),
}
LEAVES_TABLES = ("code", "reseal")  # as they are
BEFORE, AFTER = "0098", "0200"


def of_version(tmp_path: Path, version: str) -> Settings:
    address = databases.loaded(tmp_path)
    databases.change(address, f"UPDATE alembic_version SET version_num = '{version}'")
    return Settings(_env_file=None, database_url=address)


def works(settings: Settings, role: str) -> str:
    """Why it doesn't."""
    with capture_logs() as logged:
        assert wiring.work(settings, role) == 1
    return "".join(str(one.get("reason")) for one in logged)


@on_either
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_done_with_a_newer_versions(tmp_path: Path, command: str) -> None:
    settings = of_version(tmp_path, AFTER)
    with stops("newer version's: start that version"):
        COMMANDS[command](settings)
    assert databases.rows(settings.database_url, "SELECT version_num FROM alembic_version") == [(AFTER,)]


@on_both
def test_no_process_works_on_it(tmp_path: Path, database: str) -> None:
    roles = ["run"] if database == databases.SQLITE else ["web", "worker", "run"]
    newer = of_version(tmp_path, AFTER)
    assert all("start that version" in works(newer, role) for role in roles)
    databases.change(newer.database_url, f"UPDATE alembic_version SET version_num = '{BEFORE}'")
    assert all("`start-somewhere migrate`" in works(newer, role) for role in roles if role != "run")


@on_either
@pytest.mark.parametrize("command", LEAVES_TABLES)
def test_an_older_versions_is_migrated_first(tmp_path: Path, command: str) -> None:
    with stops("older version's: `start-somewhere migrate`"):
        COMMANDS[command](of_version(tmp_path, BEFORE))


@on_sqlite
@pytest.mark.parametrize("command", LEAVES_TABLES)
def test_where_there_is_none_nothing_is_made(tmp_path: Path, command: str) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'here.db'}")
    with stops(f"no database at {tmp_path / 'here.db'}: is DATABASE_URL right"):
        COMMANDS[command](settings)
    assert list(tmp_path.iterdir()) == []


@on_sqlite
async def test_a_newer_versions_is_told_by_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with operator(tmp_path, capsys) as dana:
        url = dana.settings.database_url
        databases.change(url, f"UPDATE alembic_version SET version_num = '{AFTER}'")
        await dana.checks()
        dana.is_told("newer version's", "Start that version again")
