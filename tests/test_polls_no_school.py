"""A weekly poll is asked in no week on whose day there is no school."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from support.cores import Core, core
from support.corner import Corner, corner, next_due, shown
from support.databases import change, on_either, rows
from support.talk import QUESTION

from bot.people.model import District, Seat
from bot.polls import held_back
from bot.polls.laying_out import next_week
from bot.polls.model import Poll
from bot.polls.terms import WEEK

pytestmark = on_either

TOLD = "select key from notices join members on members.id = member_id where notices.name = 'poll-left-out'"
ZONES = st.sampled_from(["America/Chicago", "America/Phoenix", "Europe/Madrid", "Australia/Lord_Howe", "UTC"])
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, ZONES, st.frozensets(st.integers(-1, 8), max_size=6))
def test_a_week_whose_day_has_no_school_is_left_out(at: datetime, name: str, off: frozenset[int]) -> None:
    zone = ZoneInfo(name)
    listed = {at.astimezone(zone).date() + WEEK * week for week in off}
    poll = Poll(opened_at=at, closes_at=at + timedelta(hours=30), seat=Seat(district=District(zone=name)))
    begins, closes = next_week(poll, listed)
    weeks = next(week for week in range(1, 10) if week not in off)
    assert begins.astimezone(zone).date() == at.astimezone(zone).date() + WEEK * weeks
    assert abs(closes - begins - timedelta(hours=30)) <= timedelta(hours=1)


async def test_so_is_one_whose_day_is_taken_from_school_later(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("poll")
        await maria.fills_in(question=QUESTION, options="Tuesday\nThursday", places="#lincoln-staff (Slack)")
        await maria.clicks("Choose when it starts")
        await maria.fills_in(repeats="Every week at that time, until I stop it")
        await maria.clicks("Post it")
        following = "select cast(opened_at as text) from polls where status = 'PLANNED'"
        ((first,),) = rows(bot.settings.database_url, following)
        day = date.fromisoformat(first[:10])
        free = f"insert into no_school (district_id, day, owner) values (1, '{day}', 'CHAT')"
        change(bot.settings.database_url, free)
        await bot.later(days=8)
        begun = "select opened_at from polls where status in ('OPEN', 'CLOSED') order by id"
        assert len(rows(bot.settings.database_url, begun)) == 1
        ((then,),) = rows(bot.settings.database_url, following)
        assert date.fromisoformat(then[:10]) == day + WEEK
        await bot.later(days=7)
        assert len(rows(bot.settings.database_url, begun)) == 2


async def begins_weekly(maria: Corner) -> str:
    """A weekly poll that begins tomorrow morning, looked over and not posted; says when."""
    await maria.types("poll")
    await maria.fills_in(question=QUESTION, options="Tuesday\nThursday", places="#lincoln-staff (Slack)")
    await maria.clicks("Choose when it starts")
    starts = maria.choices("starts")[1]
    await maria.fills_in(starts=starts, repeats="Every week at that time, until I stop it")
    maria.sees("It starts", starts, "A week with no school on that day is left out.")
    return starts


async def there_is_no_school_tomorrow(bot: Core) -> None:
    dana = corner(bot, "Dana Lee")
    await dana.presses("meeting.no-school")
    await dana.clicks("Yes, no school")


async def test_so_is_its_first_week_and_its_author_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await begins_weekly(maria)
        await maria.clicks("Post it")
        await there_is_no_school_tomorrow(bot)
        await next_due(bot, "poll.begin")
        assert rows(bot.settings.database_url, "select status from polls") == [("PLANNED",)]
        assert rows(bot.settings.database_url, TOLD) == [("maria-rivera",)]
        told = shown(bot, held_back.show_left_out, 1)
        assert "There is no school on the day" in told
        assert "It is posted Wednesday, October 14, 8:00 AM." in told
        await next_due(bot, "poll.begin")
        assert rows(bot.settings.database_url, "select status from polls order by id") == [("OPEN",), ("PLANNED",)]


async def test_before_it_is_posted_its_author_picks_another_start(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        starts = await begins_weekly(maria)
        await there_is_no_school_tomorrow(bot)
        await maria.clicks("Post it")
        maria.sees("There is no school on October 7, 2026")
        await maria.clicks("Fix it")
        await maria.fills_in(repeats="Once")
        maria.sees("It starts", starts)
        await maria.clicks("Post it")
        maria.sees("Planned. It is posted", starts)
