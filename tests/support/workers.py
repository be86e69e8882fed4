"""Several workers on one database, as several processes have them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from bot.delivery import outbox
from bot.storage.database import connect
from bot.storage.writer import Writer

SOON = 0.3  # seconds in which somebody who is not kept waiting would be done
LONG = 20.0  # seconds after which somebody waits in vain


@contextmanager
def worker(database: str) -> Iterator[Writer]:
    engine = connect(database)
    writer = Writer(engine, outbox.note_changes)
    try:
        yield writer
    finally:  # or a test that fails would never end
        writer.close()
        engine.dispose()


@contextmanager
def engine(database: str) -> Iterator[Engine]:
    opened = connect(database)
    yield opened
    opened.dispose()
