"""Somebody takes the database's files after fifty anonymous polls, with the code and knowing who pressed when."""

from __future__ import annotations

import base64
import logging
import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from support import databases
from support.databases import on_both
from support.talk import Core, core

from bot import scrub
from bot.boundary import Account, Address, Command, Press
from bot.people import roster
from bot.polls import handlers
from main import CONTENT

pytestmark = on_both

POLLS, OPTIONS = 50, ("Maple", "Oak", "Neither")
STAFF = Address("slack", "T01CEDAR", "C01COMMONS")
MARIA = Account("slack", "T01CEDAR", "U01RIVERA")
SEED = 20


def voters() -> list[Account]:
    members = roster.read(CONTENT / "pretend-district").members
    return [Account("slack", "T01CEDAR", member.slack) for member in members if member.slack][:12]


async def asked(bot: Core, number: int) -> int:
    """Maria's poll, made anonymous; its number."""
    line = " | ".join((f"Question {number}?", *OPTIONS))
    await bot.frame.handle(Command(id=f"ask {number}", actor=MARIA, place=STAFF, name="poll", text=line))
    for do in ("poll.secrecy", "poll.post"):
        await bot.frame.handle(Press(id=f"{do} {number}", actor=MARIA, place=STAFF, do=do, about=str(number)))
    return number


async def answered(bot: Core, poll: int, rng: random.Random) -> None:
    """By everybody, one after another, some twice."""
    for number, voter in enumerate(rng.sample(voters() * 2, 18)):
        option = (poll - 1) * len(OPTIONS) + rng.randint(1, len(OPTIONS))
        press = Press(id=f"press {poll} {number}", actor=voter, place=STAFF, do="poll.vote", about=f"{poll}:{option}")
        await bot.frame.handle(press)


async def closed(bot: Core) -> None:
    bot.clock.move_to(bot.clock.now() + timedelta(days=3))
    for (poll,) in databases.rows(bot.settings.database_url, "SELECT subject FROM due"):
        await bot.writer.do(lambda session, poll=poll: handlers.close_when_due(session, poll, bot.clock.now()))


def keys(bot: Core) -> list[bytes]:
    return [bytes(key) for (key,) in databases.rows(bot.settings.database_url, "SELECT key FROM ballot_keys")]


def lies_about(secrets: Sequence[bytes], files: Sequence[Path]) -> Iterator[str]:
    """The names of files in which one of them lies, written in any way that the code or a database would."""
    for file in files:
        try:
            content = file.read_bytes()
        except FileNotFoundError:  # the server tidied up meanwhile
            continue
        for secret in secrets:
            if any(way in content for way in (secret, secret.hex().encode(), base64.b64encode(secret))):
                yield file.name


async def test_nothing_opens_an_answer_once_the_poll_is_closed(
    tmp_path: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    rng = random.Random(SEED)
    async with core(tmp_path) as bot:
        for number in range(1, POLLS + 1):
            await answered(bot, await asked(bot, number), rng)
        address = bot.settings.database_url
        opening = keys(bot)
        assert len(opening) == POLLS
        assert set(lies_about(opening, databases.files(address))), "while it is open the key is there to be found"

        await closed(bot)
        engine = create_engine(address)
        await scrub.scrub_remains(engine, bot.writer)
        engine.dispose()
        assert list(lies_about(opening, databases.files(address))) == []
        left = ("ballots", "sealed_ballots", "ballot_keys", "remains")
        assert [databases.rows(address, f"SELECT * FROM {table}") for table in left] == [[], [], [], []]
        assert "Maple" not in caplog.text


async def test_neither_log_nor_outbox_follow_the_answers(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A card that was changed at every answer would tell when each came, and its result what it was."""
    caplog.set_level(logging.DEBUG)
    async with core(tmp_path) as bot:
        poll = await asked(bot, 1)
        query = "SELECT address, wanted, waits_since FROM deliveries"
        before = databases.rows(bot.settings.database_url, query)
        await answered(bot, poll, random.Random(SEED))
        assert databases.rows(bot.settings.database_url, query) == before
    assert "poll.vote" not in caplog.text
    assert "1:1" not in caplog.text


async def test_two_answers_look_alike(tmp_path: Path) -> None:
    """As long as each other, and another time the same answer is another text."""
    async with core(tmp_path) as bot:
        poll = await asked(bot, 1)
        seen = set()
        for number, option in enumerate((1, 1, 3)):
            press = {"actor": MARIA, "place": STAFF, "do": "poll.vote", "about": f"{poll}:{option}"}
            await bot.frame.handle(Press(id=f"p{number}", **press))
            ((sealed,),) = databases.rows(bot.settings.database_url, "SELECT sealed FROM sealed_ballots")
            seen.add(bytes(sealed))
        assert len(seen) == 3
        assert len({len(one) for one in seen}) == 1
