"""A district lets those who chair a committee hold data, keep the contract, approve or appoint. People who may not know
who is on it are told their group, and are offered none of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import council, districts
from support.broadcasts import ASSOCIATION, at_noon, writes
from support.concerns import proposed
from support.cores import Core, core, said
from support.corner import buttons, corner
from support.council import listed, number, stuck
from support.databases import change, on_either
from test_goals_commitments import asked, does
from test_goals_cycles import planned

pytestmark = on_either
HECTOR = "Héctor Villalobos"  # who chairs the association's own Bargaining Council


def no_other_chairs(bot: Core) -> None:
    """Nor a superintendent: everybody who is named is named as Bargaining Council's chair."""
    others = "('literacy-chair', 'schedule-chair', 'superintendent')"
    change(bot.settings.database_url, f"update seats set role = 'MEMBER' where key in {others}")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """By these the chair does what the president does elsewhere."""
    folder = council.with_council(tmp_path)
    can = "[chair, hold data, keep the contract, consent, appoint, approve]"
    given = f"  chair: {can}\n  association president: [consent, broadcast]\n  principal: [consent]\n"
    districts.edit(folder, "district.yaml", "  principal: [consent]\n", given)
    return folder


async def test_who_holds_data(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        for name, is_named in (("Maria Rivera", True), ("Elena Ortiz", False)):
            who = corner(bot, name)
            await who.types("request", "data")
            assert "Samuel Okafor" in listed(who)
            assert (HECTOR in listed(who)) is is_named


async def test_whom_somebody_stuck_could_ask(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        await planned(bot)
        no_other_chairs(bot)
        for name, seat, is_named in (
            ("Maria Rivera", "rep-lincoln", True),
            ("Elena Ortiz", "principal-lincoln", False),
        ):
            who = await stuck(bot, name, seat)
            await who.presses("action.stuck", "1")
            labels = [one.label for one in buttons(said(who.answer))]
            assert any(HECTOR in one for one in labels) is is_named, labels


async def test_who_keeps_the_contract(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        await asked(bot)
        no_other_chairs(bot)
        await does(bot, "Elena Ortiz", "offer")
        (await does(bot, "Maria Rivera", "fits")).sees(f"That is for {HECTOR}.")
        elena = await does(bot, "Elena Ortiz", "fits")
        assert HECTOR not in elena.sees(f"Eso le toca a {ASSOCIATION}.")


async def test_who_approves_a_message(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        await at_noon(bot)
        marcus = corner(bot, "Marcus Tilley", "discord")
        no_other_chairs(bot)
        change(bot.settings.database_url, "update members set language = 'en'")
        await writes(marcus, ASSOCIATION)
        assert HECTOR not in marcus.sees(f"First somebody else must approve it, just as it is here: {ASSOCIATION}.")


async def test_who_can_fill_a_role_that_nobody_holds(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        no_other_chairs(bot)
        change(bot.settings.database_url, "update members set language = 'en'")
        await proposed(bot)
        rep = number(bot, "seats", "rep-lincoln")
        change(bot.settings.database_url, f"update goal_positions set answer = null where seat_id = {rep}")
        change(bot.settings.database_url, f"update seats set holder_id = null where id = {rep}")
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("goal.show", "1")
        assert HECTOR not in elena.sees(f"nobody holds this role now. {ASSOCIATION} can fill it")
