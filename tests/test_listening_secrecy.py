"""Somebody takes the database's files, the outbox among them, and the log once the ways back to those who spoke to a
board without a name are destroyed, with the code, knowing who spoke."""

from __future__ import annotations

import logging
import random
import time
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.authors_sought import CHANCE, Mind, transaction, within
from support.corner import Corner, corner, next_due
from support.databases import on_both
from support.districts import pretend
from support.forensics import lies_about
from support.listening import opened, says
from support.posting import sending
from support.talk import Core, core

from bot import routes
from bot.boundary import Account
from bot.delivery import rate_limits
from bot.storage import scrubbing
from bot.storage.database import connect
from bot.timetable import Timetable

pytestmark = on_both

SEED, AUTHORS, TAKEN_BACK = 11, 12, 3
LEADER = "U01DLEE"


async def test_nothing_leads_to_an_author_once_the_way_back_is_destroyed(
    tmp_path: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    rng = random.Random(SEED)
    async with core(tmp_path) as bot, sending(bot) as sender:
        address = bot.settings.database_url
        await opened(bot)
        begin = transaction(address)
        unnamed, named = Mind({}), Mind({})
        people, spoken = _colleagues(bot), list[tuple[str, Corner]]()
        rng.shuffle(people)
        for mind, word in ((unnamed, "zebra"), (named, "okapi")):
            for number in range(AUTHORS):
                author, text = people.pop(), f"{word}{number:03}x"
                await says(author, text, named=mind is named)
                mind.truth[text] = author.account.user
                spoken.append((text, author))
        for text, author in rng.sample(spoken[:AUTHORS], TAKEN_BACK):
            await author.presses("listening.take-back-now", _number(address, text))
            del unnamed.truth[text]
        dana, patricia = corner(bot, "Dana Lee"), corner(bot, "Patricia Nowak")
        texts = list(unnamed.truth)
        await dana.presses("listening.hide", _number(address, texts[0]))
        await dana.fills_in(why="One employee.")
        await next_due(bot, "listening.close")
        await next_due(bot, "listening.read")
        for text in texts[1:]:
            await patricia.presses("listening.answer", _number(address, text))
            await patricia.fills_in(words="October 20")
        await sender.drain(10.0)
        those = range(begin, transaction(address)) if begin else range(0)
        if those:
            databases.throw_old_logs_away()  # and so what is in the server's memory comes into its files
            found, how = unnamed.best(within(address), those)
            assert found > CHANCE, "while the ways back are there, transactions tell"

        letters = "select count(*) from deliveries where card = 'question.letter'"
        sent = AUTHORS - TAKEN_BACK  # that it was hidden, or what came of it
        assert databases.rows(address, letters) == [(sent,)], "until then they can be told"
        keys = [bytes(key) for (key,) in databases.rows(address, "select key from return_keys")]
        assert any(lies_about(keys, databases.files(address))), "until then the keys are there to be found"
        engine = connect(address)
        timetable = Timetable(engine, bot.clock, bot.frame.handle_due)
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        await timetable.jump(bot.clock.now() + timedelta(days=125), lambda: sender.drain(10.0))
        await bot.writer.do(lambda session: rate_limits.forget(session, time.time()))  # as every hour
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()

        left = ("return_keys", "return_paths", "return_remains")
        assert [len(databases.rows(address, f"select * from {table}")) for table in left] == [0, 0, 0]
        assert databases.rows(address, letters) == [(0,)]
        assert list(lies_about(keys, databases.files(address))) == []
        joined = "select c.text, a.address from listening_contributions c join accounts a on a.member_id = c.author_id"
        whose = databases.rows(address, f"{joined} where a.address like 'slack:%'")
        assert {text: account.rpartition("/")[2] for text, account in whose} == named.truth, "names are kept"
        places = within(address) | {"log": [caplog.text.encode()]}
        found, how = unnamed.best(places, those)
        assert found <= CHANCE, how
        assert not any(user in caplog.text for user in unnamed.truth.values())


def _number(address: str, text: str) -> str:
    ((id,),) = databases.rows(address, f"select id from listening_contributions where text = '{text}'")
    return str(id)


def _colleagues(bot: Core) -> list[Corner]:
    found = [one.slack for one in pretend().members if one.group == "cvea" and one.slack and one.slack != LEADER]
    return [Corner(bot, Account("slack", "T01CEDAR", user)) for user in found]
