"""Which errors of a database are its own trouble, and pass."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)

CLASHES = {"40001", "40P01"}  # PostgreSQL's codes for a serialization failure and a deadlock: the batch is played again
# Where another held for too long what was to be locked: PostgreSQL's code and SQLite's.
KEPT_WAITING, KEPT_WAITING_AT_SQLITE = "55P03", {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
TROUBLES = {*KEPT_WAITING_AT_SQLITE, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}  # or its disk is full or fails


def takes_nothing(error: BaseException) -> bool:
    """Whether the database is to blame for it, not what it was given."""
    ours = IntegrityError | DataError | ProgrammingError | NotSupportedError
    return isinstance(error, DBAPIError) and not isinstance(error, ours) and not _was_never_sent(error)


def passes(error: Exception) -> bool:
    """Whether another try may succeed. PostgreSQL's errors carry a code; none where no server answered. Class 57 is a
    server that starts or stops."""
    if not isinstance(error, DBAPIError):
        return False
    if is_sqlites(error):
        return _sqlites_code(error) in TROUBLES
    code = getattr(error.orig, "sqlstate", "") or ""
    unanswered = code == "" and isinstance(error, OperationalError | InterfaceError) and not _was_never_sent(error)
    return code in CLASHES or error.connection_invalidated or unanswered or code.startswith("57P")


def _was_never_sent(error: DBAPIError) -> bool:
    """PostgreSQL's driver refused a statement, such as one with too many values, over a line that stands."""
    answered = is_sqlites(error) or bool(getattr(error.orig, "sqlstate", ""))
    return not answered and error.statement is not None and not error.connection_invalidated


def is_sqlites(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and isinstance(error.orig, sqlite3.Error)


def is_damaged(error: Exception) -> bool:
    """Of SQLite's: the file is no database, or not any more."""
    return _sqlites_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _sqlites_code(error: Exception) -> int:
    """Without what says of it more closely what it is."""
    return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF if isinstance(error, DBAPIError) else 0


def was_kept_waiting(error: Exception) -> bool:
    """Another held for too long what it had to lock."""
    if is_sqlites(error):
        return _sqlites_code(error) in KEPT_WAITING_AT_SQLITE
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", "") == KEPT_WAITING
