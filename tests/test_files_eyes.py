"""People ask, speak, tell and meet at random while a district's files change at random, too, and are loaded: members
come, go and come back, keys, names and accounts change hands, roles, committees, buildings, topics and places are
opened, closed and given to others (`support.office`, which says what a house can know of that). Files that do not fit
are refused with the line, and nothing is changed; those that do stand in the house as they are; and nobody reads what
was not meant for them: for the person they are, not for the key that they have.

    EYES="7 8" EYES_STEPS=5000 python -m pytest tests/test_files_eyes.py
"""

from __future__ import annotations

import io
import os
import random
import re
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import test_broadcasts_eyes
import test_concerns_eyes
import test_listening_eyes
import test_meetings_eyes
import test_whose_eyes
from sqlalchemy import text
from structlog.testing import capture_logs
from support import broadcasts_eyes, eyes, goals_eyes, listening_eyes, meeting_eyes
from support.broadcasts import at_noon
from support.cores import Core, core
from support.corner import Corner
from support.databases import on_either
from support.eyes import NOBODY, Channel, Person, Rows
from support.office import Office
from support.office_files import STANDS, Files, as_said
from support.terminal import read
from support.walking import Walk

from bot.boundary import Account
from bot.operations import commands
from bot.people.roster import RosterError
from bot.storage import database
from bot.storage.tables import Table

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1").split()]
STEPS = int(os.environ.get("EYES_STEPS", "22"))
LOOK = 8  # acts between two looks at all that stands in places and direct messages
LOADS = 0.25  # of steps
LINE = re.compile(r"(district\.yaml|(members|seats|places)\.csv)( line \d+)?: .")
GONE = 0  # the group and the building of people who are not on the roster


@dataclass
class Loads(Walk):
    """Of files that have changed, between what people do. Numbers are of persons: those of their first entries, or,
    should the house give an entry to somebody else, of their own."""

    folder: Path = field(default_factory=Path)
    office: Office = field(init=False)
    who: dict[int, str] = field(default_factory=dict)  # by entry, the first who had an account there
    now: dict[int, str] = field(default_factory=dict)  # by entry, who is there by the files
    was: dict[str, int] = field(default_factory=dict)  # by account, whose it was last
    meant: dict[str, Channel] = field(default_factory=dict)  # by address, for whom a place was meant that is closed now
    others: dict[str, int] = field(default_factory=dict)  # numbers of those who were given another's entry
    about: set[str] = field(default_factory=set)  # accounts of those whom the newest files are about
    made: list[str] = field(default_factory=list)  # what was changed, for whom it goes wrong
    roles: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if begin := getattr(super(), "__post_init__", None):
            begin()
        self.office = Office(self.rng)
        self.office.found_council()
        self.load(self.office.files)

    async def step(self) -> None:
        await (self.change_files() if self.rng.random() < LOADS else super().step())

    # The files ---------------------------------------------------------------------------------------------------

    async def change_files(self) -> None:
        self.bot.clock.move_to(self.bot.clock.now() + timedelta(minutes=self.rng.uniform(1, 30)))
        wrote = {one.writer for one in self.ledger.texts.values()}
        self.office.busy = {str(key) for id, key in self.rows_of("select id, key from members") if id in wrote}
        what, files = self.office.edited()
        before = self.everything()
        problems = self.load(files)
        self.made.append(f"{'refused' if problems else 'loaded'} {' '.join(what)}")
        self.seen[self.made[-1].split()[0]] = self.seen.get(self.made[-1].split()[0], 0) + 1
        if problems:
            assert all(LINE.match(one) for one in problems), problems
            assert self.everything() == before, problems
        elif self.rng.random() < 0.2:
            before = self.everything("due", "deliveries", "cards")
            assert not self.load(files)
            assert self.everything("due", "deliveries", "cards") == before, what
        if self.rng.random() < 0.7:
            await self.bot.timetable.tick()
            self.changed()
        if not problems:
            await self.look_in_anew()

    async def look_in_anew(self) -> None:
        """Some whom it is about: at home, and at what was offered at their entry."""
        entries = {str(address): int(id) for address, id in self.rows_of("select address, member_id from accounts")}
        about = sorted(self.about & entries.keys())
        for account in self.rng.sample(about, min(2, len(about))):
            who = Corner(self.bot, Account.parse(account))
            await self.did(who, await who.types("somewhere"))
            offered = [button for readers, button in self.known if entries[account] in readers]
            for button in self.rng.sample(offered, min(3, len(offered))):
                await self.presses(who, button)

    seat = move = rehome = regroup = redeclare = hand_topic_over = change_files

    def load(self, files: Files) -> list[str]:
        """Why they are refused."""
        files.write(self.folder)
        try:
            with redirect_stderr(io.StringIO()):  # what to look at, though they are loaded
                commands.load(self.bot.settings, self.folder)
        except RosterError as error:
            return read(*error.lines)
        self.about = self.whom_it_is_about(files)
        self.office.loaded(files)
        self.changed()
        stands = {name: sorted(map(tuple, self.rows_of(query))) for name, query in STANDS.items()}
        says = as_said(files)
        for name, rows in stands.items():
            if name in ("roles", "topics"):
                rows = [one for one in rows if one[1] or one[2]]
            assert rows == sorted(says[name]), (name, set(rows) ^ set(says[name]), self.made[-3:])
        self.take_names(files)
        return []

    def whom_it_is_about(self, files: Files) -> set[str]:
        """Accounts on lines that changed, and of those who got or lost a role."""
        before = self.office.files
        there = {one["key"] for one in (*before.seats, *files.seats)}
        held, holds = ({one["key"]: one["holder"] for one in one.seats} for one in (before, files))
        keys = {key for seat in there if held.get(seat) != holds.get(seat) for key in (held.get(seat), holds.get(seat))}
        changed = (row for row in files.members if row not in before.members or row["key"] in keys)
        return {account for row in changed for account in files.accounts(row)}

    def rows_of(self, query: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(query)).all())

    def everything(self, *but: str) -> dict[str, list[str]]:
        tables = sorted(Table.metadata.tables.keys() - {*but})
        return {name: sorted(map(repr, self.rows_of(f"select * from {name}"))) for name in tables}

    # Who is who --------------------------------------------------------------------------------------------------

    def take_names(self, files: Files) -> None:
        entries = {key: id for id, key in self.rows_of("select id, key from members")}
        for row in files.members:
            id, who = entries[row["key"]], row["who"]
            self.now[id] = who
            if files.accounts(row):
                self.who.setdefault(id, who)
            if self.who.get(id, who) != who:
                self.others.setdefault(who, -len(self.others) - 1)
            self.was |= dict.fromkeys(files.accounts(row), self.person_at(id))
        kinds = "select s.id, g.key, coalesce(b.key, ''), coalesce(c.key, '') from seats s join groups g on g.id = "
        kinds += "s.group_id left join buildings b on b.id = s.building_id left join committees c on c.id = "
        for id, *of in self.rows_of(kinds + "s.committee_id"):
            assert self.roles.setdefault(id, tuple(of)) == tuple(of), (id, of)

    def person_at(self, entry: int) -> int:
        """Of the person who is there."""
        who = self.now.get(entry, "")
        return entry if self.who.get(entry, who) == who else self.others[who]

    def rows(self) -> Rows:
        if self.roster is None:
            self.name_persons(super().rows())
        return super().rows()

    def name_persons(self, rows: Rows) -> None:
        here = {row["key"] for row in self.office.files.members}
        on_roster = {id for id, key in self.rows_of("select id, key from members") if key in here}
        for id, one in list(rows.people.items()):
            person = one if id in on_roster else Person(id, GONE, GONE)
            number = self.person_at(id) if id in on_roster else id
            rows.people[number] = person._replace(id=number)
        rows.accounts = self.was | {one: self.person_at(id) for one, id in rows.accounts.items()}
        rows.seats = {seat: (group, who and self.person_at(who)) for seat, (group, who) in rows.seats.items()}
        for address, channel in rows.channels.items():
            if NOBODY not in channel.groups:
                self.meant[address] = channel

    def those_at(self, rows: Rows, address: str) -> list[int]:
        """In a closed place those who were there before."""
        channel = rows.channels.get("/".join(address.split("/")[:2]))
        if channel and NOBODY in channel.groups:
            last = self.meant.get("/".join(address.split("/")[:2]), channel)
            return [one.id for one in rows.people.values() if last.is_for(one)]
        return super().those_at(rows, address)

    def may_read(self, rows: Rows, person: Person, word: str) -> bool:
        """As who they are, or as who they were before they came back with a key of their own."""
        whose = {self.now.get(person.id), *(who for who, number in self.others.items() if number == person.id)}
        before = [id for id, who in self.who.items() if who in whose and who is not None]
        return any(super(Loads, self).may_read(rows, person._replace(id=id), word) for id in {person.id, *before})


