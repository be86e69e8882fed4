"""The next date of what is for everybody, in the calendar that a whole Discord server sees."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, draw, next_due
from support.databases import on_both, on_either
from support.house import eventually, house
from support.talk import chair, later

from bot import timetable
from bot.delivery import claims
from bot.people.places import CHANGED, Place

pytestmark = on_either

SQUARE = "(select id from places where name = 'town-square')"
SHOWN = "select subject, state, removed from deliveries where card = 'meeting.event' order by id"


async def set_up(bot: Core, *, community: bool = True) -> Corner:
    if community:
        at_home = f"update committees set home_id = {SQUARE} where key = 'schedule'"
        databases.change(bot.settings.database_url, at_home)
    joel = corner(bot, "Joel Hartmann")
    await joel.presses("meeting.set-up")
    await joel.fills_in(when="2026-10-22T16:00", often="Every week on that weekday", place="Room 12")
    await joel.clicks("Save it")
    return joel


def shown(bot: Core) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(bot.settings.database_url, SHOWN)]


async def test_only_what_is_for_everybody_is_shown_to_everybody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await set_up(bot, community=False)
        assert shown(bot) == []


async def test_it_follows_the_meeting(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await set_up(bot)
        assert [subject for subject, *_ in shown(bot)] == [1]
        occasion = draw(bot, "meeting.event", 1).occasion
        assert occasion
        assert (occasion.name, occasion.where) == ("Schedule Committee", "Room 12")
        assert occasion.begins == datetime(2026, 10, 22, 21, tzinfo=UTC)
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-23T17:00")
        moved = draw(bot, "meeting.event", 1).occasion
        assert moved
        assert moved.begins == datetime(2026, 10, 23, 22, tzinfo=UTC)
        assert len([one for one in shown(bot) if one[0] == 1]) == 1
        await joel.presses("meeting.cancel", "1")
        await joel.fills_in()
        assert [bool(removed) for subject, _, removed in shown(bot) if subject == 1] == [True]
        assert not draw(bot, "meeting.event", 1).parts
        await joel.presses("meeting.uncancel", "1")
        assert [bool(removed) for subject, _, removed in shown(bot) if subject == 1] == [True, False]
        await joel.presses("meeting.end", "1")
        assert all(removed for _, _, removed in shown(bot))


async def test_what_discord_refuses_its_chair_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await set_up(bot)
        failed = "update deliveries set state = 'FAILED', reason = '50013' where card = 'meeting.event'"
        databases.change(bot.settings.database_url, failed)
        await joel.presses("meeting.show", "1")
        joel.sees("Discord doesn't let me show this meeting", "50013", "Create Events")
        await joel.clicks("Try again")
        assert shown(bot)[0][1] == "WAITING"


@on_both
async def test_it_stands_in_the_server_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the line is cut as it is posted: whether it got through is looked at soon, not after seconds."""
    monkeypatch.setattr(claims, "SETTLE", 0.05)
    async with house(tmp_path) as home:
        state = home.discord._state
        state.now = home.bot.clock.now
        url = databases.address(tmp_path)
        databases.change(url, f"update committees set home_id = {SQUARE} where key = 'district-team'")
        dana = chair(home, "discord", "Dana Lee", "town-square")
        home.discord.faults.next("POST /guilds/{guild_id}/scheduled-events", "drop_after")
        await dana.types("/somewhere")
        await dana.presses("Set up meetings")
        await dana.fills_in(when="10/22 4pm")
        await dana.presses("Save it")
        await eventually(lambda: len(state.events) == 1)
        first = [*state.events]
        await dana.types("/somewhere")
        await dana.presses("See it all")
        await dana.presses("Move this date")
        await dana.fills_in(to="10/23 5pm")
        await eventually(lambda: [one.begins.day for one in state.events.values()] == [23], 20.0)
        assert [*state.events] == first
        await dana.types("/somewhere")
        await dana.presses("See it all")
        await dana.presses("Not this time")
        await dana.fills_in()
        await eventually(lambda: first[0] not in state.events)
        assert [one.name for one in state.events.values()] == ["District Leadership Team"]  # the one after it
        await later(home, minutes=1)
        assert len(state.events) == 1


LINCOLN = "insert into place_buildings (place_id, building_id) select p.id, b.id from places p, buildings b"


@pytest.mark.parametrize("narrow", ["closed", "building"])
async def test_what_is_not_for_everybody_is_in_no_servers_calendar(tmp_path: Path, narrow: str) -> None:
    async with core(tmp_path) as bot:
        joel = await set_up(bot)
        assert shown(bot)
        await joel.presses("meeting.change", "1")
        await joel.fills_in()
        joel.sees("the calendar that everybody on the Discord server sees")
        if narrow == "closed":
            for _ in range(2):
                await joel.clicks("Open meeting?")
            assert "everybody on the Discord server" not in joel.sees()
            await joel.clicks("Save it")
        else:
            one = f"{LINCOLN} where p.name = 'town-square' and b.key = 'lincoln'"
            databases.change(bot.settings.database_url, one)
            await bot.writer.do(lambda session: timetable.set_due(session, CHANGED, place(session), bot.clock.now()))
            await next_due(bot, CHANGED)
        assert all(state == "GONE" or removed for _, state, removed in shown(bot))


def place(session: Session) -> int:
    return session.scalars(select(Place.id).where(Place.name == "town-square")).one()
