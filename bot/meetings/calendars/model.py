"""A school's calendar that came as a file: what was found in it, what of that are days without school, and what changed
when it was taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.meetings.model import enum
from bot.payloads import mark
from bot.people import model as people
from bot.people import school_days
from bot.people.calendar_files import Found
from bot.people.model import Owner
from bot.people.school_days import NoSchool
from bot.storage.database import locked
from bot.storage.tables import Table


class Stage(StrEnum):
    READING = "reading"
    UNREADABLE = "unreadable"
    READ = "read"  # and nothing is changed
    APPLIED = "applied"
    UNDONE = "undone"
    DROPPED = "dropped"


class CalendarUpload(Table):
    """`titles` are those in the file, each with its days; `chosen` are those that stand for days without school. Days
    are written as in 2026-11-26. Without a member somebody brought it at the command line."""

    __tablename__ = "calendar_uploads"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    name: Mapped[str]
    stage: Mapped[Stage] = mapped_column(enum(Stage))
    at: Mapped[datetime]
    why: Mapped[str] = mapped_column(default="")  # it cannot be read: a name in content/
    titles: Mapped[list[list[str]]] = mapped_column(JSON, default=list)  # each with its days after it
    chosen: Mapped[list[str]] = mapped_column(JSON, default=list)
    first: Mapped[date | None]
    last: Mapped[date | None]
    unread: Mapped[int] = mapped_column(default=0)  # entries
    line: Mapped[int] = mapped_column(default=0)  # of the first of these
    added: Mapped[list[str]] = mapped_column(JSON, default=list)
    removed: Mapped[list[str]] = mapped_column(JSON, default=list)
    district: Mapped[people.District] = relationship(lazy="joined", innerjoin=True)

    @property
    def titled(self) -> dict[date, str]:
        """Days without school, each with the first title that it has."""
        found: dict[date, str] = {}
        for title, *days in self.titles:
            for day in days if title in self.chosen else ():
                found.setdefault(date.fromisoformat(day), title)
        return found


@dataclass(frozen=True)
class Difference:
    """What the district's days without school would be beside those they are."""

    new: tuple[date, ...]
    gone: tuple[date, ...]

    @property
    def seen(self) -> str:
        """A mark by which a button knows what its reader saw."""
        return mark((self.new, self.gone))


def note(upload: CalendarUpload, found: Found) -> None:
    upload.stage = Stage.READ
    upload.titles = [[one.title, *(day.isoformat() for day in one.days)] for one in found.titles]
    upload.chosen = [one.title for one in found.titles if one.off]
    upload.first, upload.last, upload.unread, upload.line = found.first, found.last, found.unread, found.line


def forget(upload: CalendarUpload) -> None:
    """What was in its file, and the file's name, as it changes nothing any more."""
    upload.name, upload.titles, upload.chosen, upload.added, upload.removed = "", [], [], [], []
    upload.first, upload.last, upload.line = None, None, 0


def difference(session: Session, upload: CalendarUpload, today: date) -> Difference:
    """Of what an earlier calendar brought, what is in the days of this one and not named by it is gone; what the
    district's files list, or somebody said in chat, stays."""
    rows = {date.fromisoformat(row.day): row for row in _rows(session, upload)}
    named = {day for day in upload.titled if day >= today and day.weekday() < school_days.SATURDAY}
    brought = {day for day, row in rows.items() if row.calendar and row.owner is Owner.CHAT}
    covered = {day for day in brought if upload.first and upload.last and upload.first <= day <= upload.last}
    return Difference(tuple(sorted(named - rows.keys())), tuple(sorted(day for day in covered - named if day >= today)))


def apply(session: Session, upload: CalendarUpload, changes: Difference) -> None:
    _add(session, upload, changes.new)
    _remove(session, upload, changes.gone)
    upload.added, upload.removed = ([day.isoformat() for day in days] for days in (changes.new, changes.gone))
    upload.stage = Stage.APPLIED
    session.flush()


def undo(session: Session, upload: CalendarUpload) -> None:
    _remove(session, upload, map(date.fromisoformat, upload.added))
    there = {row.day for row in _rows(session, upload)}
    _add(session, upload, (date.fromisoformat(day) for day in upload.removed if day not in there))
    upload.stage = Stage.UNDONE
    forget(upload)
    session.flush()


def _rows(session: Session, upload: CalendarUpload) -> list[NoSchool]:
    return list(session.scalars(select(NoSchool).where(NoSchool.district_id == upload.district_id)))


def _add(session: Session, upload: CalendarUpload, days: Iterable[date]) -> None:
    session.add_all(
        NoSchool(district_id=upload.district_id, day=day.isoformat(), owner=Owner.CHAT, calendar=True) for day in days
    )
    session.flush()


def _remove(session: Session, upload: CalendarUpload, days: Iterable[date]) -> None:
    """What the files list by now stays."""
    for day in days:
        row = session.get(NoSchool, (upload.district_id, day.isoformat()))
        if row is not None and row.calendar and row.owner is Owner.CHAT:
            session.delete(row)
    session.flush()


def last_applied(session: Session, district_id: int) -> CalendarUpload | None:
    theirs = (CalendarUpload.district_id == district_id, CalendarUpload.stage == Stage.APPLIED)
    return session.scalars(select(CalendarUpload).where(*theirs).order_by(CalendarUpload.id.desc()).limit(1)).first()


def to_change(session: Session, id: int) -> CalendarUpload | None:
    """Nobody else changes the days of its district meanwhile."""
    found = session.get(CalendarUpload, id)
    if found is None or locked(session, people.District, found.district_id) is None:
        return None
    session.refresh(found)
    return found
