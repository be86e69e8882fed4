"""What the cards of a round cost in processor time, for few members and concerns and for many."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

import wiring
from benchmarks.processes import KEY
from benchmarks.table import Table, figure, ratio
from bot import routes, texts
from bot.boundary import Account, Press, Private
from bot.delivery import outbox
from bot.frame import Frame
from bot.goals.concerns import Concern
from bot.goals.rounds.model import Part, Phase, Round, Scope, Sorted, Theme
from bot.operations import commands, opening
from bot.operations.settings import Settings
from bot.people import model as people
from bot.people.audiences import of_seats
from bot.storage.writer import Writer
from bot.timetable import Clock

TEAM = "T01CEDAR"
DANA, OWEN = (Account("slack", TEAM, f"U01{name}") for name in ("DLEE", "LINDQVIST"))
THEMES = 8
FEW = (100, 40)  # members and concerns
WHILE_ASKED = (  # what it is, who presses, which button, about what
    ("home, a leader's", DANA, "home", ""),
    ("home, a member's", OWEN, "home", ""),
    ("concerns, a page", DANA, "concern.read", "1"),
    ("a concern to sort", DANA, "theme.sort", ""),
    ("the titles", DANA, "theme.list", ""),
    ("a title and its words", DANA, "theme.open", "1"),
    ("a round, a leader's", DANA, "round.show", ""),
    ("what matters to you", OWEN, "round.rate-again", ""),
    ("a rating", OWEN, "round.say", "1:now"),
)
AFTERWARDS = (
    ("what matters across groups", DANA, "round.results", ""),
    ("a goal, while it is written", DANA, "goal.show", "1"),
    ("the data shelf", DANA, "data.list", ""),
)


class District:
    """The pretend one, with a round and more people."""

    def __init__(self, folder: Path, name: str, members: int, concerns: int) -> None:
        settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / name}.db", connection_keys=KEY)
        if commands.load(settings, wiring.CONTENT / "pretend-district") != 0:
            raise ValueError("the district does not load")
        self._numbers, self._engine = count(), opening.open_database(settings)
        with Session(self._engine) as session:
            _fill(session, members, concerns)
            session.commit()
        self._writer = Writer(self._engine, outbox.note_changes)
        self._frame = Frame(self._writer, texts.read(wiring.CONTENT), Clock(), routes.HOUSE)

    def close(self) -> None:
        self._writer.close()
        self._engine.dispose()

    def ends(self) -> None:
        """People have said what matters; the first title is worked on together, and two lead."""
        with Session(self._engine) as session:
            there = session.scalars(select(Round)).unique().one()
            there.phase, there.raters = Phase.RESULT, {str(part.group_id): 20 for part in there.parts}
            for theme in there.themes:
                theme.counts = {str(part.group_id): [12, 5, 3] for part in there.parts}
                theme.scope, theme.why = Scope.SHARED, "All want it."
            for part in there.parts:
                part.chair, part.chairs = part.seat, True
            session.commit()

    async def presses(self, who: Account, do: str, about: str) -> None:
        act = Press(id=str(next(self._numbers)), actor=who, place=None, do=do, about=about)
        answer = await self._frame.handle(act)
        if not isinstance(answer, Private) or not answer.done or len(answer.message.parts) < 2:
            raise AssertionError(f"{do} was not done")

    async def took(self, who: Account, do: str, about: str, times: int) -> float:
        """Milliseconds of processor time, each."""
        before = time.process_time()
        for _ in range(times):
            await self.presses(who, do, about)
        return (time.process_time() - before) * 1000 / times


def _fill(session: Session, members: int, concerns: int) -> None:
    seats = {seat.key: seat for seat in session.scalars(select(people.Seat)).unique()}
    dana, marcus, now = seats["association-president"], seats["pta-council"], datetime.now(UTC)
    lincoln = seats["rep-lincoln"].building_id
    one = {"district_id": dana.district_id, "language": "en", "group_id": dana.group_id, "building_id": lincoln}
    session.execute(insert(people.Member), [{**one, "key": f"x{n}", "name": f"X {n}"} for n in range(members)])
    of_all: dict[str, Any] = {"group_id": dana.group_id, "building_id": lincoln, "written_at": now, "hidden": ""}
    of_all |= {"audience": of_seats([dana, seats["rep-lincoln"]]), "shareable": False, "taken_back": False}
    session.execute(insert(Concern), [{**of_all, "text": f"Something in the way, {n}."} for n in range(concerns)])
    there = Round(district_id=dana.district_id, phase=Phase.RATING, opened_at=now, ends_at=now + timedelta(days=7))
    there.parts = [Part(group=seat.group, seat=seat, ready=True) for seat in (dana, marcus)]
    there.themes = [
        Theme(group_id=dana.group_id, titles={"en": f"Title {n}", "es": f"Título {n}"}) for n in range(THEMES)
    ]
    session.add(there)
    session.flush()
    ids = session.scalars(select(Concern.id).order_by(Concern.id)).all()[: concerns * 9 // 10]
    under = [{"concern_id": id, "theme_id": there.themes[place % THEMES].id} for place, id in enumerate(ids)]
    session.execute(insert(Sorted), under)


def run(folder: Path, runs: int = 5, members: int = 10_000, concerns: int = 2_000, times: int = 20) -> Table:
    few, many = (District(folder, name, *size) for name, size in (("few", FEW), ("many", (members, concerns))))
    try:
        took = asyncio.run(_measure(few, many, runs, times))
    finally:
        few.close()
        many.close()
    rows = tuple((name, figure(one, 2), figure(other, 2), ratio(other, one)) for name, (one, other) in took.items())
    columns = ("", f"ms, {FEW[0]} and {FEW[1]}", f"ms, {members:,} and {concerns:,}", "ratio")
    return Table(f"Processor time of a press and its card, members and concerns, {runs} runs of {times}", columns, rows)


async def _measure(few: District, many: District, runs: int, times: int) -> dict[str, tuple[list[float], list[float]]]:
    took: dict[str, tuple[list[float], list[float]]] = {}
    for cards, begin in ((WHILE_ASKED, None), (AFTERWARDS, "goal.start-theme")):
        for district in (few, many) if begin else ():
            district.ends()
            await district.presses(DANA, begin or "", "1")
        for name, who, do, about in cards:
            took[name] = [], []
            for run in range(runs + 1):
                for district, all_ in zip((few, many), took[name], strict=True):
                    one = await district.took(who, do, about, times)
                    all_ += [one] if run else []  # the first time makes statements that are kept
    return took
