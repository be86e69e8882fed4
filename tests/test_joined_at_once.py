"""In joined channels one person does something for the first time, on two devices at once: it is done, and no fault."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.at_once import at_once, by
from support.cores import core
from support.databases import on_both, rows
from support.joined import DANA, ROSA, Joint, joined, named

from bot.bridge.joined import asking_why

pytestmark = on_both


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


async def test_how_they_are_shown_is_chosen(joint: Joint) -> None:
    here, there = (joint.corner("Rosa Delgado", "discord") for _ in range(2))
    await at_once(
        joint.bot,
        by(here, lambda who: who.presses("shown.as", "named")),
        by(there, lambda who: who.presses("shown.as", "unnamed")),
    )
    assert rows(joint.bot.settings.database_url, "select shown from shown_names") == [("unnamed",)]


async def test_how_often_messages_cross_is_chosen(joint: Joint) -> None:
    here, there = (joint.corner("Marcus Tilley", "discord") for _ in range(2))
    choose = [by(who, lambda who: who.presses("moderate.pace", "1:600")) for who in (here, there)]
    await at_once(joint.bot, *choose)
    for who in (here, there):
        who.sees("one message every 10 minutes")


async def test_a_moderator_is_asked_why(joint: Joint) -> None:
    await named(joint, DANA, ROSA)
    await joint.says("Something unkind", 1, ROSA)
    marcus, here = joint.corner("Marcus Tilley", "discord"), joint.corner("Rosa Delgado", "discord")
    there = joint.corner("Rosa Delgado", "discord")
    await marcus.presses("moderate.mute", "1")
    await marcus.fills_in(reason="Cooling down")
    for who in (here, there):
        await who.presses(asking_why.ASK, "1")
    await at_once(joint.bot, *(by(who, lambda who: who.fills_in(text="¿Qué dije?")) for who in (here, there)))
    here.sees("Le paso su pregunta a Marcus Tilley")
    there.sees("Usted ya le preguntó a Marcus Tilley")
