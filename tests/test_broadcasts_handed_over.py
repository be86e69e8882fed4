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
