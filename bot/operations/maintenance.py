"""What is done again and again so that nothing piles up: each feature's chores, and the house's own."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.delivery import forgetting, rate_limits
from bot.feature import Chore, Feature
from bot.people import tickets
from bot.storage import keys
from bot.storage.scrubbing import scrub_remains
from bot.storage.seen_keys import forget_keys
from bot.storage.writer import Writer
from bot.timetable import HOUR, MINUTE, Clock, Timetable

DAY = 24 * HOUR
KEYS_KEPT = DAY  # seconds for which a second delivery is known as one; Slack's last comes after minutes
RATES_KEPT = DAY
SAID_KEPT = 30 * DAY  # for so long what stands can be changed or taken away once it is done


def plan(timetable: Timetable, engine: Engine, writer: Writer, clock: Clock, house: Feature) -> None:
    for chore in (*OWN, *house.maintenance):
        timetable.every(chore.every, partial(_do, chore, writer, clock))
    timetable.every(MINUTE, lambda: scrub_remains(engine, writer, (*house.scrubbing, keys.SCRUBBING)))


async def _do(chore: Chore, writer: Writer, clock: Clock) -> None:
    while await writer.do(lambda session: chore.run(session, clock.now()), alone=True):
        pass


def _old(forget: Callable[[Session, float], bool | None], kept: float) -> Chore:
    """Forgets what is older than that, by real time."""

    def run(session: Session, _now: datetime) -> bool:
        return bool(forget(session, time.time() - kept))

    return Chore(HOUR, run)


OWN = (
    _old(tickets.forget, 0.0),
    _old(forget_keys, KEYS_KEPT),
    _old(rate_limits.forget, RATES_KEPT),
    _old(forgetting.forget, SAID_KEPT),
)
