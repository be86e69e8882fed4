"""What the day's message costs each of its readers, for few people and for many; and an empty tick, however many goals
are under way."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.orm import Session

import wiring
from benchmarks.district import settle
from benchmarks.reminders import Still, tuesday
from benchmarks.table import Table, figure, ratio
from bot import notices, nudges, routes, texts
from bot.actions import Action, State
from bot.boundary import Message
from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.frame import Frame
from bot.goals import quiet
from bot.goals.commitments import lifecycle
from bot.goals.commitments import model as commitments
from bot.goals.commitments.model import Commitment, Fit
from bot.goals.cycles import checking
from bot.goals.cycles.model import SOURCE, Cycle
from bot.goals.model import Answer, Goal, Position, Status
from bot.nudges import Nudge
from bot.people import connections
from bot.people import model as people
from bot.people.audiences import of_group
from bot.storage import context
from bot.storage.database import connect, reading
from bot.storage.writer import Writer
from bot.timetable import DueRow, Timetable

TEAM = 5  # seats of each goal; the first of them leads it
TICKS = 200
Numbered = people.Seat | Goal | Cycle | Action | Commitment | Nudge
AGO = timedelta(days=30)  # everything has been quiet for so long
WORDS = {"line": "Books", "students": "Third graders", "change": "20 quiet minutes a day", "measure": "Days"}


@dataclass(frozen=True)
class Took:
    """Seconds of processor time."""

    telling: float  # until it is noted what each is to be told
    rounding: float  # until each has a message in the outbox
    drawing: float  # each of these, as the sender does

    @property
    def all(self) -> float:
        return self.telling + self.rounding + self.drawing


def run(folder: Path, runs: int = 5, few: int = 500, many: int = 5_000, goals: int = 1_000) -> Table:
    """A message with a check-in and a commitment to `few` people and to `many`; leaders hear, too, that their goal is
    quiet. Then ticks with nothing to do, with one goal and with so many `goals`."""
    took: dict[int, list[Took]] = {few: [], many: []}
    asyncio.run(_day(folder / "first", min(few, 50)))  # statements are made for the first time
    for number in range(runs):
        for count in (few, many):
            took[count].append(asyncio.run(_day(folder / f"{number}-{count}", count)))
    empty = asyncio.run(_empty(folder, runs, goals))
    rows = []
    for name in ("telling", "rounding", "drawing", "all"):
        each = {count: [getattr(one, name) * 1000 / count for one in took[count]] for count in (few, many)}
        rows += [
            (f"{WHAT[name]}, {count:,} people", figure(each[count], 2), ratio(each[count], each[few]))
            for count in (few, many)
        ]
    rows += [
        (f"an empty tick, {count:,} {'goal' if count == 1 else 'goals'}", figure(ms, 2), ratio(ms, empty[1]))
        for count, ms in empty.items()
    ]
    return Table(f"The day's message, processor time each, {runs} runs", ("", "ms", "ratio"), tuple(rows))


WHAT = {
    "telling": "noting what somebody is to be told",
    "rounding": "making their message of it",
    "drawing": "drawing that message",
    "all": "all of it",
}


async def _day(folder: Path, count: int) -> Took:
    folder.mkdir()
    with _running(folder, count, late=True) as (engine, timetable, clock):
        telling = await _used(timetable)
        clock.moves(notices.TOGETHER)
        rounding = await _used(timetable)
        began, drawn = time.process_time(), _drawn(engine)
        drawing = time.process_time() - began
    lines = [line for message in drawn for line in message.text().splitlines()]
    checks, promised = (sum(said in line for line in lines) for said in ("[Done]", "[Delivered]"))
    if (len(drawn), checks, promised) != (count, count, count):
        raise AssertionError(f"{len(drawn)} messages, {checks} check-ins and {promised} commitments for {count} people")
    return Took(telling, rounding, drawing)


async def _empty(folder: Path, runs: int, goals: int) -> dict[int, list[float]]:
    """Milliseconds of processor time of a tick, each run."""
    took: dict[int, list[float]] = {1: [], goals: []}
    for count, all_ in took.items():
        (folder / f"empty-{count}").mkdir()
        with _running(folder / f"empty-{count}", count * 2, team=2, late=False) as (_, timetable, _clock):
            for number in range(runs + 1):
                one = await _used(timetable, TICKS)
                all_ += [one * 1000 / TICKS] if number else []
    return took


async def _used(timetable: Timetable, ticks: int = 1) -> float:
    began = time.process_time()
    for _ in range(ticks):
        await timetable.tick()
    return time.process_time() - began


def _drawn(engine: Engine) -> list[Message]:
    """Every message, a Session each, as the sender has it."""
    words = texts.read(wiring.CONTENT)
    with reading(engine) as session:
        found = session.scalars(select(Delivery.subject).where(Delivery.card == notices.CARD)).all()
    drawn = []
    for subject in found:
        with reading(engine) as session:
            drawn.append(routes.HOUSE.cards[notices.CARD](session, subject, words["en"], words))
    return drawn


@contextmanager
def _running(folder: Path, count: int, *, late: bool, team: int = TEAM) -> Iterator[tuple[Engine, Timetable, Still]]:
    engine, clock = connect(settle(folder, staff=count).database), Still(tuesday(datetime.now(UTC)))
    with Session(engine, info=context.info()) as session:
        fill(session, count, team, clock.now(), late=late)
        session.commit()
    writer = Writer(engine, outbox.note_changes)
    try:
        frame = Frame(writer, texts.read(wiring.CONTENT), clock, routes.HOUSE)
        yield engine, Timetable(engine, clock, frame.handle_due), clock
    finally:
        writer.close()
        engine.dispose()


def fill(session: Session, count: int, team: int, now: datetime, *, late: bool) -> None:
    """Everybody holds a seat of a goal, has a step of its test and promised something; all is due now, or tomorrow."""
    members = session.scalars(select(people.Member).where(people.Member.key != "rep").order_by(people.Member.id)).all()
    district, one = members[0].district, {"group_id": members[0].group_id, "building_id": members[0].building_id}
    connections.tie(connections.join(session, "slack:T01CROWD"), district)
    seat = {"district_id": district.id, "role": people.Role.BUILDING_REP, **one}
    seats = _put(session, people.Seat, [{**seat, "key": f"x{who.id}", "holder_id": who.id} for who in members])
    leads, audience, at = seats[::team], of_group(members[0].group), now if late else now + timedelta(days=1)
    goal: dict[str, Any] = {
        "district_id": district.id,
        "building_id": one["building_id"],
        "audience": audience,
        **WORDS,
    }
    goal |= {"heard": 5, "status": Status.AGREED, "proposed_at": now - AGO, "due_at": now - AGO, "agreed_at": now - AGO}
    goals = _put(session, Goal, [{**goal, "seat_id": lead} for lead in leads])
    of = [(goals[place // team], id) for place, id in enumerate(seats)]
    session.execute(insert(Position), [{"goal_id": id, "seat_id": by, "answer": Answer.AGREE} for id, by in of])
    led = list(zip(goals, leads, strict=True))
    cycle = {"text": "Read on Tuesdays", "planned_at": now - AGO, "until": now.date() + timedelta(7)}
    cycles = _put(session, Cycle, [{**cycle, "goal_id": id, "seat_id": by} for id, by in led])
    step: dict[str, Any] = {"text": "Ask", "audience": audience, "state": State.PROMISED, "source": SOURCE}
    step |= {"at": now - AGO, "by_id": members[0].id}
    steps = [{**step, "seat_id": id, "source_id": cycles[place // team]} for place, id in enumerate(seats)]
    gives: dict[str, Any] = {"kind": commitments.Kind.DATA, "text": "Fall scores", "until": now.date() + timedelta(1)}
    gives |= {"state": commitments.State.APPROVED, "fit": Fit.NOT_NEEDED, "at": now - AGO, "changed_at": now - AGO}
    gave = [{**gives, "goal_id": id, "seat_id": by, "asked_by_id": by} for id, by in of]
    watched = {"kind": quiet.KIND, "heard_at": now - AGO}
    looks = [{**watched, "subject": id, "seat_id": by} for id, by in led]
    for do, table, rows in (
        (checking.CHECK, Action, steps),
        (lifecycle.REMIND, Commitment, gave),
        (nudges.LOOK, Nudge, looks),
    ):
        session.execute(insert(DueRow), [{"at": at, "do": do, "subject": id} for id in _put(session, table, rows)])


def _put(session: Session, table: type[Numbered], rows: list[dict[str, Any]]) -> list[int]:
    """Their numbers, in order."""
    before = session.scalar(select(func.max(table.id))) or 0
    session.execute(insert(table), rows)
    return list(session.scalars(select(table.id).where(table.id > before).order_by(table.id)))
