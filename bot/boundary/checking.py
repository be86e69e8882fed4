"""What somebody who sets the bot up is told of a platform: what the district's files name there, and what was found.
A look at a platform changes nothing there and says nothing to anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.boundary.platform import Secret
from bot.boundary.terminal import Line, Value


class Weight(StrEnum):
    FINE = "fine"
    NOTE = "note"  # good to know; nothing has to be done
    TODO = "todo"


@dataclass(frozen=True, kw_only=True)
class Finding(Line):
    weight: Weight


def fine(says: str, /, **values: Value) -> Finding:
    return Finding(says, (*values.items(),), weight=Weight.FINE)


def note(says: str, /, **values: Value) -> Finding:
    return Finding(says, (*values.items(),), weight=Weight.NOTE)


def todo(says: str, /, **values: Value) -> Finding:
    """What it says ends with the next step."""
    return Finding(says, (*values.items(),), weight=Weight.TODO)


@dataclass(frozen=True)
class Channel:
    """As the files name it. `caucus`: it is for one group alone."""

    id: str
    name: str
    caucus: bool = False


@dataclass(frozen=True)
class Expected:
    """What the files name in one workspace. `people`: keys of members by their user ids. `secret` opens the workspace
    where the settings' token does not."""

    workspace: str
    channels: Sequence[Channel] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    secret: Secret | None = None


# One platform's. What it yields is told as it comes. Raises RetryAfter, Refused or OutcomeUnknown where the platform
# answers nothing that can be told.
Look = Callable[[Sequence[Expected]], AsyncIterator[Finding]]
