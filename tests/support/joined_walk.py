"""A walk at random through channels that are joined and parted again: what people write there, and what they do with
it. All that anybody then sees on both platforms is held against a ledger of who said what where."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text
from support import databases
from support.clock import StandingClock
from support.house import House, eventually
from support.joined_ledger import Ledger, Line, State
from support.joined_sights import sights
from support.talk import Chair, dm, forge, later

from playground.person import Person, SeenMessage

STAFF = ("Dana Lee", "Owen Lindqvist", "Maria Rivera", "Samuel Okafor", "Elena Ortiz", "Patricia Nowak")
PEOPLE = {
    "slack": (*STAFF, "Roy Thibodeaux", "Rosa Delgado"),
    "discord": (
        "Dana Lee", "Samuel Okafor", "Patricia Nowak", "Elena Ortiz", "Marcus Tilley", "Hannah Whitaker",
        "Rosa Delgado", "Kevin Brandvold", "Fatima Al-Amin", "Tyrone Baskin", "Anjali Deshpande",
    ),
}  # fmt: skip
EMOJI = {"slack": ("+1", "tada"), "discord": ("👍", "🎉")}
RECORD = "CV-12345"  # looks like part of a student's record
LATELY = 12  # messages of a channel that people answer, and lines that they change
GOES = 20.0  # seconds until what must go is gone, at most
# What they press; what the ledger has to be told of, is done apart.
OURS = (
    "bridge.",
    "held.",
    "home",
    "joined.say#",
    "joined.say|",
    "joining.look",
    "joining.show",
    "joining.why",
    "moderat",
)


@dataclass
class Someone:
    person: Person
    platform: str
    account: str

    def at(self, channel: str) -> str:
        return f"{self.account.rpartition('/')[0]}/{channel}"


@dataclass
class Town:
    home: House
    folder: Path
    rng: random.Random
    clock: StandingClock
    people: list[Someone] = field(default_factory=list)
    out: str = ""  # the address of the channel out of which the bot was put
    done: Counter[str] = field(default_factory=Counter)
    before: State = field(init=False)
    now: State = field(init=False)
    ledger: Ledger = field(init=False)
    checked: set[object] = field(default_factory=set)  # that only one person sees, and was found to be meant for them

    def __post_init__(self) -> None:
        self.database = databases.address(self.folder)
        self.engine = databases.connect(self.database)
        teams = {"slack": self.home.slack.workspace.world.team_id, "discord": self.home.discord._state.world.guild_id}
        for platform, names in PEOPLE.items():
            for name in names:
                person = self.home.sit(platform, name)
                self.people.append(Someone(person, platform, f"{platform}:{teams[platform]}/{person.id}"))
        self.ledger = Ledger({one.account: one.person.name for one in self.people})
        self.before = self.now = self.read()
        for one in self.people:
            for other in self.people:
                if one != other and one.person.name == other.person.name:
                    self.ledger.links(one.account, other.account, True)

    def read(self) -> State:
        with self.engine.connect() as connection:
            return State.read(connection, self.clock.now())

    def rows(self, query: str, **values: object) -> list[tuple[object, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query), values)]

    # Who and where -------------------------------------------------------------------------------------------------

    def called(self, name: str, platform: str = "") -> Someone:
        return next(one for one in self.people if one.person.name == name and platform in ("", one.platform))

    def chair(self, who: Someone, channel: str = "") -> Chair:
        return Chair(who.person, channel or dm(self.home, who.person), alone=not channel)

    def somewhere(self, who: Someone) -> str:
        """Most often a channel that is joined with another."""
        alone = dm(self.home, who.person)
        every = [id for id, _ in who.person.channels() if id != alone]
        joined = [id for id in every if self.now.partner(who.at(id))[0]]
        return self.rng.choice(joined if joined and self.rng.random() < 0.85 else every)

    def seen_there(self, who: Someone, channel: str) -> list[SeenMessage]:
        """In the channel and in its threads, the newest ones."""
        top = [one for one in who.person.messages(channel) if not one.private][-LATELY:]
        below = [each for one in top if one.replies for each in who.person.thread(one) if not each.private]
        return [*top, *below]

    # What people write ---------------------------------------------------------------------------------------------

    async def say(self) -> None:
        """Now and then somebody who was muted."""
        muted = [one for one in self.people if any(one.account == account for account, _ in self.now.muted)]
        who = self.rng.choice(muted if muted and self.rng.random() < 0.25 else self.people)
        channel = self.somewhere(who)
        line, said, files = self.written(who, channel)
        await who.person.say(channel, said, files=files)
        self.keep(line)

    async def answer(self) -> None:
        who = self.rng.choice(self.people)
        channel = self.somewhere(who)
        if not (there := self.seen_there(who, channel)):
            return
        above = self.rng.choice(there)
        line, said, files = self.written(who, channel)
        with suppress(PermissionError, ValueError):
            if who.platform == "discord" and not above.thread and self.rng.random() < 0.5:
                await who.person.say(channel, said, files=files, to=above)
            else:
                await who.person.reply(above, said, files=files)
        self.keep(line)

    def written(self, who: Someone, channel: str) -> tuple[Line, str, Sequence[tuple[str, bytes]]]:
        line = self.ledger.says(self.now, who.account, who.at(channel))
        said = self.new_words(line, who)
        files = ()
        if self.rng.random() < 0.15:
            token = self.ledger.file(line)
            files = ((f"{token}.txt", token.encode()),)
        return line, said, files

    def new_words(self, line: Line, who: Someone) -> str:
        record, other = self.rng.random() < 0.08, self.rng.choice(self.people)
        mentions = [other] if other.platform == who.platform and self.rng.random() < 0.25 else []
        token = self.ledger.word(self.now, line, mentions=[one.account for one in mentions], asked=record)
        handles = [f"@{self.handle(one)}" for one in mentions]
        return " ".join([token, *([RECORD] if record else []), *handles])

    def handle(self, who: Someone) -> str:
        users = self.home.slack.workspace.users if who.platform == "slack" else self.home.discord._state.users
        return users[who.person.id].handle

    def keep(self, line: Line) -> None:
        line.unheard = line.unheard or (self.out in (line.here, line.there) and bool(self.out))

    async def edit(self) -> None:
        if (found := self.own()) is None:
            return
        who, message, line = found
        said = self.new_words(line, who)
        self.keep(line)
        await who.person.edit(message, said)

    async def delete(self) -> None:
        if (found := self.own()) is None:
            return
        who, message, line = found
        self.keep(line)
        line.deleted = True
        await who.person.delete(message)

    def own(self) -> tuple[Someone, SeenMessage, Line] | None:
        """Something that somebody wrote and that still stands; now and then what is not carried any more."""
        alive = [one for one in self.ledger.lines if not one.deleted and not one.typed][-3 * LATELY :]
        apart = [one for one in alive if self.ledger.has_crossed(one) and not self.now.carries(one)]
        if not alive:
            return None
        line = self.rng.choice(apart if apart and self.rng.random() < 0.25 else alive)
        who = next(one for one in self.people if one.account == line.account)
        channel = line.here.rpartition("/")[2]
        mine = [one for one in self.all_there(who, channel) if one.user == who.person.id and line.words[-1] in one.text]
        return (who, mine[0], line) if mine else None

    def all_there(self, who: Someone, channel: str) -> list[SeenMessage]:
        top = [one for one in who.person.messages(channel) if not one.private]
        return [*top, *(each for one in top if one.replies for each in who.person.thread(one) if not each.private)]

    async def react(self) -> None:
        who = self.rng.choice(self.people)
        if there := self.seen_there(who, self.somewhere(who)):
            to, emoji = self.rng.choice(there), self.rng.choice(EMOJI[who.platform])
            with suppress(PermissionError, ValueError):
                await who.person.react(to, emoji, on=self.rng.random() < 0.7)

    async def type(self) -> None:
        """With a command."""
        who = self.rng.choice(self.people)
        channel = self.somewhere(who)
        line = self.ledger.says(self.now, who.account, who.at(channel), typed=True)
        said = self.new_words(line, who)
        who.person.dismiss()
        await who.person.command(channel, "somewhere", f"say {said}")
        await self.send_in(who, {})

    async def send_in(self, who: Someone, values: dict[str, str]) -> None:
        """The form in front of them, if there is one to fill in."""
        await asyncio.sleep(0.1)
        if (form := who.person.form) is not None and form.fields:
            with suppress(ValueError):
                await who.person.submit({name: value for name, value in values.items() if form.fields[0].name == name})
        who.person.dismiss()

    async def take_back(self) -> None:
        typed = [one for one in self.ledger.lines if one.typed and not one.deleted]
        if not typed:
            return
        line = self.rng.choice(typed)
        who = next(one for one in self.people if one.account == line.account)
        found = self.rows("select id from carried where words like :word", word=f"%{line.words[-1]}%")
        for (id,) in found:
            await forge(self.home, self.chair(who), "joined.say-back", str(id))
            if self.rows("select 1 from carried where deleted and id = :id", id=id):
                self.keep(line)
                line.deleted = True

    # What they look at and press -----------------------------------------------------------------------------------

    async def look(self) -> None:
        who = self.rng.choice(self.people)
        who.person.dismiss()
        await who.person.command(self.somewhere(who), "somewhere", self.rng.choice(("", "moderate", "moderate")))
        await forge(self.home, self.chair(who), self.rng.choice(("moderate.log", "shown", "joining.why")), "")

    async def press(self) -> None:
        """Something that they are shown, of what is about joined channels."""
        who = self.rng.choice(self.people)
        lately = [one for channel, _ in who.person.channels() for one in who.person.messages(channel)[-LATELY:]]
        shown = [(one, each.key) for one in lately for each in one.buttons if each.key.startswith(OURS)]
        if not shown:
            return
        message, key = self.rng.choice(shown)
        if key.startswith("bridge.as-is"):
            self.ledger.sends_as_is(who.account)
        with suppress(PermissionError, ValueError):
            await who.person.press(message, key)
        await self.send_in(who, {})

    # Whose eyes ----------------------------------------------------------------------------------------------------

    async def settle(self) -> None:
        """All that was heard is written down, and said where it is to be."""
        await eventually(lambda: self.home.discord.gateway.connected, 20)
        for _ in range(2):
            await asyncio.sleep(0.1)
            await self.home.bot.sender.drain(5.0)

    async def look_around(self, what: str) -> None:
        await self.settle()
        self.before, self.now = self.now, self.read()
        self.never(what)
        until = time.monotonic() + GOES
        while found := self.stale():
            assert time.monotonic() < until, (what, found[:3])
            await asyncio.sleep(0.2)

    def never(self, what: str) -> None:
        for sight in sights(self.home):
            if sight.reader and (sight.reader, sight.id, sight.text) in self.checked:
                continue
            wrong = self.ledger.wrong(sight, (self.before, self.now))
            assert not wrong, (what, wrong, sight)
            if sight.reader:
                self.checked.add((sight.reader, sight.id, sight.text))

    def stale(self) -> list[tuple[str, object]]:
        return [(wrong, sight) for sight in sights(self.home) if (wrong := self.ledger.stale(sight))]

    async def wait(self) -> None:
        ahead = self.rng.choice((11, 11, 31, 31, 130, 700, 4000, 90_000))
        await later(self.home, seconds=ahead)
