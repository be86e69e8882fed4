"""A key in the files is one person's, or one role's, for good: all that was written by it, for it, and to it hangs on
it. A line that gives it to somebody else, or to a role of others, is not loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.people import entries
from bot.people.links import Link
from bot.people.model import Account, Building, Committee, Group, Member, Seat
from bot.people.roster import Roster

R = TypeVar("R", entries.Member, entries.Seat)
SLICE = 300  # keys that are looked up at once


def problems(session: Session, roster: Roster, district_id: int) -> Iterator[str]:
    """A line each."""
    yield from _members(session, roster, district_id)
    yield from _seats(session, roster, district_id)


def _members(session: Session, roster: Roster, district_id: int) -> Iterator[str]:
    """Another name, and none of the accounts that they had: it is somebody else. Who has left the roster has none."""
    there = select(Member.key, Member.name, Member.id, Member.on_roster).where(Member.district_id == district_id)
    for some in _slices(roster.members):
        known = {row.key: row for row in session.execute(there.where(Member.key.in_(some)))}
        renamed = {key: row for key, row in known.items() if not _are_alike(row.name, some[key].name)}
        accounts = _accounts(session, [row.id for row in renamed.values()])
        for key, row in renamed.items():
            had = accounts.get(row.id, set())
            if (had or not row.on_roster) and not had & {*roster.accounts(some[key])}:
                yield (
                    f"{roster.where['members', key]}: the key '{key}' is {row.name}'s, and all that {row.name} wrote "
                    f"hangs on it; give {some[key].name} a key of their own (if they are one person, load the new name "
                    "first, with an account that they had)"
                )


def _are_alike(before: str, now: str) -> bool:
    """One has all the parts of the other."""
    parts, others = set(before.casefold().split()), set(now.casefold().split())
    return parts <= others or others <= parts


def _accounts(session: Session, members: list[int]) -> dict[int, set[str]]:
    """By member; those, too, that are another's since both turned out to be one."""
    found: dict[int, set[str]] = {}
    own = select(Account.member_id, Account.address).where(Account.member_id.in_(members))
    linked = select(Link.was_id, Link.address).where(Link.was_id.in_(members))
    for member, address in (*session.execute(own).tuples(), *session.execute(linked).tuples()):
        if member is not None:
            found.setdefault(member, set()).add(address)
    return found


def _seats(session: Session, roster: Roster, district_id: int) -> Iterator[str]:
    """A role of another group, building or committee is another role, whoever holds it."""
    there = select(Seat.key, Group.key, Building.key, Committee.key).join(Group, Seat.group_id == Group.id)
    there = there.outerjoin(Building, Seat.building_id == Building.id)
    there = there.outerjoin(Committee, Seat.committee_id == Committee.id).where(Seat.district_id == district_id)
    for some in _slices(roster.seats):
        for key, *of in session.execute(there.where(Seat.key.in_(some))):
            entry = some[key]
            if of != [entry.group, entry.building, entry.committee]:
                yield (
                    f"{roster.where['seats', key]}: the key '{key}' is that of a role of {'/'.join(filter(None, of))}, "
                    "and what was said to that role is for its people; give this one a key of its own"
                )


def _slices(rows: Sequence[R]) -> Iterator[dict[str, R]]:
    """By key."""
    for first in range(0, len(rows), SLICE):
        yield {row.key: row for row in rows[first : first + SLICE]}
