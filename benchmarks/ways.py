"""How many functions and files of ours a vote and a question pass: what somebody reads who wants to follow them."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import CodeType, FrameType

import wiring
from benchmarks.processes import KEY
from benchmarks.table import Table
from bot import routes, texts
from bot.boundary import Account, Act, Address, Answer, Buttons, Command, Form, Press, Private, Prose, Said, Submit
from bot.bridge import talks
from bot.delivery import outbox
from bot.frame import Frame
from bot.operations import commands, opening
from bot.operations.settings import Settings
from bot.storage.database import reading
from bot.storage.writer import Writer
from bot.timetable import Clock

BOT = Path(routes.__file__).parent
TEAM = "T01CEDAR"
MARIA, OWEN, PRIYA, ANA = (
    Account("slack", TEAM, f"U01{name}") for name in ("RIVERA", "LINDQVIST", "NATARAJAN", "ARUIZ")
)
STAFF, LITERACY = Address("slack", TEAM, "C01LINCOLNSTAFF"), Address("slack", TEAM, "C01LITERACY")
COMMITTEE = "question.committee"  # the card in whose thread they answer


@dataclass
class Way:
    """The functions passed, each once: what is written within one (a lambda, a comprehension) is part of it, and what
    Python or a library makes is not ours."""

    passed: set[tuple[str, str]] = field(default_factory=set)  # file and name

    def note(self, code: CodeType) -> None:
        file = Path(code.co_filename)
        if file.is_relative_to(BOT):
            self.passed.add((str(file.relative_to(BOT)), code.co_qualname.partition(".<locals>.<")[0]))

    def row(self, name: str) -> tuple[str, ...]:
        files = {file for file, _ in self.passed if not file.endswith("__init__.py")}
        features = {file for file in files if file.startswith(("polls/", "questions/"))}
        return name, f"{len(self.passed)}", f"{len(files)}", f"{len(features)}"


class Town:
    """The pretend district, without platforms."""

    def __init__(self, folder: Path) -> None:
        database = f"sqlite:///{folder / 'ways.db'}"
        settings = Settings(_env_file=None, database_url=database, connection_keys=KEY)
        if commands.load(settings, wiring.CONTENT / "pretend-district") != 0:
            raise ValueError("the district does not load")
        self.ways: dict[str, Way] = {}
        self._way: Way | None = None
        self._numbers = count()
        threading.setprofile(self._profile)  # for the writer's thread
        self.engine, self.words = opening.open_database(settings), texts.read(wiring.CONTENT)
        self.writer = Writer(self.engine, outbox.note_changes)
        self.frame = Frame(self.writer, self.words, Clock(), routes.HOUSE)

    def close(self) -> None:
        threading.setprofile(None)
        self.writer.close()
        self.engine.dispose()

    def _profile(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and self._way is not None:
            self._way.note(frame.f_code)

    @contextmanager
    def along(self, name: str) -> Iterator[None]:
        """In place of what passed there before: the first time more is made that is then kept."""
        self._way = self.ways[name] = Way()
        sys.setprofile(self._profile)
        try:
            yield
        finally:
            sys.setprofile(None)
            self._way = None

    async def does(self, act: Act) -> Answer:
        answer = await self.frame.handle(act)
        if isinstance(answer, Private) and not answer.done:
            raise AssertionError("it was not done")
        return answer

    async def presses(self, who: Account, do: str, about: str, place: Address | None = None) -> Answer:
        return await self.does(Press(id=self.number(), actor=who, place=place, do=do, about=about))

    async def sends(self, who: Account, form: Answer, **fields: str) -> Answer:
        if not isinstance(form, Form):
            raise AssertionError("there is no form")
        typed = {one.name: getattr(one, "chosen", ("",)) for one in form.fields}
        typed |= {name: (text,) for name, text in fields.items()}
        return await self.does(Submit(id=self.number(), actor=who, form=form.name, about=form.about, fields=typed))

    def draw(self, card: str, subject: int) -> Private:
        with reading(self.engine) as session:
            return Private(routes.HOUSE.cards[card](session, subject, self.words["en"], self.words))

    def number(self) -> str:
        return str(next(self._numbers))


def run(folder: Path, runs: int = 5, times: int = 2) -> Table:
    """The last of `times` counts. More runs find the same."""
    town = Town(folder)
    try:
        for time in range(1, times + 1):
            asyncio.run(_play(town, time))
    finally:
        town.close()
    rows = tuple(way.row(name) for name, way in town.ways.items())
    return Table("Passed in bot/", ("", "functions", "files", "files of the feature"), rows)


async def _play(town: Town, time: int) -> None:
    line = Command(id=town.number(), actor=MARIA, place=STAFF, name="poll", text="Which night? | Tuesday | Thursday")
    await town.presses(MARIA, *_button(await town.does(line), "poll.post"))
    vote = _button(town.draw("poll", time), "poll.vote")
    await town.presses(OWEN, *vote, STAFF)
    with town.along("a vote, from the press to the commit"):
        await town.presses(PRIYA, *vote, STAFF)
    with town.along("a vote's card, drawn"):
        town.draw("poll", time)

    first = time * 2 - 1  # of two questions
    for question in (first, first + 1):
        topic = _button(await town.does(Command(id=town.number(), actor=ANA, name="ask")), "question.topic")
        form = await town.presses(ANA, *topic)
        with town.along("a question, from its form to the preview"):
            preview = await town.sends(ANA, form, question=f"Can we keep kit {question} over the summer?")
        with town.along("a question, from the press to the commit"):
            await town.presses(ANA, *_button(preview, "question.send"))
    with town.along("a question's card, drawn"):
        town.draw(COMMITTEE, first)
    form = await town.presses(PRIYA, "question.answer", str(first), LITERACY)
    with town.along("an answer, from its form to the commit"):
        await town.sends(PRIYA, form, answer="Yes, until August.")
    at = (str(LITERACY), f"17.{time}")
    await town.writer.do(lambda session: talks.open_thread(session, COMMITTEE, first + 1, *at))
    text, thread = "Answer: Yes, until July.", Address("slack", TEAM, LITERACY.channel, at[1])
    said = Said(
        id=town.number(),
        actor=PRIYA,
        place=thread,
        text=text,
        to_bot=False,
        message=f"18.{time}",
        prose=Prose.plain(text),
    )
    with town.along("an answer in the thread, from the message to the commit"):
        if not isinstance(await town.does(said), Private):
            raise AssertionError("it was not an answer")


def _button(answer: Answer, do: str) -> tuple[str, str]:
    """What it does, and about what."""
    if not isinstance(answer, Private):
        raise AssertionError("there are no buttons")
    row = [button for part in answer.message.parts if isinstance(part, Buttons) for button in part.buttons]
    return next((one.do, one.about) for one in row if one.do == do)
