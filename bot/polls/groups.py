"""The result by group and by building, as far as it gives nobody away (`bot.polls.cells`). What was drawn once stays as
it is: whoever saw it before and after a single person moved to another group could tell what that person answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.people import model as people
from bot.polls import cells
from bot.polls.model import Ballot, Poll

GROUPS, BUILDINGS = "groups", "buildings"
LEAST = 2 * cells.FEWEST  # people; of fewer there is no table of two rows
NOWHERE = 0  # in place of a building's id


@dataclass(frozen=True)
class Row:
    names: tuple[str, ...]  # of several, where they are counted as others; "" for who is in no building
    people: int
    votes: tuple[tuple[tuple[int, ...], int], ...]  # by option ids; several where they are counted as others


@dataclass(frozen=True)
class Table:
    by: str
    rows: tuple[Row, ...]


def tables(session: Session, poll: Poll) -> list[Table]:
    """Of a closed poll that nobody changes meanwhile. None at all where there is only the total."""
    if poll.split is None:
        members = {GROUPS: people.Member.group_id, BUILDINGS: people.Member.building_id}
        poll.split = {by: drawn for by, column in members.items() if (drawn := _draw(session, poll, column))}
    return [Table(by, tuple(_rows(session, by, drawn))) for by, drawn in poll.split.items()]


def keep_shut(poll: Poll) -> None:
    """The poll takes answers again. If it was drawn before, the few who answer now would stand out in a second one."""
    if poll.split is not None:
        poll.split = {}


def _draw(session: Session, poll: Poll, column: InstrumentedAttribute[Any]) -> dict[str, Any] | None:
    body = func.coalesce(column, NOWHERE)
    cast = select(body, Ballot.option_id, func.count()).join(people.Member, Ballot.member_id == people.Member.id)
    cast = cast.where(Ballot.poll_id == poll.id).group_by(body, Ballot.option_id)
    numbers = {(one, option): many for one, option, many in session.execute(cast)}
    bodies = sorted({one for one, _ in numbers})
    counts = [[numbers.get((one, option.id), 0) for option in poll.options] for one in bodies]
    shown = _shown(counts, _people(session, poll, body, bodies) if poll.several else None)
    if not shown:
        return None
    return {
        "bodies": [[bodies[place] for place in part] for part in shown.groups],
        "options": [[poll.options[place].id for place in part] for part in shown.answers],
        "counts": shown.counts,
        "people": shown.people,
    }


def _shown(counts: cells.Counts, people: Sequence[int] | None) -> cells.Shown | None:
    """`people` where each may have given several answers."""
    return cells.exclusive(counts) if people is None else cells.overlapping(counts, people)


def _people(session: Session, poll: Poll, body: Any, bodies: Sequence[int]) -> list[int]:
    who = select(body, func.count(func.distinct(Ballot.member_id)))
    who = who.join(people.Member, Ballot.member_id == people.Member.id).where(Ballot.poll_id == poll.id)
    numbers: dict[int, int] = dict(session.execute(who.group_by(body)).all())
    return [numbers[one] for one in bodies]


def _rows(session: Session, by: str, drawn: dict[str, Any]) -> list[Row]:
    body = people.Group if by == GROUPS else people.Building
    ids = {one for part in drawn["bodies"] for one in part}
    names = dict(session.execute(select(body.id, body.name).where(body.id.in_(ids))).all())
    options = [tuple(part) for part in drawn["options"]]
    return [
        Row(tuple(names.get(one, "") for one in part), size, tuple(zip(options, counts, strict=True)))
        for part, size, counts in zip(drawn["bodies"], drawn["people"], drawn["counts"], strict=True)
    ]
