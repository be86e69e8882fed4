"""Too late, too long, twice, gone meanwhile: each has an end, and nothing that was typed is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.concerns import agreed
from support.cores import core
from support.corner import corner, next_due
from support.databases import change, on_either, rows
from support.trying import ELENA, TRIED, does, due, ends, follows, planned, plans, states, waiting

from bot.boundary import FormErrors
from bot.goals.cycles import timing

pytestmark = on_either

OFF = "insert into no_school (district_id, day, owner)"


async def test_days_that_will_not_do(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        for until in ("2026-10-06", "2026-01-05", "someday", "31/31", "2031-01-01"):
            await plans(maria, until=until)
            assert isinstance(maria.answer, FormErrors)
            maria.sees("Please give a day from tomorrow on")
        await plans(maria, until="2027-08-20")
        maria.sees("more than 45 school days ahead")
        await maria.clicks("Fix it")
        assert maria.field(0).value == TRIED
        await maria.fills_in(until="2026-11-26")
        maria.sees("Planned until November 30, 2026")


async def test_three_thousand_characters(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, long = await agreed(bot), "Read on Tuesdays. " * 167
        await plans(maria, **{"try": long, "expect": long})
        maria.sees("280 fit", "200 fit")
        await maria.clicks("Fix it")
        assert maria.field(0).value.strip() == long.strip()
        await maria.fills_in(**{"try": TRIED, "expect": ""})
        await ends(maria, learned=long)
        maria.sees("280 fit")
        await maria.presses("step.add", "1")
        await maria.fills_in(what="  ")
        maria.sees("Please write one line")


async def test_over_the_holidays(tmp_path: Path) -> None:
    """Three weeks are as many school days; a calendar that changes moves the last one."""
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await bot.later(days=64)
        await plans(maria)
        maria.sees("Planned until January 13, 2027")
        database = bot.settings.database_url
        change(database, f"{OFF} select id, '2027-01-13', 'chat' from districts")
        await next_due(bot, timing.OVER)
        assert waiting(bot, timing.NOTICE) == set()
        assert due(bot, timing.OVER) == [date(2027, 1, 14)]
        await next_due(bot, timing.OVER)
        assert waiting(bot, timing.NOTICE) == {"Maria Rivera"}


async def test_over_a_summer_that_nobody_has_listed(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        database = bot.settings.database_url
        days = "values ('2026-10-07')" + "".join(f", ('2026-10-{day:02}')" for day in range(8, 32))
        change(
            database,
            f"{OFF} select d.id, v.column1, 'chat' from districts d, ({days}) v",
        )
        await plans(maria)
        maria.sees("Planned until November 20, 2026")


async def test_a_month_of_silence(tmp_path: Path) -> None:
    """It is asked once what happened, and then it rests."""
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        await does(bot, "Elena Ortiz", "accept")
        await bot.later(days=60)
        found = "select name, count(*) from notices where name like 'cycle%' or name like 'step%' group by name"
        assert sorted(rows(bot.settings.database_url, found)) == [("cycle-over", 1), ("step-check", 1)]
        assert due(bot, "step.check") == []
        await maria.types("somewhere")
        maria.sees("The test for", "is over. What happened?")


async def test_who_planned_it_and_who_is_asked_have_left(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await planned(bot, who=ELENA)
        await does(bot, "Elena Ortiz", "accept")
        await follows(bot, "principal-lincoln", "")
        await follows(bot, "rep-lincoln", "")
        await next_due(bot, timing.OVER)
        assert waiting(bot, timing.NOTICE) == {"Rosa Delgado"}
        await follows(bot, "rep-lincoln", "owen-lindqvist")
        assert waiting(bot, timing.NOTICE) == {"Rosa Delgado", "Owen Lindqvist"}
        owen = corner(bot, "Owen Lindqvist")
        await ends(owen)
        owen.sees("this is how we learn")
        rosa = corner(bot, "Rosa Delgado")
        await ends(rosa)
        rosa.sees("Alguien ya dijo qué pasó", "Twelve of twenty")


async def test_a_step_is_accepted_by_two(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await planned(bot, who=ELENA)
        for _ in range(2):
            (await does(bot, "Elena Ortiz", "accept")).sees("Gracias.")
        deputy = "(select id from members where key = 'grace-chen')"
        away = f"update seats set deputy_id = {deputy}, away_until = '2026-12-01 00:00:00'"
        change(bot.settings.database_url, f"{away} where key = 'principal-lincoln'")
        (await does(bot, "Grace Chen", "accept")).sees("It has a yes already, from Lincoln Elementary's principal")
        (await does(bot, "Elena Ortiz", "done")).sees("Eso ya no está aquí.")
        (await does(bot, "Grace Chen", "done")).sees("The team sees that it's done.")


async def test_two_plan_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        rosa = corner(bot, "Rosa Delgado")
        await maria.presses("cycle.plan", "1")
        await rosa.presses("cycle.plan", "1")
        await maria.fills_in(**{"try": TRIED})
        await rosa.fills_in(**{"try": "Otra cosa"})
        rosa.sees("Ya hay una en marcha", TRIED, "Otra cosa")
        assert rows(bot.settings.database_url, "select count(*) from cycles") == [(1,)]


async def test_a_goal_that_was_closed_meanwhile(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("cycle.plan", "1")
        change(bot.settings.database_url, "update goals set status = 'closed'")
        await maria.fills_in(**{"try": TRIED})
        maria.sees("This goal isn't under way any more", TRIED)
        change(bot.settings.database_url, "update goals set status = 'agreed'")
        await plans(maria, who=ELENA)
        await does(bot, "Elena Ortiz", "accept")
        change(bot.settings.database_url, "update goals set status = 'closed'")
        (await does(bot, "Elena Ortiz", "done")).sees("Eso ya terminó.")
        await ends(maria)
        maria.sees("This goal isn't under way any more", "Twelve of twenty")
        assert states(bot) == ["promised"]
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        assert TRIED not in elena.sees("Elena")


async def test_more_steps_than_a_small_test_has(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot)
        for number in range(12):
            await maria.presses("step.add", "1")
            if number < 11:
                await maria.fills_in(what=f"Step {number}", who=ELENA)
        maria.sees("There are 12 steps already.")
        await maria.presses("cycle.show", "1")
        maria.sees("Step 10")
        await maria.presses("step.withdraw", "5")
        maria.sees("It is withdrawn.")
        assert len(states(bot)) == 11
