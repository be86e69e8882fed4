"""Two accounts were linked, and are two again: what stands in joined channels and on goals' teams, and what comes to
those who left the roster."""

from __future__ import annotations

from pathlib import Path

from support import databases, districts
from support.broadcasts import ASSOCIATION, at_noon, writes
from support.concerns import GOAL, agreed, says
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_either, rows
from support.joined import COMMONS, joined, named
from support.linked import ANJALI, ROY, Desk
from support.meetings import load
from support.talk import core as talking
from test_broadcast_story import LATE

pytestmark = on_either


async def test_what_one_wrote_in_a_joined_channel_stands_under_that_ones_name(tmp_path: Path) -> None:
    async with talking(tmp_path) as bot:
        joint = await joined(bot)
        for who in (ANJALI, ROY):
            await named(joint, who)
        await joint.says("The board should listen", 1, ANJALI)
        await joint.posts()
        assert "Anjali Deshpande" in str(await joint.shown(COMMONS))
        desk = Desk(bot)
        await desk.links(ROY, ANJALI)
        await desk.unlinks(ROY)
        await bot.presses(ROY, "shown.as", "named", COMMONS)
        assert "Roy Thibodeaux" not in str(await joint.shown(COMMONS))


def of_riverbend(folder: Path) -> Path:
    """Files of the district in which the two are of the association, in another school than the goal's."""
    files = districts.copy(folder / "files")
    for name in ("Roy Thibodeaux", "Anjali Deshpande"):
        districts.edit(files, "members.csv", f"{name},en,board,,", f"{name},en,cvea,riverbend,")
    return files


async def chose_anjali(bot: Core) -> Corner:
    """A goal of Lincoln's is agreed to, and she has a place on its team; returns who leads it."""
    maria = await agreed(bot)
    await maria.presses("team.ask", "1")
    await maria.fills_in(group="Cedar Valley Education Association", hours="One hour monthly")
    await corner(bot, "Dana Lee").sends("team.forward", "1", {"whom": ("Anjali Deshpande",)})
    await corner(bot, "Anjali Deshpande", "discord").presses("team.yes", "1")
    return maria


async def test_whom_a_goals_leaders_chose_reads_it_and_nobody_else(tmp_path: Path) -> None:
    async with core(tmp_path, of_riverbend(tmp_path)) as bot:
        roy, anjali = corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        maria = await chose_anjali(bot)
        await maria.types("somewhere")
        await maria.clicks("Let Anjali Deshpande read it")
        desk = Desk(bot)
        await desk.links(ROY, ANJALI)
        await desk.unlinks(ROY)
        await anjali.presses("goal.show", "1")
        anjali.sees(GOAL["change"])
        await roy.presses("goal.show", "1")
        assert GOAL["change"] not in roy.sees()
        await maria.presses("team.show", "1")
        assert "Roy Thibodeaux" not in maria.sees("Anjali Deshpande")


async def test_who_left_the_roster_is_shown_nothing_new_in_their_messages(tmp_path: Path) -> None:
    """A broadcast that they handed in goes on without them."""
    files = districts.copy(tmp_path / "files")
    async with core(tmp_path, files) as bot:
        databases.change(bot.settings.database_url, LATE)
        await at_noon(bot)
        samuel = corner(bot, "Samuel Okafor")
        await writes(samuel, ASSOCIATION)
        await samuel.clicks("Send to approver")
        members = (files / "members.csv").read_text(encoding="utf-8").splitlines()
        his = next(one for one in members if "Samuel Okafor" in one)
        districts.edit(files, "members.csv", f"{his}\n", "")
        for name in ("seats.csv", "district.yaml"):
            path = files / name
            path.write_text(path.read_text(encoding="utf-8").replace("samuel-okafor", "elena-ortiz"), encoding="utf-8")
        await load(bot, files)
        his = "select withheld from deliveries where card = 'broadcast.progress'"
        assert [bool(one) for (one,) in rows(bot.settings.database_url, his)] == [True]


async def test_a_role_that_the_files_gave_to_one_is_that_ones(tmp_path: Path) -> None:
    files = districts.copy(tmp_path / "files")
    for name in ("Roy Thibodeaux", "Anjali Deshpande"):
        districts.edit(files, "members.csv", f"{name},en,board,,", f"{name},en,cvea,lincoln,")
    async with core(tmp_path, files) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        await desk.links(ROY, ANJALI)
        districts.edit(files, "seats.csv", ",lincoln,,maria-rivera,", ",lincoln,,anjali-deshpande,")
        await load(bot, files)
        holds = "select key from members where id = (select holder_id from seats where key = 'rep-lincoln')"
        assert rows(bot.settings.database_url, holds) == [("roy-thibodeaux",)]
        await says(corner(bot, "Owen Lindqvist"), "Too few books.")
        await roy.presses("concern.read")
        roy.sees("Too few books.")
        await desk.unlinks(ROY)
        assert rows(bot.settings.database_url, holds) == [("anjali-deshpande",)]
        await roy.presses("concern.read")
        assert "Too few books." not in roy.sees()
        await anjali.presses("concern.read")
        anjali.sees("Too few books.")
        await load(bot, files)
        assert rows(bot.settings.database_url, holds) == [("anjali-deshpande",)]
