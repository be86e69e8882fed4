"""How a question comes to the seat that reads it first: as its holder wishes, or their district."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support import databases
from support.cores import Core, core
from support.corner import corner, next_due, shown
from support.databases import on_either

from bot.questions import assignment

pytestmark = on_either

NIGHT = datetime(2027, 3, 2, 3, tzinfo=ZoneInfo("America/Chicago"))  # a Tuesday with school
KITS = "Can we keep the phonics kits?"


async def asked(bot: Core) -> None:
    owen = corner(bot, "Owen Lindqvist")
    await owen.types("ask")
    await owen.clicks("Life at Lincoln")
    await owen.fills_in(question=KITS)
    await owen.clicks("Send it")
    owen.sees("Sent.")


def rows(folder: Path, select: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(databases.address(folder), select)]


@pytest.mark.parametrize("wish", ["At once, at any hour", "At once, inside my hours", "In the day's one message"])
async def test_as_its_holder_wishes(tmp_path: Path, wish: str) -> None:
    async with core(tmp_path) as bot:
        bot.clock.move_to(NIGHT)
        maria, owen = corner(bot, "Maria Rivera"), corner(bot, "Owen Lindqvist")
        await owen.types("somewhere")
        await owen.clicks("My messages")
        assert "Questions for my role" not in owen.sees("Messages you didn't ask for come in Slack: at most one a day")
        await maria.types("somewhere")
        await maria.clicks("My messages")
        await maria.clicks("Questions for my role")
        assert maria.choices("questions")[0] == "As the district has it: At once, at any hour"
        await maria.fills_in(questions=wish)
        maria.sees("Saved.", f"Questions for your role: {wish}")
        await asked(bot)
        cards = "select card from deliveries where removed = false"
        assert rows(tmp_path, cards) == ([("question.rep",)] if wish.endswith("hour") else [])
        await maria.types("somewhere")
        maria.sees("One question waits for you to look at first.")
        if wish.endswith("message"):
            assert rows(tmp_path, "select name, subject from notices") == [("question-new", 1)]
            assert KITS in shown(bot, assignment.show_new, 1)
            await next_due(bot, "notice")
            assert rows(tmp_path, cards) == []  # it is night
            await next_due(bot, "notice")
            assert rows(tmp_path, cards) == [("roundup",)]
            await maria.presses("question.answer", "1")
            await maria.fills_in(answer="Yes.")
            maria.sees("Sent.")
        if wish.endswith("my hours"):
            await next_due(bot, "question.come")
            assert rows(tmp_path, cards) == [("question.rep",)]
            assert bot.clock.now().astimezone(NIGHT.tzinfo).hour == 7


async def test_where_nobody_may_be_written_to_unasked_it_comes_inside_their_hours(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        bot.clock.move_to(NIGHT)
        luz, asker = corner(bot, "Ramón Ibarra", "discord"), corner(bot, "Chloe Vanderveen", "discord")
        await luz.presses("messages.questions")
        await luz.fills_in(questions="En el único mensaje del día")
        luz.sees("la pregunta llega dentro de sus horas")
        luz.sees("Solo le escribo si hay una pregunta para su cargo o si usted pidió algo.")
        await luz.types("somewhere")
        luz.sees("¿Puedo escribirle aquí, en Discord?", "Las preguntas a su cargo le llegan de todos modos.")
        await asker.types("ask")
        await asker.clicks("Reading and literacy")
        await asker.fills_in(question=KITS)
        await asker.clicks("Send it")
        assert rows(tmp_path, "select id from deliveries") == rows(tmp_path, "select id from notices") == []
        await next_due(bot, "question.come")
        assert rows(tmp_path, "select card from deliveries") == [("question.rep",)]
