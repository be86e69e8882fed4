"""What is done to one poll in one transaction: everybody sees what those before them did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, update
from sqlalchemy.orm import Session
from support import databases
from support.districts import PRETEND
from support.jobs import busy

import wiring
from bot import texts
from bot.boundary import Account, Address, Press
from bot.delivery import outbox
from bot.dispatch import dispatch
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import accounts
from bot.people import model as people
from bot.people.places import Place
from bot.polls import handlers, lifecycle
from bot.polls.ballots import chosen
from bot.polls.model import Ballot, Option, Poll, Status
from bot.polls.routes import FEATURE
from bot.request import Refusal, Request
from bot.storage.database import connect
from bot.storage.writer import Rollback, Writer

NOW = datetime(2026, 10, 8, 12, tzinfo=UTC)
STAFF = Address("slack", "T01CEDAR", "C01ALLSTAFF")
LONG = 20.0
WORDS = texts.read(wiring.CONTENT)


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    address = databases.address(tmp_path)
    assert commands.load(Settings(_env_file=None, database_url=address), PRETEND) == 0
    engine = connect(address)
    with Session(engine) as session:
        session.add(_poll(session))
        session.commit()
    yield engine
    engine.dispose()


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    writer = Writer(engine, outbox.note_changes)
    yield writer
    writer.close()


@databases.on_both
def test_who_answers_after_the_close_is_refused(writer: Writer) -> None:
    with busy(writer):
        before = writer.submit(lambda session: answer(session, "U01RIVERA", option=1))
        ending = writer.submit(lambda session: lifecycle.close_when_due(session, 1, NOW))
        after = writer.submit(lambda session: answer(session, "U01NATARAJAN", option=2))
    assert before.exception(LONG) is None
    assert ending.exception(LONG) is None
    assert isinstance(after.exception(LONG), Refusal)
    assert writer.submit(votes).result(LONG) == [(1, 1)]


@databases.on_both
def test_many_answer_and_change_their_minds(writer: Writer) -> None:
    with busy(writer):
        presses = [("U01RIVERA", 1), ("U01NATARAJAN", 1), ("U01RIVERA", 2), ("U01WHITFIELD", 2), ("U01RIVERA", 2)]
        done = [
            writer.submit(lambda session, user=user, option=option: answer(session, user, option))
            for user, option in presses
        ]
    assert [future.result(LONG) for future in done] == [
        ["Tuesday"],
        ["Tuesday"],
        ["Thursday"],
        ["Thursday"],
        ["Thursday"],
    ]
    assert writer.submit(votes).result(LONG) == [(1, 1), (2, 2)]


@databases.on_postgresql
def test_a_refusal_that_gives_its_lock_back_is_not_relied_on(writer: Writer, engine: Engine) -> None:
    """It had written already, so each of the batch is in a savepoint; then another worker closes the poll."""

    def refuse_late(session: Session) -> None:
        answer(session, "U01RIVERA", option=1)
        raise Rollback

    def answer_after_another_worker_closed(session: Session) -> list[str]:
        with engine.begin() as elsewhere:
            elsewhere.execute(update(Poll).values(status=Status.CLOSED))
        return answer(session, "U01NATARAJAN", option=2)

    with busy(writer):
        undone = writer.submit(refuse_late)
        late = writer.submit(answer_after_another_worker_closed)
    assert isinstance(undone.exception(LONG), Rollback)
    assert isinstance(late.exception(LONG), Refusal)
    assert writer.submit(votes).result(LONG) == []


def answer(session: Session, user: str, option: int) -> list[str]:
    """What they have chosen then."""
    act = Press(
        id="press", actor=Account("slack", STAFF.workspace, user), place=STAFF, do="poll.vote", about=f"1:{option}"
    )
    member = accounts.find_member(session, act)
    assert member
    request = Request(session, NOW, member, act, WORDS["en"], WORDS)
    dispatch(request, FEATURE.presses["poll.vote"])
    poll = handlers.find_poll_to_answer(request)
    assert poll
    return [one.label for one in poll.options if one.id in chosen(session, poll, member)]


def votes(session: Session) -> list[tuple[int, int]]:
    """How many chose each option."""
    counted = select(Ballot.option_id, func.count()).group_by(Ballot.option_id).order_by(Ballot.option_id)
    return [(option, count) for option, count in session.execute(counted)]


def _poll(session: Session) -> Poll:
    """Number 1, with the options 1 and 2."""
    seat = session.scalars(select(people.Seat).where(people.Seat.key == "rep-lincoln")).one()
    place = session.scalars(select(Place).where(Place.address == str(STAFF))).one()
    options = [Option(position=position, label=label) for position, label in enumerate(("Tuesday", "Thursday"))]
    closes = NOW + timedelta(days=1)
    return Poll(
        seat=seat, question="When?", several=False, opened_at=NOW, closes_at=closes, options=options, places=[place]
    )
