"""Who takes part: who was asked to, whose turn it is to lead and to take notes, and who says that they come."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, and_, false, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.meetings.model import Meeting, Series, enum, seated
from bot.people import model as people
from bot.storage.tables import Table


class Invitation(Table):
    """A seat was asked to take part, as one of its chairs perhaps. It is gone once the answer is yes."""

    __tablename__ = "meeting_invitations"
    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True, index=True)
    chair: Mapped[bool]
    declined: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)


class Role(StrEnum):
    LEADS = "leads"
    NOTES = "notes"


class Turn(Table):
    """A seat leads a meeting or takes its notes, or had that part and handed it on."""

    __tablename__ = "meeting_turns"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    role: Mapped[Role] = mapped_column(enum(Role), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True)
    passed: Mapped[bool] = mapped_column(default=False, server_default=false())
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    meeting: Mapped[Meeting] = relationship(lazy="joined", innerjoin=True)


class Coming(StrEnum):
    YES = "yes"
    NO = "no"
    DEPUTY = "deputy"


class Reply(Table):
    """Whether a seat will be there, as it said last."""

    __tablename__ = "meeting_replies"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True)
    coming: Mapped[Coming] = mapped_column(enum(Coming))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))  # who said so
    at: Mapped[datetime]


class Nudge(Table):
    """A member asked for a message of their own a quarter of an hour before."""

    __tablename__ = "meeting_nudges"
    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)


def invitations(session: Session, series: Series) -> list[Invitation]:
    """Those that nobody has said yes to."""
    found = select(Invitation).where(Invitation.series_id == series.id)
    return list(session.scalars(found.order_by(Invitation.seat_id)))


def turns(session: Session, meeting: Meeting) -> dict[Role, people.Seat]:
    """Who leads and who takes notes, as it is now. Who has left it has no part any more."""
    has, here = select(Turn).where(Turn.meeting_id == meeting.id, ~Turn.passed), seated(session, meeting.series)
    return {one.role: one.seat for one in session.scalars(has.order_by(Turn.role)) if one.seat in here}


def replies(session: Session, meeting: Meeting) -> dict[int, Coming]:
    """By the number of the seat, as far as those said so who act for them now, or sent a deputy of theirs."""
    said = select(Reply).join(people.Seat, people.Seat.id == Reply.seat_id).where(Reply.meeting_id == meeting.id)
    sends = and_(Reply.coming == Coming.DEPUTY, Reply.member_id == people.Seat.holder_id)
    theirs = said.where(or_(Reply.member_id == people.Seat.acting_id, sends))
    return {one.seat_id: one.coming for one in session.scalars(theirs)}
