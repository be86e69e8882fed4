"""Meetings when a role passes on, is left vacant or leaves the committee: who comes, and whose turn it is, in the core."""

from __future__ import annotations

from pathlib import Path

from support.cores import Core, core
from support.corner import corner, drawn, shown
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import LINCOLN, load, looks, saved

from bot.meetings import replies

pytestmark = on_either

MARIA, OWEN, NOBODY = "maria-rivera", "owen-lindqvist", ""
HOLDER = "rep-lincoln,building rep,cvea,lincoln,,"
ON_COMMITTEES = f"{LINCOLN}lincoln-team;schedule"
ALONE = f"{ON_COMMITTEES},association-president"  # without a deputy


async def passes(bot: Core, folder: Path, before: str, after: str) -> None:
    """By the files, Lincoln's building rep is somebody else from now on, or nobody."""
    edit(folder, "seats.csv", f"{HOLDER}{before},", f"{HOLDER}{after},")
    await load(bot, folder)


# A committee's: who comes, and whose turn it is -------------------------------------------------------------------


async def test_who_follows_says_for_themselves_whether_they_come(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel, maria, owen = await saved(bot), corner(bot, "Maria Rivera"), corner(bot, "Owen Lindqvist")
        await maria.presses("meeting.reply", "1:yes")
        (await looks(joel)).sees("Coming so far: Cedar Valley Education Association: 1.")
        await passes(bot, folder, MARIA, OWEN)
        assert "Coming so far" not in (await looks(joel)).sees("Takes notes: Owen Lindqvist.")
        await owen.presses("meeting.reply", "1:no")
        assert "Owen Lindqvist" not in (await looks(joel)).sees("Takes notes: ")
        await passes(bot, folder, OWEN, MARIA)  # to whom his no is nothing
        await joel.presses("meeting.swap", "1:notes")
        assert any(one.startswith("Maria Rivera") for one in joel.choices("who"))


async def test_nobody_stands_in_for_who_had_the_role_before(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    edit(folder, "seats.csv", ALONE, f"{ALONE},,jamal-whitfield")
    async with core(tmp_path, folder) as bot:
        joel, maria = await saved(bot), corner(bot, "Maria Rivera")
        await maria.presses("meeting.reply", "1:deputy")
        assert "Maria Rivera asks you to stand in" in shown(bot, replies.show_stands_in, 1)
        (await looks(joel)).sees("Coming so far: Cedar Valley Education Association: 1.")
        await passes(bot, folder, MARIA, OWEN)
        assert "Coming so far" not in (await looks(joel)).sees("Thursday, October 22")
        assert "Lindqvist asks you" not in shown(bot, replies.show_stands_in, 1)


async def test_a_part_of_who_left_the_committee_goes_to_the_next_one_at_once(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel, maria = await saved(bot), corner(bot, "Maria Rivera")
        await joel.presses("meeting.send-agenda", "1")
        assert "Takes notes: Maria Rivera." in drawn(bot, "meeting.agenda", 1)
        edit(folder, "seats.csv", ON_COMMITTEES, ON_COMMITTEES.replace(";schedule", ""))
        await load(bot, folder)
        assert "Takes notes: Naomi Feldstein." in drawn(bot, "meeting.agenda", 1)
        (await looks(joel)).sees("Leads: Joel Hartmann. Takes notes: Naomi Feldstein.")
        await maria.presses("meeting.hand-on", "1")
        maria.sees("That isn't here any more")


async def test_a_part_of_a_role_that_nobody_has_goes_to_the_next_one_at_once(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel = await saved(bot)
        await passes(bot, folder, MARIA, NOBODY)
        (await looks(joel)).sees("Leads: Joel Hartmann. Takes notes: Naomi Feldstein.")


async def test_who_left_a_committee_on_which_nobody_else_can_has_no_part_either(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel = await saved(bot)
        for name in ("Joel Hartmann", "Naomi Feldstein", "Héctor Villalobos", "Isabel Carranza", "Arturo Cisneros"):
            platform = "discord" if name == "Isabel Carranza" else "slack"
            await corner(bot, name, platform).presses("meeting.reply", "1:no")
        edit(folder, "seats.csv", ON_COMMITTEES, ON_COMMITTEES.replace(";schedule", ""))
        await load(bot, folder)
        assert "Maria Rivera" not in (await looks(joel)).sees("Thursday, October 22")
