"""Drafts, when the same one is posted twice at the same time."""

from __future__ import annotations

import asyncio
from pathlib import Path

from support import databases, talk
from support.talk import LINE, said

from bot import routes, texts
from bot.boundary import Account, Address, Command, Press
from bot.delivery import outbox
from bot.frame import Frame
from bot.storage.database import connect
from bot.storage.writer import Writer
from wiring import CONTENT

RIVERA = Account("slack", "T01CEDAR", "U01RIVERA")
STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")


@databases.on_postgresql
async def test_two_workers_post_one_draft_once(tmp_path: Path, database: str) -> None:
    async with talk.core(tmp_path) as core:
        engine = connect(databases.address(tmp_path))
        other = Writer(engine, outbox.note_changes)
        frames = (core.frame, Frame(other, texts.read(CONTENT), core.clock, routes.HOUSE))
        for draft in range(1, 11):
            line = LINE.removeprefix("/poll ")
            await core.frame.handle(Command(id=f"asks {draft}", actor=RIVERA, place=STAFF, name="poll", text=line))
            presses = [
                Press(id=f"posts {draft} {n}", actor=RIVERA, place=STAFF, do="poll.post", about=str(draft))
                for n in range(4)
            ]
            answers = await asyncio.gather(*(frames[n % 2].handle(press) for n, press in enumerate(presses)))
            assert {said(answer) for answer in answers} == {said(answers[0])}
        polls = databases.rows(databases.address(tmp_path), "select count(*) from polls")
        assert polls == [(10,)]
        other.close()
        engine.dispose()
