"""A committee that meets: its school year, what its chairs may do, and what may go wrong, in the core."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.corner import corner, drawn, shown
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import adds, dates, deliveries, load, rows, saved, set_up, told, until

from bot.meetings import lasting, telling

pytestmark = on_either

GRACE = "schedule-chair,chair,administration,,schedule,grace-chen"


async def test_the_next_six_dates_are_shown_with_what_the_calendar_does(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await set_up(bot)
        text = joel.sees("Nothing is saved yet: Schedule Committee", "Thursday, October 22, 4:00 PM")
        assert "Thursday, November 26, 4:00 PM: no school, so it moves to Monday, November 30, 4:00 PM" in text
        assert "Thursday, December 24, 4:00 PM: no school, so it moves to Monday, January 4, 4:00 PM" in text
        assert text.count("•") == 6
        assert "counts as if it did" in text
        await joel.clicks("More settings")
        await joel.fills_in(bend="It is left out", length="60 minutes", name="Bell times")
        joel.sees("Bell times", "Thursday, November 26, 4:00 PM: no school, so it is left out", "60 minutes")
        await joel.clicks("Open meeting?")
        joel.sees("A law on open meetings applies")
        await joel.clicks("Save it")
        joel.sees("Saved. The next meeting is Thursday, October 22, 4:00 PM")
        await joel.presses("meeting.save", "1")
        joel.sees("saved already")


async def test_who_could_chair_is_somebody(tmp_path: Path) -> None:
    """The high school's rep sits on the committee, and nobody holds that role now."""
    async with core(tmp_path) as bot:
        joel = await set_up(bot)
        await joel.clicks("Who chairs, how many it takes")
        offered = joel.choices("chairs")
        assert "Joel Hartmann (Schedule Committee's chair)" in offered
        assert not [one for one in offered if "Cedar Valley High School's building rep" in one]


