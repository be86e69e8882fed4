"""Somebody reads the database of an anonymous poll that is over: it is the same whoever answered, in whatever order
they put things, and, where fewer than five answered, whatever they said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.clock import StandingClock
from support.cores import OPTIONS, Core, core, core_on, said
from support.databases import (
    POSTGRESQL,
    change,
    files,
    loaded,
    on_both,
    on_postgresql,
    rows,
    throw_old_logs_away,
)
from support.districts import pretend
from support.forensics import lies_about
from support.landed.rows import Tables, take_out

from bot import routes
from bot.boundary import Account, Address, ChoiceField, Form
from bot.storage import scrubbing
from bot.storage.database import connect

STAFF = Address("slack", "T01CEDAR", "C01COMMONS")
MARIA = Account("slack", "T01CEDAR", "U01RIVERA")
VOTERS = [Account("slack", "T01CEDAR", one.slack) for one in pretend().members if one.slack][:12]
FIRST, LAST = VOTERS[:6], VOTERS[6:]
TOLD = b"Half of them had answered by Tuesday"
REAL_TIME = {"deliveries", "destinations"}  # rows that hold the hour of the machine: when something waited to be sent
TUESDAY = datetime(2026, 10, 6, 15, 5, tzinfo=UTC)

Answers = Mapping[Account, Sequence[int]]


def alike(voters: Sequence[Account], *options: int) -> Answers:
    return dict.fromkeys(voters, options)


async def asks(bot: Core, **fields: str) -> None:
    """An anonymous poll, of which people are reminded."""
    form = await bot.types(MARIA, "/poll", STAFF)
    assert isinstance(form, Form)
    typed = {field.name: field.chosen for field in form.fields if isinstance(field, ChoiceField)}
    await bot.sends(MARIA, "poll.write", "", **{**typed, "question": "Which night?", "options": OPTIONS, **fields})
    await bot.presses(MARIA, "poll.secrecy", "1", STAFF)
    answer = await bot.presses(MARIA, "poll.post", "1::2", STAFF)
    assert "Posted" in said(answer).text()


async def answers(bot: Core, given: Answers) -> None:
    for voter, options in given.items():
        for option in options:
            await bot.presses(voter, "poll.vote", f"1:{option}", STAFF)


async def left(folder: Path, given: Answers, **fields: str) -> Tables:
    """What the database holds once it has closed, and its files have been scrubbed."""
    folder.mkdir()
    async with core_on(loaded(folder), clock=StandingClock(TUESDAY)) as bot:
        await asks(bot, **fields)
        await answers(bot, given)
        await bot.later(days=10)
        await scrubbed(bot)
        change(bot.settings.database_url, "DELETE FROM seen_keys")
        found = take_out(bot.settings.database_url)
    assert found["polls"][0]["status"] == "CLOSED"
    return {name: rows for name, rows in found.items() if name not in REAL_TIME}


async def scrubbed(bot: Core) -> None:
    engine = connect(bot.settings.database_url)
    await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
    engine.dispose()


CASES: list[tuple[str, Answers, Answers]] = [
    ("one", alike(FIRST, 1), alike(LAST, 1)),
    ("one", {VOTERS[0]: [2]}, alike(VOTERS[:4], 1)),
    ("one", {VOTERS[0]: [2]}, {}),
    ("ranked", alike(FIRST, 1, 2), alike(FIRST, 1, 3)),
    ("ranked", {VOTERS[0]: [3, 2, 1]}, {VOTERS[1]: [1]}),
]


@on_both
@pytest.mark.parametrize(("kind", "given", "other"), CASES)
async def test_what_is_left_tells_no_more_than_the_result(
    tmp_path: Path, kind: str, given: Answers, other: Answers
) -> None:
    one = await left(tmp_path / "one", given, several=kind)
    assert one == await left(tmp_path / "other", other, several=kind)


@on_postgresql
async def test_no_row_bears_the_mark_of_the_last_act_that_locked_it(tmp_path: Path) -> None:
    """Who last did something with the poll could be told by that."""
    async with core_on(loaded(tmp_path), clock=StandingClock(TUESDAY)) as bot:
        await asks(bot)
        await answers(bot, alike(FIRST, 1))
        await bot.later(days=10)
        marks = [f"SELECT xmax FROM {table} WHERE xmax::text <> '0'" for table in ("accounts", "members", "polls")]
        assert any(rows(bot.settings.database_url, one) for one in marks)
        await scrubbed(bot)
        assert [rows(bot.settings.database_url, one) for one in marks] == [[], [], []]


@on_both
async def test_what_was_emptied_of_a_closed_poll_lies_in_no_file(tmp_path: Path, database: str) -> None:
    """As a migration does it, and leaves the rest to scrubbing."""
    if database == POSTGRESQL:
        throw_old_logs_away()
    async with core(tmp_path) as bot:
        address = bot.settings.database_url
        await asks(bot)
        await bot.later(days=10)
        await scrubbed(bot)
        for told in (TOLD.decode(), "Which night?"):
            change(address, f"UPDATE polls SET question = '{told}'")
        change(address, "INSERT INTO remains (poll_id) VALUES (1)")
        assert list(lies_about([TOLD], files(address)))
        await scrubbed(bot)
        assert list(lies_about([TOLD], files(address))) == []
