"""The sender as it runs, in real time and on the wire: killed, hung, cut off from its database, short of room."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from support import databases, discord_bot, slack_talk
from support.board import CARD, UNPACED, Board
from support.databases import on_both
from support.house import eventually

import wiring
from adapters.discord import outbound as discord_outbound
from bot import texts
from bot.boundary import Account, Address, Button, Buttons, Message, OutcomeUnknown, Pace, Platform, RetryAfter, Text
from bot.delivery import claims, outbox, outcomes, sender
from bot.delivery.claims import SendAttempt
from bot.delivery.sender import Sender
from bot.storage.database import connect, migrate, reading
from bot.storage.writer import Writer

pytestmark = on_both

WORDS = texts.read(wiring.CONTENT)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "CUT_OFF", 0.2)
    monkeypatch.setattr(claims, "LEASE", 1.0)
    monkeypatch.setattr(claims, "SETTLE", 0.2)


@dataclass
class Office:
    engine: Engine
    writer: Writer
    words: dict[int, str] = field(default_factory=dict)

    def card(self, _session: Session, subject: int, *_: object) -> Message:
        return Message((Text(self.words[subject]), Buttons((Button("Go", "go", str(subject)),))))

    async def say(self, to: Address, *subjects: int) -> None:
        for subject in subjects:
            self.words[subject] = f"message {subject}"
            await self.writer.do(lambda session, subject=subject: outbox.say(session, to, CARD, subject, "en"))

    async def claim(self, platform: Platform) -> list[SendAttempt]:
        return await self.writer.do(lambda session: claims.claim(session, {platform.name: platform}, 32, time.time()))

    @asynccontextmanager
    async def sending(self, platform: Platform) -> AsyncIterator[Sender]:
        sending = Sender(self.engine, self.writer, WORDS, {CARD: self.card}, {platform.name: platform})
        task = asyncio.create_task(sending.run())
        try:
            yield sending
            assert not task.done()
        finally:
            task.cancel()
            await asyncio.wait((task,), timeout=10)

    def unsent(self) -> bool:
        with reading(self.engine) as session:
            return outbox.oldest_unsent(session, ("slack", "discord")) is not None


@pytest.fixture
def here(tmp_path: Path, database: str) -> Iterator[Office]:
    with _office(tmp_path) as here:
        yield here


@contextmanager
def _office(folder: Path) -> Iterator[Office]:
    engine = connect(databases.address(folder, "office"))
    migrate(engine)
    writer = Writer(engine, outbox.note_changes)
    try:
        yield Office(engine, writer)
    finally:
        writer.close()
        engine.dispose()


# On the wire -----------------------------------------------------------------------------------------------------

DEATHS = ["after the claim", "before it arrives", "after the platform accepted", "after the finish"]


async def die(here: Office, platform: Platform, when: str) -> None:
    """A sender that does one step and gets no further than this."""
    (step,) = await here.claim(platform)
    if when not in ("after the claim", "before it arrives"):
        with reading(here.engine) as session:
            message = here.card(session, step.subject)
        remote = await platform.post(Address.parse(step.address), message, step.delivery, step.since)
        if when == "after the finish":
            finish = outcomes.finish
            await here.writer.do(lambda session: finish(session, step, remote, time.time(), platform.paces))


@pytest.mark.parametrize("when", DEATHS)
async def test_a_new_sender_goes_on_where_one_died_on_slack(here: Office, when: str) -> None:
    async with slack_talk.connected(slack_talk.Core()) as (slack, connection):
        await here.say(slack_talk.place(slack_talk.LINCOLN), 1, 2)
        if when == "before it arrives":
            slack.faults.next("chat.postMessage", "drop_before")
        await die(here, connection.platform, when)
        await here.writer.do(claims.release_leases)
        async with here.sending(connection.platform):
            await eventually(lambda: not here.unsent())
        shown = [message.text for message in slack.sit(slack_talk.SOTO).messages(slack_talk.LINCOLN)]
        assert [text.splitlines()[0] for text in shown] == ["message 1", "message 2"]
        assert len(slack.accepted_posts(slack_talk.LINCOLN)) == 2


@pytest.mark.parametrize("nonce_lives", [120.0, -1.0])
@pytest.mark.parametrize("when", DEATHS)
async def test_a_new_sender_goes_on_where_one_died_on_discord(
    here: Office, when: str, nonce_lives: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord_outbound, "NONCE_LIVES", nonce_lives)
    core = discord_bot.Core()
    async with discord_bot.pretending() as discord, discord_bot.connected(discord, core) as connection:
        await discord.sit("11").say(discord_bot.FAMILIES, "hello")  # an empty channel may be one that it cannot read
        await here.say(discord_bot.ADDRESS, 1, 2)
        if when == "before it arrives":
            discord.faults.next("POST /channels/{channel_id}/messages", "drop_before")
        await die(here, connection.platform, when)
        await here.writer.do(claims.release_leases)
        async with here.sending(connection.platform):
            await eventually(lambda: not here.unsent())
        shown = [message.text for message in discord.messages(discord_bot.FAMILIES)]
        assert shown == ["hello", "message 1", "message 2"]


# Hung ------------------------------------------------------------------------------------------------------------


@dataclass
class Hanging(Board):
    """Its first `hangs` posts never end, though they arrive. Remembers how many were under way to one channel."""

    hangs: int = 1
    at_once: int = 0
    most_at_once: int = 0
    began: list[float] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        self.began.append(time.time())
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            remote = await super().post(to, message, delivery, since)
            if len(self.began) <= self.hangs:
                await asyncio.Event().wait()
            return remote
        finally:
            self.at_once -= 1
            self.ended.append(time.time())


async def test_a_hung_send_is_cut_off_long_before_its_lease_ends(here: Office) -> None:
    board = Hanging()
    await here.say(Address("slack", "T1", "C1"), 1, 2)
    async with here.sending(board):
        await eventually(lambda: not here.unsent())
    assert [one.text.splitlines()[0] for one in board.accepted] == ["message 1", "message 2"]
    assert board.most_at_once == 1
    assert board.ended[0] - board.began[0] < claims.LEASE / 2
    assert board.began[1] - board.ended[0] >= claims.SETTLE - 0.01


async def test_an_end_waits_for_what_is_under_way_but_not_for_ever(here: Office) -> None:
    board = Hanging(hangs=99)
    await here.say(Address("slack", "T1", "C1"), 1)
    began = time.monotonic()
    async with here.sending(board):
        await eventually(lambda: board.at_once)
    assert board.at_once == 0
    assert time.monotonic() - began < 5


async def test_one_channel_that_hangs_holds_up_no_other(here: Office) -> None:
    board = Hanging()
    for number in range(1, 4):
        await here.say(Address("slack", "T1", f"C{number}"), number)
    async with here.sending(board):
        await eventually(lambda: len(board.ended) >= 2, sender.CUT_OFF)
        await eventually(lambda: not here.unsent())
    assert len(board.accepted) == 3


async def test_without_room_it_waits_for_the_end_of_a_send(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "AT_ONCE", 2)
    monkeypatch.setattr(sender, "CUT_OFF", 0.5)
    looks: list[float] = []
    board = Hanging(hangs=2)
    async with here.sending(board) as sending:
        look = sending._send_what_is_due

        async def counting() -> float:
            looks.append(time.monotonic())
            return await look()

        monkeypatch.setattr(sending, "_send_what_is_due", counting)
        for number in range(1, 12):
            await here.say(Address("slack", "T1", f"C{number}"), number)
        await eventually(lambda: board.at_once == 2)
        before = len(looks)
        await asyncio.sleep(0.3)
        assert len(looks) - before <= 2
        await eventually(lambda: not here.unsent(), 2)  # not one a second
    assert len(board.accepted) == 11


# Without its database --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["_next_due", "claim", "finish"])
async def test_it_outlives_a_time_without_a_database(here: Office, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    board = Board()
    whole = getattr(Sender if where == "_next_due" else sender, where)
    times = iter(range(10))

    def away(*given: object, **more: object) -> object:
        if next(times) == 0:
            raise OperationalError("", {}, Exception("gone"))
        return whole(*given, **more)

    async with here.sending(board):
        await asyncio.sleep(0.05)
        monkeypatch.setattr(Sender if where == "_next_due" else sender, where, away)
        await here.say(Address("slack", "T1", "C1"), 1)
        await eventually(lambda: not here.unsent())
    assert len(board.accepted) == 1


async def test_while_it_waits_for_its_pace_it_looks_once_for_each_send(
    here: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ends with nothing more to be done there is no reason to look."""
    looks, whole = list[str](), Sender._next_due

    def noted(sender: Sender, session: Session) -> float:
        looks.append("")
        return whole(sender, session)

    monkeypatch.setattr(Sender, "_next_due", noted)
    board = Board("slack", paces=dict.fromkeys(UNPACED, Pace(workspace=0.1)))
    here.words[0] = "message"

    def all_at_once(session: Session) -> None:
        for number in range(20):
            outbox.say(session, Address("slack", "T1", f"C{number}"), CARD, 0, "en")

    await here.writer.do(all_at_once)
    async with here.sending(board):
        await eventually(lambda: not here.unsent())
    assert len(looks) <= 2 * 20 + 5  # before a claim, and in it


