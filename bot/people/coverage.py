"""Which of many audiences cover another: what `Audience.covers` says of one, as a statement says it of rows."""

from __future__ import annotations

from functools import reduce
from operator import and_

from sqlalchemy import ColumnElement, String, false, literal, type_coerce
from sqlalchemy import or_ as any_of
from sqlalchemy.orm import Session

from bot.people.audiences import Audience, Clause, around


def covering(session: Session, audience: Audience, by: ColumnElement[Audience]) -> ColumnElement[bool]:
    """What is true of rows whose audience, in this column, has all readers of this one."""
    text, found = literal(",").concat(type_coerce(by, String)).concat(","), list[ColumnElement[bool]]()
    for clause in sorted(audience.clauses, key=lambda one: one.rank):
        wider = [one for other in around(session, clause) for one in _containing(other)]
        found.append(any_of(*(text.contains(f",{one},", autoescape=True) for one in wider)))
    return reduce(and_, found) if found else false()


def _containing(clause: Clause) -> list[Clause]:
    """Those of the same kind that contain it, itself among them."""
    buildings, groups = dict.fromkeys((None, clause.building)), dict.fromkeys((None, clause.group))
    return [Clause(clause.kind, clause.id, building, group) for building in buildings for group in groups]
