"""Two act on one goal at the same moment: one of them is in time, the other is told so, and nothing is doubled."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.at_once import at_once, by
from support.concerns import agreed
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import change, on_both, rows
from support.trying import ELENA, LEARNED, ROSA, TRIED, as_seen, does, ends, follows, planned, states, waiting

from bot import actions
from bot.goals.commitments import lifecycle
from bot.goals.cycles import steps
from bot.goals.endings import telling

pytestmark = on_both

VACANT = "update seats set holder_id = null, deputy_id = null where key = 'rep-lincoln'"
COVER = "Cover on Tuesdays, 9 to 9:30"


def counted(bot: Core, table: str) -> int:
    ((found,),) = rows(bot.settings.database_url, f"select count(*) from {table}")
    return int(found)


# A goal ----------------------------------------------------------------------------------------------------------


async def writes_an_ending(who: Corner, outcome: str, learned: str) -> None:
    await who.presses("goal.end", "1")
    await who.fills_in(outcome=outcome, learned=learned)


async def test_two_end_it(tmp_path: Path) -> None:
    """The first one's ending stands; the other has their words back."""
    async with core(tmp_path) as bot:
        await agreed(bot)
        change(bot.settings.database_url, VACANT)
        elena, rosa = corner(bot, "Elena Ortiz"), corner(bot, "Rosa Delgado")
        await writes_an_ending(elena, "Se alcanzó", "Elena aprendió.")
        await writes_an_ending(rosa, "No se alcanzó", "Rosa aprendió.")
        await at_once(
            bot,
            by(elena, lambda who: who.clicks("Terminarla y contarlo")),
            by(rosa, lambda who: who.clicks("Terminarla y contarlo")),
        )
        elena.sees("Terminó, y se les está avisando")
        rosa.sees("terminó esta meta; vale lo que se dijo ahí", "Rosa aprendió.", "Elena aprendió.")
        assert rows(bot.settings.database_url, "select outcome from goal_endings") == [("reached",)]
        assert counted(bot, f"due where \"do\" = '{telling.DUE}'") == 1
        await rosa.presses("goal.end", "1")
        rosa.sees("Una meta que terminó")


async def test_one_ends_it_while_another_plans(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot), corner(bot, "Rosa Delgado")
        await writes_an_ending(maria, "Reached", "Tuesdays work.")
        await rosa.presses("cycle.plan", "1")
        await at_once(
            bot,
            by(maria, lambda who: who.clicks("End it and tell them")),
            by(rosa, lambda who: who.fills_in(**{"try": TRIED})),
        )
        rosa.sees("Esta meta ya no está en marcha", TRIED)
        assert counted(bot, "cycles") == 0


# A cycle ---------------------------------------------------------------------------------------------------------


async def test_two_plan(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot), corner(bot, "Rosa Delgado")
        await maria.presses("cycle.plan", "1")
        await rosa.presses("cycle.plan", "1")
        await at_once(
            bot,
            by(maria, lambda who: who.fills_in(**{"try": TRIED})),
            by(rosa, lambda who: who.fills_in(**{"try": "Otra cosa"})),
        )
        rosa.sees("Ya hay una en marcha", TRIED, "Otra cosa")
        assert counted(bot, "cycles") == 1


