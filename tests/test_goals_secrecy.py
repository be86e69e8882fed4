"""Somebody takes the database's files, the outbox among them, and the log once the ways back to the authors of concerns
without a name are destroyed, with the code, knowing who spoke."""

from __future__ import annotations

import logging
import random
import time
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.authors_sought import CHANCE, Mind, transaction, within
from support.concerns import GOAL, answers, says
from support.corner import Corner, corner
from support.databases import on_both
from support.districts import pretend
from support.forensics import lies_about
from support.posting import sending
from support.talk import Core, core

from bot import routes
from bot.boundary import Account
from bot.delivery import rate_limits
from bot.storage import scrubbing
from bot.storage.database import connect
from bot.timetable import Timetable

pytestmark = on_both

SEED, AUTHORS, TAKEN_BACK = 7, 12, 3


def colleagues(bot: Core) -> list[Corner]:
    found = [one.slack for one in pretend().members if one.group == "cvea" and one.slack]
    readers = ("U01RIVERA", "U01DLEE")
    return [Corner(bot, Account("slack", "T01CEDAR", user)) for user in found if user not in readers]


def by_joining(address: str) -> dict[str, str]:
    """Whose each concern is, by what the database itself says."""
    joined = "select c.text, a.address from concerns c join accounts a on a.member_id = c.author_id"
    found = databases.rows(address, f"{joined} where a.address like 'slack:%'")
    return {text: account.rpartition("/")[2] for text, account in found}


async def test_nothing_leads_to_an_author_once_the_way_back_is_destroyed(
    tmp_path: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    rng = random.Random(SEED)
    async with core(tmp_path) as bot, sending(bot) as sender:
        address = bot.settings.database_url
        everybody = "update members set building_id = (select id from buildings where key = 'lincoln')"
        databases.change(address, f"{everybody} where group_id = (select id from groups where key = 'cvea')")
        begin = transaction(address)
        unnamed, named = Mind({}), Mind({})
        people, words = colleagues(bot), list[tuple[str, Corner]]()
        rng.shuffle(people)
        for mind, word in ((unnamed, "zebra"), (named, "okapi")):
            for number in range(AUTHORS):
                author, text = people.pop(), f"{word}{number:03}x"
                await says(author, text, named=mind is named)
                mind.truth[text] = author.account.user
                words.append((text, author))
        for text, author in rng.sample(words[:AUTHORS], TAKEN_BACK):
            await author.types("concern")
            (row,) = databases.rows(address, f"select id from concerns where text = '{text}'")
            await author.presses("concern.take-back-now", str(row[0]))
            del unnamed.truth[text]
        maria = corner(bot, "Maria Rivera")
        first, *others = [id for id, (text, _) in enumerate(words, 1) if text in unnamed.truth]
        await maria.presses("theme.title", f"{first}:new")
        await maria.fills_in(title_en="Books", title_es="Libros")
        for id in others:
            await maria.presses("theme.put", f"{id}:1")
        await words[others[0] - 1][1].presses("concern.take-out", str(others[0]))
        assert len(databases.rows(address, "select * from theme_concerns")) == len(others)
        await maria.presses("concern.read", "1")
        await maria.presses("goal.start-line")
        await maria.fills_in(line="Books", **GOAL)
        await maria.clicks("Send it")
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        await maria.presses("goal.tell-now", "1")
        await sender.drain(10.0)
        await maria.presses("goal.end", "1")
        await maria.fills_in(outcome="Not reached", learned="Ask early.")
        await maria.clicks("End it and tell them")
        those = range(begin, transaction(address)) if begin else range(0)
        if those:
            databases.throw_old_logs_away()  # and so what is in the server's memory comes into its files
            found, how = unnamed.best(within(address), those)
            assert found > CHANCE, "while the ways back are there, transactions tell"

        keys = [bytes(key) for (key,) in databases.rows(address, "select key from return_keys")]
        assert len(keys) == AUTHORS
        engine = connect(address)
        timetable = Timetable(engine, bot.clock, bot.frame.handle_due)
        await timetable.jump(bot.clock.now() + timedelta(hours=1), lambda: sender.drain(10.0))
        letters = "select count(*) from deliveries where card = 'question.letter'"
        sent = 2 * (AUTHORS - TAKEN_BACK)  # that there is a goal, and how it ended
        assert databases.rows(address, letters) == [(sent,)], "until then they can be told"
        assert any(lies_about(keys, databases.files(address))), "until then the keys are there to be found"
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        await timetable.jump(bot.clock.now() + timedelta(days=16), lambda: sender.drain(10.0))
        await bot.writer.do(lambda session: rate_limits.forget(session, time.time()))  # as every hour
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()

        left = ("return_keys", "return_paths", "return_remains")
        assert [len(databases.rows(address, f"select * from {table}")) for table in left] == [0, 0, 0]
        assert databases.rows(address, letters) == [(0,)]
        assert list(lies_about(keys, databases.files(address))) == []
        places = within(address) | {"log": [caplog.text.encode()]}
        assert by_joining(address) == named.truth, "of the concerns with names it finds who wrote them"
        found, how = unnamed.best(places, those)
        assert found <= CHANCE, how
        assert not any(user in caplog.text for user in unnamed.truth.values())
