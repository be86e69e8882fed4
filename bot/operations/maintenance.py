"""What is done again and again so that nothing piles up: ballots are added up, what nobody needs any more goes."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot import drafts, notices
from bot.bridge import talks
from bot.delivery import outbox, rate_limits
from bot.people import tickets
from bot.polls import tallies
from bot.storage import scrubbing
from bot.storage.writer import Writer, forget_keys
from bot.timetable import HOUR, MINUTE, Clock, Timetable

FOLDING = 5.0  # seconds between two times that what was noted of ballots is added up
KEYS_KEPT = timedelta(days=1)  # how long a second delivery is known as one; Slack's last comes after minutes
DRAFTS_KEPT = timedelta(days=1)
NOTICES_KEPT = timedelta(days=7)
PACES_KEPT = timedelta(days=1)
SAID_KEPT = timedelta(days=30)  # for so long what stands can be changed or taken away once it is done


def plan(timetable: Timetable, engine: Engine, writer: Writer, clock: Clock) -> None:
    timetable.every(HOUR, lambda: _tidy(writer, clock))
    timetable.every(FOLDING, lambda: _fold(writer))
    timetable.every(MINUTE, lambda: scrubbing.scrub_remains(engine, writer))


async def _fold(writer: Writer) -> None:
    while await writer.do(tallies.fold):
        pass


async def _tidy(writer: Writer, clock: Clock) -> None:
    await writer.do(lambda session: _forget(session, clock.now()))
    before = time.time() - SAID_KEPT.total_seconds()
    while await writer.do(lambda session: outbox.forget(session, before)):
        pass


def _forget(session: Session, now: datetime) -> None:
    tickets.forget(session, time.time())
    forget_keys(session, time.time() - KEYS_KEPT.total_seconds())
    talks.forget(session, time.time() - SAID_KEPT.total_seconds())
    rate_limits.forget(session, time.time() - PACES_KEPT.total_seconds())
    drafts.forget(session, now - DRAFTS_KEPT)
    notices.forget(session, now - NOTICES_KEPT)
