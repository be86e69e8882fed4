"""Dates of two who meet: the calendar, the clocks, a change by hand, reminders, in the core."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from support import databases
from support.cores import core
from support.corner import corner, shown
from support.databases import on_either, on_sqlite
from support.meetings import TUESDAY, agreed, dates, looks, offered, rows, snow, told, until

from bot.meetings import schedule, telling

pytestmark = on_either


async def test_an_hour_that_the_clocks_skip_or_show_twice(tmp_path: Path) -> None:
    """On Sunday, March 14, half past two is half past three; on November 1, half past one is the first one."""
    async with core(tmp_path) as bot:
        maria, rosa = await offered(bot, first="2026-11-01T01:30", second="2027-03-14T02:30")
        (await looks(maria)).sees("Sunday, November 1, 1:30 AM", "Sunday, March 14, 3:30 AM")
        await rosa.presses("meeting.pick", "1:1")
        await until(bot, 2026, 11, 2)
        assert dates(bot) == ["2026-11-01 2026-11-01 06:30 over", "2026-12-06 2026-12-06 07:30 planned"]


async def test_a_day_without_school_moves_it_to_the_next_one(tmp_path: Path) -> None:
    """Also where it becomes known late; whom it concerns is told."""
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot, first="2026-10-21T15:15", second="2026-10-22T15:15")
        await until(bot, 2026, 10, 23)
        assert dates(bot)[1] == "2026-11-26 2026-11-30 21:15 planned"  # Thanksgiving's Thursday and Friday are off
        snow(bot, "2026-11-30", "2026-12-01")
        await until(bot, 2026, 11, 28)
        (await looks(maria)).sees("Wednesday, December 2, 3:15 PM")
        assert told(bot, schedule.CHANGED) == ["maria-rivera", "rosa-delgado"]
        assert "Ahora es el miércoles 2 de diciembre, 3:15" in shown(bot, telling.show_changed, 2, "es")
        await until(bot, 2027, 4, 1)
        assert dates(bot)[1:] == [
            "2026-11-26 2026-12-02 21:15 over",
            "2026-12-24 2027-01-04 21:15 over",
            "2027-01-28 2027-01-28 21:15 over",
            "2027-02-25 2027-02-25 21:15 over",
            "2027-03-25 2027-03-25 20:15 over",
            "2027-04-22 2027-04-22 20:15 planned",
        ]


async def test_one_date_is_left_out_and_two_who_change_it_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.cancel", "1")
        await rosa.presses("meeting.cancel", "1")
        await rosa.fills_in(reason="Estoy de viaje")
        rosa.sees("Esta junta no se hará: el martes 13", "La próxima es el martes 10 de noviembre")
        await maria.fills_in(reason="Conferences")
        maria.sees("Somebody changed this meanwhile", "Conferences")
        await bot.later(minutes=1)
        assert told(bot, schedule.CHANGED) == ["maria-rivera"]
        assert "“Estoy de viaje” The next one is Tuesday, November 10" in shown(bot, telling.show_changed, 1)
        await rosa.presses("meeting.uncancel", "1")
        (await looks(maria)).sees(TUESDAY)


async def test_what_changed_is_not_overlooked_for_a_mistake_that_was_put_right(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.cancel", "1")
        await maria.fills_in(reason="x" * 201)
        await rosa.presses("meeting.cancel", "1")
        await rosa.fills_in(reason="Estoy de viaje")
        await rosa.clicks("Deshacer")
        await maria.clicks("Fix it")
        await maria.fills_in(reason="Conferences")
        maria.sees("Somebody changed this meanwhile", "Conferences")
        await maria.presses("meeting.cancel", "1")
        await maria.fills_in(reason="Conferences")
        maria.sees("Left out:")


@on_sqlite
async def test_a_reminder_comes_the_day_before_with_all_the_rest(tmp_path: Path) -> None:
    """One message a day, inside people's hours: of a Monday on Friday."""
    async with core(tmp_path) as bot:
        await agreed(bot, first="2026-10-16T15:15", second="2026-10-19T15:15")
        await until(bot, 2026, 12, 31)
        reminders = rows(
            bot,
            "select members.key, roundups.day from notices join roundups on roundups.id = roundup_id"
            " join members on members.id = notices.member_id where notices.name = 'meeting.tomorrow' order by day, key",
        )
        assert reminders == [
            ("maria-rivera", "2026-10-16"),
            ("rosa-delgado", "2026-10-16"),
            ("maria-rivera", "2026-11-13"),
            ("rosa-delgado", "2026-11-13"),
            ("maria-rivera", "2026-12-18"),
            ("rosa-delgado", "2026-12-18"),
        ]
        a_day = rows(bot, "select count(*) from roundups group by member_id, day")
        assert {count for (count,) in a_day} == {1}


