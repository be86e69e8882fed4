"""Whatever the seats answer, in whatever order, and however often the wording changes: a goal is agreed exactly when
each that is asked has said yes to the words as they are now."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import databases
from support.concerns import ASKED, GOAL
from support.cores import Core, core
from support.corner import corner

from bot.goals.model import Answer

YES = (Answer.AGREE, Answer.LIVE)
OTHERS = ("Owen Lindqvist", "Maria Rivera", "Samuel Okafor", "Dana Lee", "Luz Paredes")  # who may not answer
CHANGED = "changed"
ACTS = st.one_of(
    st.tuples(st.sampled_from((*ASKED, *OTHERS)), st.sampled_from(Answer)),
    st.tuples(st.sampled_from(ASKED), st.sampled_from(YES)),
    st.just(("Maria Rivera", CHANGED)),
)
House = tuple[asyncio.Runner, Core]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with databases.on(databases.SQLITE), asyncio.Runner() as runner:
        manager = core(tmp_path_factory.mktemp("order"))
        bot = runner.run(manager.__aenter__())
        yield runner, bot
        runner.run(manager.__aexit__(None, None, None))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=1, max_size=7))
def test_it_is_agreed_when_all_said_yes_to_these_words(house: House, acts: list[tuple[str, str]]) -> None:
    runner, bot = house
    runner.run(play(bot, acts))


async def play(bot: Core, acts: list[tuple[str, str]]) -> None:
    bot.clock.move_to(bot.clock.now() + timedelta(minutes=2))  # nobody proposes ten within one
    maria, database = corner(bot, "Maria Rivera"), bot.settings.database_url
    await maria.presses("goal.start-line")
    await maria.fills_in(line="Books", **GOAL)
    await maria.clicks("Send it")
    ((goal,),) = databases.rows(database, "select max(id) from goals")
    said: dict[str, str] = {}
    version, agreed = 1, False
    for who, what in acts:
        if what == CHANGED:
            await changes(bot, goal, version)
            said, version = (said, version) if agreed else ({}, version + 1)
            continue
        person = corner(bot, who)
        await person.presses("goal.answer", f"{goal}:{version}:{what}")
        if what in (Answer.CONCERN, Answer.BLOCK):
            await person.sends("goal.reason", f"{goal}:{version}:{what}", {"reason": ("Because.",)})
        if who in ASKED and not agreed:
            said[who] = what
        agreed = agreed or (said.keys() == {*ASKED} and all(one in YES for one in said.values()))
        ((status,),) = databases.rows(database, f"select status from goals where id = {goal}")
        assert (status == "agreed") is agreed, acts
    await maria.presses("goal.take-back-now", str(goal))


async def changes(bot: Core, goal: int, version: int) -> None:
    lines = {name: (f"{text} {version}",) for name, text in GOAL.items()}
    await corner(bot, "Maria Rivera").sends("goal.change", str(goal), {**lines, "kind": ("substance",)})
