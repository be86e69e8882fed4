"""Who is asked or told, where that is not simply everybody in a place: groups, committees and seats, all of them or
those of some buildings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, false, func, or_, select, true, union
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.people import caucuses
from bot.people.audiences import Audience, Clause, Kind
from bot.people.committees import SITS, CommitteeSeat
from bot.people.model import Account, Building, Committee, District, Group, Member, Role, Seat
from bot.people.places import Place, admitted
from bot.people.presence import Presence
from bot.texts import Words

FEW = 5  # people among whom it could be guessed who wrote something, if they are fewer
EVERYONE = "everyone"  # a choice of a form that names nobody
ALSO, ONLY, NOT = PARTS = ("also", "only", "not")  # of a circle
SEATS = {
    Role.BUILDING_REP: "seats-building-rep",
    Role.PRINCIPAL: "seats-principal",
    Role.PTA_LIAISON: "seats-pta-liaison",
    Role.ASSOCIATION_PRESIDENT: "seats-association-president",
    Role.SUPERINTENDENT: "seats-superintendent",
    Role.BOARD_LIAISON: "seats-board-liaison",
    Role.COMMUNITY_LIAISON: "seats-community-liaison",
    Role.CHAIR: "seats-chair",
    Role.MEMBER: "seats-member",
}


@dataclass(frozen=True)
class AudienceFilter:
    """Members in any of the groups, in a seat of any of the committees, or in a seat with any of the roles; where
    buildings are named, those of them who are in one. Naming nothing, it is everyone on the roster. `values` are some
    of those that `people_of` and `buildings_of` name. Such a value may belong to a part of its own, as "not:group:3"
    does: ALSO are others besides, in buildings of their own; ONLY those of all these who are one of those, too; NOT who
    is left out."""

    values: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(frozenset(filter(None, text.split(","))))

    def __str__(self) -> str:
        return ",".join(sorted(self.values))

    def part(self, name: str) -> frozenset[str]:
        """Its values, without the part's name; of "", those that belong to none."""
        if not name:
            return frozenset(value for value in self.values if value.partition(":")[0] not in PARTS)
        mark = f"{name}:"
        return frozenset(value.removeprefix(mark) for value in self.values if value.startswith(mark))

    def includes(self, session: Session, member: Member) -> bool:
        if not self.values:
            return member.on_roster
        return session.scalar(select(Member.id).where(Member.id == member.id, self.members())) is not None

    def members(self) -> ColumnElement[bool]:
        """What is true of its members."""
        some, besides = _members(self.part("")), self.part(ALSO)
        return and_(Member.on_roster, or_(some, _members(besides)) if besides else some, ~self.left_out())

    @property
    def narrows(self) -> bool:
        """Whether it leaves somebody out whom it names."""
        return bool(self.part(ONLY) or self.part(NOT))

    def left_out(self) -> ColumnElement[bool]:
        """What is true of those who are expressly not meant, whatever else they are."""
        only, none = self.part(ONLY), self.part(NOT)
        return or_(false(), *([~_members(only)] if only else []), *([_members(none)] if none else []))

    def leaves_out(self, session: Session, member: Member) -> bool:
        theirs = select(Member.id).where(Member.id == member.id, self.left_out())
        return self.narrows and session.scalar(theirs) is not None

    def surely_admits(self, place: Place) -> bool:
        """Whether nobody for whom the place is meant is left out, as far as the groups alone tell: of committees and
        roles anybody may be tomorrow."""
        groups = {f"group:{id}" for id in place.group_ids}
        left_out = self.part(NOT)
        by_group = all(value.startswith("group:") for value in left_out)
        return not self.narrows or (bool(groups) and by_group and not self.part(ONLY) and not groups & left_out)

    def readers(self, session: Session, district: District) -> Audience:
        """Who may read what is said to it, then and now: those whom it names, and the people of no building where it
        names some. Nobody who is `left_out`: that no audience says."""
        besides = self.part(ALSO)
        found = _readers(session, district, self.part(""))
        return found | _readers(session, district, besides) if besides else found


def _members(values: frozenset[str]) -> ColumnElement[bool]:
    some: list[ColumnElement[bool]] = []
    if groups := _named(values, "group"):
        some.append(Member.group_id.in_(map(int, groups)))
    acting = select(Seat.acting_id).where(Seat.acting_id.is_not(None))
    if committees := _named(values, "committee"):
        theirs = acting.join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id.in_(map(int, committees)))
        some.append(Member.id.in_(theirs))
    if roles := _named(values, "seat"):
        some.append(Member.id.in_(acting.where(Seat.role.in_(map(Role, roles)))))
    buildings = _named(values, "building")
    there = Member.building_id.in_(map(int, buildings)) if buildings else true()
    return and_(or_(*some) if some else true(), there)


def _readers(session: Session, district: District, values: frozenset[str]) -> Audience:
    some = [(Kind.GROUP, int(id)) for id in _named(values, "group")]
    some += [(Kind.COMMITTEE, int(id)) for id in _named(values, "committee")]
    if roles := _named(values, "seat"):
        theirs = select(Seat.id).where(Seat.district_id == district.id, Seat.role.in_(map(Role, roles)))
        some += [(Kind.SEAT, id) for id in session.scalars(theirs)]
    if not (some or roles):
        some = [(Kind.DISTRICT, district.id)]
    there: list[int | None] = [int(id) for id in _named(values, "building")] or [None]
    return Audience(frozenset(Clause(kind, id, building) for kind, id in some for building in there))


