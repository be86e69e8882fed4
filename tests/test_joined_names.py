"""Under which name people cross to a joined channel, and what waits for that."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.databases import on_either
from support.districts import copy, edit
from support.joined import (
    COMMONS,
    DANA,
    ROSA,
    SQUARE,
    Joint,
    joined,
    named,
    said,
)
from support.linked import ANJALI, ROY, Desk
from support.meetings import load

from bot.boundary import Account, Attachment, Block, Private, Prose, Span

pytestmark = on_either
COPY_ES = "Dana Lee en #partnership-commons (Slack):\n"
COPY = "Dana Lee in #partnership-commons (Slack):\n"


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


async def test_a_message_waits_for_its_authors_name(joint: Joint) -> None:
    """It is asked for once, and holds for all that they write."""
    told = await joint.says("First", 1, ROSA)
    assert isinstance(told, Private)
    assert "¿Con qué nombre lo muestro allí?" in told.message.text()
    assert told.aside
    assert "Rosa Delgado: este canal está unido con otro" in told.aside.text()
    assert await joint.says("Second", 2, ROSA) is None
    await joint.edits("First, changed", 1, 1.0, ROSA)
    await joint.deletes(2, ROSA)
    assert not await joint.shown(COMMONS)
    rosa = joint.corner("Rosa Delgado", "discord")
    await rosa.types("somewhere")
    rosa.sees("¿Con qué nombre lo muestro allí?")
    await rosa.clicks("Solo «una familia de Lincoln Elementary»")
    rosa.sees("Su mensaje va en camino.")
    there = "a Lincoln Elementary family in #town-square (Discord):\n"
    assert await joint.shown(COMMONS) == [f"{there}First, changed\n(edited)"]
    await joint.says("Third", 3, ROSA)
    assert (await joint.shown(COMMONS))[1:] == [f"{there}Third"]
    assert not await joint.shown(SQUARE)


async def test_what_waited_for_more_than_an_hour_stays(joint: Joint) -> None:
    await joint.says("Early", 1)
    await joint.bot.later(minutes=61)
    await joint.says("Late", 2)
    dana = joint.corner("Dana Lee")
    await dana.presses("shown.as", "named")
    dana.sees("Your message is on its way. One message was waiting for too long and stays.")
    assert await joint.shown() == [f"{COPY}Late"]
    assert "Early" not in str(databases.rows(joint.bot.settings.database_url, "select words from carried"))


async def test_who_keeps_what_they_write_here_is_not_carried_even_once_they_change_their_mind(joint: Joint) -> None:
    await joint.bot.presses(DANA, "shown.as", "stays", COMMONS)
    assert await joint.says("Only here", 1) is None
    await named(joint, DANA)
    await joint.says("Only here", 1)
    await joint.says("There, too", 2)
    assert await joint.shown() == [f"{COPY}There, too"]


async def test_nobody_takes_anothers_name(joint: Joint) -> None:
    rosa = joint.corner("Rosa Delgado", "discord")
    for name, why in (
        ("Samuel  OKAFOR", "Otra persona de aquí se llama así"),
        ("  ", "40 caracteres"),
        ("x" * 41, "40"),
    ):
        await rosa.presses("shown.other")
        await rosa.fills_in(name=name)
        rosa.sees(why)
    await rosa.presses("shown.other")
    await rosa.fills_in(name=" Mamá de   Leo ")
    rosa.sees("su nombre es Mamá de Leo")
    await joint.says("Hola", 1, ROSA)
    assert await joint.shown(COMMONS) == ["Mamá de Leo in #town-square (Discord):\nHola"]


async def test_what_crossed_without_a_name_keeps_none_when_its_author_is_named_later(joint: Joint) -> None:
    await joint.bot.presses(ROSA, "shown.as", "unnamed", SQUARE)
    await joint.says("We are afraid", 1, ROSA, files=(Attachment("a.txt", 3, "r"),))
    await joint.says("It hurts", 2, ROSA)
    await named(joint, ROSA)
    await joint.says("Hello", 3, ROSA)
    await joint.edits("We are worried", 1, 1.0, ROSA)
    await joint.deletes(2, ROSA)
    first, *others, last = await joint.shown(COMMONS)
    assert first.startswith("a Lincoln Elementary family in #town-square (Discord):\nWe are worried")
    assert last.startswith("Rosa Delgado")
    assert "Rosa" not in str(others)


async def test_who_is_one_with_somebody_who_crossed_otherwise_is_asked_anew(joint: Joint) -> None:
    """An account of theirs that kept its name to itself goes on under no other's."""
    for who, place, way in ((ROY, COMMONS, "named"), (ANJALI, SQUARE, "unnamed")):
        await joint.bot.presses(who, "shown.as", way, place)
    await Desk(joint.bot).links(ROY, ANJALI)
    await joint.says("Hello", 1, ANJALI)
    assert not await joint.shown(COMMONS)
    his = "select shown from shown_names join members on members.id = member_id where key = 'roy-thibodeaux'"
    assert databases.rows(joint.bot.settings.database_url, his) == [("",)]


async def test_who_is_mentioned_is_called_as_they_choose(joint: Joint) -> None:
    """In the language of each place; who hasn't chosen, or isn't known here, is not named, and isn't later."""
    await named(joint, DANA)
    spans = (Span("@rosa", names=str(ROSA)), Span(" and "), Span("@x", names=str(Account("slack", "T01CEDAR", "U9"))))
    one = said("", 1, DANA)
    await joint.bot.frame.handle(replace(one, prose=Prose((Block("text", spans),))))
    assert await joint.shown() == [f"{COPY}@a Lincoln Elementary family and @…"]
    assert await joint.shown(language="es") == [f"{COPY_ES}@una familia de Lincoln Elementary and @…"]
    await named(joint, ROSA)
    await joint.bot.frame.handle(replace(one, id="slack:2", message="2", prose=Prose((Block("text", spans[:1]),))))
    assert await joint.shown() == [f"{COPY}@a Lincoln Elementary family and @…", f"{COPY}@Rosa Delgado"]


async def test_who_has_a_new_name_on_the_roster_crosses_under_that(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA)
        await joint.says("One", 1)
        await joint.posts()
        edit(folder := copy(tmp_path), "members.csv", "dana-lee,Dana Lee,", "dana-lee,Daniel Lee-Park,")
        await load(bot, folder)
        await joint.says("Two", 2)
        await joint.posts()
        first, second = await joint.shown()
        assert first.startswith("Dana Lee in ")
        assert second.startswith("Daniel Lee-Park in ")