async def test_a_school_year(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await saved(bot), corner(bot, "Héctor Villalobos")
        await bot.later(minutes=2)
        told = "select key from notices join members on members.id = member_id where notices.name = 'meeting.set'"
        assert ("hector-villalobos",) in rows(bot, told)
        assert "Schedule Committee se reúne con regularidad" in shown(bot, lasting.show_set, 1, "es")
        await adds(hector, "Timbres de la mañana")
        await adds(joel, "Bus times")
        await until(bot, 2026, 10, 20, 13)
        assert deliveries(bot, "meeting.agenda") == [1]  # two school days before, in the committee's home
        agenda = drawn(bot, "meeting.agenda", 1)
        assert "Bus times (Joel Hartmann)" in agenda
        assert "This agenda is frozen" in agenda
        await adds(joel, "Added late")
        assert "Added late" not in drawn(bot, "meeting.agenda", 1)
        await until(bot, 2026, 10, 22, 22)
        await joel.types("somewhere")
        await joel.clicks("What came of it")
        await joel.clicks("Write down: Bus times")
        await joel.fills_in(
            outcome="Somebody does something",
            line="Ask the bus company",
            who="Héctor Villalobos (a member of Schedule Committee)",
        )
        joel.sees("To be done: Bus times. Ask the bus company")
        await joel.clicks("The minutes are ready")
        joel.sees("Not approved yet")
        await joel.presses("meeting.approve", "1:1")
        joel.sees("A second person must approve")
        await hector.presses("meeting.look-minutes", "1")
        await hector.clicks("Aprobar")
        hector.sees("Aprobada y publicada")
        (version,) = rows(bot, "select version from meetings where id = 1")
        await hector.presses("meeting.approve", f"1:{version[0]}")
        hector.sees("Ya estaba aprobada")
        assert deliveries(bot, "meeting.minutes") == [1]
        minutes = drawn(bot, "meeting.minutes", 1, "es")
        assert "Aprobada por Héctor Villalobos" in minutes
        assert "nada se decidió en el chat ni por encuesta" in minutes
        await hector.presses("action.accept", "1")
        await joel.presses("meeting.show", "1")
        joel.sees("Héctor Villalobos: Ask the bus company (promised)", "left over from last time", "Added late")
        await until(bot, 2027, 6, 1)
        assert [one.split(" ", 1)[1] for one in dates(bot)] == [
            "2026-10-22 21:00 over",
            "2026-11-30 22:00 over",
            "2027-01-04 22:00 over",
            "2027-01-28 22:00 over",
            "2027-02-25 22:00 over",
            "2027-03-25 21:00 over",
            "2027-04-22 21:00 over",
            "2027-05-27 21:00 over",
            "2027-06-24 21:00 planned",
        ]


async def test_minutes_go_out_by_themselves_unless_they_are_held(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await saved(bot, often="Every week on that weekday"), corner(bot, "Héctor Villalobos")
        await until(bot, 2026, 10, 22, 22)
        await joel.presses("meeting.propose-minutes", "1")
        await until(bot, 2026, 10, 29, 22)
        assert deliveries(bot, "meeting.minutes") == [1]
        await joel.presses("meeting.propose-minutes", "2")
        await hector.presses("meeting.hold-minutes", "2")
        await until(bot, 2026, 11, 4)
        assert deliveries(bot, "meeting.minutes") == [1]
        await hector.presses("meeting.look-minutes", "2")
        await hector.clicks("Aprobar")
        assert deliveries(bot, "meeting.minutes") == [1, 2]


async def test_what_the_law_wants_out_by_a_sunday_evening_is_posted_on_friday(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await set_up(bot, when="2026-10-28T19:00")
        joel.sees("the agenda goes out at least 72 hours before and is frozen then")
        await joel.clicks("Save it")
        await until(bot, 2026, 10, 23, 22, 54)
        assert deliveries(bot, "meeting.agenda") == []
        await until(bot, 2026, 10, 23, 22, 55)  # 5:55 PM; from 6 PM on nobody is written to
        assert deliveries(bot, "meeting.agenda") == [1]


async def test_a_chair_holds_the_agenda(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        await joel.presses("meeting.hold-agenda", "1")
        await until(bot, 2026, 10, 21)
        assert deliveries(bot, "meeting.agenda") == []
        await joel.presses("meeting.send-agenda", "1")
        await joel.presses("meeting.send-agenda", "1")
        assert deliveries(bot, "meeting.agenda") == [1]
        naomi = corner(bot, "Naomi Feldstein")  # of the committee, not its chair
        await naomi.presses("meeting.did-not", "1")
        naomi.sees("Only those who chair it can do that: Joel Hartmann")
        await naomi.presses("meeting.hold-agenda", "1")
        naomi.sees("Only those who chair it can do that: Joel Hartmann")
        aisha, hannah = corner(bot, "Aisha Farouk"), corner(bot, "Hannah Whitaker")
        await aisha.presses("meeting.add", "1")  # reads it, for the committee's channel is meant for her group
        aisha.sees("Only members of Schedule Committee add topics")
        await hannah.presses("meeting.show", "1")
        hannah.sees("That isn't here any more")


async def test_one_date_or_all_that_follow(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-23T16:00")
        joel.sees("Moved to Friday, October 23, 4:00 PM")
        await joel.presses("meeting.change", "1")
        await joel.fills_in(when="2026-10-20T15:30", often="Every other week on that weekday")
        joel.sees("Tuesday, October 20, 3:30 PM", "Tuesday, November 3, 3:30 PM")
        await joel.clicks("Save it")
        await joel.presses("meeting.pause", "1")
        await joel.fills_in(to="2027-01-10")
        joel.sees("Paused. The next one is Tuesday, January 12, 3:30 PM")
        await joel.presses("meeting.end", "1")
        await joel.presses("meeting.again", "1")
        joel.sees("The next one is Tuesday, January 12, 3:30 PM")


async def test_two_chairs_at_the_same_date_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        one, other = await saved(bot), corner(bot, "Joel Hartmann")
        await one.presses("meeting.put", "1")
        await other.presses("meeting.cancel", "1")
        await one.fills_in(to="2026-10-23T16:00")
        await other.fills_in(reason="Snow is coming")
        other.sees("Somebody changed this meanwhile", "Snow is coming")
        await other.presses("meeting.cancel", "1")
        await other.fills_in(reason="Snow is coming")
        other.sees("Left out: Friday, October 23")
        assert "not to be" in drawn(bot, "meeting.agenda", 1)
        await bot.later(minutes=2)
        assert deliveries(bot, "meeting.agenda") == []
        assert deliveries(bot, "meeting.news") == [1]
        assert "Left out: Friday, October 23" in drawn(bot, "meeting.news", 1)


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "never comes within a year"),
        ("every full moon", "That rule doesn't read"),
        ("FREQ=HOURLY", "That rule doesn't read"),
        ("", "That rule doesn't read"),
        ("x" * 3000, "That rule doesn't read"),
    ],
)
async def test_rules_that_cannot_be(tmp_path: Path, rule: str, says: str) -> None:
    async with core(tmp_path) as bot:
        joel = await set_up(bot, often="Other: the rule below", rule=rule)
        joel.sees(says)
        await joel.clicks("Fix it")
        await joel.fills_in(rule="FREQ=DAILY;COUNT=9999;BYDAY=MO,TH")
        joel.sees("Monday, October 26", "Nothing is saved yet")


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("2026-10-31T16:00", "There is no school on October 31, 2026"),
        ("2026-10-30T16:00", "no more than 15 school days"),
        ("2026-11-26T16:00", "There is no school on November 26, 2026"),
    ],
)
async def test_school_days_that_cannot_be_counted_on(tmp_path: Path, when: str, says: str) -> None:
    async with core(tmp_path) as bot:
        joel = await set_up(bot, often="Every month on that school day (2nd school day)", when=when)
        joel.sees(says)
        await joel.clicks("Fix it")
        await joel.fills_in(when="2026-11-03T16:00")
        joel.sees("Tuesday, November 3, 4:00 PM", "Wednesday, December 2, 4:00 PM", "Tuesday, January 5, 4:00 PM")


