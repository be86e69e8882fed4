"""The bot without a platform, for what the wire adds nothing to: much faster than a house."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.clock import on_a_tuesday
from support.districts import pretend

import wiring
from bot import routes, texts
from bot.boundary import (
    Account,
    Address,
    Answer,
    Buttons,
    ChoiceField,
    Command,
    Form,
    FormErrors,
    Message,
    Press,
    Private,
    Submit,
)
from bot.delivery import outbox
from bot.feature import Feature
from bot.frame import Frame
from bot.operations import commands, opening
from bot.operations.settings import Settings
from bot.people import connections, entries, roster
from bot.people import model as people
from bot.storage.writer import Writer
from bot.timetable import Clock, Timetable

QUESTION = "Which night works for reading night?"
OPTIONS = "Tuesday\nThursday\nNeither"


@dataclass
class Core:
    """The bot alone: events go straight into its frame, and what it says stays in its outbox."""

    frame: Frame
    writer: Writer
    clock: Clock
    settings: Settings
    timetable: Timetable
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def types(self, who: Account, line: str, place: Address | None = None) -> Answer:
        name, _, text = line.removeprefix("/").partition(" ")
        return await self.frame.handle(Command(id=self._id(), actor=who, place=place, name=name, text=text))

    async def presses(self, who: Account, do: str, about: str = "", place: Address | None = None) -> Answer:
        return await self.frame.handle(Press(id=self._id(), actor=who, place=place, do=do, about=about))

    async def sends(self, who: Account, form: str, about: str = "", **fields: str | Sequence[str]) -> Answer:
        typed = {name: (given,) if isinstance(given, str) else tuple(given) for name, given in fields.items()}
        return await self.frame.handle(Submit(id=self._id(), actor=who, form=form, about=about, fields=typed))

    async def asks(self, who: Account, place: Address, *places: str, **fields: str) -> Message:
        """Posts a poll there, or in `places`, by their labels; returns what its author saw before."""
        form = await self.types(who, "/poll", place)
        assert isinstance(form, Form)
        offered = {field.name: field for field in form.fields if isinstance(field, ChoiceField)}
        typed = {name: field.chosen for name, field in offered.items()}
        if places:
            typed["places"] = tuple(one.value for one in offered["places"].choices if one.label in places)
        usual = {"question": QUESTION, "options": OPTIONS}
        preview = said(await self.sends(who, "poll.write", **{**typed, **usual, **fields}))
        post = next(one for part in preview.parts if isinstance(part, Buttons) for one in part.buttons)
        assert "Posted" in said(await self.presses(who, post.do, post.about)).text()
        return preview

    async def later(self, **ahead: float) -> None:
        """Moves the clock ahead, as `timedelta` takes it."""
        await self.until(self.clock.now() + timedelta(**ahead))

    async def until(self, moment: datetime) -> None:
        async def nothing() -> None:
            """Nobody sends."""

        await self.timetable.jump(moment, nothing)

    def _id(self) -> str:
        return f"core-{next(self.numbers)}"


@asynccontextmanager
async def core(
    folder: Path, *districts: Path, clock: Clock | None = None, house: Feature = routes.HOUSE
) -> AsyncIterator[Core]:
    """The bot without platforms, on a database of its own, with these districts or the pretend one, each tied to its
    workspaces."""
    database = databases.address(folder) if districts else databases.loaded(folder)
    async with core_on(database, *districts, clock=clock, house=house) as bot:
        yield bot


@asynccontextmanager
async def core_on(
    database: str, *districts: Path, clock: Clock | None = None, house: Feature = routes.HOUSE
) -> AsyncIterator[Core]:
    """The same on a database that is there, with these districts besides those that are in it."""
    settings = Settings(_env_file=None, database_url=database)
    for district in districts:
        assert commands.load(settings, district) == 0
    engine, clock = opening.open_database(settings), clock or on_a_tuesday()
    with Session(engine) as session:
        for district in districts:
            tie(session, roster.read(district).district)
        session.commit()
    writer = Writer(engine, outbox.note_changes)
    frame = Frame(writer, texts.read(wiring.CONTENT), clock, house)
    try:
        yield Core(frame, writer, clock, settings, Timetable(engine, clock, frame.handle_due))
    finally:
        writer.close()
        engine.dispose()


def noon(now: datetime, weekday: int) -> datetime:
    """On the next such day in the pretend district, Monday being 0, around which there is school."""
    there = now.astimezone(ZoneInfo(pretend().district.zone))
    ahead = (weekday - there.weekday()) % 7 or 7
    while any(0 <= (day - there.date()).days - ahead + 1 <= 6 for day in pretend().district.no_school):
        ahead += 7  # days without school are in the way
    return datetime.combine(there.date() + timedelta(ahead), time(12), there.tzinfo)


def tie(session: Session, entry: entries.District) -> None:
    """As if its caretaker had typed a code in each of its workspaces."""
    district = session.scalars(select(people.District).where(people.District.key == entry.key)).one()
    for address in (f"slack:{entry.slack_team}", f"discord:{entry.discord_guild}"):
        connections.tie(connections.join(session, address), district)


def said(answer: Answer) -> Message:
    """The message that an answer shows."""
    assert isinstance(answer, Private | FormErrors), answer
    return answer.message
