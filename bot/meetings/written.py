"""What people write about their meetings: what is to be talked about, and what was noted afterwards."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, false, literal_column, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import timetable
from bot.meetings.model import Meeting, Series, enum
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.storage import context
from bot.storage.tables import Table

ITEM_MOST, NOTE_MOST, PROMISE_MOST = 300, 600, 200  # characters
BROUGHT = "meeting.brought"  # a name of a due time, about a series
ITEMS = 20  # that wait at once


class Outcome(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    ACTION = "action"
    CARRIED = "carried"
    DROPPED = "dropped"


class Item(Table):
    """Something to talk about. Without a meeting it waits for the next one."""

    __tablename__ = "meeting_items"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)  # that talked about it
    text: Mapped[str]
    minutes: Mapped[int | None]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    audience: Mapped[Audience] = mapped_column(AudienceText)
    at: Mapped[datetime]
    outcome: Mapped[Outcome] = mapped_column(enum(Outcome), default=Outcome.OPEN)
    line: Mapped[str] = mapped_column(default="")
    carried: Mapped[int] = mapped_column(default=0)  # times
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))  # that is asked to do it
    consent: Mapped[bool] = mapped_column(default=False, server_default=false())  # settled with others at once
    source: Mapped[str] = mapped_column(default="", server_default=literal_column("''"))  # as in "question:12"
    told: Mapped[bool] = mapped_column(default=False, server_default=false())  # what came of it, to those who raised it
    member: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[people.Seat | None] = relationship(lazy="joined")


class Note(Table):
    """What one seat wrote down after a meeting: what was decided. `told` once it went to its own building."""

    __tablename__ = "meeting_notes"
    __table_args__ = (UniqueConstraint("meeting_id", "seat_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    text: Mapped[str]
    audience: Mapped[Audience] = mapped_column(AudienceText)
    at: Mapped[datetime]
    told: Mapped[bool] = mapped_column(default=False)
    meeting: Mapped[Meeting] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    member: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True)


def notes_of(session: Session, meeting: Meeting) -> list[Note]:
    return list(session.scalars(select(Note).where(Note.meeting_id == meeting.id).order_by(Note.id)))


def items_of(session: Session, series: Series) -> list[Item]:
    """Those that are still to be talked about, what was carried most often first."""
    waits = select(Item).where(Item.series_id == series.id, Item.outcome == Outcome.OPEN)
    return list(session.scalars(waits.order_by(Item.carried.desc(), Item.id)))


def note_brought(session: Session, series_id: int) -> None:
    """Those from whom topics of this series came are to hear what becomes of these."""
    if session.scalar(select(Item.id).where(Item.series_id == series_id, Item.source != "").limit(1)) is not None:
        timetable.forget(session, BROUGHT, series_id)
        timetable.set_due(session, BROUGHT, series_id, context.now(session))
