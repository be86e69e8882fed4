"""Two thousand acts that nobody meant: whatever comes in, the bot answers in plain words and changes nothing that it
should not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import databases
from support.databases import on_both
from support.talk import LINE, Core, core

from bot import routes, texts
from bot.boundary import Account, Act, Address, Command, Form, Mend, Opened, Press, Private, Said, Submit
from bot.polls.model import UNDO
from main import CONTENT

pytestmark = on_both

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
NAMES = st.one_of(WORDS, st.sampled_from((*routes.COMMANDS, *routes.PRESSES, *routes.FORMS)))
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


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Core, asyncio.Runner, Path]]:
    """A bot that already has polls, on an event loop of its own."""
    folder = tmp_path_factory.mktemp("payloads")
    with asyncio.Runner() as runner:
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
        yield bot, runner, folder
        runner.run(manager.__aexit__(None, None, None))


@settings(
    max_examples=2000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(act=acts())
def test_whatever_comes_in(house: tuple[Core, asyncio.Runner, Path], act: Act) -> None:
    bot, runner, folder = house
    before = _state(folder)
    answer = runner.run(bot.frame.handle(act))
    assert isinstance(answer, Private | Form | Mend), answer
    if isinstance(answer, Private | Mend):
        assert answer.message.text().strip()
        assert not any(sorry in answer.message.text() for sorry in SORRY)
    if act.actor in PEOPLE[4:]:
        assert _state(folder) == before
        assert answer == Private(answer.message)
    changed = {table for table, rows in _state(folder).items() if rows != before[table]}
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


def _state(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    house = databases.address(folder)
    state = {table: list(databases.rows(house, f"select * from {table} order by 1, 2")) for table in TABLES}
    return state | {"drafts": list(databases.rows(house, "select id, member_id, at, became from drafts order by 1"))}
