"""A mute that begins while the last one of its committee ends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.cores import core
from support.corner import Corner, corner
from support.workers import LONG, SOON, worker

from bot.questions import muting
from bot.questions.model import to_change
from bot.storage import context

pytestmark = databases.on_postgresql


async def asks(owen: Corner, text: str) -> None:
    await owen.types("ask")
    await owen.clicks("Reading and literacy")
    await owen.fills_in(question=text)
    for label in ("Ask without my name", "Leave my building out", "Send it"):
        await owen.clicks(label)


async def test_a_mute_that_begins_holds_the_key_that_it_needs(tmp_path: Path, database: str) -> None:
    begun, may_commit = threading.Event(), threading.Event()
    async with core(tmp_path) as bot:
        kept = bot.settings.database_url
        owen, priya, now = corner(bot, "Owen Lindqvist"), corner(bot, "Priya Natarajan"), bot.clock.now()
        await asks(owen, "Rude!")
        await priya.presses("question.mute-now", "1")
        await priya.presses("question.unmute", "1")  # no mute is left, but its key is
        ((committee,),) = databases.rows(kept, "select committee_id from mute_keys")

        def mute_slowly(session: Session) -> None:
            context.of(session).now = now
            question = to_change(session, 1)
            assert question is not None
            assert muting.put(session, question, now)
            session.flush()
            begun.set()
            assert may_commit.wait(LONG)

        def end(session: Session) -> None:
            context.of(session).now = now
            muting.end(session, int(str(committee)), now)

        with worker(kept) as one, worker(kept) as other:
            begins = one.submit(mute_slowly)
            assert begun.wait(LONG)
            ends = other.submit(end)
            with pytest.raises(TimeoutError):
                ends.result(SOON)
            may_commit.set()
            begins.result(LONG)
            ends.result(LONG)
        await asks(owen, "Rude again!")
        owen.sees("takes no questions without a name from you until")
