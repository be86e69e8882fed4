"""Two processes that hear at the same time who is in a channel."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.talk import core
from support.workers import LONG, SOON, worker

from bot.boundary import Account, Address, ChannelMembers
from bot.people import connections

pytestmark = databases.on_postgresql

COMMONS = Address("slack", "T01CEDAR", "C01COMMONS")


def heard(*members: str) -> ChannelMembers:
    return ChannelMembers(
        id="who", place=COMMONS, accounts=tuple(Account("slack", "T01CEDAR", member) for member in members)
    )


async def test_the_later_list_holds(tmp_path: Path, database: str) -> None:
    gathered, may_commit = threading.Event(), threading.Event()
    async with core(tmp_path) as bot:
        kept = bot.settings.database_url

        def gather_slowly(session: Session) -> None:
            connections.gather(session, heard("U01RIVERA", "U01OKAFOR"))
            session.flush()
            gathered.set()
            assert may_commit.wait(LONG)

        def gather(session: Session) -> None:
            connections.gather(session, heard("U01RIVERA", "U01DLEE"))

        with worker(kept) as one, worker(kept) as other:
            first = one.submit(gather_slowly)
            assert gathered.wait(LONG)
            second = other.submit(gather)
            with pytest.raises(TimeoutError):
                second.result(SOON)
            may_commit.set()
            first.result(LONG)
            second.result(LONG)
        assert {row[0] for row in databases.rows(kept, "SELECT account FROM presences")} == {
            "slack:T01CEDAR/U01RIVERA",
            "slack:T01CEDAR/U01DLEE",
        }


async def test_a_list_under_way_does_not_outlast_the_bots_leaving(tmp_path: Path, database: str) -> None:
    gathered, may_commit = threading.Event(), threading.Event()
    async with core(tmp_path) as bot:
        kept = bot.settings.database_url

        def gather_slowly(session: Session) -> None:
            connections.gather(session, heard("U01RIVERA"))
            session.flush()
            gathered.set()
            assert may_commit.wait(LONG)

        with worker(kept) as one, worker(kept) as other:
            first = one.submit(gather_slowly)
            assert gathered.wait(LONG)
            second = other.submit(lambda session: connections.end(session, "slack:T01CEDAR"))
            with pytest.raises(TimeoutError):
                second.result(SOON)
            may_commit.set()
            first.result(LONG)
            second.result(LONG)
        assert databases.rows(kept, "SELECT account FROM presences") == []
