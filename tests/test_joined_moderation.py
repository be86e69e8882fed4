"""In joined channels each group moderates what its own members write: they are told why, and both sides read it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.corner import shown
from support.databases import on_either
from support.districts import copy, edit
from support.joined import AGREEING, COMMONS, DANA, ROSA, SQUARE, Joint, agree, asked, joined, named
from support.meetings import load

from bot.boundary import Account, Private
from bot.bridge.joined import moderating

pytestmark = on_either
OKAFOR = Account("slack", "T01CEDAR", "U01OKAFOR")


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA, ROSA, OKAFOR)
        yield joint


async def test_a_message_is_hidden_by_its_authors_own_group(joint: Joint) -> None:
    """Its copies go, and stay gone whatever becomes of the original."""
    await joint.says("Something unkind", 1, ROSA)
    await joint.posts()
    marcus = joint.corner("Marcus Tilley", "discord")
    await marcus.types("somewhere", "moderate")
    marcus.sees("What people of Cedar Valley PTA have written lately", "Rosa Delgado", "Something unkind")
    await marcus.clicks("Hide it")
    await marcus.fills_in(reason=" ")
    marcus.sees("Please say why")
    await marcus.clicks("Fix it")
    await marcus.fills_in(reason="It hurts somebody")
    marcus.sees("and what Rosa Delgado wrote in #town-square (Discord), if I may delete it there")
    await joint.edits("Something unkind, once more", 1, 1.0, ROSA)
    assert not await joint.shown(COMMONS)
    assert "unkind" not in str(databases.rows(joint.bot.settings.database_url, "select words from carried"))
    told = shown(joint.bot, moderating.show, 1, "es")
    assert "Marcus Tilley ocultó un mensaje que usted escribió" in told
    assert "It hurts somebody" in told
    assert databases.rows(joint.bot.settings.database_url, "select name, subject from notices") == [("moderated", 1)]


async def test_who_is_muted_crosses_again_after_a_day(joint: Joint) -> None:
    """What they wrote meanwhile never does, nor does what they changed; they may ask why."""
    await joint.says("First", 1)
    dana = joint.corner("Dana Lee")
    await dana.types("somewhere", "moderate")
    await dana.clicks("Mute for a day")
    await dana.fills_in(reason="Cooling down")
    told = await joint.says("Second", 2)
    assert isinstance(told, Private)
    assert "a moderator of your own group" in told.message.text()
    await dana.presses("joining.why")
    dana.sees("Dana Lee has muted you", "Cooling down", "Ask Dana Lee why")
    await joint.edits("First, changed", 1, 1.0)
    await joint.bot.later(hours=25)
    await joint.says("Second", 2)
    await joint.says("Third", 3)
    gone, third = await joint.shown()
    assert gone.startswith("Dana Lee has changed a message in #partnership-commons (Slack) since.")
    assert third.endswith("\nThird")


async def test_a_mute_outlasts_the_joining(joint: Joint) -> None:
    """For the rest of its day it holds between the same channels, however often they are parted."""
    await joint.says("First", 1)
    await joint.posts()
    await joint.corner("Dana Lee").sends(moderating.MUTE, "1", {"reason": ("Cooling down",)})
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await agree(await asked(joint.bot), *AGREEING, joining=2)
    await joint.posts()
    told = await joint.says("Second", 6000)
    assert isinstance(told, Private)
    assert "a moderator of your own group" in told.message.text()
    await joint.bot.later(hours=25)
    await joint.says("Third", 6001)
    assert [one.rpartition("\n")[2] for one in await joint.shown()] == ["First", "Third"]


async def test_no_employer_moderates_a_union_member_nor_the_other_way_round(joint: Joint) -> None:
    await joint.says("The union's", 1)
    await joint.says("The employer's", 2, OKAFOR)
    dana, okafor, owen = (joint.corner(name) for name in ("Dana Lee", "Samuel Okafor", "Owen Lindqvist"))
    for one, theirs in ((dana, "2"), (okafor, "1"), (owen, "1")):
        for do in (moderating.HIDE, moderating.MUTE):
            await one.presses(do, theirs)
            one.sees("Each group moderates only what its own members write")
            await one.sends(do, theirs, {"reason": ("Because",)})
            one.sees("Each group moderates only what its own members write")
    await okafor.types("somewhere", "moderate")
    assert "The union's" not in okafor.sees("The employer's")
    assert len(await joint.shown()) == 2
    assert not databases.rows(joint.bot.settings.database_url, "select * from moderations")


async def test_both_sides_read_who_did_what(joint: Joint) -> None:
    """Without what was said; who has no part in it does not."""
    await joint.says("Something unkind", 1, ROSA)
    marcus = joint.corner("Marcus Tilley", "discord")
    await marcus.presses(moderating.HIDE, "1")
    await marcus.fills_in(reason="It hurts somebody")
    for name in ("Samuel Okafor", "Patricia Nowak"):
        one = joint.corner(name)
        await one.presses("moderate.log")
        assert "unkind" not in one.sees("Marcus Tilley hid a message of Rosa Delgado's", "It hurts somebody")
    owen = joint.corner("Owen Lindqvist")
    await owen.types("somewhere", "moderate")
    owen.sees("Moderating is for those who lead a group")


async def test_what_waits_for_a_name_cannot_be_moderated_before_it_crosses(joint: Joint) -> None:
    kevin = Account("discord", SQUARE.workspace, "1317657113041631193")
    await joint.says("Waiting", 1, kevin)
    marcus = joint.corner("Marcus Tilley", "discord")
    await marcus.types("somewhere", "moderate")
    assert "Waiting" not in marcus.sees("Nothing that people of your group have written lately")


async def test_the_log_names_nobody_to_the_other_side_who_crosses_without_a_name(joint: Joint) -> None:
    await joint.bot.presses(ROSA, "shown.as", "unnamed", SQUARE)
    await joint.says("Something unkind", 1, ROSA)
    marcus, samuel = joint.corner("Marcus Tilley", "discord"), joint.corner("Samuel Okafor")
    await marcus.presses(moderating.HIDE, "1")
    await marcus.fills_in(reason="It hurts somebody")
    await samuel.presses("moderate.log")
    assert "Rosa" not in samuel.sees("hid a message of a Lincoln Elementary family's", "It hurts somebody")
    await joint.bot.presses(ROSA, "shown.as", "named", SQUARE)  # from now on
    await samuel.presses("moderate.log")
    assert "Rosa" not in samuel.sees("hid a message of a Lincoln Elementary family's")
    await marcus.presses("moderate.log")
    marcus.sees("Rosa Delgado")


async def test_a_school_is_moderated_by_nobody_of_another(tmp_path: Path) -> None:
    """Both channels are for those at Lincoln."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        both = "places.name in ('partnership-commons', 'town-square')"
        databases.change(database, f"update places set audience = 'JOINT' where {both}")
        groups = f"select places.id, groups.id from places, groups where {both} and groups.key <> 'board'"
        databases.change(database, f"insert into place_groups (place_id, group_id) {groups}")
        lincoln = f"select places.id, buildings.id from places, buildings where {both} and buildings.key = 'lincoln'"
        databases.change(database, f"insert into place_buildings (place_id, building_id) {lincoln}")
        joint = await joined(bot)
        await named(joint, ROSA)
        await joint.says("Of Lincoln alone", 1, ROSA)
        ramon = joint.corner("Ramón Ibarra", "discord")
        await ramon.types("somewhere", "moderate")
        assert "Of Lincoln alone" not in ramon.sees()
        await ramon.sends(moderating.HIDE, "1", {"reason": ("Because",)})
        assert not databases.rows(database, "select * from moderations")


