"""No text reaches anybody whom its author was not told of, whatever people press and however the roster changes: what
each answer and each card shows is held against a ledger of who wrote what for whom, kept apart from the bot's own code.

    EYES="7 8" EYES_STEPS=50000 python -m pytest tests/test_whose_eyes.py
"""

from __future__ import annotations

import os
import random
import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from support.cores import core
from support.corner import Corner
from support.databases import on_either
from support.eyes import TOKEN, Ledger, Reader, Rows, Text, Told
from support.walking import Walk

from bot import routes
from bot.boundary import Address, Button, ChoiceField, Form, MomentField, TextField
from bot.storage import database

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1 2").split()]
STEPS = int(os.environ.get("EYES_STEPS", "250"))
LOOK = 12  # acts between two looks at all that stands in places and direct messages
SAYINGS = (
    "May principals take teachers out of their lunch {word}?",
    "May our classes keep the phonics kits over the summer {word}?",
    "It depends {word}.",
    "",
)
DULL = (
    "link",
    "meeting.",  # see test_meetings_eyes
    "messages",
    "poll.",
    "question.topic",
    "question.edit",
    "question.cancel",
    "question.as",
    "question.find",
)
FORGED = [name for name in routes.HOUSE.presses if name.startswith(("question.", "faq.", "digest.", "home"))]
COUNCIL = (
    "insert into committees (district_id, key, kind, name, home_id, approval, files, owner) "
    "select district_id, 'council', 'ISSUE', 'Association Council', id, false, true, 'files' from places "
    "where name = 'association-caucus'",
    "insert into committee_seats (committee_id, seat_id, owner) select committees.id, seats.id, 'files' "
    "from committees, seats where committees.key = 'council' "
    "and seats.key in ('association-president', 'rep-lincoln', 'literacy-reading')",
    "update topics set committee_id = (select id from committees where key = 'council'), everyone = true "
    "where key = 'partnership'",
)


SAID_TO_THEM = ("question.reply", "question.missing")  # what an asker says to those who have it


