"""A district and the people in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sqlalchemy import JSON, ForeignKey, UniqueConstraint, bindparam, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import boundary
from bot.storage.tables import Table


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


class Audience(StrEnum):
    CAUCUS = "caucus"  # one group only
    JOINT = "joint"  # the groups it names, two or more
    COMMUNITY = "community"  # everyone in the partnership


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


class Member(Table):
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
    district: Mapped[District] = relationship(lazy="joined", innerjoin=True)
    group: Mapped[Group] = relationship()


class Account(Table):
    """A member's account on a platform; `address` is a `boundary.Account` as text."""

    __tablename__ = "accounts"
    address: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)


class Connection(Table):
    """A workspace that the bot is in, "slack:T1", and the district that it is tied to; until then nobody there is
    known. `secret` is sealed, and only there where each workspace has one of its own."""

    __tablename__ = "connections"
    address: Mapped[str] = mapped_column(primary_key=True)
    district_id: Mapped[int | None] = mapped_column(ForeignKey("districts.id"), index=True)
    secret: Mapped[str | None]
    district: Mapped[District | None] = relationship(lazy="joined")


class CommitteeHome(Table):
    """Where else a committee is at home, beside its first."""

    __tablename__ = "committee_homes"
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)


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
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)  # None: vacant
    above_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))  # told of what waits too long with this one
    district: Mapped[District] = relationship(lazy="joined")
    group: Mapped[Group] = relationship(lazy="joined")
    building: Mapped[Building | None] = relationship(lazy="joined")
    committee: Mapped[Committee | None] = relationship(lazy="joined", foreign_keys=[committee_id])
    holder: Mapped[Member | None] = relationship()
    above: Mapped[Seat | None] = relationship(remote_side=lambda: Seat.id)

    @property
    def body(self) -> str:
        """The name of the building, committee or group that it is a seat of."""
        return (self.building or self.committee or self.group).name


class CommitteeSeat(Table):
    """Which seats make up a committee."""

    __tablename__ = "committee_seats"
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True)


class Place(Table):
    """A channel, thread or DM; `address` is a `boundary.Address` as text. The community's places admit everyone."""

    __tablename__ = "places"
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    address: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str]
    audience: Mapped[Audience]
    groups: Mapped[list[Group]] = relationship(secondary="place_groups", lazy="selectin")

    @property
    def group_ids(self) -> frozenset[int]:
        return frozenset(group.id for group in self.groups)

    def admits(self, member: Member) -> bool:
        """Whether what is said there is meant for this member, too."""
        return admits(self, member)


class Meant(Protocol):
    """A place, however it was read."""

    @property
    def district_id(self) -> int: ...

    @property
    def audience(self) -> Audience: ...

    @property
    def group_ids(self) -> frozenset[int]: ...


def admits(place: Meant, member: Member) -> bool:
    if member.district_id != place.district_id:
        return False
    return place.audience is Audience.COMMUNITY or member.group_id in place.group_ids


class PlaceGroup(Table):
    """Which groups a caucus (one) or a joint place (several) is for."""

    __tablename__ = "place_groups"
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)


class Presence(Table):
    """Who is in a place now, where the platform tells; `account` may be nobody on the roster."""

    __tablename__ = "presences"
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)


@dataclass(frozen=True)
class Reach:
    """How many people see what is said somewhere; `unknown` are in the places but not on the roster."""

    people: int
    administrators: int
    unknown: int


def find_member(session: Session, act: boundary.Act) -> Member | None:
    """Who did it, if the workspace through which it came is tied to their district. Where the platform does not say
    the workspace (a DM), only a user id that one member has counts. Nobody links or unlinks the account meanwhile."""
    # Whoever had to wait for a link that was being made finds a row that no longer fits; the second look is right.
    return _look_for_member(session, act) or _look_for_member(session, act)


def _look_for_member(session: Session, act: boundary.Act) -> Member | None:
    actor = act.actor
    if act.workspace:
        tied = f"{actor.platform}:{act.workspace}"
        return session.scalars(_MEMBER, {"account": str(actor), "connection": tied}).one_or_none()
    there = Connection.address.startswith(f"{actor.platform}:", autoescape=True)
    theirs = Account.address == Connection.address + f"/{actor.user}"
    found = set(session.scalars(_MEMBERS.where(there, theirs)))  # one may be in several workspaces
    return found.pop() if len(found) == 1 else None


