"""Takes what was deleted out of the database's files, where it would otherwise lie until something else comes to lie
there. SQLite overwrites what it deletes (`secure_delete`), but for the log of its last changes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from bot.polls import secrecy
from bot.store import reading
from bot.writer import Writer

log = structlog.get_logger()


TABLES = ("ballot_keys", "sealed_ballots")


async def scrub_remains(engine: Engine, writer: Writer) -> None:
    """After anonymous polls were closed."""
    polls = await asyncio.to_thread(_remains, engine)
    done: bool = bool(polls) and await asyncio.to_thread(scrub, engine, TABLES)
    if done:
        await writer.do(lambda session: secrecy.are_scrubbed(session, polls))
        log.info("scrubbed", polls=polls)


def _remains(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return secrecy.remains(session)


def scrub(engine: Engine, tables: Sequence[str]) -> bool:
    """False: somebody was reading, so it must be done again."""
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        if engine.dialect.name == "sqlite":
            return _empty_log(connection)
        connection.execute(text(f"VACUUM FULL {', '.join(tables)}"))  # into new files
        try:
            connection.execute(text("SELECT pg_switch_wal()"))
            connection.execute(text("CHECKPOINT"))  # what the log held until now is no longer needed
        except DBAPIError as error:  # not ours to ask for: the server does the same by and by
            log.info("the database's log was left alone", error=type(error.orig).__name__)
        return True


def _empty_log(connection: Connection) -> bool:
    busy, _, _ = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()
    return not busy
