"""Somebody takes the database's files and the log once the ways back to the askers of questions without a name are
destroyed, with the code, knowing who asked some question or other."""

from __future__ import annotations

import logging
import random
import time
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.authors_sought import CHANCE, SURE, Mind, transaction, within
from support.corner import Corner, buttons
from support.databases import on_both
from support.districts import pretend
from support.forensics import lies_about
from support.posting import sending
from support.talk import Core, core, said

from bot import routes
from bot.boundary import Account
from bot.delivery import rate_limits
from bot.storage import scrubbing
from bot.storage.database import connect
from bot.timetable import Timetable

pytestmark = on_both

PRIYA = Account("slack", "T01CEDAR", "U01NATARAJAN")  # of the committee that answers
SEED = 5
ASKERS, MUTED = 12, 4


async def asks(asker: Corner, word: str, *, named: bool) -> None:
    await asker.types("ask", word)
    topic = next(one for one in buttons(said(asker.answer)) if one.do == "question.topic")
    await asker.presses(topic.do, topic.about)
    draft = topic.about.partition(":")[0]
    fields = {"question": (word,), "soon": ("calm",), "as": ("named" if named else "somewhere",)}
    await asker.sends("question.write", draft, fields)
    await asker.presses("question.send", draft)


async def closes(priya: Corner, asker: Corner, number: int) -> None:
    """They are asked back, reply, and say that the answer does."""
    await priya.presses("question.want", str(number))
    await priya.fills_in(wanted="Which?")
    await asker.presses("question.reply", str(number))
    await asker.fills_in(reply="All.")
    await priya.presses("question.answer", str(number))
    await priya.fills_in(answer="Yes.")
    await asker.presses("question.enough", str(number))


def askers(bot: Core) -> list[Corner]:
    found = pretend().members
    people = [one.slack for one in found if one.group == "cvea" and one.slack and one.slack != PRIYA.user]
    return [Corner(bot, Account("slack", "T01CEDAR", person)) for person in people]


async def test_nothing_leads_to_an_asker_once_the_way_back_is_destroyed(
    tmp_path: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    rng = random.Random(SEED)
    async with core(tmp_path) as bot, sending(bot) as sender:
        address = bot.settings.database_url
        databases.change(
            address, "update seats set holder_id = null, deputy_id = null where role in ('BUILDING_REP', 'PTA_LIAISON')"
        )
        begin = transaction(address)
        unnamed, named = Mind({}), Mind({})
        people, priya, asked = askers(bot), Corner(bot, PRIYA), list[Corner]()
        rng.shuffle(people)
        for mind, word in ((unnamed, "zebra"), (named, "okapi")):
            for number, asker in enumerate([people.pop() for _ in range(ASKERS)]):
                await asks(asker, f"{word}{number:03}x", named=mind is named)
                mind.truth[f"{word}{number:03}x"] = asker.account.user
                asked.append(asker)
        await sender.drain(10.0)
        numbers = [*range(1, 1 + len(asked))]
        rng.shuffle(numbers)
        for number in numbers:
            await closes(priya, asked[number - 1], number)
            if number <= MUTED:
                await priya.presses("question.mute-now", str(number))
                digests = {bytes(one) for (one,) in databases.rows(address, "select digest from route_mutes")}
                (new,) = {digest.decode("latin-1") for digest in digests} - unnamed.also.keys()
                unnamed.also[new] = asked[number - 1].account.user  # whoever asks everybody's digest knows whose it is
        await sender.drain(10.0)
        assert databases.rows(address, "select status, count(*) from questions group by status") == [
            ("closed", len(asked))
        ]
        those = range(begin, transaction(address)) if begin else range(0)
        if those:
            databases.throw_old_logs_away()  # and so what is in the server's memory comes into its files
            found, how = unnamed.best(within(address), those)
            assert found > CHANCE, "while the ways back are there, transactions tell"

        databases.change(address, "analyze")  # as the server does by itself: it keeps samples of what it finds
        keys = [bytes(key) for (key,) in databases.rows(address, "select key from return_keys")]
        assert len(keys) == ASKERS
        assert any(lies_about(keys, databases.files(address))), "until then the keys are there to be found"

        engine = connect(address)
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        timetable = Timetable(engine, bot.clock, bot.frame.handle_due)
        await timetable.jump(bot.clock.now() + timedelta(days=16), lambda: sender.drain(10.0))
        await sender.drain(10.0)
        await bot.writer.do(lambda session: rate_limits.forget(session, time.time()))  # as every hour
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()
        left = ("return_keys", "return_paths", "return_remains", "drafts")
        assert [len(databases.rows(address, f"select * from {table}")) for table in left[:3]] == [0, 0, 0]
        assert list(lies_about(keys, databases.files(address))) == []
        places = within(address) | {"log": [caplog.text.encode()]}
        assert named.best(places, those)[0] > SURE, "of the questions with names it finds who asked"
        found, how = unnamed.best(places, those)
        assert found <= CHANCE, how
        assert not any(user in caplog.text for user in unnamed.truth.values())


async def test_no_counter_is_left_of_what_was_sent_to_an_asker(tmp_path: Path, database: str) -> None:
    """Six ask under their names, one of them without it, too: the rows of the places where they are written to are
    alike once the way back is destroyed, but for numbers that are drawn. Nor do the numbers of transactions tell."""
    async with core(tmp_path) as bot, sending(bot) as sender:
        address = bot.settings.database_url
        databases.change(
            address, "update seats set holder_id = null, deputy_id = null where role in ('BUILDING_REP', 'PTA_LIAISON')"
        )
        people, priya = askers(bot)[:6], Corner(bot, PRIYA)
        for number, asker in enumerate([*people, people[3]], 1):
            await asks(asker, f"okapi{number:03}x", named=number <= len(people))
            await closes(priya, asker, number)
            await sender.drain(10.0)
        engine = connect(address)
        timetable = Timetable(engine, bot.clock, bot.frame.handle_due)
        await timetable.jump(bot.clock.now() + timedelta(days=16), lambda: sender.drain(10.0))
        await sender.drain(10.0)
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()
        assert databases.rows(address, "select * from return_paths") == []
        if database == databases.POSTGRESQL:
            theirs = "where address like '%@%'"
            written = f"select xmin::text from destinations {theirs} union select xmin::text from deliveries {theirs}"
            (by,) = databases.rows(address, written)
            asked = "select xmin::text from questions union select xmax::text from questions"
            assert by not in databases.rows(address, asked)
            lie = databases.rows(address, "select id from deliveries order by ctid")
            assert lie == databases.rows(address, "select id from deliveries order by id")
            lie = databases.rows(address, "select address from destinations order by ctid")
            assert lie == databases.rows(address, "select address from destinations order by address")
        theirs = f"from destinations where address like '%@%' and address not like '%{PRIYA.user}'"
        assert databases.rows(address, f"select count(*), count(distinct claim) > 4 {theirs}") == [(6, True)]
        rest = databases.rows(address, f"select distinct numbered, due_at, leased_until, waits_since {theirs}")
        assert len(rest) == 1
