"""What two joined channels must survive: people in both write, answer in threads, send files along, change and delete
what they wrote, every connection is unreliable, and the bot's process is killed.

JOINED_STORM chooses how many messages there are, JOINED_WORKERS several workers on PostgreSQL instead of one process on
SQLite, STORM_SEEDS another seed. The pace at which the platforms let anybody post is lifted (`support.paces`).

What answers a message that is gone by then is the one thing that may not come across: neither platform lets anybody
write below nothing. Its author is told so.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.districts import PRETEND, pretend
from support.house import eventually, platforms
from support.process_bot import BotProcess

import demo
from bot.bridge.joined import failures, joinings, names
from bot.bridge.joined.names import Shown
from bot.delivery import outbox
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import model as people
from bot.people.places import Place
from bot.storage import context
from bot.storage.database import connect
from playground.discord import Discord
from playground.person import Person, SeenMessage
from playground.slack import Slack

SEEDS = [int(seed) for seed in os.environ.get("STORM_SEEDS", "1").split()[:1]]
MESSAGES = int(os.environ.get("JOINED_STORM", "500"))
WORKERS = int(os.environ.get("JOINED_WORKERS", "0"))
KILLS = 3
RETRIES = (0.2, 1.0, 3.0, 6.0, 10.0, 20.0, 40.0, 60.0)  # seconds; Slack's own are longer than any lease
PLACES = {"slack": "C01COMMONS", "discord": "1208438037586371632"}
PEOPLE = {
    "slack": ("Dana Lee", "Owen Lindqvist", "Samuel Okafor"),
    "discord": ("Rosa Delgado", "Kevin Brandvold", "Marcus Tilley"),
}
AGREEING = ("Dana Lee", "Samuel Okafor", "Patricia Nowak", "Marcus Tilley", "Hannah Whitaker")
WORDS = re.compile(r"\((\d+)\.(\d+)\)")
FILE = re.compile(r"sent along file-(\d+)\.txt")
UNSENT = "SELECT count(*) FROM deliveries WHERE waits_since IS NOT NULL AND state IN ('WAITING', 'STANDING')"
UNCROSSED = "SELECT count(*) FROM carried WHERE NOT crossed"
FAILED = (
    "SELECT words, reason FROM carried JOIN deliveries ON carried.id = subject "
    "WHERE card = 'bridge.message' AND state IN ('FAILED', 'HELD')"
)
EMOJI = {"👍": {"slack": "+1", "discord": "👍"}, "🎉": {"slack": "tada", "discord": "🎉"}}
LATE = 30  # messages, the newest, to which people still put emoji

pytestmark = [pytest.mark.timeout(400 + MESSAGES)]


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

    async def talks(self) -> None:
        kill_at = set(self.rng.sample(range(MESSAGES // 10, MESSAGES - MESSAGES // 10), KILLS))
        while len(self.lines) < MESSAGES:
            await self._act()
            if len(self.lines) in kill_at:
                kill_at.remove(len(self.lines))
                bot = self.rng.choice(self.bots)
                bot.kill()
                bot.start()

    async def _act(self) -> None:
        mine = [line for line in self.lines if not line.deleted]
        kind = self.rng.choices(("say", "edit", "delete", "react"), (62, 16, 10, 12))[0] if mine else "say"
        if kind == "say":
            return await self._say()
        if kind == "react":
            return await self._react()
        line = self.rng.choice(mine)
        standing = self._standing(line)
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
        seen = [one for one in who.messages(PLACES[platform]) if not one.private and _number(one) in late]
        if not seen:
            return
        to = self.rng.choice(seen)
        there = late[_number(to)].put.setdefault((platform, emoji), set())
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
        gone = {line.number for line in self.lines if line.deleted}
        shown = [one for one in author.messages(PLACES[platform]) if WORDS.search(one.text) and not one.private]
        standing = [one for one in shown if int(WORDS.findall(one.text)[0][0]) not in gone]
        return self.rng.choice(standing) if standing else None

    def _standing(self, line: Line) -> SeenMessage:
        mark = f"({line.number}."
        return next(one for one, _ in self._all(line.platform) if mark in one.text and self._is_somebodys(one))

    def _all(self, platform: str) -> Iterator[tuple[SeenMessage, int | None]]:
        """All that stands there, and the number of what it is below: None in the channel, 0 where that is gone."""
        person, main = self.people[platform][0], PLACES[platform]
        top = {message.id: message for message in person.messages(main)}
        yield from ((message, None) for message in top.values())
        if platform == "slack":
            yield from ((below, _number(above)) for above in top.values() for below in person.thread(above))
            return
        for channel in [*self.discord._state.channels.values()]:
            if channel.thread and channel.thread.parent.id == main:
                above = top.get(channel.id)
                yield from ((below, _number(above) if above else 0) for below in self.discord.messages(channel.id))

    def _is_somebodys(self, message: SeenMessage) -> bool:
        return message.user in {one.id for those in self.people.values() for one in those}

    # What must be so ---------------------------------------------------------------------------------------------

    def wrong(self) -> list[str]:
        return [one for here, there in (("slack", "discord"), ("discord", "slack")) for one in self._wrong(here, there)]

    def _wrong(self, here: str, there: str) -> Iterator[str]:
        theirs = {line.number: line for line in self.lines if line.platform == here}
        copies = [(one, above) for one, above in self._all(there) if not self._is_somebodys(one)]
        shown = [(int(n), int(v), above) for one, above in copies for n, v in WORDS.findall(one.text)]
        lost = self._below_what_is_gone()
        stand = [line for line in theirs.values() if not line.deleted and line.number not in lost]
        wanted = sorted((line.number, line.version) for line in stand)
        if (found := sorted((n, v) for n, v, _ in shown)) != wanted:
            missing, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
            yield f"from {here}: {[*missing]} missing, {[*more]} too much"
        for number, _, above in shown:
            line = theirs.get(number)
            if line and above != (line.parent or None) and not (above == 0 and line.parent):
                yield f"{number} from {here} is below {above}, not {line.parent}"
        yield from self._out_of_order(here, shown, theirs)
        files = Counter((int(n), len(one.files)) for one, _ in copies for n in FILE.findall(one.text))
        if files != Counter((line.number, 1) for line in stand if line.file):
            yield f"from {here}: files {files}"
        yield from self._miscounted(here, there, [one for one in stand if not one.parent], copies)

    def _miscounted(
        self, here: str, there: str, lines: Sequence[Line], copies: Sequence[tuple[SeenMessage, int | None]]
    ) -> Iterator[str]:
        """On the copy those of the message, and below the message those of its copy."""
        texts = {_number(one): one.text for one, _ in copies}
        below = {above: one.text for one, above in self._all(here) if above and not WORDS.search(one.text)}
        for line in lines:
            for side, text in ((here, texts.get(line.number, "")), (there, below.get(line.number, ""))):
                many = {emoji: len(line.put.get((side, emoji), ())) for emoji in EMOJI}
                found = {emoji: int(n[1]) if (n := re.search(f"{emoji} (\\d+)", text)) else 0 for emoji in EMOJI}
                if found != many:
                    yield f"{line.number} from {here}: {found} in {side}, not {many}"

    def _below_what_is_gone(self) -> set[int]:
        """What could not be said there, because somebody had deleted what it answers: its author is told so."""
        gone = {line.number for line in self.lines if line.deleted}
        rows = [words for words, reason in self.bots[0].rows(FAILED) if reason in failures.NOTHING_ABOVE]
        failed = {int(n) for words in rows for n, _ in WORDS.findall(str(words))}
        return {line.number for line in self.lines if line.number in failed and line.parent in gone}

    def _out_of_order(
        self, here: str, shown: Sequence[tuple[int, int, int | None]], theirs: dict[int, Line]
    ) -> Iterator[str]:
        """Of each author, in each thread."""
        heard = [(n, theirs[n].parent) for n, _, _ in shown if n in theirs and theirs[n].heard]
        for author in self.people[here]:
            for thread in {thread for _, thread in heard}:
                told = [n for n, at in heard if at == thread and theirs[n].author.id == author.id]
                if told != sorted(told):
                    yield f"from {here} out of order: {told}"

    def elsewhere(self) -> list[str]:
        """All that anybody wrote there and that stands anywhere else."""
        at = []
        for conversation in self.slack.workspace.conversations.values():
            if conversation.id != PLACES["slack"]:
                at += [self.slack.eye.message(one).text for one in conversation.messages.values()]
        for channel in self.discord._state.channels.values():
            place = channel.thread.parent.id if channel.thread else channel.id
            if place != PLACES["discord"]:
                at += [one.text for one in self.discord.messages(channel.id)]
        return [text for text in at if WORDS.search(text)]


def _number(message: SeenMessage) -> int:
    found = WORDS.search(message.text)
    return int(found[1]) if found else 0


def join(database: str) -> None:
    """Everybody has agreed and chosen a name."""
    engine = connect(database)
    now = datetime.now(UTC)
    with Session(engine, autoflush=False, info=context.info()) as session:
        members = {one.name: one for one in session.scalars(select(people.Member))}
        places = [one for one in session.scalars(select(Place)) if one.address.endswith(tuple(PLACES.values()))]
        joining = joinings.ask(session, members[AGREEING[0]], places, now)
        assert joining
        for name in AGREEING[1:]:
            joinings.agree(session, joining, members[name], now)
        for those in PEOPLE.values():
            for name in those:
                names.choose(session, members[name], Shown.NAMED, name)
        joining.pause = 1
        outbox.note_changes(session)
        session.commit()
    engine.dispose()


async def shake(slack: Slack, discord: Discord, rng: random.Random) -> None:
    while True:
        await asyncio.sleep(rng.uniform(1.0, 4.0))
        match rng.randint(0, 2):
            case 0:
                await slack.disconnect(rng.choice(("warning", "refresh_requested")))
            case 1:
                await discord.close_gateway(resumable=rng.random() < 0.5)
            case 2:
                await discord.drop_gateway()


@databases.on_sqlite
@pytest.mark.skipif(WORKERS > 0, reason="JOINED_WORKERS asks for PostgreSQL")
@pytest.mark.parametrize("seed", SEEDS)
async def test_every_word_is_in_the_other_channel_once(tmp_path: Path, seed: int) -> None:
    await storm(tmp_path, seed, ["run"])


@databases.on_postgresql
@pytest.mark.skipif(WORKERS == 0, reason="run by hand: JOINED_WORKERS=2")
@pytest.mark.parametrize("seed", SEEDS)
async def test_with_several_workers(tmp_path: Path, database: str, seed: int) -> None:
    await storm(tmp_path, seed, ["worker"] * WORKERS)


async def storm(folder: Path, seed: int, roles: Sequence[str]) -> None:
    print(f"seed {seed}: STORM_SEEDS={seed} repeats it; the bots' logs are in {folder}")
    rng, world = random.Random(seed), demo.pretend_world(pretend())
    async with platforms(world, rng, retry_delays=RETRIES) as (slack, discord):
        bots = [BotProcess(world, slack, discord, folder, role, paced=False) for role in roles]
        database = bots[0].database
        assert commands.load(Settings(_env_file=None, database_url=database), PRETEND) == 0
        square = Square(slack, discord, bots, rng)
        try:
            for bot in bots:
                bot.start()
            for bot in bots:
                await eventually(bot.is_well, 60)
            await asyncio.to_thread(join, database)
            await eventually(lambda: bots[0].rows("SELECT count(*) FROM threads WHERE under IS NOT NULL") == [(2,)], 60)
            await through_the_storm(square)
            for bot in bots:
                await eventually(bot.is_well, 60)
                assert await bot.end() == 0
        finally:
            for bot in bots:
                bot.kill()
                print(bot.last_words())
            print(square.wrong()[:20])


async def through_the_storm(square: Square) -> None:
    slack, discord, rows = square.slack, square.discord, square.bots[0].rows
    for platform in (slack, discord):
        platform.deliver_times, platform.rates_enforced = (1, 2), False
        for kind in ("429", "500", "drop_before", "drop_after"):
            platform.faults.chance(kind, 0.01, seconds=1.0)
    shaking = asyncio.create_task(shake(slack, discord, square.rng))
    await square.talks()
    shaking.cancel()
    for platform in (slack, discord):
        platform.faults.clear()
        platform.deliver_times = (1, 1)
    await eventually(lambda: not slack.delivery._background, 200)
    await eventually(lambda: rows(UNCROSSED) == [(0,)], 60)
    await eventually(lambda: not square.wrong() and rows(UNSENT) == [(0,)], 90) if square.wrong() else None
    assert square.wrong() == []
    assert len([words for words, _ in rows(FAILED) if words]) == len(square._below_what_is_gone())
    assert square.elsewhere() == []
