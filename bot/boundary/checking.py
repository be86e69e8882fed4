"""What somebody who sets the bot up is told of a platform: what the district's files name there, and what was found.
A look at a platform changes nothing there and says nothing to anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.boundary.platform import Secret


class Weight(StrEnum):
    FINE = "fine"
    NOTE = "note"  # good to know; nothing has to be done
    TODO = "todo"


class Terms(tuple[str, ...]):
    """Names of messages in content/, each for one thing of a list."""

    __slots__ = ()


Value = str | int | tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """`says`: the name of a message in content/; `values` are filled into it, several as a list."""

    weight: Weight
    says: str
    values: Mapping[str, Value]


def fine(says: str, /, **values: Value) -> Finding:
    return Finding(Weight.FINE, says, values)


def note(says: str, /, **values: Value) -> Finding:
    return Finding(Weight.NOTE, says, values)


def todo(says: str, /, **values: Value) -> Finding:
    """What it says ends with the next step."""
    return Finding(Weight.TODO, says, values)


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
