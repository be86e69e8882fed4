"""/healthz: ages, and 503 that names what is stuck."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from support import databases, workers
from support.databases import on_both

from bot import timetable
from bot.boundary import Address
from bot.delivery.outbox import Delivery, Destination, State
from bot.operations import health
from bot.operations.health import OVERDUE, SILENT, Health
from bot.storage.database import connect, migrate, take_turn
from bot.storage.seen_keys import probe
from bot.storage.writer import Withdrawn, Writer
from bot.timetable import Clock

pytestmark = on_both

HOUR = 3600.0
NOW = 1_900_000_000.0


@dataclass
class Line:
    heard_at: float | None
    waits_until: float | None = None


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    engine = connect(databases.address(tmp_path))
    migrate(engine)
    yield engine
    engine.dispose()


async def told(engine: Engine, *, clock: Clock | None = None, **heard_ago: float | None) -> tuple[int, dict[str, Any]]:
    """The status and the body, with connections that were heard so many seconds ago, or never."""
    lines = {name: Line(0.0 if ago is None else NOW - ago) for name, ago in heard_ago.items()}
    answer = await _asked(engine, clock or Clock(), {"slack": Line(None), **lines})
    assert answer.text
    return answer.status, json.loads(answer.text)


async def _asked(engine: Engine, clock: Clock, lines: Mapping[str, Line]) -> web.Response:
    writer = Writer(engine, lambda session: True)
    try:
        return await Health(engine, writer, clock, lines, lambda: NOW).answer(make_mocked_request("GET", "/healthz"))
    finally:
        writer.close()


def fall_due(engine: Engine, at: datetime) -> None:
    with Session(engine) as session:
        timetable.set_due(session, "poll.close", 1, at)
        session.commit()


def deliver(engine: Engine, state: State, waits_since: float | None, to: str = "slack:T1/C1") -> None:
    at = Address.parse(to)
    with Session(engine) as session:
        session.add(Destination(address=to, platform=at.platform, workspace=at.workspace, numbered=1))
        session.flush()
        said = {"card": "poll", "subject": 1, "language": "en"}
        session.add(Delivery(address=to, number=1, state=state, waits_since=waits_since, **said))
        session.commit()


async def test_all_is_well(engine: Engine) -> None:
    assert await told(engine, slack=1.0, discord=40.0) == (
        200,
        {
            "stuck": [],
            "slack_frame_age": 1.0,
            "discord_frame_age": 40.0,
            "oldest_due_age": None,
            "oldest_unsent_age": None,
        },
    )


async def test_it_says_for_how_long_a_platform_lets_it_wait(engine: Engine) -> None:
    answer = await _asked(engine, Clock(), {"discord": Line(0.0, waits_until=NOW + HOUR)})
    body = json.loads(answer.text or "")
    assert (answer.status, body["stuck"], body["discord_waits"]) == (503, ["discord_frame_age"], HOUR)


async def test_a_little_late_is_well(engine: Engine) -> None:
    fall_due(engine, datetime.now(UTC) - timedelta(seconds=2))
    deliver(engine, State.WAITING, NOW - 3)
    status, body = await told(engine)
    assert status == 200
    assert body["oldest_due_age"] == pytest.approx(2, abs=5)
    assert body["oldest_unsent_age"] == 3.0


async def test_what_lies_ahead_is_not_late(engine: Engine) -> None:
    fall_due(engine, datetime.now(UTC) + timedelta(hours=1))
    assert (await told(engine))[1]["oldest_due_age"] is None


@pytest.mark.parametrize("name", ["slack", "discord"])
async def test_a_silent_connection_is_stuck(engine: Engine, name: str) -> None:
    status, body = await told(engine, **{"slack": 1.0, "discord": 1.0, name: SILENT + 1})
    assert (status, body["stuck"]) == (503, [f"{name}_frame_age"])


async def test_a_connection_that_never_was_has_no_age(engine: Engine) -> None:
    status, body = await told(engine, slack=None)
    assert (status, body["stuck"], body["slack_frame_age"]) == (503, ["slack_frame_age"], None)


async def test_a_connection_that_may_be_silent_is_left_out(engine: Engine) -> None:
    answer = await _asked(engine, Clock(), {"slack": Line(None)})
    assert (answer.status, "frame_age" in str(answer.text)) == (200, False)


async def test_an_hour_overdue_is_stuck(engine: Engine) -> None:
    fall_due(engine, datetime.now(UTC) - timedelta(hours=1))
    status, body = await told(engine)
    assert (status, body["stuck"]) == (503, ["oldest_due_age"])
    assert body["oldest_due_age"] == pytest.approx(HOUR, abs=5)


async def test_a_moved_clock_counts_for_what_is_due(engine: Engine) -> None:
    clock = Clock()
    fall_due(engine, clock.now() + timedelta(days=1))
    clock.move_to(clock.now() + timedelta(days=1, seconds=OVERDUE + 5))
    assert (await told(engine, clock=clock))[0] == 503


@pytest.mark.parametrize("state", [State.WAITING, State.STANDING])
async def test_what_is_unsent_for_long_is_stuck(engine: Engine, state: State) -> None:
    deliver(engine, state, NOW - HOUR)
    status, body = await told(engine)
    assert (status, body["stuck"]) == (503, ["oldest_unsent_age"])


@pytest.mark.parametrize("state", [State.FAILED, State.HELD, State.GONE])
async def test_what_waits_for_a_person_is_not_stuck(engine: Engine, state: State) -> None:
    deliver(engine, state, NOW - HOUR)
    assert (await told(engine))[0] == 200


async def test_what_waits_for_a_platform_that_is_not_connected_is_not_stuck(engine: Engine) -> None:
    """It has no token: nobody could do anything about it but to give it one."""
    deliver(engine, State.WAITING, NOW - HOUR, "discord:G1/C1")
    status, body = await told(engine)
    assert (status, body["oldest_unsent_age"]) == (200, None)
    assert (await told(engine, discord=1.0))[0] == 503


async def test_everything_that_is_stuck_is_named(engine: Engine) -> None:
    fall_due(engine, datetime.now(UTC) - timedelta(hours=1))
    deliver(engine, State.WAITING, NOW - HOUR)
    status, body = await told(engine, slack=HOUR, discord=1.0)
    assert (status, body["stuck"]) == (503, ["slack_frame_age", "oldest_due_age", "oldest_unsent_age"])


async def test_a_database_that_cannot_be_opened_is_stuck(tmp_path: Path) -> None:
    nowhere = create_engine(f"sqlite:///{tmp_path / 'no-such-folder' / 'bot.db'}")
    status, body = await told(nowhere, slack=1.0)
    assert (status, body["stuck"], body["slack_frame_age"]) == (503, ["database"], 1.0)


async def test_a_database_without_its_tables_is_stuck(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE due"))
    assert (await told(engine))[1]["stuck"] == ["database"]


async def test_a_database_that_does_not_answer_is_stuck_and_holds_nothing_up(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.1)
    looks, go_on = [0], threading.Event()

    def hang(_session: Session) -> None:
        looks[0] += 1
        assert go_on.wait(10)

    writer = Writer(engine, lambda session: True)
    here = Health(engine, writer, Clock(), {})
    with monkeypatch.context() as hanging:
        hanging.setattr(timetable, "next_due", hang)
        for _ in range(20):
            assert (await here.answer(make_mocked_request("GET", "/healthz"))).status == 503
        assert looks == [1]
        go_on.set()
        await asyncio.sleep(0.1)
    assert (await here.answer(make_mocked_request("GET", "/healthz"))).status == 200
    writer.close()


async def test_a_full_database_is_told_until_there_is_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own error for a full disk, by a limit of its own; test_faults.py fills the disk of a PostgreSQL."""
    engine = connect(f"sqlite:///{tmp_path / 'full.db'}")
    migrate(engine)
    room = [1]
    event.listen(engine, "begin", lambda line: line.exec_driver_sql(f"PRAGMA max_page_count = {room[0]}"))
    writer = Writer(engine, lambda session: True)
    here = Health(engine, writer, Clock(), {})

    async def stuck() -> object:
        return json.loads((await here.answer(make_mocked_request("GET", "/healthz"))).text or "")["stuck"]

    def fill(session: Session) -> None:
        session.execute(text("CREATE TABLE filler (row BLOB)"))
        session.execute(text("INSERT INTO filler VALUES (zeroblob(100000))"))

    assert await stuck() == []
    with pytest.raises(DBAPIError, match="full"):
        await writer.do(fill)
    monkeypatch.setattr(health, "probe", fill)  # what takes more room than there is in what it has
    assert await stuck() == ["writing"]
    room[0] = 1_000_000
    assert await stuck() == []
    assert not writer.failing
    writer.close()
    engine.dispose()


