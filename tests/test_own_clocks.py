"""Who lives by other clocks than their district's reads moments by their own, too, and others don't."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support import databases
from support.concerns import NOISE, says
from support.cores import core
from support.corner import TEXTS, corner, drawn
from support.databases import on_either
from support.meetings import saved

from bot import notices

pytestmark = on_either

AT = datetime(2026, 10, 22, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "expected"),
    [
        ("en", "", "Thursday, October 22, 4:00 PM"),
        ("en", "America/Mexico_City", "Thursday, October 22, 4:00 PM (3:00 PM where you are)"),
        ("en", "America/Chicago", "Thursday, October 22, 4:00 PM"),
        (
            "es",
            "Asia/Manila",
            "el jueves 22 de octubre, 4:00 p.m. (el viernes 23 de octubre, 5:00 a.m. donde está usted)",
        ),
    ],
)
def test_both_are_told_where_they_differ(language: str, zone: str, expected: str) -> None:
    assert TEXTS[language].away(zone).moment(AT, "America/Chicago").replace("\xa0", " ") == expected
    assert "(" not in TEXTS[language].moment(AT, "America/Chicago")


async def test_somebody_elsewhere_reads_their_own_time(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
        await maria.presses("meeting.start")
        await maria.fills_in(first="2026-10-22T16:00", second="2026-10-23T16:00")
        await maria.clicks("Send")
        await maria.presses("messages.hours")
        await maria.fills_in(zone="Los Angeles")
        await rosa.presses("meeting.pick", "1:1")
        assert "donde está usted" not in rosa.sees("el jueves 22 de octubre, 4:00 p.m.")
        await maria.presses("meeting.show", "1")
        maria.sees("Thursday, October 22, 4:00 PM (2:00 PM where you are)")
        await bot.until(datetime(2026, 10, 21, 20, tzinfo=UTC))
        url = databases.address(tmp_path)
        mine = "select r.id from roundups r join members m on m.id = r.member_id where m.key = 'maria-rivera'"
        found = [drawn(bot, notices.CARD, int(str(id))) for (id,) in databases.rows(url, mine)]
        assert any("2:00 PM where you are" in one for one in found)
        await maria.presses("messages.hours")
        await maria.fills_in(zone="My district's")
        await maria.presses("meeting.show", "1")
        assert "where you are" not in maria.sees("Thursday, October 22, 4:00 PM")


async def test_own_hours_go_by_own_clocks(tmp_path: Path) -> None:
    """From three in the afternoon in Los Angeles, which is five in the district."""
    async with core(tmp_path) as bot:
        maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
        await maria.presses("messages.hours")
        await maria.fills_in(zone="Los Angeles", hours="3:00 PM to 9:00 PM")
        await maria.presses("meeting.start")
        await maria.fills_in(first="2026-10-22T16:00", second="2026-10-23T16:00")
        await maria.clicks("Send")
        await bot.until(datetime(2026, 10, 6, 14, tzinfo=UTC))
        await rosa.presses("meeting.pick", "1:1")
        mine = "select day from roundups r join members m on m.id = r.member_id where m.key = 'maria-rivera'"
        await bot.until(datetime(2026, 10, 6, 21, 55, tzinfo=UTC))
        assert databases.rows(databases.address(tmp_path), mine) == []
        await bot.until(datetime(2026, 10, 6, 22, 5, tzinfo=UTC))
        assert databases.rows(databases.address(tmp_path), mine) == [("2026-10-06",)]


@pytest.mark.parametrize(
    ("zone", "weeks"),
    [
        # The clocks are set on October 25 and March 28 there, on November 1 and March 14 in the district.
        ("Europe/Madrid", {(10, 21): 13, (10, 28): 14, (11, 4): 14, (3, 10): 14, (3, 17): 14, (3, 31): 13}),
        ("America/Los_Angeles", {(10, 28): 22, (11, 4): 23, (3, 10): 23, (3, 17): 22}),
        ("America/Phoenix", {(10, 28): 22, (11, 4): 22, (3, 10): 22, (3, 17): 22}),  # and never there
    ],
)
async def test_reminders_come_at_three_by_ones_own_clocks_whenever_they_are_set(
    tmp_path: Path, zone: str, weeks: dict[tuple[int, int], int]
) -> None:
    """The day before, at the same time on the wall, in each of the weeks around both changes."""
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.presses("messages.hours")
        await maria.fills_in(hours="3:00 PM to 9:00 PM")
        url = databases.address(tmp_path)
        databases.change(url, f"update members set zone = '{zone}' where key = 'maria-rivera'")
        joel = await saved(bot, often="Every week on that weekday")
        joel.sees("Thursday, October 22")
        for (month, day), hour in weeks.items():
            at = datetime(2026 if month > 6 else 2027, month, day, hour, tzinfo=UTC)
            await bot.until(at - timedelta(minutes=5))
            today = f"{MARIAS} and day = '{at.date()}'"
            assert databases.rows(url, today) == []
            await bot.until(at + timedelta(minutes=5))
            assert databases.rows(url, today) == [(1,)], at


MARIAS = "select 1 from roundups r join members m on m.id = r.member_id where m.key = 'maria-rivera'"


async def test_one_message_a_day_is_one_of_their_own_days(tmp_path: Path) -> None:
    """In the afternoon in Tokyo the district's next day begins."""
    async with core(tmp_path) as bot:
        maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
        await maria.presses("messages.hours")
        await maria.fills_in(hours="7:00 AM to 6:00 PM")
        databases.change(
            databases.address(tmp_path), "update members set zone = 'Asia/Tokyo' where key = 'maria-rivera'"
        )
        await maria.presses("meeting.start")
        await maria.fills_in(first="2026-10-22T16:00", second="2026-10-23T16:00")
        await maria.clicks("Send")
        await bot.until(datetime(2026, 10, 6, 23, tzinfo=UTC))
        await rosa.presses("meeting.pick", "1:1")
        mine = "select day from roundups r join members m on m.id = r.member_id where m.key = 'maria-rivera' order by 1"
        await bot.until(datetime(2026, 10, 6, 23, 30, tzinfo=UTC))
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        await bot.until(datetime(2026, 10, 7, 8, tzinfo=UTC))
        assert databases.rows(databases.address(tmp_path), mine) == [("2026-10-07",)]
        await bot.until(datetime(2026, 10, 7, 22, 30, tzinfo=UTC))
        assert databases.rows(databases.address(tmp_path), mine) == [("2026-10-07",), ("2026-10-08",)]
