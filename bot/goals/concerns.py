"""Concerns: what gets in people's way, who is asked for it, and who reads it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, false, or_, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship

from bot import return_paths
from bot.goals.model import Goal
from bot.people import audiences
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.return_paths import Thing
from bot.storage.tables import Table

KIND = "concern"  # of the things to which ways back belong
WRITE = "concern.write"  # a form, and its draft
# Cards: what a group is asked; what its people are told once there is a goal, of what was taken off the list, who
# decides, what came from there, and how the goal ended.
CALL, SAID, HIDDEN, DECIDED = "concern.call", "concern.said", "concern.hidden", "concern.decided"
ANSWERED, OVER = "concern.answered", "concern.over"
TEXT_MOST = 280  # characters of a concern
AT_MOST = 10  # concerns without a name that one person has on the list
STEP = 5  # in which people are counted where their employer sees it


class Call(Table):
    """A seat asked its own group in its building what gets in the way."""

    __tablename__ = "concern_calls"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer one
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime]
    reminded: Mapped[bool] = mapped_column(default=False, server_default=false())
    closed_at: Mapped[datetime | None]
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last of its people who was, until all are
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)


class Concern(Table):
    __tablename__ = "concerns"
    __table_args__ = (
        Index("ix_concerns_group", "group_id", "building_id"),
        Index("ix_concerns_newest", "group_id", "id"),  # a page of them, however many there are
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    building_id: Mapped[int | None] = mapped_column(ForeignKey("buildings.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)  # None: it carries no name
    audience: Mapped[Audience] = mapped_column(AudienceText)  # who reads its words
    shareable: Mapped[bool]  # in its words and without a name, to everybody who is asked about a goal made of it
    written_at: Mapped[datetime]  # of one without a name only the day, as of all its times
    handed_on_at: Mapped[datetime | None]  # somebody must report it, and says so
    handed_on_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())  # its words are gone then
    hidden: Mapped[str] = mapped_column(default="")  # why its own group took it off the list
    hidden_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goals.id"), index=True)  # that was made of it
    told_id: Mapped[int | None] = mapped_column(ForeignKey("goals.id"), index=True)  # with which its author was told
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)
    building: Mapped[people.Building | None] = relationship(lazy="joined")
    author: Mapped[people.Member | None] = relationship()
    handed_on_by: Mapped[people.Seat | None] = relationship(foreign_keys=[handed_on_by_id])
    hidden_by: Mapped[people.Seat | None] = relationship(foreign_keys=[hidden_by_id])
    goal: Mapped[Goal | None] = relationship(foreign_keys=[goal_id])
    told: Mapped[Goal | None] = relationship(foreign_keys=[told_id])

    @property
    def district(self) -> people.District:
        session = object_session(self)
        assert session is not None
        return session.get_one(people.District, self.group.district_id)

    @property
    def zone(self) -> str:
        """Where the days of its times are counted."""
        return self.district.zone

    @property
    def thing(self) -> Thing:
        """To what the way back to an unnamed author belongs."""
        return Thing(KIND, self.id)

    @hybrid_property
    def is_shown(self) -> bool:
        """To anybody but its author."""
        return not self.taken_back and not self.hidden

    @is_shown.inplace.expression
    @classmethod
    def _is_shown(cls) -> ColumnElement[bool]:
        return ~cls.taken_back & (cls.hidden == "")

    def is_written_by(self, member: people.Member) -> bool:
        if self.author_id is not None:
            return self.author_id == member.id
        session = object_session(self)
        return session is not None and return_paths.leads_to(session, self.thing, member.id)

    def become(self, goal: Goal) -> None:
        """The goal is made of it. Its words are for the goal's readers, too, if its author said that they may be."""
        self.goal_id = goal.id
        if self.shareable:
            self.audience |= goal.audience.without_members

    def is_for(self, member: people.Member) -> bool:
        """Whether they may read its words."""
        session = object_session(self)
        return session is not None and self.is_shown and self.audience.admits(session, member)


class Reading(Table):
    """How far the people of a seat have read: the highest number of a concern that they were shown."""

    __tablename__ = "concern_readings"
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True)
    concern: Mapped[int]


def in_steps(count: int) -> int:
    return count // STEP * STEP


# Which concerns ----------------------------------------------------------------------------------------------------


def readable(session: Session, member: people.Member) -> Select[Concern]:
    """Those of their own group whose words they may read, the oldest first."""
    theirs = audiences.read_by(session, member, Concern.__table__.c.audience)
    own = Concern.group_id == member.group_id
    return select(Concern).where(own, theirs, Concern.is_shown).order_by(Concern.id)


def shown_to(session: Session, member: people.Member, some: Iterable[Concern]) -> list[Concern]:
    """Those of a page whose words they may read: each audience is looked at once, which most of a page share."""
    here = [one for one in some if one.is_shown]
    admitted = {one for one in {one.audience for one in here} if one.admits(session, member)}
    return [one for one in here if one.audience in admitted]


def spoken(seat: people.Seat) -> Select[Concern]:
    """By the seat's own group, in its building if it has one, and not yet told what came of it."""
    theirs = [Concern.group_id == seat.group_id, Concern.is_shown, Concern.told_id.is_(None)]
    if seat.building_id is not None:
        theirs.append(Concern.building_id == seat.building_id)
    return select(Concern).where(*theirs).order_by(Concern.id)


def written_unnamed(session: Session, member: people.Member) -> list[int]:
    """Numbers of the concerns that they wrote without a name, while there is a way back."""
    return [one.id for one in return_paths.written_by(session, member.district_id, member.id, KIND)]


def has_written(session: Session, member: people.Member) -> bool:
    """Something that nobody has told them of yet. Of what has no name, while there is a way back."""
    mine = or_(Concern.author_id == member.id, Concern.id.in_(written_unnamed(session, member)))
    return (
        session.scalar(select(Concern.id).where(mine, ~Concern.taken_back, Concern.told_id.is_(None)).limit(1))
        is not None
    )


def made_of(session: Session, goal: Goal) -> Concern | None:
    """The concern with which it began, if it was a single one."""
    if goal.line:
        return None
    return session.scalars(select(Concern).where(Concern.goal_id == goal.id).order_by(Concern.id).limit(1)).first()
