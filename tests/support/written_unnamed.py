"""A dozen people write something without a name, and a dozen with theirs; then somebody takes the database's files, the
outbox among them, and the log, with the code, knowing who wrote."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

from support import databases
from support.authors_sought import CHANCE, Mind, transaction, within
from support.corner import Corner
from support.districts import pretend
from support.forensics import lies_about
from support.talk import Core

from bot import routes
from bot.boundary import Account
from bot.delivery import rate_limits
from bot.delivery.sender import Sender
from bot.storage import scrubbing
from bot.storage.database import connect
from bot.timetable import Timetable

AUTHORS, TAKEN_BACK = 12, 3


def colleagues(bot: Core, *but: str) -> list[Corner]:
    """Of the association, but for those who read it, by their user ids."""
    found = [one.slack for one in pretend().members if one.group == "cvea" and one.slack and one.slack not in but]
    return [Corner(bot, Account("slack", "T01CEDAR", user)) for user in found]


@dataclass
class Town:
    """What they wrote is in `table`, and is taken back by the press `take_back`."""

    bot: Core
    sender: Sender
    table: str
    take_back: str
    rng: random.Random
    unnamed: Mind = field(default_factory=lambda: Mind({}))
    named: Mind = field(default_factory=lambda: Mind({}))
    spoken: list[tuple[str, Corner]] = field(default_factory=list)
    begin: int = 0
    keys: list[bytes] = field(default_factory=list)

    @property
    def address(self) -> str:
        return self.bot.settings.database_url

    def number(self, text: str) -> str:
        ((id,),) = databases.rows(self.address, f"select id from {self.table} where text = '{text}'")
        return str(id)

    async def speaks(self, people: list[Corner], says: Callable[..., Awaitable[None]]) -> None:
        """All of them; some of those without a name take it back."""
        self.begin = transaction(self.address)
        self.rng.shuffle(people)
        for mind, word in ((self.unnamed, "zebra"), (self.named, "okapi")):
            for number in range(AUTHORS):
                author, text = people.pop(), f"{word}{number:03}x"
                await says(author, text, named=mind is self.named)
                mind.truth[text] = author.account.user
                self.spoken.append((text, author))
        for text, author in self.rng.sample(self.spoken[:AUTHORS], TAKEN_BACK):
            await author.presses(self.take_back, self.number(text))
            del self.unnamed.truth[text]

    def is_found_out(self) -> range:
        """While the ways back are there, as they must be. Returns the transactions of all that was written."""
        those = range(self.begin, transaction(self.address)) if self.begin else range(0)
        if those:
            databases.throw_old_logs_away()  # and so what is in the server's memory comes into its files
            found, _ = self.unnamed.best(within(self.address), those)
            assert found > CHANCE, "while the ways back are there, transactions tell"
        self.keys = [bytes(key) for (key,) in databases.rows(self.address, "select key from return_keys")]
        assert len(self.keys) == AUTHORS, "what was taken back keeps its way until the night"
        return those

    async def keeps_nothing(self, those: range, letters: int, days: int, log: Callable[[], str]) -> None:
        """There are so many letters; in so many days the ways back are destroyed, and what is left leads to nobody."""
        count = "select count(*) from deliveries where card = 'question.letter'"
        engine = connect(self.address)
        timetable = Timetable(engine, self.bot.clock, self.bot.frame.handle_due)
        await timetable.jump(self.bot.clock.now() + timedelta(hours=1), lambda: self.sender.drain(10.0))
        assert databases.rows(self.address, count) == [(letters,)], "until then they can be told"
        assert any(lies_about(self.keys, databases.files(self.address))), "until then the keys are there to be found"
        await scrubbing.scrub_remains(engine, self.bot.writer, routes.HOUSE.scrubbing)
        await timetable.jump(self.bot.clock.now() + timedelta(days=days), lambda: self.sender.drain(10.0))
        await self.bot.writer.do(lambda session: rate_limits.forget(session, time.time()))  # as every hour
        await scrubbing.scrub_remains(engine, self.bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()

        left = ("return_keys", "return_paths", "return_remains")
        assert [len(databases.rows(self.address, f"select * from {table}")) for table in left] == [0, 0, 0]
        assert databases.rows(self.address, count) == [(0,)]
        assert list(lies_about(self.keys, databases.files(self.address))) == []
        assert self._by_joining() == self.named.truth, "of what carries a name it finds who wrote it"
        found, how = self.unnamed.best(within(self.address) | {"log": [log().encode()]}, those)
        assert found <= CHANCE, how
        assert not any(user in log() for user in self.unnamed.truth.values())

    def _by_joining(self) -> dict[str, str]:
        """Whose each thing is, by what the database itself says."""
        joined = f"select c.text, a.address from {self.table} c join accounts a on a.member_id = c.author_id"
        found = databases.rows(self.address, f"{joined} where a.address like 'slack:%'")
        return {text: account.rpartition("/")[2] for text, account in found}
