"""What a message is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.boundary.addresses import Account, Address
from bot.boundary.prose import Prose

PARTS, BUTTONS, CHARACTERS = 40, 30, 3500  # of a message
BUTTONS_TOGETHER = 25


class TooMuch(ValueError):
    """More than the platforms show: a mistake of ours, which says what has too much of what, never its words."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


def abridged(label: str, most: int) -> str:
    """At most `most` characters of it: of a longer one the beginning and the end, with "…" between. Either may be what
    tells two of them apart, such as a person's name and their building's."""
    if len(label) <= most:
        return label
    end = label[-(most // 2) :].lstrip()
    return f"{label[: most - 1 - len(end)].rstrip()}…{end}"


def in_a_line(text: str, most: int = 60) -> str:
    """Its beginning without breaks, at most `most` characters, with "…" where more follows: enough to recognise it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


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
    """`do` names an action of `bot.routes`, `about` what it is for. Together at most 80 bytes. Of a label at least 75
    characters are shown, see `abridged`; `tone` is "", "main" or "danger"."""

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

    def __post_init__(self) -> None:
        if len(self.buttons) > BUTTONS_TOGETHER:
            raise TooMuch("buttons", f"{len(self.buttons)} together")


Part = Heading | Text | Quote | Prose | Note | Bar | Search | Buttons


@dataclass(frozen=True)
class RemoteFile:
    """A file of a member's that goes along, from the place where it lies; with None for that place the bot itself has
    its content, or has no longer: then it is not posted, and known again where it was. Where it cannot be had or is not
    taken, `instead` is said."""

    name: str
    size: int  # bytes
    at: Address | None
    reference: str = field(repr=False)
    instead: str
    content: bytes | None = field(default=None, repr=False)  # None: it has to be fetched
    others: frozenset[str] = frozenset()  # the platform's ids of what was posted there about then, and is not this one


@dataclass(frozen=True)
class Speaker:
    """Under whose name a message stands where the platform lets the bot: at most 80 characters. Elsewhere `instead` is
    said before all else, if there is one. `pictured`: whose picture goes along, if it can be had; `picture` is then its
    address."""

    name: str
    instead: str
    pictured: Account | None = field(default=None, repr=False)
    picture: str = field(default="", repr=False)


@dataclass(frozen=True)
class Occasion:
    """A date in the calendar that everybody in a workspace sees, where a platform has one. What is too long ends in
    "…"."""

    name: str
    where: str
    about: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True)
class Message:
    """At most 40 parts and 30 buttons, and 3,500 characters in all: where there are more of these, the longest texts
    end in "…". A card without any part is not posted. `thread` is what the thread under it is called, where the
    platform gives it a name. `file` goes along when it is posted, never when it is edited. `mentions` are roles of a
    platform, by the addresses of the channels whose people with that role are pinged when it is posted there."""

    parts: tuple[Part, ...]
    thread: str = ""
    file: RemoteFile | None = None
    speaker: Speaker | None = None
    mentions: Mapping[str, str] = field(default_factory=dict, hash=False)
    occasion: Occasion | None = None  # of what is said to a workspace's `OCCASIONS`

    def introduced(self) -> Message:
        """As the bot itself says it."""
        if self.speaker is None:
            return self
        before = (Text(self.speaker.instead),) if self.speaker.instead else ()
        return replace(self, parts=(*before, *self.parts), speaker=None)

    def __post_init__(self) -> None:
        if len(self.parts) > PARTS or _buttons(self.parts) > BUTTONS:
            raise TooMuch("message", f"{len(self.parts)} parts, {_buttons(self.parts)} buttons")

    def text(self) -> str:
        """All of it as lines of plain text, for screen readers, notifications and old clients."""
        return "\n".join(line for part in self.parts if (line := _line(part)))


def fitting(groups: Sequence[Sequence[Part]], around: Sequence[Part], more: Part) -> list[Part]:
    """The first of the groups, as many as a message holds together with what is around them; if some are left out,
    `more` says so below."""
    taken = list[Part]()
    for group in groups:
        whole = (*taken, *group, *around, more)
        if taken and sum(len(_line(part)) for part in whole) > CHARACTERS:  # the first would rather be cut
            return [*taken, more]
        if len(whole) > PARTS or _buttons(whole) > BUTTONS:
            return [*taken, more]
        taken += group
    return taken


def _buttons(parts: Sequence[Part]) -> int:
    return sum(len(part.buttons) for part in parts if isinstance(part, Buttons))


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
