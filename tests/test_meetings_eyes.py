"""Nobody reads what a meeting is to talk about, what came of it or who promised what, but those of whom writers were
told: whatever is pressed, sent in and forged, whoever holds the seats, and wherever committees are at home.

    EYES="7 8" EYES_STEPS=50000 python -m pytest tests/test_meetings_eyes.py
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from support.cores import core
from support.corner import TEXTS, Corner, corner
from support.databases import on_either
from support.eyes import TOKEN, Channel, Reader
from support.meeting_eyes import Ledger
from support.walking import Walk

from bot import routes
from bot.boundary import Account, Button, ChoiceField, Form, MomentField, TextField
from bot.storage import database

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1 3").split()]
STEPS = int(os.environ.get("EYES_STEPS", "150"))
LOOK = 10  # acts between two looks at all that stands in places and direct messages
OF_MEETINGS = ("meeting.", "action.", "home")
FORGED = [name for name in routes.HOUSE.presses if name.startswith(OF_MEETINGS)]
FORMS = {  # with the fields in which somebody says something
    "meeting.add": ("text",),
    "meeting.note": ("decided", "mine", "theirs"),
    "meeting.outcome": ("line",),
    "meeting.cancel": ("reason",),
}
DULL = ("link", "messages", "poll.", "question.", "concern.", "goal.", "broadcast.", "meeting.feed", "meeting.end")
OF_ALL = Reader("channel", Channel(frozenset(), frozenset()))
OPEN = {TEXTS[language]("meeting-add-hint-public") for language in ("en", "es")}  # beside where a topic is written
COUNCIL = (
    "insert into committees (district_id, key, kind, name, home_id, approval, files, owner) "
    "select district_id, 'council', 'ISSUE', 'Association Council', id, false, true, 'files' from places "
    "where name = 'association-caucus'",
    "insert into committee_seats (committee_id, seat_id, owner) select committees.id, seats.id, 'files' "
    "from committees, seats where committees.key = 'council' "
    "and seats.key in ('association-president', 'rep-lincoln', 'superintendent', 'pta-lincoln')",
)
PAIRS = (("Maria Rivera", "Rosa Delgado"), ("Lucía Benavides", "Ramón Ibarra"))
CHAIRS = ("Dana Lee", "Joel Hartmann", "Beatriz Montoya")  # of the caucus's council and two committees
NOT_OPEN = CHAIRS[:2]  # to whose agendas topics come late


@dataclass
class Town(Walk):
    """Pairs and committees that meet every week."""

    ledger: Ledger = field(default_factory=Ledger)
    dull: tuple[str, ...] = DULL
    told: bool = False  # by the press under way

    async def begin(self) -> None:
        for one, _ in PAIRS:
            who = corner(self.bot, one)
            await who.presses("meeting.start")
            await who.fills_in(often=who.choices("often")[2])
            await self.goes_on(who, "meeting.send")
        for id, (_, other) in enumerate(PAIRS, 1):
            await corner(self.bot, other, "discord").presses("meeting.pick", f"{id}:1")
        for one in CHAIRS:
            who = corner(self.bot, one)
            await who.presses("meeting.set-up")
            await who.fills_in(when="2026-10-08T16:00", often=who.choices("often")[2])
            for _ in range(2 if one in NOT_OPEN else 0):
                await self.goes_on(who, "meeting.law")
            await self.goes_on(who, "meeting.save")
        assert self.scalars("select count(*) from meeting_series where rule <> ''") == [len(PAIRS) + len(CHAIRS)]

    async def goes_on(self, who: Corner, do: str) -> None:
        button = next(one for one in self.buttons(who.answer) if one.do == do)
        await who.presses(do, button.about)

    # What they do ------------------------------------------------------------------------------------------------

    async def step(self) -> None:
        self.bot.clock.move_to(self.bot.clock.now() + timedelta(minutes=self.rng.uniform(1, 30)))
        acts = (
            self.add,
            self.afterwards,
            self.look_in,
            self.press,
            self.forge,
            self.send_forged,
            self.go_home,
            self.wait,
        )
        changes = (self.seat, self.move, self.rehome, self.regroup, self.redeclare)
        act = self.rng.choices(acts + changes, (16, 14, 16, 20, 8, 4, 4, 6, 2, 1, 6, 1, 2))[0]
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()

    async def add(self) -> None:
        series = self.rng.choice(self.scalars("select id from meeting_series"))
        await self.presses(self.one_of(series), Button("add", "meeting.add", str(series)))

    async def afterwards(self) -> None:
        """What came of the last one: one step of that."""
        over = self.scalars("select max(id) from meetings where phase = 'over' group by series_id")
        if not over:
            return
        meeting = self.rng.choice(over)
        (series,) = self.scalars(f"select series_id from meetings where id = {meeting}")
        who, do = self.one_of(series), "meeting.note" if self.kind(series)[0] == "pair" else "meeting.outcomes"
        await self.presses(who, Button("afterwards", do, str(meeting)))
        next_ones = [one for one in self.buttons(who.answer) if one.do.startswith("meeting.")]
        if next_ones:
            await self.presses(who, self.rng.choice(next_ones))

    async def look_in(self) -> None:
        """At what there is to read, by somebody whose series it is."""
        series = self.rng.choice(self.scalars("select id from meeting_series"))
        do = self.rng.choice(("meeting.show", "meeting.agenda", "meeting.minutes", "meeting.look-minutes"))
        about = series
        if do != "meeting.show":
            about = self.rng.choice(self.scalars(f"select id from meetings where series_id = {series}"))
        await self.presses(self.one_of(series), Button("look", do, str(about)))

    async def forge(self) -> None:
        """A press that no card offered them."""
        more = self.rng.choice(("", "", ":en", ":es", ":1", f":i{self.number()}"))
        await self.presses(self.somebody(), Button("forged", self.rng.choice(FORGED), f"{self.number()}{more}"))

    async def send_forged(self) -> None:
        """A form that nothing opened for them."""
        name = self.rng.choice(list(FORMS))
        about = f"{self.number()}" + (f":i{self.number()}" if name == "meeting.outcome" else "")
        fields = tuple(TextField(one, one, optional=True) for one in FORMS[name])
        await self.fill_in(self.somebody(), Form(name, name, name, name, fields, about))

    def number(self) -> int:
        return self.rng.randint(1, self.scalars("select count(*) from meetings")[0] + 4)

    async def wait(self) -> None:
        await self.bot.later(hours=self.rng.choice((6, 26, 75)))

    async def fill_in(self, who: Corner, form: Form) -> None:
        writer = self.rows().accounts[str(who.account)]
        readers, told = self.readers(form, writer)
        fields: dict[str, tuple[str, ...]] = {}
        for one in form.fields:
            if one.name in FORMS.get(form.name, ()):
                said = told if one.name == "decided" else set[Reader]()
                fields[one.name] = (f"About {self.ledger.word(writer, readers, said)}.",)
            elif isinstance(one, ChoiceField):
                fields[one.name] = (self.rng.choice(one.choices).value,) if one.choices else ()
            elif isinstance(one, MomentField | TextField):
                fields[one.name] = (one.value,)
        await self.did(who, await who.sends(form.name, form.about, fields))

    # Who is told -------------------------------------------------------------------------------------------------

    def readers(self, form: Form, writer: int) -> tuple[set[Reader], set[Reader]]:
        """Of what is written into the form, and who else once its writer tells it in their building."""
        found = re.match(r"(\d+)(?::i(\d+))?", form.about)
        if found is None or form.name not in FORMS:
            return set(), set()
        series = int(found[1])
        if form.name != "meeting.add":
            series = next(iter(self.scalars(f"select series_id from meetings where id = {series}")), 0)
        if form.name == "meeting.outcome":  # it stands beside its topic
            topics = self.scalars(f"select text from meeting_items where id = {found[2] or 0}")
            return {one for topic in topics for word in TOKEN.findall(topic) for one in self.read_by(word)}, set()
        told = (
            {OF_ALL} if any(isinstance(one, TextField) and one.hint in OPEN for one in form.fields) else set[Reader]()
        )
        return {*self.of(series), *told}, set(self.building_of(series, writer))

    def read_by(self, word: str) -> set[Reader]:
        return self.ledger.texts[word].readers

    def of(self, series: int) -> Iterator[Reader]:
        kind, committee = self.kind(series)
        if committee is not None:
            yield from self.rows().of_committee(committee)
        elif kind == "pair":
            yield from (Reader("seat", seat) for seat in self.seats_of(series))

    def building_of(self, series: int, writer: int) -> Iterator[Reader]:
        """The channels for the building alone of the writer's seat, and its group."""
        rows = self.rows()
        own = [seat for seat in self.seats_of(series) if rows.seats[seat][1] == writer]
        for seat in own[:1]:
            (building,) = self.scalars(f"select building_id from seats where id = {seat}")
            yield from (
                Reader("channel", channel)
                for channel in rows.channels.values()
                if self.is_for(channel, building, rows.seats[seat][0])
            )

    def is_for(self, channel: Channel, building: int, group: int) -> bool:
        return channel.buildings == {building} and group in channel.groups

    def seats_of(self, series: int) -> list[int]:
        return self.scalars(f"select seat_id from meeting_seats where series_id = {series} order by seat_id")

    def kind(self, series: int) -> tuple[str, int | None]:
        with self.engine.connect() as connection:
            row = connection.execute(
                text("select kind, committee_id from meeting_series where id = :id"), {"id": series}
            )
            return next(((kind, committee) for kind, committee in row), ("", None))

    def one_of(self, series: int) -> Corner:
        """Somebody who acts for one of its seats, mostly; first of all one of its chairs."""
        rows = self.rows()
        committee = self.kind(series)[1]
        seats = self.seats_of(series) if self.rng.random() < 0.6 else sorted(rows.sits.get(committee or 0, ()))
        them = {rows.seats[seat][1] for seat in seats}
        accounts = sorted(one for one, member in rows.accounts.items() if member in them)
        return Corner(self.bot, Account.parse(self.rng.choice(accounts))) if accounts else self.somebody()

    # What is written down of it ----------------------------------------------------------------------------------

    async def presses(self, who: Corner, button: Button) -> None:
        self.told = button.do == "meeting.tell"
        await super().presses(who, button)

    def note(self, who: Corner) -> None:
        for said in self.scalars("select text from meeting_notes where told") if self.told else ():
            for word in TOKEN.findall(said):
                self.ledger.tell(word)
        self.told = False

    def scalars(self, query: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.scalars(text(query)))


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_reads_of_a_meeting_what_was_not_meant_for_them(tmp_path: Path, seed: int) -> None:
    print("seed", seed)
    async with core(tmp_path) as bot:
        engine = database.connect(bot.settings.database_url)
        town = Town(bot, engine, random.Random(seed), Ledger())
        for statement in COUNCIL:
            town.change(statement)
        await town.begin()
        for number in range(STEPS):
            await town.step()
            if number % LOOK == 0:
                town.look_around()
        print(town.seen)
        assert town.seen["read"] > STEPS
        engine.dispose()
