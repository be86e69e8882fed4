"""Moderators slow their own group down, and authors ask them why."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.cores import core
from support.corner import shown
from support.databases import on_either
from support.joined import COMMONS, DANA, ROSA, Joint, joined, named

from bot.boundary import Private
from bot.bridge.joined import asking_why

pytestmark = on_either


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA, ROSA)
        yield joint


async def words(joint: Joint) -> list[str]:
    return [one.partition("\n")[2] for one in await joint.shown(COMMONS)]


async def test_what_comes_sooner_than_the_group_lets_it_waits_in_order(joint: Joint) -> None:
    """Of this group only; its author is told once when it crosses."""
    marcus = joint.corner("Marcus Tilley", "discord")
    await marcus.types("somewhere", "moderate")
    marcus.sees("one person of Cedar Valley PTA cross between", "as often as they like")
    await marcus.clicks("Every 2 minutes")
    marcus.sees("one message every 2 minutes. What comes sooner waits.")
    assert await joint.says("One", 1, ROSA) is None
    told = await joint.says("Two", 2, ROSA)
    assert isinstance(told, Private)
    assert "dejan pasar los mensajes uno tras otro" in told.message.text()
    assert await joint.says("Three", 3, ROSA) is None
    for number in (4, 5):
        await joint.says(f"No. {number}", number)
    assert len(await joint.shown()) == 2
    seen = [await words(joint)]
    for _ in range(2):
        await joint.bot.later(seconds=121)
        seen.append(await words(joint))
    assert seen == [["One"], ["One", "Two"], ["One", "Two", "Three"]]
    samuel = joint.corner("Samuel Okafor")
    await samuel.presses("moderate.log")
    samuel.sees("Marcus Tilley chose for everybody of Cedar Valley PTA: one message every 2 minutes")


async def test_what_would_wait_for_more_than_an_hour_stays(joint: Joint) -> None:
    await joint.corner("Marcus Tilley", "discord").presses("moderate.pace", "1:600")
    told = [await joint.says(f"No. {number}", number, ROSA) for number in range(1, 10)]
    assert isinstance(told[-1], Private)
    assert "que tardaría más de una hora" in told[-1].message.text()
    await joint.bot.later(hours=2)
    assert len(await words(joint)) == 7


async def test_nobody_slows_down_another_group(joint: Joint) -> None:
    for name in ("Owen Lindqvist", "Samuel Okafor"):
        one = joint.corner(name)
        await one.presses("moderate.pace", "1:600")
    assert [await joint.says(f"No. {number}", number, ROSA) for number in (1, 2)] == [None, None]
    assert await words(joint) == ["No. 1", "No. 2"]


async def test_who_was_muted_asks_why_and_is_answered(joint: Joint) -> None:
    await joint.says("Something unkind", 1, ROSA)
    marcus, rosa = joint.corner("Marcus Tilley", "discord"), joint.corner("Rosa Delgado", "discord")
    await marcus.presses("moderate.mute", "1")
    await marcus.fills_in(reason="Cooling down")
    await rosa.presses("joining.why")
    await rosa.clicks("Preguntar por qué a Marcus Tilley")
    await rosa.fills_in(text="¿Qué dije?")
    rosa.sees("Le paso su pregunta a Marcus Tilley")
    await rosa.presses(asking_why.ASK, "1")
    rosa.sees("Usted ya le preguntó a Marcus Tilley")
    assert "¿Qué dije?" in shown(joint.bot, asking_why.show_question, 1)
    dana = joint.corner("Dana Lee")
    await dana.presses(asking_why.ANSWER, "1")
    assert "¿Qué dije?" not in dana.sees()
    await marcus.presses(asking_why.ANSWER, "1")
    await marcus.fills_in(text="Please don't name anybody.")
    assert "Please don't name anybody." in shown(joint.bot, asking_why.show_answer, 1, "es")
