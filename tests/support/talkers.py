"""People who ask committees and talk about it, on both platforms, and what must come of it."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from support.committees import Committee

from playground.person import Outcome, Person, SeenMessage

PATIENCE = 6.0  # seconds until somebody looks for another way
SENT = 4.0  # seconds after which nothing that was not acknowledged comes through
STUCK = 400.0  # seconds until this test does not believe in it any more
AGAIN = 0.3  # seconds until somebody who was not heard tries the same again
WORDS = re.compile(r"\((\d+)\.(\d+)\.(\d+)\)")

T = TypeVar("T")


class Seats(Protocol):
    def sit(self, user_id: str) -> Person: ...


@dataclass
class Line:
    """Something said in a thread, in all its versions. `heard`: each of its changes was acknowledged (Slack)."""

    question: int
    number: int
    platform: str
    author: Person
    version: int = 1
    deleted: bool = False
    heard: bool = True

    @property
    def text(self) -> str:
        return f"*Words* ({self.question}.{self.number}.{self.version})"


@dataclass
class Asked:
    """A question and all that is said under it. `message` says how many acts there are to be."""

    number: int
    committee: Committee
    asker: Person
    channel: str
    answerer: str  # the platform on which it is answered
    begun: bool = False  # somebody has pressed something for it
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return f"Question ({self.number}.0.1): when?"

    @property
    def answer(self) -> str:
        return f"Soon ({self.number}.999.1)."


@dataclass
class Talkers:
    """All who sit somewhere. `is_asked` tells of a text whether it is a question by now; `acted` is called after
    everything that somebody does in a thread."""

    platforms: Mapping[str, Seats]
    rng: random.Random
    is_asked: Callable[[str], bool]
    acted: Callable[[], None]

    def sit(self, platform: str, user: str) -> Person:
        return self.platforms[platform].sit(user)

    async def ask(self, question: Asked) -> None:
        """Starts over as often as it takes. Whoever was not heard when they sent it looks whether it was sent."""
        until = time.monotonic() + STUCK
        while not await seen(lambda: self.is_asked(question.text), SENT if question.begun else 0.0, 1.0):
            assert time.monotonic() < until, f"{question.text} cannot be asked"
            if await self._prepared(question):
                shown = with_button(question.asker, question.channel, "Send it", question.text)
                await _taken(question.asker.press(shown, "Send it")) if shown else None
        while not all(self.card(question, platform) for platform in question.committee.homes):
            assert time.monotonic() < until, f"{question.text} does not stand in both homes"
            await asyncio.sleep(0.1)

    async def _prepared(self, question: Asked) -> bool:
        person, channel = question.asker, question.channel
        question.begun = True
        if with_button(person, channel, "Send it", question.text):
            return True
        person.dismiss()
        if not await _taken(person.command(channel, "ask", question.text)):
            return False
        topic = question.committee.name
        offered = await seen(lambda: with_button(person, channel, topic))
        if offered is None or not await _taken(person.press(offered, topic)):
            return False
        if not await seen(lambda: person.form and question.text in {one.value for one in person.form.fields}):
            return False
        if not await _taken(person.submit({})):
            return False
        return await seen(lambda: with_button(person, channel, "Send it", question.text)) is not None

    def card(self, question: Asked, platform: str, member: int = 0) -> SeenMessage | None:
        person = self.sit(platform, question.committee.members[platform][member])
        shown = person.messages(question.committee.homes[platform])
        return next((one for one in shown if question.text in one.text and not one.private), None)

    async def talk(self, question: Asked, acts: int) -> None:
        for _ in range(acts):
            await self._act(question)
            self.acted()

    async def _act(self, question: Asked) -> None:
        """Somebody says something, or changes or deletes what they have said."""
        mine = [line for line in question.lines if not line.deleted]
        kind = self.rng.choices(("say", "edit", "delete"), (60, 25, 15))[0] if mine else "say"
        if kind == "say":
            await self.say(question, self.rng.choice(("slack", "discord")))
            return
        line = self.rng.choice(mine)
        standing = self._standing(question, line)
        if kind == "edit":
            line.version += 1
            done = await line.author.edit(standing, line.text)
        else:
            line.deleted = True
            done = await line.author.delete(standing)
        line.heard = line.heard and done.acknowledged

    async def say(self, question: Asked, platform: str) -> None:
        member = self.rng.randrange(2)
        author = self.sit(platform, question.committee.members[platform][member])
        line = Line(question.number, len(question.lines) + 1, platform, author)
        question.lines.append(line)
        card = self.card(question, platform, member)
        assert card, question.text
        line.heard = (await author.reply(card, line.text)).acknowledged

    def _standing(self, question: Asked, line: Line) -> SeenMessage:
        card = self.card(question, line.platform)
        assert card
        mark = f"({line.question}.{line.number}."
        return next(one for one in line.author.thread(card) if mark in one.text and one.user == line.author.id)

    async def answer(self, question: Asked) -> None:
        """By a reply that is marked as the answer, which is said again where nothing came of it; and the asker says
        that it answers it."""
        member = question.committee.members[question.answerer][0]
        author, until = self.sit(question.answerer, member), time.monotonic() + STUCK
        while (shown := with_button(question.asker, question.channel, "That answers it", question.answer)) is None:
            assert time.monotonic() < until, f"{question.answer} does not reach its asker"
            card = self.card(question, question.answerer)
            assert card
            if await _taken(author.reply(card, f"Answer: {question.answer}")):
                await seen(lambda: with_button(question.asker, question.channel, "That answers it", question.answer))
        while shown and not await _taken(question.asker.press(shown, "That answers it")):
            shown = with_button(question.asker, question.channel, "That answers it", question.answer)


def with_button(person: Person, channel: str, label: str, text: str = "") -> SeenMessage | None:
    """The newest message with this button that says this; a pop-up is in front of all."""
    form = person.form
    shown = [*person.messages(channel), *([form.shown] if form and form.shown else [])]
    fitting = (one for one in reversed(shown) if any(each.label == label for each in one.buttons))
    return next((one for one in fitting if text in one.text), None)


async def _taken(doing: Awaitable[Outcome]) -> bool:
    """Whether it was acknowledged. What is not there any more was done already, or is looked for again."""
    try:
        taken = (await doing).acknowledged
    except ValueError:
        taken = False
    if not taken:
        await asyncio.sleep(AGAIN)
    return taken


async def insists(do: Callable[[], Awaitable[Outcome]]) -> None:
    """Who is not answered in time does it again."""
    until = time.monotonic() + STUCK
    while not await _taken(do()):
        assert time.monotonic() < until, "nobody answers"


async def seen(look: Callable[[], T | None], patience: float = PATIENCE, pause: float = 0.05) -> T | None:
    until = time.monotonic() + patience
    while not (found := look()) and time.monotonic() < until:
        await asyncio.sleep(pause)
    return found


# What must come of it --------------------------------------------------------------------------------------------


def numbers(texts: Sequence[str], question: int) -> list[tuple[int, int]]:
    """(number, version) of all that is said about this question there, in order."""
    found = [tuple(map(int, one)) for text in texts for one in WORDS.findall(text)]
    return [(number, version) for asked, number, version in found if asked == question and number]
