"""What nobody pressed for is posted while people may be written to: an agenda whose time has passed, and what the
calendar changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from support import databases
from support.cores import Core, core
from support.corner import corner
from support.databases import on_either
from support.meetings import deliveries, saved, snow

from bot.meetings import schedule

pytestmark = on_either

ZONE = ZoneInfo("America/Chicago")
CLOSED = ("Open meeting?", "Open meeting?")  # by a second press


async def posted_at(bot: Core, card: str, *, within: timedelta) -> str:
    """By the district's clocks, when the next one is, to half an hour."""
    before, until = len(deliveries(bot, card)), bot.clock.now() + within
    while len(deliveries(bot, card)) == before and bot.clock.now() < until:
        await bot.later(minutes=30)
    return f"{bot.clock.now().astimezone(ZONE):%a %H:%M}"


async def calendar_is_looked_at(bot: Core) -> None:
    while await bot.writer.do(partial(schedule.look_at_calendar, now=bot.clock.now()), alone=True):
        pass


async def test_the_agenda_of_an_evening_meeting_goes_out_the_morning_after_the_last(tmp_path: Path) -> None:
    """Its time has passed when the date is laid down."""
    async with core(tmp_path) as bot:
        joel = corner(bot, "Joel Hartmann")
        await joel.presses("meeting.set-up")
        await joel.fills_in(when="2026-10-20T19:00", often="Every week on that weekday")
        for label in (*CLOSED, "Save it"):
            await joel.clicks(label)
        databases.change(bot.settings.database_url, "update meeting_series set closes = 5")
        await bot.until(datetime(2026, 10, 20, 23, tzinfo=UTC))
        assert len(deliveries(bot, "meeting.agenda")) == 1
        assert await posted_at(bot, "meeting.agenda", within=timedelta(days=3)) == "Wed 07:00"


async def test_an_agenda_that_the_bot_was_away_for_waits_until_the_morning(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await saved(bot, *CLOSED)
        ((due,),) = databases.rows(bot.settings.database_url, "select at from due where \"do\" = 'meeting.close'")
        night = datetime.fromisoformat(str(due)).replace(tzinfo=UTC) + timedelta(hours=14)
        bot.clock.move_to(night)
        await bot.later(minutes=5)
        assert deliveries(bot, "meeting.agenda") == []
        assert (await posted_at(bot, "meeting.agenda", within=timedelta(days=1))).endswith("07:05")


async def test_what_the_calendar_changed_at_night_is_told_in_the_morning(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await saved(bot)
        await bot.until(datetime(2026, 10, 13, 4, 30, tzinfo=UTC))  # 11:30 p.m. of Monday
        snow(bot, "2026-10-22")
        await calendar_is_looked_at(bot)
        assert await posted_at(bot, "meeting.news", within=timedelta(days=1)) == "Tue 07:00"


async def test_that_there_is_no_meeting_in_an_hour_is_told_at_once(tmp_path: Path) -> None:
    """Waiting for the morning would be too late."""
    async with core(tmp_path) as bot:
        await saved(bot, when="2026-10-22T06:30")
        await bot.until(datetime(2026, 10, 22, 10, 30, tzinfo=UTC))  # 5:30 a.m.
        snow(bot, "2026-10-22")
        await calendar_is_looked_at(bot)
        assert await posted_at(bot, "meeting.news", within=timedelta(hours=3)) == "Thu 06:00"
