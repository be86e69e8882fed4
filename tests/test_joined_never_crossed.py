"""What never crossed is not spoken of by name in the other channel: where people answer below it, a line says only that
something is not shown there, and their answers stand below that."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.at_once import at_once
from support.cores import Core, core
from support.databases import on_both, on_either
from support.house import eventually, house
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named
from support.joined_house import joined_by_name
from support.talk import later

from bot.bridge.joined import crossing
from bot.people import model as people

NOT_SHOWN = "A message in #town-square (Discord) isn't shown here."
NO_SE_MUESTRA = "Un mensaje de #town-square (Discord) no se muestra aquí."


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=10)
        await named(joint, DANA, joint.corner("Marcus Tilley", "discord").account)
        yield joint


async def says_below(joint: Joint, text: str, number: int) -> None:
    """Marcus, to what Rosa wrote; after the pause."""
    await joint.says(text, number, joint.corner("Marcus Tilley", "discord").account, under="1")
    await joint.bot.later(seconds=11)


async def answers(joint: Joint) -> list[str]:
    """Below the only line in the commons."""
    await joint.posts()
    posted = f"select remote from deliveries where card = 'bridge.message' and address = '{COMMONS}'"
    ((line,),) = databases.rows(joint.bot.settings.database_url, posted)
    return [one.partition("\n")[2] for one in await joint.shown(f"{COMMONS}/{line}")]


@on_either
@pytest.mark.parametrize("why", ["muted", "not on the roster", "keeps it here", "deleted in time"])
async def test_an_answer_below_what_did_not_cross(joint: Joint, why: str) -> None:
    """It stands in its own channel untouched, or its author took it back in time, as they were told they can."""
    await named(joint, ROSA)
    await joint.says("The principal is unfair", 1, ROSA)
    if why == "muted":
        marcus = joint.corner("Marcus Tilley", "discord")
        await marcus.presses("moderate.mute", "1")
        await marcus.fills_in(reason="Calm, please")
    elif why == "not on the roster":
        await joint.bot.writer.do(leave)
    elif why == "keeps it here":
        await joint.bot.presses(ROSA, "shown.as", "stays", SQUARE)
    else:
        await joint.deletes(1, ROSA)
    await joint.bot.later(seconds=11)
    assert await joint.shown(COMMONS) == []
    await says_below(joint, "I agree", 2)
    assert await joint.shown(COMMONS) == [NOT_SHOWN]
    assert await joint.shown(COMMONS, "es") == [NO_SE_MUESTRA]
    assert await answers(joint) == ["I agree"]
    await says_below(joint, "So do others", 3)
    assert await answers(joint) == ["I agree", "So do others"]


def leave(session: Session) -> None:
    session.scalars(select(people.Member).where(people.Member.name == "Rosa Delgado")).one().on_roster = False


@on_either
@pytest.mark.parametrize("answered", ["before", "after"])
@pytest.mark.parametrize("says", ["nothing", "stays"])
async def test_an_answer_below_what_waited_for_a_name_in_vain(joint: Joint, answered: str, says: str) -> None:
    """It does not wait with it for ever."""
    await joint.says("The principal is unfair", 1, ROSA)
    if answered == "before":
        await says_below(joint, "I agree", 2)
        assert await joint.shown(COMMONS) == []
    if says == "stays":
        await joint.bot.presses(ROSA, "shown.as", "stays", SQUARE)
    else:
        await joint.bot.later(minutes=62)
        await joint.bot.writer.do(lambda session: crossing.drop_old(session, joint.bot.clock.now()))
    if answered == "after":
        assert await joint.shown(COMMONS) == []
        await says_below(joint, "I agree", 2)
    assert await joint.shown(COMMONS) == [NOT_SHOWN]
    assert await answers(joint) == ["I agree"]


@on_either
async def test_an_answer_that_crosses_before_what_it_answers_is_taken_back(joint: Joint) -> None:
    """Rosa's group lets a message cross every ten minutes; Marcus has not said any before."""
    await named(joint, ROSA)
    await joint.corner("Marcus Tilley", "discord").presses("moderate.pace", "1:600")
    await joint.says("Hello", 100, ROSA)
    await joint.says("The principal is unfair", 1, ROSA)
    await says_below(joint, "I agree", 2)
    hello = "Rosa Delgado in #town-square (Discord):\nHello"
    assert await joint.shown(COMMONS) == [hello]
    await joint.deletes(1, ROSA)
    assert await joint.shown(COMMONS) == [hello, NOT_SHOWN]


@on_both
@pytest.mark.parametrize("first", ["the deletion", "the answer"])
async def test_both_at_once(joint: Joint, first: str) -> None:
    """Whichever comes first, the answer comes to stand there."""
    await named(joint, ROSA)
    await joint.says("The principal is unfair", 1, ROSA)
    databases.change(joint.bot.settings.database_url, "update joinings set pause = 0")

    async def delete(bot: Core) -> None:
        await Joint(bot).deletes(1, ROSA)

    async def answer(bot: Core) -> None:
        await Joint(bot).says("I agree", 2, joint.corner("Marcus Tilley", "discord").account, under="1")

    await at_once(joint.bot, *((delete, answer) if first == "the deletion" else (answer, delete)))
    assert await joint.shown(COMMONS) == [NOT_SHOWN]
    assert await answers(joint) == ["I agree"]


@on_either
async def test_it_is_said_by_the_bot_not_under_its_authors_name(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        databases.change(databases.address(tmp_path), "update joinings set pause = 60")
        await dana.types("A slip")
        above = dana.person.messages(dana.channel)[-1]
        await dana.person.reply(above, "Below")
        await dana.deletes("A slip")
        await eventually(lambda: deleted(tmp_path))
        await later(home, seconds=61)
        shown = await rosa.sees_among_cards("isn't shown here")
        await eventually(lambda: "Below" in str(rosa.person.thread(shown)))
        assert "Dana" not in f"{shown.author} {shown.text}"


def deleted(folder: Path) -> bool:
    return bool(databases.rows(databases.address(folder), "select 1 from carried where deleted"))
