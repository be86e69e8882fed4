"""What a poll's card and a press cost when few and when many have answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from sqlalchemy import insert, literal, select
from sqlalchemy.orm import Session

import wiring
from benchmarks.district import ask, settle
from benchmarks.table import Table, figure, ratio
from bot import routes, texts
from bot.boundary import Account, Address, Press, Private
from bot.delivery import outbox
from bot.frame import Frame
from bot.people import model as people
from bot.people.places import Place
from bot.polls import cards, secrecy
from bot.polls.counting import conclude, fold
from bot.polls.model import Ballot, Kind, Option, Poll, Status
from bot.storage import context
from bot.storage.database import connect, reading
from bot.storage.writer import Writer
from bot.timetable import Clock

OPEN, SEVERAL, RANKED, ANONYMOUS, PRESS = SHAPES = (
    "an open card",
    "an open card, several answers each",
    "a closed card, ranked",
    "a closed card, anonymous",
    "a press",
)
TIMES = 25  # in a run
Took = dict[str, tuple[list[float], list[float]]]  # seconds, with few and with many ballots


def run(folder: Path, runs: int = 5, few: int = 100, many: int = 100_000) -> Table:
    took: Took = {shape: ([], []) for shape in SHAPES}
    with District(folder, (few, many)) as district:
        for _ in range(runs):
            for shape, (one, other) in district.measure(TIMES).items():
                took[shape][0].append(min(one))
                took[shape][1].append(min(other))
    rows = tuple(
        (shape, _ms(with_few), _ms(with_many), ratio(with_many, with_few))
        for shape, (with_few, with_many) in took.items()
    )
    return Table(
        f"SQLite, the fastest of {TIMES} in a run", ("", f"ms, {few:,} ballots", f"ms, {many:,} ballots", "ratio"), rows
    )


def _ms(seconds: Sequence[float]) -> str:
    return figure([one * 1000 for one in seconds], 2)


class District:
    """Polls of each shape, two of a kind; with one of them as many people as the second number says have answered.
    `clock`: seconds, by which it is measured."""

    def __init__(
        self,
        folder: Path,
        counts: tuple[int, int],
        database: str = "",
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._clock = clock
        crowd = settle(folder, staff=2, database=database)
        self._voter = crowd.accounts("slack")[0]
        asked = [(shape, ask(crowd.database, "slack").id, many) for shape in SHAPES[:-1] for many in counts]
        self._engine, self._texts = connect(crowd.database), texts.read(wiring.CONTENT)
        self._writer = Writer(self._engine, outbox.note_changes)
        self._frame = Frame(self._writer, self._texts, Clock(), routes.HOUSE)
        self._polls = {shape: [id for one, id, _ in asked if one == shape] for shape in SHAPES[:-1]}
        with Session(self._engine, info=context.info()) as session:
            _invite(session, max(counts))
            for shape, id, many in asked:
                _fill(session, session.get_one(Poll, id), shape, many)
            session.commit()
            while fold(session):
                session.commit()
            session.commit()
            place = session.scalars(select(Place).where(Place.address.startswith("slack"))).one()
            self._place, option = Address.parse(place.address), Option.poll_id
            of_polls = select(option, Option.id).where(option.in_(self._polls[OPEN])).order_by(Option.id)
            self._options: dict[int, list[int]] = {}
            for poll_id, option_id in session.execute(of_polls):
                self._options.setdefault(poll_id, []).append(option_id)
        self._presses = count()

    def __enter__(self) -> District:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()
        self._engine.dispose()

    def measure(self, times: int) -> Took:
        took: Took = {shape: ([], []) for shape in SHAPES}
        for _ in range(times):
            for shape, polls in self._polls.items():
                for seconds, id in zip(took[shape], polls, strict=True):
                    seconds.append(self._render(id))
            for seconds, id in zip(took[PRESS], self._polls[OPEN], strict=True):
                seconds.append(asyncio.run(self._press(id)))
        return took

    def _render(self, id: int) -> float:
        began = self._clock()
        with reading(self._engine) as session:
            cards.card(session, id, self._texts["en"], self._texts)
        return self._clock() - began

    async def _press(self, id: int) -> float:
        number = next(self._presses)
        option = self._options[id][number // 2 % 2]  # each time another one than before
        actor = Account("slack", self._place.workspace, self._voter)
        press = Press(id=f"p{number}", actor=actor, place=self._place, do="poll.vote", about=f"{id}:{option}")
        began = self._clock()
        answer = await self._frame.handle(press)
        seconds = self._clock() - began
        if not isinstance(answer, Private) or "is in" not in answer.message.text():
            raise AssertionError("the press was not taken")
        return seconds


def _invite(session: Session, many: int) -> None:
    """So many more members."""
    someone = session.scalars(select(people.Member).limit(1)).one()
    like = {"district_id": someone.district_id, "language": "en", "group_id": someone.group_id}
    more = [{"id": 1_000 + number, "key": f"m{number}", "name": "Somebody", **like} for number in range(many)]
    session.execute(insert(people.Member), more)


def _fill(session: Session, poll: Poll, shape: str, many: int) -> None:
    members = select(people.Member.id).where(people.Member.id >= 1_000, people.Member.id < 1_000 + many)
    options = [option.id for option in poll.options]
    if shape == ANONYMOUS:
        poll.anonymous = True
        poll.outcome = {"voters": many}
        session.add_all(secrecy.Count(poll_id=poll.id, option_id=option, votes=many // 2) for option in options[:2])
    for slot in {OPEN: (0,), SEVERAL: (0, 1), RANKED: (0, 1, 2)}.get(shape, ()):
        ranked = options[0] + (people.Member.id + slot) % len(options)
        chosen = literal(options[slot]) if shape == SEVERAL else ranked
        ballots = members.add_columns(literal(poll.id), literal(slot), chosen, literal(0.0))
        session.execute(insert(Ballot).from_select(["member_id", "poll_id", "slot", "option_id", "at"], ballots))
    poll.kind, poll.several = Kind.RANKED if shape == RANKED else Kind.CHOICE, shape == SEVERAL
    session.flush()
    if shape in (RANKED, ANONYMOUS):
        poll.status = Status.CLOSED
    if shape == RANKED:
        conclude(session, poll)
