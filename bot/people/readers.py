"""In which words something is read, by those who read it: who is on a committee is not for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.people import caucuses
from bot.people.audiences import Audience
from bot.people.model import Account, Group, GroupKind, Member
from bot.people.places import Place, PlaceKind
from bot.texts import Words


@dataclass(frozen=True)
class Readers:
    """Those of some groups of a district, by their numbers."""

    district_id: int
    groups: frozenset[int]

    @classmethod
    def one(cls, member: Member) -> Self:
        return cls(member.district_id, frozenset({member.group_id}))

    @classmethod
    def there(cls, session: Session, places: Sequence[Place]) -> Self:
        """In all of these places, one at least; of one that names nobody it is not known who reads it."""
        district = places[0].district_id
        if all(place.groups and place.audience is not PlaceKind.COMMUNITY for place in places):
            return cls(district, frozenset().union(*(place.group_ids for place in places)))
        return cls.everybody(session, district)

    @classmethod
    def everybody(cls, session: Session, district_id: int) -> Self:
        return cls(district_id, frozenset(session.scalars(select(Group.id).where(Group.district_id == district_id))))

    @classmethod
    def of(cls, session: Session, district_id: int, audience: Audience) -> Self:
        """As the roster and the seats are now."""
        groups = select(Member.group_id).where(Member.district_id == district_id, audience.members()).distinct()
        return cls(district_id, frozenset(session.scalars(groups)))

    def words(self, session: Session, words: Words) -> Words:
        """As all of them may read it: with a group instead of a role on a committee that is hidden from them."""
        hidden = cache(partial(hidden_from, session, self))
        return words.hiding(lambda committee: committee in hidden())


def words_for(session: Session, member: Member, words: Words) -> Words:
    """As this member reads them, also by their own clocks."""
    return Readers.one(member).words(session, words.away(member.zone))


def words_in(session: Session, places: Sequence[Place], words: Words) -> Words:
    """As they are read in all of these places."""
    return Readers.there(session, places).words(session, words) if places else words


def at(session: Session, addresses: Iterable[str]) -> dict[str, Readers]:
    """Of the addresses that are a place's, a thread's there, or of a member's messages with the bot."""
    every = {address: Address.parse(address) for address in addresses}
    channels = {one: str(replace(at, thread="")) for one, at in every.items() if at.account is None}
    accounts = {one: str(at.account) for one, at in every.items() if at.account is not None}
    places = session.scalars(select(Place).where(Place.address.in_(channels.values()))).unique()
    members = select(Account.address, Member).join(Member, Account.member_id == Member.id)
    members = members.where(Account.address.in_(accounts.values()))
    found = {place.address: Readers.there(session, [place]) for place in places}
    found |= {one: Readers.one(who) for one, who in session.execute(members)}
    return {one: found[at] for one, at in (channels | accounts).items() if at in found}


def hidden_from(session: Session, readers: Readers) -> frozenset[int]:
    """The numbers of the committees that are not theirs to know, some of them at least: where one group meets alone, or
    several without the administration. Others meet in the open."""
    theirs = select(Group.id).where(Group.district_id == readers.district_id)
    employers = session.scalars(theirs.where(Group.kind == GroupKind.ADMINISTRATION)).all()
    met = caucuses.of_all(session, readers.district_id)
    alone = {id: there for id, there in met.items() if not (there.is_mixed and any(map(there.is_open_to, employers)))}
    return frozenset(id for id, there in alone.items() if not all(map(there.is_open_to, readers.groups)))
