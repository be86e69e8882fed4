"""Things are written, narrowed, translated, approved, returned, told, replied to, corrected and taken back, at random
and from old buttons and forms, while seats change hands, people move and leave, and channels are declared for others:
nobody reads what is not for them.

    EYES="7 8" EYES_STEPS=50000 python -m pytest tests/test_broadcasts_eyes.py
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text
from support.broadcasts import at_noon
from support.broadcasts_eyes import Ledger
from support.broadcasts_walk import Acts
from support.cores import core
from support.corner import Corner
from support.databases import change, on_either
from support.eyes import TOKEN

from bot.storage import database

pytestmark = on_either

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1").split()]
STEPS = int(os.environ.get("EYES_STEPS", "150"))
LOOK = 4  # acts between two looks at all that stands in places and direct messages
WRITTEN = (
    "select broadcast_id, title || ' ' || text from broadcast_texts union all "
    "select id, reason from broadcasts where reason <> '' union all "
    "select broadcast_id, reason from broadcast_interventions where reason <> ''"
)
CORRECTIONS = "select broadcast_id, title || ' ' || text from broadcast_corrections"
ANSWERS = (
    "select r.broadcast_id, r.answer, p.address from broadcast_replies r join carried c on c.id = r.carried_id "
    "join threads t on t.id = c.thread_id join places p on p.id = t.place_id where r.answer <> ''"
)


@dataclass
class Town(Acts):
    def note(self, who: Corner) -> None:
        """Of which broadcast each word is that is no draft's any more."""
        self.changed()
        with self.engine.connect() as connection:
            for query, waits in ((CORRECTIONS, True), (WRITTEN, False)):
                for id, said in connection.execute(text(query)):
                    for word in TOKEN.findall(said):
                        self.book.texts[word].broadcast, self.book.texts[word].waits = id, waits
            for id, said, place in connection.execute(text(ANSWERS)):
                for word in TOKEN.findall(said):
                    self.book.texts[word].broadcast, self.book.texts[word].place = id, place


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_is_told_what_was_not_meant_for_them(tmp_path: Path, seed: int) -> None:
    print("seed", seed)
    async with core(tmp_path) as bot:
        await at_noon(bot)
        engine = database.connect(bot.settings.database_url)
        town = Town(bot, engine, random.Random(seed), Ledger())
        change(bot.settings.database_url, "update districts set approval_above = 10")
        for number in range(STEPS):
            await town.step()
            if number % LOOK == 0:
                town.look_around()
        print(town.seen)
        assert town.seen["read"] > STEPS // 5
        engine.dispose()
