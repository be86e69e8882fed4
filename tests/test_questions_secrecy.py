"""Somebody takes the database's files and the log once the ways back to the askers of questions without a name are
destroyed, with the code, knowing who asked some question or other."""

from __future__ import annotations

import logging
import random
import re
import struct
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
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
SEED, PAGE, NEAR = 5, 8192, 400
HEAD = 96  # bytes before something that was written, in which PostgreSQL says by which transactions
ASKERS, MUTED = 12, 4
SURE, CHANCE = 8, 6  # of those who asked, found by the best of all hypotheses; by chance one is


@dataclass
class Mind:
    """What the attacker is out for: whose each question is. A question is known by a word that stands in nothing else,
    a person by their user id or whatever else may stand for them."""

    truth: dict[str, str]  # by word
    also: dict[str, str] = field(default_factory=dict)  # whatever else stands for somebody

    def guesses(
        self, places: Mapping[str, Sequence[bytes]], transactions: range
    ) -> Iterator[tuple[str, dict[str, str]]]:
        for place, contents in places.items():
            yield f"{place}: near", self._near(contents)
            for number, page in enumerate(_pages(contents)):
                people = [*dict.fromkeys(person for _, person in self._people(page))]
                for end in (1, -1):
                    yield f"{place}: {number} in order", dict(zip(self.truth, people[::end], strict=False))
        if transactions:
            yield "by transaction", self._by_transaction(places, transactions)

    def _people(self, content: bytes) -> list[tuple[int, str]]:
        known = {person: person for person in self.truth.values()} | self.also
        any_of = re.compile("|".join(map(re.escape, known)).encode("latin-1"), re.DOTALL)
        return [(found.start(), known[found[0].decode("latin-1")]) for found in any_of.finditer(content)]

    def _words(self, content: bytes) -> list[tuple[int, str]]:
        return [(found.start(), found[0].decode()) for found in re.finditer("|".join(self.truth).encode(), content)]

    def _near(self, contents: Sequence[bytes]) -> dict[str, str]:
        """Whoever stands nearest to it."""
        near: dict[str, Counter[str]] = {}
        for content in contents:
            people = self._people(content)
            for at, word in self._words(content):
                close = [(abs(there - at), person) for there, person in people if abs(there - at) < NEAR]
                if close:
                    near.setdefault(word, Counter())[min(close)[1]] += 1
        return {word: count.most_common(1)[0][0] for word, count in near.items()}

    def _by_transaction(self, places: Mapping[str, Sequence[bytes]], those: range) -> dict[str, str]:
        """Whoever was written, or their row locked, in the same transactions as it."""
        of_word, of_person = Counter[tuple[str, int]](), Counter[tuple[int, str]]()
        for contents in places.values():
            for content in contents:
                of_word.update(
                    (word, one) for at, word in self._words(content) for one in _transactions(content, at, those)
                )
                of_person.update(
                    (one, person) for at, person in self._people(content) for one in _transactions(content, at, those)
                )
        common: dict[str, Counter[str]] = {}
        for word, one in of_word:
            for other, person in of_person:
                if other == one:
                    common.setdefault(word, Counter())[person] += 1
        return {word: count.most_common(1)[0][0] for word, count in common.items()}

    def best(self, places: Mapping[str, Sequence[bytes]], transactions: range) -> tuple[int, str]:
        return max(
            (sum(self.truth[word] == who for word, who in guessed.items()), how)
            for how, guessed in self.guesses(places, transactions)
        )


def _pages(contents: Sequence[bytes]) -> Iterator[bytes]:
    for content in contents:
        for start in range(0, len(content), PAGE):
            yield content[start : start + PAGE]


def _transactions(content: bytes, at: int, those: range) -> set[int]:
    head = content[max(0, at - HEAD) : at]
    return {one for start in range(len(head) - 3) if (one := struct.unpack_from("<I", head, start)[0]) in those}


def within(address: str) -> dict[str, list[bytes]]:
    """What the files hold, by file or by what kind of file it is."""
    found: dict[str, list[bytes]] = {}
    for file in databases.files(address):
        with suppress(FileNotFoundError):  # the server tidied up meanwhile
            kind = file.name if file.parent.name.isdigit() or address.startswith(databases.SQLITE) else file.parent.name
            found.setdefault(kind, []).append(file.read_bytes().rstrip(b"\0"))
    return found


def transaction(address: str) -> int:
    if address.startswith(databases.SQLITE):
        return 0
    ((number,),) = databases.rows(address, "select pg_current_xact_id()::text::bigint")
    return int(number)


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