async def test_what_cannot_be_drawn_is_tried_again(here: Office) -> None:
    board = Board()
    board.fails(OutcomeUnknown())
    await here.say(Address("slack", "T1", "C1"), 1)
    words = here.words.pop(1)
    async with here.sending(board):
        await asyncio.sleep(0.3)
        here.words[1] = words
        await eventually(lambda: not here.unsent())
    assert len(board.accepted) == 1


# To somebody alone -----------------------------------------------------------------------------------------------


class Closed(Board):
    """Where a DM can be opened from the third attempt on, and is opened once."""

    async def open_dm(self, account: Account) -> Address:
        self.asked.append("open")
        if len(self.asked) < 3:
            raise OutcomeUnknown if len(self.asked) == 1 else RetryAfter(0.05)
        return await super().open_dm(account)


async def test_a_dm_is_opened_when_there_is_something_to_say(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "AGAIN", 0.05)
    board, to = Closed(), Address.alone_with(Account("slack", "T1", "U1"))
    assert Address.parse(str(to)).account == Account("slack", "T1", "U1")
    async with here.sending(board):
        await here.say(to, 1)
        await eventually(lambda: board.standing)
        await here.say(to, 2)
        await eventually(lambda: len(board.standing) == 2)
    assert board.asked == ["open", "open", "open", "post", "post"]
    assert {one.at for one in board.accepted} == {Address("slack", "T1", "DU1")}
