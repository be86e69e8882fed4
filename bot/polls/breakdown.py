"""The result by group and by building, as far as it gives nobody away (`bot.disclosure_control`). A table that was
drawn once stays as it is: a reader who saw it before and after a single person moved to another group could tell what
that person answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot import disclosure_control
from bot.boundary import Heading, Message, Note, Part, Text
from bot.people import model as people
from bot.polls.model import Ballot, Poll
from bot.polls.presets import short
from bot.polls.results import figure
from bot.texts import Words

GROUPS, BUILDINGS = "groups", "buildings"
LEAST = 2 * disclosure_control.FEWEST  # people; of fewer there is no table of two rows
NOWHERE = 0  # in place of a building's id
HEADINGS = {GROUPS: "poll-by-groups", BUILDINGS: "poll-by-buildings"}
OTHERS = {GROUPS: "poll-other-groups", BUILDINGS: "poll-other-buildings"}


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
    body, of_poll = func.coalesce(column, NOWHERE), Ballot.poll_id == poll.id
    cast = select(body, Ballot.option_id, func.count()).join(people.Member, Ballot.member_id == people.Member.id)
    numbers = {
        (one, option): many
        for one, option, many in session.execute(cast.where(of_poll).group_by(body, Ballot.option_id))
    }
    bodies = sorted({one for one, _ in numbers})
    counts = [[numbers.get((one, option.id), 0) for option in poll.options] for one in bodies]
    if poll.several:
        who = select(body, func.count(func.distinct(Ballot.member_id)))
        who = who.join(people.Member, Ballot.member_id == people.Member.id).where(of_poll).group_by(body)
        sizes: dict[int, int] = dict(session.execute(who).all())
        shown = disclosure_control.overlapping(counts, [sizes[one] for one in bodies])
    else:
        shown = disclosure_control.exclusive(counts)
    if not shown:
        return None
    return {
        "bodies": [[bodies[place] for place in part] for part in shown.groups],
        "options": [[poll.options[place].id for place in part] for part in shown.answers],
        "counts": shown.counts,
        "people": shown.people,
    }


def _rows(session: Session, by: str, drawn: dict[str, Any]) -> list[Row]:
    body = people.Group if by == GROUPS else people.Building
    ids = {one for part in drawn["bodies"] for one in part}
    names = dict(session.execute(select(body.id, body.name).where(body.id.in_(ids))).all())
    options = [tuple(part) for part in drawn["options"]]
    return [
        Row(tuple(names.get(one, "") for one in part), size, tuple(zip(options, counts, strict=True)))
        for part, size, counts in zip(drawn["bodies"], drawn["people"], drawn["counts"], strict=True)
    ]


# How it looks ----------------------------------------------------------------------------------------------------


def shown(poll: Poll, tables: Sequence[Table], words: Words) -> Message:
    parts: list[Part] = [Heading(poll.question)]
    for table in tables:
        rows = "\n".join(_row(poll, table.by, row, words) for row in table.rows)
        parts += [Text(words(HEADINGS[table.by])), Text(rows)]
    return Message((*parts, Note(words("poll-by-group-note" if tables else "poll-by-group-none"))))


def _row(poll: Poll, by: str, row: Row, words: Words) -> str:
    names = {option.id: short(option, words) for option in poll.options}
    name = figure(poll)
    figures = [
        words(name, option=names[options[0]] if len(options) == 1 else words("poll-other-answers"), count=many)
        for options, many in row.votes
    ]
    return words("poll-row", name=row_name(by, row, words), people=row.people, figures=", ".join(figures))


def row_name(by: str, row: Row, words: Words) -> str:
    return words(OTHERS[by]) if len(row.names) > 1 else row.names[0] or words("poll-no-building")
