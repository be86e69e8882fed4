"""Committees in which one group meets alone, or some groups without others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.people import committees
from bot.people.audiences import of_place
from bot.people.committees import SITS, CommitteeHome, CommitteeSeat
from bot.people.model import Committee, Group, Member, Seat, seats_of
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
    """Numbers of the committees on which nobody of this member's group could be: who is on them is not for them."""
    also = select(CommitteeHome.place_id).where(CommitteeHome.committee_id == Committee.id)
    at_home = select(Committee.id, Place).join(Place, or_(Place.id == Committee.home_id, Place.id.in_(also)))
    at_home = at_home.where(Committee.district_id == member.district_id).order_by(Place.id)
    seated = select(CommitteeSeat.committee_id, Seat.group_id).join(Seat, SITS)
    seated = seated.where(Seat.district_id == member.district_id).distinct()
    homes = _by_committee(session.execute(at_home).unique())
    groups = _by_committee(session.execute(seated))
    there = {one: _open_to(member.group_id, _named(homes.get(one, ())), groups.get(one, ())) for one in homes | groups}
    return frozenset(one for one, is_open in there.items() if not is_open)


def _open_to(group_id: int, homes: Sequence[Place], seated: Sequence[int]) -> bool:
    """Whether all homes are meant for this group; where none names any, whether it is one of those that have seats."""
    if homes:
        return all(home.audience is PlaceKind.COMMUNITY or group_id in home.group_ids for home in homes)
    return not seated or group_id in seated


def acting_for(session: Session, member: Member) -> list[Seat]:
    """The seats of their district for which somebody acts, but those on committees of others."""
    hidden = of_others(session, member)
    theirs = select(Seat).where(Seat.district_id == member.district_id, Seat.acting_id.is_not(None))
    found = session.scalars(theirs.order_by(Seat.id)).unique()
    return [seat for seat in found if seat.committee_id not in hidden]


def signing(session: Session, member: Member, places: Sequence[Place] = ()) -> list[Seat]:
    """The seats from which they send what other groups read, one of a building or a group before one on a committee;
    or what is read in these places, each of which may be for one group alone."""
    theirs = sorted(seats_of(session, member), key=lambda seat: (seat.committee_id is not None, seat.id))
    known = known_to_others(session, theirs)
    return [seat for seat in theirs if seat in known or (places and all(_is_own(place, seat) for place in places))]


def known_to_others(session: Session, seats: Iterable[Seat]) -> list[Seat]:
    """Without those on a committee in which a group meets alone, as others would learn who is on it."""
    every = list(seats)
    there = {seat.committee for seat in every if seat.committee is not None}
    mixed = {committee for committee in there if is_mixed(session, committee)}
    return [seat for seat in every if seat.committee is None or seat.committee in mixed]


def _is_own(place: Place, seat: Seat) -> bool:
    return place.audience is PlaceKind.CAUCUS and place.group_ids == {seat.group_id}


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
