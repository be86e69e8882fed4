"""Where few could have written something that crosses without a name, its author is told before it does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support.cores import core
from support.corner import Corner
from support.databases import on_either
from support.joined import COMMONS, SQUARE, Joint, joined

from bot.people import model as people
from bot.people.places import Place, PlaceKind

pytestmark = on_either

FAMILY = "a Prairie View Middle School family"


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


async def test_the_only_family_of_a_school_is_told_that_anybody_could_tell(joint: Joint) -> None:
    """She can keep it here; where she goes without her name all the same, there is no step more."""
    adriana = joint.corner("Adriana Ponce", "discord")
    adriana.answer = await joint.says("La directora no nos escucha", 1, adriana.account)
    adriana.sees(
        "¿Con qué nombre lo muestro allí?",
        "En mi lista, «una familia de Prairie View Middle School» solo puede ser usted",
        "Que se quede aquí lo que escribo",
    )
    assert await joint.shown(COMMONS) == []
    await adriana.clicks("Solo «una familia de Prairie View Middle School»")
    adriana.sees("Su mensaje va en camino")
    assert await joint.shown(COMMONS) == [f"{FAMILY} in #town-square (Discord):\nLa directora no nos escucha"]


async def test_one_of_a_few_is_told_how_many_and_others_nothing(joint: Joint) -> None:
    one = await one_of(joint, "pta", "oak-street", "discord")
    await one.presses("shown")
    one.sees("solo puede ser una de 3 personas", "se podría adivinar quién lo escribió")
    rosa = joint.corner("Rosa Delgado", "discord")
    await rosa.presses("shown")
    assert "En mi lista" not in rosa.sees("una familia de Lincoln Elementary")
    dana = joint.corner("Dana Lee")
    await dana.presses("shown")
    assert "On my list" not in dana.sees("somebody of Cedar Valley Education Association")


async def test_a_button_from_when_there_were_more_of_them_is_not_enough(joint: Joint) -> None:
    """She pressed it without having been told."""
    rosa = joint.corner("Rosa Delgado", "discord")
    rosa.answer = await joint.says("Tenemos miedo", 1, rosa.account)
    rosa.sees("¿Con qué nombre lo muestro allí?")

    def move(session: Session) -> None:
        there = select(people.Building).where(people.Building.key == "lincoln")
        elsewhere = session.scalars(select(people.Building).where(people.Building.key == "oak-street")).one()
        theirs = select(people.Member).where(people.Member.building_id == session.scalars(there).one().id)
        for one in session.scalars(theirs):
            if one.group.key == "pta" and one.name != "Rosa Delgado":
                one.building_id = elsewhere.id

    await joint.bot.writer.do(move)
    await rosa.clicks("Solo «una familia de Lincoln Elementary»")
    rosa.sees("solo puede ser usted")
    assert await joint.shown(COMMONS) == []
    await rosa.clicks("Solo «una familia de Lincoln Elementary»")
    rosa.sees("Su mensaje va en camino")
    assert len(await joint.shown(COMMONS)) == 1


async def test_readers_of_channels_for_one_building_know_whom_they_are_for(joint: Joint) -> None:
    """Of the whole association there are many, at Prairie View a few."""

    def narrow(session: Session) -> None:
        groups = session.scalars(select(people.Group).where(people.Group.key.in_(("cvea", "pta")))).all()
        there = session.scalars(select(people.Building).where(people.Building.key == "prairie-view")).one()
        for place in session.scalars(select(Place).where(Place.address.in_((str(COMMONS), str(SQUARE))))):
            place.audience, place.groups, place.buildings = PlaceKind.JOINT, [*groups], [there]

    await joint.bot.writer.do(narrow)
    teacher = await one_of(joint, "cvea", "prairie-view", "slack")
    await teacher.presses("shown")
    teacher.sees("“somebody of Cedar Valley Education Association” can only be one of 4 people")


async def one_of(joint: Joint, group: str, building: str, platform: str) -> Corner:
    """The first of them who is there."""

    def look(session: Session) -> str:
        theirs = select(people.Member.name).join(people.Account).join(people.Group)
        there = theirs.join(people.Building, people.Building.id == people.Member.building_id)
        found = there.where(people.Group.key == group, people.Building.key == building)
        here = found.where(people.Account.address.startswith(platform))
        return session.scalars(here.order_by(people.Member.id).limit(1)).one()

    return joint.corner(await joint.bot.writer.look(look), platform)
