"""Statements are compiled once for all databases of a kind. SQLAlchemy keeps what it made of one with the engine that
it made it for; every house has an engine of its own, and making them anew took a fifth of the suite's time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from support.databases import KEY

from bot.storage import keys

KEPT = 5_000
_first: dict[str, Engine] = {}


def create_engine(url: str, **given: Any) -> Engine:
    """As SQLAlchemy's own. Engines of a kind speak one dialect and remember together what they have compiled. Each
    knows the tests' key."""
    engine = sqlalchemy.create_engine(url, query_cache_size=KEPT, **given)
    first = _first.setdefault(engine.dialect.name, engine)
    engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
    keys.know(engine, keys.Keys(KEY))
    return engine


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """Those that it runs meanwhile."""
    run: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        run.append(statement)

    event.listen(session.connection(), "before_cursor_execute", note)
    yield run
    event.remove(session.connection(), "before_cursor_execute", note)