@dataclass
class Town(Walk):
    """Questions, asked of all committees and of a caucus's."""

    ledger: Ledger = field(default_factory=Ledger)
    dull: tuple[str, ...] = DULL
    later: dict[int, set[Reader]] = field(default_factory=dict)  # who reads a question once its committee has it
    asked: dict[int, tuple[str, int]] = field(default_factory=dict)  # of askers, with the press under way

    # What they do ------------------------------------------------------------------------------------------------

    async def step(self) -> None:
        self.bot.clock.move_to(self.bot.clock.now() + timedelta(minutes=self.rng.uniform(1, 30)))
        acts = (self.ask, self.quote, self.press, self.forge, self.go_home, self.wait)
        changes = (self.seat, self.move, self.rehome, self.regroup, self.redeclare, self.hand_topic_over)
        act = self.rng.choices(acts + changes, (13, 3, 50, 15, 8, 2, 2, 1, 1, 1, 1, 1))[0]
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()
        self.note_passed()

    async def ask(self) -> None:
        asker = self.somebody()
        await self.did(asker, await asker.types("ask"))
        await self.write(asker)

    async def quote(self) -> None:
        """Words of a colleague's, by the menu of their message: they are for those whom its channel is for."""
        rows, asker = self.rows(), self.somebody()
        person, workspace = rows.people[rows.accounts[str(asker.account)]], str(asker.account).partition("/")[0]
        there = [at for at, channel in sorted(rows.channels.items()) if channel.is_for(person) and workspace in at]
        if not there:
            return
        asker.place = Address.parse(self.rng.choice(there))
        word = self.ledger.word(person.id)
        self.ledger.texts[word] = Text(person.id, {Reader("channel", rows.channels[str(asker.place)])})
        await self.did(asker, await asker.uses("ask", f"They told us {word}."))
        await self.write(asker)

    async def write(self, asker: Corner) -> None:
        """From the choice of a topic on."""
        offered = [one for one in self.buttons(asker.answer) if one.do == "question.topic"]
        if not offered:
            return
        self.check_offered(asker, {int(one.about.split(":")[1]) for one in offered})
        await self.presses(asker, offered[-1] if self.rng.random() < 0.5 else self.rng.choice(offered))  # a caucus's
        for _ in range(self.rng.randint(0, 2)):
            choices = [one for one in self.buttons(asker.answer) if one.do in ("question.as", "question.findable")]
            if choices:
                await self.presses(asker, self.rng.choice(choices))
        if sends := [one for one in self.buttons(asker.answer) if one.do == "question.send"]:
            await self.presses(asker, sends[0])

    def check_offered(self, who: Corner, offered: set[int]) -> None:
        """What a committee that is at home with one group alone deals with is offered to that group."""
        rows = self.rows()
        group = rows.people[rows.accounts[str(who.account)]].group
        with self.engine.connect() as connection:
            answered = "select id, committee_id from topics where committee_id is not null and not everyone"
            topics = [(id, committee) for id, committee in connection.execute(text(answered)) if id in offered]
        for id, committee in topics:
            homes = [rows.channels[home].groups for home in rows.homes.get(committee, ())]
            assert not homes or any(len(groups) != 1 or group in groups for groups in homes), (id, homes, group)

    async def forge(self) -> None:
        """A press that no card offered them."""
        id, more = self.rng.randint(1, max(self.ledger.questions, default=1)), self.rng.choice(("", ":", ":en", ":1"))
        await self.presses(self.somebody(), Button("forged", self.rng.choice(FORGED), f"{id}{more}"))

    async def presses(self, who: Corner, button: Button) -> None:
        self.asked = self.widening(button)
        await super().presses(who, button)

    async def fill_in(self, who: Corner, form: Form) -> None:
        if not form.name.startswith(("question.", "faq.")):  # what is told or brought elsewhere is not in this ledger
            return
        id = re.match(r"\d+", form.about)
        question = int(id[0]) if id and form.name.startswith("question.") and form.name != "question.write" else None
        to_asker = form.name not in ("question.pass", "question.pass-on", "question.hand-on")
        writer = self.rows().accounts[str(who.account)]
        fields: dict[str, tuple[str, ...]] = {}
        for one in form.fields:
            if isinstance(one, TextField) and one.value and self.rng.random() < 0.4:
                fields[one.name] = (one.value,)  # as the form brought it along
            elif isinstance(one, TextField):
                word = self.ledger.word(writer, question, to_asker=to_asker)
                if form.name in SAID_TO_THEM and question is not None:
                    self.ledger.texts[word] = Text(writer, self.told_now(question))
                fields[one.name] = (self.rng.choice(SAYINGS).format(word=word),)
            elif isinstance(one, ChoiceField):
                fields[one.name] = (self.rng.choice(one.choices).value,) if one.choices else ()
            elif isinstance(one, MomentField):
                fields[one.name] = (one.value,)
        merged = form.name == "question.merge" and question is not None
        await self.did(who, await who.sends(form.name, form.about, fields))
        if merged:
            self.note_merged()

    def told_now(self, question: int) -> set[Reader]:
        """Those who have it, and the committee to which its first reader may pass it."""
        has = "select rep_id, coalesce(questions.committee_id, topics.committee_id) from questions "
        with self.engine.connect() as connection:
            of = {"id": question}
            where = f"{has} join topics on topics.id = topic_id where questions.id = :id"
            rep, committee = connection.execute(text(where), of).one()
        committees = self.rows().of_committee(committee) if committee is not None else set[Reader]()
        return committees | ({Reader("seat", rep)} if rep is not None else set())

    async def hand_topic_over(self) -> None:
        """Another committee answers it, or none."""
        with self.engine.connect() as connection:
            topics = list(connection.scalars(text("select id from topics where contact_id is null order by id")))
        committee = self.rng.choice([*sorted(self.rows().homes), None])
        handed = "update topics set committee_id = :committee, everyone = :everyone where id = :topic"
        everyone = self.rng.random() < 0.5
        self.change(handed, committee=committee, everyone=everyone, topic=self.rng.choice(topics))

    # What is written down of it ----------------------------------------------------------------------------------

    def look_around(self) -> None:
        self.note_passed()  # it may have been when a seat was left
        super().look_around()

    def note(self, who: Corner) -> None:
        self.note_asked(who)
        self.note_passed()
        self.note_widened(self.asked)
        self.asked = {}
        self.note_proposed()

    def note_asked(self, who: Corner) -> None:
        """Of questions that are new: those of whom the preview speaks."""
        rows = self.rows()
        new = (
            "select questions.id, text, rep_id, topics.committee_id, findable from questions "
            "join topics on topics.id = topic_id where questions.id > :last"
        )
        with self.engine.connect() as connection:
            found = connection.execute(text(new), {"last": max(self.ledger.questions, default=0)}).all()
        for id, words, rep, committee, findable in found:
            asker = rows.people[rows.accounts[str(who.account)]]
            later = rows.of_committee(committee)
            first = {Reader("seat", seat) for seat in self.beside(rows, rep)} if rep is not None else set[Reader]()
            self.later[id] = later
            readers = first or later
            if findable:
                readers.add(Reader("group", asker.group))
            self.ledger.questions[id] = Told(asker.id, readers)
            for word in TOKEN.findall(words):
                one = self.ledger.texts[word]
                if not one.readers:
                    one.question, one.is_answer = id, False

    def note_passed(self) -> None:
        """A committee reads a question once it has it, which may be because of the time or of the roster; it may have
        given it back by now."""
        there = "select id from questions where committee_id is not null"
        was = "select subject from deliveries where card = 'question.committee'"
        with self.engine.connect() as connection:
            passed = connection.scalars(text(f"{there} union {was}")).all()
        for id in self.later.keys() & set(passed):
            self.ledger.questions[id].readers |= self.later.pop(id)

    def beside(self, rows: Rows, rep: int) -> list[int]:
        """The seat, and those of its group to which it can hand a question on: in its building by themselves or by who
        holds them."""
        with self.engine.connect() as connection:
            buildings = {
                row.id: row.building_id for row in connection.execute(text("select id, building_id from seats"))
            }
        here, (group, _) = buildings[rep], rows.seats[rep]
        there = [
            seat
            for seat, (theirs, who) in rows.seats.items()
            if theirs == group and here in (buildings[seat], rows.people[who].building if who else None)
        ]
        return [rep, *(there if here is not None else ())]

    def widening(self, button: Button) -> dict[int, tuple[str, int]]:
        """What askers are asked: by question, its audience as it is and the committee that would read it."""
        if button.do != "question.widen":
            return {}
        asked = (
            "select question_id, audience, topics.committee_id from question_widenings "
            "join questions on questions.id = question_id join topics on topics.id = question_widenings.topic_id"
        )
        with self.engine.connect() as connection:
            return {id: (audience, committee) for id, audience, committee in connection.execute(text(asked))}

    def note_widened(self, asked: dict[int, tuple[str, int]]) -> None:
        rows = self.rows()
        for id, (audience, committee) in asked.items():
            with self.engine.connect() as connection:
                now = connection.scalar(text("select audience from questions where id = :id"), {"id": id})
            if now != audience:
                self.seen["widened"] = self.seen.get("widened", 0) + 1
                self.ledger.questions[id].readers |= rows.of_committee(committee)

    def note_proposed(self) -> None:
        """For the FAQ: its committee approves it, and then those find it for whom that is at home, or everybody."""
        rows = self.rows()
        with self.engine.connect() as connection:
            entries = connection.execute(text("select id, committee_id, texts from faq_entries")).all()
        for _, committee, words in entries:
            for one in (self.ledger.texts[word] for word in TOKEN.findall(str(words))):
                if one.question is None and not one.readers:
                    one.readers = rows.of_committee(committee) | rows.of_home(committee)

    def note_merged(self) -> None:
        with self.engine.connect() as connection:
            merged = connection.execute(
                text("select id, merged_into_id from questions where merged_into_id is not null")
            )
            for one, other in merged.all():
                self.ledger.questions[one].with_it.add(other)
                self.ledger.questions[other].with_it.add(one)


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_reads_what_was_not_meant_for_them(tmp_path: Path, seed: int) -> None:
    print("seed", seed)
    async with core(tmp_path) as bot:
        engine = database.connect(bot.settings.database_url)
        town = Town(bot, engine, random.Random(seed))
        for statement in COUNCIL:
            town.change(statement)
        for number in range(STEPS):
            await town.step()
            if number % LOOK == 0:
                town.look_around()
        print(town.seen)
        assert town.seen["read"] > STEPS
        assert len(town.ledger.questions) > STEPS // 20
        engine.dispose()
