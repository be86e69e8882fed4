"""Committees in which one group meets alone, or some groups without others: who is on them is for those alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from bot.people.audiences import of_place
from bot.people.committees import SITS, CommitteeHome, CommitteeSeat
from bot.people.model import Committee, Group, Member, Seat
from bot.people.places import Place, PlaceKind
from bot.storage.context import remembered

T = TypeVar("T")


@dataclass(frozen=True)
class Met:
    """Where a committee meets: those of its homes of which it is known for whom they are meant, and the numbers of the
    groups that have its seats."""

    homes: Sequence[Place] = ()
    seated: Sequence[int] = ()

    def is_open_to(self, group_id: int) -> bool:
        """Whether all homes are meant for this group; where none names any, whether it is one of those that have
        seats."""
        if self.homes:
            return all(home.audience is PlaceKind.COMMUNITY or group_id in home.group_ids for home in self.homes)
        return not self.seated or group_id in self.seated

    @property
    def alone(self) -> int | None:
        """The one group that is at home there; where no home names any, as a closed one does not, the one that has the
        seats."""
        at_home = [home.groups[0].id for home in self.homes if home.audience is PlaceKind.CAUCUS]
        found = at_home if self.homes else self.seated
        return found[0] if at_home or len(found) == 1 else None

    @property
    def is_mixed(self) -> bool:
        """Whether several groups meet in it. One without a home and without seats is nobody's."""
        return bool(self.homes or self.seated) and self.alone is None


def caucus(session: Session, committee: Committee) -> Group | None:
    """The one group that meets in it."""
    alone = _of(session, committee).alone
    return session.get(Group, alone) if alone is not None else None


def is_mixed(session: Session, committee: Committee) -> bool:
    return _of(session, committee).is_mixed


def of_others(session: Session, member: Member) -> frozenset[int]:
    """Numbers of the committees on which nobody of this member's group could be: who is on them is not for them."""
    met = of_all(session, member.district_id)
    return frozenset(id for id, there in met.items() if not there.is_open_to(member.group_id))


@remembered
def of_all(session: Session, district_id: int) -> dict[int, Met]:
    return _met(session, Committee.district_id == district_id)


def _of(session: Session, committee: Committee) -> Met:
    return _met(session, Committee.id == committee.id).get(committee.id, Met())


def _met(session: Session, those: ColumnElement[bool]) -> dict[int, Met]:
    """Of each of those committees that has a home or seats."""
    also = select(CommitteeHome.place_id).where(CommitteeHome.committee_id == Committee.id)
    at_home = select(Committee.id, Place).join(Place, or_(Place.id == Committee.home_id, Place.id.in_(also)))
    seated = select(Committee.id, Seat.group_id).join(CommitteeSeat, CommitteeSeat.committee_id == Committee.id)
    seated = seated.join(Seat, SITS).where(those).distinct().order_by(Seat.group_id)
    homes = _by_committee(session.execute(at_home.where(those).order_by(Place.id)).unique())
    groups = _by_committee(session.execute(seated))
    named = {one: [home for home in there if of_place(home).clauses] for one, there in homes.items()}
    return {one: Met(named.get(one, []), groups.get(one, [])) for one in named | groups}


def _by_committee(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found = dict[int, list[T]]()
    for committee, one in rows:
        found.setdefault(committee, []).append(one)
    return found
