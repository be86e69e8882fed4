"""Who else is told, and who of all these is not: "and", "or" and "not"."""

from __future__ import annotations

from pathlib import Path

from support.broadcasts import ASSOCIATION, POSTED, PTA, STATUS, TOLD, at_noon, narrows, rows, writes
from support.corner import corner
from support.databases import on_either
from support.talk import core

pytestmark = on_either

LINCOLN, OAK = "Lincoln Elementary", "Riverbend Elementary"
AT_LINCOLN = (
    "select m.key from members m join groups g on g.id = m.group_id join buildings b on b.id = m.building_id"
    " where g.key = 'cvea' and b.name = 'Lincoln Elementary' and m.key <> 'maria-rivera' order by m.key"
)


async def test_educators_of_a_school_without_their_rep(tmp_path: Path) -> None:
    """No channel has just these people, so each has it by message; and the rep can't read it by any way."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        dana.sees(f"For: {ASSOCIATION}\n", "It is posted in #association-caucus")
        await writes(dana, ASSOCIATION, buildings=LINCOLN)
        seen = await narrows(dana, **{"not": "Building reps"})
        assert f"For: {ASSOCIATION} ({LINCOLN} only); without Building reps" in seen
        assert "No channel has just these people, so it is posted in none." in seen
        await dana.clicks("Send it")
        await bot.later(minutes=3)
        told = rows(bot, AT_LINCOLN)
        assert (rows(bot, POSTED), rows(bot, TOLD)) == ([], told)
        assert f"{len(told)} people I know get it" in seen
        maria = corner(bot, "Maria Rivera")
        await maria.presses("broadcast.show", "1:en")
        maria.sees("isn't here any more")
        jamal = corner(bot, "Jamal Whitfield")
        await jamal.presses("broadcast.show", "1:en")
        jamal.sees("Open enrollment ends on Friday.")


async def test_some_of_one_group_or_some_of_another_elsewhere(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION, buildings=LINCOLN)
        seen = await narrows(dana, also=PTA, also_at=OAK)
        assert f"For: {ASSOCIATION} ({LINCOLN} only), and also {PTA} ({OAK} only)" in seen
        assert "must approve it, just as it is here: Adriana Ponce" in seen, (
            "who speaks for the others has to approve it"
        )
        assert "11 people I know get it" in seen


async def test_only_those_who_are_something_else_too_and_nobody_is_refused(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        seen = await narrows(dana, only="Building reps")
        assert f"For: {ASSOCIATION}; of these, only Building reps" in seen
        assert "5 people I know get it" in seen
        assert "24 people I know get it" in await narrows(dana, **{"not": "Building reps"}), "one of them is vacant"
        await narrows(dana, only="Building reps", **{"not": "Building reps"})
        dana.sees("Nobody would get this", "What you typed is kept")
        await narrows(dana)
        dana.sees("meant for 29 people I know")
        await dana.sends("broadcast.more", "1", {"not": ("group:999",), "also": ()})
        dana.sees("Please pick from the list who should get it")
        assert rows(bot, STATUS) == []


async def test_what_is_changed_later_keeps_who_was_left_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        await narrows(dana, also=PTA, also_at=OAK, only="Building reps", **{"not": "Principals"})
        whom = "; of these, only Building reps; without Principals"
        dana.sees(whom)
        await dana.clicks("Send it")
        await dana.clicks("Change it")
        await dana.fills_in(title="Insurance week")
        dana.sees(f"and also {PTA} ({OAK} only){whom}")
