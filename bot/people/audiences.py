"""Who may read what somebody wrote. An audience is a union of clauses, each of which says who belongs to it by the
roster and the seats as they are now: so it narrows by itself when somebody leaves. It widens only by an act of somebody
entitled to it who was shown the readers first (`Audience.widened`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, reduce
from hashlib import sha256
from operator import and_, or_
from typing import Any, Self

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Select,
    String,
    TypeDecorator,
    bindparam,
    false,
    literal,
    select,
    type_coerce,
)
from sqlalchemy import or_ as any_of
from sqlalchemy.orm import Session

from bot.people import committees, model
from bot.people.committees import SITS, CommitteeSeat
from bot.people.model import Group, GroupKind, Member, Seat
from bot.people.places import Meant, PlaceKind


class Kind(StrEnum):
    DISTRICT = "district"  # all its members
    GROUP = "group"
    COMMITTEE = "committee"  # those who act for one of its seats
    SEAT = "seat"  # the one who acts for it
    MEMBER = "member"  # let in alone, while they are of the group


@dataclass(frozen=True)
class Clause:
    """Those of the district or group who are in the building or in none, as a superintendent is; the committee, or of
    its seats those of a group; the seat; the member, while of a group. As text "group:3", "group:3@12", "committee:4",
    "committee:4/3", "member:7/3"."""

    kind: Kind
    id: int
    building: int | None = None
    group: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError."""
        kind, _, rest = text.partition(":")
        rest, _, group = rest.partition("/")
        id, _, building = rest.partition("@")
        return cls(Kind(kind), int(id), int(building) if building else None, int(group) if group else None)

    def __str__(self) -> str:
        building = "" if self.building is None else f"@{self.building}"
        return f"{self.kind}:{self.id}{building}" + ("" if self.group is None else f"/{self.group}")

    @property
    def rank(self) -> tuple[str, int, int, int]:
        """Among others: an audience's text is always the same."""
        return self.kind, self.id, self.building or 0, self.group or 0

    def members(self) -> ColumnElement[bool]:
        """What is true of those who belong to it, who are on the roster all of them."""
        match self.kind:
            case Kind.DISTRICT:
                found = Member.district_id == self.id
            case Kind.GROUP:
                found = Member.group_id == self.id
            case Kind.COMMITTEE:
                sits = select(Seat.acting_id).join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id == self.id)
                found = Member.id.in_(sits if self.group is None else sits.where(Seat.group_id == self.group))
            case Kind.SEAT:
                found = Member.id.in_(select(Seat.acting_id).where(Seat.id == self.id))
            case Kind.MEMBER:
                found = and_(Member.id == self.id, Member.group_id == self.group)
        found = Member.on_roster & found
        if self.building is None:
            return found
        return found & any_of(Member.building_id.is_(None), Member.building_id == self.building)

    def contains(self, other: Clause) -> bool:
        """Whether everybody of the other belongs to this one whatever the roster says, as far as the two alone tell."""
        same = (self.kind, self.id) == (other.kind, other.id)
        return same and self.building in (None, other.building) and self.group in (None, other.group)


@dataclass(frozen=True)
class Audience:
    """Of no clause: nobody. As text its clauses in order, with commas."""

    clauses: frozenset[Clause] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError."""
        return cls(frozenset(map(Clause.parse, filter(None, text.split(",")))))

    def __str__(self) -> str:
        return ",".join(map(str, self._in_order()))

    def __or__(self, other: Audience) -> Audience:
        return Audience(self.clauses | other.clauses)

    @property
    def seen(self) -> str:
        """By which a press says that its person was shown just these readers."""
        return sha256(str(self).encode()).hexdigest()[:12]

    def named(self, session: Session) -> str:
        """The same of a preview that names those who act for its seats."""
        seats = [clause.id for clause in self._in_order() if clause.kind is Kind.SEAT]
        acting = session.execute(select(Seat.id, Seat.acting_id).where(Seat.id.in_(seats)).order_by(Seat.id)).all()
        return " ".join([self.seen, *(str(who) for _, who in acting)])

    def members(self) -> ColumnElement[bool]:
        """What is true of its readers, for a statement about members."""
        return any_of(false(), *(clause.members() for clause in self._in_order()))

    def _in_order(self) -> list[Clause]:
        return sorted(self.clauses, key=lambda clause: clause.rank)

    def admits(self, session: Session, member: Member) -> bool:
        """Whether this member may read it: the one predicate."""
        return session.connection().scalar(_is_among(self), {"member": member.id}) is not None

    def covers(self, session: Session, other: Audience) -> bool:
        """Whether the other has no readers beyond these, now or later. Of one without clauses, as of a closed place, it
        is not known who reads it."""
        return bool(other.clauses) and all(
            any(own.contains(wider) for own in self.clauses for wider in around(session, clause))
            for clause in other.clauses
        )

    def widened(self, by: Audience, shown: str) -> Audience:
        """With more readers. Raises NotShown where the person who widens it was shown others (`by.seen`)."""
        if by.seen != shown:
            raise NotShown
        return self | by

    def narrowed(self, by: Audience) -> Audience:
        """Without these clauses."""
        return Audience(self.clauses - by.clauses)

    @property
    def seats(self) -> Audience:
        """The seats that it names one by one."""
        return Audience(frozenset(clause for clause in self.clauses if clause.kind is Kind.SEAT))

    @property
    def without_members(self) -> Audience:
        """But for those who were let in alone."""
        return Audience(frozenset(clause for clause in self.clauses if clause.kind is not Kind.MEMBER))

    @property
    def in_whole_groups(self) -> Audience:
        """With all of a group for those of a committee's seats that are its own."""
        seated = {one: one.group for one in self.clauses if one.kind is Kind.COMMITTEE and one.group is not None}
        return Audience(self.clauses - {*seated} | {Clause(Kind.GROUP, group) for group in seated.values()})

    def beyond(self, other: Audience) -> ColumnElement[bool]:
        """What is true of its readers who are not the other's."""
        return self.members() & ~other.members()