@databases.on_postgresql
async def test_another_that_keeps_all_acts_waiting_is_told_until_it_ends(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that was stopped in the middle of its writing, say: who acts meanwhile is told that it is busy."""
    monkeypatch.setattr(health, "PATIENCE", 0.2)
    with workers.worker(databases.address(tmp_path)) as writer:
        here = Health(engine, writer, Clock(), {})

        async def told() -> tuple[int, object]:
            answer = await here.answer(make_mocked_request("GET", "/healthz"))
            return answer.status, json.loads(answer.text or "")["stuck"]

        with engine.begin() as another:
            take_turn(another, alone=True)
            for _ in range(2):
                with pytest.raises(Withdrawn):
                    await writer.do(probe, deadline=time.monotonic() + 0.2, alone=True)
                assert await told() == (503, ["writing"])
        assert await told() == (200, [])
        assert not writer.failing


@databases.on_postgresql
async def test_another_that_keeps_only_those_waiting_who_write_alone_is_told(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was stopped while it took in answers to a poll: more of these go on, and nothing else."""
    monkeypatch.setattr(health, "PATIENCE", 0.2)
    with workers.worker(databases.address(tmp_path)) as writer, engine.begin() as another:
        take_turn(another, alone=False)
        with pytest.raises(Withdrawn):
            await writer.do(probe, deadline=time.monotonic() + 0.2, alone=True)
        answer = await Health(engine, writer, Clock(), {}).answer(make_mocked_request("GET", "/healthz"))
        assert (answer.status, json.loads(answer.text or "")["stuck"]) == (503, ["writing"])


@databases.on_postgresql
async def test_so_are_acts_behind_what_nobody_hurries(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What falls due waits for as long as it takes, and they behind it."""
    monkeypatch.setattr(health, "PATIENCE", 0.2)
    with workers.worker(databases.address(tmp_path)) as writer:
        here = Health(engine, writer, Clock(), {})
        with engine.begin() as another:
            take_turn(another, alone=True)
            due = writer.submit(probe, alone=True)
            with pytest.raises(Withdrawn):
                await writer.do(probe, deadline=time.monotonic() + 0.2, alone=True)
            answer = await here.answer(make_mocked_request("GET", "/healthz"))
            assert (answer.status, json.loads(answer.text or "")["stuck"]) == (503, ["writing"])
        due.result(workers.LONG)
        assert (await here.answer(make_mocked_request("GET", "/healthz"))).status == 200
