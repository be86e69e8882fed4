"""A small test of change: planned, accepted step by step, asked about, and ended with what was learned."""

from __future__ import annotations

from pathlib import Path

from support.concerns import agreed
from support.cores import core
from support.corner import corner, next_due, shown
from support.databases import on_either, rows
from support.trying import ELENA, LEARNED, ROSA, TRIED, does, ends, planned, plans, states, waiting

from bot import actions
from bot.goals.cycles import checking, timing

pytestmark = on_either


async def test_a_cycle_from_plan_to_next(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA, expect="12 of 20 read along")
        maria.sees("Planned until October 27, 2026", "I ask Elena Ortiz, who can say no.", "We expect: 12 of 20", TRIED)
        assert waiting(bot, actions.NOTICE) == {"Elena Ortiz"}
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        elena.sees("¿Podría hacer esto", "27 de octubre de 2026", TRIED, "Nunca sirve para evaluar")
        await elena.clicks("Sí, yo me encargo")
        elena.sees("El equipo ve que usted se encarga.")
        await maria.presses("cycle.show", "1")
        maria.sees(f"{TRIED}: Lincoln Elementary's principal (promised)")
        await next_due(bot, checking.CHECK)
        assert waiting(bot, checking.NOTICE) == {"Elena Ortiz"}
        assert "¿Cómo va?" in shown(bot, checking.show, 1, "es")
        await does(bot, "Elena Ortiz", "done")
        await next_due(bot, timing.OVER)
        assert waiting(bot, timing.NOTICE) == {"Maria Rivera"}
        await maria.types("somewhere")
        maria.sees("What happened? One line is enough.")
        await maria.clicks("What happened?")
        await maria.fills_in(**LEARNED, next="Change it and try again")
        maria.sees("this is how we learn", LEARNED["learned"])
        await maria.clicks("Plan the next one")
        assert maria.answer.fields[0].value == TRIED  # type: ignore[union-attr]
        await maria.fills_in(**{"try": "The same on Thursdays"})
        maria.sees("You said yes to the first step", "The same on Thursdays")
        await maria.presses("goal.show", "1")
        maria.sees("Our shared goal", "We try this until", "The same on Thursdays")
