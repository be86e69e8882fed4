"""The files take from a role that it may tell many: nothing new goes out in it, and what is out can be taken back."""

from __future__ import annotations

from pathlib import Path

from support.broadcasts import ASSOCIATION, POSTED, PTA, STATUS, TEXT, rows
from support.corner import corner, drawn
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import load, told
from support.talk import Core, core
from test_broadcasts_corrected import approved, checks, corrects
from test_broadcasts_handed_over import planned

from bot.broadcasts import lifecycle

pytestmark = on_either

USUAL, LIMITED = "  principal: [consent]", "  principal: [consent]\n  association president: [sort concerns, consent]"
MAY_NOT = "the association's president, Cedar Valley Education Association sends no messages to many any more"
RALLY = "Bring your signs."


async def limited(bot: Core, folder: Path) -> None:
    """The association's president may not tell many any more."""
    edit(folder, "district.yaml", USUAL, LIMITED)
    await load(bot, folder)


async def test_what_was_planned_is_held_until_the_role_may_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, folder = await planned(bot, ASSOCIATION), copy(tmp_path)
        await dana.clicks("Send it")
        await limited(bot, folder)
        await bot.later(days=5)
        assert rows(bot, STATUS) == ["held"]
        assert rows(bot, POSTED) == []
        assert told(bot, lifecycle.BACK) == ["dana-lee"]
        await dana.types("somewhere")
        dana.sees(MAY_NOT)
        await dana.clicks("Look it over")
        assert "Send it" not in dana.sees(TEXT)
        version = rows(bot, "select version from broadcasts")[0]
        await dana.presses("broadcast.go", f"1:{version}")  # from a card of before
        dana.sees(MAY_NOT)
        edit(folder, "district.yaml", LIMITED, USUAL)
        await load(bot, folder)
        await dana.presses("broadcast.look", "1")
        await dana.clicks("Send it")
        assert rows(bot, STATUS) == ["planned"]


async def test_what_is_out_is_taken_back_and_not_corrected(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, rosa = await approved(bot, ASSOCIATION, PTA)
        await corrects(dana, RALLY)
        await checks(rosa)
        await limited(bot, copy(tmp_path))
        await rosa.clicks("Aprobar")
        rosa.sees("Eso ya no está aquí")
        await dana.presses("broadcast.correct", "1")
        dana.sees(MAY_NOT)
        assert TEXT in drawn(bot, "broadcast", 1)
        await dana.presses("broadcast.retract", "1")
        await dana.fills_in(reason="It was wrong.")
        assert rows(bot, STATUS) == ["retracted"]


async def test_one_that_was_paused_is_stopped_and_not_gone_on_with(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await approved(bot, ASSOCIATION, PTA)
        await dana.presses("broadcast.pause", "1")
        dana.sees("Paused")
        await limited(bot, copy(tmp_path))
        await dana.presses("broadcast.resume", "1")
        dana.sees(MAY_NOT)
        await dana.presses("broadcast.stop", "1")
        assert rows(bot, STATUS) == ["stopped"]


async def test_ones_own_building_every_role_may_tell(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, folder = corner(bot, "Maria Rivera"), copy(tmp_path)
        await maria.types("tell")
        await maria.fills_in(text="Bring the blue folders.")
        edit(folder, "district.yaml", USUAL, USUAL + "\n  building rep: [consent]")
        await load(bot, folder)
        await maria.clicks("Send it")
        await bot.later(days=1)
        assert len(rows(bot, POSTED)) == 1