async def test_other_times_for_all_that_follow(tmp_path: Path) -> None:
    """The date that both rhythms have stays one."""
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.offer", "1")
        await maria.fills_in(first="2026-10-13T17:00", second="2026-10-14T17:00")
        await maria.clicks("Send")
        await rosa.presses("meeting.pick", "2:1")
        await until(bot, 2026, 11, 12)
        assert dates(bot)[:2] == ["2026-10-13 2026-10-13 22:00 over", "2026-11-10 2026-11-10 23:00 over"]


async def test_a_day_that_is_off_all_at_once_is_known_within_the_hour(tmp_path: Path) -> None:
    """And told once, however often it is looked at."""
    async with core(tmp_path) as bot:
        await agreed(bot)
        snow(bot, "2026-10-13")
        for _ in range(3):
            bot.clock.move_to(bot.clock.now() + timedelta(hours=1, minutes=1))
            await bot.writer.do(lambda session: schedule.look_at_calendar(session, bot.clock.now()))
        assert dates(bot) == ["2026-10-13 2026-10-14 20:15 planned"]
        await bot.later(minutes=2)
        assert told(bot, schedule.CHANGED) == ["maria-rivera", "rosa-delgado"]
        assert rows(bot, "select sequence from meetings") == [(1,)]
        databases.change(bot.settings.database_url, "delete from no_school where day = '2026-10-13'")
        bot.clock.move_to(bot.clock.now() + timedelta(hours=2))
        await bot.writer.do(lambda session: schedule.look_at_calendar(session, bot.clock.now()))
        assert dates(bot) == ["2026-10-13 2026-10-13 20:15 planned"]


async def test_no_school_tomorrow_is_one_press(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot, first="2026-10-14T15:15", second="2026-10-07T15:15")
        dana = corner(bot, "Dana Lee")
        await dana.types("somewhere")
        await dana.clicks("No school tomorrow")
        assert "Maria Rivera" not in dana.sees("No school on October 7, 2026?", "one meeting of others", "[Back]")
        await dana.clicks("Yes, no school")
        await dana.presses("meeting.no-school-yes", "2026-10-07")
        await bot.later(minutes=1)
        (await looks(maria)).sees("Thursday, October 8, 3:15 PM")
        await dana.presses("meeting.no-school-undo", "2026-10-07")
        dana.sees("Taken back")
        await bot.later(minutes=1)
        (await looks(maria)).sees("Wednesday, October 7, 3:15 PM")
        for about in ("2026-13-40", "2030-01-01", "x"):
            await dana.presses("meeting.no-school-yes", about)
            dana.sees("That isn't here any more")
        await maria.presses("meeting.no-school-yes", "2026-10-08")
        maria.sees("Only the people who look after me")


async def test_it_ends_and_begins_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.end", "1")
        await rosa.presses("meeting.add", "1")
        rosa.sees("Estas juntas ya terminaron")
        await rosa.presses("meeting.again", "1")
        rosa.sees("La próxima es el martes 13 de octubre")
        await until(bot, 2026, 11, 11)
        assert [one.partition(" ")[0] for one in dates(bot)] == ["2026-10-13", "2026-11-10", "2026-12-08"]
