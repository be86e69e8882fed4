"""Dates in a server's own calendar, which everybody there sees: Discord's scheduled events, each a single one."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import discord
from discord.http import HTTPClient

from adapters.discord.escape import cut, escape, one_line
from adapters.discord.once import Once
from bot.boundary import NoEvidence, Occasion

EXTERNAL, GUILD_ONLY = 3, 2  # kinds of place, and of people who see it
UNKNOWN, OVER = 10070, 180000  # an event that is gone, and one that is over
MOST_NAME, MOST_WHERE, MOST_TYPED = 100, 100, 450  # characters; what is escaped may be twice as long, and 1000 at most


async def create(
    http: HTTPClient, once: Once, guild: str, occasion: Occasion, delivery: int, since: float | None, me: str
) -> str:
    """With `since` it may stand there already: then that one is returned. Raises NoEvidence where nobody may look, and
    RetryAfter, Refused or OutcomeUnknown."""
    if since is not None and (standing := await find(http, guild, delivery, me)):
        return standing
    body = _body(occasion, delivery) | {"privacy_level": GUILD_ONLY}
    made = await once.as_bot("POST", f"/guilds/{guild}/scheduled-events", body)
    return str(made["id"])


async def change(http: HTTPClient, guild: str, id: str, occasion: Occasion, delivery: int) -> None:
    """One that is over, or that somebody took away, stays so."""
    try:
        await http.edit_scheduled_event(guild, id, **_body(occasion, delivery))
    except discord.HTTPException as error:
        if error.code not in (UNKNOWN, OVER):
            raise


async def remove(http: HTTPClient, guild: str, id: str) -> None:
    try:
        await http.delete_scheduled_event(guild, id)
    except discord.HTTPException as error:
        if error.code != UNKNOWN:
            raise


def _body(occasion: Occasion, delivery: int) -> dict[str, Any]:
    mark = _mark(delivery)
    return {
        "name": cut(one_line(occasion.name), MOST_NAME),
        "description": escape(cut(occasion.about, MOST_TYPED)) + mark,
        "scheduled_start_time": occasion.begins.astimezone(UTC).isoformat(),
        "scheduled_end_time": occasion.ends.astimezone(UTC).isoformat(),
        "entity_type": EXTERNAL,
        "entity_metadata": {"location": cut(one_line(occasion.where), MOST_WHERE)},
    }


def _mark(delivery: int) -> str:
    """The evidence: whatever else changes meanwhile, it ends so."""
    return f"\n\n№ {delivery}"


async def find(http: HTTPClient, guild: str, delivery: int, me: str) -> str:
    """That of this delivery; empty if there is none. Raises NoEvidence where nobody may look."""
    try:
        there = await http.get_scheduled_events(guild, with_user_count=False)
    except discord.Forbidden:
        raise NoEvidence from None
    ours = (one for one in there if str(one.get("creator_id")) == me)
    found = (str(one["id"]) for one in ours if (one.get("description") or "").endswith(_mark(delivery)))
    return next(found, "")
