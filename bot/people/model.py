"""A district and the people in it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    JSON,
    ColumnElement,
    Enum,
    ForeignKey,
    UniqueConstraint,
    and_,
    case,
    false,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.orm import Mapped, MappedColumn, Session, mapped_column, relationship

from bot.storage.context import remembered
from bot.storage.tables import STAYS, Table


class GroupKind(StrEnum):
    ASSOCIATION = "association"
    ADMINISTRATION = "administration"
    BOARD = "board"
    PARENTS = "parents"
    COMMUNITY = "community"
    UNIVERSITY = "university"


class BuildingKind(StrEnum):
    SCHOOL = "school"
    DEPARTMENT = "department"


class CommitteeKind(StrEnum):
    DISTRICT_TEAM = "district team"
    SCHOOL_TEAM = "school team"
    ISSUE = "issue"


class Owner(StrEnum):
    """By whose word something is there: loading the files ends or moves only what is theirs."""

    FILES = "files"
    CHAT = "chat"


def owned() -> MappedColumn[Owner]:
    kept = Enum(Owner, native_enum=False, length=8, values_callable=lambda every: [one.value for one in every])
    return mapped_column(kept, default=Owner.FILES, server_default=Owner.FILES.value)


class District(Table):
    __tablename__ = "districts"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    zone: Mapped[str]  # an IANA name
    language: Mapped[str]
    hours: Mapped[str] = mapped_column(default="7-18", server_default="7-18")  # see bot.people.hours
    days: Mapped[str] = mapped_column(default="weekdays", server_default="weekdays")
    digest: Mapped[str] = mapped_column(default="monday 7", server_default="monday 7")  # see bot.people.weekly
    questions: Mapped[str] = mapped_column(default="daily", server_default="daily")  # see bot.people.hours.ARRIVALS
    student_records: Mapped[list[str] | None] = mapped_column(JSON)  # see bot.people.records; None: as it comes
    capabilities: Mapped[dict[str, list[str]] | None] = mapped_column(JSON)  # by role, see bot.people.seats
    approval_above: Mapped[int] = mapped_column(default=50, server_default="50")  # people told at once by one person
    families_until: Mapped[int] = mapped_column(
        default=20, server_default="20"
    )  # the hour until which they may be told
    open_meeting_hours: Mapped[int] = mapped_column(default=72, server_default="72")  # before, its agenda is public


class Group(Table):
    __tablename__ = "groups"
    __table_args__ = (UniqueConstraint("district_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))
    key: Mapped[str]
    kind: Mapped[GroupKind]
    name: Mapped[str]


class Building(Table):
    __tablename__ = "buildings"
    __table_args__ = (UniqueConstraint("district_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))
    key: Mapped[str]
    kind: Mapped[BuildingKind]
    name: Mapped[str]


class Committee(Table):
    __tablename__ = "committees"
    __table_args__ = (UniqueConstraint("district_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))
    key: Mapped[str]
    kind: Mapped[CommitteeKind]
    name: Mapped[str]
    home_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    approval: Mapped[bool] = mapped_column(default=False, server_default=false())  # of its answers, by a second member
    files: Mapped[bool] = mapped_column(default=True, server_default=true())  # whether they go from home to home
    owner: Mapped[Owner] = owned()


class Member(Table):
    """`on_roster`: the files that were loaded last name them. Nobody else is of a group, nor of a place's or an
    audience's people, though all of them stay here, and who comes back is the same member."""

    __tablename__ = "members"
    __table_args__ = (UniqueConstraint("district_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))
    key: Mapped[str]
    name: Mapped[str]
    language: Mapped[str]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    building_id: Mapped[int | None] = mapped_column(ForeignKey("buildings.id"))
    caretaker: Mapped[bool] = mapped_column(default=False, server_default=false())
    zone: Mapped[str | None]  # where they live, if not by the district's clocks
    on_roster: Mapped[bool] = mapped_column(default=True, server_default=true())
    had_account: Mapped[bool] = mapped_column(default=False, server_default=false())  # when files were loaded
    district: Mapped[District] = relationship(lazy="joined", innerjoin=True)
    group: Mapped[Group] = relationship()

    @hybrid_method
    def is_of(self, group_id: int) -> bool:
        """Whether they are of this group now."""
        return self.on_roster & (self.group_id == group_id)


class Account(Table):
    """A member's account on a platform; `address` is a `boundary.Account` as text."""

    __tablename__ = "accounts"
    address: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True, info=STAYS)


class Connection(Table):
    """A workspace that the bot is in, "slack:T1", and the district that it is tied to; until then nobody there is
    known. `secret` is sealed, and only there where each workspace has one of its own. `hears`: the platform tells what
    people say there, not only what names the bot."""

    __tablename__ = "connections"
    address: Mapped[str] = mapped_column(primary_key=True)
    district_id: Mapped[int | None] = mapped_column(ForeignKey("districts.id"), index=True)
    secret: Mapped[str | None]
    hears: Mapped[bool] = mapped_column(default=True, server_default=true())
    bot: Mapped[str] = mapped_column(default="", server_default=text("''"))  # as whom it is there; empty: not known
    district: Mapped[District | None] = relationship(lazy="joined")


class Role(StrEnum):
    BUILDING_REP = "building rep"
    PRINCIPAL = "principal"
    PTA_LIAISON = "pta liaison"
    ASSOCIATION_PRESIDENT = "association president"
    SUPERINTENDENT = "superintendent"
    BOARD_LIAISON = "board liaison"
    COMMUNITY_LIAISON = "community liaison"
    CHAIR = "chair"
    MEMBER = "member"


class Seat(Table):
    """A role that outlives its holder. Its body is a building, a committee or else its group."""

    __tablename__ = "seats"
    __table_args__ = (UniqueConstraint("district_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))
    key: Mapped[str]
    role: Mapped[Role]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    building_id: Mapped[int | None] = mapped_column(ForeignKey("buildings.id"))
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"))
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True, info=STAYS)  # None: vacant
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True, info=STAYS)  # of the same group
    away_until: Mapped[datetime | None]  # its holder lets the deputy act; None: they act themselves
    term_until: Mapped[date | None]  # the last day; the holder acts on until somebody follows
    told_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # who acted when features were last told
    above_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))  # told of what waits too long with this one
    owner: Mapped[Owner] = owned()
    district: Mapped[District] = relationship(lazy="joined")
    group: Mapped[Group] = relationship(lazy="joined")
    building: Mapped[Building | None] = relationship(lazy="joined")
    committee: Mapped[Committee | None] = relationship(lazy="joined", foreign_keys=[committee_id])
    holder: Mapped[Member | None] = relationship(foreign_keys=[holder_id])
    deputy: Mapped[Member | None] = relationship(foreign_keys=[deputy_id])
    above: Mapped[Seat | None] = relationship(remote_side=lambda: Seat.id)

    @property
    def body(self) -> str:
        """The name of the building, committee or group that it is a seat of."""
        return (self.building or self.committee or self.group).name

    @hybrid_property
    def acting_id(self) -> int | None:
        """Who acts for it now: its holder; its deputy while it is vacant or the holder is away."""
        if self.deputy_id is not None and (self.holder_id is None or self.away_until is not None):
            return self.deputy_id
        return self.holder_id

    @acting_id.inplace.expression
    @classmethod
    def _acting_id(cls) -> ColumnElement[int | None]:
        steps_in = cls.deputy_id.is_not(None) & (cls.holder_id.is_(None) | cls.away_until.is_not(None))
        return case((steps_in, cls.deputy_id), else_=cls.holder_id)

    @property
    def acting(self) -> Member | None:
        return self.holder if self.acting_id == self.holder_id else self.deputy


def caretakers(session: Session, district_id: int) -> list[Member]:
    mine = (Member.district_id == district_id, Member.caretaker)
    return list(session.scalars(select(Member).where(*mine).order_by(Member.name)))


@remembered
def seats_of(session: Session, member: Member) -> tuple[Seat, ...]:
    """Those for which this member acts now."""
    return tuple(session.scalars(select(Seat).where(acted_for_by(member)).order_by(Seat.id)))


def acted_for_by(member: Member) -> ColumnElement[bool]:
    """Of seats."""
    named = or_(Seat.holder_id == member.id, Seat.deputy_id == member.id)  # by which an index finds them
    return and_(named, Seat.acting_id == member.id)


def rep_of(session: Session, member: Member) -> Seat | None:
    """The seat that speaks for this member's group in their building, if somebody acts for it. That of a committee
    speaks for the committee."""
    theirs = (Seat.building_id == member.building_id, Seat.group_id == member.group_id, Seat.committee_id.is_(None))
    return session.scalars(select(Seat).where(*theirs, Seat.acting_id.is_not(None)).order_by(Seat.id)).first()
