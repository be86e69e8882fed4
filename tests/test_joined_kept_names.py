"""The name under which a message crossed belongs to it: to its copy, its files, its pictures, and what others call its
author below it. It goes when its author asks for that, and never comes by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support.cores import core
from support.corner import TEXTS, next_due
from support.databases import on_either
from support.districts import copy, edit
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named, said
from support.linked import ANJALI, ROY, Desk

from bot.boundary import Account, Attachment, Block, Prose, Span
from bot.bridge import cards
from bot.operations import commands
from bot.people import links
from bot.people import model as people

pytestmark = on_either
FAMILY = "a Lincoln Elementary family in #town-square (Discord):\n"
KEPT = "What has crossed already keeps the name that it crossed with, or stays without one."


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


@pytest.fixture
def marcus(joint: Joint) -> Account:
    """A neighbour of Rosa's."""
    return joint.corner("Marcus Tilley", "discord").account


async def answers_rosa(joint: Joint, who: Account, number: int, reply_to: str = "", edition: float = 0.0) -> None:
    """With "@Rosa so are we", as the platform tells it."""
    words = Prose((Block("text", (Span("@rosa", names=str(ROSA)), Span(" so are we"))),))
    one = replace(said("", number, who, reply_to=reply_to), prose=words)
    await joint.bot.frame.handle(one if not edition else joint.edited(one, edition))


async def move(joint: Joint, name: str, *, building: str = "", group: str = "") -> None:
    """The roster's next load says so."""

    def load(session: Session) -> None:
        member = session.scalars(select(people.Member).where(people.Member.name == name)).one()
        if building:
            there = session.scalars(select(people.Building).where(people.Building.name == building)).one()
            member.building_id = there.id
        if group:
            member.group = session.scalars(select(people.Group).where(people.Group.key == group)).one()

    await joint.bot.writer.do(load)


async def chooses(joint: Joint, name: str, another: str) -> None:
    one = joint.corner(name, "discord")
    await one.presses("shown.other")
    await one.fills_in(name=another)


async def test_a_neighbour_does_not_name_who_crossed_without_a_name(joint: Joint, marcus: Account) -> None:
    """Marcus answered her by mention; when she is named later, for other things, his copy says what it said."""
    await joint.bot.presses(ROSA, "shown.as", "unnamed", SQUARE)
    await named(joint, marcus)
    await joint.says("We are afraid of the principal", 1, ROSA)
    await joint.posts()
    await answers_rosa(joint, marcus, 2, reply_to="1")
    there = "Marcus Tilley in #town-square (Discord):\n@a Lincoln Elementary family so are we"
    assert (await joint.shown(COMMONS))[1:] == [there]
    await named(joint, ROSA)
    await joint.reacts("👍", 2, ROSA)
    await answers_rosa(joint, marcus, 2, edition=1.0)
    await joint.says("Hello", 3, ROSA)
    first, second, third = await joint.shown(COMMONS)
    assert first == f"{FAMILY}We are afraid of the principal"
    assert second == f"{there}\n(edited)\nIn #town-square (Discord): 👍 1"
    assert third.startswith("Rosa Delgado")


async def test_who_is_mentioned_is_called_as_when_it_crossed_not_as_when_it_was_written(tmp_path: Path) -> None:
    """It waited for a moment, in which she chose."""
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=10)
        await named(joint, DANA, ROSA)
        await answers_rosa(joint, DANA, 1)
        await joint.bot.presses(ROSA, "shown.as", "unnamed", SQUARE)
        await joint.bot.later(seconds=11)
        await named(joint, ROSA)
        (copy,) = await joint.shown()
        assert copy.endswith("@a Lincoln Elementary family so are we")


async def test_who_is_named_again_before_it_crosses_crosses_under_that_name(tmp_path: Path) -> None:
    """What had crossed when she asked to be unnamed stays so."""
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=10)
        await named(joint, ROSA)
        await joint.says("We are afraid of the principal", 1, ROSA)
        await joint.bot.later(seconds=11)
        await joint.says("The book fair is on Friday", 2, ROSA)
        await joint.bot.presses(ROSA, "shown.as", "unnamed", SQUARE)
        await named(joint, ROSA)
        await joint.bot.later(seconds=11)
        first, second = await joint.shown(COMMONS)
        assert first == f"{FAMILY}We are afraid of the principal"
        assert second == "Rosa Delgado in #town-square (Discord):\nThe book fair is on Friday"


