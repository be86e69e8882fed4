"""Opening the database with the keys outside it: those of the settings, and on SQLite those in a file beside it, which
is made at the first start where there are no others.

Keys in the database that lay there before they were wrapped are wrapped here, not by a migration: migrations know no
settings. That is one transaction at every opening, for an older process may have worked on until now. The files are
scrubbed afterwards (`bot.operations.maintenance`), for as long as the database says that it is due."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.operations.settings import Settings
from bot.storage import database, keys, private_files
from bot.storage.keys import KeyCheck, Keys, Shut
from bot.storage.outages import is_damaged, is_sqlites, passes
from bot.storage.private_files import Exposed, NoFolder, Unusable

KEPT_OUT = (Exposed, NoFolder, Shut, Unusable)  # each says in a line what is wrong, and what to do

NEEDED = (
    "PostgreSQL needs CONNECTION_KEYS, and it is empty: `start-somewhere new-key` prints a key. Set it for every "
    "process, and keep it apart from the database and its copies"
)
NONE = (
    "there is no database at {file}: is DATABASE_URL right? `start-somewhere load my-district` makes one from your "
    "district's files"
)
DAMAGED = "the database file is damaged, or is none: put back a copy of it"
AWAY = "the database that DATABASE_URL names lets nobody in: see whether the address is right and its server is up"
OLDER = "the database is an older version's: `start-somewhere migrate` brings it to what this one needs"
NEWER = "the database is a newer version's: start that version, or put back a copy of the database from before it"
MISSING = "the database is sealed under a key that is not here: set CONNECTION_KEYS to that key again"


def open_database(settings: Settings, *, migrating: bool = False, making: bool = False) -> Engine:
    """Its engine knows the keys. `making`: one is made where there is none. Raises KEPT_OUT."""
    if not making:
        find(settings)
    try:
        return _opened(settings, migrating=migrating)
    except DBAPIError as error:
        if is_damaged(error):
            raise Shut(DAMAGED) from error
        if passes(error) and not is_sqlites(error):
            raise Shut(AWAY) from error
        raise


def find(settings: Settings) -> None:
    """Nothing is made where there is no database. Raises KEPT_OUT."""
    file = database.sqlite_file(settings.database_url)
    if not database.is_there(settings.database_url):
        raise Shut(NONE.format(file=file))
    if file:
        private_files.claim(file)


def _opened(settings: Settings, *, migrating: bool) -> Engine:
    with ExitStack() as undo:
        engine = database.connect(settings.database_url)
        undo.callback(engine.dispose)
        given = ",".join(outside(settings))
        if not given and engine.dialect.name == "postgresql":
            raise Shut(NEEDED)
        _bring_up(engine, migrating=migrating)
        keys.know(engine, Keys(given or _made(settings, engine)))
        with Session(engine) as session, session.begin():
            if not keys.check(session):
                raise Shut(_missing(settings))
            keys.wrap_plain(session)
        undo.pop_all()
        return engine


def _bring_up(engine: Engine, *, migrating: bool) -> None:
    """No process works on tables that are not those of its version. Raises Shut."""
    with engine.connect() as connection:
        if database.is_newer(connection):
            raise Shut(NEWER)
        if not migrating and not database.is_at_newest(connection):
            raise Shut(OLDER)
    if migrating:
        database.migrate(engine)


def outside(settings: Settings) -> Iterator[str]:
    """The keys that are there; those of the settings come first. Raises Shut for what is no key."""
    if settings.connection_keys:
        yield _checked(settings.connection_keys.get_secret_value(), "CONNECTION_KEYS")
    file = database.sqlite_file(settings.database_url)
    if file and (beside := private_files.read_key(file)):
        yield _checked(beside, str(private_files.key_file(file)))


def _checked(given: str, where: str) -> str:
    try:
        Keys(given)
    except ValueError as error:
        raise Shut(f"{where}: {error}") from None
    return given


def _made(settings: Settings, engine: Engine) -> str:
    """For a database that nothing was sealed in yet."""
    with Session(engine) as session:
        if session.get(KeyCheck, 1):
            raise Shut(_missing(settings))
    file = database.sqlite_file(settings.database_url)
    return private_files.make_key(file, keys.new_key()) if file else keys.new_key()


def _missing(settings: Settings) -> str:
    file = database.sqlite_file(settings.database_url)
    return f"{MISSING}, or put back the file {private_files.key_file(file)}" if file else MISSING
