"""Somebody takes the database's files after fifty anonymous polls, with the code and knowing who pressed when."""

from __future__ import annotations

import logging
import random
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.databases import on_both
from support.districts import pretend
from support.forensics import FIRST_OPTION, Ballots, lies_about, strongest
from support.talk import Core, core

from bot import routes
from bot.boundary import Account, Address, Command, Press
from bot.polls import lifecycle, secrecy
from bot.storage import scrubbing
from bot.storage.database import connect
from bot.storage.sealing import Broken

pytestmark = on_both

POLLS, NAMED, OPTIONS = 50, 20, ("Maple", "Oak", "Neither")
SURE, CHANCE = 8.0, 5.0  # standard deviations: many hypotheses are tried, and the best one counts
STAFF = Address("slack", "T01CEDAR", "C01COMMONS")
MARIA = Account("slack", "T01CEDAR", "U01RIVERA")
SEED = 20


def voters() -> list[Account]:
    members = pretend().members
    return [Account("slack", "T01CEDAR", member.slack) for member in members if member.slack][:12]


async def asked(bot: Core, number: int, *, anonymous: bool = True) -> int:
    """Maria's poll; its number."""
    line = " | ".join((f"Question {number}?", *OPTIONS))
    await bot.frame.handle(Command(id=f"ask {number}", actor=MARIA, place=STAFF, name="poll", text=line))
    previews = (
        [("poll.secrecy", str(number)), ("poll.post", f"{number}::2")] if anonymous else [("poll.post", str(number))]
    )
    for do, about in previews:
        await bot.frame.handle(Press(id=f"{do} {number}", actor=MARIA, place=STAFF, do=do, about=about))
    return number


async def answered(bot: Core, poll: int, rng: random.Random, options: range = range(1, 4)) -> Ballots:
    """By everybody, one after another, some twice."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, voter in enumerate(rng.sample(voters() * 2, 18)):
        option = rng.choice(options)
        last.pop(str(voter), None)
        first[str(voter)] = last[str(voter)] = option
        press = Press(id=f"press {poll} {number}", actor=voter, place=STAFF, do="poll.vote", about=f"{poll}:{option}")
        await bot.frame.handle(press)
    return Ballots(
        last, {"first": [*first], "last": [*last], "roster": [str(one) for one in voters() if str(one) in last]}
    )


def make_ids_stand_out(address: str) -> None:
    """Options are numbered from FIRST_OPTION on, so that they can be told from other numbers in the files."""
    if address.startswith(databases.SQLITE):
        last = f"INSERT INTO poll_options (id, poll_id, position, label) VALUES ({FIRST_OPTION - 1}, 1, 9, '')"
    else:
        last = f"SELECT setval(pg_get_serial_sequence('poll_options', 'id'), {FIRST_OPTION - 1})"
    databases.change(address, last)


def within(address: str) -> dict[str, list[bytes]]:
    """What the files hold, by what kind of file they are."""
    found: dict[str, list[bytes]] = {}
    for file in databases.files(address):
        with suppress(FileNotFoundError):  # the server tidied up meanwhile
            kind = file.name if address.startswith(databases.SQLITE) else file.parent.name
            found.setdefault(kind, []).append(file.read_bytes().rstrip(b"\0"))
    return found


async def closed(bot: Core) -> None:
    bot.clock.move_to(bot.clock.now() + timedelta(days=3))
    for (poll,) in databases.rows(bot.settings.database_url, "SELECT subject FROM due"):
        await bot.writer.do(lambda session, poll=poll: lifecycle.close_when_due(session, poll, bot.clock.now()))


def keys(bot: Core) -> list[bytes]:
    return [bytes(key) for (key,) in databases.rows(bot.settings.database_url, "SELECT key FROM ballot_keys")]


async def test_nothing_opens_or_links_an_answer_once_the_poll_is_closed(
    tmp_path: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    rng = random.Random(SEED)
    async with core(tmp_path) as bot:
        address = bot.settings.database_url
        await asked(bot, 1, anonymous=False)
        make_ids_stand_out(address)
        polls = []
        for number in range(POLLS + NAMED):
            bot.clock.move_to(bot.clock.now() + timedelta(seconds=10))  # nobody asks faster
            options = range(FIRST_OPTION + number * len(OPTIONS), FIRST_OPTION + (number + 1) * len(OPTIONS))
            poll = await asked(bot, number + 2, anonymous=number < POLLS)
            polls.append(await answered(bot, poll, rng, options))
        databases.change(address, "analyze")  # as the server does by itself: it keeps samples of what it finds
        opening = keys(bot)
        assert len(opening) == POLLS
        assert any(lies_about(opening, databases.files(address))), "while it is open the key is there to be found"

        await closed(bot)
        engine = connect(address)
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()
        assert list(lies_about(opening, databases.files(address))) == []
        left = ("sealed_ballots", "ballot_keys", "participations", "remains")
        assert [databases.rows(address, f"SELECT * FROM {table}") for table in left] == [[]] * len(left)
        assert "Maple" not in caplog.text
        places = {**within(address), "log": [caplog.text.encode()]}
        named, anonymous = strongest(polls[POLLS:], places), strongest(polls[:POLLS], places)
        assert named > SURE, "of the polls with names it finds who chose what"
        assert anonymous < CHANCE


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


async def test_an_answer_opens_in_its_own_row_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        poll = await asked(bot, 1)
        for voter, option in zip(voters(), (1, 3), strict=False):
            press = {"actor": voter, "place": STAFF, "do": "poll.vote", "about": f"{poll}:{option}"}
            await bot.frame.handle(Press(id=f"p{option}", **press))
        one = "(SELECT sealed FROM sealed_ballots ORDER BY digest LIMIT 1)"
        databases.change(bot.settings.database_url, f"UPDATE sealed_ballots SET sealed = {one}")
        with pytest.raises(Broken):
            await bot.writer.do(lambda session: secrecy.close(session, poll))