def _named(values: frozenset[str], what: str) -> list[str]:
    return [value.partition(":")[2] for value in sorted(values) if value.startswith(f"{what}:")]


def reached(session: Session, places: Sequence[Place], circle: AudienceFilter) -> CompoundSelect[int, int]:
    """Members of the circle, with their groups, to whom something in these places is said: who is meant there and, as
    far as the platform tells who is there, is. Each once. Of a few members, `presence.reached` finds them faster."""
    there = select(Presence.account).where(Presence.place_id == Place.id).exists()
    known = set(session.scalars(select(Place.id).where(Place.id.in_([place.id for place in places]), there)))
    return union(*(_reached_in(place, known=place.id in known).where(circle.members()) for place in places))


def _reached_in(place: Place, *, known: bool) -> Select[int, int]:
    """`known`: the platform tells who is there."""
    meant = select(Member.id, Member.group_id).join(Account, Account.member_id == Member.id)
    meant = meant.where(admitted(place))
    if not known:
        there = Address.parse(place.address)
        return meant.where(Account.address.startswith(f"{there.platform}:{there.workspace}/", autoescape=True))
    return meant.join(Presence, Presence.account == Account.address).where(Presence.place_id == place.id)


def groups_in(session: Session, circle: AudienceFilter) -> Sequence[Group]:
    """Those whose people it has."""
    theirs = select(Member.group_id).where(circle.members())
    return session.scalars(select(Group).where(Group.id.in_(theirs)).order_by(Group.name)).all()


def offered_to(session: Session, member: Member, words: Words) -> list[tuple[str, str]]:
    """What they can make a circle of, without buildings: values and how people call them. No committee of others, and
    no role that somebody has there: how many of a building are on it is not for them."""
    others = caucuses.of_others(session, member)
    roles = session.scalars(select(Seat.role).where(Seat.committee_id.in_(others)).distinct())
    hidden = {*(f"committee:{id}" for id in others), *(f"seat:{role.value}" for role in roles)}
    return [one for one in people_of(session, member.district, words) if one[0] not in hidden]


def people_of(session: Session, district: District, words: Words) -> list[tuple[str, str]]:
    """What a circle can be made of, without buildings: values and how people call them."""
    groups = session.scalars(select(Group).where(Group.district_id == district.id).order_by(Group.name))
    committees = session.scalars(select(Committee).where(Committee.district_id == district.id).order_by(Committee.name))
    roles = set(session.scalars(select(Seat.role).where(Seat.district_id == district.id).distinct()))
    return [
        *((f"group:{group.id}", group.name) for group in groups),
        *((f"committee:{committee.id}", committee.name) for committee in committees),
        *((f"seat:{role.value}", words(name)) for role, name in SEATS.items() if role in roles),
    ]


def buildings_of(session: Session, district: District) -> list[tuple[str, str]]:
    buildings = session.scalars(select(Building).where(Building.district_id == district.id).order_by(Building.name))
    return [(f"building:{building.id}", building.name) for building in buildings]


def named(session: Session, circle: AudienceFilter, district: District, words: Words, most: int = 50) -> str:
    """ "Literacy Committee and all principals, at Lincoln Elementary"; of each sort at most so many by their names."""

    def of(part: str) -> tuple[list[str], list[str]]:
        values = circle.part(part)
        offered = (people_of(session, district, words), buildings_of(session, district))
        people, buildings = ([name for value, name in some if value in values] for some in offered)
        return _few(people, most, words), _few(buildings, most, words)

    found = _at(*of(""), words)
    if circle.part(ALSO):
        found = words("audience-also", people=found or words("audience-all"), also=_at(*of(ALSO), words))
    if circle.part(ONLY):
        found = words("audience-only", people=found or words("audience-all"), only=words.either(of(ONLY)[0]))
    if circle.part(NOT):
        found = words("audience-not", people=found or words("audience-all"), left=words.listed(of(NOT)[0]))
    return found


def _few(names: list[str], most: int, words: Words) -> list[str]:
    more = len(names) - most
    return [*names[:most], words("audience-more", count=more)] if more > 1 else names


def _at(some: list[str], where: list[str], words: Words) -> str:
    if not where:
        return words.listed(some)
    if not some:
        return words("audience-all-at", buildings=words.listed(where))
    return words("audience-at", people=words.listed(some), buildings=words.listed(where))


def peers(session: Session, member: Member, among: ColumnElement[bool] | None = None) -> int:
    """How many people of their group are here, themselves among them; of all, or among some."""
    there = [Member.is_of(member.group_id), *([] if among is None else [among])]
    count = select(func.count(Member.id.distinct()))
    return session.scalar(count.join(Account, Account.member_id == Member.id).where(*there)) or 0


def peers_at(session: Session, member: Member, building: Building) -> int:
    return peers(session, member, Member.building_id == building.id)
