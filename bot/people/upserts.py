"""Rows of a district that shall say what its files say, with no statement for those that do already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from bot.people import model
from bot.people.committees import CommitteeHome, CommitteeSeat
from bot.people.model import Owner

Keyed = type[model.Group | model.Building | model.Committee | model.Member]
P = TypeVar("P", CommitteeHome, CommitteeSeat)


def upsert(session: Session, table: Keyed, district: model.District, rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Values by key; all rows have the same columns."""
    if not rows:
        return
    columns = [getattr(table, name) for name in next(iter(rows.values()))]
    theirs = select(table.key, table.id, *columns).where(table.district_id == district.id, table.key.in_(rows))
    found = {row[0]: row for row in session.execute(theirs)}
    new = [{"district_id": district.id, "key": key, **row} for key, row in rows.items() if key not in found]
    changed = [
        {"id": found[key][1], **row}
        for key, row in rows.items()
        if key in found and tuple(found[key][2:]) != tuple(row.values())
    ]
    if new:
        session.execute(insert(table), new)
    if changed:
        session.execute(update(table), changed)


def ids(session: Session, table: Keyed | type[model.Seat], district: model.District) -> dict[str, int]:
    """By key."""
    theirs = select(table.key, table.id).where(table.district_id == district.id)
    return dict(session.execute(theirs).all())


def pair(session: Session, table: type[P], committees: Iterable[int], wanted: set[tuple[int, int]]) -> set[int]:
    """Rows of these committees, each with what it is paired with. Those that did not come from the files stay. Returns
    with what some are paired no more."""
    held = session.scalars(select(table).where(table.committee_id.in_(list(committees))))
    found = {(row.committee_id, row.place_id if isinstance(row, CommitteeHome) else row.seat_id): row for row in held}
    gone = {pair for pair in found.keys() - wanted if found[pair].owner is Owner.FILES}
    for pair in gone:
        session.delete(found[pair])
    for pair in found.keys() & wanted:
        found[pair].owner = Owner.FILES
    other = "place_id" if table is CommitteeHome else "seat_id"
    session.add_all(table(committee_id=committee, **{other: id}) for committee, id in sorted(wanted - found.keys()))
    session.flush()
    return {id for _, id in gone}
