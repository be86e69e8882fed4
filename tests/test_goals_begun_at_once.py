"""Two begin the same thing at the same moment: a goal of one concern or title, what is known about a title; it is begun
once, and the other is told so or shown theirs once more."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.at_once import at_once, by
from support.concerns import GOAL, NOISE, says
from support.cores import Core, core
from support.corner import corner, next_due
from support.databases import on_both, rows
from support.trying import follows
from test_goals_canvas import shared
from test_goals_co_chairs import all_say, listed, named
from test_goals_data import KNOWN

from bot.goals.rounds import rounds

pytestmark = on_both

TAKES_PART = (
    "insert into round_parts (round_id, group_id, seat_id, paused, ready, chairs)"
    " select 1, group_id, id, false, true, false from seats where key = 'superintendent'"
)


def counted(bot: Core, table: str) -> int:
    ((found,),) = rows(bot.settings.database_url, f"select count(*) from {table}")
    return int(found)


async def test_two_make_a_goal_of_one_concern(tmp_path: Path) -> None:
    """The second is shown first that theirs would be of none."""
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        maria, also = corner(bot, "Maria Rivera"), corner(bot, "Maria Rivera")
        for who in (maria, also):
            await who.presses("goal.start", "1")
            await who.fills_in(**GOAL)
        await at_once(bot, *(by(who, lambda who: who.clicks("Send it")) for who in (maria, also)))
        maria.sees("Sent.")
        also.sees("[Send it]")
        assert counted(bot, "goals") == 1


async def test_two_chairs_begin_to_write(tmp_path: Path) -> None:
    """They write one goal."""
    async with core(tmp_path) as bot:
        maria, marcus = await shared(bot)
        await at_once(bot, *(by(who, lambda who: who.presses("goal.start-theme", "1")) for who in (maria, marcus)))
        assert counted(bot, "goals") == counted(bot, "goal_canvases") == 1


async def test_two_say_what_they_know_about_a_title(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await listed(bot)
        await dana.presses("round.begin")
        await all_say(bot, "1:now")
        await next_due(bot, rounds.END)
        databases.change(bot.settings.database_url, TAKES_PART)
        here, there = corner(bot, "Samuel Okafor"), corner(bot, "Samuel Okafor")
        for who in (here, there):
            await who.presses("data.know", "1")
        await at_once(bot, *(by(who, lambda who: who.fills_in(**KNOWN)) for who in (here, there)))
        here.sees("It lies on the data shelf now.")
        there.sees("That isn't here any more.")
        assert counted(bot, "data_items") == 1


async def test_a_chairs_yes_while_the_role_changes_hands(tmp_path: Path) -> None:
    """The new holder is asked: nobody has said yes for them."""
    async with core(tmp_path) as bot:
        dana, _ = await listed(bot)
        await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
        maria = corner(bot, "Maria Rivera")
        await at_once(
            bot,
            by(maria, lambda who: who.presses("round.chair-yes")),
            lambda there: follows(there, "rep-lincoln", "owen-lindqvist"),
        )
        assert rows(bot.settings.database_url, "select chairs from round_parts where chair_id is not null") == [
            (False,)
        ]
