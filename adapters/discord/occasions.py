"""Dates in a server's own calendar, which everybody there sees: Discord's scheduled events, each a single one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import discord
from discord.http import HTTPClient

from adapters.discord.escape import cut, one_line
from bot.boundary import NoEvidence, Occasion

EXTERNAL, GUILD_ONLY = 3, 2  # kinds of place, and of people who see it
SCHEDULED, ACTIVE = 1, 2
UNKNOWN, OVER = 10070, 180000  # an event that is gone, and one that is over
MOST_NAME, MOST_WHERE, MOST_ABOUT = 100, 100, 1000


async def create(http: HTTPClient, guild: str, occasion: Occasion, since: float | None, me: str) -> str:
    """With `since` it may stand there already: then that one is returned. Raises NoEvidence where nobody may look."""
    if since is not None and (standing := await _find(http, guild, occasion, me)):
        return standing
    made = await http.create_guild_scheduled_event(guild, **_body(occasion), privacy_level=GUILD_ONLY)
    return str(made["id"])


async def change(http: HTTPClient, guild: str, id: str, occasion: Occasion) -> None:
    """One that is over, or that somebody took away, stays so."""
    try:
        await http.edit_scheduled_event(guild, id, **_body(occasion))
    except discord.HTTPException as error:
        if error.code not in (UNKNOWN, OVER):
            raise


async def remove(http: HTTPClient, guild: str, id: str) -> None:
    try:
        await http.delete_scheduled_event(guild, id)
    except discord.HTTPException as error:
        if error.code != UNKNOWN:
            raise


def _body(occasion: Occasion) -> dict[str, Any]:
    return {
        "name": cut(one_line(occasion.name), MOST_NAME),
        "description": cut(occasion.about, MOST_ABOUT),
        "scheduled_start_time": occasion.begins.astimezone(UTC).isoformat(),
        "scheduled_end_time": occasion.ends.astimezone(UTC).isoformat(),
        "entity_type": EXTERNAL,
        "entity_metadata": {"location": cut(one_line(occasion.where), MOST_WHERE)},
    }


async def _find(http: HTTPClient, guild: str, sought: Occasion, me: str) -> str:
    """Of ours there are none alike: what it is called, where and when it is tell which one it is."""
    try:
        there = await http.get_scheduled_events(guild, with_user_count=False)
    except discord.Forbidden:
        raise NoEvidence from None
    body = _body(sought)
    for event in there:
        one: Mapping[str, Any] = {**event}
        place = (one.get("entity_metadata") or {}).get("location")
        same = (one["name"], place) == (body["name"], body["entity_metadata"]["location"])
        ours = str(one.get("creator_id")) == me and one["status"] in (SCHEDULED, ACTIVE)
        if ours and same and datetime.fromisoformat(one["scheduled_start_time"]) == sought.begins:
            return str(one["id"])
    return ""
