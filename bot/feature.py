"""What a feature hands over to the house: all that it can be asked to do, by the names that buttons, forms, commands,
cards and due times carry. What several features hand over, put together, is a feature again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import IntEnum, auto
from typing import Any

from sqlalchemy.orm import Session

from bot.boundary import Answer, Button, Part
from bot.bridge.hearing import Heard
from bot.bridge.model import ThreadGroup
from bot.delivery.received import Reading
from bot.delivery.sender import Card
from bot.people.audiences import Audience
from bot.people.model import Committee, District, Member
from bot.people.places import Place
from bot.people.seats import SeatChange
from bot.references import Brought, Reference, Withdraw
from bot.request import Request, Route
from bot.storage.scrubbing import Scrubbing
from bot.texts import Texts, Words

Start = Callable[[Request], list[Button]]
Path = Callable[[Request], "Step | None"]
Reached = Callable[[Request], "Stage | None"]  # how far those with whom somebody works have come
Due = Callable[[Session, int, datetime], None]  # its subject, and when it was due
# Of a card's subject, the number of the member for whom it stands in the direct message of this account. None: nobody.
Follows = Callable[[Session, int, str], int | None]
Weekly = Callable[[Session, District, datetime], None]  # the moment for which the week's news is due
# Who leaves, who stays: what named the one names the other by now (`people.belongings`), but for what both have alike.
Merge = Callable[[Session, Member, Member], None]
SeatChanged = Callable[[Session, SeatChange], None]
CommitteeClosed = Callable[[Session, Committee, Withdraw], None]  # what takes words back out
PlaceChanged = Callable[[Session, Place], None]
Decides = Callable[[Session, int], None]  # the number of a `bot.decisions.Decision`
Follow = Callable[[Session, int, Brought | None], None]  # a number, and what became of it; None: it was taken off
Refer = Callable[[Session, int], Reference | None]  # a number; None: it is gone, or closed
# A number, and all who would read it: what they can be told of it, by language; nothing: they may not read it.
Retell = Callable[[Request, int, Audience], Mapping[str, str]]
# An account, whose it was and whose it is again (None: nobody's). Each has by now what was theirs.
Separate = Callable[[Session, str, Member, Member | None], None]


class Urgency(IntEnum):
    """Of what waits for somebody, the most urgent first."""

    REPLY = auto()  # to what they have just said
    DO = auto()  # others wait for them
    WATCH = auto()  # of their own, and under way
    KEEP = auto()  # there to come back to


@dataclass(frozen=True)
class Waiting:
    """Something that waits for somebody on their home card, until `due` if it has a time. It is only drawn where there
    may be room, which is scarce: some 20 buttons for all features together. `seen` is called once it can be read."""

    draw: Callable[[], list[Part]]
    urgency: Urgency
    due: datetime | None = None
    seen: Callable[[], None] = lambda: None
    offers: Button | None = None  # its main button: where the card's first line has that one, this is said already


@dataclass(frozen=True)
class Section:
    """Of the home card: what of one sort waits for somebody. `label` is its name in `content/`; `lead` says, before the
    first of them, how many there are. `seated`: it waits only for those who act for a seat."""

    label: str
    waiting: Callable[[Request], list[Waiting]]
    lead: Callable[[Words, int], str] | None = None
    seated: bool = False

    def waits(self, request: Request) -> list[Waiting]:
        return self.waiting(request) if not self.seated or request.seats else []


@dataclass(frozen=True)
class NoticeKind:
    """Something that people are told unasked, at most once a day and inside their hours: its name in `content/` (empty:
    nobody can do without it), whether it still needs telling, and how it looks. `at_home`: the home card says it in a
    section of its feature, too."""

    label: str
    stands: Callable[[Session, Member, int], bool]
    show: Callable[[Session, int, Words], list[Part]]
    at_home: bool = False
    school_days: bool = False  # it comes on no other days, whatever days its reader chose
    urgent: bool = False  # of some that are, it comes by itself


class Stage(IntEnum):
    """How far a partnership has come: what is to be done in its first weeks, then in the next ones, and so on."""

    PLAY = auto()  # what the playbook says, where nothing else is to be done
    MEET = auto()  # those who should talk do
    LISTEN = auto()  # one question, one concern
    START = auto()  # one goal
    TRY = auto()  # one thing, for some weeks
    TELL = auto()  # what came of it
    LAST = auto()  # so that it goes on


@dataclass(frozen=True)
class Step:
    """What somebody can do next, in one line and with one button. Their home card shows the one that is furthest."""

    stage: Stage
    line: str
    button: Button


@dataclass(frozen=True)
class Watch:
    """A kind of thing that can go quiet, by its number: whether it is over, how it begins, and how it is seen and
    ended. `end` is left out where nobody can."""

    is_over: Callable[[Session, int], bool]
    title: Callable[[Session, int], str]
    see: Callable[[int, Words], Button]
    end: Callable[[int, Words], Button] | None = None


@dataclass(frozen=True)
class Sign:
    """When there was a last sign of something of this kind of `Watch`, as far as a feature knows; it may lie ahead, as
    a meeting does. Several features may know of some."""

    kind: str
    last: Callable[[Session, int], datetime | None]


@dataclass(frozen=True)
class ThreadRules:
    """What follows from what people say in the thread of a card. `is_marked` tells which texts are there for more than
    to be read; `heard` and `gone` are told of each that was said or changed, or was taken away. `why_not`: a name in
    `content/`, if the authors of others are to be told something, once in each thread."""

    is_marked: Callable[[Session, ThreadGroup, str, Texts], bool]
    heard: Callable[[Request, Heard], Answer]
    gone: Callable[[Session, Heard, datetime], None]
    why_not: str = ""


@dataclass(frozen=True)
class ActionKind:
    """How promises that came from a feature look and what they lead to (`bot.actions`), by the name of their source:
    whether one still counts, who reads it now, how its person sees it, and what they are told once they have said how
    it is."""

    goes_on: Callable[[Session, Any], bool]
    readers: Callable[[Session, Any], Audience]
    show: Callable[[Session, Any, Words], list[Part]]
    answered: Callable[[Request, Any], Answer]


@dataclass(frozen=True)
class FileKind:
    """A file that somebody sends to the bot, by how its name ends. It is answered at once, and read later. `expected`:
    it is only taken from somebody who said that they would send one, until then, and before all other kinds; of several
    the one that they said last."""

    endings: tuple[str, ...]
    route: Route
    reading: Reading
    expected: Callable[[Request], datetime | None] | None = None


@dataclass(frozen=True)
class Chore:
    """Done again every so many seconds, in a transaction of its own. It is given the moment, and returns True while
    there is more to do at once."""

    every: float
    run: Callable[[Session, datetime], bool]


@dataclass(frozen=True)
class Feature:
    commands: Mapping[str, Route] = field(default_factory=dict)  # `/name …`, and `/somewhere name …`
    subcommands: Mapping[str, Route] = field(default_factory=dict)  # `/somewhere name …` alone
    shortcuts: Mapping[str, Route] = field(default_factory=dict)  # entries in the menu of a message
    typing: Mapping[str, Route] = field(default_factory=dict)  # after a command, or into the `Search` that does this
    presses: Mapping[str, Route] = field(default_factory=dict)
    forms: Mapping[str, Route] = field(default_factory=dict)
    files: Mapping[str, FileKind] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)  # what is shown in places
    threads: Mapping[str, ThreadRules] = field(default_factory=dict)  # by the card under which they are
    notices: Mapping[str, NoticeKind] = field(default_factory=dict)
    actions: Mapping[str, ActionKind] = field(default_factory=dict)
    due: Mapping[str, Due] = field(default_factory=dict)
    home: Mapping[str, Section] = field(default_factory=dict)  # what the home card says waits for somebody
    starts: tuple[Start, ...] = ()  # what the home card offers to begin
    path: tuple[Path, ...] = ()  # what its first line may be
    reached: tuple[Reached, ...] = ()
    watches: Mapping[str, Watch] = field(default_factory=dict)  # what seats are nudged about
    signs: tuple[Sign, ...] = ()
    weekly: tuple[Weekly, ...] = ()
    merges: tuple[Merge, ...] = ()  # two members turned out to be one person
    separations: tuple[Separate, ...] = ()  # an account is another member's again
    follows: Mapping[str, Follows] = field(default_factory=dict)  # cards that stay with an account that changes hands
    references: Mapping[str, Refer] = field(default_factory=dict)  # by kind: what others may bring along
    retellings: Mapping[str, Retell] = field(default_factory=dict)  # by kind: what one's building can be told of
    brought: Mapping[str, Follow] = field(default_factory=dict)  # by kind: who hears what became of it at a meeting
    withdrawals: tuple[Withdraw, ...] = ()  # the words of what may have been brought along are deleted
    seat_changes: tuple[SeatChanged, ...] = ()  # a seat changed hands
    committees_closed: tuple[CommitteeClosed, ...] = ()  # no seats sit on one any more
    place_changes: tuple[PlaceChanged, ...] = ()  # a place is for others
    carries: tuple[Decides, ...] = ()  # puts what a group is to decide to its place, or stops that
    decided: Mapping[str, Decides] = field(default_factory=dict)  # by its source: what came of that
    maintenance: tuple[Chore, ...] = ()
    scrubbing: tuple[Scrubbing, ...] = ()


def merge(*features: Feature) -> Feature:
    """All that they hand over. Raises ValueError where two give the same name."""
    parts = {one.name: [getattr(feature, one.name) for feature in features] for one in fields(Feature)}
    return Feature(**{name: _together(name, theirs) for name, theirs in parts.items()})


def _together(what: str, parts: Sequence[Any]) -> Any:
    if all(isinstance(part, tuple) for part in parts):
        return tuple(one for part in parts for one in part)
    together: dict[str, Any] = {}
    for part in parts:
        if twice := together.keys() & part.keys():
            raise ValueError(f"{what}: {', '.join(sorted(twice))} is given twice")
        together |= part
    return together
