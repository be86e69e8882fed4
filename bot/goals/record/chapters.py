"""What a goal's record is made of: chapters, each contributed by what it is about, and a timeline of what happened in
all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.boundary import Part, Text
from bot.goals.model import Goal
from bot.people import model as people
from bot.texts import Words

ITEM = "• "  # before each line of a list
TOGETHER = 15  # lines in one part


@dataclass(frozen=True)
class Reader:
    """Who reads which goal's record, in which language. A chapter says no more than this member may read."""

    session: Session
    goal: Goal
    member: people.Member
    words: Words

    def day(self, moment: datetime) -> date:
        return moment.astimezone(ZoneInfo(self.goal.district.zone)).date()


@dataclass(frozen=True)
class Event:
    day: date
    line: str


@dataclass(frozen=True)
class Chapter:
    """Without parts it only adds to the timeline."""

    title: str
    parts: tuple[Part, ...]
    events: tuple[Event, ...] = ()


Contribute = Callable[[Reader], Chapter]


def listed(lines: Iterable[str]) -> Iterator[Part]:
    """In parts that fit on a page."""
    every = [f"{ITEM}{line}" for line in lines]
    for begin in range(0, len(every), TOGETHER):
        yield Text("\n".join(every[begin : begin + TOGETHER]))
