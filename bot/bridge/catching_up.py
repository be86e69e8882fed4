"""What was said while nobody here heard it: asked for when the bot comes (back) to a workspace, in every thread in
which somebody may still say something. What is said there meanwhile waits for it (see `thread_queue`)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import structlog
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from bot.boundary import (
    Address,
    Counted,
    Deleted,
    Edited,
    Joined,
    Missed,
    OutcomeUnknown,
    Platform,
    Refused,
    RetryAfter,
)
from bot.bridge.carrying import MESSAGE
from bot.bridge.joined import reactions
from bot.bridge.joined.model import JOINED
from bot.bridge.model import HeldMessage, RelayedMessage, Talk, Thread
from bot.bridge.unwritten import Unwritten
from bot.delivery.outbox import Delivery, State
from bot.people.places import Place
from bot.storage.outages import takes_nothing
from bot.storage.writer import Writer

MOST = 500  # threads, the newest ones
AT_ONCE = 8  # threads that are asked for
AGAIN = 5.0  # seconds until the next attempt where a platform does not answer
TRIES = 5
LOOK = 0.25  # seconds until the next look whether a card that was being posted stands
SETTLED = reactions.JUST + 1.0  # seconds from a count until nobody whom it counts is told of any more
RECENT = 86_400.0  # seconds; what is done for so long is not looked at again

log = structlog.get_logger()


@dataclass(frozen=True)
class Known:
    """A thread, and the messages in it that are known to stand, each in its last known edition."""

    at: Address
    messages: Mapping[str, float]
    after: str = ""  # a message, before which nothing was said that is to be heard
    reactions: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # by message; none of others

    @property
    def names(self) -> tuple[Address, Address]:
        """By which it may come: in its channel, or as a channel of its own."""
        return self.at, replace(self.at, channel=self.at.thread, thread="") if self.at.thread else self.at

    def holds(self, event: Missed) -> bool:
        """Whether it tells nothing that is not known. Most of a history does not, and need not be written again."""
        if isinstance(event, Counted):
            return event.counts == self.reactions.get(event.message, {})
        if isinstance(event, Deleted):
            return False
        edition = event.edition if isinstance(event, Edited) else 0.0
        return edition <= self.messages.get(event.message, -1.0)


@dataclass
class Round:
    """The bot has come to a workspace. `left`: the threads that it still asks for, `asking`: those that it asks for
    now, `done`: those for which it has asked. `more`: there may be others."""

    left: list[Known] = field(default_factory=list)
    asking: list[Known] = field(default_factory=list)
    done: set[Address] = field(default_factory=set)
    more: bool = True

    def is_behind(self, thread: Address) -> bool:
        """Of a thread where somebody waits, it asks next."""
        for known in self.left:
            if thread in known.names:
                self.left.remove(known)
                self.left.insert(0, known)
                return True
        return any(thread in known.names for known in self.asking) or (self.more and thread not in self.done)


class CatchingUp:
    """`hear` is told what was missed, in the order in which it happened. `in_hand` tells which messages of a place wait
    to be written down: they may be gone by then, as those that are."""

    def __init__(
        self,
        writer: Writer,
        hear: Callable[[Missed], Awaitable[None]],
        platforms: Mapping[str, Platform],
        in_hand: Callable[[Address], Sequence[str]],
    ) -> None:
        self._writer, self._hear, self._platforms, self._in_hand = writer, hear, platforms, in_hand
        self._rounds: dict[str, Round] = {}  # by workspace
        self._under_way: dict[str, asyncio.Task[None]] = {}  # those that see to them
        self._counting: set[asyncio.Task[None]] = set()
        self.unwritten = Unwritten(writer, self.begin)

    def begin(self, joined: Joined) -> None:
        """From the beginning, should it be under way already."""
        if before := self._under_way.get(joined.id):
            before.cancel()
        self._rounds[joined.id] = round = Round()
        self._under_way[joined.id] = task = asyncio.create_task(self._catch_up(joined, round))
        task.add_done_callback(lambda done: self._end(joined, round, done))

    def is_behind(self, thread: Address) -> bool:
        """Whether something may have been missed there that is still to be heard."""
        round = self._rounds.get(f"{thread.platform}:{thread.workspace}")
        return round is not None and round.is_behind(thread)

    async def stop(self) -> None:
        """What waits for it then is not heard: it is missed, as what came before it."""
        await self.unwritten.stop()
        tasks = [*self._under_way.values(), *self._counting]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def _end(self, joined: Joined, round: Round, done: asyncio.Task[None]) -> None:
        if done.cancelled():
            return
        if error := done.exception():
            log.error("not caught up", exc_info=error)
            if takes_nothing(error):
                self.unwritten.note(joined)
        if self._rounds.get(joined.id) is round:
            del self._rounds[joined.id]

    async def _catch_up(self, joined: Joined, round: Round) -> None:
        platform = self._platforms.get(joined.platform)
        if platform is None:
            return
        pause = LOOK
        opening: set[int] | None = None
        while round.more:
            threads, posting = await self._writer.look(
                lambda session: (_threads(session, joined), _opening(session, joined))
            )
            # A card may stand there and its thread not be known yet, because the process that posted it ended. What is
            # posted from now on misses nothing.
            opening = posting if opening is None else opening & posting
            round.left = [known for known in threads if known.at not in round.done]
            # Below what was missed in a joined channel something may have been said, too.
            round.more = bool(opening) or any(known.after for known in round.left)
            async with asyncio.TaskGroup() as group:
                for _ in range(AT_ONCE):
                    group.create_task(self._ask(platform, round))
            if opening:
                await asyncio.sleep(pause)
                pause = min(2 * pause, AGAIN)

    async def _ask(self, platform: Platform, round: Round) -> None:
        """For one thread after the other."""
        while round.left:
            known = round.left.pop(0)
            round.asking.append(known)
            await self._hear_all(platform, known)
            round.done.update(known.names)
            round.asking.remove(known)

    async def _hear_all(self, platform: Platform, known: Known) -> None:
        told = [event for event in await self._missed(platform, known) if not known.holds(event)]
        counts = [event for event in told if isinstance(event, Counted)]
        for event in told:
            if not isinstance(event, Counted):
                await self._hear_one(known, event)
        if counts:  # they may wait for a message, and nothing waits for them
            task = asyncio.create_task(self._count(platform, known, counts))
            self._counting.add(task)
            task.add_done_callback(self._counting.discard)

    async def _count(self, platform: Platform, known: Known, counts: Sequence[Counted]) -> None:
        """One whom a count had not seen yet may be taken for one whom it had, and the other way round: it is asked for
        again, until it says nothing new."""
        at = known.at
        for _ in range(TRIES):
            await asyncio.gather(*(self._hear_one(known, event) for event in counts))
            await asyncio.sleep(SETTLED)
            known = replace(known, reactions=await self._writer.look(lambda session: _reactions(session, at)))
            events = await self._missed(platform, known)
            counts = [event for event in events if isinstance(event, Counted) and not known.holds(event)]
            if not counts:
                return

    async def _hear_one(self, known: Known, event: Missed) -> None:
        try:
            await self._hear(event)
        except Exception as error:  # a fault of ours at one: the others are heard all the same
            log.error("not caught up", address=str(known.at), exc_info=error)

    async def _missed(self, platform: Platform, known: Known) -> Sequence[Missed]:
        for _ in range(TRIES):
            waiting = chain.from_iterable(map(self._in_hand, known.names))
            try:
                return await platform.missed(known.at, [*known.messages, *waiting], known.after)
            except Refused as refused:
                log.info("nothing to catch up", address=str(known.at), reason=refused.reason)
                return ()
            except (RetryAfter, OutcomeUnknown) as error:
                await asyncio.sleep(max(AGAIN, error.after) if isinstance(error, RetryAfter) else AGAIN)
            except Exception as error:  # something odd in one history: the others are heard all the same
                if takes_nothing(error):
                    raise
                log.error("not caught up", address=str(known.at), exc_info=error)
                return ()
        log.warning("not caught up", address=str(known.at))
        return ()


def _reactions(session: Session, thread: Address) -> Mapping[str, Mapping[str, int]]:
    id = session.scalar(select(Thread.id).where(Thread.under == str(thread)))
    return reactions.counted(session, [id]).get(id, {}) if id is not None else {}


def _opening(session: Session, joined: Joined) -> set[int]:
    """Cards that may already stand there without that being written down."""
    posting = (Delivery.state == State.WAITING) & Delivery.since.is_not(None)
    there = Delivery.address.startswith(f"{joined.platform}:{joined.workspace}/", autoescape=True)
    cards = (Delivery.card == Talk.card) & (Delivery.subject == Talk.subject)
    return set(session.scalars(select(Delivery.id).join(Talk, cards).where(posting, there)))


# Where a whole channel is one of the threads, the card from which on it is.
_START = (
    select(func.max(Delivery.remote))
    .where(
        Delivery.card == JOINED,
        Talk.card == JOINED,
        Delivery.subject == Talk.subject,
        Delivery.address == Thread.under,
    )
    .scalar_subquery()
)


def _threads(session: Session, joined: Joined) -> list[Known]:
    there = (
        (Delivery.card == Talk.card)
        & (Delivery.subject == Talk.subject)
        & (Delivery.done_at.is_(None) | (Delivery.done_at > time.time() - RECENT))
    )
    itself = aliased(RelayedMessage)  # one that began a thread, and does not stand in the other channel yet
    waits = (itself.id == Talk.subject) & itself.crossed.is_(False) & itself.deleted.is_(False)
    waits &= Talk.card == MESSAGE
    open_ones = (
        select(Thread.id, Thread.under, _START.label("after"))
        .join(Talk)
        .join(Place, Place.id == Thread.place_id)
        .where(
            Thread.under.startswith(f"{joined.platform}:{joined.workspace}/", autoescape=True),
            or_(select(Delivery.id).where(there).exists(), select(itself.id).where(waits).exists()),
        )
    )
    whole = (Thread.under == Place.address).desc()  # channels that are joined go before threads
    rows = session.execute(open_ones.order_by(whole, Thread.id.desc()).limit(MOST)).all()
    said = select(RelayedMessage.thread_id, RelayedMessage.message, RelayedMessage.edition).where(
        RelayedMessage.thread_id.in_([row.id for row in rows]),
        RelayedMessage.deleted.is_(False),
        RelayedMessage.typed.is_(False),
    )
    held = select(HeldMessage.thread_id, HeldMessage.message, HeldMessage.edition).where(
        HeldMessage.thread_id.in_([row.id for row in rows])
    )
    known: dict[int, dict[str, float]] = {row.id: {} for row in rows}
    for thread, message, edition in (*session.execute(said), *session.execute(held)):
        known[thread][message] = max(edition, known[thread].get(message, 0.0))
    put = reactions.counted(session, [row.id for row in rows])
    return [
        Known(Address.parse(row.under), known[row.id], row.after or "", put.get(row.id, {})) for row in reversed(rows)
    ]
