"""A database that is there and takes nothing, as where its disk can only be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError


@contextmanager
def read_only() -> Iterator[None]:
    """All of this process's, for as long."""

    def begin(connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")

    def refuse(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement == "BEGIN IMMEDIATE":  # as SQLite does
            raise OperationalError(statement, {}, sqlite3.OperationalError("attempt to write a readonly database"))

    hooks = {"begin": begin, "before_cursor_execute": refuse}
    for name, hook in hooks.items():
        event.listen(Engine, name, hook)
    try:
        yield
    finally:
        for name, hook in hooks.items():
            event.remove(Engine, name, hook)