@lru_cache(maxsize=256)
def _is_among(readers: Audience) -> Select[int]:
    """Kept, for it is asked of one member after the other, and making a statement takes longer than running it."""
    return select(Member.id).where(Member.id == bindparam("member"), readers.members())


class NotShown(Exception):
    """The readers are not those that were shown."""


class AudienceText(TypeDecorator[Audience]):
    """A column that holds one."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Audience | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Audience | None:
        return None if value is None else Audience.parse(value)


def read_by(session: Session, member: Member, audience: ColumnElement[Audience]) -> ColumnElement[bool]:
    """What is true of rows whose audience, in this column, admits the member: the same as `admits`, for a list of any
    length."""
    if not member.on_roster:
        return false()
    groups = [(Kind.DISTRICT, member.district_id), (Kind.GROUP, member.group_id)]
    there_or_not = [Clause(kind, id) for kind, id in groups]
    whole = [*(Clause(Kind.SEAT, seat.id) for seat in model.seats_of(session, member)), *there_or_not]
    whole += of_member(member).clauses
    sits = (
        select(CommitteeSeat.committee_id, Seat.group_id).join(Seat, SITS).where(model.acted_for_by(member)).distinct()
    )
    for committee, group in session.execute(sits):
        whole += [Clause(Kind.COMMITTEE, committee), Clause(Kind.COMMITTEE, committee, group=group)]
    text = literal(",").concat(type_coerce(audience, String)).concat(",")
    if member.building_id is None:  # in every building's clause
        there = [text.contains(f",{clause}@", autoescape=True) for clause in there_or_not]
    else:
        there = [text.contains(f",{Clause(kind, id, member.building_id)},", autoescape=True) for kind, id in groups]
    return any_of(*(text.contains(f",{clause},", autoescape=True) for clause in whole), *there)


# Of what ---------------------------------------------------------------------------------------------------------


def of_district(district: model.District) -> Audience:
    return Audience(frozenset({Clause(Kind.DISTRICT, district.id)}))


def of_group(group: Group, building: model.Building | None = None) -> Audience:
    return Audience(frozenset({Clause(Kind.GROUP, group.id, building.id if building else None)}))


def of_seats(seats: Iterable[Seat]) -> Audience:
    return Audience(frozenset(Clause(Kind.SEAT, seat.id) for seat in seats))


def of_member(member: Member) -> Audience:
    """Them alone, for as long as they are of this group: it is their group that put them forward."""
    return Audience(frozenset({Clause(Kind.MEMBER, member.id, group=member.group_id)}))


def of_place(place: Meant) -> Audience:
    """For whom it is meant (`admits`). A place for nobody has no readers that we know of."""
    buildings: frozenset[int | None] = place.building_ids or frozenset({None})
    if place.audience is PlaceKind.COMMUNITY:
        return Audience(frozenset(Clause(Kind.DISTRICT, place.district_id, building) for building in buildings))
    groups = place.group_ids
    return Audience(frozenset(Clause(Kind.GROUP, group, building) for group in groups for building in buildings))


def of_places(places: Iterable[Meant]) -> Audience:
    return reduce(or_, map(of_place, places), Audience())


def of_committee(session: Session, committee: model.Committee) -> Audience:
    """Its seats, and for whom its homes are meant."""
    return of_its_seats(session, committee) | of_places(committees.homes(session, committee))


def of_its_seats(session: Session, committee: model.Committee) -> Audience:
    """Where its homes name groups only seats of these can be on it (`committees.SITS`): others are new readers, should
    it ever be at home elsewhere."""
    homes = committees.homes(session, committee)
    named = [home.group_ids for home in homes if home.group_ids]
    groups: Iterable[int | None] = reduce(and_, named) if named else (None,)
    return Audience(frozenset(Clause(Kind.COMMITTEE, committee.id, group=group) for group in groups))


def administrators(session: Session, readers: ColumnElement[bool]) -> int:
    """How many of these members are of an administration."""
    theirs = select(Member.id).join(Group, Member.group_id == Group.id).where(readers)
    return len(session.scalars(theirs.where(Group.kind == GroupKind.ADMINISTRATION)).all())


def around(session: Session, clause: Clause) -> list[Clause]:
    """Itself and those in which everybody of it is."""
    match clause.kind:
        case Kind.GROUP:
            district = session.get_one(Group, clause.id).district_id
            return [clause, Clause(Kind.DISTRICT, district, clause.building)]
        case Kind.SEAT:
            seat = session.get_one(Seat, clause.id)
            group = Clause(Kind.GROUP, seat.group_id)  # its holder may work in another building
            return [clause, *around(session, group)]
        case Kind.MEMBER:
            return [clause, *around(session, Clause(Kind.GROUP, clause.group or 0))]
        case Kind.COMMITTEE:
            committee = session.get_one(model.Committee, clause.id)
            return [clause, Clause(Kind.DISTRICT, committee.district_id)]
        case Kind.DISTRICT:
            return [clause]
