"""Cycles of an agreed goal of the pretend district, without a platform."""

from __future__ import annotations

from support.concerns import agreed
from support.cores import Core
from support.corner import Corner, corner
from support.databases import rows

TRIED = "Read in the library on Tuesdays"
ELENA = "Elena Ortiz (Lincoln Elementary's principal)"
ROSA = "Rosa Delgado (the PTA liaison, Lincoln Elementary)"
LEARNED = {"learned": "Twelve of twenty read along."}


async def planned(bot: Core, **fields: str) -> Corner:
    """Cycle 1 of goal 1, by Lincoln's rep, who does its first step."""
    maria = await agreed(bot)
    await plans(maria, **fields)
    maria.sees("Planned until")
    return maria


async def plans(planner: Corner, **fields: str) -> None:
    await planner.presses("cycle.plan", "1")
    await planner.fills_in(**{"try": TRIED, **fields})


async def ends(who: Corner, cycle: int = 1, **fields: str) -> None:
    await who.presses("cycle.end", str(cycle))
    await who.fills_in(**{**LEARNED, **fields})


async def does(bot: Core, name: str, act: str, step: int = 1) -> Corner:
    who = corner(bot, name)
    await who.presses(f"action.{act}", str(step))
    return who


def states(bot: Core) -> list[str]:
    return [state for (state,) in rows(bot.settings.database_url, "select state from actions order by id")]


def waiting(bot: Core, name: str) -> set[str]:
    """Who waits to be told of that."""
    found = f"select m.name from notices n join members m on m.id = n.member_id where n.name = '{name}'"
    return {one for (one,) in rows(bot.settings.database_url, f"{found} and n.roundup_id is null")}
