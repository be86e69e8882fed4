"""What nobody meant, once: it costs what it is about, and all that works in the background goes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from discord.http import HTTPClient
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from structlog.testing import capture_logs
from support import databases, workers
from support.board import Board
from support.bridged import DISCORD, opened
from support.cores import core
from support.databases import on_either
from support.house import eventually
from support.posting import Platform

from adapters.discord import files
from adapters.slack import wire
from adapters.slack.wire import Bot
from adapters.slack.workspaces import AppSecrets, Workspaces
from bot.boundary import Address, Attachment, Counted, Joined, Missed, Secret
from bot.bridge import unwritten
from bot.bridge.catching_up import CatchingUp
from bot.delivery import received, sender
from bot.delivery.received import Reading, Receiver, receive
from bot.delivery.sender import Sender
from bot.storage import database as store
from bot.storage.writer import Writer

pytestmark = on_either

KIND, FAULTS = "notes", 3
SQUARE = "discord:1268401200690098927/1208438037586371632"
Kept = list[tuple[int, object]]


@dataclass
class Lying(Platform):
    """Where files lie by their names; some of them cannot be told from what Discord says."""

    odd: Sequence[str] = ()
    asked: list[str] = field(default_factory=list)

    async def fetch(self, at: Address, reference: str) -> bytes:
        self.asked.append(reference)
        if reference in self.odd:
            raise KeyError("size")
        return reference.encode()


@dataclass
class Desk:
    """Takes files in, as long as its block lasts."""

    writer: Writer
    kept: Kept
    task: asyncio.Task[None]

    async def gets(self, subject: int, reference: str, kind: str = KIND, platform: str = "discord") -> None:
        file, at = Attachment("a.csv", 3, reference), Address(platform, "7", "5")
        await self.writer.do(lambda session: receive(session, kind, subject, at, file))


@contextmanager
def working(folder: Path) -> Iterator[tuple[Engine, Writer]]:
    url = databases.address(folder)
    with workers.engine(url) as engine, workers.worker(url) as writer:
        yield engine, writer


@asynccontextmanager
async def desk(
    folder: Path, there: Platform, keep: Callable[[int, object], None] = lambda _subject, _found: None
) -> AsyncIterator[Desk]:
    kept: Kept = []

    def note(_session: Session, subject: int, found: object) -> None:
        keep(subject, found)
        kept.append((subject, found))

    with working(folder) as (engine, writer):
        readings = {KIND: Reading(lambda _session, _subject, content, _texts: content, note)}
        receiver = Receiver(engine, writer, {}, {"discord": there}, readings, lambda: datetime.now(UTC))
        task = asyncio.create_task(receiver.run())
        try:
            yield Desk(writer, kept, task)
            assert not task.done()
        finally:
            task.cancel()
            await asyncio.wait((task,))


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AGAIN", "LOOK"):
        monkeypatch.setattr(received, name, 0.01)


# Files that people send to the bot -------------------------------------------------------------------------------


async def test_a_file_of_which_the_platform_says_something_odd_holds_up_no_others(tmp_path: Path) -> None:
    """It is tried again, and in the end its sender is told that it could not be read."""
    there = Lying("discord", odd=("odd",))
    with capture_logs() as logged:
        async with desk(tmp_path, there) as here:
            await here.gets(1, "odd")
            await here.gets(2, "as always")
            await eventually(lambda: len(here.kept) == 2)
    assert sorted(here.kept, key=str) == [(1, None), (2, b"as always")]
    assert there.asked.count("odd") == received.TRIES
    assert {one["reason"] for one in logged if one["event"] == "file put off"} == {"KeyError"}


async def test_nor_does_one_at_which_what_takes_it_in_is_at_fault(tmp_path: Path) -> None:
    def keep(subject: int, _found: object) -> None:
        if subject == 1:
            raise ZeroDivisionError

    with capture_logs() as logged:
        async with desk(tmp_path, Lying("discord"), keep) as here:
            await here.gets(1, "first")
            await here.gets(2, "second")
            await eventually(lambda: here.kept == [(2, b"second")])
    assert [one["log_level"] for one in logged if one["event"] == "file not taken in"] == ["error"]


async def test_nor_does_it_once_it_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sender can't be told either; that is tried again and again."""
    monkeypatch.setattr(received, "LEASE", 0.0)
    tries: list[object] = []

    def keep(subject: int, found: object) -> None:
        if subject == 1:
            tries.append(found)
            raise ZeroDivisionError

    async with desk(tmp_path, Lying("discord"), keep) as here:
        await here.gets(1, "first")
        await eventually(lambda: tries.count(None) > 1)
        await here.gets(2, "second")
        await eventually(lambda: here.kept == [(2, b"second")])


async def test_a_newer_version_takes_in_what_this_one_does_not_know(tmp_path: Path) -> None:
    there = Lying("discord")
    async with desk(tmp_path, there) as here:
        await here.gets(1, "of a new kind", kind="new")
        await here.gets(2, "as always")
        await eventually(lambda: here.kept == [(2, b"as always")])
    assert there.asked == ["as always"]
    assert databases.rows(databases.address(tmp_path), "select kind, tries from received_files") == [("new", 0)]


async def test_those_of_a_platform_that_is_not_connected_hold_up_no_others(tmp_path: Path) -> None:
    there = Lying("discord")
    async with desk(tmp_path, there) as here:
        for number in range(25):
            await here.gets(number, "on Slack", platform="slack")
        await here.gets(26, "as always")
        await eventually(lambda: here.kept == [(26, b"as always")])
    tries = databases.rows(databases.address(tmp_path), "select distinct tries from received_files")
    assert (there.asked, tries) == (["as always"], [(0,)])


