"""One date of a meeting, taken as a file into a calendar of one's own."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar
from support import databases
from support.cores import core
from support.corner import Corner, corner
from support.databases import on_either, on_sqlite
from test_meetings_calendar import SCHOOL_DAY, address, committee, feed, reachable

from bot.boundary import Private

pytestmark = on_either


async def taken(who: Corner, about: str) -> Calendar:
    await who.presses("meeting.ics", about)
    assert isinstance(who.answer, Private)
    (file,) = who.answer.files
    assert file.name.endswith(".ics")
    return Calendar.from_ical(await file.make())


async def test_one_date_is_taken_as_a_file(tmp_path: Path) -> None:
    """It bears the name that it has in the calendar that is subscribed to, moved and left out as well."""
    async with core(tmp_path) as bot:
        joel = await committee(reachable(bot))
        await joel.presses("meeting.show", "1")
        await joel.clicks("More")
        await joel.clicks("This date as a file")
        joel.sees("Thursday, October 22, 4:00 PM")
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-23T17:00")
        moved = await taken(joel, "1")
        (event,) = moved.walk("VEVENT")
        assert (moved["METHOD"], event["UID"]) == ("PUBLISH", "series-1@cedar-valley.start-somewhere")
        assert str(event["RECURRENCE-ID"].dt) == "2026-10-22 16:00:00-05:00"
        assert str(event["DTSTART"].dt) == "2026-10-23 17:00:00-05:00"
        await address(joel)
        told = next(one for one in feed(bot).walk("VEVENT") if "RECURRENCE-ID" in one)
        assert event.to_ical() == told.to_ical()
        await joel.presses("meeting.cancel", "1")
        await joel.fills_in()
        gone = await taken(joel, "1")
        (event,) = gone.walk("VEVENT")
        assert (gone["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
        assert event["SEQUENCE"] > told["SEQUENCE"]
        hannah = corner(bot, "Hannah Whitaker")
        await hannah.presses("meeting.ics", "1")
        hannah.sees("That isn't here any more")


@on_sqlite
async def test_a_date_of_a_caucus_is_a_file_that_says_busy(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await committee(bot, often=SCHOOL_DAY, when="2026-11-03T16:00")
        caucus = "(select id from places where name = 'administration-caucus')"
        databases.change(bot.settings.database_url, f"update committees set home_id = {caucus} where key = 'schedule'")
        (event,) = (await taken(joel, "1")).walk("VEVENT")
        assert (event["SUMMARY"], event["UID"][:17]) == ("Busy", "series-1-20261103")
        assert "VALARM" not in event.to_ical().decode()
