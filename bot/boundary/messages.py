"""What a message is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.boundary.addresses import Address
from bot.boundary.prose import Prose


@dataclass(frozen=True)
class Heading:
    """At most 150 characters."""

    text: str


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Quote:
    """Somebody's own words."""

    text: str


@dataclass(frozen=True)
class Note:
    """Small print."""

    text: str


@dataclass(frozen=True)
class Bar:
    """One line of a tally: `share` from 0 to 1 is its length, `figure` what stands beside it ("12 votes")."""

    label: str
    figure: str
    share: float


@dataclass(frozen=True)
class Button:
    """`do` names an action of `bot.routes`, `about` what it is for. Together at most 80 bytes; a label at most 75
    characters; `tone` is "", "main" or "danger"."""

    label: str
    do: str
    about: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Search:
    """Something to type into and pick from what is suggested, where the platform has that in messages; elsewhere it is
    left out, for there it is suggested after a command. A pick comes as a `Press` of `do` about the choice's value."""

    label: str
    do: str


@dataclass(frozen=True)
class Buttons:
    """At most 25."""

    buttons: tuple[Button, ...]


Part = Heading | Text | Quote | Prose | Note | Bar | Search | Buttons


@dataclass(frozen=True)
class RemoteFile:
    """A file of a member's that goes along, from the place where it lies. Where it cannot be had or is not taken,
    `instead` is said."""

    name: str
    size: int  # bytes
    at: Address
    reference: str = field(repr=False)
    instead: str
    content: bytes | None = field(default=None, repr=False)  # once it has been fetched


@dataclass(frozen=True)
class Message:
    """At most 3,500 characters and 40 parts in all. A card without any is not posted. `thread` is what the thread under
    it is called, where the platform gives it a name. `file` goes along when it is posted, never when it is edited."""

    parts: tuple[Part, ...]
    thread: str = ""
    file: RemoteFile | None = None

    def text(self) -> str:
        """All of it as lines of plain text, for screen readers, notifications and old clients."""
        return "\n".join(line for part in self.parts if (line := _line(part)))


def _line(part: Part) -> str:
    match part:
        case Heading() | Text() | Quote() | Prose() | Note():
            return part.text
        case Bar():
            return f"{part.label}: {part.figure}"
        case Search():
            return f"[{part.label}]"
        case Buttons():
            return " · ".join(f"[{button.label}]" for button in part.buttons)
