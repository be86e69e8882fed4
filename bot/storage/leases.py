"""Leases: work that one process at a time may do, such as hearing a shard of Discord's gateway."""

from __future__ import annotations

import asyncio
import contextlib
import time
import uuid
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import structlog
from sqlalchemy import delete, or_
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.database import insert
from bot.storage.tables import Table
from bot.storage.writer import Writer

LASTS = 12.0  # seconds; a holder that died is followed by another after at most LASTS + RENEWED
RENEWED = 3.0  # seconds between two renewals, or two attempts

log = structlog.get_logger()


class Lease(Table):
    __tablename__ = "leases"
    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[float]  # Unix time


def take(session: Session, name: str, holder: str, now: float) -> bool:
    """Takes the lease or renews it. False: somebody else holds it."""
    until = now + LASTS
    from_the_future = Lease.until > now + 2 * LASTS  # written before a clock was set back: it would last for ever
    free = or_(Lease.until <= now, Lease.holder == holder, from_the_future)
    add = insert(session)(Lease).values(name=name, holder=holder, until=until)
    taken = add.on_conflict_do_update(
        index_elements=["name"], set_={"holder": holder, "until": until}, where=free
    ).returning(Lease.name)
    return session.scalar(taken) is not None


def give_back(session: Session, holder: str) -> None:
    session.execute(delete(Lease).where(Lease.holder == holder))


def forget_all(session: Session) -> None:
    """For a process that knows itself to be the only one."""
    session.execute(delete(Lease))


async def hold(
    writer: Writer,
    name: str,
    begin: Callable[[], AbstractAsyncContextManager[object]],
    decided: Callable[[bool], None],
) -> None:
    """Is inside `begin()` whenever this process holds the lease, until cancelled. `decided` is called at each attempt
    with whether it does, and in that case has begun."""
    holder = uuid.uuid4().hex
    try:
        while True:
            good_until = time.monotonic() + LASTS
            if not await _take(writer, name, holder):
                decided(False)
                await asyncio.sleep(RENEWED)
            elif time.monotonic() < good_until:
                log.info("lease taken", lease=name)
                keeping = asyncio.create_task(_keep(writer, name, holder, good_until))
                try:
                    async with begin():  # which may take longer than a lease lasts
                        decided(True)
                        await keeping
                        log.warning("lease lost", lease=name)
                finally:
                    keeping.cancel()
                    await asyncio.wait((keeping,))
    finally:
        with contextlib.suppress(DBAPIError):  # it runs out by itself
            await writer.aside(lambda session: give_back(session, holder))


async def _take(writer: Writer, name: str, holder: str) -> bool:
    """Without a database nobody can know that they hold it."""
    try:
        return await writer.aside(lambda session: take(session, name, holder, time.time()))
    except DBAPIError as error:
        log.error("lease not to be had", lease=name, exc_info=error)
        return False


async def _keep(writer: Writer, name: str, holder: str, good_until: float) -> None:
    """Returns when the lease is lost: somebody else has it, or the database was away for too long to know."""
    while (renewed_at := time.monotonic()) < good_until:
        renewal = writer.aside(lambda session: take(session, name, holder, time.time()))
        try:
            async with asyncio.timeout(good_until - renewed_at):  # wait_for may lose a cancellation
                if not await renewal:
                    return
            good_until = renewed_at + LASTS
        except TimeoutError:
            return
        except DBAPIError as error:
            log.error("lease not renewed yet", lease=name, exc_info=error)
        await asyncio.sleep(RENEWED)
