"""What is said in a joined channel crosses after a pause, in which a slip can be taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import shown
from support.databases import on_either
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named
from support.linked import ANJALI, ROY, Desk

from bot import notices
from bot.boundary import Attachment
from bot.bridge.joined import crossing, failures

pytestmark = on_either


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=30)
        await named(joint, DANA, ROSA)
        yield joint


async def words(joint: Joint, at: object = SQUARE) -> list[str]:
    return [one.partition("\n")[2] for one in await joint.shown(str(at))]


async def untold(joint: Joint) -> list[int]:
    """The messages of which their authors are told that they did not cross."""
    await joint.bot.until(joint.bot.clock.now())
    await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))
    told = databases.rows(joint.bot.settings.database_url, "select subject from notices where name = 'not-crossed'")
    return [int(str(one)) for (one,) in told]


async def test_a_slip_can_be_taken_back(joint: Joint) -> None:
    """Nobody there sees what was changed or deleted, nor that it was."""
    await joint.says("A slip", 1)
    await joint.says("Thrsday", 2, files=(Attachment("wrong.txt", 3, "r"),))
    await joint.bot.later(seconds=20)
    await joint.says("Later", 3)
    await joint.deletes(1)
    await joint.edits("Thursday", 2, 1.0)
    assert not await joint.shown()
    await joint.bot.later(seconds=11)
    assert await words(joint) == ["Thursday\n(edited)"]
    await joint.bot.later(seconds=20)
    assert await words(joint) == ["Thursday\n(edited)", "Later"]


async def test_what_answers_something_that_was_taken_back_crosses(joint: Joint) -> None:
    """It stands below a line that says of nobody that they wrote something and took it away."""
    await joint.says("A slip", 1)
    await joint.says("Below", 2, under="1")
    await joint.deletes(1)
    await joint.bot.later(seconds=31)
    assert await joint.shown() == ["A message in #partnership-commons (Slack) isn't shown here."]
    await joint.posts()
    (copy,) = databases.rows(
        joint.bot.settings.database_url,
        f"select remote from deliveries where card = 'bridge.message' and address = '{SQUARE}'",
    )
    assert await words(joint, f"{SQUARE}/{copy[0]}") == ["Below"]


async def test_how_long_it_is_chosen_by_those_who_have_a_part(joint: Joint) -> None:
    owen, dana = joint.corner("Owen Lindqvist"), joint.corner("Dana Lee")
    await owen.presses("joining.pause", "1:0")
    owen.sees("can decide this")
    dana.place = COMMONS
    await dana.types("join")
    dana.sees("A message crosses after 30 seconds")
    await dana.clicks("Cross at once")
    dana.sees("A message crosses at once")
    await joint.says("Now", 1)
    assert await words(joint) == ["Now"]


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        ("ends", "the two are not joined any more"),
        ("is muted", "muted you before it crossed"),
    ],
)
async def test_what_may_not_cross_once_its_time_has_come_stays(joint: Joint, happens: str, why: str) -> None:
    await joint.says("Before", 1, ROSA)
    await joint.bot.later(seconds=31)
    await joint.says("Too late", 2, ROSA)
    if happens == "ends":
        await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    else:
        marcus = joint.corner("Marcus Tilley", "discord")
        await marcus.presses("moderate.mute", "1")
        await marcus.fills_in(reason="Cooling down")
    await joint.bot.later(seconds=31)
    assert "Too late" not in str(await joint.shown(COMMONS))
    assert 2 in await untold(joint)
    assert why in shown(joint.bot, failures.show, 2)


async def waited_in_vain(bot: Core) -> Joint:
    """Message 1, for an hour, for its author's choice of a name."""
    joint = await joined(bot, pause=30)
    await joint.says("Unnamed", 1)
    await bot.later(minutes=62)
    await bot.writer.do(lambda session: crossing.drop_old(session, bot.clock.now()))
    return joint


async def test_what_waited_too_long_for_a_name_is_said_to_its_author(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await waited_in_vain(bot)
        assert await untold(joint) == [1]
        assert "waited for more than an hour for your choice of a name" in shown(bot, failures.show, 1)


async def test_what_was_taken_back_while_it_waited_for_a_name_is_not_asked_for_again(tmp_path: Path) -> None:
    """Dana deletes it before she has chosen."""
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=30)
        await joint.says("A slip", 1, files=(Attachment("slip.txt", 3, "r"),))
        dana = joint.corner("Dana Lee")
        await dana.types("somewhere")
        dana.sees("How may I call you there")
        await joint.deletes(1)
        await dana.types("somewhere")
        assert "How may I call you there" not in dana.sees("")
        await bot.later(minutes=62)
        await bot.writer.do(lambda session: crossing.drop_old(session, bot.clock.now()))
        assert await untold(joint) == []
        kept = "select words, name, why from carried join carried_files on carried_id = carried.id"
        assert databases.rows(bot.settings.database_url, kept) == [("", "", "")]


async def test_they_are_told_once_and_not_again_every_ten_days(tmp_path: Path) -> None:
    """Who was told is forgotten in time."""
    async with core(tmp_path) as bot:
        joint = await waited_in_vain(bot)
        assert await untold(joint) == [1]
        await bot.later(days=12)
        await bot.writer.do(lambda session: notices.forget(session, bot.clock.now()))
        assert await untold(joint) == []


async def test_who_wants_it_kept_here_meanwhile_has_it_kept_here(joint: Joint) -> None:
    await joint.says("Only here, after all", 1)
    await joint.bot.presses(DANA, "shown.as", "stays", COMMONS)
    await joint.bot.later(seconds=31)
    assert not await joint.shown()
    assert await untold(joint) == []


async def test_who_is_one_with_somebody_meanwhile_crosses_without_a_name_for_good(tmp_path: Path) -> None:
    """The two had said two things; what they say next is for what they write next."""
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=30)
        for who, place, way in ((ROY, COMMONS, "named"), (ANJALI, SQUARE, "unnamed")):
            await bot.presses(who, "shown.as", way, place)
        await joint.says("We are afraid", 1, ANJALI)
        await Desk(bot).links(ROY, ANJALI)
        await bot.later(seconds=31)
        before = await joint.shown(COMMONS)
        await bot.presses(ANJALI, "shown.as", "named", SQUARE)
        assert await joint.shown(COMMONS) == before


async def test_what_crosses_at_once_overtakes_nothing_whose_time_has_come(joint: Joint) -> None:
    """The pause was taken away meanwhile, and what is due was not looked at yet."""
    await joint.says("Tuesday", 1)
    databases.change(joint.bot.settings.database_url, "update joinings set pause = 0")
    joint.bot.clock.move_to(joint.bot.clock.now() + timedelta(seconds=31))
    await joint.says("Thursday", 2)
    await joint.bot.later(seconds=1)
    assert await words(joint) == ["Tuesday", "Thursday"]
