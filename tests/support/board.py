"""A platform that does as a test tells it, and an office that sends to it, in a time that the test moves."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from support import databases

from bot.boundary import (
    Account,
    Address,
    Message,
    NoEvidence,
    OutcomeUnknown,
    Pace,
    Refused,
    RetryAfter,
    Text,
)
from bot.delivery import claims, outbox, outcomes, posting, rulings, sender
from bot.delivery.claims import SendAttempt
from bot.delivery.outbox import NEVER, Delivery, Destination
from bot.delivery.outcomes import Unneeded
from bot.storage import database
from bot.storage.writer import Writer

T = TypeVar("T")
CARD = "word"
START = 1_790_000_000.0  # Unix time
PACES = {"post": Pace(channel=1.0, workspace=0.1), "edit": Pace(workspace=1.25), "delete": Pace(workspace=1.25)}
UNPACED = dict.fromkeys(PACES, Pace())


@dataclass
class Shown:
    """A message that stands."""

    at: Address
    delivery: int
    text: str


@dataclass
class Board:
    """`will` says how the next calls end, an error by being raised; after that all goes well. What `arrives` is done
    in spite of the error. `tells` whether it can be looked up what stands."""

    name: str = "slack"
    paces: Mapping[str, Pace] = field(default_factory=lambda: UNPACED)
    tells: bool = True
    will: deque[tuple[Exception | None, bool]] = field(default_factory=deque)
    standing: dict[str, Shown] = field(default_factory=dict)  # by the platform's id
    accepted: list[Shown] = field(default_factory=list)  # every post, in order
    asked: list[str] = field(default_factory=list)  # the names of all calls
    first: int = 0  # the number in its id of what is posted first

    def fails(self, error: Exception, *, arrives: bool = False) -> None:
        self.will.append((error, arrives))

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        self.asked.append("post")
        if since is not None:
            if not self.tells:
                raise NoEvidence
            if found := self.standing_of(delivery):
                return found
        error, arrives = self.will.popleft() if self.will else (None, True)
        remote = self.accept(to, message.introduced().text(), delivery) if arrives else ""
        if error:
            raise error
        return remote

    async def find(self, to: Address, message: Message, delivery: int, since: float) -> str:
        self.asked.append("find")
        if not self.tells:
            raise NoEvidence
        return self.standing_of(delivery)

    async def edit(self, at: Address, remote: str, message: Message, delivery: int) -> None:
        self.asked.append("edit")
        error, arrives = self.will.popleft() if self.will else (None, True)
        if arrives:
            self.standing[remote].text = message.introduced().text()
        if error:
            raise error

    async def delete(self, at: Address, remote: str) -> None:
        self.asked.append("delete")
        error, arrives = self.will.popleft() if self.will else (None, True)
        if arrives:
            self.standing.pop(remote, None)
        if error:
            raise error

    async def open_dm(self, account: Account) -> Address:
        return Address(self.name, account.workspace, f"D{account.user}")

    def accept(self, to: Address, text: str, delivery: int) -> str:
        remote = f"{self.first + len(self.accepted):04}"
        self.standing[remote] = Shown(to, delivery, text)
        self.accepted.append(Shown(to, delivery, text))
        return remote

    def standing_of(self, delivery: int) -> str:
        return next((remote for remote, one in self.standing.items() if one.delivery == delivery), "")

    def texts(self, channel: str = "C1") -> list[str]:
        return [one.text for one in self.standing.values() if one.at == at(channel)]


def at(channel: str) -> Address:
    """ "C1" is a channel, "C1/17" a thread in it."""
    return Address.parse(f"slack:T1/{channel}")


@dataclass
class Office:
    """Says things, and takes the sender's steps one by one."""

    engine: Engine
    writer: Writer
    board: Board
    now: float = START
    words: dict[int, str] = field(default_factory=dict)  # what the card of each subject says

    async def say(self, subject: int, channel: str = "C1") -> None:
        self.words.setdefault(subject, f"{subject}")
        await self.writer.do(lambda session: outbox.say(session, at(channel), CARD, subject, "en"))

    async def change(self, subject: int, text: str) -> None:
        self.words[subject] = text
        await self.writer.do(lambda session: outbox.change(session, CARD, subject))

    async def remove(self, subject: int) -> None:
        await self.writer.do(lambda session: outbox.remove(session, CARD, subject))

    async def try_again(self, subject: int) -> None:
        await self.writer.do(lambda session: rulings.try_again(session, CARD, subject))

    async def restart(self) -> None:
        """As a process does that comes after one that died."""
        await self.writer.do(claims.release_leases)

    async def claim(self, room: int = 32) -> list[SendAttempt]:
        return await self.writer.do(lambda session: claims.claim(session, {"slack": self.board}, room, self.now))

    async def attempt(self, step: SendAttempt) -> str | Exception:
        """What the sender does between claim and finish."""
        to, message = Address.parse(step.address), self.card(step.subject)
        try:
            if step.do == "post":
                return await posting.post(self.board, to, message, step)
            if step.do == "edit":
                await self.board.edit(to, step.remote, message, step.delivery)
            else:
                await self.board.delete(to, step.remote)
        except (RetryAfter, Refused, OutcomeUnknown, NoEvidence, Unneeded) as error:
            return error
        return step.remote

    async def finish(self, step: SendAttempt, result: str | Exception) -> None:
        await self.writer.do(lambda session: outcomes.finish(session, step, result, self.now, self.board.paces))

    async def carry_out(self) -> list[str]:
        """All that can be done at this moment, from claim to finish; what that was."""
        steps = await self.claim()
        for step in steps:
            await self.finish(step, await self.attempt(step))
        return [step.do for step in steps]

    async def settle(self) -> None:
        """Goes from one due moment to the next until nothing is left to do."""
        for _ in range(1000):
            if not await self.carry_out():
                due_at = self.look(lambda session: session.scalar(select(func.min(Destination.due_at))))
                if due_at is None or due_at == NEVER:
                    return
                leased = self.look(lambda session: session.scalar(select(func.max(Destination.leased_until)))) or 0.0
                self.now = max(self.now + 0.001, due_at if due_at > self.now else leased)
        raise AssertionError("it never settles")

    def card(self, subject: int) -> Message:
        return Message((Text(self.words[subject]),))

    def deliveries(self) -> list[Delivery]:
        """In the order in which they were said."""
        return self.look(lambda session: list(session.scalars(select(Delivery).order_by(Delivery.id))))

    def look(self, query: Callable[[Session], T]) -> T:
        with database.reading(self.engine) as session:
            return query(session)


@contextmanager
def office(folder: Path, board: Board, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """On a database of its own, which takes the office's time for the real one."""
    engine = database.connect(databases.address(folder, "office"))
    database.migrate(engine)
    writer = Writer(engine, outbox.note_changes)
    place = Office(engine, writer, board)
    for module in (outbox, sender):
        monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: place.now))
    try:
        yield place
    finally:
        writer.close()
        engine.dispose()


# Fixtures, which a test file imports and names in `__all__` --------------------------------------------------------


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def here(tmp_path: Path, database: str, board: Board, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    with office(tmp_path, board, monkeypatch) as here:
        yield here
