"""What a group does with its concerns and titles goes one after the other, in a round and before it: nobody is told
what another is just changing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select
from support.at_once import Act, at_once, by
from support.concerns import KITS, says
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner
from support.databases import change, on_both, rows
from test_goals_rounds import gathered, rating

from bot.goals.rounds import rounds
from bot.timetable import Due, DueRow

pytestmark = on_both

SHOWN = "select id from themes where round_id is not null"


# A title is shown to other groups --------------------------------------------------------------------------------


async def looked_over(bot: Core) -> tuple[Corner, Corner]:
    """Dana has looked over the association's list, and can show it; so can another who sorts its concerns, her device
    at home."""
    dana, _ = await gathered(bot)
    also = corner(bot, "Dana Lee")
    await dana.presses("round.open")
    await dana.presses("round.ready")
    await also.presses("theme.list")
    also.sees("A quiet hall · 1", "[Keep it to our group]")
    return dana, also


async def test_a_title_is_kept_just_before_it_is_shown(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, also = await looked_over(bot)
        await at_once(
            bot, by(also, lambda who: who.clicks("Keep it to our group")), by(dana, lambda who: who.clicks("Show it"))
        )
        also.sees("for your group alone")
        dana.sees("There is no title to show yet.")
        assert rows(bot.settings.database_url, SHOWN) == []


async def test_a_title_is_kept_just_after_it_was_shown(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, also = await looked_over(bot)
        await at_once(
            bot, by(dana, lambda who: who.clicks("Show it")), by(also, lambda who: who.clicks("Keep it to our group"))
        )
        dana.sees("its list is there")
        also.sees("The other groups see that title already")
        assert rows(bot.settings.database_url, "select shared, round_id from themes where id = 1") == [(True, 1)]


async def test_others_read_a_title_as_it_was_looked_over(tmp_path: Path) -> None:
    """It is given other words at that moment: the list is looked over once more."""
    async with core(tmp_path) as bot:
        dana, also = await looked_over(bot)
        await also.presses("theme.title", "1:old")
        await at_once(
            bot,
            by(also, lambda who: who.fills_in(title_en="Room to think", title_es="Lugar para pensar")),
            by(dana, lambda who: who.clicks("Show it")),
        )
        dana.sees("Room to think / Lugar para pensar", "[Show it]")
        assert rows(bot.settings.database_url, SHOWN) == []


async def test_the_last_concern_is_taken_out_just_before(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await looked_over(bot)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("concern")
        await at_once(bot, by(owen, lambda who: who.clicks("Take it out")), by(dana, lambda who: who.clicks("Show it")))
        owen.sees("It was taken out")
        dana.sees("There is no title to show yet.")
        assert rows(bot.settings.database_url, SHOWN) == []


@pytest.mark.parametrize("author", [True, False])
async def test_the_last_concern_goes_as_its_title_is_shown(tmp_path: Path, author: bool) -> None:
    """Its author takes it back, or it is taken off the list."""
    async with core(tmp_path) as bot:
        dana, also = await looked_over(bot)
        if author:
            away = by(corner(bot, "Owen Lindqvist"), lambda who: who.presses("concern.take-back-now", "1"))
        else:
            await also.presses("concern.hide", "1")
            away = by(also, lambda who: who.fills_in(why="One employee."))
        await at_once(bot, away, by(dana, lambda who: who.clicks("Show it")))
        dana.sees("There is no title to show yet.")
        assert rows(bot.settings.database_url, SHOWN) == []


async def test_two_put_one_concern_under_a_title(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await gathered(bot)
        await says(corner(bot, "Owen Lindqvist"), KITS)
        also = corner(bot, "Dana Lee")
        for who in (dana, also):
            await who.presses("theme.sort")
        await at_once(bot, *(by(who, lambda who: who.clicks("A quiet hall")) for who in (dana, also)))
        for who in (dana, also):
            who.sees("A quiet hall · 2")


# A round ---------------------------------------------------------------------------------------------------------


async def test_two_groups_open_their_parts(tmp_path: Path) -> None:
    """In one meeting, so at one moment: it is one round."""
    async with core(tmp_path) as bot:
        dana, marcus = await gathered(bot)
        await at_once(bot, *(by(who, lambda who: who.presses("round.open")) for who in (dana, marcus)))
        assert rows(bot.settings.database_url, "select count(*) from rounds") == [(1,)]
        for who in (dana, marcus):
            who.bot = bot
            await who.presses("round.ready")
            await who.clicks("Show it")
            who.sees("its list is there")


def ends(dues: Sequence[Due]) -> Act:
    async def end(there: Core) -> None:
        await there.frame.handle_due(dues)

    return end


FOUR = (  # colleagues: with the fifth their group counts
    "insert into theme_ratings (theme_id, member_id, rate) select 1, others.id, 'now' from members others "
    "join members owen on owen.group_id = others.group_id where owen.key = 'owen-lindqvist' and others.id != owen.id "
    "order by others.id limit 4"
)


@pytest.mark.parametrize("first", ["says it", "it ends"])
async def test_somebody_says_what_matters_as_it_ends(tmp_path: Path, first: str) -> None:
    """Either it counts, or they are told that it is over; nothing of it is kept under their name."""
    async with core(tmp_path) as bot:
        await rating(bot)
        owen = corner(bot, "Owen Lindqvist")
        change(bot.settings.database_url, FOUR)
        await owen.presses("round.rate")
        those = select(DueRow).where(DueRow.do == rounds.END)
        dues = await bot.writer.look(
            lambda session: [Due(one.id, one.do, one.subject, one.at) for one in session.scalars(those)]
        )
        bot.clock.move_to(dues[0].at)
        says_it, it_ends = by(owen, lambda who: who.presses("round.say", "1:not now")), ends(dues)
        await at_once(bot, *((says_it, it_ends) if first == "says it" else (it_ends, says_it)))
        owen.sees("Enough kits" if first == "says it" else "That isn't here any more.")
        assert rows(bot.settings.database_url, "select * from theme_ratings") == []
        ((phase, raters),) = rows(bot.settings.database_url, "select phase, raters from rounds")
        assert phase == "result"
        assert ("1" in str(raters)) is (first == "says it")


# A call, and what came ---------------------------------------------------------------------------------------------


async def test_a_question_is_posted_from_two_devices(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, also = corner(bot, "Maria Rivera"), corner(bot, "Maria Rivera")
        for who in (maria, also):
            await who.presses("concern.call")
        await at_once(bot, *(by(who, lambda who: who.clicks("Post it")) for who in (maria, also)))
        maria.sees("Posted. You hear from me")
        also.sees("You have asked already")
        assert rows(bot.settings.database_url, "select count(*) from concern_calls") == [(1,)]
        cards = "select count(*) from deliveries where card = 'concern.call'"
        assert rows(bot.settings.database_url, cards) == [(1,)]


async def test_nothing_counts_as_read_that_came_while_a_later_one_was(tmp_path: Path) -> None:
    """Owen's is being sent while Priya sends hers and Maria reads: Priya's waits for his."""
    async with core(tmp_path) as bot:
        await says(corner(bot, "Jamal Whitfield"), "No door closes.", named=True)
        owen, priya, maria = (corner(bot, name) for name in ("Owen Lindqvist", "Priya Natarajan", "Maria Rivera"))
        for who in (owen, priya):
            await who.presses("concern.write-at-once")
        await owen.fills_in(text="The hall is loud when they read.")
        await priya.fills_in(text=KITS)

        async def later(there: Core) -> None:
            priya.bot = maria.bot = there
            await priya.clicks("Send it")
            await maria.presses("concern.read")

        await at_once(bot, by(owen, lambda who: who.clicks("Send it")), later)
        maria.sees("3 concerns", "The hall is loud when they read.", KITS)
        unread = "select c.id from concerns c where c.id > (select max(concern) from concern_readings)"
        assert rows(bot.settings.database_url, unread) == []
        assert [one.do for one in buttons(said(maria.answer)) if one.do == "goal.start"] == ["goal.start"] * 3
