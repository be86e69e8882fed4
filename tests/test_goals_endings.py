"""A goal ends: reached or not, with what was learned; those who spoke are told, and it can go on or begin anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.concerns import GOAL, KITS, NOISE, agreed, answers, proposed, says, tells
from support.cores import Core, core
from support.corner import Corner, buttons, corner, drawn, next_due, said, shown
from support.databases import change, on_either, rows
from support.measures import counted
from support.trying import ELENA, due, planned, waiting

from bot.goals import authors
from bot.goals import telling as beginning
from bot.goals.commitments import lifecycle
from bot.goals.cycles import checking, timing
from bot.goals.endings import telling

pytestmark = on_either

LEARNED = "Mondays didn't work."
VACANT = "update seats set holder_id = null, deputy_id = null where key = 'rep-lincoln'"


async def writes(who: Corner, outcome: str = "Not reached", **fields: str) -> None:
    """Up to the preview."""
    await who.presses("goal.end", "1")
    await who.fills_in(**{"outcome": outcome, "learned": LEARNED, **fields})


async def ends(who: Corner, outcome: str = "Not reached", **fields: str) -> None:
    await writes(who, outcome, **fields)
    send = next(one for one in buttons(said(who.answer)) if one.do == "goal.ending-send")
    await who.presses(send.do, send.about)


def letters(bot: Core) -> list[str]:
    found = rows(bot.settings.database_url, "select subject from deliveries where card = 'question.letter' order by id")
    return [drawn(bot, "question.letter", int(letter)) for (letter,) in found]


def told(bot: Core, name: str) -> set[str]:
    found = f"select m.name from notices n join members m on m.id = n.member_id where n.name = '{name}'"
    return {one for (one,) in rows(bot.settings.database_url, found)}


async def test_without_success_and_without_shame(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Thuy Pham"), KITS, named=True)
        maria = await proposed(bot)
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        await tells(maria)
        await next_due(bot, beginning.DUE)
        await maria.presses("goal.target", "1")
        await maria.fills_in(unit="days", target="5")
        await maria.presses("goal.number", "1")
        await maria.fills_in(value="3")
        await writes(maria, kept="We meet every other Tuesday.", remains="a meeting")
        maria.sees("Nothing is sent yet", "Not reached", "Result: 3 days", "We wanted: 5 days", LEARNED)
        maria.sees("What remains: a meeting", "The concern it was made of goes back on the list.")
        assert rows(bot.settings.database_url, "select status from goals") == [("agreed",)]
        await maria.clicks("End it and tell them")
        maria.sees("It has ended", "What's next? Other concerns are still on the list.")
        await next_due(bot, telling.DUE)
        assert told(bot, telling.NOTICE_TEAM) == {"Elena Ortiz", "Rosa Delgado"}
        assert "No se alcanzó" in shown(bot, telling.show_team, 1, "es")
        assert told(bot, telling.NOTICE) == {"Thuy Pham"}
        news = shown(bot, telling.show, 1)
        for part in (
            "You said, we tried",
            KITS,
            GOAL["change"],
            "Result: 3 days",
            LEARNED,
            "Your concern stays listed.",
        ):
            assert part in news
        (_, letter) = letters(bot)
        assert NOISE in letter
        assert "Your concern stays listed." in letter
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("goals")
        owen.sees(GOAL["change"], "ended")
        await owen.clicks("See the goal")
        owen.sees("A goal that has ended", "Not reached", "We wanted: 5 days", LEARNED)
        await owen.types("concern")
        owen.sees("A goal that was made for it has ended, and it stays listed.")


async def test_with_success_nothing_is_said_to_stay(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await ends(maria, "Reached")
        await next_due(bot, telling.DUE)
        (letter,) = letters(bot)
        assert "You said, we did" in letter
        assert "stays listed" not in letter
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("concern")
        owen.sees("It was a goal, which has ended.")


async def test_what_is_missing_is_asked_and_kept(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await writes(maria, learned="  ", result="x" * 101)
        maria.sees("Please write one line.", "That is 101 characters; 100 fit.")
        await maria.clicks("Fix it")
        assert maria.choices("outcome")[2] == "Not reached"
        await maria.fills_in(learned="Ask birthday 04/05/2015 first.", result="3")
        maria.sees("looks like", "04/05/2015")


async def test_only_its_chair_ends_it_and_while_there_is_none_the_others_do(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await agreed(bot)
        elena, walter = corner(bot, "Elena Ortiz"), corner(bot, "Walter Grimsby")
        await elena.presses("goal.end", "1")
        elena.sees("Solo Maria Rivera termina o reabre esta meta.")
        await walter.presses("goal.end", "1")
        walter.sees("That isn't here any more.")
        change(bot.settings.database_url, VACANT)
        await ends(elena, "Se alcanzó en parte")
        elena.sees("Terminó, y se les está avisando")
        assert rows(bot.settings.database_url, "select outcome from goal_endings") == [("partly",)]


async def test_pressed_twice_it_ends_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await writes(maria)
        send = next(one for one in buttons(said(maria.answer)) if one.do == "goal.ending-send")
        for _ in range(2):
            await maria.presses(send.do, send.about)
        maria.sees("A goal that has ended")
        await maria.presses("goal.number", "1")
        maria.sees("That goal isn't open to this any more")
        assert rows(bot.settings.database_url, "select count(*) from goal_endings") == [(1,)]


async def test_a_way_back_is_never_prolonged_and_then_nobody_is_reached(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        await tells(maria)
        await next_due(bot, beginning.DUE)
        ends_at = rows(database, f"select at from due where \"do\" = '{authors.FORGET}'")
        await bot.later(days=10)
        await ends(maria)
        await next_due(bot, telling.DUE)
        assert rows(database, f"select at from due where \"do\" = '{authors.FORGET}'") == ends_at
        assert len(letters(bot)) == 2
        await next_due(bot, authors.FORGET)
        assert letters(bot) == []
        await maria.presses("goal.reopen-now", "1")
        await next_due(bot, telling.DUE)
        assert letters(bot) == []


async def test_where_nobody_was_told_of_the_goal_the_ending_tells_them_and_the_way_back_ends(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        ((before,),) = rows(database, f"select at from due where \"do\" = '{authors.FORGET}'")
        await ends(maria)
        await next_due(bot, telling.DUE)
        ((after,),) = rows(database, f"select at from due where \"do\" = '{authors.FORGET}'")
        assert after < before
        assert len(letters(bot)) == 1


async def test_it_is_reopened_and_those_who_were_told_hear_of_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await ends(maria)
        await next_due(bot, telling.DUE)
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("goal.reopen-now", "1")
        elena.sees("Solo Maria Rivera")
        await maria.presses("goal.reopen", "1")
        maria.sees("are told that it goes on")
        await maria.clicks("Yes, go on with it")
        maria.sees("Our shared goal")
        await next_due(bot, telling.DUE)
        (letter,) = letters(bot)
        assert "You said, and it goes on" in letter
        assert "goes on" in shown(bot, telling.show_team, 1)
        assert rows(bot.settings.database_url, "select goal_id from concerns") == [(1,)]
        await maria.presses("goal.start", "1")
        maria.sees("A goal is being made of it already.")
        await ends(maria, "Reached")
        maria.sees("It has ended")
        await maria.presses("goal.reopen-now", "1")
        assert rows(bot.settings.database_url, "select count(*) from goal_endings") == [(2,)]


async def test_what_fell_due_while_it_had_ended_is_said_when_it_goes_on(tmp_path: Path) -> None:
    """The test's last day, a step's check-in, and a commitment's day."""
    async with core(tmp_path) as bot:
        maria, samuel = await planned(bot, who=ELENA), corner(bot, "Samuel Okafor")
        await corner(bot, "Elena Ortiz").presses("action.accept", "1")
        await maria.presses("commitment.ask", "1")
        superintendent = "Samuel Okafor (the superintendent, District Administration)"
        await maria.fills_in(kind="Training", what="A morning of it", who=superintendent, until="2026-10-30")
        await samuel.presses("commitment.offer", "1")
        await ends(maria)
        await bot.later(days=10)
        assert due(bot, checking.CHECK) == []
        await maria.presses("goal.reopen-now", "1")
        assert due(bot, checking.CHECK) == [date(2026, 10, 23)]
        await ends(maria)
        await bot.later(days=30)
        assert (due(bot, timing.OVER), due(bot, lifecycle.REMIND)) == ([], [])
        assert waiting(bot, timing.NOTICE) | waiting(bot, lifecycle.REMINDER) == set()
        await maria.presses("goal.reopen-now", "1")
        for do in (timing.OVER, lifecycle.REMIND):
            await next_due(bot, do)
        assert waiting(bot, timing.NOTICE) == {"Maria Rivera"}
        assert waiting(bot, lifecycle.REMINDER) == {"Samuel Okafor"}
        await maria.types("somewhere")
        maria.sees("What happened?")


async def test_the_next_goal_is_made_of_what_stays_listed_and_its_author_is_told_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await proposed(bot)
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        await tells(maria)
        await next_due(bot, beginning.DUE)
        await ends(maria)
        await next_due(bot, telling.DUE)
        await maria.presses("goal.show", "1")
        await maria.presses("goal.start", "1")
        await maria.fills_in(students="All", change="A second try", measure="Days")
        await maria.clicks("Send it")
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree", goal=2)
        await tells(maria, 2)
        await next_due(bot, beginning.DUE)
        assert any("A second try" in letter for letter in letters(bot))


async def test_a_concern_that_is_taken_back_is_told_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, owen = await agreed(bot), corner(bot, "Owen Lindqvist")
        await tells(maria)
        await next_due(bot, beginning.DUE)
        await ends(maria)
        await owen.presses("concern.take-back-now", "1")
        await next_due(bot, telling.DUE)
        assert len(letters(bot)) == 1
        assert NOISE not in letters(bot)[0]


async def test_the_result_is_what_was_counted_last(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot, "3", "41")
        await writes(maria)
        maria.sees("Result: 41 days")
