"""What somebody planned to tell in a role that they have no more by then: it goes out in nobody's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.broadcasts import ASSOCIATION, POSTED, PTA, STATUS, TEXT, at_noon, rows, writes
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import load, told
from support.talk import Core, core

from bot.broadcasts import lifecycle
from bot.broadcasts.model import PROGRESS

pytestmark = on_either

PRESIDENT = "association-president,association president,cvea,,,{},"


async def planned(bot: Core, *people: str) -> Corner:
    """By the association's president on a Tuesday, for Friday."""
    await at_noon(bot)
    dana = corner(bot, "Dana Lee")
    await writes(dana, *people)
    await dana.clicks("At another time")
    await dana.fills_in(at="2026-10-16T12:00")
    return dana


async def becomes(bot: Core, folder: Path, before: str, after: str) -> None:
    """Both are keys of members; empty: nobody has the role."""
    edit(folder, "seats.csv", PRESIDENT.format(before), PRESIDENT.format(after))
    await load(bot, folder)


async def test_nothing_goes_out_from_a_role_that_nobody_has_and_who_follows_decides(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, folder = await planned(bot, ASSOCIATION), copy(tmp_path)
        await dana.clicks("Send it")
        assert rows(bot, STATUS) == ["planned"]
        await becomes(bot, folder, "dana-lee", "")
        await bot.later(days=5)
        assert rows(bot, STATUS) == ["held"]
        assert rows(bot, POSTED) == rows(bot, "select key from notices join members on members.id = member_id") == []
        assert TEXT not in drawn(bot, PROGRESS, 1)
        await becomes(bot, folder, "", "maria-rivera")
        assert told(bot, lifecycle.BACK) == ["maria-rivera"]
        maria = corner(bot, "Maria Rivera")
        await maria.types("somewhere")
        maria.sees("The person who wrote it no longer has this role: it goes only if you send it.")
        await maria.clicks("Look it over")
        maria.sees(TEXT)
        await maria.clicks("Send it")
        maria.sees("It goes out")
        assert rows(bot, "select key from broadcasts join members on members.id = sender_id") == ["maria-rivera"]
        await dana.presses("broadcast.withdraw", "1")
        dana.sees("That isn't here any more")


@pytest.mark.parametrize("follows", ["maria-rivera", ""])
async def test_who_follows_before_it_goes_looks_it_over_first(tmp_path: Path, follows: str) -> None:
    async with core(tmp_path) as bot:
        dana, folder = await planned(bot, ASSOCIATION), copy(tmp_path)
        await dana.clicks("Send it")
        await becomes(bot, folder, "dana-lee", follows)
        assert rows(bot, STATUS) == ["held"]
        assert told(bot, lifecycle.BACK) == [follows] * bool(follows)
        await becomes(bot, folder, follows, "dana-lee")  # who can send it after all
        await dana.presses("broadcast.look", "1")
        await dana.clicks("Send it")
        assert rows(bot, STATUS) == ["planned"]


async def test_what_was_approved_meanwhile_waits_for_its_new_sender_too(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, folder, rosa = (
            await planned(bot, ASSOCIATION, PTA),
            copy(tmp_path),
            corner(bot, "Rosa Delgado", "discord"),
        )
        await dana.clicks("Send to approver")
        await becomes(bot, folder, "dana-lee", "maria-rivera")
        await rosa.presses("broadcast.check", "1")
        await rosa.clicks("Aprobar")
        await bot.later(days=5)
        assert rows(bot, STATUS) == ["held"]
        assert told(bot, lifecycle.BACK) == ["maria-rivera"]
        maria = corner(bot, "Maria Rivera")
        await maria.presses("broadcast.look", "1")
        await maria.clicks("Send it")
        assert rows(bot, STATUS) == ["waiting"]
        await rosa.presses("broadcast.check", "1")
        rosa.sees(TEXT)


async def going_out(bot: Core, folder: Path, *people: str) -> Corner:
    """As its sender loses the role, in which nobody follows."""
    await at_noon(bot)
    dana = corner(bot, "Dana Lee")
    await writes(dana, *people)
    await dana.clicks("Send it")
    await bot.later(minutes=5)
    assert rows(bot, STATUS) == ["going"]
    await becomes(bot, folder, "dana-lee", "")
    return dana


@pytest.mark.parametrize(("press", "status"), [("Stop", "stopped"), ("Take it back", "retracted")])
async def test_what_goes_out_for_a_vacant_role_somebody_of_its_group_ends(
    tmp_path: Path, press: str, status: str
) -> None:
    async with core(tmp_path) as bot:
        folder = copy(tmp_path)
        dana = await going_out(bot, folder, ASSOCIATION)
        for name in ("Dana Lee", "Owen Lindqvist", "Samuel Okafor", "Rosa Delgado"):  # without a seat, or of others
            one = corner(bot, name)
            await one.presses("broadcast.stop", "1")
            assert rows(bot, STATUS) == ["going"], name
        maria = corner(bot, "Maria Rivera")
        await maria.types("somewhere")
        seen = maria.sees(
            "Nobody has the role that sent it now (the association's president, Cedar Valley Education Association).",
            "Until somebody follows, you can stop it or take it back.",
        )
        assert not any(one in seen for one in ("Correct it", "[Pause]", "How did it go?"))
        for do in ("pause", "correct", "report", "remind", "take-along"):
            await maria.presses(f"broadcast.{do}", "1")
            maria.sees("Only the association's president")
        await maria.types("somewhere")
        await maria.clicks(press)
        if press != "Stop":
            await maria.fills_in(reason="It was wrong.")
        assert rows(bot, STATUS) == [status]
        await becomes(bot, folder, "", "beatriz-montoya")
        beatriz = corner(bot, "Beatriz Montoya")
        await beatriz.types("somewhere")
        beatriz.sees("Mientras nadie tenía este cargo, alguien de Cedar Valley Education Association ", "«Insurance»")
        await beatriz.presses("broadcast.report", "1")
        beatriz.sees("«Insurance»")
        for one in (maria, dana):
            await one.presses("broadcast.report", "1")
            one.sees("That isn't here any more")


async def test_who_reads_it_and_no_others_ends_what_a_vacant_role_told(tmp_path: Path) -> None:
    """The PTA's own approver takes it back for the PTA; the association's members know nothing of it."""
    async with core(tmp_path) as bot:
        folder, rosa = copy(tmp_path), corner(bot, "Rosa Delgado", "discord")
        await at_noon(bot)
        dana, maria = corner(bot, "Dana Lee"), corner(bot, "Maria Rivera")
        await writes(dana, PTA)
        await dana.clicks("Send to approver")
        await rosa.types("somewhere")
        await rosa.clicks("Revisar")
        await rosa.clicks("Aprobar")
        await bot.later(minutes=5)
        await becomes(bot, folder, "dana-lee", "")
        await maria.types("somewhere")
        assert "Insurance" not in maria.sees()
        await maria.presses("broadcast.show", "1")
        maria.sees("That isn't here any more")
        await maria.presses("broadcast.stop", "1")
        maria.sees("That isn't here any more")
        await rosa.types("somewhere")
        await rosa.clicks("Retirarlo para mi grupo")
        await rosa.fills_in(reason="Es otra fecha.")
        assert rows(bot, STATUS) == ["retracted"]


async def test_a_holder_who_is_away_goes_on_with_what_they_planned(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel = corner(bot, "Samuel Okafor")
        await writes(samuel, ASSOCIATION)
        await samuel.clicks("At another time")
        await samuel.fills_in(at="2026-10-16T12:00")
        await samuel.clicks("Send it")
        await samuel.presses("seat.away")
        await samuel.fills_in(back=samuel.choices("back")[-1])
        samuel.sees("Ruth Calloway")
        await bot.later(days=4)
        assert rows(bot, STATUS) == ["out"]
