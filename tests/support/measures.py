"""A goal of the pretend district that is counted, without a platform."""

from __future__ import annotations

from datetime import date, timedelta

from support.concerns import agreed
from support.cores import Core
from support.corner import Corner

FIRST = date(2026, 6, 2)  # of one a week, until a Tuesday in October


async def counted(bot: Core, *numbers: str, unit: str = "days", target: str = "5", **about: str) -> Corner:
    """Goal 1 with its target, and these numbers, one a week."""
    maria = await agreed(bot)
    await maria.presses("goal.target", "1")
    await maria.fills_in(unit=unit, target=target, **about)
    maria.sees("Noted.")
    if numbers:
        await pastes(maria, weekly(*numbers))
        await maria.clicks("Take them")
    return maria


def weekly(*numbers: str) -> str:
    days = (FIRST + timedelta(weeks=week) for week in range(len(numbers)))
    return "\n".join(f"{day.isoformat()}\t{number}" for day, number in zip(days, numbers, strict=True))


async def pastes(who: Corner, rows: str) -> None:
    """Up to the preview."""
    await who.presses("goal.table", "1")
    await who.fills_in(rows=rows)


async def enters(who: Corner, value: str, **fields: str) -> None:
    await who.presses("goal.number", "1")
    await who.fills_in(value=value, **fields)
