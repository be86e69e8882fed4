"""Many reminders at once, two workers, and an hour in which the bot was away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from support import databases, pairs
from support.clock import on_a_tuesday
from support.cores import Core, core, core_on
from support.corner import corner, shown
from support.databases import on_both, on_either, on_postgresql

import demo
import wiring
from bot.meetings import telling
from bot.operations import web
from bot.operations.web import MovableClock
from bot.storage import context
from bot.storage.database import connect

pytestmark = on_either

TOLD = "select name, count(*) from notices group by name"


def settle(bot: Core, count: int) -> datetime:
    now, engine = bot.clock.now(), connect(bot.settings.database_url)
    with Session(engine, info=context.info()) as session:
        pairs.meet(session, count, now)
        session.commit()
    engine.dispose()
    return now


def told(bot: Core) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(bot.settings.database_url, TOLD)]


@contextmanager
def counted() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


async def test_one_of_many_takes_no_more_statements_than_one_of_few(tmp_path: Path) -> None:
    each = []
    for count in (5, 50):
        (folder := tmp_path / str(count)).mkdir()
        async with core(folder) as bot:
            settle(bot, count)
            with counted() as seen:
                await bot.timetable.tick()
            assert told(bot) == [("meeting.tomorrow", count * 2)]
            each.append(len(seen) / count)
    assert each[1] <= each[0]


@on_postgresql
async def test_two_workers_remind_nobody_twice(tmp_path: Path) -> None:
    async with core(tmp_path) as one, core_on(one.settings.database_url, clock=one.clock) as other:
        settle(one, 250)
        await asyncio.gather(one.timetable.tick(), other.timetable.tick())
        assert told(one) == [("meeting.tomorrow", 500)]
        due = "select count(*), count(distinct subject) from due where \"do\" = 'notice'"
        assert databases.rows(one.settings.database_url, due) == [(500, 500)]
        assert databases.rows(one.settings.database_url, "select * from due where \"do\" = 'meeting.remind'") == []


@on_both
@pytest.mark.parametrize(
    ("away", "expected"),
    [
        (timedelta(minutes=20), [("meeting.tomorrow", 10)]),
        (timedelta(hours=1), [("meeting.late", 10)]),
        (timedelta(hours=25), []),
    ],
)
async def test_after_an_outage_late_ones_say_so_and_pointless_ones_are_dropped(
    tmp_path: Path, away: timedelta, expected: list[tuple[object, ...]]
) -> None:
    async with core(tmp_path, clock=on_a_tuesday()) as bot:
        now = settle(bot, 5)
        bot.clock.move_to(now + away)
        await bot.timetable.tick()
        await bot.timetable.tick()
        assert told(bot) == expected
        if expected == [("meeting.late", 10)]:
            assert "This reminder comes late" in shown(bot, telling.show_late, 1)
            assert "Este recordatorio llega tarde" in shown(bot, telling.show_late, 1, "es")


async def test_the_demo_skips_from_one_step_of_a_meeting_to_the_next(tmp_path: Path) -> None:
    """Its agenda is out, its people are reminded, it is over; and then the next one."""
    async with core(tmp_path) as bot:
        joel = corner(bot, "Joel Hartmann")
        await joel.presses("meeting.set-up")
        await joel.fills_in(when="2026-10-22T16:00", place="Room 12")
        await joel.clicks("Save it")
        port, seen = demo.free_port(), list[str]()
        clock = MovableClock(bot.clock, bot.timetable, lambda: asyncio.sleep(0), wiring.STEPS)
        async with web.serving(clock.routes, "127.0.0.1", port), aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}/clock"
            for _ in range(4):
                async with session.get(url) as answer:
                    to = (await answer.json())["meeting"]
                async with session.post(url, json={"to": to}) as answer:
                    assert answer.status == 200
                seen.append(to[:16])
        assert seen == ["2026-10-19T21:20", "2026-10-21T12:20", "2026-10-22T21:50", "2026-11-24T13:20"]
