"""Several processes on one database, and what only one of them may do."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_both

from bot.delivery import outbox
from bot.storage import database, leases
from bot.storage.writer import Writer

pytestmark = on_both

ROOT = Path(__file__).parents[1]
SHARD = "discord shard 0 of 1"


def test_one_holds_a_lease_until_it_runs_out(tmp_path: Path) -> None:
    engine = database.connect(databases.address(tmp_path))
    database.migrate(engine)
    with Session(engine) as session:
        assert leases.take(session, SHARD, "one", 1000.0)
        assert not leases.take(session, SHARD, "other", 1001.0)
        assert leases.take(session, SHARD, "one", 1005.0), "renewed"
        assert not leases.take(session, SHARD, "other", 1005.0 + leases.LASTS - 1)
        assert leases.take(session, SHARD, "other", 1005.0 + leases.LASTS)
        assert not leases.take(session, SHARD, "one", 1006.0 + leases.LASTS), "it woke up too late"
        assert not leases.take(session, SHARD, "one", 1000.0 + leases.LASTS - 1), "the clock was set back a little"
        assert leases.take(session, SHARD, "one", 1000.0 - 3600), "and so much that it would last for an hour"
        assert leases.take(session, SHARD, "other", 1000.0 + leases.LASTS)
        leases.give_back(session, "other")
        assert leases.take(session, SHARD, "one", 1007.0 + leases.LASTS)
    engine.dispose()


async def test_another_takes_over_where_one_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leases, "RENEWED", 0.05)
    engine = database.connect(databases.address(tmp_path))
    database.migrate(engine)
    writer = Writer(engine, outbox.note_changes)
    inside: list[str] = []

    @asynccontextmanager
    async def hear(name: str) -> AsyncIterator[None]:
        inside.append(name)
        try:
            yield
        finally:
            inside.remove(name)

    async def starts(name: str) -> asyncio.Task[None]:
        decided = asyncio.Event()
        task = asyncio.create_task(leases.hold(writer, SHARD, lambda: hear(name), lambda _: decided.set()))
        await asyncio.wait_for(decided.wait(), 10)
        return task

    one, other = await starts("one"), await starts("other")
    assert inside == ["one"]
    one.cancel()
    async with asyncio.timeout(10):
        while inside != ["other"]:
            await asyncio.sleep(0.01)
    other.cancel()
    await asyncio.wait((one, other))
    assert inside == []
    writer.close()
    engine.dispose()


@pytest.mark.parametrize("command", ["web", "worker"])
@databases.on_sqlite
def test_several_processes_refuse_sqlite_and_say_why(tmp_path: Path, command: str) -> None:
    environment = {**os.environ, "DATABASE_URL": databases.address(tmp_path)}
    done = subprocess.run(
        [sys.executable, "main.py", command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "several processes need PostgreSQL" in done.stderr
