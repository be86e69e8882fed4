"""A goal dies of silence, or of feeling managed: its seat gets one nudge, then it rests."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support.concerns import GOAL, agreed, tells
from support.cores import Core, core, said
from support.corner import buttons, corner, drawn
from support.databases import change, on_either, rows
from support.quiet import agree, at, lines, sits, told

from bot.people import model as people
from bot.people import seats

pytestmark = on_either


def hands_over(session: Session, *, key: str, who: str, now: datetime) -> None:
    seat = session.scalars(select(people.Seat).where(people.Seat.key == key)).one()
    member = session.scalars(select(people.Member).where(people.Member.key == who)).one_or_none()
    seats.hand_over(session, seat, member, now)


async def days(bot: Core, *until: str) -> list[str]:
    """When Maria was nudged last, at noon of each of these days."""
    found = []
    for day in until:
        await bot.until(at(day))
        found.append(told(bot))
    return found


async def test_after_two_weeks_its_seat_has_one_step_and_a_draft(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        assert await days(bot, "2026-10-19", "2026-10-20") == ["", "2026-10-20"]
        assert lines(bot, "Maria Rivera") == ["2026-10-20"]
        ((roundup,),) = rows(bot.settings.database_url, "select roundup_id from notices where name = 'nudge'")
        card = drawn(bot, "roundup", roundup)
        assert f"No news on “{GOAL['change']}” for two weeks or more. That happens. One small step: Ask your" in card
        await maria.types("somewhere")
        maria.sees("No news on", "Nobody is told who is quiet, and nothing here is for evaluation.")
        await maria.clicks("See draft")
        maria.sees("Nothing is sent yet", "Could we take ten minutes this week for our goal?")
        await maria.clicks("Ask a committee")
        await maria.clicks("Life at Lincoln")
        await maria.fills_in()
        await maria.clicks("Send it")
        maria.sees("Sent.")
        for name in ("Elena Ortiz", "Rosa Delgado", "Dana Lee", "Samuel Okafor"):
            assert not lines(bot, name), "nobody else hears of it"


async def test_while_nobody_answers_it_comes_more_and_more_rarely_and_then_rests(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        seen = await days(bot, "2026-10-20", "2026-10-26", "2026-10-27", "2026-11-09", "2026-11-10", "2026-12-09")
        assert seen == ["2026-10-20"] * 2 + ["2026-10-27"] * 2 + ["2026-11-10"] * 2
        assert await days(bot, "2026-12-10", "2027-04-30") == ["2026-12-10"] * 2, "two days without school count not"
        await maria.types("somewhere")
        maria.sees("Still no news on", "[We're on it]", "[Let it rest]", "[End this goal]")
        await maria.clicks("We're on it")
        assert await days(bot, "2027-05-13", "2027-05-14") == ["2026-12-10", "2027-05-14"]


async def test_a_sign_of_any_feature_is_an_answer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-10-20")
        await tells(maria)
        await maria.types("somewhere")
        assert "No news on" not in maria.sees()
        assert await days(bot, "2026-10-27", "2026-11-02", "2026-11-03") == ["2026-10-20"] * 2 + ["2026-11-03"]


async def test_so_it_is_while_the_next_one_would_come_late_or_never(tmp_path: Path) -> None:
    """Whatever the distance has grown to, two weeks after a sign there is one again."""
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-11-10")
        await tells(maria)
        assert await days(bot, "2026-11-23", "2026-11-24") == ["2026-11-10", "2026-11-24"]
        (last,) = await days(bot, "2027-04-30")
        change(bot.settings.database_url, "insert into goal_points (goal_id, day, value) values (1, '2027-04-30', '3')")
        assert await days(bot, "2027-05-13", "2027-05-14") == [last, "2027-05-14"]


@pytest.mark.parametrize("sign", ["a number", "a plan", "an end that is taken back"])
async def test_so_is_what_cycles_numbers_and_endings_know(tmp_path: Path, sign: str) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        await days(bot, "2026-10-19")
        if sign == "a number":
            change(database, "insert into goal_points (goal_id, day, value) values (1, '2026-10-19', '3')")
        elif sign == "a plan":
            await maria.presses("cycle.plan", "1")
            await maria.fills_in(**{"try": "Quiet reading"})
            maria.sees("Planned until")
        else:
            await maria.presses("goal.end", "1")
            await maria.fills_in(outcome="Not reached", learned="Mondays didn't work.")
            await maria.clicks("End it and tell them")
            await maria.presses("goal.reopen-now", "1")
        assert await days(bot, "2026-10-30", "2026-11-02") == ["", "2026-11-02"]


async def test_what_somebody_can_say_to_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-10-20")
        await maria.types("somewhere")
        await maria.clicks("Less often")
        await maria.clicks("Monthly")
        assert await days(bot, "2026-11-16", "2026-11-17", "2026-12-17", "2027-01-29") == [
            *("2026-10-20", "2026-11-17", "2026-12-17", "2027-01-29"),
        ]
        await maria.types("somewhere")
        await maria.clicks("Less often")
        await maria.clicks("Not this one")
        assert await days(bot, "2027-05-30") == ["2027-01-29"]
        await maria.clicks("Ask again")
        assert await days(bot, "2027-06-30") > ["2027-05-30"]
        await maria.presses("nudge.stuck", "1")
        maria.sees("Being stuck is worth saying.", f"We are stuck with our goal: “{GOAL['change']}”")


async def test_a_pause_that_nobody_ends_offers_an_end(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-10-20")
        await maria.types("somewhere")
        await maria.clicks("Pause two weeks")
        maria.sees("Paused until November 3, 2026.")
        await maria.types("somewhere")
        assert "No news on" not in maria.sees()
        assert await days(bot, "2026-11-02", "2026-11-03") == ["2026-10-20", "2026-11-03"]
        await maria.types("somewhere")
        maria.sees("Going on, pausing and closing are all fine.")
        await maria.clicks("Let it rest")
        assert await days(bot, "2027-03-01") == ["2026-11-03"]


async def test_a_pause_that_is_ended_by_hand_is_as_if_something_had_been_heard(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-10-20")
        await maria.presses("nudge.pause", "1")
        await days(bot, "2026-10-22")
        await maria.clicks("We go on")
        maria.sees("Good to know.")
        assert await days(bot, "2026-11-04", "2026-11-05") == ["2026-10-20", "2026-11-05"]
        await maria.types("somewhere")
        maria.sees("[Pause two weeks]")
        assert "closing are all fine" not in maria.sees()


async def test_a_role_outlives_its_holder(tmp_path: Path) -> None:
    """The next nudge is the new one's, and an old button is nobody's; none goes to an empty role."""
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-10-20")
        await bot.writer.do(partial(hands_over, key="rep-lincoln", who="nobody", now=bot.clock.now()))
        assert await days(bot, "2026-11-10") == ["2026-10-20"]
        await bot.writer.do(partial(hands_over, key="rep-lincoln", who="owen-lindqvist", now=bot.clock.now()))
        await days(bot, "2026-11-18")
        assert len(lines(bot, "Owen Lindqvist")) == 1
        await maria.presses("nudge.stop", "1")
        maria.sees("isn't here any more")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("nudge.on-it", "1")
        owen.sees("Good to know.")


async def test_what_is_over_is_let_be(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-10-20")
        change(bot.settings.database_url, "update goals set status = 'closed'")
        await maria.presses("nudge.pause", "1")
        maria.sees("This is over, so nothing was changed.")
        await bot.until(at("2026-10-28"))
        assert rows(bot.settings.database_url, "select count(*) from nudges") == [(0,)]
        assert not rows(bot.settings.database_url, "select 1 from due where \"do\" = 'nudge.look'")


async def test_none_comes_on_a_day_without_school(tmp_path: Path) -> None:
    """Whatever days somebody chose: she has had Friday's message, and Saturday's comes without it."""
    async with core(tmp_path) as bot:
        await bot.until(at("2026-10-09", 9))
        database, maria = bot.settings.database_url, await agreed(bot)
        await maria.sends("messages.wishes", "", {"hours": ("7-18",), "days": ("every day",)})
        await bot.until(at("2026-10-23", 6))
        ((member,),) = rows(database, "select id from members where name = 'Maria Rivera'")
        change(database, f"insert into roundups (member_id, account, day) values ({member}, 'x', '2026-10-23')")
        await bot.until(at("2026-10-25", 18))
        assert (told(bot), lines(bot, "Maria Rivera")) == ("2026-10-23", [])
        await bot.until(at("2026-10-26"))
        assert lines(bot, "Maria Rivera") == ["2026-10-26"]


async def test_a_chair_sees_how_many_are_quiet_and_never_who(tmp_path: Path) -> None:
    """Two roles of the schedule committee; where all that are watched are quiet, a number would name them."""
    async with core(tmp_path) as bot:
        database, joel = bot.settings.database_url, corner(bot, "Joel Hartmann")
        for rep in ("Maria Rivera", "Naomi Feldstein"):
            await agree(bot, rep)
        await days(bot, "2026-10-21")
        await joel.types("somewhere")
        assert "quiet" not in joel.sees()
        seat = "(select id from seats where key = 'pta-high-school')"
        of_another = f"insert into nudges (kind, subject, seat_id, heard_at) select 'goal', 1, {seat}, heard_at"
        change(database, f"{of_another} from nudges where id = 1")
        await joel.types("somewhere")
        text = joel.sees("2 steps are quiet. Put one point on the next agenda", "Whose they are, I tell nobody.")
        assert not any(name in text for name in ("Maria", "Naomi", "Lincoln", "Prairie"))
        await sits(bot, "Naomi Feldstein").presses("nudge.on-it", "2")
        await joel.types("somewhere")
        assert "quiet" not in joel.sees(), "one alone could be guessed"


async def test_few_buttons(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await days(bot, "2026-10-20")
        await maria.types("somewhere")
        labels = [one.label for one in buttons(said(maria.answer)) if one.do.startswith("nudge.")]
        assert labels == ["See draft", "We're on it", "We're stuck", "Pause two weeks", "Less often"]
