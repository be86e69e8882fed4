"""The one message a day where two workers meet, and where one dies with it in its hands."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.board import Board
from support.databases import on_both
from support.house import eventually
from support.linked import MARIA, TEAM
from support.talk import core, noon
from support.workers import LONG, SOON, worker

from bot import notices, roundups, routes, texts
from bot.boundary import Address
from bot.delivery import claims
from bot.delivery.sender import Sender
from bot.feature import NoticeKind
from bot.frame import Frame
from bot.people import model as people
from bot.storage import context
from bot.storage.database import connect, reading
from bot.timetable import Due, DueRow
from wiring import CONTENT

TUESDAY = datetime(2026, 10, 6, 15, tzinfo=UTC)  # inside everybody's hours
SAID = "select count(*) from deliveries where card = 'roundup'"
TOLD = "select count(*) from notices where roundup_id is not null"
STAFF = Address("slack", TEAM, "C01ALLSTAFF")
KINDS = {"one": NoticeKind("poll-reminders", lambda *_: True, lambda *_: [])}


def tell_maria(session: Session) -> None:
    """Of two things: the notices 1 and 2."""
    maria = session.scalars(select(people.Member.id).where(people.Member.key == "maria-rivera")).one()
    for subject in (1, 2):
        notices.tell(session, maria, "one", subject, TUESDAY, TUESDAY + timedelta(days=3))


def round_up(session: Session, notice: int) -> None:
    context.of(session).now = TUESDAY
    roundups.round_up(KINDS)(session, notice, TUESDAY)
    session.flush()


@databases.on_postgresql
def test_of_two_workers_one_writes_todays_message(tmp_path: Path, database: str) -> None:
    """The other waits until the first is done, and has nothing left to say."""
    claimed, may_commit = threading.Event(), threading.Event()
    postgresql = databases.loaded(tmp_path)

    def round_up_slowly(session: Session) -> None:
        round_up(session, 1)
        claimed.set()
        assert may_commit.wait(LONG)

    with worker(postgresql) as one, worker(postgresql) as other:
        one.submit(tell_maria).result(LONG)
        first = one.submit(round_up_slowly)
        assert claimed.wait(LONG)
        second = other.submit(lambda session: round_up(session, 2))
        with pytest.raises(TimeoutError):
            second.result(SOON)
        may_commit.set()
        first.result(LONG)
        second.result(LONG)
    assert databases.rows(postgresql, SAID) == [(1,)]
    assert databases.rows(postgresql, TOLD) == [(2,)], "both came in it"


@databases.on_postgresql
async def test_what_is_due_at_two_workers_is_said_by_one(tmp_path: Path, database: str) -> None:
    async with core(tmp_path) as bot:
        await bot.until(noon(bot.clock.now(), weekday=1))
        await bot.asks(MARIA, STAFF)
        await bot.later(hours=22)  # reminders begin to fall due
        engine = connect(bot.settings.database_url)
        with worker(bot.settings.database_url) as writer, reading(engine) as session:
            other = Frame(writer, texts.read(CONTENT), bot.clock, routes.HOUSE)
            rows = session.scalars(select(DueRow).where(DueRow.do == notices.NOTICE)).all()
            dues = [Due(row.id, row.do, row.subject, row.at) for row in rows]
            assert len(dues) > 10
            bot.clock.move_to(bot.clock.now() + timedelta(hours=2))
            await asyncio.gather(bot.frame.handle_due(dues), other.handle_due(list(reversed(dues))))
        engine.dispose()
        assert databases.rows(bot.settings.database_url, SAID) == [(len(dues),)]


@on_both
@pytest.mark.parametrize("arrived", [False, True])
async def test_a_worker_that_dies_with_a_message_in_its_hands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arrived: bool
) -> None:
    """Whether it had got through or not: everybody has it once."""
    monkeypatch.setattr(claims, "SETTLE", 0.05)
    board = Board()
    async with core(tmp_path) as bot:
        await bot.until(noon(bot.clock.now(), weekday=1))
        await bot.asks(MARIA, STAFF)
        await bot.later(hours=24)
        said = databases.rows(bot.settings.database_url, SAID)[0][0]
        assert said > 10
        claim = await bot.writer.do(lambda session: claims.claim(session, {"slack": board}, 5, time.time()))
        assert len(claim) == 5
        for step in claim if arrived else ():
            board.accept(Address.parse(step.address), "sent by the one that died", step.delivery)
        await bot.writer.do(claims.release_leases)  # and a new one begins
        engine = connect(bot.settings.database_url)
        sender = Sender(
            engine, bot.writer, texts.read(CONTENT), routes.HOUSE.cards, {"slack": board}, now=bot.clock.now
        )
        sending = asyncio.create_task(sender.run())
        posts = said + 1  # with the poll itself
        await eventually(
            lambda: (
                len(board.accepted) >= posts
                and not databases.rows(
                    bot.settings.database_url, "select 1 from deliveries where waits_since is not null"
                )
            ),
            30,
        )
        sending.cancel()
        await asyncio.wait([sending])
        engine.dispose()
    assert set(Counter(one.delivery for one in board.accepted).values()) == {1}
    assert len(board.accepted) == posts
