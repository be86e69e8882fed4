"""A roster into the database: the same for a first time and for every later one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import timetable
from bot.people import connections, crosschecks, links, model, school_days, topics, weekly
from bot.people.entries import District
from bot.people.roster import Roster, RosterError
from bot.people.sheets import Row

SEATS_CHANGED = "seats.changed"  # the name under which the timetable looks after what rests with them

Keyed = TypeVar("Keyed", model.Group, model.Building, model.Committee, model.Member, model.Seat)


def load(session: Session, roster: Roster) -> model.District:
    """Makes the district in the database say what the roster says; the caller commits. Nothing is ever deleted that
    others may refer to: what is no longer named stays, a member without account and seat, a seat vacant, a committee
    without seats, a place that admits nobody. What people linked themselves stays linked (`links.standing`), and a seat
    of an entry that became one with another is that other's.
    Raises RosterError, having changed nothing, when a workspace belongs to another district."""
    entry = roster.district
    district = session.scalar(select(model.District).where(model.District.key == entry.key))
    if taken := _taken(session, entry, district):
        raise RosterError(taken)
    sat = _who_sits(session, district) if district else None
    district = district or model.District(key=entry.key)
    district.name, district.zone, district.language = entry.name, entry.zone, entry.language
    district.hours, district.days = entry.hours, entry.days
    district.digest = entry.digest
    district.questions = entry.questions
    district.student_records = list(entry.student_records)
    session.add(district)
    session.flush()

    groups = _upsert(session, model.Group, district, _plain(entry.groups))
    buildings = _upsert(session, model.Building, district, _plain(entry.buildings))
    homes = _load_places(session, roster, district, groups)
    committees = _load_committees(session, roster, district, homes)
    members = _load_members(session, roster, district, groups, buildings)
    owners = {address: members[entry.key] for entry in roster.members for address in roster.accounts(entry)}
    named = [members[entry.key] for entry in roster.members]
    standing = links.standing(session, district, owners, named)
    _load_accounts(session, district, owners | {link.address: link.member for link in standing})
    holders = members | {link.was.key: link.member for link in standing if link.was}
    seats = _load_seats(session, roster, district, groups, buildings, committees, holders)
    _load_committee_seats(session, roster, committees, seats)
    session.flush()
    topics.load(session, district, entry.topics, committees, seats)
    school_days.load(session, district, entry.no_school)
    weekly.plan(session, district, datetime.now(UTC))
    _connect(session, entry)
    session.flush()
    if sat is not None and sat != _who_sits(session, district):
        timetable.set_due(session, SEATS_CHANGED, district.id, datetime.now(UTC))
    return district


def _who_sits(session: Session, district: model.District) -> set[tuple[int | None, ...]]:
    """Who holds which seat, and on which committees."""
    seats = select(model.Seat.id, model.Seat.holder_id).where(model.Seat.district_id == district.id)
    sits = select(model.CommitteeSeat.committee_id, model.CommitteeSeat.seat_id, model.Seat.holder_id).join(
        model.Seat, model.CommitteeSeat.seat_id == model.Seat.id
    )
    return {
        tuple(row)
        for row in (*session.execute(seats), *session.execute(sits.where(model.Seat.district_id == district.id)))
    }


def _taken(session: Session, entry: District, district: model.District | None) -> list[str]:
    own = district.id if district else None
    problems = []
    for workspace in entry.workspaces:
        there = f"{workspace}/"
        places = select(model.Place.id).where(
            model.Place.address.startswith(there), model.Place.district_id.is_distinct_from(own)
        )
        accounts = (
            select(model.Account.member_id)
            .join(model.Member, model.Member.id == model.Account.member_id)
            .where(model.Account.address.startswith(there), model.Member.district_id.is_distinct_from(own))
        )
        if session.scalar(places.limit(1)) or session.scalar(accounts.limit(1)):
            problems.append(f"district.yaml: {crosschecks.named(entry, workspace)} already belongs to another district")
    return problems


def _connect(session: Session, entry: District) -> None:
    """The only district of an installation has its workspaces at once; others tie theirs with a code."""
    if session.scalar(select(func.count()).select_from(model.District)) == 1:
        for workspace in entry.workspaces:
            connections.join(session, workspace)


def _plain(entries: Iterable[Row]) -> dict[str, dict[str, object]]:
    dumped = [entry.model_dump() for entry in entries]
    return {values.pop("key"): values for values in dumped}


def _upsert(
    session: Session, table: type[Keyed], district: model.District, rows: Mapping[str, Mapping[str, object]]
) -> dict[str, Keyed]:
    """Every row that the district has or had, by key; those of `rows` hold their values afterwards."""
    found = {row.key: row for row in session.scalars(select(table).where(table.district_id == district.id))}
    for key, values in rows.items():
        if key not in found:
            found[key] = table(district_id=district.id, key=key)
        for name, value in values.items():
            setattr(found[key], name, value)
    session.add_all(found.values())
    session.flush()
    return found


def _load_places(
    session: Session, roster: Roster, district: model.District, groups: Mapping[str, model.Group]
) -> dict[str, model.Place]:
    """The places of the roster by their `Place.key`."""
    there = select(model.Place).where(model.Place.district_id == district.id)
    found = {place.address: place for place in session.scalars(there)}
    wanted = {roster.address(place): place for place in roster.places}
    for address in found.keys() - wanted.keys():
        found[address].audience, found[address].groups = model.Audience.CAUCUS, []
    for address, entry in wanted.items():
        place = found.setdefault(address, model.Place(district_id=district.id, address=address))
        place.name, place.language, place.audience = entry.name, entry.language, entry.audience
        place.groups = [groups[key] for key in entry.groups]
    session.add_all(found.values())
    session.flush()
    return {entry.key: found[address] for address, entry in wanted.items()}


def _load_committees(
    session: Session, roster: Roster, district: model.District, homes: Mapping[str, model.Place]
) -> dict[str, model.Committee]:
    entries = roster.district.committees
    rows = {
        entry.key: {
            "kind": entry.kind,
            "name": entry.name,
            "home_id": homes[entry.home].id if entry.home else None,
            "approval": entry.approval,
        }
        for entry in entries
    }
    found = _upsert(session, model.Committee, district, rows)
    _load_further_homes(session, found, {entry.key: [homes[key].id for key in entry.also] for entry in entries})
    return found


def _load_further_homes(
    session: Session, committees: Mapping[str, model.Committee], also: Mapping[str, Iterable[int]]
) -> None:
    of_district = [committee.id for committee in committees.values()]
    held = session.scalars(select(model.CommitteeHome).where(model.CommitteeHome.committee_id.in_(of_district)))
    found = {(row.committee_id, row.place_id): row for row in held}
    wanted = {(committees[key].id, place) for key, places in also.items() for place in places}
    for pair in found.keys() - wanted:
        session.delete(found[pair])
    for committee_id, place_id in sorted(wanted - found.keys()):
        session.add(model.CommitteeHome(committee_id=committee_id, place_id=place_id))


def _load_members(
    session: Session,
    roster: Roster,
    district: model.District,
    groups: Mapping[str, model.Group],
    buildings: Mapping[str, model.Building],
) -> dict[str, model.Member]:
    rows = {
        entry.key: {
            "name": entry.name,
            "language": entry.language,
            "group": groups[entry.group],
            "building_id": buildings[entry.building].id if entry.building else None,
            "caretaker": entry.key in roster.district.caretakers,
        }
        for entry in roster.members
    }
    return _upsert(session, model.Member, district, rows)


def _load_accounts(session: Session, district: model.District, owners: Mapping[str, model.Member]) -> None:
    of_district = select(model.Member.id).where(model.Member.district_id == district.id)
    held = session.scalars(select(model.Account).where(model.Account.member_id.in_(of_district)))
    found = {account.address: account for account in held}
    for address in found.keys() - owners.keys():
        session.delete(found[address])
    for address, member in owners.items():
        account = found.get(address) or model.Account(address=address)
        account.member_id = member.id
        session.add(account)


def _load_seats(
    session: Session,
    roster: Roster,
    district: model.District,
    groups: Mapping[str, model.Group],
    buildings: Mapping[str, model.Building],
    committees: Mapping[str, model.Committee],
    holders: Mapping[str, model.Member],
) -> dict[str, model.Seat]:
    rows = {
        entry.key: {
            "role": entry.role,
            "group": groups[entry.group],
            "building": buildings[entry.building] if entry.building else None,
            "committee": committees[entry.committee] if entry.committee else None,
            "holder": holders[entry.holder] if entry.holder else None,
        }
        for entry in roster.seats
    }
    seats = _upsert(session, model.Seat, district, rows)
    for entry in roster.seats:
        seats[entry.key].above = seats[entry.above] if entry.above else None
    for key in seats.keys() - rows.keys():
        seats[key].holder = None
    return seats


def _load_committee_seats(
    session: Session,
    roster: Roster,
    committees: Mapping[str, model.Committee],
    seats: Mapping[str, model.Seat],
) -> None:
    of_district = [committee.id for committee in committees.values()]
    held = session.scalars(select(model.CommitteeSeat).where(model.CommitteeSeat.committee_id.in_(of_district)))
    found = {(row.committee_id, row.seat_id): row for row in held}
    wanted = {(committees[key].id, seats[entry.key].id) for entry in roster.seats for key in entry.sits_on}
    for pair in found.keys() - wanted:
        session.delete(found[pair])
    for committee_id, seat_id in sorted(wanted - found.keys()):
        session.add(model.CommitteeSeat(committee_id=committee_id, seat_id=seat_id))
