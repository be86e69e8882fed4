"""Takes what was deleted out of the database's files, where it would otherwise lie until something else comes to lie
there. SQLite overwrites what it deletes (`secure_delete`), but for the log of its last changes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import structlog
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.storage.database import reading
from bot.storage.writer import Writer

log = structlog.get_logger()


@dataclass(frozen=True)
class Remains:
    """Of which things something may still lie about, and in which tables. PostgreSQL keeps with a row which transaction
    wrote it last, which may have written of the thing, too, and lays that row at the end: so those tables are laid
    `in_order` of their keys, and the statements `anew`, in one transaction, write such rows anew among many others."""

    of: Sequence[Any]
    tables: Sequence[str]
    in_order: Sequence[str] = ()
    anew: Sequence[str] = ()


class Done(Protocol):
    def __call__(self, session: Session, found: Remains) -> None: ...


@dataclass(frozen=True)
class Scrubbing:
    """What somebody deletes for good: `find` says what remains, `done` is told what does no more. Of the tables that
    are `locked` only the marks go that PostgreSQL left there: which transaction locked which row."""

    name: str
    find: Callable[[Session], Remains]
    done: Done
    locked: tuple[str, ...] = ()


async def scrub_remains(engine: Engine, writer: Writer, scrubbings: Sequence[Scrubbing]) -> None:
    for one in scrubbings:
        remains = await asyncio.to_thread(_find, engine, one)
        scrubbed: bool = bool(remains.of) and await asyncio.to_thread(scrub, engine, remains, one.locked)
        if scrubbed:
            await writer.do(partial(one.done, found=remains))
            log.info("scrubbed", **{one.name: list(remains.of)})


def _find(engine: Engine, scrubbing: Scrubbing) -> Remains:
    with reading(engine) as session:
        return scrubbing.find(session)


def scrub(engine: Engine, remains: Remains, locked: Sequence[str] = ()) -> bool:
    """False: somebody was reading, so it must be done again."""
    if remains.anew and engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            for statement in remains.anew:
                connection.execute(text(statement))
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        if engine.dialect.name == "sqlite":
            return _empty_log(connection)
        connection.execute(text(f"VACUUM FULL {', '.join(remains.tables)}"))  # into new files
        for table in remains.in_order:
            connection.execute(text(f"CLUSTER {table} USING pk_{table}"))
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