async def test_who_goes_to_another_group_is_not_known_there_for_what_they_wrote_before(
    joint: Joint, tmp_path: Path
) -> None:
    """Owen crosses without a name, and works for the district from then on."""
    owen, dana, samuel = (joint.corner(name) for name in ("Owen Lindqvist", "Dana Lee", "Samuel Okafor"))
    await joint.bot.presses(owen.account, "shown.as", "unnamed:few", COMMONS)
    await joint.says("The principal frightens the children.", 1, owen.account)
    await joint.says("It is still so.", 2, owen.account)
    await joint.posts()
    await dana.presses(moderating.HIDE, "1")
    await dana.fills_in(reason="Too much for one person to bear")
    edit(folder := copy(tmp_path), "members.csv", "Owen Lindqvist,en,cvea,", "Owen Lindqvist,en,administration,")
    await load(joint.bot, folder)
    await samuel.presses("moderate.log")
    assert "Owen" not in samuel.sees("Dana Lee hid a message of somebody of Cedar Valley Education Association")
    await samuel.types("somewhere", "moderate")
    assert "Owen" not in samuel.sees()
    await samuel.presses(moderating.HIDE, "2")
    samuel.sees("Each group moderates only what its own members write")
    await dana.types("somewhere", "moderate")
    dana.sees("Owen Lindqvist", "It is still so.")
    assert moderating.MUTE not in str(dana.answer)
    await dana.presses(moderating.MUTE, "2")
    dana.sees("Each group moderates only what its own members write")
    await dana.presses(moderating.HIDE, "2")
    await dana.fills_in(reason="Too much for one person to bear")
    assert not await joint.shown(SQUARE)


async def test_nor_who_wrote_it_as_one_of_a_family(joint: Joint, tmp_path: Path) -> None:
    rosa, samuel = joint.corner("Rosa Delgado", "discord"), joint.corner("Samuel Okafor")
    await joint.bot.presses(rosa.account, "shown.as", "unnamed:few", SQUARE)
    await joint.says("The principal frightens the children.", 1, rosa.account)
    await joint.posts()
    edit(folder := copy(tmp_path), "members.csv", "Rosa Delgado,es,pta,", "Rosa Delgado,es,administration,")
    edit(folder, "seats.csv", "lincoln,,rosa-delgado", "lincoln,,")
    await load(joint.bot, folder)
    await samuel.types("somewhere", "moderate")
    assert "Rosa" not in samuel.sees()
    await samuel.presses(moderating.HIDE, "1")
    samuel.sees("Each group moderates only what its own members write")
