"""Nobody reads in a meeting's topics, agenda or minutes what was asked or said elsewhere but those whom its writer was
told of: questions and concerns are brought to meetings by whoever may, with their words or in others, at once or from a
form that lay open while the roster changed.

    EYES="7 8" EYES_STEPS=50000 python -m pytest tests/test_brought_eyes.py
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text
from support.cores import core
from support.corner import Corner, corner
from support.databases import on_either
from support.eyes import TOKEN, Reader
from support.meeting_eyes import Ledger
from test_meetings_eyes import COUNCIL
from test_meetings_eyes import Town as Meetings

from bot.boundary import Account, Button, ChoiceField, Form, TextField
from bot.references import BRING
from bot.storage import database

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1").split()]
STEPS = int(os.environ.get("EYES_STEPS", "80"))
LOOK = 15  # acts between two looks at all that stands in places and direct messages
DULL = ("link", "messages", "poll.", "goal.", "theme.", "broadcast.", "meeting.feed", "meeting.end")
DULL += tuple(f"question.{one}" for one in ("pass", "hand", "merge", "widen", "answer", "topic", "edit", "as", "find"))
CAUCUS = "update topics set committee_id = (select id from committees where key = 'council') where key = 'partnership'"
BEGINS = {"question.write": "question", "concern.write": "text"}  # forms, and the field in which something is written
SORT_CONCERNS = "'BUILDING_REP', 'PTA_LIAISON', 'ASSOCIATION_PRESIDENT', 'SUPERINTENDENT'"  # roles that can


@dataclass
class Town(Meetings):
    """People ask and say what gets in the way, and bring it to the meetings that they have."""

    dull: tuple[str, ...] = DULL
    held: list[tuple[Corner, Form]] = field(default_factory=list)  # forms that lie open
    later: dict[str, set[Reader]] = field(default_factory=dict)  # who reads a question once its committee has it
    last: dict[str, int] = field(default_factory=dict)  # number of a table's rows that was written down

    async def begin(self) -> None:
        """With questions to a caucus's council, whose chair brings them there once the rep has passed them on."""
        await super().begin()
        maria, dana = corner(self.bot, "Maria Rivera"), corner(self.bot, "Dana Lee")
        for number in (1, 2, 3):
            await self.ask(corner(self.bot, "Owen Lindqvist"))
            await self.did(maria, await maria.presses("question.pass", str(number)))
            await self.did(maria, await maria.fills_in())
            await self.presses(dana, Button("bring", BRING, f"question:{number}"))

    async def step(self) -> None:
        if self.rng.random() < 0.6:
            return await super().step()
        act = self.rng.choices((self.ask, self.say, self.bring, self.send_what_lay_open), (3, 2, 8, 2))[0]
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        return await act()

    async def ask(self, who: Corner | None = None) -> None:
        asker = who or self.somebody()
        await self.did(asker, await asker.types("ask"))
        if offered := [one for one in self.buttons(asker.answer) if one.do == "question.topic"]:
            await self.presses(asker, offered[-1] if who else self.rng.choice((offered[-1], *offered)))  # a caucus's
            await self.sends(asker, "question.send")

    async def say(self) -> None:
        author = self.somebody()
        await self.presses(author, Button("say", "concern.write-at-once"))
        await self.sends(author, "concern.send")

    async def sends(self, who: Corner, do: str) -> None:
        if send := next((one for one in self.buttons(who.answer) if one.do == do), None):
            await self.presses(who, send)

    async def bring(self) -> None:
        """Something that there is, by somebody who has meetings, whether they may read it or not."""
        kind = self.rng.choice(("question", "question", "concern", "concern", "action"))
        if ids := self.scalars(f"select id from {kind}s"):
            id, who = self.rng.choice(ids), self.one_of(self.rng.choice(self.scalars("select id from meeting_series")))
            if kind != "action" and self.rng.random() < 0.7:  # mostly somebody who reads it
                (words,) = self.scalars(f"select text from {kind}s where id = {id}")
                who = self.rng.choice([*self.readers_of(words), who])
            await self.presses(who, Button("bring", BRING, f"{kind}:{id}"))

    def readers_of(self, words: str) -> list[Corner]:
        """Those who act for a seat."""
        rows = self.rows()
        told = {one for word in TOKEN.findall(words) for one in self.ledger.texts[word].readers}
        acting = (rows.people[who] for _, who in rows.seats.values() if who is not None)
        ids = {one.id for one in acting if any(rows.is_among(one, each) for each in told)}
        return [Corner(self.bot, Account.parse(one)) for one, id in sorted(rows.accounts.items()) if id in ids]

    async def send_what_lay_open(self) -> None:
        if self.held:
            who, form = self.held.pop(self.rng.randrange(len(self.held)))
            await self.send_in(who, form)

    async def fill_in(self, who: Corner, form: Form) -> None:
        if form.name == BRING and self.rng.random() < 0.3:
            self.held.append((who, form))
        elif form.name == BRING:
            await self.send_in(who, form)
        elif form.name in BEGINS:
            await self.begin_with(who, form)
        else:
            await super().fill_in(who, form)

    async def begin_with(self, who: Corner, form: Form) -> None:
        writer = self.rows().accounts[str(who.account)]
        fields = {one.name: one.chosen for one in form.fields if isinstance(one, ChoiceField)}
        word = self.ledger.word(writer, set(), set())
        await self.did(who, await who.sends(form.name, form.about, {**fields, BEGINS[form.name]: (f"Why {word}?",)}))

    async def send_in(self, who: Corner, form: Form) -> None:
        """Its words as they stand there, or others, for one of their meetings."""
        series = next(one for one in form.fields if isinstance(one, ChoiceField) and one.name == "series")
        chosen = self.rng.choice(series.choices).value
        (said,) = (one.value for one in form.fields if isinstance(one, TextField))
        self.seen["along"] = self.seen.get("along", 0) + bool(said)
        if not said or self.rng.random() < 0.2:
            writer = self.rows().accounts[str(who.account)]
            said = f"About {self.ledger.word(writer, set(self.of(int(chosen.partition(':')[0]))), set())}."
        await self.did(who, await who.sends(form.name, form.about, {"series": (chosen,), "text": (said,)}))

    # What is written down of it ----------------------------------------------------------------------------------

    def note(self, who: Corner) -> None:
        """Of questions and concerns that are new: those of whom their preview speaks."""
        super().note(who)
        rows = self.rows()
        topics = "from questions join topics on topics.id = topic_id"
        for _, words, rep, committee in self.new(
            "questions", f"select questions.id, text, rep_id, topics.committee_id {topics}"
        ):
            later = rows.of_committee(committee) if committee is not None else set[Reader]()
            self.meant_for(words, {Reader("seat", rep)} if rep is not None else later)
            self.later[words] = later
        with self.engine.connect() as connection:
            passed = connection.scalars(text("select text from questions where committee_id is not null")).all()
        for words in self.later.keys() & set(passed):
            self.meant_for(words, self.later.pop(words))
        for _, words, group, building in self.new("concerns", "select id, text, group_id, building_id from concerns"):
            here = f"building_id is null or building_id = {building or 0}"
            reads = f"group_id = {group} and committee_id is null and role in ({SORT_CONCERNS}) and ({here})"
            seats = self.scalars(f"select id from seats where {reads}")
            self.meant_for(words, {Reader("seat", seat) for seat in seats})

    def new(self, table: str, query: str) -> list[tuple[int, str, int, int]]:
        with self.engine.connect() as connection:
            last = self.last.get(table, 0)
            found = connection.execute(text(f"{query} where {table}.id > {last} order by {table}.id")).all()
        self.last[table] = max((row[0] for row in found), default=last)
        return [(id, words, one, other) for id, words, one, other in found]

    def meant_for(self, words: str, readers: set[Reader]) -> None:
        for word in TOKEN.findall(words):
            self.ledger.texts[word].readers |= readers


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_reads_in_a_meeting_what_was_not_meant_for_them(tmp_path: Path, seed: int) -> None:
    print("seed", seed)
    async with core(tmp_path) as bot:
        engine = database.connect(bot.settings.database_url)
        town = Town(bot, engine, random.Random(seed), Ledger())
        for statement in (*COUNCIL, CAUCUS):
            town.change(statement)
        await town.begin()
        for number in range(STEPS):
            await town.step()
            if number % LOOK == 0:
                town.look_around()
        print(town.seen)
        assert town.seen["read"] > STEPS
        assert town.seen["along"]
        engine.dispose()
