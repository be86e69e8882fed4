"""People write in channels of both platforms that are joined and parted again, by name and without, answer, change and
delete what they wrote, while moderators, the roster and the platforms do what they do. Nothing stands in a channel with
which it was not joined when it was said, nothing that was deleted or changed, and nobody's name who did not give it.

    EYES="7 8" EYES_STEPS=900 python -m pytest tests/test_joined_eyes.py
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from support.clock import standing_on_a_tuesday
from support.databases import on_either
from support.house import house
from support.joined_changes import Changes

SEEDS = [int(seed) for seed in os.environ.get("EYES", "1").split()]
STEPS = int(os.environ.get("EYES_STEPS", "40"))
TALK = {"say": 30, "answer": 14, "edit": 12, "delete": 7, "react": 7, "type": 3}
AFTERWARDS = {"take_back": 2, "look": 4, "press": 6, "wait": 10, "shake": 4, "put_out": 2, "open_to_all": 1}
CHANGES = {"choose": 8, "join": 8, "part": 4, "pace": 2, "moderate": 6, "ask_why": 1, "link": 3, "load": 3}

pytestmark = [on_either, pytest.mark.timeout(120 + 5 * STEPS)]


async def step(town: Changes) -> None:
    """Some of what people write, one after the other, or one thing else. What changes, changes while the bot is in all
    channels: it cannot take anything away where it is not."""
    others = AFTERWARDS if town.out else {**AFTERWARDS, **CHANGES}
    kinds = {"talk": 45, **others, "put_out": 25 if town.out else 2}
    (kind,) = town.rng.choices([*kinds], [*kinds.values()])
    acts = [kind] if kind != "talk" else town.rng.choices([*TALK], [*TALK.values()], k=town.rng.randint(1, 4))
    for act in acts:
        town.done[act] += 1
        await getattr(town, act)()
    await town.look_around(" ".join(acts))


@pytest.mark.parametrize("seed", SEEDS)
async def test_nothing_crosses_to_where_it_was_not_said(tmp_path: Path, seed: int) -> None:
    print("seed", seed)
    clock = standing_on_a_tuesday()
    async with house(tmp_path, clock=clock) as home:
        home.discord.allow_managing_messages()
        town = Changes(home, tmp_path, random.Random(seed), clock)
        for _ in range(2):
            await town.join()
            await town.look_around("join")
        for one in town.rng.sample(town.people, 15):
            await town.name(one, town.rng.choice(("named", "unnamed")))
        try:
            for _ in range(STEPS):
                await step(town)
        finally:
            crossed = sum(word.names is not None for word in town.ledger.words.values())
            print(dict(town.done), f"{len(town.ledger.words)} words, {crossed} crossed")
            town.engine.dispose()
        assert crossed > STEPS // 20
