"""Places on the platforms, and whom each is meant for."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from sqlalchemy import ColumnElement, Enum, ForeignKey, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import boundary
from bot.people.model import Building, Group, Member, Owner, owned
from bot.storage.tables import Table

CHANGED = "place.changed"  # a name of a due time: features are to hear for whom it is meant now


class PlaceKind(StrEnum):
    CAUCUS = "caucus"  # one group only
    JOINT = "joint"  # the groups it names, two or more
    COMMUNITY = "community"  # everyone in the partnership


class Place(Table):
    """A channel, thread or DM; `address` is a `boundary.Address` as text. Whom it is meant for, `admits` says."""

    __tablename__ = "places"
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    address: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str]
    audience: Mapped[PlaceKind] = mapped_column(Enum(PlaceKind, name="audience"))
    mentions: Mapped[str] = mapped_column(default="", server_default=text("''"))  # a role of the platform; empty: none
    owner: Mapped[Owner] = owned()
    # The Unix time at which the platform was asked who is there, of what is known of that; 0: it never was.
    gathered_at: Mapped[float] = mapped_column(default=0.0, server_default="0")
    is_public: Mapped[bool | None]  # everybody in the workspace can open it; None: the platform never told
    groups: Mapped[list[Group]] = relationship(secondary="place_groups", lazy="selectin")
    buildings: Mapped[list[Building]] = relationship(secondary="place_buildings", lazy="selectin")

    @property
    def group_ids(self) -> frozenset[int]:
        return frozenset(group.id for group in self.groups)

    @property
    def building_ids(self) -> frozenset[int]:
        return frozenset(building.id for building in self.buildings)

    def admits(self, member: Member) -> bool:
        return admits(self, member)


class Meant(Protocol):
    """A place, however it was read."""

    @property
    def district_id(self) -> int: ...

    @property
    def audience(self) -> PlaceKind: ...

    @property
    def group_ids(self) -> frozenset[int]: ...

    @property
    def building_ids(self) -> frozenset[int]: ...


def admits(place: Meant, member: Member) -> bool:
    """Whether what is said there is meant for this member, too: everyone in a community's place, its groups in others;
    where it has buildings, those of them who are in one, or in none at all, as a superintendent is."""
    at_home = not place.building_ids or member.building_id is None or member.building_id in place.building_ids
    among = place.audience is PlaceKind.COMMUNITY or member.group_id in place.group_ids
    return member.on_roster and member.district_id == place.district_id and at_home and among


def admitted(place: Meant) -> ColumnElement[bool]:
    """The same, of members."""
    found = Member.on_roster & (Member.district_id == place.district_id)
    if place.building_ids:
        found &= Member.building_id.is_(None) | Member.building_id.in_(place.building_ids)
    return found if place.audience is PlaceKind.COMMUNITY else found & Member.group_id.in_(place.group_ids)


class PlaceGroup(Table):
    """Which groups a caucus (one) or a joint place (several) is for."""

    __tablename__ = "place_groups"
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)


class PlaceBuilding(Table):
    """Which buildings it is for, if not for all."""

    __tablename__ = "place_buildings"
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    building_id: Mapped[int] = mapped_column(ForeignKey("buildings.id"), primary_key=True)


def find_place(session: Session, address: boundary.Address | None) -> Place | None:
    if address is None:
        return None
    return session.scalars(select(Place).where(Place.address == str(address))).one_or_none()
