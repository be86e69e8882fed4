"""Two joined channels full of people: what they write, change, delete and put emoji to, at random."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from support.districts import pretend
from support.process_bot import BotProcess

from playground.discord import Discord
from playground.person import Person, SeenMessage
from playground.slack import Slack

KILLS = 3
PLACES = {"slack": "C01COMMONS", "discord": "1208438037586371632"}
PEOPLE = {
    "slack": ("Dana Lee", "Owen Lindqvist", "Samuel Okafor"),
    "discord": ("Rosa Delgado", "Kevin Brandvold", "Marcus Tilley"),
}
WORDS = re.compile(r"\((\d+)\.(\d+)\)")
EMOJI = {"👍": {"slack": "+1", "discord": "👍"}, "🎉": {"slack": "tada", "discord": "🎉"}}
LATE = 30  # messages, the newest, to which people still put emoji
REACH = 400  # that they change, delete and answer: what the bot missed of Discord it finds among the newest thousand


@dataclass
class Line:
    """What somebody wrote, in all its versions; `parent`: the number of what it is below."""

    number: int
    platform: str
    author: Person
    parent: int = 0
    file: bool = False
    version: int = 1
    deleted: bool = False
    heard: bool = True  # each of its changes was acknowledged (Slack)
    put: dict[tuple[str, str], set[str]] = field(default_factory=dict)  # who, by the platform and the emoji

    @property
    def text(self) -> str:
        return f"Words ({self.number}.{self.version})"


@dataclass
class Square:
    slack: Slack
    discord: Discord
    bots: Sequence[BotProcess]
    rng: random.Random
    lines: list[Line] = field(default_factory=list)

    @property
    def people(self) -> dict[str, list[Person]]:
        roster = {member.name: member for member in pretend().members}
        seats = {"slack": self.slack, "discord": self.discord}
        return {
            platform: [seats[platform].sit(roster[name].account(platform)) for name in those]
            for platform, those in PEOPLE.items()
        }

    async def talks(self, messages: int) -> None:
        """Meanwhile bots are killed."""
        kill_at = set(self.rng.sample(range(messages // 10, messages - messages // 10), KILLS))
        while len(self.lines) < messages:
            await self._act()
            if len(self.lines) in kill_at:
                kill_at.remove(len(self.lines))
                bot = self.rng.choice(self.bots)
                bot.kill()
                bot.start()

    async def _act(self) -> None:
        mine = [line for line in self.lines[-REACH:] if not line.deleted]
        kind = self.rng.choices(("say", "edit", "delete", "react"), (62, 16, 10, 12))[0] if mine else "say"
        if kind == "say":
            return await self._say()
        if kind == "react":
            return await self._react()
        line = self.rng.choice(mine)
        standing = self.standing(line)
        if kind == "edit":
            line.version += 1
            done = await line.author.edit(standing, line.text)
        else:
            line.deleted = True
            done = await line.author.delete(standing)
        line.heard = line.heard and done.acknowledged
        return None

    async def _react(self) -> None:
        """To something in the channel, which may be a copy; twice takes it away."""
        platform, emoji = self.rng.choice(("slack", "discord")), self.rng.choice([*EMOJI])
        who = self.rng.choice(self.people[platform])
        late = {line.number: line for line in self.lines[-LATE:] if not line.deleted and not line.parent}
        seen = [one for one in who.messages(PLACES[platform]) if not one.private and number(one) in late]
        if not seen:
            return
        to = self.rng.choice(seen)
        there = late[number(to)].put.setdefault((platform, emoji), set())
        await who.react(to, EMOJI[emoji][platform], on=who.id not in there)
        there ^= {who.id}

    async def _say(self) -> None:
        platform = self.rng.choice(("slack", "discord"))
        author = self.rng.choice(self.people[platform])
        line = Line(len(self.lines) + 1, platform, author, file=self.rng.random() < 0.1)
        files = ((f"file-{line.number}.txt", b"text"),) if line.file else ()
        above = self._somewhere(author, platform) if self.rng.random() < 0.25 else None
        if above is not None:
            line.parent = int(WORDS.findall(above.text)[0][0])
        self.lines.append(line)
        if above is not None:
            done = await author.reply(above, line.text, files=files)
        else:
            done = await author.say(PLACES[platform], line.text, files=files)
        line.heard = done.acknowledged

    def _somewhere(self, author: Person, platform: str) -> SeenMessage | None:
        """A message or a copy, below which they answer."""
        lately = {line.number for line in self.lines[-REACH:] if not line.deleted}
        shown = [one for one in author.messages(PLACES[platform]) if WORDS.search(one.text) and not one.private]
        standing = [one for one in shown if number(one) in lately]
        return self.rng.choice(standing) if standing else None

    def standing(self, line: Line) -> SeenMessage:
        mark = f"({line.number}."
        return next(one for one, _ in self.all(line.platform) if mark in one.text and self.is_somebodys(one))

    def all(self, platform: str) -> Iterator[tuple[SeenMessage, int | None]]:
        """All that stands there, and the number of what it is below: None in the channel, 0 where that is gone."""
        person, main = self.people[platform][0], PLACES[platform]
        top = {message.id: message for message in person.messages(main)}
        yield from ((message, None) for message in top.values())
        if platform == "slack":
            yield from ((below, number(above)) for above in top.values() for below in person.thread(above))
            return
        for channel in [*self.discord._state.channels.values()]:
            if channel.thread and channel.thread.parent.id == main:
                above = top.get(channel.id)
                yield from ((below, number(above) if above else 0) for below in self.discord.messages(channel.id))

    def is_somebodys(self, message: SeenMessage) -> bool:
        return message.user in {one.id for those in self.people.values() for one in those}


def number(message: SeenMessage) -> int:
    found = WORDS.search(message.text)
    return int(found[1]) if found else 0