@pytest.mark.parametrize("odd", [{"size": None}, {"size": "3"}, {"url": None}, {"size": files.LARGEST + 1}])
async def test_of_a_file_without_size_or_address_nothing_is_fetched(odd: dict[str, object]) -> None:
    file = {"id": "9", "url": "https://cdn.example/a", "size": 3}

    class Http(HTTPClient):
        def __init__(self, attachments: object) -> None:
            self.attachments = attachments

        async def get_message(self, channel_id: Any, message_id: Any) -> Any:
            return {"id": message_id, "attachments": self.attachments}

        async def get_from_cdn(self, url: str) -> bytes:
            return url.encode()

    assert await files.fetch(Http([None, file]), "5/8/9") == b"https://cdn.example/a"
    for attachments in ([file | odd], None, "odd", [[]]):
        with pytest.raises(files.Refused):
            await files.fetch(Http(attachments), "5/8/9")


# Slack's tokens --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "odd", [{}, {"access_token": "xoxe-2", "refresh_token": None, "expires_in": 43_200}, {"expires_in": "odd"}]
)
async def test_the_old_token_serves_where_slack_says_something_odd_instead_of_another(
    odd: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Secret("xoxe-1", "refresh-1", time.time() + 3600)

    class Answers(AsyncWebClient):
        async def oauth_v2_access(self, **_: object) -> Any:
            return SimpleNamespace(data=odd)

    class Keyring:
        async def read(self, _workspace: str) -> Secret:
            return old

        async def renew(self, _workspace: str, old: Secret, ask: Callable[[Secret], Awaitable[Secret]]) -> Secret:
            return await ask(old)

    async def bot(_client: object) -> Bot:
        return Bot("T1", "U1", "B1", "Helper")

    monkeypatch.setattr(wire, "who_am_i", bot)
    here = Workspaces(Answers, lambda _workspace: None, Keyring(), AppSecrets("1.2", "secret"))  # type: ignore[arg-type]  # no whole keyring
    assert (await here.at("T1")).secret == old


# All else that goes on in the background -------------------------------------------------------------------------


async def test_the_sender_looks_again_after_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some row of the outbox that nobody thought of, say."""
    looks, whole = list[str](), sender.Sender._send_what_is_due

    async def look(here: Sender) -> float:
        looks.append("")
        if len(looks) == 1:
            raise ZeroDivisionError
        return await whole(here)

    monkeypatch.setattr(sender.Sender, "_send_what_is_due", look)
    with working(tmp_path) as (engine, writer), capture_logs() as logged:
        here = Sender(engine, writer, {}, {}, {"slack": Board()})
        task = asyncio.create_task(here.run())
        await eventually(lambda: len(looks) > 1)
        assert not task.done()
        task.cancel()
        await asyncio.wait((task,))
    assert [one["event"] for one in logged if one["log_level"] == "error"] == ["nothing can be sent"]


async def test_what_was_not_written_down_is_caught_up_after_a_fault_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unwritten, "LOOK", 0.01)
    tries, caught_up = list[str](), list[str]()

    class Odd:
        async def do(self, _run: object) -> None:
            tries.append("")
            if len(tries) == 1:
                raise ZeroDivisionError

    owed = unwritten.Unwritten(Odd(), lambda joined: caught_up.append(joined.workspace))  # type: ignore[arg-type]  # no Writer, so that it can fail
    owed.note(Joined(platform="discord", workspace="1"))
    await eventually(lambda: caught_up == ["1"])
    await owed.stop()


class HalfOdd(Board):
    """Of one thread it tells what can't be read."""

    async def missed(self, at: Address, known: Sequence[str], after: str = "") -> Sequence[Missed]:
        if str(at) == f"{DISCORD}/77":
            raise ValueError("invalid literal for int()")
        return [Counted(id="9", place=at, message="9", counts={"👍": 1})]


async def test_an_odd_history_costs_its_thread_and_not_the_round(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot, DISCORD, SQUARE)
        heard: list[str] = []

        async def hear(event: Missed) -> None:
            heard.append(str(event.place))

        catching_up = CatchingUp(bot.writer, hear, {"discord": HalfOdd("discord")}, bot.frame.in_hand)
        with capture_logs() as logged:
            catching_up.begin(Joined(platform="discord", workspace=Address.parse(DISCORD).workspace))
            await eventually(lambda: heard == [f"{SQUARE}/100.1"])
        assert [(one["event"], one.get("address")) for one in logged] == [("not caught up", f"{DISCORD}/77")]
        await catching_up.stop()


@databases.on_postgresql
def test_one_who_listens_outlives_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of PostgreSQL, whose word that there is something to send others wait for."""
    monkeypatch.setattr(store, "AGAIN", 0.01)
    heard: list[str] = []

    def hear() -> None:
        heard.append("")
        if len(heard) <= FAULTS:
            raise ZeroDivisionError

    with capture_logs() as logged, working(tmp_path) as (engine, writer), store.listening(engine, hear):
        for _ in range(200):
            writer.submit(store.wake_others).result(workers.LONG)
            if len(heard) > FAULTS:
                break
            time.sleep(0.05)
        assert len(heard) > FAULTS
    told = [one["error"] for one in logged if one["event"] == "hears no other process"]
    assert told == ["ZeroDivisionError"], "once, not each time"
