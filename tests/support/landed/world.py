"""What an older version left, under this one: it is as it was left again as often as is needed."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from support import databases
from support.clock import StandingClock
from support.cores import Core, core_on
from support.landed import rows

LANDED = Path(__file__).parent.parent.parent / "landed"
ROWS, ACTS, FACTS = "rows.jsonl", "acts.jsonl", "facts.json"


@dataclass
class World:
    bot: Core
    _file: Path
    _left: sqlite3.Connection

    def again(self) -> None:
        """As it was left. On SQLite."""
        with closing(sqlite3.connect(self._file)) as there:
            self._left.backup(there)


@asynccontextmanager
async def world(tables: rows.Tables, now: str) -> AsyncIterator[World]:
    """In memory if it can be: what is played here is committed a thousand times."""
    with tempfile.TemporaryDirectory(prefix="landed-", dir=databases.in_memory()) as folder:
        database, file = databases.empty(Path(folder)), Path(folder, "empty.db")
        rows.put_back(database, tables)
        with closing(sqlite3.connect(":memory:")) as left:
            if file.exists():
                with closing(sqlite3.connect(file)) as there:
                    there.backup(left)
            async with core_on(database, clock=StandingClock(datetime.fromisoformat(now))) as bot:
                yield World(bot, file, left)


def read_acts(version: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LANDED / version / ACTS).read_text(encoding="utf-8").splitlines()]


def read_facts(version: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((LANDED / version / FACTS).read_text(encoding="utf-8"))
    return found
