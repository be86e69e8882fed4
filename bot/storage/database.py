"""The database: its engine, its migrations, looking into it, and waking other processes. Writing is the writer's."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from bot.storage import private_files
from bot.storage.tables import Table

Row = TypeVar("Row", bound=Table)
CHANNEL = "outbox"  # on which processes tell each other that there is something to send
MIGRATIONS = Path(__file__).parent / "migrations"
WAIT = 10.0  # seconds for which SQLite lets who writes wait for another, unless told otherwise
LONGEST = 60.0  # seconds that a turn lasts at most, from PostgreSQL 17 on: its process may stand still in a statement
AGAIN = 1.0  # seconds until it listens anew after a fault
HEARING = 0.1  # seconds after which a listener looks whether it shall end
# What PostgreSQL's driver is told: a server that says nothing any more counts as gone; and the server: a process that
# stands still in the middle of a transaction holds up the others no longer than this.
LINE = {
    "connect_timeout": 5,  # seconds, as all of these are but the one in ms
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 15_000,
    "options": "-c idle_in_transaction_session_timeout=5s",
}

log = structlog.get_logger()


def connect(url: str) -> Engine:
    """An engine for SQLite or PostgreSQL. What members wrote stays out of its errors, being parameters. Raises Exposed,
    Shared, Unusable and NoFolder of private_files."""
    is_postgresql = make_url(url).get_backend_name() == "postgresql"
    if file := sqlite_file(url):
        private_files.claim(file)
    given = {name: value for name, value in LINE.items() if is_postgresql and name not in make_url(url).query}
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=given)
    if not is_postgresql:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_file(url: str) -> Path | None:
    """None: it is no SQLite, or kept nowhere."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database)


def is_there(url: str) -> bool:
    """Of SQLite, which would make one: whether there is a file with anything in it. Of others their server tells.
    Raises private_files.Unusable."""
    file = sqlite_file(url)
    return file is None or private_files.is_there(file)


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says, not where the driver guesses
    for setting in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":  # as a checkpoint needs it
        return
    if options.get("reads"):
        connection.exec_driver_sql("BEGIN")
        return
    waits = options.get("waits", WAIT)  # seconds, for another that writes
    connection.exec_driver_sql(f"PRAGMA busy_timeout={waits * 1000:.0f}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A Session for looking only: what it sees stays as it was at its first look, on SQLite."""
    with Session(engine.execution_options(reads=True), autoflush=False) as session:
        yield session


def migrate(engine: Engine) -> None:
    """Brings the tables to what this version needs."""
    with engine.connect() as connection, _unchecked(connection), connection.begin():
        if engine.dialect.name == "postgresql":  # two that migrate at once go one after the other
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('migrate'))"))
        if not is_at_newest(connection):
            _upgrade(connection)


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    """Meanwhile a table of SQLite can be made anew, as altering one takes, though rows of others refer to it."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "postgresql":
        yield
        return
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def is_at_newest(connection: Connection) -> bool:
    """Whether the tables are those of this version."""
    return _there(connection) == [max(_known())]


def is_newer(connection: Connection) -> bool:
    """Whether a later version has changed the tables since."""
    return not set(_there(connection)) <= _known()


def _known() -> set[str]:
    return {path.name.partition("_")[0] for path in MIGRATIONS.glob("versions/*.py")}


def _there(connection: Connection) -> list[str]:
    if not inspect(connection).has_table("alembic_version"):
        return []
    return list(connection.scalars(text("SELECT version_num FROM alembic_version")))


def _upgrade(connection: Connection) -> None:
    from alembic import command  # here, for it takes up 9 MB
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def insert(bind: Connection | Session) -> Callable[[type[Table]], sqlite.Insert | postgresql.Insert]:
    """The INSERT of this database that knows ON CONFLICT."""
    connection = bind.connection() if isinstance(bind, Session) else bind
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert


def locked(session: Session, table: type[Row], id: int) -> Row | None:
    """The row of that number as it stands now, which nobody else changes meanwhile. It is locked first and read then:
    PostgreSQL reads a row anew for which it had to wait, but not what is joined to it."""
    session.execute(select(table.__table__.c["id"]).where(table.__table__.c["id"] == id).with_for_update())
    known = session.identity_map.get(identity_key(table, id))
    return session.get(table, id, populate_existing=known not in session.dirty)


def take_turns(session: Session, table: type[Table], id: int) -> None:
    """Those who do this about that row do it one after the other, while others may refer to it. What is read after this
    is what the one before left; what the Session had read by then may be out of date."""
    row = select(table.__table__.c["id"]).where(table.__table__.c["id"] == id)
    session.execute(row.with_for_update(key_share=True))


def take_turn(connection: Connection, *, alone: bool, waits: float | None = None) -> None:
    """First of all in a transaction that decides by what it reads. `alone`: waits for all that others write by now, and
    lets none of them begin until it ends. Otherwise beside others that are not alone. After `waits` seconds, in which
    it did not get what it has to lock, it fails, as outages.was_kept_waiting tells. On SQLite one writes at a time as
    it is."""
    if connection.dialect.name == "postgresql":
        if waits is not None:
            most = {"most": f"{max(waits, 0.001) * 1000:.0f}"}
            connection.execute(text("SELECT set_config('lock_timeout', :most, true)"), most)
        lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
        knows = (connection.dialect.server_version_info or (0,)) >= (17,)
        ends = f", set_config('transaction_timeout', '{LONGEST * 1000:.0f}', true)" if knows else ""
        connection.execute(text(f"SELECT {lock}(hashtext('write')){ends}"))  # one after the other


def wake_others(session: Session) -> None:
    """Lets every process that is `listening` know when this transaction stands. With SQLite there are no others."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"NOTIFY {CHANNEL}"))


@contextmanager
def listening(engine: Engine, heard: Callable[[], None]) -> Iterator[None]:
    """Calls `heard`, from a thread of its own, whenever any process woke the others."""
    if engine.dialect.name != "postgresql":
        yield
        return
    ended = threading.Event()
    thread = threading.Thread(target=_listen, args=(engine, heard, ended), name="listener")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _listen(engine: Engine, heard: Callable[[], None], ended: threading.Event) -> None:
    """Until it is ended; of faults between which it hears nothing it tells the first."""
    failing = False
    while not ended.is_set():
        try:
            with contextlib.closing(engine.raw_connection()) as pooled:
                connection: Any = pooled.driver_connection
                pooled.detach()  # it is not to be lent to anyone after this
                connection.autocommit = True
                connection.execute(f"LISTEN {CHANNEL}")
                while not ended.is_set():
                    for _ in connection.notifies(timeout=HEARING):
                        heard()
                        failing = False
        except Exception as error:  # the server is away, mostly: senders look every second by themselves
            if not failing:
                log.warning("hears no other process", error=type(error).__name__)
            failing = True
            ended.wait(AGAIN)
