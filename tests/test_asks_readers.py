"""One role asks another: its question and the answer are read by the two who were named, or are looked at once more."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, shown
from support.databases import on_either
from support.trying import follows
from test_goals_cycles import planned

from bot import replies
from bot.boundary import FormErrors

pytestmark = on_either


def holds(bot: Core, seat: str, who: str) -> None:
    """From now on, by the files."""
    member = f"(select id from members where key = '{who}')"
    databases.change(bot.settings.database_url, f"update seats set holder_id = {member} where id = {seat}")


async def asks_elena(bot: Core) -> Corner:
    maria = await planned(bot)
    await maria.presses("action.stuck", "1")
    await maria.clicks("Ask Elena Ortiz")
    maria.sees("It goes to Elena Ortiz")
    return maria


async def test_an_answer_goes_to_who_was_named(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await (await asks_elena(bot)).clicks("Send it")
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("ask.answer", "1")
        assert "Maria Rivera" in elena.field(0).hint
        holds(bot, "(select from_id from asks)", "owen-lindqvist")
        await elena.fills_in(text="For Maria alone.")
        assert isinstance(elena.answer, FormErrors)
        assert not elena.answer.errors, "nothing that she could change in the form itself"
        assert "Ahora su respuesta le llegaría a Owen Lindqvist." in elena.answer.message.text()
        await elena.clicks("Corregir")
        assert "Owen Lindqvist" in elena.field(0).hint
        await elena.fills_in()
        elena.sees("Se la llevo a Owen Lindqvist.")


async def test_a_question_goes_to_who_was_named(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asks_elena(bot)
        holds(bot, "(select id from seats where key = 'principal-lincoln')", "walter-grimsby")
        await maria.clicks("Send it")
        maria.sees("It goes to Walter Grimsby")
        assert databases.rows(bot.settings.database_url, "select count(*) from asks") == [(0,)]
        await maria.clicks("Send it")
        maria.sees("Sent. Walter Grimsby")


@pytest.mark.parametrize("first", ["", "owen-lindqvist"])
async def test_an_answer_that_nobody_was_told_comes_to_who_follows(tmp_path: Path, first: str) -> None:
    async with core(tmp_path) as bot:
        await (await asks_elena(bot)).clicks("Send it")
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("ask.answer", "1")
        assert elena.field(0).hint.startswith("Solo lo leen Maria Rivera y quienes ejerzan luego ese cargo.")
        await elena.fills_in(text="On Friday.")
        elena.sees("Se la llevo a Maria Rivera.")
        for who in filter(None, (first, "thuy-pham")):
            await follows(bot, "rep-lincoln", who)
            await bot.later(days=1)
        told = "select key from notices join members on members.id = member_id where notices.name = 'ask-answered'"
        told += " and roundup_id is not null order by notices.id"
        assert databases.rows(bot.settings.database_url, told) == [(first or "thuy-pham",)]
        assert "On Friday." in shown(bot, replies.show_answered, 1)
