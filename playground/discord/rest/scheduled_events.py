"""A guild's scheduled events: single ones, outside of its channels, which is all that the bot makes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playground.discord.bodies import shaped
from playground.discord.errors import Json, Refusal, Wrong
from playground.discord.rest.call import Call, Handler
from playground.discord.shape import Shape, choice, fields, text
from playground.discord.state import ScheduledEvent

MOST = 100  # that are to come in a guild
EXTERNAL, GUILD_ONLY, CANCELLED, SCHEDULED = 3, 2, 4, 1
_where = fields({"location": text(1, 100)}, {})
_needed: dict[str, Shape] = {
    "name": text(1, 100),
    "scheduled_start_time": text(1, 40),
    "scheduled_end_time": text(1, 40),  # of one outside of its channels
    "entity_metadata": _where,
    "privacy_level": choice((GUILD_ONLY,)),
    "entity_type": choice((EXTERNAL,)),
}
_create = fields(_needed, {"description": text(0, 1000)})
_change = fields({}, {**_needed, "description": text(0, 1000), "status": choice((CANCELLED,))})


def listed(call: Call) -> Any:
    """Those that are not over."""
    guild = _guild(call)
    there = (one for one in call.state.events.values() if one.guild == guild)
    return [_shown(call, one) for one in there if not one.is_over(call.state.now())]


def read(call: Call) -> Any:
    return _shown(call, _named(call))


def create(call: Call) -> Any:
    guild, body = _guild(call, to_change=True), shaped(call.body, _create)
    begins, ends = _times(call, body["scheduled_start_time"], body["scheduled_end_time"])
    if len(listed(call)) >= MOST:
        raise Refusal(30038)
    where, about = body["entity_metadata"]["location"], body.get("description") or ""
    id = call.state.snowflake()
    made = ScheduledEvent(id, guild, call.state.bot.id, body["name"], begins, ends, where, about)
    call.state.events[id] = made
    return _shown(call, made)


def change(call: Call) -> Any:
    """One that is over, or cancelled, stays as it is; of one that goes on only the end can be moved."""
    event, body = _named(call, to_change=True), shaped(call.body, _change)
    begun = event.status(call.state.now()) == 2
    if event.is_over(call.state.now()):
        raise Refusal(180000)
    begins, ends = body.get("scheduled_start_time"), body.get("scheduled_end_time")
    if begins or ends:
        new = _times(call, begins or event.begins.isoformat(), ends or event.ends.isoformat(), begun=begun)
        event.begins, event.ends = new
    event.name, event.about = body.get("name", event.name), body.get("description", event.about)
    event.where = body.get("entity_metadata", {}).get("location", event.where)
    event.cancelled = body.get("status") == CANCELLED
    return _shown(call, event)


def delete(call: Call) -> Any:
    del call.state.events[_named(call, to_change=True).id]


def _guild(call: Call, *, to_change: bool = False) -> str:
    guild = call.state.guilds.get(call.params["guild_id"])
    if guild is None or not guild.has_bot:
        raise Refusal(50001 if guild else 10004)
    if to_change and not call.state.may_create_events:
        raise Refusal(50013)
    return guild.id


def _named(call: Call, *, to_change: bool = False) -> ScheduledEvent:
    guild = _guild(call, to_change=to_change)
    found = call.state.events.get(call.params["event_id"])
    if found is None or found.guild != guild:
        raise Refusal(10070)
    if to_change and found.creator != call.state.bot.id:
        raise Refusal(50013)  # which takes another permission
    return found


def _times(call: Call, begins: str, ends: str, *, begun: bool = False) -> tuple[datetime, datetime]:
    wrong, found = Wrong(), list[datetime]()
    for name, given in (("scheduled_start_time", begins), ("scheduled_end_time", ends)):
        try:
            at = datetime.fromisoformat(given)
        except ValueError:
            at = datetime.min
        if at.tzinfo is None:
            wrong.add((name,), "DATE_TIME_TYPE_PARSE", f"Could not parse {given}. Should be ISO8601.")
        found.append(at.astimezone(UTC) if at.tzinfo else datetime.min.replace(tzinfo=UTC))
    if not wrong and found[0] < call.state.now() and not begun:
        wrong.add(("scheduled_start_time",), "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past")
    if not wrong and found[1] <= found[0]:
        wrong.add(("scheduled_end_time",), "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "Must end after it begins.")
    wrong.refuse()
    return found[0], found[1]


def _shown(call: Call, event: ScheduledEvent) -> Json:
    return {
        "id": event.id,
        "guild_id": event.guild,
        "name": event.name,
        "description": event.about,
        "channel_id": None,
        "creator_id": event.creator,
        "image": None,
        "scheduled_start_time": event.begins.isoformat(),
        "scheduled_end_time": event.ends.isoformat(),
        "status": event.status(call.state.now()),
        "entity_type": EXTERNAL,
        "entity_id": None,
        "recurrence_rule": None,
        "privacy_level": GUILD_ONLY,
        "user_count": 0,
        "entity_metadata": {"location": event.where},
        "guild_scheduled_event_exceptions": [],
    }


ROUTES: dict[str, Handler] = {
    "GET /guilds/{guild_id}/scheduled-events": listed,
    "POST /guilds/{guild_id}/scheduled-events": create,
    "GET /guilds/{guild_id}/scheduled-events/{event_id}": read,
    "PATCH /guilds/{guild_id}/scheduled-events/{event_id}": change,
    "DELETE /guilds/{guild_id}/scheduled-events/{event_id}": delete,
}
