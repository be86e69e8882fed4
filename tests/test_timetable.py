"""What falls due is done in order, at its time, and once; what fails is put off and stands in nobody's way."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from support.databases import on_both
from support.marks import mark, marking, marks

import wiring
from bot import routes, texts, timetable
from bot.frame import Frame
from bot.storage.writer import Writer
from bot.timetable import Clock, Due, Timetable, next_due

pytestmark = on_both

WORDS = texts.read(wiring.CONTENT)
MINUTE = timedelta(minutes=1)


class StoppedClock(Clock):
    """Moves only when it is told to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 10, 6, 15, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def move_to(self, moment: datetime) -> None:
        self.moment = max(self.moment, moment)


@dataclass
class House:
    """The due thing "note" leaves a mark with its subject; "fail" does so and fails while its subject is in `bad`;
    "chain" notes and sets the next, a minute later, until its subject is 0."""

    engine: Engine
    writer: Writer
    clock: StoppedClock
    frame: Frame
    timetable: Timetable
    bad: set[int] = field(default_factory=set)

    async def due(self, do: str, subject: int, after: timedelta = timedelta()) -> None:
        at = self.clock.now() + after
        await self.writer.do(lambda session: timetable.set_due(session, do, subject, at))

    def note(self, session: Session, subject: int, at: datetime) -> None:
        mark(session, f"{subject} at {at:%H:%M}")

    def fail(self, session: Session, subject: int, at: datetime) -> None:
        self.note(session, subject, at)
        session.flush()
        if subject in self.bad:
            raise ZeroDivisionError

    def chain(self, session: Session, subject: int, at: datetime) -> None:
        self.note(session, subject, at)
        if subject:
            timetable.set_due(session, "chain", subject - 1, at + MINUTE)

    @property
    def done(self) -> list[str]:
        return marks(self.engine)


@pytest.fixture
def house(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    with marking(tmp_path) as engine:
        writer, clock = Writer(engine, lambda session: True), StoppedClock()
        frame = Frame(writer, WORDS, clock, routes.HOUSE)
        house = House(engine, writer, clock, frame, Timetable(engine, clock, frame.handle_due))
        for name in ("note", "fail", "chain"):
            monkeypatch.setitem(routes.HOUSE.due, name, getattr(house, name))
        yield house
        writer.close()


async def test_what_is_due_is_done_in_order_and_nothing_early(house: House) -> None:
    for subject, after in ((3, 3), (1, 1), (9, 9), (2, 2)):
        await house.due("note", subject, after * MINUTE)
    house.clock.moment += 3 * MINUTE
    await house.timetable.tick()
    assert house.done == ["1 at 15:01", "2 at 15:02", "3 at 15:03"]
    await house.timetable.tick()
    assert len(house.done) == 3


async def test_a_late_tick_does_all_that_it_missed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timetable, "AT_ONCE", 10)
    for subject in range(25):
        await house.due("note", subject, timedelta(seconds=subject))
    await house.due("chain", 2, MINUTE)
    house.clock.moment += timedelta(days=3)
    await house.timetable.tick()
    notes = [f"{subject} at 15:00" for subject in range(25)]
    assert house.done == [*notes, "2 at 15:01", "1 at 15:02", "0 at 15:03"]


async def test_what_falls_due_at_one_moment_is_done_in_the_order_in_which_it_was_set(house: House) -> None:
    for subject in range(8):
        await house.due("note", subject)
    await house.timetable.tick()
    assert [one.partition(" ")[0] for one in house.done] == list("01234567")


async def test_what_fails_is_put_off_and_stands_in_nobodys_way(house: House) -> None:
    house.bad = {2}
    for subject in (1, 2, 3):
        await house.due("fail", subject)
    await house.due("nobody knows it", 4)
    await house.timetable.tick()
    assert house.done == ["1 at 15:00", "3 at 15:00"]
    house.clock.moment += MINUTE - timedelta(seconds=1)
    await house.timetable.tick()
    assert len(house.done) == 2
    house.bad.clear()
    house.clock.moment += timedelta(seconds=1)
    await house.timetable.tick()
    assert house.done[2:] == ["2 at 15:01"]