async def test_words_under_another_name_never_get_ones_own(joint: Joint, marcus: Account) -> None:
    """Neither do its file and what says that it was deleted."""
    await chooses(joint, "Rosa Delgado", "Una mamá")
    await joint.says("We are afraid of the principal", 1, ROSA, files=(Attachment("a.txt", 3, "r"),))
    await joint.says("It hurts", 2, ROSA)
    await named(joint, DANA)
    await answers_rosa(joint, DANA, 3)
    rosa = joint.corner("Rosa Delgado", "discord")
    await rosa.presses("shown.as", "named")
    rosa.sees("En el otro canal su nombre es Rosa Delgado. Lo que ya pasó conserva el nombre con el que pasó")
    await joint.reacts("👍", 1, marcus)
    await joint.deletes(2, ROSA)
    await joint.says("Hello", 4, ROSA)
    *before, after = await joint.shown(COMMONS)
    assert before == [
        "Una mamá in #town-square (Discord):\nWe are afraid of the principal\nIn #town-square (Discord): 👍 1",
        "Una mamá sent along a.txt (3 B).",
        "Una mamá deleted a message in #town-square (Discord).",
    ]
    assert after == "Rosa Delgado in #town-square (Discord):\nHello"
    assert (await joint.shown())[-1].endswith("@Una mamá so are we")


async def test_a_name_under_which_words_stand_is_nobody_elses(joint: Joint, marcus: Account) -> None:
    """Though its bearer has another by now, and may have it back."""
    await chooses(joint, "Rosa Delgado", "Una mamá")
    await joint.says("We are afraid of the principal", 1, ROSA)
    await named(joint, ROSA)
    one = joint.corner("Marcus Tilley", "discord")
    await one.presses("shown.other")
    await one.fills_in(name="UNA  Mamá")
    one.sees("Somebody else here is called that.")
    rosa = joint.corner("Rosa Delgado", "discord")
    await rosa.presses("shown.other")
    await rosa.fills_in(name="Una mamá")
    rosa.sees("su nombre es Una mamá")


async def test_who_has_moved_is_not_told_by_what_they_wrote_before(joint: Joint, marcus: Account) -> None:
    """Few move: the change would name them."""
    await joint.bot.presses(ROSA, "shown.as", "unnamed", SQUARE)
    await named(joint, marcus)
    await joint.says("We are afraid of the principal", 1, ROSA)
    await answers_rosa(joint, marcus, 2)
    await move(joint, "Rosa Delgado", building="Riverbend Elementary")
    await joint.reacts("👍", 1, marcus)
    await joint.reacts("👍", 2, marcus)
    await joint.says("Hello", 3, ROSA)
    first, second, third = await joint.shown(COMMONS)
    assert first.startswith(FAMILY)
    assert "@a Lincoln Elementary family so are we" in second
    assert third.startswith("a Riverbend Elementary family")
    await move(joint, "Rosa Delgado", group="cvea")
    await joint.deletes(1, ROSA)
    assert (await joint.shown(COMMONS))[0].startswith("a Lincoln Elementary family deleted a message")


async def test_a_name_goes_from_what_crossed_once_its_bearer_asks_for_that(joint: Joint, marcus: Account) -> None:
    """It does not come back with the next one that they choose; they are told what can't be changed."""
    await named(joint, ROSA, DANA)
    await joint.says("We are afraid of the principal", 1, ROSA)
    await answers_rosa(joint, DANA, 2)
    rosa = joint.corner("Rosa Delgado", "discord")
    await rosa.presses("shown.as", "unnamed")
    rosa.sees("Lo que antes pasó con su nombre quizá todavía lo muestre. Si no debe verse, por favor, bórrelo.")
    for _ in range(2):
        await joint.reacts("👍", 1, marcus)
        assert (await joint.shown(COMMONS))[0].startswith(FAMILY)
        assert (await joint.shown())[0].endswith("@a Lincoln Elementary family so are we")
        await chooses(joint, "Rosa Delgado", "Una mamá")


