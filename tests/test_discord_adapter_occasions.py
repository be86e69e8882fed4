"""Dates in a server's own calendar: made, moved and taken away, and never made twice."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support.adapters import discord
from support.discord_bot import GUILD, WORLD, Core, connected
from support.discord_spec import check
from support.pretend_discord_wire import Wire, wired

from adapters.discord.connection import Connection
from bot.boundary import OCCASIONS, Address, Message, Occasion, OutcomeUnknown, Refused, Text
from playground.discord import Discord

__all__ = ["discord"]

TO = Address("discord", GUILD, OCCASIONS)
BEGINS = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
MEETING = Occasion("Town hall", "Library", "Everybody is welcome.", BEGINS, BEGINS + timedelta(hours=1))
PAST = "2026-01-01T10:00:00+00:00"
EVENTS = f"/guilds/{GUILD}/scheduled-events"


def say(occasion: Occasion) -> Message:
    return Message((Text(occasion.name),), occasion=occasion)


@pytest.fixture
async def bot(discord: Discord) -> AsyncIterator[Connection]:
    async with connected(discord, Core()) as connection:
        yield connection


def standing(discord: Discord) -> list[tuple[str, datetime, str]]:
    return [(one.name, one.begins, one.where) for one in discord._state.events.values()]


async def test_what_people_typed_into_it_formats_nothing_there(discord: Discord, bot: Connection) -> None:
    typed = replace(MEETING, about="**Free** [pizza](https://district.example.evil.example) @everyone " + "_" * 900)
    await bot.platform.post(TO, say(typed), 1, None)
    (there,) = discord._state.events.values()
    assert there.about.startswith("\\*\\*Free\\*\\* \\[pizza](<https://district.example.evil.example>) \\@everyone \\_")
    assert len(there.about) <= 1000
    assert there.about.endswith("№ 1")


async def test_it_is_made_moved_and_taken_away(discord: Discord, bot: Connection) -> None:
    remote = await bot.platform.post(TO, say(MEETING), 1, None)
    assert standing(discord) == [("Town hall", BEGINS, "Library")]
    later = replace(MEETING, begins=BEGINS + timedelta(hours=2), ends=BEGINS + timedelta(hours=3), name="x" * 300)
    await bot.platform.edit(TO, remote, say(later), 1)
    ((name, begins, _),) = standing(discord)
    assert (len(name), begins) == (100, later.begins)
    seen = [discord.sit(user.id).events() for user in WORLD.users if user.id != WORLD.application_id]
    assert {(one.where, one.begins, one.about) for each in seen for one in each} == {
        ("Library", later.begins, "Everybody is welcome.\n\n№ 1")
    }
    assert all(len(each) == 1 for each in seen)  # everybody in the server
    for _ in range(2):
        await bot.platform.delete(TO, remote)
    assert standing(discord) == []
    await bot.platform.edit(TO, remote, say(MEETING), 1)  # somebody took it away
    assert discord.spec_violations == []


async def test_after_a_cut_it_is_found_and_not_made_twice(discord: Discord, bot: Connection) -> None:
    since = time.time()
    discord.faults.next("POST /guilds/{guild_id}/scheduled-events", "drop_after")
    with pytest.raises(OutcomeUnknown):
        await bot.platform.post(TO, say(MEETING), 1, None)
    (id,) = discord._state.events
    moved = replace(MEETING, begins=BEGINS + timedelta(minutes=5))  # and changed meanwhile
    assert await bot.platform.post(TO, say(moved), 1, since) == id
    assert await bot.platform.post(TO, say(MEETING), 2, since) != id
    assert len(standing(discord)) == 2


async def test_without_the_permission_it_is_refused(discord: Discord, bot: Connection) -> None:
    discord._state.may_create_events = False
    with pytest.raises(Refused, match="50013"):
        await bot.platform.post(TO, say(MEETING), 1, None)


async def test_one_that_is_over_stays_as_it_is(discord: Discord, bot: Connection) -> None:
    remote = await bot.platform.post(TO, say(MEETING), 1, None)
    discord._state.now = lambda: MEETING.ends + timedelta(minutes=1)
    await bot.platform.edit(TO, remote, say(replace(MEETING, name="Afterwards")), 1)
    assert standing(discord)[0][0] == "Town hall"


# What the pretend Discord insists on -----------------------------------------------------------------------------


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with wired() as connection:
        yield connection


BODY = {
    "name": "Town hall",
    "privacy_level": 2,
    "entity_type": 3,
    "entity_metadata": {"location": "Library"},
    "scheduled_start_time": MEETING.begins.isoformat(),
    "scheduled_end_time": MEETING.ends.isoformat(),
}


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"name": "x" * 101}, "name BASE_TYPE_BAD_LENGTH"),
        ({"entity_metadata": {"location": "x" * 101}}, "entity_metadata.location BASE_TYPE_BAD_LENGTH"),
        ({"description": "x" * 1001}, "description BASE_TYPE_MAX_LENGTH"),
        ({"scheduled_start_time": "tomorrow"}, "scheduled_start_time DATE_TIME_TYPE_PARSE"),
        (
            {"scheduled_start_time": "2026-01-01T10:00:00+00:00"},
            "scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
        ),
        ({"scheduled_end_time": BEGINS.isoformat()}, "scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START"),
        ({"privacy_level": 1}, "privacy_level BASE_TYPE_CHOICES"),
        ({"where": "x"}, "where UNKNOWN_FIELD"),
    ],
)
async def test_a_date_that_discord_would_refuse(wire: Wire, more: dict[str, object], wrong: str) -> None:
    assert wrong in await wire.errors(EVENTS, BODY | more)


async def test_a_date_is_as_the_description_has_it(wire: Wire) -> None:
    if check:
        check("POST", EVENTS, BODY)
        check("PATCH", f"{EVENTS}/1", {"name": "x", "entity_type": 3, "entity_metadata": {"location": "x"}})
        with pytest.raises(ValueError, match="not valid"):
            check("POST", EVENTS, BODY | {"where": "x"})
    status, made = await wire("POST", EVENTS, BODY)
    assert (status, made["status"], made["creator_id"]) == (200, 1, "900")
    assert [one["id"] for one in (await wire("GET", EVENTS))[1]] == [made["id"]]
    status, refusal = await wire("PATCH", f"{EVENTS}/7", {"name": "x"})
    assert (status, refusal["code"]) == (404, 10070)
    for _ in range(99):
        assert (await wire("POST", EVENTS, BODY))[0] == 200
    assert (await wire("POST", EVENTS, BODY))[1]["code"] == 30038
    assert (await wire("DELETE", f"{EVENTS}/{made['id']}"))[0] == 204
