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


async def test_of_several_who_are_told_at_once_no_order_tells_who_said_what(tmp_path: Path) -> None:
    """To somebody with a copy of the database and none of its keys."""
    async with core(tmp_path) as bot:
        await opened(bot)
        people = colleagues(bot, LEADER)[:AUTHORS]
        random.Random(SEED).shuffle(people)
        dana, patricia = corner(bot, "Dana Lee"), corner(bot, "Patricia Nowak")
        for number, author in enumerate(people, 1):
            await says(author, f"Words {number}")
            await dana.presses("listening.sort", str(number))
            await dana.fills_in(title_en="Buses", title_es="Camiones", **({} if number == 1 else {"which": "Buses"}))
        await reading(bot)
        await patricia.presses("listening.answer", "1::all")
        await patricia.fills_in(words="October 20")
        said = "select address from deliveries where card = 'question.letter' order by id"
        told = [address.rpartition("@")[2] for (address,) in databases.rows(bot.settings.database_url, said)]
        assert sorted(told) == sorted(one.account.user for one in people)
        assert told != [one.account.user for one in people]


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


async def test_the_chair_is_told_by_the_day_how_many_spoke(tmp_path: Path) -> None:
    """Two looks in one day would tell when somebody without a name did, and so perhaps who."""
    async with core(tmp_path) as bot:
        patricia = await opened(bot)
        seen = set[str]()
        for text in ("", "The bus is late.", "The bus is cold."):
            if text:
                await says(corner(bot, "Owen Lindqvist"), text)
            await patricia.types("somewhere")
            seen.add(patricia.sees())
        assert len(seen) == 1
        assert "Until last night nobody had spoken" in seen.pop()
        await bot.later(days=1)
        await patricia.types("somewhere")
        patricia.sees("Until last night 2 things were said")


async def test_who_is_alone_among_those_asked_is_told_so(tmp_path: Path) -> None:
    """Of a PTA with families at other schools; where it is asked, all its readers know."""
    async with core(tmp_path) as bot:
        rosa = corner(bot, "Rosa Delgado", "discord")
        lincoln = "(select building_id from members where name = 'Rosa Delgado')"
        other = f"(select id from buildings where id != {lincoln} order by id limit 1)"
        pta = "group_id = (select group_id from members where name = 'Rosa Delgado')"
        others = f"update members set building_id = {other} where {pta} and name != 'Rosa Delgado'"
        databases.change(bot.settings.database_url, others)
        await opened(bot, "#lincoln-families (Discord)")
        await rosa.presses("listening.say", "1")
        await rosa.fills_in(text="The hall is loud")
        rosa.sees("De Cedar Valley PTA, solo se le pregunta a usted; cualquiera sabría que es usted.")
