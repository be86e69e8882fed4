"""Two workers at a thread: one writes down that it opens, the other what is said in its sibling."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import core

from bot.boundary import Account, Address, Deleted, Prose, Said
from bot.bridge import hearing, on_their_way, talks
from bot.people.places import Place
from bot.storage import context
from bot.storage.database import connect

pytestmark = databases.on_postgresql

HOMES = "slack:T01CEDAR/C01LEADERSHIP", "discord:1268401200690098927/1198000255257084615"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
CARD, SUBJECT, MESSAGES = "question.committee", 7, {HOMES[0]: "100.1", HOMES[1]: "77"}
UNDER = Address.parse(f"{HOMES[0]}/100.1")
TEXT = "Nobody may miss this"
HELLO = Said(
    id="slack:1", actor=Account("slack", "T01CEDAR", "U01DLEE"), place=UNDER, to_bot=False, message="200.1", text=TEXT,
    prose=Prose.plain(TEXT),
)  # fmt: skip


def put(session: Session) -> None:
    places = session.scalars(select(Place).where(Place.address.in_(HOMES))).all()
    talks.put(session, CARD, SUBJECT, places)


def opens(session: Session, home: str) -> None:
    talks.open_thread(session, CARD, SUBJECT, home, MESSAGES[home])


@pytest.mark.parametrize("first", ["what is said", "the opening"])
async def test_what_is_said_while_a_thread_opens_is_said_there_once(tmp_path: Path, first: str, database: str) -> None:
    async with core(tmp_path) as bot:
        await bot.writer.do(put)
        await bot.writer.do(lambda session: opens(session, HOMES[0]))
        engine = connect(bot.settings.database_url)
        with Session(engine, autoflush=False, info=context.info()) as worker:
            if first == "the opening":
                opens(worker, HOMES[1])
                worker.flush()
                other = asyncio.create_task(bot.frame.handle(HELLO))
            else:
                hearing.hear(worker, HELLO, lambda talk, text: "", NOW)
                worker.flush()
                other = asyncio.ensure_future(bot.writer.do(lambda session: opens(session, HOMES[1])))
            await asyncio.sleep(0.5)
            worker.commit()
        await other
        engine.dispose()
        there = f"select count(*) from deliveries where address = '{HOMES[1]}/77' and card = 'bridge.message'"
        assert databases.rows(bot.settings.database_url, there) == [(1,)]


async def test_what_is_said_while_its_card_comes_to_stand_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    """Between a worker's look for the thread and its look for a card on its way, another one writes down that it
    stands."""
    async with core(tmp_path) as bot:
        await bot.writer.do(put)
        engine, look = connect(bot.settings.database_url), on_their_way.wait_for

        def stands_by_now(session: Session, place: Address | None) -> None:
            with Session(engine, autoflush=False, info=context.info()) as other:
                opens(other, HOMES[0])
                other.commit()
            look(session, place)

        monkeypatch.setattr(on_their_way, "wait_for", stands_by_now)
        await bot.frame.handle(HELLO)
        engine.dispose()
        assert databases.rows(bot.settings.database_url, "select message from carried") == [("200.1",)]


async def test_what_is_taken_away_while_another_worker_writes_it_down_is_gone(tmp_path: Path, database: str) -> None:
    async with core(tmp_path) as bot:
        await bot.writer.do(put)
        for home in HOMES:
            await bot.writer.do(lambda session, home=home: opens(session, home))
        engine = connect(bot.settings.database_url)
        with Session(engine, autoflush=False, info=context.info()) as worker:
            hearing.hear(worker, HELLO, lambda talk, text: "", NOW)
            worker.flush()
            other = asyncio.create_task(bot.frame.handle(Deleted(id="slack:2", place=UNDER, message=HELLO.message)))
            await asyncio.sleep(0.5)
            worker.commit()
        await other
        engine.dispose()
        assert databases.rows(bot.settings.database_url, "select words, deleted from carried") == [("", True)]
