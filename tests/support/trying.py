"""Cycles of an agreed goal of the pretend district, without a platform."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session
from support.concerns import agreed
from support.cores import Core, said
from support.corner import Corner, buttons, corner, next_due
from support.databases import rows

from bot.people import seats
from bot.people.model import Member, Seat

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
    typed = {**LEARNED, "next": "keep", **fields}
    await who.sends("cycle.end", str(cycle), {name: (value,) for name, value in typed.items()})


async def does(bot: Core, name: str, act: str, step: int = 1) -> Corner:
    who = corner(bot, name)
    await who.presses(f"action.{act}", str(step))
    return who


async def as_seen(who: Corner, do: str) -> str:
    """What the button carries that offers this of commitment 1 to somebody, who has just looked."""
    await who.presses("commitment.show", "1")
    found = buttons(said(who.answer)) if who.answer is not None else []
    return next((one.about for one in found if one.do == do), "1")


def states(bot: Core) -> list[str]:
    return [state for (state,) in rows(bot.settings.database_url, "select state from actions order by id")]


def waiting(bot: Core, name: str) -> set[str]:
    """Who waits to be told of that."""
    found = f"select m.name from notices n join members m on m.id = n.member_id where n.name = '{name}'"
    return {one for (one,) in rows(bot.settings.database_url, f"{found} and n.roundup_id is null")}


def due(bot: Core, do: str) -> list[date]:
    """The days on which that falls due."""
    found = rows(bot.settings.database_url, f"""select at from due where "do" = '{do}' order by at""")
    return [date.fromisoformat(str(at)[:10]) for (at,) in found]


async def follows(bot: Core, key: str, who: str) -> None:
    """Somebody else holds that seat now; nobody where `who` is empty."""

    def hand_over(session: Session) -> None:
        seat = session.scalars(select(Seat).where(Seat.key == key)).one()
        member = session.scalars(select(Member).where(Member.key == who)).one_or_none()
        seats.hand_over(session, seat, member, bot.clock.now())

    await bot.writer.do(hand_over)
    await next_due(bot, seats.CHANGED)
