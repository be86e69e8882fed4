"""Two workers on one PostgreSQL: what many do at the same moment goes side by side, and all else is done alone, so
that it decides by what stands when it is done."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import corner
from support.workers import LONG, SOON, engine

from bot import routes
from bot.boundary import Address
from bot.storage import database, leases
from bot.storage.database import take_turn

STAFF = Address("slack", "T01CEDAR", "C01ALLSTAFF")


@asynccontextmanager
async def another_writes(bot: Core) -> AsyncIterator[None]:
    """In a transaction of its own, which does not end meanwhile."""
    with engine(bot.settings.database_url) as elsewhere, elsewhere.begin() as connection:
        take_turn(connection, alone=False)
        yield


@databases.on_postgresql
async def test_answers_and_home_cards_wait_for_nobody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await bot.asks(corner(bot, "Dana Lee").account, STAFF)
        async with another_writes(bot):
            await asyncio.wait_for(owen.presses("poll.vote", "1:1"), LONG)
            await asyncio.wait_for(owen.types("somewhere"), LONG)
            assert databases.rows(bot.settings.database_url, "select count(*) from ballots") == [(1,)]


@databases.on_postgresql
async def test_what_decides_something_is_done_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        async with another_writes(bot):
            begins = asyncio.ensure_future(owen.types("concern"))
            await asyncio.wait([begins], timeout=SOON)
            assert not begins.done()
        await asyncio.wait_for(begins, LONG)


@databases.on_postgresql
async def test_who_is_kept_waiting_is_told_in_time(tmp_path: Path) -> None:
    """Discord gives three seconds, and a worker that stands still keeps the others waiting for five."""
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        lease = partial(leases.take, name="a lease", holder="us", now=0.0)
        async with another_writes(bot):
            assert await asyncio.wait_for(bot.writer.aside(lease), LONG)
            began = time.monotonic()
            await owen.types("concern")
            assert time.monotonic() - began < 3.0
            owen.sees("busy")
        await owen.types("concern")
        owen.sees("What gets in the way of your students?")


@databases.on_postgresql
async def test_who_stands_still_in_a_statement_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its server waits for the end of what it sends, which is not idling."""
    monkeypatch.setattr(database, "LONGEST", 1.0)
    async with core(tmp_path) as bot:
        with engine(bot.settings.database_url) as elsewhere:
            connection = elsewhere.connect()
            connection.begin()
            take_turn(connection, alone=True)
            line = connection.connection.driver_connection.pgconn  # type: ignore[union-attr]  # psycopg's own
            line.enter_pipeline_mode()
            line.send_query_params(b"SELECT 1", None)
            line.send_flush_request()
            line.flush()
            lease = partial(leases.take, name="a lease", holder="us", now=0.0)
            await asyncio.wait_for(bot.writer.do(lease, alone=True), LONG)
            connection.invalidate()
            connection.close()


def test_only_answers_to_polls_and_home_cards_go_side_by_side() -> None:
    """One more says what it locks."""
    kinds = (routes.HOUSE.presses, routes.HOUSE.forms, routes.HOUSE.commands, routes.HOUSE.shortcuts)
    crowded = {name for kind in kinds for name, route in kind.items() if route.crowded}
    assert crowded == {"poll.vote", "poll.take-back", "poll.words", "somewhere", "home", "home.more"}
