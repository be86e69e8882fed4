"""The story that questions and the bridge must survive: people ask committees that sit on two platforms, members
talk, change and delete what they said, every connection is unreliable, and the bot's process is killed five times.

The suite plays a share of it; QUESTION_STORM="500 3000" plays the whole: 500 questions, and 3,000 messages, edits and
deletions. STORM_SEEDS chooses another seed. The pace at which the platforms let anybody post is lifted
(`support.paces`).
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import time
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from support import committees, databases
from support.house import eventually, platforms
from support.process_bot import BotProcess
from support.talkers import WORDS, Asked, Talkers, insists, numbers, seen, with_button

import demo
from bot.bridge.carrying import MESSAGE
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import roster
from playground.discord import Discord
from playground.person import SeenMessage
from playground.slack import Slack

SEEDS = [int(seed) for seed in os.environ.get("STORM_SEEDS", "1").split()[:1]]
QUESTIONS, ACTS = map(int, os.environ.get("QUESTION_STORM", "8 60").split())
COMMITTEES, ASKERS = 12, 10  # askers on each platform; each asks one question after the other
KILLS = 5
LIMIT = 300.0 + ACTS  # seconds
RETRIES = (0.2, 1.0, 3.0, 6.0, 10.0, 20.0, 40.0, 60.0)  # seconds; Slack's own are 0, 60 and 300, longer than any lease
UNSENT = "SELECT count(*) FROM deliveries WHERE waits_since IS NOT NULL AND state IN ('WAITING', 'STANDING')"
STUCK = "SELECT state, card, reason, count(*) FROM deliveries WHERE state IN ('FAILED', 'HELD') GROUP BY 1, 2, 3"

pytestmark = pytest.mark.timeout(LIMIT)


@dataclass
class Weather:
    """Kills a bot after some of the acts, and cuts connections now and then, in every way that the platforms do."""

    slack: Slack
    discord: Discord
    bots: Sequence[BotProcess]
    rng: random.Random
    acts: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    kill_at: set[int] = field(default_factory=set)

    def begin(self) -> None:
        self.kill_at = set(self.rng.sample(range(ACTS // 10, ACTS - ACTS // 10), KILLS))
        self.slack.deliver_times, self.slack.shuffle_seconds = (1, 3), 0.2
        self.discord.deliver_times, self.discord.shuffle_seconds = (1, 2), 0.2
        for platform in (self.slack, self.discord):
            platform.rates_enforced = False
            for kind in ("429", "500", "drop_before", "drop_after"):
                platform.faults.chance(kind, 0.01, seconds=1.0)

    def acted(self) -> None:
        if next(self.acts) in self.kill_at:
            bot = self.rng.choice(self.bots)
            bot.kill()
            bot.start()

    async def shake(self) -> None:
        while True:
            await asyncio.sleep(self.rng.uniform(1.0, 4.0))
            match self.rng.randint(0, 3):
                case 0:
                    await self.slack.disconnect(self.rng.choice(("warning", "refresh_requested")))
                case 1:
                    await self.discord.close_gateway(resumable=True)
                case 2:
                    await self.discord.close_gateway(resumable=False)
                case 3:
                    await self.discord.drop_gateway()

    def calm(self) -> None:
        for platform in (self.slack, self.discord):
            platform.faults.clear()
            platform.deliver_times, platform.shuffle_seconds = (1, 1), 0.0


@dataclass
class Town:
    slack: Slack
    discord: Discord
    bots: Sequence[BotProcess]
    talkers: Talkers
    questions: list[Asked]

    async def everybody_talks(self) -> None:
        by_asker: dict[str, list[Asked]] = {}
        for question in self.questions:
            by_asker.setdefault(question.asker.id, []).append(question)
        await asyncio.gather(*(self._one_after_another(theirs) for theirs in by_asker.values()))

    async def _one_after_another(self, questions: Sequence[Asked]) -> None:
        for question in questions:
            await self.talkers.ask(question)
            await self.talkers.talk(question, ACTS // QUESTIONS)
            await self.talkers.answer(question)

    async def settles(self) -> None:
        await eventually(lambda: not self.slack.delivery._background, 200)
        await eventually(lambda: self.bots[0].rows(UNSENT) == [(0,)], 120)

    async def is_held_up(self, question: Asked) -> None:
        """Answers of Slack are lost, and the bot may not look whether what it said stands there. A member of the
        committee sees that, and has it posted again. By then it may look, and what stands there is not posted twice."""
        self.questions.append(question)
        await self.talkers.ask(question)
        await self.settles()
        self.slack.scopes = ()  # among others, it may not read what stands there
        for count, fault in enumerate(("drop_before", "drop_after"), 1):  # one stands, and nobody here knows which
            self.slack.faults.next("chat.postMessage", fault)
            await self.talkers.say(question, "discord")
            await eventually(partial(self._are_held, count), 60)
        self.slack.scopes = None
        member, room = (
            self.talkers.sit("discord", question.committee.members["discord"][0]),
            question.committee.homes["discord"],
        )
        await insists(lambda: member.command(room, "somewhere"))
        home = await seen(lambda: with_button(member, room, f"See “{question.text}”"))
        assert home
        assert "I couldn't post" in home.text
        await insists(lambda: member.press(home, f"See “{question.text}”"))
        details = await seen(lambda: with_button(member, room, "Post it again", question.text))
        assert details
        await insists(lambda: member.press(details, "Post it again"))
        await eventually(lambda: self.bots[0].rows(STUCK) == [], 60)
        await self.settles()
        shown = Counter(number for number, _ in numbers(self._thread(question, "slack"), question.number))
        assert shown == {1: 1, 2: 1}

    def _are_held(self, count: int) -> bool:
        return self.bots[0].rows(STUCK) == [("HELD", MESSAGE, "", count)]

    # What must be so -----------------------------------------------------------------------------------------------

    async def stands(self) -> None:
        """What was missed is caught up by and by."""
        until = time.monotonic() + 60
        while wrong := self.wrong():
            assert time.monotonic() < until, f"{len(wrong)} wrong: {wrong[:5]}"
            await asyncio.sleep(1)

    def wrong(self) -> list[str]:
        """What is not on the other side as it should be; and what was said but not heard yet, such as an answer that
        was given again: more will come of it."""
        heard = {message for (message,) in self.bots[0].rows("SELECT message FROM carried")}
        return [line for question in self.questions for line in self._wrong(question, heard)]

    def _wrong(self, question: Asked, heard: Container[str]) -> Iterator[str]:
        for here, there in (("slack", "discord"), ("discord", "slack")):
            theirs = {line.number: line for line in question.lines if line.platform == here}
            shown = [
                (n, version) for n, version in numbers(self._thread(question, there), question.number) if n in theirs
            ]
            wanted = [(line.number, line.version) for line in theirs.values() if not line.deleted]
            if sorted(shown) != wanted:
                yield f"{question.number} from {here}: {shown}, not {wanted}"
            elif [n for n, _ in shown if theirs[n].heard] != [n for n, _ in wanted if theirs[n].heard]:
                yield f"{question.number} from {here} out of order: {shown}"
            people = _everybody(question, here)
            unheard = [one for one in self._replies(question, here) if one.user in people and one.id not in heard]
            yield from (f"{question.number} unheard in {here}: {one.text}" for one in unheard)

    def _thread(self, question: Asked, platform: str) -> list[str]:
        """What the bot says there."""
        people = _everybody(question, platform)
        return [one.text for one in self._replies(question, platform) if one.user not in people]

    def _replies(self, question: Asked, platform: str) -> Sequence[SeenMessage]:
        card = self.talkers.card(question, platform)
        assert card
        return self.talkers.sit(platform, question.committee.members[platform][0]).thread(card)

    def check_nobody_else_read_it(self) -> None:
        questions = {question.number: question for question in self.questions}
        for place, texts in self._places():
            for asked, number, _ in {tuple(map(int, one)) for text in texts for one in WORDS.findall(text)}:
                question = questions[asked]
                meant = set(question.committee.homes.values())
                meant |= {question.channel} if number in (0, 999) else set()
                meant |= {self._dm_of_answerer(question)} if number == 999 else set()  # it is given back who was late
                assert place in meant, f"({asked}.{number}) stands in {place}"

    def _dm_of_answerer(self, question: Asked) -> str:
        user = question.committee.members[question.answerer][0]
        return self.slack.workspace.dm(user) if question.answerer == "slack" else self.discord.dm(user)

    def _places(self) -> Iterator[tuple[str, list[str]]]:
        """Every channel and DM with all that anybody sees there; threads count as their channels."""
        for conversation in self.slack.workspace.conversations.values():
            standing = [*conversation.messages.values()]
            standing += [one for own in conversation.ephemerals.values() for one in own.values()]
            yield conversation.id, [self.slack.eye.message(one).text for one in standing]
        for channel in self.discord._state.channels.values():
            place = channel.thread.parent.id if channel.thread else channel.id
            yield place, [one.text for one in self.discord.messages(channel.id)]


def _everybody(question: Asked, platform: str) -> Sequence[str]:
    return question.committee.members[platform]


@databases.on_sqlite
@pytest.mark.parametrize("seed", SEEDS)
async def test_every_word_is_on_the_other_side_once(tmp_path: Path, seed: int) -> None:
    await storm(tmp_path, seed, ["run"])


@databases.on_postgresql
@pytest.mark.parametrize("seed", SEEDS)
async def test_with_two_workers(tmp_path: Path, database: str, seed: int) -> None:
    await storm(tmp_path, seed, ["worker"] * 2)


async def storm(folder: Path, seed: int, roles: Sequence[str]) -> None:
    print(f"seed {seed}: STORM_SEEDS={seed} repeats it; the bots' logs are in {folder}")
    rng = random.Random(seed)
    files = committees.write(folder / "district", COMMITTEES, ASKERS)
    world = demo.pretend_world(roster.read(files))
    async with platforms(world, rng, retry_delays=RETRIES) as (slack, discord):
        bots = [BotProcess(world, slack, discord, folder, role, paced=False) for role in roles]
        assert commands.load(Settings(_env_file=None, database_url=bots[0].database), files) == 0
        weather = Weather(slack, discord, bots, rng)
        is_asked = partial(_is_asked, bots[0])
        talkers = Talkers({"slack": slack, "discord": discord}, rng, is_asked, weather.acted)
        *asked, one_more = questions(talkers, slack, discord, rng, QUESTIONS + 1)
        town = Town(slack, discord, bots, talkers, asked)
        try:
            for bot in bots:
                bot.start()
            for bot in bots:
                await eventually(bot.is_well, 60)
            weather.begin()
            shaking = asyncio.create_task(weather.shake())
            await town.everybody_talks()
            shaking.cancel()
            weather.calm()
            await town.settles()
            assert bots[0].rows(STUCK) == []
            await town.stands()
            await town.is_held_up(one_more)
            town.check_nobody_else_read_it()
            assert bots[0].rows("SELECT count(*) FROM questions") == [(QUESTIONS + 1,)]
            for bot in bots:
                await eventually(bot.is_well, 60)  # the last one to be killed has begun by now
                assert await bot.end() == 0
        finally:
            for bot in bots:
                bot.kill()
                print(bot.last_words())


def _is_asked(bot: BotProcess, text: str) -> bool:
    return bot.rows(f"SELECT count(*) FROM questions WHERE text = '{text}'") != [(0,)]


def questions(talkers: Talkers, slack: Slack, discord: Discord, rng: random.Random, count: int) -> Iterator[Asked]:
    """Each is asked and answered on one of the platforms: all four ways as often."""
    everywhere = committees.committees(COMMITTEES)
    ways = itertools.cycle(itertools.product(("slack", "discord"), repeat=2))
    for number, (asked, answered) in zip(range(1, count + 1), ways, strict=False):
        asker = talkers.sit(asked, committees.askers(asked, ASKERS)[number // 4 % ASKERS])
        channel = slack.workspace.dm(asker.id) if asked == "slack" else discord.dm(asker.id)
        yield Asked(number, rng.choice(everywhere), asker, channel, answered)
