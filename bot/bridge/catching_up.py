"""What was said while nobody here heard it: asked for when the bot comes (back) to a workspace, in every thread in
which somebody may still say something."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Address, Deleted, Edited, FateUnknown, Handle, Joined, Missed, NotNow, Platform, Refused
from bot.bridge.model import Carried, Talk, Thread
from bot.outbox import Delivery, State
from bot.writer import Writer

MOST = 500  # threads, the newest ones
AGAIN = 5.0  # seconds until the next attempt where a platform does not answer
TRIES = 5
RECENT = 86_400.0  # seconds; what is done for so long is not looked at again

log = structlog.get_logger()


@dataclass(frozen=True)
class Known:
    """A thread, and the messages in it that are known to stand, each in its last known edition."""

    at: Address
    messages: Mapping[str, float]

    def holds(self, event: Missed) -> bool:
        """Whether it tells nothing that is not known. Most of a history does not, and need not be written again."""
        if isinstance(event, Deleted):
            return False
        edition = event.edition if isinstance(event, Edited) else 0.0
        return edition <= self.messages.get(event.message, -1.0)


class CatchingUp:
    def __init__(self, writer: Writer, handle: Handle, platforms: Mapping[str, Platform]) -> None:
        self._writer, self._handle, self._platforms = writer, handle, platforms
        self._under_way: dict[str, asyncio.Task[None]] = {}  # by workspace

    def begin(self, joined: Joined) -> None:
        """From the beginning, should it be under way already."""
        if before := self._under_way.get(joined.id):
            before.cancel()
        self._under_way[joined.id] = task = asyncio.create_task(self._catch_up(joined))
        task.add_done_callback(self._end)

    async def stop(self) -> None:
        for task in self._under_way.values():
            task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way.values())

    def _end(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            log.error("not caught up", exc_info=error)

    async def _catch_up(self, joined: Joined) -> None:
        platform = self._platforms.get(joined.platform)
        if platform is None:
            return
        done: set[Address] = set()
        while True:  # a card may stand there and its thread not be known yet, because whoever posted it ended
            threads, more = await self._writer.look(
                lambda session: (_threads(session, joined), _opening(session, joined))
            )
            for known in threads:
                if known.at not in done:
                    await self._hear(platform, known)
                    done.add(known.at)
            if not more:
                return
            await asyncio.sleep(AGAIN)

    async def _hear(self, platform: Platform, known: Known) -> None:
        for event in await self._missed(platform, known):
            if not known.holds(event):
                await self._handle(event)

    async def _missed(self, platform: Platform, known: Known) -> Sequence[Missed]:
        for _ in range(TRIES):
            try:
                return await platform.missed(known.at, list(known.messages))
            except Refused as refused:
                log.info("nothing to catch up", address=str(known.at), reason=refused.reason)
                return ()
            except (NotNow, FateUnknown) as error:
                await asyncio.sleep(max(AGAIN, error.after) if isinstance(error, NotNow) else AGAIN)
        log.warning("not caught up", address=str(known.at))
        return ()


def _opening(session: Session, joined: Joined) -> bool:
    """Whether a card may already stand there of which that is not written down."""
    posting = (Delivery.state == State.WAITING) & Delivery.since.is_not(None)
    there = Delivery.address.startswith(f"{joined.platform}:{joined.workspace}/", autoescape=True)
    cards = (Delivery.card == Talk.card) & (Delivery.subject == Talk.subject)
    return session.scalar(select(Delivery.id).join(Talk, cards).where(posting, there).limit(1)) is not None


def _threads(session: Session, joined: Joined) -> list[Known]:
    there = (
        (Delivery.card == Talk.card)
        & (Delivery.subject == Talk.subject)
        & (Delivery.done_at.is_(None) | (Delivery.done_at > time.time() - RECENT))
    )
    open_ones = (
        select(Thread.id, Thread.under)
        .join(Talk)
        .where(
            Thread.under.startswith(f"{joined.platform}:{joined.workspace}/", autoescape=True),
            select(Delivery.id).where(there).exists(),
        )
    )
    rows = session.execute(open_ones.order_by(Thread.id.desc()).limit(MOST)).all()
    said = select(Carried.thread_id, Carried.message, Carried.edition).where(
        Carried.thread_id.in_([row.id for row in rows]), Carried.deleted.is_(False)
    )
    known: dict[int, dict[str, float]] = {row.id: {} for row in rows}
    for thread, message, edition in session.execute(said):
        known[thread][message] = edition
    return [Known(Address.parse(row.under), known[row.id]) for row in reversed(rows)]
