"""A key in a district's files is one person's, or one role's, for good: nobody inherits what was not said to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.concerns import says
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_both, on_either, rows
from support.districts import copy, edit
from support.meetings import load
from support.terminal import stops

from bot.boundary import Account
from bot.operations import commands

SAID = "Our principal frightens the children."
OWEN = "owen-lindqvist,Owen Lindqvist,en,cvea,lincoln,U01LINDQVIST,"
ANN = "Ann Berg,en,cvea,lincoln,U01ANNBERG,"


def refused(bot: Core, folder: Path, where: str) -> str:
    """Why nothing of it is loaded; one line says where."""
    with stops(where) as told:
        commands.load(bot.settings, folder)
    (line,) = told
    assert line.startswith(where)
    return line


@on_both
async def test_who_comes_after_somebody_has_a_key_of_their_own(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), SAID)
        folder = copy(tmp_path)
        edit(folder, "members.csv", OWEN, f"owen-lindqvist,{ANN}")
        assert "the key 'owen-lindqvist' is Owen Lindqvist's" in refused(bot, folder, "members.csv line ")
        edit(folder, "members.csv", f"owen-lindqvist,{ANN}", f"ann-berg,{ANN}")
        await load(bot, folder)
        ann = Corner(bot, Account("slack", "T01CEDAR", "U01ANNBERG"))
        await ann.types("concern")
        assert SAID not in ann.sees()


@on_either
async def test_nor_is_it_given_to_another_once_they_have_left(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        folder = copy(tmp_path)
        edit(folder, "members.csv", f"{OWEN}\n", "")
        await load(bot, folder)
        with (folder / "members.csv").open("a") as members:
            members.write(f"owen-lindqvist,{ANN}\n")
        assert "the key 'owen-lindqvist' is Owen Lindqvist's" in refused(bot, folder, "members.csv line ")


@on_either
async def test_nor_step_by_step(tmp_path: Path) -> None:
    """First nobody has an account there, and then somebody else."""
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), SAID)
        folder = copy(tmp_path)
        edit(folder, "members.csv", OWEN, "owen-lindqvist,Owen Lindqvist,en,cvea,lincoln,,")
        await load(bot, folder)
        edit(folder, "members.csv", "owen-lindqvist,Owen Lindqvist,", "owen-lindqvist,Ann Berg,")
        assert "the key 'owen-lindqvist' is Owen Lindqvist's" in refused(bot, folder, "members.csv line ")


@on_either
async def test_who_comes_back_with_another_name_has_it_after_their_own(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), SAID)
        folder = copy(tmp_path)
        edit(folder, "members.csv", f"{OWEN}\n", "")
        await load(bot, folder)
        with (folder / "members.csv").open("a") as members:
            members.write(OWEN.replace("Owen Lindqvist", "Owen Berg") + "\n")
        assert "once with the name Owen Lindqvist and an account" in refused(bot, folder, "members.csv line ")
        edit(folder, "members.csv", "Owen Berg", "Owen Lindqvist")
        await load(bot, folder)
        edit(folder, "members.csv", "Owen Lindqvist", "Owen Berg")
        await load(bot, folder)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("concern")
        owen.sees(SAID)


@on_either
@pytest.mark.parametrize("name", ["Scott Ponce-Huerta", "Ponce, Scott", "Scött Ponce"])
async def test_a_name_is_set_right(tmp_path: Path, name: str) -> None:
    """Of somebody of whom no account is known yet, and of one as it is written elsewhere."""
    async with core(tmp_path) as bot:
        folder = copy(tmp_path)
        with (folder / "members.csv").open("a") as members:
            members.write("jon-moe,Jon Moe,en,cvea,lincoln,,\nscott-ponce,Scott Ponce,en,cvea,lincoln,U01SCOTT,\n")
        await load(bot, folder)
        edit(folder, "members.csv", "jon-moe,Jon Moe,en,cvea,lincoln,,", "jon-moe,John Moe,en,cvea,lincoln,U01MOE,")
        written = f'"{name}"' if "," in name else name
        edit(folder, "members.csv", "Scott Ponce,en,cvea,lincoln,U01SCOTT", f"{written},en,cvea,lincoln,U01SPONCE")
        await load(bot, folder)
        known = rows(bot.settings.database_url, "select name from members where key in ('jon-moe', 'scott-ponce')")
        assert sorted(one for (one,) in known) == ["John Moe", name]


@on_either
async def test_a_person_has_a_new_name_and_then_new_accounts(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), SAID)
        folder = copy(tmp_path)
        edit(folder, "members.csv", OWEN, OWEN.replace("Owen Lindqvist", "Owen Berg"))
        await load(bot, folder)
        edit(folder, "members.csv", "U01LINDQVIST", "U01OBERG")
        await load(bot, folder)
        owen = Corner(bot, Account("slack", "T01CEDAR", "U01OBERG"))
        await owen.types("concern")
        owen.sees(SAID)


@on_either
@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("rep-lincoln,building rep,cvea,lincoln,", "rep-lincoln,building rep,cvea,oak-street,"),
        (
            "literacy-chair,chair,cvea,,literacy,beatriz-montoya,,association-president",
            "literacy-chair,chair,administration,,literacy,samuel-okafor,,",
        ),
    ],
)
async def test_a_role_of_others_is_another_role(tmp_path: Path, line: str, other: str) -> None:
    async with core(tmp_path) as bot:
        folder = copy(tmp_path)
        edit(folder, "seats.csv", line, other)
        key = line.partition(",")[0]
        assert f"the key '{key}' is that of a role of" in refused(bot, folder, "seats.csv line ")
