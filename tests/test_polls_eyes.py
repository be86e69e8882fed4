"""Nobody reads what a poll asks, or what people answer in their own words, for whom it is not meant. Anything
may be pressed, and the roster changes: what each person is shown is held against a ledger of who wrote what for whom.

    EYES="7 8" EYES_STEPS=900 python -m pytest tests/test_polls_eyes.py
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
from support.eyes import TOKEN, Ledger, Reader
from support.walking import Walk

from bot import routes
from bot.boundary import Button, ChoiceField, Field, Form, MomentField, PickField, TextField
from bot.polls import amending, written_answers
from bot.storage import database

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1").split()]
STEPS = int(os.environ.get("EYES_STEPS", "150"))
LOOK = 12  # acts between two looks at all that stands in places and direct messages
FORGED = [*(name for name in routes.HOUSE.presses if name.startswith("poll.")), "home"]
LOOKS = ("poll.look", "poll.publish", "poll.read", "poll.show", "poll.by-group", "poll.take-along")
CHOICES = ("poll.secrecy", "poll.more", "poll.plan", "poll.seat")
ANSWERS = ("poll.vote", written_answers.FORM)
POLLS = "select id, seat_id, question, follows from polls where id > :last order by id"
PLACES = "select address from places join poll_places on places.id = place_id where poll_id = :id"


@dataclass
class Town(Walk):
    """Polls, asked by everybody who has a role, in all channels that are theirs."""

    ledger: Ledger = field(default_factory=Ledger)
    readers: dict[int, set[Reader]] = field(default_factory=dict)  # of polls, as their previews said
    answers: dict[str, int] = field(default_factory=dict)  # words, and in which poll they were written
    amended: dict[str, int] = field(default_factory=dict)  # the same, of words that came into it later

    async def step(self) -> None:
        self.bot.clock.move_to(self.bot.clock.now() + timedelta(minutes=self.rng.uniform(1, 30)))
        acts = (self.ask, self.vote, self.read, self.press, self.forge, self.go_home, self.wait)
        changes = (self.seat, self.move, self.rehome, self.regroup, self.redeclare)
        act = self.rng.choices(acts + changes, (8, 25, 20, 35, 8, 8, 2, 2, 1, 1, 1, 2))[0]
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()

    async def ask(self) -> None:
        who = self.acting(self.rows().seats)
        await self.did(who, await who.types("poll"))
        if isinstance(who.answer, Form):
            await self.fill_in(who, who.answer)
        for _ in range(self.rng.randint(0, 2)):
            if offered := [one for one in self.buttons(who.answer) if one.do in CHOICES]:
                await self.presses(who, self.rng.choice(offered))
        for _ in range(2):  # it may look like a record, and is sent as it is
            if sends := [one for one in self.buttons(who.answer) if one.do == "poll.post"]:
                await self.presses(who, sends[0])

    async def vote(self) -> None:
        if (poll := self.any_of("status = 'OPEN'")) is not None:
            with self.engine.connect() as connection:
                options = list(
                    connection.scalars(text(f"select id from poll_options where poll_id = {poll} order by id"))
                )
            await self.presses(self.somebody(), Button("vote", "poll.vote", f"{poll}:{self.rng.choice(options)}"))

    async def read(self) -> None:
        """What came in and what came of it: most often by the one who asks."""
        if (poll := self.any_of("status in ('OPEN', 'CLOSED')")) is not None:
            do, more = self.rng.choice(LOOKS), self.rng.choice(("", ":en", ":1", ":0"))
            with self.engine.connect() as connection:
                seat = connection.scalars(text(f"select seat_id from polls where id = {poll}")).one()
            who = self.acting([seat]) if do in ("poll.look", "poll.publish") else self.somebody()
            await self.presses(who, Button("read", do, f"{poll}{more}"))

    async def forge(self) -> None:
        id, more = self.rng.randint(1, max(self.readers, default=1)), self.rng.choice(("", ":", ":en", ":1"))
        await self.presses(self.somebody(), Button("forged", self.rng.choice(FORGED), f"{id}{more}"))

    def any_of(self, state: str) -> int | None:
        with self.engine.connect() as connection:
            found = list(connection.scalars(text(f"select id from polls where {state} order by id")))
        return self.rng.choice(found) if found else None

    async def fill_in(self, who: Corner, form: Form) -> None:
        if not form.name.startswith("poll."):  # what is told or brought elsewhere is not in this ledger
            return
        fields = {one.name: self.given(who, form, one) for one in form.fields}
        if fields.get("several") in (("open",), ("consent",)):
            fields["options"] = ("",)
        await self.did(who, await who.sends(form.name, form.about, fields))

    def given(self, who: Corner, form: Form, one: Field) -> tuple[str, ...]:
        if isinstance(one, TextField):
            if one.name == "options":
                return (self.rng.choice(("", "\n".join(self.word(who, form) for _ in range(self.rng.randint(2, 3))))),)
            return (f"Which night {self.word(who, form)}?",)
        if isinstance(one, MomentField):
            return (one.value,)
        if isinstance(one, PickField):
            return tuple(choice.value for choice in one.choices[:1])
        if isinstance(one, ChoiceField) and one.name == "places":
            some = self.rng.sample(list(one.choices), self.rng.randint(1, min(3, len(one.choices))))
            return tuple(choice.value for choice in some)
        if one.name == "several" and self.rng.random() < 0.8:
            return (self.rng.choice(("open", "consent")),)
        return (self.rng.choice(one.choices).value,)

    def word(self, who: Corner, form: Form) -> str:
        word, number = self.ledger.word(self.rows().accounts[str(who.account)]), re.match(r"\d+", form.about)
        if number and form.name in ANSWERS:
            self.answers[word] = int(number[0])
        if number and form.name == amending.FORM:
            self.amended[word] = int(number[0])
        return word

    def note(self, who: Corner) -> None:
        """Of polls that are new: their seat, and those for whom their places are."""
        rows = self.rows()
        with self.engine.connect() as connection:
            new = connection.execute(text(POLLS), {"last": max(self.readers, default=0)}).all()
            for id, seat, question, follows in new:
                there = {Reader("channel", rows.channels[at]) for at in connection.scalars(text(PLACES), {"id": id})}
                self.readers[id] = {Reader("seat", seat), *(self.readers.get(follows) or there)}
                options = connection.scalars(text(f"select label from poll_options where poll_id = {id}"))
                for word in TOKEN.findall(f"{question} {list(options)}"):
                    self.ledger.texts[word].readers |= self.readers[id]
            told = "select id, seat_id, published or (status = 'CLOSED' and kind != 'open') from polls"
            polls = {id: (seat, out) for id, seat, out in connection.execute(text(told))}
        for word, poll in self.amended.items():
            self.ledger.texts[word].readers |= self.readers[poll]
        for word, poll in self.answers.items():  # the one who asks looks through them first
            seat, out = polls[poll]
            self.ledger.texts[word].readers |= {Reader("seat", seat), *(self.readers[poll] if out else ())}


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_reads_a_poll_that_was_not_meant_for_them(tmp_path: Path, seed: int) -> None:
    print("seed", seed)
    async with core(tmp_path) as bot:
        engine = database.connect(bot.settings.database_url)
        town = Town(bot, engine, random.Random(seed))
        for number in range(STEPS):
            await town.step()
            if number % LOOK == 0:
                town.look_around()
        print(town.seen, len(town.readers), len(town.answers))
        assert town.seen["read"] > STEPS
        assert len(town.readers) > STEPS // 50
        engine.dispose()
