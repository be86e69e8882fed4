"""What was taken in before, so that a second delivery of an event is recognised."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.database import insert
from bot.storage.tables import Table

PROBE = "health"  # the key of what is written to see whether anything can be


class SeenKey(Table):
    __tablename__ = "seen_keys"
    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[float] = mapped_column(index=True)  # Unix time


def forget_keys(session: Session, before: float) -> None:
    """Forgets what was recorded before that Unix time."""
    session.execute(delete(SeenKey).where(SeenKey.at < before))


def probe(session: Session) -> None:
    """Writes something, and leaves nothing."""
    session.add(SeenKey(key=PROBE, at=time.time()))
    session.flush()
    session.execute(delete(SeenKey).where(SeenKey.key == PROBE))


def record(connection: Connection, keys: set[str]) -> set[str]:
    """Records the keys, in order so that two workers never wait for each other; returns those that are new."""
    if not keys:
        return set()
    at = time.time()
    rows = [{"key": key, "at": at} for key in sorted(keys)]
    return set(connection.scalars(_recording(insert(connection)), rows))


@cache
def _recording(insert: Callable[[type[Table]], Any]) -> Insert:
    """Made once: making a statement takes longer than running it."""
    add: Insert = insert(SeenKey).on_conflict_do_nothing().returning(SeenKey.key)
    return add
