"""Files that people sent to the bot. They are fetched and read outside handlers, and what was read is kept by one
process, once, however often a file was read."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Engine, delete, false, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Address, Attachment, Platform, Refused
from bot.storage import context
from bot.storage.database import reading
from bot.storage.tables import Table
from bot.storage.writer import Writer
from bot.texts import Texts

LEASE = 180.0  # seconds for which one process fetches and reads a file
PATIENCE = 60.0  # seconds until a fetch is given up
AGAIN, TRIES = 5.0, 6  # seconds until a file is begun anew, and how often it is
LOOK = 1.0  # seconds until the next look

log = structlog.get_logger()


class ReceivedFile(Table):
    """`kind` is a name of `bot.routes.HOUSE.files`; `due_at` a Unix time."""

    __tablename__ = "received_files"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject: Mapped[int]
    address: Mapped[str]  # of the place where it lies
    reference: Mapped[str]
    due_at: Mapped[float] = mapped_column(default=0.0, index=True)
    tries: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True)
class Reading:
    """`read` makes something of a file, in a thread of its own; `keep` is given that, or None where the file could not
    be had or read."""

    read: Callable[[Session, int, bytes, Texts], Any]
    keep: Callable[[Session, int, Any], None]


@dataclass(frozen=True)
class _Taken:
    id: int
    kind: str
    subject: int
    at: Address
    reference: str
    tries: int


def receive(session: Session, kind: str, subject: int, at: Address, file: Attachment) -> None:
    session.add(ReceivedFile(kind=kind, subject=subject, address=str(at), reference=file.reference))


class Receiver:
    """Takes the files that lie on the platforms that are connected here."""

    def __init__(
        self,
        engine: Engine,
        writer: Writer,
        texts: Texts,
        platforms: Mapping[str, Platform],
        readings: Mapping[str, Reading],
        now: Callable[[], datetime],
    ) -> None:
        self._engine, self._writer, self._texts = engine, writer, texts
        self._platforms, self._readings, self._now = platforms, readings, now

    async def run(self) -> None:
        """Until cancelled. Survives an outage of the database, and a fault of ours."""
        while True:
            try:
                while await self.take_one():
                    pass
            except Exception as error:
                log.error("no file can be received", exc_info=error)
            await asyncio.sleep(LOOK)

    async def take_one(self) -> bool:
        """Whether there was one."""
        if not await asyncio.to_thread(self._is_any_due):
            return False
        taken = await self._writer.do(self._claim)
        if taken is not None:
            try:
                await self._see_to(taken)
            except Exception as error:  # its lease ends by itself, and then it is begun anew
                log.error("file not taken in", file=taken.id, exc_info=error)
        return taken is not None

    def _is_any_due(self) -> bool:
        with reading(self._engine) as session:
            return session.scalar(select(ReceivedFile.id).where(*self._due(time.time())).limit(1)) is not None

    def _due(self, now: float) -> Sequence[ColumnElement[bool]]:
        """Of kinds that this version knows: another one may work on the same database. Those of a platform that is not
        connected wait for it."""
        here = (ReceivedFile.address.startswith(f"{name}:", autoescape=True) for name in [*self._platforms])
        return ReceivedFile.due_at <= now, ReceivedFile.kind.in_(self._readings), or_(false(), *here)

    def _claim(self, session: Session) -> _Taken | None:
        now = time.time()
        due = select(ReceivedFile).where(*self._due(now)).order_by(ReceivedFile.due_at, ReceivedFile.id)
        for row in session.scalars(due.limit(20)):
            mine = (ReceivedFile.id == row.id, ReceivedFile.due_at == row.due_at)
            later = update(ReceivedFile).where(*mine).values(due_at=now + LEASE, tries=row.tries + 1)
            if session.connection().execute(later).rowcount:
                at = Address.parse(row.address)
                return _Taken(row.id, row.kind, row.subject, at, row.reference, row.tries + 1)
        return None

    async def _see_to(self, taken: _Taken) -> None:
        """What was begun often enough and never kept, as its process ended each time, can't be read."""
        if taken.tries > TRIES:
            log.warning("file given up", file=taken.id)
            return await self._keep(taken, None)
        try:
            async with asyncio.timeout(PATIENCE):
                content = await self._platforms[taken.at.platform].fetch(taken.at, taken.reference)
        except Refused as error:
            log.info("file refused", file=taken.id, reason=error.reason)
            return await self._keep(taken, None)
        except Exception as error:  # the platform is away, or says what nobody understands
            if taken.tries < TRIES:
                log.info("file put off", file=taken.id, reason=type(error).__name__)
                again = time.time() + max(AGAIN, getattr(error, "after", 0.0))
                return await self._writer.do(lambda session: _put_off(session, taken.id, again))
            return await self._keep(taken, None)
        return await self._keep(taken, await asyncio.to_thread(self._read, taken, content))

    def _read(self, taken: _Taken, content: bytes) -> object:
        """None: it cannot be read. What stands in it goes into no log."""
        try:
            with reading(self._engine) as session:
                return self._readings[taken.kind].read(session, taken.subject, content, self._texts)
        except Exception as error:  # of a file anything may be wrong
            log.error("file not read", file=taken.id, error=type(error).__name__)
            return None

    async def _keep(self, taken: _Taken, found: object) -> None:
        await self._writer.do(lambda session: self._put_down(session, taken, found), alone=True)

    def _put_down(self, session: Session, taken: _Taken, found: object) -> None:
        context.of(session).now = self._now()
        gone = delete(ReceivedFile).where(ReceivedFile.id == taken.id).returning(ReceivedFile.id)
        if session.scalar(gone) is not None:
            self._readings[taken.kind].keep(session, taken.subject, found)


def _put_off(session: Session, id: int, until: float) -> None:
    session.execute(update(ReceivedFile).where(ReceivedFile.id == id).values(due_at=until))
