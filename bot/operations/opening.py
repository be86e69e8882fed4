"""Opening the database with the keys outside it: those of the settings, and on SQLite those in a file beside it, which
is made at the first start where there are no others.

Keys in the database that lay there before they were wrapped are wrapped here, not by a migration: migrations know no
settings. That is one transaction at every opening, for an older process may have worked on until now. The files are
scrubbed afterwards (`bot.operations.maintenance`), for as long as the database says that it is due."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.boundary.terminal import Stopped, line
from bot.operations.settings import Settings
from bot.storage import database, keys, private_files
from bot.storage.keys import KeyCheck, Keys
from bot.storage.outages import is_damaged, is_sqlites, passes
from bot.storage.private_files import Exposed, NoFolder, Shared, Unusable


class Shut(Stopped):
    """The database cannot be opened."""


def open_database(settings: Settings, *, migrating: bool = False, making: bool = False) -> Engine:
    """Its engine knows the keys. `making`: one is made where there is none. Raises Shut."""
    if not making:
        find(settings)
    with _telling():
        return _opened(settings, migrating=migrating)


def find(settings: Settings) -> None:
    """Nothing is made where there is no database. Raises Shut."""
    file = database.sqlite_file(settings.database_url)
    if not is_there(settings):
        raise Shut(line("terminal-database-none", file=str(file)))
    if file:
        with _telling():
            private_files.claim(file)


def is_there(settings: Settings) -> bool:
    """Raises Shut."""
    with _telling():
        return database.is_there(settings.database_url)


@contextmanager
def _telling() -> Iterator[None]:
    """Raises Shut for what an operator can mend."""
    try:
        yield
    except Exposed as error:
        raise Shut(line("terminal-database-exposed", mend=error.mend)) from error
    except Shared as error:
        raise Shut(line("terminal-database-shared", path=str(error.path))) from error
    except Unusable as error:
        raise Shut(line("terminal-database-unusable", path=str(error.path))) from error
    except NoFolder as error:
        raise Shut(line("terminal-database-no-folder", path=str(error.path))) from error
    except DBAPIError as error:
        if is_damaged(error):
            raise Shut(line("terminal-database-damaged")) from error
        if passes(error) and not is_sqlites(error):
            raise Shut(line("terminal-database-away")) from error
        raise


def _opened(settings: Settings, *, migrating: bool) -> Engine:
    with ExitStack() as undo:
        engine = database.connect(settings.database_url)
        undo.callback(engine.dispose)
        given = ",".join(outside(settings))
        if not given and engine.dialect.name == "postgresql":
            raise Shut(line("terminal-keys-needed"))
        _bring_up(engine, migrating=migrating)
        keys.know(engine, Keys(given or _made(settings, engine)))
        with Session(engine) as session, session.begin():
            if not keys.check(session):
                raise _missing(settings)
            keys.wrap_plain(session)
        undo.pop_all()
        return engine


def _bring_up(engine: Engine, *, migrating: bool) -> None:
    """No process works on tables that are not those of its version. Raises Shut."""
    with engine.connect() as connection:
        if database.is_newer(connection):
            raise Shut(line("terminal-database-newer"))
        if not migrating and not database.is_at_newest(connection):
            raise Shut(line("terminal-database-older"))
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
    except ValueError:
        raise Shut(line("terminal-no-key", where=where)) from None
    return given


def _made(settings: Settings, engine: Engine) -> str:
    """For a database that nothing was sealed in yet."""
    with Session(engine) as session:
        if session.get(KeyCheck, 1):
            raise _missing(settings)
    file = database.sqlite_file(settings.database_url)
    if file is None:
        return keys.new_key()
    return _checked(private_files.make_key(file, keys.new_key()), str(private_files.key_file(file)))


def _missing(settings: Settings) -> Shut:
    file = database.sqlite_file(settings.database_url)
    if file is None:
        return Shut(line("terminal-key-missing"))
    return Shut(line("terminal-key-file-missing", file=str(private_files.key_file(file))))
