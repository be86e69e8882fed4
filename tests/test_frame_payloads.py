"""Acts that nobody meant, at every route that there is: whatever comes in, the bot answers in plain words and changes
nothing that it should not.

A new feature's routes are among them by themselves. A line of `support.furnished` gives them something to be about.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.database import InMemoryExampleDatabase
from sqlalchemy import Connection, Engine, Row, create_engine, event, text
from support import databases
from support.cores import Core, core
from support.furnished import MARIA, POLLS, STAFF, furnish

from bot import may, routes, texts
from bot.boundary import (
    Account,
    Act,
    Address,
    Answer,
    Command,
    Form,
    FormErrors,
    Opened,
    Press,
    Private,
    Said,
    Shortcut,
    Submit,
)
from bot.storage.tables import Table
from wiring import CONTENT

GUILD = "1268401200690098927"
PEOPLE = (
    MARIA,  # a building rep
    Account("slack", "T01CEDAR", "U01LINDQVIST"),  # no seat
    Account("discord", GUILD, "1138732774015241103"),  # a PTA liaison, in Spanish
    Account("discord", "", "1138732774015241103"),  # the same in a DM
    Account("slack", "T09OTHER", "U01RIVERA"),  # nobody here
    Account("discord", "", "7"),
)
PLACES = (STAFF, Address("discord", GUILD, "1208438037586371632"), None)
# What hurts programs: nothing, much, whatever turns, breaks, pings, is no character or looks like a number.
HURTS = ("", "\0", "\ud83d", "\u202e", "😀" * 40_000, "<!channel>", "1" * 400, "-1", "٣", "1:1", "1:99", "2:1", "1:es")
WORDS = st.one_of(st.text(st.characters(), max_size=60), st.sampled_from(HURTS), st.integers().map(str))
POLL, OPTION = st.integers(1, POLLS).map(str), st.integers(1, POLLS * 3).map(str)
ABOUT = st.one_of(POLL, WORDS, st.tuples(POLL, OPTION).map(":".join))
# Of routes that need more than a number.
TYPICAL = {
    "meeting.outcome": "2:i1",
    "meeting.reply": "3:yes",
    "meeting.swap": "3:leads",
    "minutes.correct": "2:i1",
    **dict.fromkeys(("meeting.resume", "meeting.rest"), "2"),
    **dict.fromkeys(("meeting.event-again", "meeting.hold-agenda", "meeting.send-agenda"), "3"),
}
FIELDS = st.dictionaries(
    st.one_of(st.sampled_from(("question", "options", "several", "closes", "places")), WORDS),
    st.lists(WORDS, max_size=4).map(tuple),
    max_size=6,
)
ROUTES = [
    *((Command, name) for name in (*routes.HOUSE.commands, *routes.HOUSE.subcommands)),
    *((Shortcut, name) for name in routes.HOUSE.shortcuts),
    *((Press, name) for name in routes.HOUSE.presses),
    *((Submit, name) for name in routes.HOUSE.forms),
]
_ids = count()


@st.composite
def acts(draw: st.DrawFn, kind: type[Act], names: st.SearchStrategy[str]) -> Act:
    name = draw(names)
    about = st.one_of(st.just(TYPICAL[name]), ABOUT) if name in TYPICAL else ABOUT
    who = {
        "id": f"test:{next(_ids)}",
        "actor": draw(st.sampled_from(PEOPLE)),
        "place": draw(st.sampled_from(PLACES)),
        "language": draw(st.sampled_from(("", "en", "es", "fr", "\ud83d"))),
    }
    match kind:
        case kind if kind in (Command, Shortcut):
            return kind(**who, name=name, text=draw(WORDS))
        case kind if kind is Press:
            return Press(**who, do=name, about=draw(about))
        case kind if kind is Submit:
            return Submit(**who, form=name, about=draw(about), fields=draw(FIELDS))
        case kind if kind is Said:
            return Said(**who, text=draw(WORDS))
        case _:
            return Opened(**who)


class House:
    """A furnished bot, on an event loop of its own, and what stood in its database when it was looked at last."""

    def __init__(self, bot: Core, runner: asyncio.Runner, connection: Connection) -> None:
        self._bot, self._runner, self._connection = bot, runner, connection
        self._state = {table: self._look(table) for table in TABLES}
        self._written: set[str] = set()

    def note(self, _connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        """Which tables a statement may have changed: looking at all of them each time would take longest."""
        if not statement.startswith("SELECT"):
            self._written |= TABLES & {*NAME.findall(statement)}

    def handle(self, act: Act) -> tuple[Answer, set[str]]:
        """The answer, and the tables that changed."""
        self._written.clear()
        answer = self._runner.run(self._bot.frame.handle(act))
        before = self._state
        self._state = before | {table: self._look(table) for table in self._written}
        return answer, {table for table in self._written if self._state[table] != before[table]}

    def _look(self, table: str) -> Sequence[Row[Any]]:
        keys = ", ".join(column.name for column in Table.metadata.tables[table].primary_key)
        what = "id, member_id, at, became" if table == "drafts" else "*"
        return self._connection.execute(text(f"select {what} from {table} order by {keys}")).all()


@pytest.fixture(scope="module", params=databases.BOTH)
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("payloads")
    with databases.on(request.param), asyncio.Runner() as runner:
        manager = core(folder)
        bot = runner.run(manager.__aenter__())
        runner.run(furnish(bot))
        engine = create_engine(bot.settings.database_url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            house = House(bot, runner, connection)
            event.listen(Engine, "before_cursor_execute", house.note)
            yield house
            event.remove(Engine, "before_cursor_execute", house.note)
        engine.dispose()
        runner.run(manager.__aexit__(None, None, None))


few = partial(
    settings,
    # Each route that a test is given puts one more layer around its settings, and a database of None is looked for
    # through all of them each time, which a thousand routes are too deep for.
    database=InMemoryExampleDatabase(),
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize(("kind", "name"), ROUTES)
@few(max_examples=2)
@given(data=st.data())
def test_whatever_comes_to_a_route(house: House, kind: type[Act], name: str, data: st.DataObject) -> None:
    """The first act is always the plainest: the first of the people, in the first place, about the first thing."""
    check(house, data.draw(acts(kind, st.just(name))))


@pytest.mark.parametrize("kind", [Command, Shortcut, Press, Submit, Said, Opened])
@few(max_examples=20)
@given(data=st.data())
def test_whatever_else_comes(house: House, kind: type[Act], data: st.DataObject) -> None:
    check(house, data.draw(acts(kind, WORDS)))


def check(house: House, act: Act) -> None:
    answer, changed = house.handle(act)
    assert isinstance(answer, Private | Form | FormErrors), answer
    if isinstance(answer, Private | FormErrors):
        assert answer.message.text().strip()
        assert not any(sorry in answer.message.text() for sorry in SORRY)
    if act.actor in PEOPLE[4:]:
        assert not changed
        assert answer == Private(answer.message) if isinstance(answer, Private) else _asks_for_code(act)
    assert changed <= _may_change(act), (act, changed)


SORRY = [words("went-wrong") for words in texts.read(CONTENT).values()]
TABLES = {*Table.metadata.tables} - {"seen_keys", "misses"}  # each act, and each wrong code, is written down
NAME = re.compile(r"\w+")


def _asks_for_code(act: Act) -> bool:
    """All that somebody who is nobody here is shown but words: a form to type a code into."""
    return isinstance(act, Press) and act.do == "link.enter"


# What those who meet may change at once.
MEETINGS = {
    "meeting_series",
    "meetings",
    "meeting_offers",
    "meeting_turns",
    "due",
    "notices",
    "deliveries",
    "destinations",
}
TALKS = {"talks", "threads"}
JOINING = {"meeting_seats", "meeting_invitations"}
# What a route may change of what stands already, for itself or for others.
CHANGES = {
    "concern.call-post": {"concern_calls", "deliveries", "destinations", "due", "notices"},
    "concern.read": {"concern_readings"},
    "goal.start-line": {"drafts"},
    "broadcast.change": {"drafts"},
    "broadcast.withdraw": {"broadcasts", "due"},
    "meeting.again": MEETINGS,
    "meeting.cancel": MEETINGS,
    "meeting.end": MEETINGS,
    "meeting.move": {"drafts"},
    "meeting.neither": {"drafts"},
    "meeting.offer": {"drafts"},
    "meeting.pick": MEETINGS,
    "meeting.put": MEETINGS,
    "meeting.hand-on": {"meeting_turns"},
    "meeting.swap": {"meeting_turns"},
    "meeting.reply": {"meeting_replies", "meeting_turns", "notices", "due"},
    "meeting.nudge": {"meeting_nudges"},
    "meeting.leave": MEETINGS | JOINING,
    "meeting.join": JOINING,
    "meeting.change": {"drafts"},
    "meeting.uncancel": MEETINGS,
    "meeting.resume": MEETINGS,
    "meeting.event-again": {"deliveries"},
    "meeting.hold-agenda": {"meetings"},
    "meeting.send-agenda": MEETINGS | TALKS,
    "joining.agree": {"agreements", "deliveries"},
    "joining.end": {"deliveries", "joinings", "destinations"},
    "know": {"knowledge"},
    "know.add": {"knowledge"},
    "link": {"tickets"},
    "listening.say": {"drafts"},
    "listening.start": {"drafts"},
    "messages.mute": {"wishes"},
    "messages.questions": {"wishes"},
    "messages.where": {"wishes", "due"},
    "messages.wishes": {"wishes"},
    "poll.again": {"deliveries"},
    "poll.by-group": {"polls"},
    "poll.close-now": {"polls", "deliveries", "due"},
    "poll.post": {"polls", "poll_options", "poll_places", "deliveries", "destinations", "due"},
    "poll.take-back": {"ballots", "deliveries"},
    "poll.vote": {"ballots", "deliveries"},
}


def _may_change(act: Act) -> set[str]:
    """What is being written is its writer's: forms and lines may change that, and the buttons that are for its writer
    alone."""
    match act:
        case Press():
            route = routes.HOUSE.presses.get(act.do)
            own = {"drafts"} if route and may.be_its_writer in route.may else set()
            return own | CHANGES.get(act.do, set())
        case Submit():
            return {"drafts"} | CHANGES.get(act.form, set())
        case Command():
            return {"drafts"} | CHANGES.get(act.name, set())
        case _:
            return {"drafts"}
