"""A roster into the database: the same for a first time and for every later one. It is brought there in steps, each a
transaction of its own that takes some hundredths of a second, so that people are answered meanwhile. After each step
all that is there fits together; where a load was broken off, loading the same files again does the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import TypeVar

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot import timetable
from bot.boundary import Account
from bot.people import (
    audiences,
    belongings,
    connections,
    entries,
    identities,
    links,
    model,
    redeclaring,
    school_days,
    seating,
    weekly,
)
from bot.people.audiences import Audience
from bot.people.committees import CommitteeHome
from bot.people.model import Owner
from bot.people.places import CHANGED, Place, PlaceKind
from bot.people.roster import Roster, RosterError
from bot.people.upserts import ids, pair, upsert

ROWS, SEATS, PLACES = 200, 20, 2  # that a step looks at: more hangs on a seat, and all that was said on a place

T = TypeVar("T")
K = TypeVar("K", model.Group, model.Building)
Step = Callable[[Session], None]


def steps(session: Session, roster: Roster, now: datetime) -> Iterator[Step]:
    """What makes the district in the database say what the roster says, in this order; this Session only looks. Nothing
    is ever deleted that others may refer to: what is no longer named stays, a member off the roster, without account
    and seat, a seat vacant, a committee without seats, a place that admits nobody. What did not come from the files is
    left alone. What people linked themselves stays linked (`links.still_stands`), and a seat of an entry that became
    one with another is that other's. Raises RosterError when a workspace belongs to another district, or a key to
    somebody else."""
    own = session.scalar(select(model.District.id).where(model.District.key == roster.district.key))
    if problems := list(identities.problems(session, roster, own)):
        raise RosterError(*problems)
    accounts = select(model.Account.address).join(model.Member).where(model.Member.district_id == own)
    seats = select(model.Seat.key).where(model.Seat.district_id == own)
    members = select(model.Member.key).where(model.Member.district_id == own, model.Member.on_roster)
    places = select(Place.address).where(Place.district_id == own, Place.owner == Owner.FILES)
    return _Load(roster, now).steps(*(set(session.scalars(of)) for of in (places, accounts, seats, members)))


@dataclass(frozen=True)
class _Load:
    roster: Roster
    now: datetime

    def steps(self, there: Set[str], accounts: Set[str], seats: Set[str], members: Set[str]) -> Iterator[Step]:
        """Given those that the district has by now, places and accounts by address, the others by key; of members those
        who are on its roster."""
        roster, now = self.roster, self.now
        yield lambda session: _load_district(session, roster.district)
        yield self._step(identities.note_accounts)
        for places in _slices(roster.places, PLACES):
            yield self._step(self._load_places, places)
        for addresses in _slices(sorted(there - {*map(roster.address, roster.places)}), PLACES):
            yield self._step(self._close_places, addresses)
        yield self._step(self._load_committees)
        for some in _slices(roster.members):
            yield self._step(self._load_members, some)
        for addresses in _slices(sorted(self.owners)):
            yield self._step(self._load_accounts, addresses)
        for addresses in _slices(sorted(accounts - self.owners.keys())):
            yield self._step(self._take_accounts, addresses)
        for keys in _slices(sorted(members - self.named)):
            yield self._step(self._strike_off, keys)
        for rows in _slices(roster.seats, SEATS):
            yield self._step(seating.load, rows, now)
        for rows in _slices(roster.seats):
            yield self._step(seating.set_ladders, rows)
        for keys in _slices(sorted(seats - {row.key for row in roster.seats}), SEATS):
            yield self._step(seating.vacate, keys, now)
        yield self._step(seating.load_committees, roster.seats, roster.district.topics, now)
        yield self._step(self._load_rest)

    def _step(self, run: Callable[..., None], *given: object) -> Step:
        """`run` is given the district as its transaction finds it."""

        def step(session: Session) -> None:
            district = session.scalars(select(model.District).where(model.District.key == self.roster.district.key))
            run(session, district.one(), *given)

        return step

    @cached_property
    def owners(self) -> dict[str, str]:
        """The keys of members by their accounts."""
        return {address: entry.key for entry in self.roster.members for address in self.roster.accounts(entry)}

    @cached_property
    def named(self) -> frozenset[str]:
        """The keys of all members."""
        return frozenset(entry.key for entry in self.roster.members)

    # Where people are --------------------------------------------------------------------------------------------

    def _load_places(self, session: Session, district: model.District, some: Sequence[entries.Place]) -> None:
        groups, buildings = _by_key(session, model.Group, district), _by_key(session, model.Building, district)
        wanted = {self.roster.address(entry): entry for entry in some}
        there = select(Place).where(Place.address.in_(wanted))
        found = {place.address: place for place in session.scalars(there)}
        for address, entry in wanted.items():
            place = found.get(address) or Place(district_id=district.id, address=address)
            before = audiences.of_place(place) if address in found else None
            place.name, place.language, place.audience = entry.name, entry.language, entry.audience
            place.mentions = entry.mentions or ""
            place.groups = [groups[key] for key in entry.groups]
            place.buildings, place.owner = [buildings[key] for key in entry.buildings], Owner.FILES
            session.add(place)
            self._note_change(session, place, before)

    def _note_change(self, session: Session, place: Place, before: Audience | None) -> None:
        """None: it is new."""
        if before is not None and audiences.of_place(place) != before:
            redeclaring.withhold(session, place, before)
            timetable.forget(session, CHANGED, place.id)
            timetable.set_due(session, CHANGED, place.id, self.now)

    def _close_places(self, session: Session, district: model.District, some: Sequence[str]) -> None:
        """By their addresses: those that the files name no more."""
        theirs = select(Place).where(Place.district_id == district.id, Place.owner == Owner.FILES)
        for place in session.scalars(theirs.where(Place.address.in_(some))):
            before = audiences.of_place(place)
            place.audience, place.groups, place.buildings = PlaceKind.CAUCUS, [], []
            self._note_change(session, place, before)

    def _load_committees(self, session: Session, district: model.District) -> None:
        listed = self.roster.district.committees
        addresses = {entry.key: self.roster.address(entry) for entry in self.roster.places}
        there = select(Place.address, Place.id).where(Place.district_id == district.id)
        numbers = dict(session.execute(there).all())
        homes = {key: numbers[address] for key, address in addresses.items()}
        rows = {
            entry.key: {
                "kind": entry.kind,
                "name": entry.name,
                "home_id": homes[entry.home] if entry.home else None,
                "approval": entry.approval,
                "files": entry.files,
                "owner": Owner.FILES,
            }
            for entry in listed
        }
        upsert(session, model.Committee, district, rows)
        committees = ids(session, model.Committee, district)
        also = {(committees[entry.key], homes[key]) for entry in listed for key in entry.also}
        pair(session, CommitteeHome, committees.values(), also)

    # Who they are ------------------------------------------------------------------------------------------------

    def _load_members(self, session: Session, district: model.District, some: Sequence[entries.Member]) -> None:
        groups, buildings = ids(session, model.Group, district), ids(session, model.Building, district)
        rows = {
            entry.key: {
                "name": entry.name,
                "language": entry.language,
                "group_id": groups[entry.group],
                "building_id": buildings[entry.building] if entry.building else None,
                "caretaker": entry.key in self.roster.district.caretakers,
                "on_roster": True,
            }
            for entry in some
        }
        named = [key for key, row in rows.items() if row["caretaker"]]
        links.note_caretakers(session, district, named, self.now)
        upsert(session, model.Member, district, rows)

    def _load_accounts(self, session: Session, district: model.District, some: Sequence[str]) -> None:
        keys = {self.owners[address] for address in some}
        theirs = select(model.Member.key, model.Member.id, model.Member.group_id)
        theirs = theirs.where(model.Member.district_id == district.id, model.Member.key.in_(keys))
        members = {key: (id, group_id) for key, id, group_id in session.execute(theirs)}
        held = select(model.Account.address, model.Account.member_id).where(model.Account.address.in_(some))
        found, linked = dict(session.execute(held).all()), links.at(session, some)
        others = links.others(session, members, self.owners, self.named)
        rows: dict[str, int] = {}
        for address in some:
            id, group_id = members[self.owners[address]]
            rows[address] = id
            if (link := linked.get(address)) is None:
                if id in others and found.get(address) != id:
                    rows[address] = others[id]
                    session.add(links.Link(address=address, member_id=others[id], was_id=id, by_files=True))
                continue
            is_shown = not link.by_files or others.get(id) == link.member_id
            if is_shown and links.still_stands(link, self.named, id, group_id):
                rows[address], link.lost = link.member_id, False
            elif link.member_id == id:  # as the roster says by now, too
                if not link.settled:
                    belongings.settle(session, link)
            else:
                links.end(session, link, self.now)
        new = [{"address": address, "member_id": id} for address, id in rows.items() if address not in found]
        changed = [{"address": one, "member_id": id} for one, id in rows.items() if found.get(one, id) != id]
        for row in changed:
            if (link := linked.get(str(row["address"]))) is None or link.settled:  # where one ends, features hear of it
                redeclaring.withhold_alone(session, Account.parse(str(row["address"])))
        if new:
            session.execute(insert(model.Account), new)
        if changed:
            session.execute(update(model.Account), changed)

    def _take_accounts(self, session: Session, _district: model.District, some: Sequence[str]) -> None:
        """Those that the roster gives to nobody."""
        linked, kept = links.at(session, some), set()
        for address, link in linked.items():
            if links.still_stands(link, self.named) and not link.by_files:
                link.lost = True
                kept.add(address)
            else:
                links.end(session, link, self.now)
        if gone := [address for address in some if address not in kept]:
            for address in gone:
                redeclaring.withhold_alone(session, Account.parse(address))
            session.execute(delete(model.Account).where(model.Account.address.in_(gone)))

    def _strike_off(self, session: Session, district: model.District, some: Sequence[str]) -> None:
        """By their keys: those whom the roster names no more. Somebody may have linked with one since the step that
        looked at their accounts."""
        theirs = (model.Member.district_id == district.id, model.Member.key.in_(some))
        session.execute(update(model.Member).where(*theirs).values(on_roster=False))
        late = select(links.Link.address).join(model.Member, links.Link.member_id == model.Member.id)
        addresses = session.scalars(late.where(*theirs).order_by(links.Link.address)).all()
        self._load_accounts(session, district, [one for one in addresses if one in self.owners])
        self._take_accounts(session, district, [one for one in addresses if one not in self.owners])

    # And the rest ------------------------------------------------------------------------------------------------

    def _load_rest(self, session: Session, district: model.District) -> None:
        entry = self.roster.district
        identities.note_accounts(session, district)
        school_days.load(session, district, entry.no_school)
        weekly.plan(session, district, self.now)
        for member in model.caretakers(session, district.id):
            member.caretaker = member.key in entry.caretakers  # some are on the roster no more
        if session.scalar(select(func.count()).select_from(model.District)) == 1:  # others tie theirs with a code
            for workspace in entry.workspaces:
                connections.join(session, workspace)


def _load_district(session: Session, entry: entries.District) -> None:
    found = session.scalar(select(model.District).where(model.District.key == entry.key))
    district = found or model.District(key=entry.key)
    district.name, district.zone, district.language = entry.name, entry.zone, entry.language
    district.hours, district.days = entry.hours, entry.days
    district.digest = entry.digest
    district.questions = entry.questions
    district.student_records = list(entry.student_records)
    district.capabilities = {role.value: [*given] for role, given in entry.capabilities.items()}
    district.approval_above, district.families_until = entry.approval_above, entry.families_until
    district.open_meeting_hours = entry.open_meeting_hours
    session.add(district)
    session.flush()
    upsert(session, model.Group, district, {row.key: row.model_dump(exclude={"key"}) for row in entry.groups})
    upsert(session, model.Building, district, {row.key: row.model_dump(exclude={"key"}) for row in entry.buildings})


def _by_key(session: Session, table: type[K], district: model.District) -> dict[str, K]:
    return {row.key: row for row in session.scalars(select(table).where(table.district_id == district.id))}


def _slices(rows: Iterable[T], most: int = ROWS) -> Iterator[list[T]]:
    left = iter(rows)
    while some := list(islice(left, most)):
        yield some
