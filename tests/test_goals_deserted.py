"""Nobody acts for any role of a goal's team any more, as after a school has closed or its roles have new keys:
those who speak for its groups now go on with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.concerns import agreed
from support.cores import Core, core
from support.corner import buttons, corner, said
from support.databases import on_either, rows
from support.districts import copy, edit
from support.meetings import load
from support.trying import ELENA, plans
from test_goals_commitments import asks
from test_goals_endings import ends
from test_goals_rounds import rating

pytestmark = on_either

REP, PRINCIPAL, LIAISON = (
    "rep-lincoln,building rep,cvea,lincoln,,maria-rivera,lincoln-team;schedule,association-president",
    "principal-lincoln,principal,administration,lincoln,,elena-ortiz,lincoln-team,superintendent",
    "pta-lincoln,pta liaison,pta,lincoln,,rosa-delgado,lincoln-team,pta-council",
)
SUPERINTENDENT = "superintendent,superintendent,administration,,,samuel-okafor,district-team,,,ruth-calloway"


async def closes(bot: Core, folder: Path) -> None:
    """The files name no role of Lincoln's any more."""
    for role in (REP, PRINCIPAL, LIAISON):
        edit(folder, "seats.csv", role + "\n", "")
    await load(bot, folder)


async def test_who_has_the_roles_under_new_keys_works_on_it_and_ends_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, folder = await agreed(bot), copy(tmp_path)
        for before, after in (
            (REP, REP.replace("rep-lincoln", "rep-of-lincoln").replace("maria-rivera", "owen-lindqvist")),
            (PRINCIPAL, PRINCIPAL.replace("principal-lincoln", "principal-of-lincoln")),
            (LIAISON, LIAISON.replace("pta-lincoln", "pta-of-lincoln")),
        ):
            edit(folder, "seats.csv", before, after)
        await load(bot, folder)
        await maria.presses("goal.show", "1:en")
        assert "goal.end" not in {one.do for one in buttons(said(maria.answer))}
        await maria.presses("goal.end", "1")
        maria.sees("Only Owen Lindqvist, Elena Ortiz, or Rosa Delgado ends or reopens this goal.")
        await maria.presses("goal.number", "1")
        maria.sees("Only the team of this goal does that: Owen Lindqvist, Elena Ortiz, and Rosa Delgado.")
        await maria.presses("cycle.plan", "1")
        maria.sees("Only the goal's team does that: Owen Lindqvist, Elena Ortiz, and Rosa Delgado.")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("goal.show", "1:en")
        owen.sees("[End this goal]", "[Add a number]")
        await plans(owen)
        owen.sees("Planned until")
        await ends(owen)
        owen.sees("It has ended")
        assert rows(bot.settings.database_url, "select key from goal_endings join seats on seats.id = seat_id") == [
            ("rep-of-lincoln",)
        ]


async def test_of_a_school_that_has_closed_those_end_it_who_speak_for_a_whole_group_and_read_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, folder = await agreed(bot), copy(tmp_path)
        await closes(bot, folder)
        await maria.presses("goal.end", "1")
        maria.sees("Only Samuel Okafor ends or reopens this goal.")
        dana = corner(bot, "Dana Lee")  # of another school: she does not read it
        await dana.presses("goal.end", "1")
        dana.sees("That isn't here any more.")
        samuel = corner(bot, "Samuel Okafor")
        await ends(samuel)
        samuel.sees("It has ended")


async def test_where_there_is_nobody_one_reads_who_can_help(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, folder = await agreed(bot), copy(tmp_path)
        vacant = SUPERINTENDENT.replace("samuel-okafor", "").replace("ruth-calloway", "")
        edit(folder, "seats.csv", SUPERINTENDENT, vacant)
        await closes(bot, folder)
        for do in ("goal.end", "goal.number", "cycle.plan"):
            await maria.presses(do, "1")
            maria.sees("Nobody has a role that works on this goal at the moment; Dana Lee or Samuel Okafor can help.")
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("goal.end", "1")
        elena.sees("Por ahora nadie tiene un cargo que trabaje en esta meta; Dana Lee o Samuel Okafor puede ayudar.")


async def test_who_loads_such_files_reads_which_goals_and_commitments_are_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with core(tmp_path) as bot:
        maria, folder = await agreed(bot), copy(tmp_path)
        await asks(maria, "Cover", ELENA)
        capsys.readouterr()
        await closes(bot, folder)
        assert capsys.readouterr().err.splitlines() == [
            "warning: nobody acts for the role 'rep-lincoln' any more: 1 shared goal",
            "warning: nobody acts for the role 'principal-lincoln' any more: 1 shared goal and 1 commitment to a goal",
            "warning: nobody acts for the role 'pta-lincoln' any more: 1 shared goal",
        ]


async def test_and_which_part_of_a_round_nobody_leads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with core(tmp_path) as bot:
        await rating(bot)
        folder = copy(tmp_path)
        edit(folder, "seats.csv", "pta-council,pta liaison,pta,,,marcus-tilley", "pta-council,pta liaison,pta,,,")
        capsys.readouterr()
        await load(bot, folder)
        assert capsys.readouterr().err.splitlines() == [
            "warning: nobody acts for the role 'pta-council' any more: 1 group's part of a round"
        ]
