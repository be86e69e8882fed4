"""Sessions are opened, agreed to and taken back, people speak, leaders hide and sort, what matters is said and the
chair answers, at random and from old buttons, while places are declared for others and people move and leave: nobody
reads words that are not for them, no count under five, and no name where none was chosen.

    EYES="7 8" EYES_STEPS=50000 python -m pytest tests/test_listening_eyes.py
"""

from __future__ import annotations

import os
import random
import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from support.cores import core
from support.corner import Corner
from support.databases import on_either
from support.eyes import TOKEN, Reader, Rows
from support.listening_eyes import Ledger, Written
from support.listening_walk import Acts

from bot.boundary import Answer, Button, FormErrors, Note, Private, Quote
from bot.storage import database

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1").split()]
STEPS = int(os.environ.get("EYES_STEPS", "150"))
LOOK = 12  # acts between two looks at all that stands in places and direct messages
FEW = re.compile(r"(\d+) (?:of|de) (\d+) (?:say now|dicen que ahora)")
OURS = ("listening.", "home")


@dataclass
class Town(Acts):
    last: dict[str, int] = field(default_factory=dict)  # number of a table's rows that was written down

    # What is written down of it ----------------------------------------------------------------------------------

    def note(self, who: Corner) -> None:
        """Of what is new: for whom it is."""
        self.changed()
        rows, sessions = self.rows(), self.sessions()
        for id, said, group in self.new("listening_contributions", "text, group_id"):
            (session,) = self.ids(f"select listening_id from listening_contributions where id = {id}")
            seats = sessions.leaders(rows, group) or {sessions.phases[session][1]}
            for one in self.words(said):
                one.session, one.group = session, group
                one.told = {Reader("seat", seat) for seat in seats}
        for id, questions in self.new("listenings", "questions"):
            for one in self.words(questions):
                one.session = id
        for _, titles, session in self.new("listening_titles", "titles, listening_id"):
            for one in self.words(titles):
                sorting = [group for group in sessions.kinds if who.account and self.leads(rows, who, session, group)]
                one.session, one.group = session, sorting[0] if sorting else 0
        self.hear(rows)

    def leads(self, rows: Rows, who: Corner, session: int, group: int) -> bool:
        return self.sessions().leads(rows, rows.people[rows.accounts[str(who.account)]], session, {group})

    def hear(self, rows: Rows) -> None:
        """Answers and reasons are for the authors of what they are about, too."""
        with self.engine.connect() as connection:
            given = connection.execute(
                text(
                    "select c.text, c.hidden, o.words, c.listening_id from listening_contributions c "
                    "left join listening_outcomes o on o.id = c.outcome_id"
                )
            ).all()
        for said, hidden, answer, session in given:
            authors = {one.writer for one in self.words(said)}
            for one in (*self.words(hidden), *self.words(answer or "")):
                one.heard |= authors
                one.session = session

    def words(self, content: object) -> list[Written]:
        return [self.book.texts[word] for word in TOKEN.findall(str(content))]

    def new(self, table: str, columns: str) -> list[tuple[Any, ...]]:
        with self.engine.connect() as connection:
            last = self.last.get(table, 0)
            found = connection.execute(text(f"select id, {columns} from {table} where id > {last} order by id")).all()
        self.last[table] = max((row[0] for row in found), default=last)
        return [tuple(row) for row in found]

    def know(self, readers: list[int], offered: list[Button]) -> None:
        super().know(readers, [one for one in offered if one.do.startswith(OURS)])

    # Whose eyes --------------------------------------------------------------------------------------------------

    async def did(self, who: Corner, answer: Answer) -> None:
        await super().did(who, answer)
        self.counts_nobody(answer)
        if isinstance(answer, Private | FormErrors):
            for part, under in pairwise(answer.message.parts):
                if isinstance(part, Quote) and isinstance(under, Note):
                    self.names_nobody(part, under)

    def counts_nobody(self, answer: Answer) -> None:
        for now, of in FEW.findall(repr(answer)):
            self.seen["counted"] = self.seen.get("counted", 0) + 1
            assert int(now) >= 5, answer
            assert int(of) - int(now) >= 5, answer
        left = "select count(*) from listening_ratings r join listening_titles t on t.id = r.theme_id "
        over = "join listenings l on l.id = t.listening_id where l.phase <> 'rating'"
        assert self.ids(left + over) == [0], "what somebody said of a title is gone once it is counted"

    def names_nobody(self, quoted: Quote, under: Note) -> None:
        for word in TOKEN.findall(repr(quoted)):
            one = self.book.texts[word]
            (name,) = self.names(one.writer)
            if one.kind == "said" and not one.named:
                self.seen["unnamed"] = self.seen.get("unnamed", 0) + 1
                assert name not in repr(under)

    def names(self, id: int) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(text("select name from members where id = :id"), {"id": id}).scalars())


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_reads_in_a_session_what_was_not_meant_for_them(tmp_path: Path, seed: int) -> None:
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
        assert town.seen["read"] > STEPS // 2
        assert town.seen["unnamed"]
        assert town.seen["counted"]
        engine.dispose()
