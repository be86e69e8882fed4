"""The calendar that people subscribe to: whatever a rule, the school's calendar and a chair do, another reader finds
the same dates in it; and its address gives nobody else anything."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from dateutil.rrule import rruleset, rrulestr
from dateutil.tz import tzical
from icalendar import Calendar
from sqlalchemy import select
from structlog.testing import capture_logs
from support import databases
from support.cores import Core, core, said
from support.corner import TEXTS, Corner, corner
from support.databases import on_either, on_sqlite
from support.linked import ANJALI, MARIA, Desk
from test_two_again import teachers

import demo
import wiring
from bot import routes
from bot.frame import Frame
from bot.meetings import zones
from bot.meetings.feeds import CalendarFeed, Feeds, written
from bot.operations import web
from bot.storage.database import connect, reading

pytestmark = on_either

HERE = "https://partnership.example.org"


def reachable(bot: Core) -> Core:
    bot.frame = Frame(bot.writer, TEXTS, bot.clock, routes.HOUSE, HERE)
    return bot


async def pair(bot: Core, **times: str) -> tuple[Corner, Corner]:
    maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
    await maria.presses("meeting.start")
    await maria.fills_in(**times)
    await maria.clicks("Send")
    await rosa.presses("meeting.pick", "1:2")
    return maria, rosa


async def committee(bot: Core, **fields: str) -> Corner:
    joel = corner(bot, "Joel Hartmann")
    await joel.presses("meeting.set-up")
    await joel.fills_in(**{"when": "2026-10-22T16:00", "place": "Room 12", **fields})
    await joel.clicks("Save it")
    return joel


async def address(who: Corner, about: str = "") -> str:
    await who.presses("meeting.feed-make", about)
    text = said(who.answer).text()
    return next(line for line in text.splitlines() if line.startswith(HERE))


def feed(bot: Core, number: int = 0) -> Calendar:
    engine = connect(bot.settings.database_url)
    with reading(engine) as session:
        found = session.scalars(select(CalendarFeed).order_by(CalendarFeed.id)).all()[number]
        content = written(session, found, TEXTS, bot.clock.now().date())
    engine.dispose()
    return Calendar.from_ical(content)


def told(bot: Core, address: str) -> bytes | None:
    """What a calendar reads there."""
    feeds = Feeds(connect(bot.settings.database_url), TEXTS, bot.clock)
    return feeds._read(address.rpartition("/")[2].removesuffix(".ics"))


def begins(read: Calendar, until: datetime) -> list[str]:
    """As a reader of its own expands it: rules, dates that are left out, and those that are moved."""
    events = read.walk("VEVENT")
    moved = {one["RECURRENCE-ID"].dt: one for one in events if "RECURRENCE-ID" in one}
    found = [one["DTSTART"].dt for one in moved.values() if one["STATUS"] != "CANCELLED"]
    for event in events:
        if "RECURRENCE-ID" in event or event["STATUS"] == "CANCELLED":
            continue
        if "RRULE" not in event:
            found.append(event["DTSTART"].dt)
            continue
        every = rruleset()
        every.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt))
        out = event.get("EXDATE", [])
        for one in out if isinstance(out, list) else [out]:
            for left in one.dts:
                every.exdate(left.dt)
        found += [one for one in every if one not in moved]
    return sorted(f"{one.astimezone(UTC):%Y-%m-%d %H:%M}" for one in found if one < until)


def planned(bot: Core) -> list[str]:
    query = "select at from meetings where phase in ('planned', 'over') order by at"
    return [str(at)[:16] for (at,) in databases.rows(bot.settings.database_url, query)]


MONTH, WEEK = "Every month on that weekday (2nd Tuesday)", "Every week on that weekday"
SCHOOL_DAY = "Every month on that school day (2nd school day)"


@pytest.mark.parametrize(
    ("often", "first", "moved"),
    [
        (MONTH, "2026-10-22T16:00", "2026-10-23T17:00"),
        (WEEK, "2026-10-22T16:00", "2026-10-23T17:00"),
        (SCHOOL_DAY, "2026-11-03T16:00", "2026-11-04T17:00"),
    ],
)
async def test_another_reader_finds_the_same_dates(tmp_path: Path, often: str, first: str, moved: str) -> None:
    """Told ahead, and as they then were: over holidays, the clocks' changes, a moved and a cancelled date."""
    async with core(tmp_path) as bot:
        joel = await committee(reachable(bot), when=first, often=often)
        await address(joel)
        until = datetime(2027, 5, 15, tzinfo=UTC)
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to=moved)
        await bot.until(datetime(2026, 11, 6, tzinfo=UTC))
        coming = databases.rows(bot.settings.database_url, "select max(id) from meetings where phase = 'planned'")
        await joel.presses("meeting.cancel", str(coming[0][0]))
        await joel.fills_in()
        ahead = begins(feed(bot), until)
        assert ahead[0][:10] == moved[:10]
        await bot.until(until)
        assert [one for one in planned(bot) if one < "2027-05-15"] == ahead
        assert begins(feed(bot), until) == ahead


