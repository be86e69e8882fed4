"""Who works on a goal for their group is struck off the district's files: their place on its team is open again."""

from __future__ import annotations

from pathlib import Path

from support import databases, districts
from support.broadcasts import ASSOCIATION
from support.concerns import GOAL, agreed
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_both, on_either
from test_goals_consent import told
from test_goals_endings import ends
from test_off_the_roster import AISHA, LEFT, OWEN, loaded, struck_off

pytestmark = on_either


@on_both
async def test_a_place_on_a_team_is_open_again_when_its_person_has_left(tmp_path: Path) -> None:
    """Those who lead the goal see it and ask the group again; its president puts somebody else forward."""
    async with core(tmp_path) as bot:
        maria, dana, owen = await on_its_team(bot)
        struck_off(bot, tmp_path, OWEN)
        await maria.presses("goal.record", "1")
        assert "Owen Lindqvist" not in maria.sees()
        await maria.presses("team.show", "1")
        assert "Owen" not in maria.sees(
            f"{ASSOCIATION}: open again; the person who said yes has left the group (knows about dyslexia)"
        )
        await dana.types("somewhere")
        dana.sees("is asked for somebody for a goal", "Put somebody forward")
        await maria.clicks("Ask the group again")
        maria.sees(f"{ASSOCIATION} is asked for somebody: knows about dyslexia")
        await maria.presses("team.ask-again", "1")
        maria.sees("That place is filled, or not needed any more.")
        await dana.types("somewhere")
        await dana.clicks("Put somebody forward")
        await dana.sends("team.forward", "1", {"whom": ("Priya Natarajan",)})
        await corner(bot, "Priya Natarajan").presses("team.yes", "1")
        await maria.presses("team.show", "1")
        maria.sees(f"{ASSOCIATION}: Priya Natarajan (knows about dyslexia)")
        loaded(bot, districts.PRETEND)  # Owen is back, and somebody else works there
        await owen.presses("team.yes", "1")
        owen.sees("That isn't here any more.")
        await maria.presses("team.ask-again", "1")
        maria.sees("That place is filled, or not needed any more.")


async def test_a_place_whose_person_has_left_can_be_filled_by_the_group_at_once_or_taken_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana, _owen = await on_its_team(bot)
        struck_off(bot, tmp_path, OWEN)
        await dana.types("somewhere")
        await dana.clicks("Put somebody forward")
        await dana.sends("team.forward", "1", {"whom": ("Aisha Farouk",)})
        struck_off(bot, tmp_path / "later", *LEFT)  # before she said yes
        await dana.types("somewhere")
        dana.sees("Put somebody forward")
        await maria.presses("team.show", "1")
        await maria.clicks("We don't need it any more")
        assert ASSOCIATION + " is asked" not in maria.sees()
        await dana.types("somewhere")
        assert "Put somebody forward" not in dana.sees()


async def test_whom_leaders_let_read_reads_no_more_once_somebody_else_has_the_place(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana, _owen = await on_its_team(bot, "Aisha Farouk")
        aisha = corner(bot, "Aisha Farouk")
        await maria.types("somewhere")
        await maria.clicks("Let Aisha Farouk read it")
        await aisha.presses("goal.show", "1")
        aisha.sees(GOAL["change"])
        struck_off(bot, tmp_path, AISHA)
        await dana.sends("team.forward", "1", {"whom": ("Priya Natarajan",)})
        loaded(bot, districts.PRETEND)
        await aisha.presses("goal.show", "1")
        assert GOAL["change"] not in aisha.sees()


async def test_who_left_and_comes_back_is_on_the_team_as_before(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _dana, _owen = await on_its_team(bot)
        struck_off(bot, tmp_path, OWEN)
        loaded(bot, districts.PRETEND)
        await maria.presses("team.show", "1")
        maria.sees(f"{ASSOCIATION}: Owen Lindqvist (knows about dyslexia)")
        await maria.presses("team.take-back", "1")  # nobody sends another group's people away
        maria.sees("That place is filled, or not needed any more.")


async def test_of_a_goal_that_has_ended_the_record_names_who_worked_on_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana, _owen = await on_its_team(bot)
        databases.change(bot.settings.database_url, "update goals set status = 'ended'")
        struck_off(bot, tmp_path, OWEN)
        await maria.presses("goal.record", "1")
        maria.sees("Owen Lindqvist, appointed by")
        await dana.types("somewhere")
        assert "Put somebody forward" not in dana.sees()


async def test_who_said_yes_can_step_down(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana, owen = await on_its_team(bot)
        databases.change(bot.settings.database_url, "delete from notices")
        await owen.types("somewhere")
        owen.sees("You work on a goal")
        await owen.clicks("I can't go on")
        owen.sees(f"{ASSOCIATION} is asked for somebody else, and those who lead the goal are told.")
        assert told(bot.settings.database_url, "team-asked") == {"Dana Lee"}
        assert told(bot.settings.database_url, "team-said") == {"Maria Rivera"}
        await maria.presses("team.show", "1")
        assert "Owen" not in maria.sees(f"{ASSOCIATION} is asked for somebody: knows about dyslexia")
        await dana.types("somewhere")
        dana.sees("Put somebody forward")
        await owen.types("somewhere")
        assert "You work on a goal" not in owen.sees()
        await owen.presses("team.step-down", "1")
        owen.sees("That isn't here any more.")


async def test_nobody_is_asked_to_work_on_a_goal_that_has_ended(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana, _ = await on_its_team(bot)
        priya = corner(bot, "Priya Natarajan")
        await maria.presses("team.ask", "1")
        await maria.fills_in(group=ASSOCIATION, what="knows about maps", hours="One hour")
        await dana.sends("team.forward", "2", {"whom": ("Priya Natarajan",)})
        await priya.types("somewhere")
        priya.sees("Would you work on a goal")
        await ends(maria, "Not reached")
        await priya.types("somewhere")
        assert "Would you work" not in priya.sees()
        await priya.presses("team.yes", "2")
        priya.sees("That isn't here any more.")
        await maria.presses("team.show", "1")
        assert "Ask a group for somebody" not in maria.sees()


async def on_its_team(bot: Core, name: str = "Owen Lindqvist") -> tuple[Corner, Corner, Corner]:
    """Said yes to a place on an agreed goal's team. Returns who leads it, who put them forward, and Owen."""
    maria, dana, owen = await agreed(bot), corner(bot, "Dana Lee"), corner(bot, "Owen Lindqvist")
    await maria.presses("team.ask", "1")
    await maria.fills_in(group=ASSOCIATION, what="knows about dyslexia", hours="One hour monthly")
    await dana.sends("team.forward", "1", {"whom": (name,)})
    await corner(bot, name).presses("team.yes", "1")
    return maria, dana, owen
