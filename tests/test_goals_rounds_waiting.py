"""A round does not wait for ever for a group that opened its part and then says nothing."""

from __future__ import annotations

from pathlib import Path

from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, next_due, shown
from support.databases import on_both, on_either, rows
from test_goals_co_chairs import all_say, listed, named
from test_goals_consent import told

from bot.goals.rounds import rounds, waiting

PARTS = "select g.key from round_parts p join groups g on g.id = p.group_id where p.left_out"


async def opened_by_three(bot: Core) -> tuple[Corner, Corner]:
    """Two lists are there; the administration has opened its part, too."""
    await corner(bot, "Samuel Okafor").presses("round.open")
    return await listed(bot)


@on_both
async def test_after_two_weeks_its_co_chairs_begin_without_a_silent_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, marcus = await opened_by_three(bot)
        assert told(database, waiting.LATE) == {"Samuel Okafor"}
        assert "yours is waited for until" in shown(bot, waiting.show_late, 1)
        await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
        await named(marcus, "Marcus Tilley (the PTA liaison, Cedar Valley PTA)")
        maria = corner(bot, "Maria Rivera")
        await maria.presses("round.chair-yes")
        await dana.presses("round.begin")
        dana.sees("It waits for District Administration until")
        await maria.presses("round.go-on", "2")
        maria.sees("nobody is left out")  # it is too early
        assert rows(database, "select phase from rounds") == [("gathering",)]

        await next_due(bot, waiting.LOOK)
        assert told(database, waiting.OVER) == {"Maria Rivera", "Marcus Tilley"}
        assert "It has waited two weeks for District Administration." in shown(bot, waiting.show_waited, 1)
        await dana.presses("round.show")
        dana.sees("It has waited two weeks for District Administration.")
        assert "round.go-on" not in {one.do for one in buttons(said(dana.answer))}  # she is no co-chair
        await dana.presses("round.go-on", "2")
        dana.sees("That isn't here any more.")
        await marcus.presses("round.show")
        go_on = next(one for one in buttons(said(marcus.answer)) if one.do == "round.go-on")
        await maria.presses(go_on.do, go_on.about)
        maria.sees("Left out, for now: District Administration.")
        assert rows(database, "select phase from rounds") == [("rating",)]
        assert rows(database, PARTS) == [("administration",)]
        assert told(database, waiting.LEFT) == {"Samuel Okafor"}
        await dana.presses("round.show")
        dana.sees("District Administration (Samuel Okafor): left out, for its list was not there in time.")

        await all_say(bot, "1:now")
        await next_due(bot, rounds.END)
        await dana.presses("round.results")
        dana.sees("The round began without District Administration")


@on_either
async def test_who_was_left_out_still_joins_in(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        _, marcus = await opened_by_three(bot)
        await next_due(bot, waiting.LOOK)
        await marcus.presses("round.show")
        await marcus.clicks("Begin without")
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("round.rate")
        samuel.sees("That isn't here any more.")
        await samuel.presses("round.show")
        await samuel.clicks("Go on with our part")
        assert rows(database, PARTS) == []
        await samuel.presses("round.rate")
        samuel.sees("1 of 2")


@on_either
async def test_nobody_is_left_out_who_was_not_named_on_the_button(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, marcus = await opened_by_three(bot)
        await next_due(bot, waiting.LOOK)
        await marcus.presses("round.go-on", "1")  # of another group than the one that is late
        marcus.sees("nobody is left out")
        await marcus.presses("round.show")
        await dana.presses("round.unready")  # meanwhile one of the two lists is gone
        await marcus.clicks("Begin without")
        marcus.sees("nobody is left out")
        assert rows(database, "select phase, waits_until from rounds") == [("gathering", None)]
        await dana.presses("round.ready")
        await dana.clicks("Show it")
        dana.sees("It waits for District Administration until")  # as long as before
        await corner(bot, "Samuel Okafor").presses("round.pause")  # no reason asked
        await marcus.presses("round.begin")
        assert rows(database, "select phase from rounds") == [("rating",)]
        assert rows(database, PARTS) == []


@on_either
async def test_a_group_that_comes_later_has_as_long(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, _ = await listed(bot)
        assert rows(database, "select waits_until from rounds") == [(None,)]
        await bot.later(days=5)
        await corner(bot, "Samuel Okafor").presses("round.open")
        assert told(database, waiting.LATE) == {"Samuel Okafor"}
        await bot.later(days=10)
        await dana.presses("round.show")
        dana.sees("It waits for District Administration until")
        assert told(database, waiting.OVER) == set()
