"""The bot without a platform, but for one that takes what is said: messages stand, or cannot be delivered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from support import databases
from support.board import UNPACED, Board
from support.corner import TEXTS
from support.talk import Core

from bot import routes
from bot.boundary import Account, Address, Missed, Pace, Refused
from bot.bridge import talks
from bot.delivery.sender import Sender
from bot.people import readers


@dataclass
class Platform(Board):
    """`shut` are users who take no direct messages."""

    paces: Mapping[str, Pace] = field(default_factory=lambda: dict.fromkeys(UNPACED, Pace(0.001, 0.0001)))
    shut: Collection[str] = field(default_factory=set)
    largest_file: int = 1_000_000

    async def open_dm(self, account: Account) -> Address:
        if account.user in self.shut:
            raise Refused("cannot_dm")
        return await super().open_dm(account)

    async def fetch(self, at: Address, reference: str) -> bytes:
        return b"a file"

    async def picture(self, account: Account) -> str:
        return ""

    async def missed(self, at: Address, known: Sequence[str], after: str = "") -> Sequence[Missed]:
        return ()


@asynccontextmanager
async def sending(
    bot: Core, *shut: str, platforms: Mapping[str, Platform] | None = None, expected: Collection[str] = ()
) -> AsyncIterator[Sender]:
    """To these platforms, or to two on which `shut` are users who take no direct messages."""
    engine = databases.connect(bot.settings.database_url)
    platforms = platforms or {name: Platform(name, shut=shut) for name in ("slack", "discord")}
    posted = talks.openings(routes.HOUSE.threads)
    cards, now = routes.HOUSE.cards, bot.clock.now
    sender = Sender(engine, bot.writer, TEXTS, cards, platforms, posted, expected, now, readers.at)
    task = asyncio.create_task(sender.run())
    try:
        yield sender
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        engine.dispose()
