"""What the forms about a poll share."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.boundary import Choice, ChoiceField
from bot.drafts import Typed


def first(typed: Typed, field: str) -> str:
    return next(iter(typed.get(field, ())), "")


def choices(name: str, label: str, offered: list[Choice], typed: Typed, most: int = 1, hint: str = "") -> ChoiceField:
    """What was typed before is chosen, as far as it is offered."""
    values = {choice.value for choice in offered}
    chosen = tuple(value for value in typed.get(name, ()) if value in values)
    return ChoiceField(name, label, tuple(offered), chosen[:most], hint, most)


def moment(text: str) -> datetime | None:
    """What a choice of a time stands for; None for anything else, for these come from outside."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None


def ahead(now: datetime, zone: str, days: int, at: time) -> datetime:
    """That many days from now, at this time there."""
    there = now.astimezone(ZoneInfo(zone))
    return datetime.combine(there.date() + timedelta(days), at, there.tzinfo).astimezone(UTC)