@on_sqlite
@pytest.mark.parametrize("zone", ["America/Chicago", "America/Phoenix", "Europe/Madrid", "Australia/Lord_Howe", "UTC"])
def test_another_reader_knows_when_the_clocks_are_set(zone: str) -> None:
    whole = Calendar()
    whole.add_component(zones.timezone(zone, date(2026, 10, 13), date(2027, 12, 31)))
    read = tzical(StringIO(whole.to_ical().decode())).get(zone)
    day = datetime(2026, 7, 1, 12)
    while day.year < 2028:
        assert day.replace(tzinfo=read).utcoffset() == day.replace(tzinfo=ZoneInfo(zone)).utcoffset(), day
        day += timedelta(days=1)


async def test_what_changed_is_marked_so_for_calendars(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await pair(reachable(bot), first="2026-10-21T15:15", second="2026-10-22T15:15")
        await address(maria)
        master, moved, *_ = feed(bot).walk("VEVENT")
        assert (master["UID"], master["SEQUENCE"]) == ("series-1@cedar-valley.start-somewhere", 1)
        assert master["DTSTART"].params["TZID"] == "America/Chicago"
        assert moved["UID"] == master["UID"]
        assert str(moved["RECURRENCE-ID"].dt) == "2026-11-26 15:15:00-06:00"
        assert str(moved["DTSTART"].dt) == "2026-11-30 15:15:00-06:00"
        assert "Rosa Delgado" in master["SUMMARY"]
        await rosa.presses("meeting.cancel", "1")
        await rosa.fills_in(reason="Estoy de viaje")
        cancelled = feed(bot).walk("VEVENT")[1]
        assert (cancelled["STATUS"], cancelled["SEQUENCE"]) == ("CANCELLED", 2)
        whole = feed(bot)
        assert whole["REFRESH-INTERVAL"].dt == timedelta(hours=1)
        assert whole.walk("VTIMEZONE")
        assert b"viaje" not in whole.to_ical()


async def test_a_caucus_is_busy_in_ones_own_calendar(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await committee(reachable(bot))
        caucus = "(select id from places where name = 'administration-caucus')"
        databases.change(bot.settings.database_url, f"update committees set home_id = {caucus} where key = 'schedule'")
        await address(joel)
        await address(joel, "1")
        (busy, *_), (own, *_) = (feed(bot, one).walk("VEVENT") for one in (0, 1))
        assert (busy["SUMMARY"], busy["CLASS"]) == ("Busy", "PRIVATE")
        assert "LOCATION" not in busy
        assert (own["SUMMARY"], own["LOCATION"]) == ("Schedule Committee", "Room 12")
        databases.change(bot.settings.database_url, "update seats set holder_id = null where key = 'schedule-chair'")
        moved = "update members set group_id = (select id from groups where key = 'pta') where key = 'joel-hartmann'"
        databases.change(bot.settings.database_url, moved)
        assert "Schedule" not in str(feed(bot, 1).to_ical())


async def test_so_is_what_two_of_one_group_have(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, maria = corner(reachable(bot), "Dana Lee"), corner(bot, "Maria Rivera")
        rep = "(select id from seats where key = 'rep-lincoln')"
        await pair(bot)
        databases.change(
            bot.settings.database_url,
            f"update meeting_seats set seat_id = (select id from seats where key = 'association-president') "
            f"where series_id = 1 and seat_id <> {rep}",
        )
        for who in (dana, maria):
            await address(who)
        for number in (0, 1):
            busy, *_ = feed(bot, number).walk("VEVENT")
            assert (busy["SUMMARY"], busy["CLASS"]) == ("Busy", "PRIVATE")


async def test_it_ends_when_the_bot_is_taken_out_of_the_workspace(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await pair(reachable(bot))
        since = await address(maria)
        assert b"Rosa Delgado" in (told(bot, since) or b"")
        databases.change(bot.settings.database_url, "delete from connections where address like 'slack:%'")
        assert told(bot, since) is None


async def test_its_address_is_renewed_and_read_by_nobody_else(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(reachable(bot), "Maria Rivera")
        await pair(bot)
        with capture_logs() as logged:
            path = (await address(maria)).removeprefix(HERE)
        token = path.removeprefix("/calendar/").removesuffix(".ics")
        assert len(token) >= 32
        assert token not in str(logged)
        assert token not in str(databases.rows(bot.settings.database_url, "select digest from calendar_feeds"))
        engine = connect(bot.settings.database_url)
        feeds, port = Feeds(engine, TEXTS, bot.clock), demo.free_port()
        async with web.serving(feeds.routes, "127.0.0.1", port), aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}"
            async with session.get(url + path) as answer:
                assert (answer.status, answer.content_type) == (200, "text/calendar")
                assert b"BEGIN:VEVENT" in await answer.read()
                tag = answer.headers["ETag"]
            async with session.get(url + path, headers={"If-None-Match": tag}) as answer:
                assert answer.status == 304
            await maria.presses("meeting.feed")
            maria.sees("I can't show it again")
            other = (await address(maria)).removeprefix(HERE)
            for gone in (path, "/calendar/x.ics", path.replace(".ics", "x.ics")):
                async with session.get(url + gone) as answer:
                    assert answer.status == 404
            async with session.get(url + other) as answer:
                assert answer.status == 200
            await maria.presses("meeting.feed-stop")
            async with session.get(url + other) as answer:
                assert answer.status == 404
        engine.dispose()


async def test_who_left_the_district_reads_no_calendar_there(tmp_path: Path) -> None:
    """They are still of a group whose channel it is, as all who left are kept."""
    async with core(tmp_path) as bot:
        joel, database = await committee(reachable(bot)), bot.settings.database_url
        path = (await address(joel, "1")).removeprefix(HERE)
        engine = connect(database)
        feeds, port = Feeds(engine, TEXTS, bot.clock), demo.free_port()
        async with web.serving(feeds.routes, "127.0.0.1", port), aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}{path}") as answer:
                assert b"BEGIN:VEVENT" in await answer.read()
            left = f"(select member_id from accounts where address = '{joel.account}')"
            databases.change(database, f"delete from accounts where member_id = {left}")
            async with session.get(f"http://127.0.0.1:{port}{path}") as answer:
                assert answer.status == 404
        engine.dispose()


async def test_an_address_ends_with_the_link_of_the_account_at_which_it_was_made(tmp_path: Path) -> None:
    """Somebody's account was joined to Maria's for a while; what they took along shows nothing of hers any more."""
    async with core(tmp_path, teachers(tmp_path)) as bot:
        await pair(reachable(bot))
        desk, anjali, maria = Desk(bot), corner(bot, "Anjali Deshpande", "discord"), corner(bot, "Maria Rivera")
        before = await address(anjali)
        await desk.lets_join(MARIA, ANJALI)
        since = await address(anjali)
        assert b"Rosa Delgado" in (told(bot, since) or b"")
        await maria.presses("link.undo-now")
        assert [told(bot, one) for one in (before, since)] == [None, None]
        await maria.presses("meeting.feed")
        maria.sees("I can make an address for you")
        assert b"Rosa Delgado" in (told(bot, await address(maria)) or b"")


async def test_where_nobody_can_reach_us_it_is_said_so(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await pair(bot)
        await maria.presses("meeting.feed")
        maria.sees("PUBLIC_URL")
        await maria.presses("meeting.feed-make")
        maria.sees("PUBLIC_URL")
        aisha = corner(bot, "Aisha Farouk")
        await aisha.presses("meeting.feed", "1")
        aisha.sees("That isn't here any more")


async def test_a_bot_at_work_answers_at_its_address(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await pair(reachable(bot))
        path = (await address(maria)).removeprefix(HERE)
    settings = bot.settings.model_copy(update={"public_url": HERE, "port": demo.free_port()})
    async with (
        wiring.running(settings) as running,
        wiring.serving(settings, running),
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{settings.port}{path}") as answer,
    ):
        assert answer.status == 200
