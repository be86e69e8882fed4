"""Somebody takes the database's files, the outbox among them, and the log once the ways back to those who spoke to a
board without a name are destroyed, with the code, knowing who spoke."""

from __future__ import annotations

import logging
import random
from pathlib import Path

import pytest
from support import databases
from support.corner import corner
from support.databases import on_both
from support.listening import opened, reading, says
from support.posting import sending
from support.talk import core
from support.written_unnamed import AUTHORS, TAKEN_BACK, Town, colleagues

pytestmark = on_both

SEED, LEADER = 11, "U01DLEE"


async def test_nothing_leads_to_an_author_once_the_way_back_is_destroyed(
    tmp_path: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    async with core(tmp_path) as bot, sending(bot) as sender:
        await opened(bot)
        town = Town(bot, sender, "listening_contributions", "listening.take-back-now", random.Random(SEED))
        await town.speaks(colleagues(bot, LEADER), says)
        dana, patricia = corner(bot, "Dana Lee"), corner(bot, "Patricia Nowak")
        first, *others = town.unnamed.truth
        await dana.presses("listening.hide", town.number(first))
        await dana.fills_in(why="One employee.")
        await reading(bot)
        for text in others:
            await patricia.presses("listening.answer", town.number(text))
            await patricia.fills_in(words="October 20")
        await sender.drain(10.0)
        those = town.is_found_out()
        letters = AUTHORS - TAKEN_BACK  # that it was hidden, or what came of it
        await town.keeps_nothing(those, letters, 125, lambda: caplog.text)