async def test_who_has_chosen_once_is_told_nothing_of_what_crossed(joint: Joint) -> None:
    dana = joint.corner("Dana Lee")
    await dana.presses("shown.as", "named")
    assert KEPT not in dana.sees("In the other channel you are Dana Lee.")
    await joint.says("Hello", 1)
    await dana.presses("shown.as", "named")
    assert KEPT not in dana.sees("In the other channel you are Dana Lee.")
    await dana.presses("shown.other")
    await dana.fills_in(name="Ms. Lee")
    dana.sees(f"In the other channel you are Ms. Lee. {KEPT}")


async def test_a_picture_does_not_come_to_words_under_another_name(joint: Joint) -> None:
    dana = joint.corner("Dana Lee")
    await dana.presses("shown.other")
    await dana.fills_in(name="Ms. Lee of the union")
    await joint.says("Hello", 1)
    await named(joint, DANA)
    await joint.says("Hello again", 2)

    def pictured(session: Session) -> list[Account | None]:
        speakers = [cards.message(session, number, TEXTS["en"], TEXTS).speaker for number in (1, 2)]
        return [one.pictured for one in speakers if one]

    assert await joint.bot.writer.look(pictured) == [None, DANA]


async def test_what_two_wrote_keeps_its_names_while_they_are_one_and_once_they_part(joint: Joint) -> None:
    await named(joint, ROY)
    await joint.bot.presses(ANJALI, "shown.as", "unnamed", SQUARE)
    await joint.says("His", 1, ROY)
    await joint.says("Hers", 2, ANJALI)
    desk = Desk(joint.bot)
    await desk.links(ROY, ANJALI)
    there, here = ("Roy Thibodeaux in", "somebody of")
    assert (await joint.shown())[0].startswith(there)
    assert (await joint.shown(COMMONS))[0].startswith(here)
    await named(joint, ROY)
    await joint.says("Hers, while they are one", 3, ANJALI)
    await desk.unlinks(ROY)
    assert (await joint.shown())[0].startswith(there)
    assert [one.partition(" ")[0] for one in await joint.shown(COMMONS)] == ["somebody", "somebody"]


@pytest.mark.parametrize("parted", ["by the files", "by themselves"])
async def test_what_one_wrote_is_not_under_the_others_name_though_that_one_has_moved(
    joint: Joint, tmp_path: Path, parted: str
) -> None:
    """Roy is of another group than Anjali by now; while they were one, she crossed under his name."""
    desk = Desk(joint.bot)
    await desk.links(ROY, ANJALI)
    await named(joint, ROY)
    await joint.says("We are afraid", 3, ANJALI)
    assert await joint.shown(COMMONS) == ["Roy Thibodeaux in #town-square (Discord):\nWe are afraid"]
    if parted == "by the files":
        folder = copy(tmp_path)
        line = next(one for one in (folder / "members.csv").read_text().splitlines() if "Roy Thibodeaux" in one)
        edit(folder, "members.csv", line, line.replace(",board,", ",administration,"))
        assert commands.load(joint.bot.settings, folder) == 0
        await next_due(joint.bot, links.PARTED)
    else:
        await move(joint, "Roy Thibodeaux", group="administration")
        await desk.unlinks(ROY)
    await named(joint, ANJALI)
    (copied,) = await joint.shown(COMMONS)
    assert copied.startswith("somebody of ")
    await joint.says("Hers alone", 4, ANJALI)
    assert (await joint.shown(COMMONS))[1].startswith("Anjali Deshpande in")


async def test_what_the_other_wrote_under_ones_name_loses_it_once_they_part(joint: Joint) -> None:
    """Roy had chosen none, so hers counted for both; he is not shown as her when he chooses his."""
    await named(joint, ANJALI)
    await joint.says("Hers", 1, ANJALI)
    desk = Desk(joint.bot)
    await desk.links(ROY, ANJALI)
    await joint.says("His, while they are one", 2, ROY)
    assert (await joint.shown())[0].startswith("Anjali Deshpande in")
    await desk.unlinks(ROY)
    await named(joint, ROY)
    assert (await joint.shown())[0].startswith("somebody of ")
    assert (await joint.shown(COMMONS))[0].startswith("Anjali Deshpande in")