# Among whom ------------------------------------------------------------------------------------------------------


@dataclass
class Asking(Loads, test_whose_eyes.Town):
    pass


@dataclass
class Speaking(Loads, test_concerns_eyes.Town):
    pass


@dataclass
class Telling(Loads, test_broadcasts_eyes.Town):
    pass


@dataclass
class Meeting(Loads, test_meetings_eyes.Town):
    pass


@dataclass
class Listening(Loads, test_listening_eyes.Town):
    pass


TOWNS: dict[Callable[..., Any], Callable[[], Any]] = {
    Asking: eyes.Ledger,
    Speaking: goals_eyes.Ledger,
    Telling: broadcasts_eyes.Ledger,
    Meeting: meeting_eyes.Ledger,
    Listening: listening_eyes.Ledger,
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("among", TOWNS)
async def test_nobody_reads_by_a_load_what_was_not_meant_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, among: Callable[..., Any], seed: int
) -> None:
    print("seed", seed)
    (tmp_path / "files").mkdir()
    async with core(tmp_path) as bot:
        monkeypatch.setattr(commands, "datetime", SimpleNamespace(now=lambda _: bot.clock.now()))
        if among is Telling:
            await at_noon(bot)
        engine = database.connect(bot.settings.database_url)
        town = among(bot, engine, random.Random(seed), TOWNS[among](), folder=tmp_path / "files")
        if isinstance(town, Meeting):
            await town.begin()
        bot.clock.move_to(bot.clock.now() + timedelta(hours=1))
        try:
            await walk(town, bot)
        finally:
            print(town.seen, town.made[-12:])
        assert town.seen.get("read")
        assert town.seen.get("loaded")
        engine.dispose()


async def walk(town: Loads, bot: Core) -> None:
    with capture_logs() as logs:
        for number in range(STEPS):
            await town.step()
            if number % LOOK == 0:
                await bot.timetable.tick()  # a second after a load, at most
                town.changed()
                town.look_around()
            failed = [one for one in logs if one["log_level"] == "error"]
            assert not failed, (failed, town.made[-3:])
            logs.clear()
