"""A role is given to another at the moment at which its holder lets their deputy act."""

from __future__ import annotations

from pathlib import Path

from support.at_once import at_once, by
from support.cores import core
from support.corner import corner
from support.databases import change, on_both, rows
from support.trying import follows

pytestmark = on_both

DEPUTY = "update seats set deputy_id = (select id from members where key = 'jamal-whitfield') where key = 'rep-lincoln'"


async def test_nobody_lets_a_deputy_act_for_another(tmp_path: Path) -> None:
    """Owen has the role, and is not away by Maria's word."""
    async with core(tmp_path) as bot:
        change(bot.settings.database_url, DEPUTY)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("seat.away")
        await at_once(
            bot,
            lambda there: follows(there, "rep-lincoln", "owen-lindqvist"),
            by(maria, lambda who: who.fills_in(back=who.choices("back")[0])),
        )
        maria.sees("That isn't here any more.")
        acts = "select m.key, away_until from seats join members m on m.id = holder_id where seats.key = 'rep-lincoln'"
        assert rows(bot.settings.database_url, acts) == [("owen-lindqvist", None)]