async def test_nobody_is_left_on_the_committee(tmp_path: Path) -> None:
    """The meetings wait for those who follow; nothing fails for want of them."""
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        await adds(joel, "Bus times")
        databases.change(bot.settings.database_url, "delete from committee_seats where committee_id = 4")
        await until(bot, 2026, 12, 1)
        assert len(dates(bot)) == 3
        assert rows(bot, "select text from meeting_items") == [("Bus times",)]


async def test_a_line_is_set_right_until_the_minutes_are_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await saved(bot), corner(bot, "Héctor Villalobos")
        await adds(joel, "Bus times")
        await until(bot, 2026, 10, 22, 22)
        await joel.presses("meeting.outcomes", "1")
        await joel.clicks("Write down: Bus times")
        await joel.fills_in(outcome="Somebody does something")
        joel.sees("Please write what is to be done")
        await joel.clicks("Fix it")
        await joel.fills_in(outcome="Dropped", line="x" * 400)
        joel.sees("400 characters", "x" * 100)
        await joel.clicks("Fix it")
        await joel.fills_in(outcome="Dropped")
        joel.sees("Dropped: Bus times.")
        await joel.clicks("Change: Bus times")
        await joel.fills_in(outcome="For the next meeting", line="Too late")
        joel.sees("For the next meeting: Bus times. Too late")
        await joel.clicks("The minutes are ready")
        await hector.presses("meeting.look-minutes", "1")
        await hector.clicks("Aprobar")
        await joel.presses("meeting.outcome", "1:i1")
        await joel.fills_in(outcome="Decided")
        joel.sees("These minutes are out")
        await joel.presses("meeting.show", "1")
        joel.sees("Bus times (Joel Hartmann, left over from last time)")


async def test_a_closed_home_is_told_nothing(tmp_path: Path) -> None:
    """Nobody knows who reads there."""
    async with core(tmp_path) as bot:
        joel = await saved(bot, "Open meeting?", "Open meeting?")
        await joel.presses("meeting.add", "1")
        assert "Its members and channels read it." in str(joel.answer)
        await joel.fills_in(text="Bus times")
        home = "(select home_id from committees where key = 'schedule')"
        databases.change(bot.settings.database_url, f"delete from place_groups where place_id = {home}")
        await until(bot, 2026, 10, 20, 13)
        assert deliveries(bot, "meeting.agenda") == []
        await joel.presses("meeting.agenda", "1")
        joel.sees("Bus times")


async def test_a_chair_is_handed_over(tmp_path: Path) -> None:
    """Who follows chairs, and is told; who left cannot any more."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel, grace = await saved(bot), corner(bot, "Grace Chen")
        edit(folder, "seats.csv", "schedule-chair,chair,administration,,schedule,joel-hartmann", GRACE)
        await load(bot, folder)
        assert "grace-chen" in told(bot, telling.INHERITED)
        await joel.presses("meeting.put", "1")
        joel.sees("That isn't here any more")
        await grace.presses("meeting.put", "1")
        await grace.fills_in(to="2026-10-23T16:00")
        grace.sees("Moved to Friday, October 23")
        await grace.presses("meeting.show", "1")
        grace.sees("Leads: Grace Chen.")
