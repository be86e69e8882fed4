"""Takes what was deleted out of the database's files, where it would otherwise lie until something else comes to lie
there. SQLite overwrites what it deletes (`secure_delete`), but for the log of its last changes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

import structlog
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.polls import secrecy as polls
from bot.questions import secrecy as questions
from bot.storage.database import reading
from bot.storage.writer import Writer

log = structlog.get_logger()
T = TypeVar("T")
POLLS = ("ballot_keys", "sealed_ballots")


async def scrub_remains(engine: Engine, writer: Writer) -> None:
    """After anonymous polls were closed; after questions without a name were sent, and when the way back ended."""
    closed = await asyncio.to_thread(_look, engine, polls.remains)
    done: bool = bool(closed) and await asyncio.to_thread(scrub, engine, POLLS)
    if done:
        await writer.do(lambda session: polls.are_scrubbed(session, closed))
        log.info("scrubbed", polls=closed)
    asked, tables = await asyncio.to_thread(_look, engine, questions.remains)
    done = bool(asked) and await asyncio.to_thread(scrub, engine, tables, questions.LOCKED)
    if done:
        await writer.do(lambda session: questions.are_scrubbed(session, asked, tables))
        log.info("scrubbed", questions=asked)


def _look(engine: Engine, look: Callable[[Session], T]) -> T:
    with reading(engine) as session:
        return look(session)


def scrub(engine: Engine, tables: Sequence[str], locked: Sequence[str] = ()) -> bool:
    """Of the tables that were `locked` only the marks that PostgreSQL left there: which transaction locked which row.
    False: somebody was reading, so it must be done again."""
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        if engine.dialect.name == "sqlite":
            return _empty_log(connection)
        connection.execute(text(f"VACUUM FULL {', '.join(tables)}"))  # into new files
        if locked:
            connection.execute(text(f"VACUUM (FREEZE, DISABLE_PAGE_SKIPPING) {', '.join(locked)}"))
        try:
            connection.execute(text("SELECT pg_switch_wal()"))
            connection.execute(text("CHECKPOINT"))  # what the log held until now is no longer needed
        except DBAPIError as error:  # not ours to ask for: the server does the same by and by
            log.info("the database's log was left alone", error=type(error.orig).__name__)
        return True


def _empty_log(connection: Connection) -> bool:
    busy, _, _ = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()
    return not busy
