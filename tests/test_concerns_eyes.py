"""People say what gets in the way, groups sort it, rounds and goals are opened, answered, worked on and ended, at
random, from old buttons and by forged ones, while seats change hands, people move and places are declared for others:
nobody reads words that are not for them, and no name stands beside words that carry none.

    EYES="7 8" EYES_STEPS=50000 python -m pytest tests/test_concerns_eyes.py
"""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from support.cores import core
from support.corner import Corner
from support.databases import on_either
from support.eyes import TOKEN
from support.goals_acts import Acts
from support.goals_eyes import Ledger
from support.goals_told import Notes
from support.goals_walk import OURS, POLLS

from bot.boundary import Answer, Button, FormErrors, Note, Private, Quote
from bot.storage import database

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1").split()]
STEPS = int(os.environ.get("EYES_STEPS", "150"))
LOOK = 12  # acts between two looks at all that stands in places and direct messages


@dataclass
class Town(Acts):
    notes: Notes = field(init=False)
    letting: Button | None = None  # the press under way, if it lets somebody read a goal or stops that

    def __post_init__(self) -> None:
        self.notes = Notes(self.book)

    # What is written down of it ----------------------------------------------------------------------------------

    async def presses(self, who: Corner, button: Button) -> None:
        self.letting = button if button.do in ("team.let-read", "team.stop-reading") else None
        await super().presses(who, button)

    def note(self, who: Corner) -> None:
        self.changed()
        self.take_notes()
        if self.letting is not None:
            self.note_let(who, self.letting)
            self.letting = None

    def take_notes(self) -> None:
        rows = self.rows()
        with self.engine.connect() as connection:
            self.notes.take(connection, rows)

    def note_let(self, who: Corner, button: Button) -> None:
        """Those who lead a goal were shown who would read it, and what."""
        one = self.rest.get("open_seats", int(button.about.partition(":")[0]))
        rows = self.rows()
        if one and any(
            rows.seats[seat][1] == rows.accounts[str(who.account)] for seat in self.rest.leaders(one["goal_id"])
        ):
            let = (one["goal_id"], one["member_id"], one["group_id"])
            (self.book.let.add if button.do == "team.let-read" else self.book.let.discard)(let)

    def look_around(self) -> None:
        self.changed()
        self.take_notes()
        super().look_around()

    def know(self, readers: list[int], offered: list[Button]) -> None:
        super().know(readers, [one for one in offered if one.do.startswith((*OURS, *POLLS))])

    # Whose eyes --------------------------------------------------------------------------------------------------

    async def did(self, who: Corner, answer: Answer) -> None:
        await super().did(who, answer)
        if isinstance(answer, Private | FormErrors):
            reader = self.rows().accounts[str(who.account)]
            for part, under in pairwise(answer.message.parts):
                if isinstance(part, Quote) and isinstance(under, Note):
                    self.names_nobody(reader, part, under)

    def names_nobody(self, reader: int, quoted: Quote, under: Note) -> None:
        """An author is named to those alone who were named to them, and where they chose to be."""
        rows = self.rows()
        for word in TOKEN.findall(repr(quoted)):
            one = self.book.texts[word]
            told = [told for stand, told in one.stands.items() if stand.kind == "concern"]
            if told and reader != one.writer:
                self.seen["unnamed"] = self.seen.get("unnamed", 0) + 1
                named = one.named and any(rows.is_among(rows.people[reader], each) for each in told[0])
                assert named or self.name(one.writer) not in repr(under), (reader, word, under)

    def name(self, id: int) -> str:
        return str(self.column(f"select name from members where id = {id}")[0])


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_reads_of_concerns_and_goals_what_was_not_meant_for_them(tmp_path: Path, seed: int) -> None:
    print("seed", seed)
    async with core(tmp_path) as bot:
        engine = database.connect(bot.settings.database_url)
        town = Town(bot, engine, random.Random(seed), Ledger())
        bot.clock.move_to(bot.clock.now() + timedelta(hours=1))
        for number in range(STEPS):
            await town.step()
            if number % LOOK == 0:
                town.look_around()
        print(town.seen)
        stood = Counter(stand.kind for one in town.book.texts.values() for stand in one.stands)
        print(stood)
        assert town.seen["read"] > STEPS
        assert town.seen["unnamed"]
        engine.dispose()