async def test_it_is_done_once_however_often_it_is_handed_over(house: House) -> None:
    await house.due("note", 1)
    (due,) = await asyncio.to_thread(house.timetable._due_now)
    await asyncio.gather(*(house.frame.handle_due([due]) for _ in range(5)))
    await house.frame.handle_due([due])
    assert house.done == ["1 at 15:00"]


async def test_what_was_forgotten_meanwhile_is_not_done(house: House) -> None:
    await house.due("note", 1)
    (due,) = await asyncio.to_thread(house.timetable._due_now)
    await house.writer.do(lambda session: timetable.forget(session, "note", 1))
    await house.frame.handle_due([due])
    assert house.done == []


async def test_a_number_that_is_given_again_is_another_thing(house: House) -> None:
    """SQLite gives the number of a row that is gone to the next one, which may be due at the same moment."""
    for subject in (1, 2):
        await house.due("note", subject)
        await asyncio.wait_for(house.timetable.tick(), 5)
    assert house.done == ["1 at 15:00", "2 at 15:00"]
    await house.due("note", 3)
    await house.frame.handle_due([Due(1, "note", 1, house.clock.now())])  # of the first, once more
    await house.timetable.tick()
    assert house.done[2:] == ["3 at 15:00"]


# Jumps -----------------------------------------------------------------------------------------------------------


async def test_a_jump_stops_at_each_due_time_and_lets_things_be_said(house: House) -> None:
    for subject, after in ((2, 20), (1, 10), (3, 20), (9, 999)):
        await house.due("note", subject, after * MINUTE)
    await house.due("chain", 1, 15 * MINUTE)
    stops: list[tuple[str, int]] = []

    async def drain() -> None:
        stops.append((f"{house.clock.now():%H:%M}", len(house.done)))

    await house.timetable.jump(house.clock.now() + 60 * MINUTE, drain)
    assert stops == [("15:10", 1), ("15:15", 2), ("15:16", 3), ("15:20", 5)]
    assert f"{house.clock.now():%H:%M}" == "16:00"
    assert next_due_at(house) == "07:39"


async def test_a_jump_back_does_nothing(house: House) -> None:
    before = house.clock.now()
    await house.due("note", 1, MINUTE)
    await house.timetable.jump(before - 60 * MINUTE, nothing)
    assert (house.clock.now(), house.done) == (before, [])


async def test_a_jump_goes_past_what_fails(house: House) -> None:
    house.bad = {1}
    await house.due("fail", 1, MINUTE)
    await house.due("note", 2, 5 * MINUTE)
    await asyncio.wait_for(house.timetable.jump(house.clock.now() + 10 * MINUTE, nothing), 20)
    assert house.done == ["2 at 15:05"]
    assert next_due_at(house) == "15:16"


async def test_a_jump_and_the_ticks_get_along(house: House) -> None:
    for subject in range(10):
        await house.due("chain", subject % 3, subject * MINUTE)
    to = house.clock.now() + 30 * MINUTE
    await asyncio.gather(house.timetable.jump(to, nothing), *(house.timetable.tick() for _ in range(5)))
    assert len(house.done) == sum(subject % 3 + 1 for subject in range(10))


def test_the_real_clock_only_ever_goes_forward() -> None:
    clock = Clock()
    clock.move_to(datetime.now(UTC) + timedelta(days=7))
    ahead = clock.now() - datetime.now(UTC)
    clock.move_to(datetime.now(UTC) + timedelta(days=1))
    assert clock.now() - datetime.now(UTC) == pytest.approx(ahead, abs=timedelta(seconds=1))
    assert ahead == pytest.approx(timedelta(days=7), abs=timedelta(seconds=1))


async def nothing() -> None:
    pass


def next_due_at(house: House) -> str:
    with Session(house.engine) as session:
        at = next_due(session)
    return f"{at:%H:%M}" if at else ""
