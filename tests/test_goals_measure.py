"""A goal is counted: where it is to lead, a number in a minute, a table, what it says, and what is asked back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from support.concerns import agreed
from support.cores import core
from support.corner import corner
from support.databases import on_either, rows
from support.measures import counted, enters, pastes, weekly

from bot.boundary import Form, FormErrors, Private

pytestmark = on_either


async def test_a_minute_a_week(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.types("somewhere")
        maria.sees("Say what is counted.")
        await maria.clicks("Say what is counted")
        await maria.fills_in(unit="days", baseline="2", target="5", until="2027-05-28")
        maria.sees("More is better.", "Where we began: 2", "Where we want to be: 5, by May 28, 2027")
        await maria.types("somewhere")
        maria.sees("A minute to count")
        await maria.clicks("Add a number")
        await maria.fills_in(value="3")
        maria.sees("Noted: 3 on October 6, 2026.", "One number: too few points to tell.")
        await maria.types("somewhere")
        assert "A minute to count" not in maria.sees()
        await bot.later(days=7)
        await maria.types("somewhere")
        maria.sees("A minute to count")


async def test_any_of_the_team_counts_and_everybody_who_reads_the_goal_sees_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await counted(bot)
        rosa, owen, walter = (corner(bot, name) for name in ("Rosa Delgado", "Owen Lindqvist", "Walter Grimsby"))
        await enters(rosa, "3,5")
        rosa.sees("Anotado: 3.5, el 6 de octubre de 2026.")
        await owen.presses("goal.numbers", "1")
        assert "Add a number" not in owen.sees("October 6, 2026: 3.5")
        await owen.presses("goal.number", "1")
        owen.sees("Only the team of this goal does that: Maria Rivera, Elena Ortiz, and Rosa Delgado.")
        await owen.presses("goal.number-away", "1")
        owen.sees("Only the team of this goal")
        for press in ("goal.numbers", "goal.take-numbers", "goal.all-numbers", "goal.number-correct"):
            await walter.presses(press, "1")
            walter.sees("That isn't here any more.")


async def test_one_is_corrected_taken_away_and_put_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot, "3", "4")
        await maria.presses("goal.number-correct", "1")
        assert [maria.field(number).value for number in range(3)] == ["3", "2026-06-02", ""]
        await maria.fills_in(value="2", day="2026-06-03", of="20")
        maria.sees("June 3, 2026: 2 of 20", "June 9, 2026: 4")
        assert "June 2, 2026" not in maria.sees()
        await enters(maria, "6", day="2026-06-09")
        maria.sees("Noted: 6 on June 9, 2026. It takes the place of 4.")
        await maria.clicks("All numbers")
        await maria.clicks("Take it away")
        maria.sees("Taken away: June 9, 2026: 6.")
        await maria.clicks("See the numbers")
        assert "June 9" not in maria.sees("June 3, 2026")
        await maria.presses("goal.number-back", "2")
        await maria.clicks("See the numbers")
        maria.sees("June 9, 2026: 6")


ODD = {  # what is typed, and what is asked back, in English
    "-3": "That's below zero.",
    "twelve": "I can't read that number.",
    "12 minutes": "We count days here, and you wrote “minutes”.",
    "65%": "We count days here, and you wrote “%”.",
}


@pytest.mark.parametrize(("typed", "asks"), ODD.items())
async def test_what_is_odd_is_asked_back_and_kept(tmp_path: Path, typed: str, asks: str) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot)
        await enters(maria, typed)
        assert isinstance(maria.answer, FormErrors)
        maria.sees(asks)
        await maria.clicks("Fix it")
        assert maria.field(0).value == typed
        await maria.fills_in(value="12 day")
        maria.sees("Noted: 12")


async def test_odd_days_and_totals_are_asked_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot)
        for fields, asks in (
            ({"day": "2026-10-07"}, "That day is still to come."),
            ({"day": "October 9"}, "That day is still to come."),
            ({"day": "2023-10-07"}, "more than two years ago"),
            ({"day": "soon"}, "I can't tell which day"),
            ({"of": "2"}, "That's 3 of 2. Are the two the wrong way round?"),
            ({"of": "60.5"}, "Please give a whole number"),
        ):
            await enters(maria, "3", **fields)
            maria.sees(asks)
        rosa = corner(bot, "Rosa Delgado")
        await enters(rosa, "1,500")
        rosa.sees("Eso puede ser dos cifras. Por favor, escriba 1500 o 1.5")
        await enters(rosa, "3", day="5/10")
        rosa.sees("Podrían ser dos días distintos.")
        assert rows(bot.settings.database_url, "select count(*) from goal_points") == [(0,)]


async def test_out_of_very_few_is_looked_at_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot)
        await enters(maria, "2", of="4")
        maria.sees("2 of 4: with fewer than 5 in all, people could tell who is meant.")
        assert rows(bot.settings.database_url, "select count(*) from goal_points") == [(0,)]
        await maria.clicks("Keep it")
        maria.sees("October 6, 2026: 2 of 4")
        await enters(maria, "2", of="5")
        maria.sees("Noted: 2 of 5")


async def test_a_target_of_the_wrong_way_or_kind_is_asked_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        for fields, asks in (
            ({"baseline": "9", "target": "5"}, "yet more is better. Is it the other way round?"),
            ({"baseline": "5", "target": "9", "better": "Fewer is better"}, "yet fewer is better."),
            ({"target": "-5"}, "That's below zero."),
            ({"target": "120", "unit": "percent"}, "more than 100 percent"),
            ({"target": "5", "unit": "x" * 31}, "in up to 30 characters"),
            ({"target": "5", "until": "2025-01-01"}, "from today on and within a year"),
        ):
            await maria.presses("goal.target", "1")
            await maria.fills_in(**{"unit": "days", **fields})
            maria.sees(asks)
        await maria.clicks("Fix it")
        await maria.fills_in(until="")
        maria.sees("Noted.", "Where we want to be: 5")


async def test_what_counts_less_is_read_the_other_way(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        falls = [*"9898989", *"2222222"]
        maria = await counted(bot, *falls, target="1", better="Fewer is better")
        maria.sees("7 in a row below the median of 5, from July 21, 2026 to September 1, 2026: this looks real.")
        maria.sees("It's the way we want to go.")
        await maria.clicks("How do we read this?")
        maria.sees("Perla, Provost and Murray", "7 or more in a row", "Below 10 numbers we say nothing")


async def test_what_came_after_a_shift_is_told_and_not_judged(tmp_path: Path) -> None:
    """Seven low ones at the beginning are no bad news, though they are what stands out."""
    async with core(tmp_path) as bot:
        maria = await counted(bot, *"2323232", *"45454445")
        maria.sees("7 in a row below the median of 4", "Since then 3 lie above it and 0 below.")
        assert "the way we want" not in maria.sees()


async def test_a_table_is_taken_once_every_line_can_be_read(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot)
        await pastes(maria, "Day;Number;Of\n2026-09-01;2\n9/8/2026;x\n2027-01-01;3\n2026-09-01;4\n\n2026-09-22")
        maria.sees(
            "Line 3: I can't read that number.",
            "Line 4: That day is still to come.",
            "Line 5: That day is on line 2 already.",
            "Line 7: There is one column; two or three are needed",
        )
        await maria.clicks("Fix it")
        await maria.fills_in(rows="Day;Number;Of\n2026-09-01;2,5;20\n9/8/2026;3;4\n")
        maria.sees(
            "Nothing is saved yet", "2 numbers, from September 1, 2026", "2.5 of 20", "One is out of fewer than 5."
        )
        assert rows(bot.settings.database_url, "select count(*) from goal_points") == [(0,)]
        await maria.clicks("Take them")
        maria.sees("Noted: 2 numbers.", "September 8, 2026: 3 of 4")
        await pastes(maria, "2026-09-01,3\n2026-09-15,3")
        maria.sees("One day has another number already")


async def test_a_table_tells_by_itself_whether_the_month_comes_first(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await counted(bot)
        rosa = corner(bot, "Rosa Delgado")
        await pastes(rosa, "1/9/2026;2\n8/9/2026;3")
        rosa.sees("Línea 1: Podrían ser dos días distintos.", "Línea 2:")
        await pastes(rosa, "1/9/2026;2\n15/9/2026;3")
        rosa.sees("1 de septiembre de 2026: 2", "15 de septiembre de 2026: 3")
        maria = corner(bot, "Maria Rivera")
        await pastes(maria, "9/1/26\t2\n9/8/26\t3")
        maria.sees("September 1, 2026: 2", "September 8, 2026: 3")


async def test_three_thousand_characters_and_one_more(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot)
        long = "\n".join(f"{2025 + (number > 120)}-{1 + number % 9:02}-{1 + number % 28:02},1" for number in range(260))
        await pastes(maria, long[:3001])
        maria.sees("That is 3,001 characters; 3,000 fit.")
        await pastes(maria, "nothing")
        maria.sees("There is no line with a day and a number.")
        await pastes(maria, "\n".join(f"x{number},1" for number in range(300)))
        maria.sees("Line 8:", "and 292 more")


async def test_all_of_it_page_by_page(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot, *map(str, range(8)))
        await maria.clicks("All numbers")
        maria.sees("8 numbers", "July 21, 2026: 7", "June 16, 2026: 2")
        await maria.clicks("Next")
        maria.sees("June 2, 2026: 0")
        await maria.presses("goal.all-numbers", "1:999")
        maria.sees("June 2, 2026: 0")


async def test_it_is_taken_along_in_the_readers_language(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot, "2.5", "3", "2", "1,000")
        await maria.clicks("Chart and table")
        maria.sees("4 numbers: too few points to tell.", "Only you get them")
        assert isinstance(maria.answer, Private)
        picture, table = maria.answer.files
        assert (picture.name, table.name) == ("goal-numbers.png", "goal-numbers.csv")
        for part in (
            "Run chart. Days with 20 minutes",
            "The median: 2.75",
            "Where we want to be: 5",
            "June 23, 2026: 1,000",
        ):
            assert part in picture.alt
        read = list(csv.reader(io.StringIO((await table.make()).decode("utf-8-sig"))))
        assert read[:2] == [["Day", "Number", "Of how many"], ["2026-06-02", "2.5", ""]]
        assert read[-1] == ["2026-06-23", "1000", ""]
        rosa = corner(bot, "Rosa Delgado")
        await rosa.presses("goal.take-numbers", "1")
        assert isinstance(rosa.answer, Private)
        assert rosa.answer.files[0].alt.startswith("Gráfica de corridas.")
        assert (await rosa.answer.files[0].make())[:4] == b"\x89PNG"


async def test_of_many_numbers_the_alt_text_says_the_last(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot, *("1" if number % 2 else "3" for number in range(18)))
        rest = weekly(*["2"] * 30).replace("2026", "2025")
        await pastes(maria, rest)
        await maria.clicks("Take them")
        await maria.clicks("Chart and table")
        assert isinstance(maria.answer, Private)
        alt = maria.answer.files[0].alt
        assert len(alt) <= 1000
        assert "September 29, 2026: 1" in alt
        assert "June 2, 2025" not in alt


async def test_nothing_to_take_along_yet(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("goal.take-numbers", "1")
        maria.sees("There is no number to take along yet.")
        await maria.presses("goal.number", "1")
        assert isinstance(maria.answer, Form)
        assert maria.answer.name == "goal.target", "what is counted comes first"
