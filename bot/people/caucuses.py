"""Committees in which one group meets alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.people import committees
from bot.people.audiences import of_place
from bot.people.committees import SITS, CommitteeHome, CommitteeSeat
from bot.people.model import Committee, Group, Member, Seat
from bot.people.places import Place, PlaceKind
from bot.storage.context import remembered

T = TypeVar("T")


def caucus(session: Session, committee: Committee) -> Group | None:
    """The one group that is at home with it; where no home names any, as a closed one does not, the one that has its
    seats."""
    homes = _named(committees.homes(session, committee))
    return _alone(homes, [] if homes else committees.groups(session, committee))


def is_mixed(session: Session, committee: Committee) -> bool:
    """Whether several groups meet in it. One without a home and without seats is nobody's."""
    there = _named(committees.homes(session, committee)) or committees.groups(session, committee)
    return bool(there) and caucus(session, committee) is None


@remembered
def of_others(session: Session, member: Member) -> frozenset[int]:
    """Numbers of the committees in which a group meets alone that is not this member's: who is on them is not for
    them."""
    district = Committee.district_id == member.district_id
    also = select(CommitteeHome.place_id).where(CommitteeHome.committee_id == Committee.id)
    at_home = select(Committee.id, Place).join(Place, or_(Place.id == Committee.home_id, Place.id.in_(also)))
    seated = select(CommitteeSeat.committee_id, Group).select_from(CommitteeSeat).join(Seat, SITS).join(Group)
    homes = _by_committee(session.execute(at_home.where(district).order_by(Place.id)).unique())
    groups = _by_committee(session.execute(seated.where(Seat.district_id == member.district_id).distinct()))
    alone = {one: _alone(_named(homes.get(one, ())), groups.get(one, ())) for one in homes.keys() | groups.keys()}
    return frozenset(one for one, group in alone.items() if group is not None and group.id != member.group_id)


def acting_for(session: Session, member: Member) -> list[Seat]:
    """The seats of their district for which somebody acts, but those on another group's caucus."""
    hidden = of_others(session, member)
    theirs = select(Seat).where(Seat.district_id == member.district_id, Seat.acting_id.is_not(None))
    found = session.scalars(theirs.order_by(Seat.id)).unique()
    return [seat for seat in found if seat.committee_id not in hidden]


def _by_committee(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found = dict[int, list[T]]()
    for committee, one in rows:
        found.setdefault(committee, []).append(one)
    return found


def _named(homes: Iterable[Place]) -> list[Place]:
    """Those of which it is known for whom they are meant."""
    return [home for home in homes if of_place(home).clauses]


def _alone(homes: Sequence[Place], seated: Sequence[Group]) -> Group | None:
    alone = [home.groups[0] for home in homes if home.audience is PlaceKind.CAUCUS]
    groups = alone if homes else seated
    return groups[0] if alone or len(groups) == 1 else None
