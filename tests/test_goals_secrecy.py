"""Somebody takes the database's files, the outbox among them, and the log once the ways back to the authors of concerns
without a name are destroyed, with the code, knowing who spoke."""

from __future__ import annotations

import logging
import random
from pathlib import Path

import pytest
from support import databases
from support.concerns import GOAL, answers, says, tells
from support.corner import corner
from support.databases import on_both
from support.posting import sending
from support.talk import core
from support.written_unnamed import AUTHORS, TAKEN_BACK, Town, colleagues

pytestmark = on_both

SEED, READERS = 7, ("U01RIVERA", "U01DLEE")


async def test_nothing_leads_to_an_author_once_the_way_back_is_destroyed(
    tmp_path: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    async with core(tmp_path) as bot, sending(bot) as sender:
        address = bot.settings.database_url
        everybody = "update members set building_id = (select id from buildings where key = 'lincoln')"
        databases.change(address, f"{everybody} where group_id = (select id from groups where key = 'cvea')")
        town = Town(bot, sender, "concerns", "concern.take-back-now", random.Random(SEED))
        await town.speaks(colleagues(bot, *READERS), says)
        maria, writers = corner(bot, "Maria Rivera"), dict(town.spoken)
        first, *others = town.unnamed.truth
        await maria.presses("theme.title", f"{town.number(first)}:new")
        await maria.fills_in(title_en="Books", title_es="Libros")
        for text in others:
            await maria.presses("theme.put", f"{town.number(text)}:1")
        await writers[others[0]].presses("concern.take-out", town.number(others[0]))
        assert len(databases.rows(address, "select * from theme_concerns")) == len(others)
        await maria.presses("concern.read", "1")
        await maria.presses("goal.start-line")
        await maria.fills_in(line="Books", **GOAL)
        await maria.clicks("Send it")
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        await tells(maria)
        await sender.drain(10.0)
        await maria.presses("goal.end", "1")
        await maria.fills_in(outcome="Not reached", learned="Ask early.")
        await maria.clicks("End it and tell them")
        those = town.is_found_out()
        letters = 2 * (AUTHORS - TAKEN_BACK)  # that there is a goal, and how it ended
        await town.keeps_nothing(those, letters, 16, lambda: caplog.text)
