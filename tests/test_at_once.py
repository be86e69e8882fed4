"""Several workers on one PostgreSQL: what they must not do to each other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from support import databases
from support.districts import PRETEND
from support.flaky_line import flaky
from support.workers import LONG, SOON, engine, worker

import wiring
from bot import texts
from bot.boundary import Account, Address, Press
from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.dispatch import dispatch
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import accounts
from bot.people import model as people
from bot.people.places import Place
from bot.polls import lifecycle
from bot.polls.model import Ballot, Option, Poll
from bot.polls.routes import FEATURE
from bot.request import Refusal, Request
from bot.storage.database import listening, reading
from bot.storage.tables import Table
from bot.storage.writer import Repeated

NOW = datetime(2026, 10, 8, 12, tzinfo=UTC)
STAFF = Address("slack", "T01CEDAR", "C01ALLSTAFF")


@pytest.fixture
def postgresql(database: str, tmp_path: Path) -> str:
    return databases.address(tmp_path)


pytestmark = databases.on_postgresql


def count(table: type[Table]) -> Callable[[Session], int | None]:
    return lambda session: session.scalar(select(func.count()).select_from(table))


SLOW_KEYS = """
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.02); RETURN NEW; END $$;
CREATE TRIGGER slow BEFORE INSERT ON seen_keys FOR EACH ROW EXECUTE FUNCTION slow();
"""


def test_the_same_events_in_opposite_order(postgresql: str) -> None:
    """Without an order, each would hold what the other waits for."""
    keys = [f"event {number:02}" for number in range(20)]
    gather = threading.Event()
    with worker(postgresql) as one, worker(postgresql) as other, engine(postgresql) as admin:
        with admin.begin() as connection:
            connection.execute(text(SLOW_KEYS))  # so that the two batches certainly meet
        for writer in (one, other):
            writer.submit(lambda _: gather.wait(LONG))
        done = [one.submit(lambda _: None, key=key) for key in keys]
        done += [other.submit(lambda _: None, key=key) for key in reversed(keys)]
        gather.set()
        errors = [future.exception(LONG) for future in done]
        assert {type(error) for error in errors} == {type(None), Repeated}
        assert sum(error is None for error in errors) == len(keys)
    clashes = "select deadlocks from pg_stat_database where datname = current_database()"
    assert databases.rows(postgresql, clashes) == [(0,)]


def test_two_that_lock_in_opposite_order_both_get_through(postgresql: str) -> None:
    """A real deadlock: PostgreSQL ends one of them, and its batch is played again."""
    first, second = threading.Event(), threading.Event()

    def lock(mine: int, other: int, held: threading.Event, theirs: threading.Event) -> Callable[[Session], None]:
        def run(session: Session) -> None:
            session.execute(text(f"SELECT pg_advisory_xact_lock({mine})"))
            held.set()
            theirs.wait(LONG)
            session.execute(text(f"SELECT pg_advisory_xact_lock({other})"))

        return run

    with worker(postgresql) as one, worker(postgresql) as other:
        done = [
            one.submit(lock(1, 2, first, second), key="one"),
            other.submit(lock(2, 1, second, first), key="other"),
        ]
        assert [future.result(LONG) for future in done] == [None, None]


def test_a_higher_number_is_never_seen_before_a_lower_one(postgresql: str) -> None:
    """Whoever takes the next number of a destination waits until the one before stands."""
    numbered, may_commit = threading.Event(), threading.Event()

    def say_and_wait(session: Session) -> None:
        outbox.say(session, STAFF, "poll", 1, "en")
        session.flush()
        numbered.set()
        assert may_commit.wait(LONG)

    with worker(postgresql) as one, worker(postgresql) as other, engine(postgresql) as reader:
        slow = one.submit(say_and_wait)
        assert numbered.wait(LONG)
        quick = other.submit(lambda session: outbox.say(session, STAFF, "poll", 2, "en"))
        with pytest.raises(TimeoutError):
            quick.result(SOON)
        with reading(reader) as session:
            assert session.scalars(select(Delivery.number)).all() == []
        may_commit.set()
        slow.result(LONG)
        quick.result(LONG)
        with reading(reader) as session:
            rows = session.execute(select(Delivery.number, Delivery.subject).order_by(Delivery.number))
            assert [tuple(row) for row in rows] == [(1, 1), (2, 2)]


@pytest.mark.parametrize("cut", ["before", "after"])
def test_a_connection_lost_at_commit(postgresql: str, cut: str) -> None:
    """Whether the commit came through or not: it is done once, and whoever waits learns what it did."""
    with flaky(postgresql) as line, worker(line.address) as writer:
        writer.submit(lambda _: None).result(LONG)  # the connection stands
        line.cut_at_commit.append(cut)
        said = writer.submit(lambda session: outbox.say(session, STAFF, "poll", 1, "en") or "said", key="event")
        assert said.result(LONG) == "said"
        assert not line.cut_at_commit
        assert writer.submit(count(Delivery)).result(LONG) == 1
        assert isinstance(writer.submit(lambda _: None, key="event").exception(LONG), Repeated)


def test_every_connection_is_cut(postgresql: str) -> None:
    """As when the server is restarted: what was in work is played again."""
    with worker(postgresql) as writer, engine(postgresql) as admin:
        started, cut = threading.Event(), threading.Event()

        def wait_for_the_cut(session: Session) -> str:
            session.execute(text("SELECT 1"))
            started.set()
            assert cut.wait(LONG)
            outbox.say(session, STAFF, "poll", 1, "en")
            return "said"

        said = writer.submit(wait_for_the_cut, key="event")
        assert started.wait(LONG)
        with admin.connect() as connection:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
        cut.set()
        assert said.result(LONG) == "said"
        assert writer.submit(count(Delivery)).result(LONG) == 1


def test_a_vote_that_read_open_comes_before_the_close(postgresql: str) -> None:
    """Who closes waits for those who are answering; who answers afterwards is told that it is closed."""
    assert commands.load(Settings(_env_file=None, database_url=postgresql), PRETEND) == 0
    read_open, may_commit = threading.Event(), threading.Event()

    def answer_slowly(session: Session) -> None:
        try:
            dispatch(press(session, "1:1"), FEATURE.presses["poll.vote"])
            session.flush()
        finally:
            read_open.set()
        assert may_commit.wait(LONG)

    def answer_late(session: Session) -> None:
        dispatch(press(session, "1:1"), FEATURE.presses["poll.vote"])

    with worker(postgresql) as one, worker(postgresql) as other:
        one.submit(ask).result(LONG)
        voting = one.submit(answer_slowly)
        assert read_open.wait(LONG)
        ending = other.submit(lambda session: lifecycle.close_when_due(session, 1, NOW))
        with pytest.raises(TimeoutError):
            ending.result(SOON)
        may_commit.set()
        voting.result(LONG)
        ending.result(LONG)
        assert isinstance(other.submit(answer_late).exception(LONG), Refusal)
        assert other.submit(count(Ballot)).result(LONG) == 1


def test_one_worker_wakes_the_others_when_something_is_to_be_sent(postgresql: str) -> None:
    heard = threading.Event()
    with worker(postgresql) as one, engine(postgresql) as elsewhere, listening(elsewhere, heard.set):
        assert not heard.wait(SOON)
        for subject in range(100):  # the listener may not be listening yet
            one.submit(lambda session, subject=subject: outbox.say(session, STAFF, "poll", subject, "en")).result(LONG)
            if heard.wait(0.1):
                break
        assert heard.is_set()


def ask(session: Session) -> None:
    """Poll 1, with the options 1 and 2, of the building rep of Lincoln."""
    seat = session.scalars(select(people.Seat).where(people.Seat.key == "rep-lincoln")).one()
    place = session.scalars(select(Place).where(Place.address == str(STAFF))).one()
    options = [Option(position=position, label=label) for position, label in enumerate(("Tuesday", "Thursday"))]
    closes = NOW + timedelta(days=1)
    session.add(
        Poll(
            seat=seat, question="When?", several=False, opened_at=NOW, closes_at=closes, options=options, places=[place]
        )
    )


def press(session: Session, about: str) -> Request:
    """Maria Rivera presses an option."""
    actor = Account("slack", STAFF.workspace, "U01RIVERA")
    words = texts.read(wiring.CONTENT)
    act = Press(id="press", actor=actor, place=STAFF, do="poll.vote", about=about)
    member = accounts.find_member(session, act)
    assert member
    return Request(session, NOW, member, act, words["en"], words)