def caretakers(session: Session, district_id: int) -> list[Member]:
    mine = (Member.district_id == district_id, Member.caretaker)
    return list(session.scalars(select(Member).where(*mine).order_by(Member.name)))


def find_place(session: Session, address: boundary.Address | None) -> Place | None:
    if address is None:
        return None
    return session.scalars(select(Place).where(Place.address == str(address))).one_or_none()


def places_for(session: Session, member: Member) -> list[Place]:
    """Where this member belongs, by name, in the district's workspaces: what is meant for them, but not where they
    could be and are known not to be."""
    tied = Place.address.startswith(Connection.address + "/") & (Connection.district_id == member.district_id)
    mine = select(Place).join(Connection, tied).where(Place.district_id == member.district_id)
    places = session.scalars(mine.order_by(Place.name))
    absent = _known_absent(session, member)
    return [place for place in places if place.admits(member) and place.id not in absent]


def _known_absent(session: Session, member: Member) -> set[int]:
    """Places of their own workspaces whose people are known, without them."""
    own = session.scalars(select(Account.address).where(Account.member_id == member.id)).all()
    workspaces = {account.rpartition("/")[0] for account in own}
    known = session.execute(
        select(Place.id, Place.address).join(Presence).where(Place.district_id == member.district_id).distinct()
    )
    present = set(session.scalars(select(Presence.place_id).where(Presence.account.in_(own))))
    return {place for place, address in known if address.partition("/")[0] in workspaces} - present


def is_told(session: Session, member: Member, place: Place) -> bool:
    """Whether what is said there reaches this member: who is meant and, where the platform tells who is there, is."""
    here = select(Presence.account).where(Presence.place_id == place.id).limit(1)
    theirs = Presence.account.in_(select(Account.address).where(Account.member_id == member.id))
    known = session.scalar(here) is not None
    return place.admits(member) and (not known or session.scalar(here.where(theirs)) is not None)


def seats_of(session: Session, member: Member) -> list[Seat]:
    return list(session.scalars(select(Seat).where(Seat.holder_id == member.id).order_by(Seat.id)))


def rep_of(session: Session, member: Member) -> Seat | None:
    """The seat that speaks for this member's group in their building, if somebody holds it. That of a committee speaks
    for the committee."""
    theirs = (Seat.building_id == member.building_id, Seat.group_id == member.group_id, Seat.committee_id.is_(None))
    return session.scalars(select(Seat).where(*theirs, Seat.holder_id.is_not(None)).order_by(Seat.id)).first()


def reach(session: Session, places: Iterable[Place]) -> Reach:
    """Counts each member once, however many of the places they are in."""
    accounts = {account for place in places for account in _accounts_in(session, place)}
    members = session.execute(
        select(Account.address, Member.id, Group.kind)
        .join(Member, Account.member_id == Member.id)
        .join(Group, Member.group_id == Group.id)
        .where(Account.address.in_(accounts))
    ).all()
    kinds = {member: kind for _, member, kind in members}
    administrators = sum(kind is GroupKind.ADMINISTRATION for kind in kinds.values())
    return Reach(len(kinds), administrators, len(accounts) - len(members))


def _accounts_in(session: Session, place: Place) -> list[str]:
    """Who is there, as the platform told; if it never did, those on the roster whom the place is meant for."""
    present = session.scalars(select(Presence.account).where(Presence.place_id == place.id)).all()
    if present:
        return list(present)
    workspace = boundary.Address.parse(place.address)
    here = Account.address.startswith(f"{workspace.platform}:{workspace.workspace}/", autoescape=True)
    meant = select(Account.address, Member).join(Member, Account.member_id == Member.id).where(here)
    return [account for account, member in session.execute(meant) if place.admits(member)]


# Made once: making a statement takes longer than running it, and everybody who does something is looked up.
_MEMBERS = (
    select(Member)
    .join(Account, Account.member_id == Member.id)
    .join(Connection, Connection.district_id == Member.district_id)
    .with_for_update(of=Account, read=True, key_share=True)
)
_MEMBER = _MEMBERS.where(Account.address == bindparam("account"), Connection.address == bindparam("connection"))