async def test_two_say_what_happened(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await planned(bot), corner(bot, "Rosa Delgado")
        await at_once(bot, by(maria, ends), by(rosa, lambda who: ends(who, learned="Otra cosa", next="drop")))
        rosa.sees("Alguien ya dijo qué pasó", LEARNED["learned"], "Otra cosa")
        assert rows(bot.settings.database_url, "select outcome from cycles") == [("keep",)]


async def test_one_takes_the_end_back_while_another_plans_the_next(tmp_path: Path) -> None:
    """Two would be under way."""
    async with core(tmp_path) as bot:
        maria, rosa = await planned(bot), corner(bot, "Rosa Delgado")
        await ends(maria)
        await rosa.presses("cycle.plan", "1")
        await at_once(
            bot,
            by(rosa, lambda who: who.fills_in(**{"try": "Otra cosa"})),
            by(maria, lambda who: who.presses("cycle.undo", "1")),
        )
        maria.sees("Something rests on it by now")
        assert counted(bot, "cycles where ended_at is null") == 1


# A step ----------------------------------------------------------------------------------------------------------


async def test_a_step_is_accepted_while_its_role_changes_hands(tmp_path: Path) -> None:
    """The new holder is asked: nobody has promised for them."""
    async with core(tmp_path) as bot:
        await planned(bot, who=ELENA)
        elena, grace = corner(bot, "Elena Ortiz"), corner(bot, "Grace Chen")
        await at_once(
            bot,
            by(elena, lambda who: who.presses("action.accept", "1")),
            lambda there: follows(there, "principal-lincoln", "grace-chen"),
        )
        elena.sees("Gracias.")
        assert states(bot) == ["asked"]
        assert "Grace Chen" in waiting(bot, actions.NOTICE)
        await grace.presses("action.accept", "1")
        grace.sees("Thank you.")


async def test_a_step_is_accepted_by_one_and_withdrawn_by_another(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, elena = await planned(bot), corner(bot, "Elena Ortiz")
        await maria.presses("step.add", "1")
        await maria.fills_in(what="Find a room", who=ELENA)
        await at_once(
            bot,
            by(elena, lambda who: who.presses("action.accept", "2")),
            by(maria, lambda who: who.presses("step.withdraw", "2")),
        )
        elena.sees("Gracias.")
        maria.sees("That can't be changed any more: promised.")
        assert states(bot) == ["promised", "promised"]


async def test_two_take_a_free_step_further(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        rosa = corner(bot, "Rosa Delgado")
        await does(bot, "Elena Ortiz", "decline")
        for who in (maria, rosa):
            await who.presses("step.pass", "1")
        await at_once(bot, by(maria, lambda who: who.fills_in(who=ROSA)), by(rosa, lambda who: who.fills_in()))
        rosa.sees("Eso ya no se puede cambiar: ")
        assert rows(bot.settings.database_url, "select key from actions a join seats s on s.id = seat_id") == [
            ("pta-lincoln",)
        ]


@pytest.mark.parametrize("early", ["accepts", "takes back"])
async def test_the_only_step_is_accepted_while_its_test_is_taken_back(tmp_path: Path, early: str) -> None:
    async with core(tmp_path) as bot:
        maria, elena = await planned(bot, who=ELENA), corner(bot, "Elena Ortiz")
        accepts = by(elena, lambda who: who.presses("action.accept", "1"))
        takes_back = by(maria, lambda who: who.presses("cycle.take-back", "1"))
        if early == "accepts":
            await at_once(bot, accepts, takes_back)
            elena.sees("Gracias.")
            maria.sees("Something rests on it by now, so it stays.")
        else:
            await at_once(bot, takes_back, accepts)
            maria.sees("It is taken back.")
            elena.sees("Eso ya terminó. No tiene que hacer nada.")
        assert states(bot) == ["promised" if early == "accepts" else "asked"]


async def test_the_last_two_are_stuck(tmp_path: Path) -> None:
    """Each sees the other's step as it was: still, who leads the goal hears that none goes on."""
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        await maria.presses("step.add", "1")
        await maria.fills_in(what="Find a room", who=ROSA)
        elena, rosa = corner(bot, "Elena Ortiz"), corner(bot, "Rosa Delgado")
        await at_once(
            bot,
            by(elena, lambda who: who.presses("action.stuck", "1")),
            by(rosa, lambda who: who.presses("action.stuck", "2")),
        )
        assert states(bot) == ["stuck", "stuck"]
        assert waiting(bot, steps.ALL_STUCK) == {"Maria Rivera"}


# A commitment ----------------------------------------------------------------------------------------------------


async def offered(bot: Core) -> None:
    """Cover, which fits the contract; the superintendent has to approve it."""
    maria = await agreed(bot)
    await maria.presses("commitment.ask", "1")
    await maria.fills_in(kind="Cover", what=COVER, who=ELENA)
    await corner(bot, "Elena Ortiz").presses("commitment.offer", "1")
    dana = corner(bot, "Dana Lee")
    await dana.presses("commitment.fits", await as_seen(dana, "commitment.fits"))


async def test_it_is_approved_twice(tmp_path: Path) -> None:
    """On two devices of one person: an approver is a role, for which one person acts."""
    async with core(tmp_path) as bot:
        await offered(bot)
        here, there = corner(bot, "Samuel Okafor"), corner(bot, "Samuel Okafor")
        seen = await as_seen(here, "commitment.approve")
        approves = [by(one, lambda who: who.presses("commitment.approve", seen)) for one in (here, there)]
        await at_once(bot, *approves)
        for one in (here, there):
            one.sees("Approved by the superintendent")
        assert waiting(bot, lifecycle.NEWS) == {"Maria Rivera", "Elena Ortiz"}
        assert counted(bot, f"due where \"do\" = '{lifecycle.REMIND}'") == 1


async def test_it_is_approved_while_it_is_changed(tmp_path: Path) -> None:
    """What touches cover is held against the contract again, with its new words."""
    async with core(tmp_path) as bot:
        await offered(bot)
        elena, samuel = corner(bot, "Elena Ortiz"), corner(bot, "Samuel Okafor")
        await elena.presses("commitment.change", "1")
        seen = await as_seen(samuel, "commitment.approve")
        await at_once(
            bot,
            by(elena, lambda who: who.fills_in(what="Cover on Fridays", why="Los martes no hay nadie.")),
            by(samuel, lambda who: who.presses("commitment.approve", seen)),
        )
        samuel.sees("asked first whether it fits the contract")
        assert rows(bot.settings.database_url, "select state, fit from commitments") == [("offered", "asked")]


async def test_it_is_refused_while_it_is_approved(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await offered(bot)
        here, there = corner(bot, "Samuel Okafor"), corner(bot, "Samuel Okafor")
        seen = await as_seen(here, "commitment.approve")
        await there.presses("commitment.refuse", "1")
        await at_once(
            bot,
            by(here, lambda who: who.presses("commitment.approve", seen)),
            by(there, lambda who: who.fills_in(why="There is no budget.")),
        )
        there.sees("That isn't open to this any more", "There is no budget.")
        assert rows(bot.settings.database_url, "select state from commitments") == [("approved",)]
