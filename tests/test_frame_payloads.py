"""A thousand acts that nobody meant, half of them on each database: whatever comes in, the bot answers in plain words
and changes nothing that it should not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Row, create_engine, text
from support import databases
from support.talk import LINE, Core, core

from bot import routes, texts
from bot.boundary import Account, Act, Address, Answer, Command, Form, FormErrors, Opened, Press, Private, Said, Submit
from bot.polls.model import UNDO
from wiring import CONTENT

GUILD = "1268401200690098927"
PEOPLE = (
    Account("slack", "T01CEDAR", "U01RIVERA"),  # a building rep
    Account("slack", "T01CEDAR", "U01LINDQVIST"),  # no seat
    Account("discord", GUILD, "1138732774015241103"),  # a PTA liaison, in Spanish
    Account("discord", "", "1138732774015241103"),  # the same in a DM
    Account("slack", "T09OTHER", "U01RIVERA"),  # nobody here
    Account("discord", "", "7"),
)
PLACES = (None, Address("slack", "T01CEDAR", "C01LINCOLNSTAFF"), Address("discord", GUILD, "1208438037586371632"))
POLLS = 9
# What hurts programs: nothing, much, whatever turns, breaks, pings, is no character or looks like a number.
HURTS = ("", "\0", "\ud83d", "\u202e", "😀" * 40_000, "<!channel>", "1" * 400, "-1", "٣", "1:1", "1:99", "2:1", "1:es")
WORDS = st.one_of(st.text(st.characters(), max_size=60), st.sampled_from(HURTS), st.integers().map(str))
ABOUT = st.one_of(WORDS, st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda two: f"{two[0]}:{two[1]}"))
FIELDS = st.dictionaries(
    st.one_of(st.sampled_from(("question", "options", "several", "closes", "places")), WORDS),
    st.lists(WORDS, max_size=4).map(tuple),
    max_size=6,
)
NAMES = st.one_of(WORDS, st.sampled_from((*routes.HOUSE.commands, *routes.HOUSE.presses, *routes.HOUSE.forms)))
_ids = count()


@st.composite
def acts(draw: st.DrawFn) -> Act:
    who = {
        "id": f"test:{next(_ids)}",
        "actor": draw(st.sampled_from(PEOPLE)),
        "place": draw(st.sampled_from(PLACES)),
        "language": draw(st.sampled_from(("", "en", "es", "fr", "\ud83d"))),
    }
    match draw(st.sampled_from((Command, Press, Submit, Said, Opened))):
        case kind if kind is Command:
            return Command(**who, name=draw(NAMES), text=draw(WORDS))
        case kind if kind is Press:
            return Press(**who, do=draw(NAMES), about=draw(ABOUT))
        case kind if kind is Submit:
            return Submit(**who, form=draw(NAMES), about=draw(ABOUT), fields=draw(FIELDS))
        case kind if kind is Said:
            return Said(**who, text=draw(WORDS))
        case _:
            return Opened(**who)


class House:
    """A bot that already has polls, on an event loop of its own, and what stood in its database when it was looked at
    last."""

    def __init__(self, bot: Core, runner: asyncio.Runner, connection: Connection) -> None:
        self.bot, self._runner, self._connection = bot, runner, connection
        self.state = self._look()

    def handle(self, act: Act) -> tuple[Answer, set[str]]:
        """The answer, and the tables that changed."""
        answer = self._runner.run(self.bot.frame.handle(act))
        before, self.state = self.state, self._look()
        return answer, {table for table, rows in self.state.items() if rows != before[table]}

    def _look(self) -> dict[str, Sequence[Row[Any]]]:
        return {table: self._connection.execute(query).all() for table, query in QUERIES.items()}


@pytest.fixture(scope="module", params=databases.BOTH)
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("payloads")
    with databases.on(request.param), asyncio.Runner() as runner:
        manager = core(folder)
        bot = runner.run(manager.__aenter__())
        rep, staff = PEOPLE[0], PLACES[1]
        line = LINE.removeprefix("/poll ")
        for draft in map(str, range(1, POLLS + 1)):
            asks = Command(id=f"asks {draft}", actor=rep, place=staff, name="poll", text=line)
            runner.run(bot.frame.handle(asks))
            runner.run(
                bot.frame.handle(Press(id=f"posts {draft}", actor=rep, place=staff, do="poll.post", about=draft))
            )
        bot.clock.move_to(bot.clock.now() + UNDO)  # or they would soon all be taken back
        engine = create_engine(bot.settings.database_url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            yield House(bot, runner, connection)
        engine.dispose()
        runner.run(manager.__aexit__(None, None, None))


@settings(
    max_examples=500,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(act=acts())
def test_whatever_comes_in(house: House, act: Act) -> None:
    answer, changed = house.handle(act)
    assert isinstance(answer, Private | Form | FormErrors), answer
    if isinstance(answer, Private | FormErrors):
        assert answer.message.text().strip()
        assert not any(sorry in answer.message.text() for sorry in SORRY)
    if act.actor in PEOPLE[4:]:
        assert not changed
        assert answer == Private(answer.message)
    assert changed <= _may_change(act), changed


SORRY = [words("went-wrong") for words in texts.read(CONTENT).values()]
TABLES = (
    "polls",
    "poll_options",
    "poll_places",
    "ballots",
    "due",
    "deliveries",
    "members",
    "seats",
    "places",
)
QUERIES = {table: text(f"select * from {table} order by 1, 2") for table in TABLES}
QUERIES["drafts"] = text("select id, member_id, at, became from drafts order by 1")


def _may_change(act: Act) -> set[str]:
    """Only a press whose button exists changes anything that others see; what is being written is its writer's."""
    if not isinstance(act, Press):
        return {"drafts"}
    changes = {
        "poll.vote": {"ballots", "deliveries"},
        "poll.take-back": {"ballots", "deliveries"},
        "poll.post": {"polls", "poll_options", "poll_places", "deliveries", "due", "drafts"},
        "poll.again": {"deliveries"},
        "poll.close-now": {"polls", "deliveries", "due"},
        "poll.cancel": {"drafts"},
    }
    return changes.get(act.do, set())
