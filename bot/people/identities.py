"""What the files name may be somebody else's by now. A workspace is one district's. A key is one person's, or one
role's, for good: all that was written by it, for it, and to it hangs on it. A line that gives it to somebody else, or
to a role of others, is not loaded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.boundary.terminal import Line
from bot.people import crosschecks, entries
from bot.people.links import Link
from bot.people.model import Account, Building, Committee, District, Group, Member, Seat
from bot.people.places import Place
from bot.people.roster import Roster
from bot.people.sheets import at

PART = re.compile(r"\w+")  # of a name
R = TypeVar("R", entries.Member, entries.Seat)
SLICE = 300  # keys that are looked up at once


def problems(session: Session, roster: Roster, district_id: int | None) -> Iterator[Line]:
    """`district_id`: None for one that was never loaded."""
    yield from _workspaces(session, roster.district, district_id)
    if district_id is not None:
        yield from _members(session, roster, district_id)
        yield from _seats(session, roster, district_id)


def _workspaces(session: Session, entry: entries.District, own: int | None) -> Iterator[Line]:
    for workspace in entry.workspaces:
        there = f"{workspace}/"
        places = select(Place.id).where(Place.address.startswith(there), Place.district_id.is_distinct_from(own))
        accounts = select(Account.member_id).join(Member, Member.id == Account.member_id)
        accounts = accounts.where(Account.address.startswith(there), Member.district_id.is_distinct_from(own))
        if session.scalar(places.limit(1)) or session.scalar(accounts.limit(1)):
            named = crosschecks.named(entry, workspace)
            yield at(crosschecks.DISTRICT, "roster-workspace-taken", workspace=named)


def _members(session: Session, roster: Roster, district_id: int) -> Iterator[Line]:
    """Another name, and none of the accounts that they have: it is somebody else. Who never had one wrote nothing."""
    there = select(Member.key, Member.name, Member.id, Member.had_account).where(Member.district_id == district_id)
    for some in _slices(roster.members):
        known = {row.key: row for row in session.execute(there.where(Member.key.in_(some)))}
        renamed = {key: row for key, row in known.items() if not _are_alike(row.name, some[key].name)}
        accounts = _accounts(session, [row.id for row in renamed.values()])
        for key, row in renamed.items():
            has = accounts.get(row.id, set())
            if (has or row.had_account) and not has & {*roster.accounts(some[key])}:
                where, name = roster.where["members", key], some[key].name
                yield at(where, "roster-somebody-elses-key", key=key, owner=row.name, name=name)


def _are_alike(before: str, now: str) -> bool:
    """One has all the parts of the other, in any order, with accents or without."""
    parts, others = (set(PART.findall(_plain(name))) for name in (before, now))
    return parts <= others or others <= parts


def _plain(name: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))


def note_accounts(session: Session, district: District) -> None:
    """Before a load takes some, and after it gave some: who has one now, is somebody."""
    of = Member.id.in_(select(Account.member_id))
    theirs = (Member.district_id == district.id, ~Member.had_account, of)
    if session.scalar(select(Member.id).where(*theirs).limit(1)) is not None:
        session.execute(update(Member).where(*theirs).values(had_account=True))


def _accounts(session: Session, members: list[int]) -> dict[int, set[str]]:
    """By member; those, too, that are another's since both turned out to be one."""
    found: dict[int, set[str]] = {}
    own = select(Account.member_id, Account.address).where(Account.member_id.in_(members))
    linked = select(Link.was_id, Link.address).where(Link.was_id.in_(members))
    for member, address in (*session.execute(own), *session.execute(linked)):
        if member is not None:
            found.setdefault(member, set()).add(address)
    return found


def _seats(session: Session, roster: Roster, district_id: int) -> Iterator[Line]:
    """A role of another group, building or committee is another role, though the same person holds it."""
    there = select(Seat.key, Group.key, Building.key, Committee.key).join(Group, Seat.group_id == Group.id)
    there = there.outerjoin(Building, Seat.building_id == Building.id)
    there = there.outerjoin(Committee, Seat.committee_id == Committee.id).where(Seat.district_id == district_id)
    for some in _slices(roster.seats):
        for key, *of in session.execute(there.where(Seat.key.in_(some))):
            entry = some[key]
            if of != [entry.group, entry.building, entry.committee]:
                whose = "/".join(filter(None, of))
                yield at(roster.where["seats", key], "roster-another-roles-key", key=key, whose=whose)


def _slices(rows: Sequence[R]) -> Iterator[dict[str, R]]:
    """By key."""
    for first in range(0, len(rows), SLICE):
        yield {row.key: row for row in rows[first : first + SLICE]}
