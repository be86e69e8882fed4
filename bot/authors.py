"""How what becomes of something reaches its author, and until when: a notice where it carries their name, a letter over
the way back where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from random import SystemRandom
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot import notices, return_paths, timetable
from bot.delivery import outbox
from bot.people import model as people
from bot.people import school_days
from bot.people.hours import day_of
from bot.return_paths import Thing

KEPT = timedelta(days=14)  # in which the bot can reach an author after they were told
LONGEST = timedelta(days=120)  # the same, where nobody tells them
NIGHT = time(3)  # where the district is
T = TypeVar("T")
UNTIL = 10  # school days in which somebody who gave their name can be told


class Written(Protocol):
    """Of no author: it carries no name."""

    @property
    def id(self) -> int: ...

    @property
    def author_id(self) -> int | None: ...

    @property
    def thing(self) -> Thing: ...

    @property
    def district(self) -> people.District: ...


def tell_once(session: Session, written: Written, card: str, notice: str, now: datetime) -> None:
    """A card to somebody who gave no name, a notice to others; where the letter is there, what it says has changed."""
    letters = change(session, written, card)
    if written.author_id is not None:
        until = school_days.due(session, written.district, now, UNTIL)
        notices.tell(session, written.author_id, notice, written.id, now, until)
    elif not letters:
        return_paths.tell(session, written.thing, card, written.id)


def change(session: Session, written: Written, card: str) -> int:
    """What the letters that show this say has changed. Returns how many there are."""
    letters = return_paths.letters(session, written.thing, card, written.id)
    for letter in letters:
        outbox.change(session, return_paths.LETTER, letter)
    return len(letters)


def in_no_order(some: Sequence[T]) -> list[T]:
    """For several to be told at once. Letters that lie in the outbox in the order of what they are about would tell
    somebody with a copy of it whose each of these is, without any key."""
    return SystemRandom().sample(some, len(some))


# The end of the way back: `forget` is the name of a due time at which it is destroyed ------------------------------


def end_some_day(session: Session, forget: str, written: Written, now: datetime) -> None:
    """Whatever else happens."""
    zone = written.district.zone
    timetable.set_due(session, forget, written.id, night_after(day_of(now, zone) + LONGEST, zone))


def end_soon(session: Session, forget: str, written: Written, now: datetime) -> None:
    """The way back is kept for KEPT from now on, or for as long as it would be anyway, if that is less."""
    zone = written.district.zone
    end = night_after(day_of(now, zone) + KEPT, zone)
    if timetable.is_due_after(session, forget, written.id, end):
        timetable.forget(session, forget, written.id)
        timetable.set_due(session, forget, written.id, end)


def end_tonight(session: Session, forget: str, written: Written, now: datetime) -> None:
    timetable.forget(session, forget, written.id)
    if written.author_id is None:
        timetable.set_due(session, forget, written.id, night_after(now, written.district.zone))


def night_after(moment: datetime, zone: str) -> datetime:
    day = moment.astimezone(ZoneInfo(zone)).date() + timedelta(1)
    return datetime.combine(day, NIGHT, ZoneInfo(zone)).astimezone(UTC)
