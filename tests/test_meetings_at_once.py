"""Two chairs at the same date or series, in two transactions of two processes that meet: one is first, and the other is
told that something changed."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.at_once import at_once, by
from support.cores import Core, core, core_on
from support.corner import Corner, corner
from support.meetings import agreed, rows, saved, until
from support.workers import LONG, SOON, worker
from test_meetings_calendar import reachable

from bot.meetings.model import series_to_change

pytestmark = databases.on_postgresql

MEANWHILE = "Somebody changed this meanwhile"
MARIAS = "insert into meeting_seats (series_id, seat_id, chair) select 1, id, true from seats where key = 'rep-lincoln'"
DONE = {
    "meeting.put": "Moved to Friday, October 23",
    "meeting.cancel": "Left out: Thursday, October 22",
    "meeting.change": "Saved. The next meeting is Tuesday, October 20",
}
FIELDS = {
    "meeting.put": {"to": "2026-10-23T16:00"},
    "meeting.cancel": {"reason": "Snow is coming"},
    "meeting.change": {"when": "2026-10-20T16:00"},
}


@pytest.mark.parametrize(
    ("first", "second"),
    [("meeting.put", "meeting.cancel"), ("meeting.put", "meeting.put"), ("meeting.change", "meeting.change")],
)
async def test_one_is_first_and_the_other_reads_that_it_changed(
    tmp_path: Path, database: str, first: str, second: str
) -> None:
    held, may_go_on = threading.Event(), threading.Event()

    def hold(session: Session) -> None:
        assert series_to_change(session, 1)
        held.set()
        assert may_go_on.wait(LONG)

    async with core(tmp_path) as one, core_on(one.settings.database_url, clock=one.clock) as other:
        joel = await saved(one)
        databases.change(one.settings.database_url, MARIAS)
        maria = corner(other, "Maria Rivera")
        for who, do in ((joel, first), (maria, second)):
            await who.presses(do, "1")
            if do == "meeting.change":
                await who.fills_in(**FIELDS[do])
        with worker(one.settings.database_url) as third:
            holding = third.submit(hold)
            assert held.wait(LONG)
            both = [asyncio.create_task(finish(who, do)) for who, do in ((joel, first), (maria, second))]
            done, _ = await asyncio.wait(both, timeout=SOON)
            assert not done, "both wait for the series"
            may_go_on.set()
            holding.result(LONG)
            await asyncio.gather(*both)
        said = {joel.sees(): first, maria.sees(): second}
        assert sorted(MEANWHILE in text for text in said) == [False, True]
        assert all(MEANWHILE in text or DONE[do] in text for text, do in said.items())
        changed = "meeting_series" if first == "meeting.change" else "meetings"
        assert rows(one, f"select version from {changed} where id = 1") == [(2,)]


async def finish(who: Corner, do: str) -> None:
    if do == "meeting.change":
        await who.clicks("Save it")
    else:
        await who.fills_in(**FIELDS[do])


# What there is once ----------------------------------------------------------------------------------------------


async def test_two_say_that_there_is_no_school(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        here, there = corner(bot, "Dana Lee"), corner(bot, "Dana Lee")
        says = [by(who, lambda who: who.presses("meeting.no-school-yes", "2026-10-07")) for who in (here, there)]
        await at_once(bot, *says)
        for who in (here, there):
            who.sees("October 7", "[Undo]")
        assert rows(bot, "select count(*) from no_school where day = '2026-10-07'") == [(1,)]


async def test_of_two_addresses_of_ones_calendar_the_second_works(tmp_path: Path) -> None:
    """As it was said: the one before stops working."""
    async with core(tmp_path) as bot:
        here, there = corner(reachable(bot), "Maria Rivera"), corner(bot, "Maria Rivera")

        async def makes(elsewhere: Core) -> None:
            here.bot = reachable(elsewhere)
            await here.presses("meeting.feed-make")

        await at_once(bot, makes, by(there, lambda who: who.presses("meeting.feed-make")))
        assert rows(bot, "select count(*) from calendar_feeds") == [(1,)]
        there.sees("/calendar/")


async def test_one_topic_is_brought_from_two_devices(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        here, there = (await agreed(bot))[0], corner(bot, "Maria Rivera")
        await until(bot, 2026, 10, 13, 21)
        await here.presses("meeting.note", "1")
        await here.fills_in(mine="Book the gym")
        for who in (here, there):
            await who.presses("meeting.bring", "action:1")
        await at_once(bot, *(by(who, lambda who: who.fills_in()) for who in (here, there)))
        for who in (here, there):
            who.sees("It's on the list")
        assert rows(bot, "select text from meeting_items") == [("Book the gym",)]
