"""What the forms about a poll share."""

from __future__ import annotations

from bot.boundary import Choice, ChoiceField
from bot.drafts import Typed


def first(typed: Typed, field: str) -> str:
    return next(iter(typed.get(field, ())), "")


def choices(name: str, label: str, offered: list[Choice], typed: Typed, most: int = 1) -> ChoiceField:
    """What was typed before is chosen, as far as it is offered."""
    values = {choice.value for choice in offered}
    chosen = tuple(value for value in typed.get(name, ()) if value in values)
    return ChoiceField(name, label, tuple(offered), chosen[:most], most=most)
