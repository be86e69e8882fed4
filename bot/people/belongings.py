"""What one of two members who became one had before, and has written since from an account of theirs. It is the other's
as long as they are one, and theirs again once they part.

Each column that names a member follows its person, in every table of every feature, unless it says that it `STAYS` with
its entry. Where both have something of which nobody has two, as a choice under "My messages", that of the one who
stays counts, and the other's waits. `Feature.merges` and `Feature.separations` do what more it means."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column as ColumnOf
from sqlalchemy import (
    ColumnElement,
    Connection,
    ForeignKey,
    FromClause,
    PrimaryKeyConstraint,
    Select,
    UniqueConstraint,
    and_,
    bindparam,
    delete,
    exists,
    inspect,
    select,
    update,
)
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from bot.boundary import Account
from bot.people import links
from bot.people.model import Member
from bot.storage.database import insert
from bot.storage.tables import STAYS, Table

Column = ColumnOf[int]  # that names a member
Attribute = InstrumentedAttribute[Any]  # the same, of a table whose rows have a number
Key = tuple[Any, ...]  # of a row: of its primary key what does not name the member


class Belonging(Table):
    """`what` names a column, such as "concerns.author_id"; `row` is the key of a row there, as JSON."""

    __tablename__ = "belongings"
    what: Mapped[str] = mapped_column(primary_key=True)
    row: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True, info=STAYS)  # whose without the link


# Two become one, and two again -------------------------------------------------------------------------------------


def hand_over(session: Session, leaving: Member, staying: Member) -> None:
    """The two turned out to be one person."""
    session.flush()
    for column in followed():
        keys = _keys(session, column, leaving, staying)
        _move(session, column, keys, leaving, staying)
        for key in keys:
            keep(session, str(column), _text(column, key, staying), leaving)
    session.expire_all()


def give_back(session: Session, leaving: Member, returning: Member) -> None:
    """They are two again; `leaving` had it meanwhile."""
    session.flush()
    theirs = defaultdict(set)
    for what, row in session.execute(select(Belonging.what, Belonging.row).where(Belonging.member_id == returning.id)):
        theirs[what].add(row)
    for column in followed():
        if rows := theirs.get(str(column)):
            keys = _keys(session, column, leaving, returning)
            _move(session, column, [key for key in keys if _text(column, key, leaving) in rows], leaving, returning)
            take_back(session, str(column), returning)
    session.expire_all()


@cache
def followed() -> tuple[Column, ...]:
    """In an order that is always the same."""
    id: ColumnOf[Any] = inspect(Member).columns.id
    columns = (column for table in Table.metadata.sorted_tables for column in table.columns)
    return tuple(column for column in columns if column.references(id) and column.info != STAYS)


# Rows -------------------------------------------------------------------------------------------------------------


def _keys(session: Session, column: Column, leaving: Member, staying: Member) -> list[Key]:
    """Of the rows that name the one who leaves, but for those of which the one who stays has one alike."""
    found = session.execute(_to_move(column), {"leaving": leaving.id, "staying": staying.id})
    return [tuple(row)[1:] for row in found]


@cache
def _to_move(column: Column) -> Select[tuple[int]]:
    alike = [_has_alike(column, [*rule.columns]) for rule in _rules(column.table) if column.name in rule.columns]
    return select(column, *_rest(column)).where(column == bindparam("leaving"), *(~one for one in alike))


def _rules(table: FromClause) -> list[UniqueConstraint | PrimaryKeyConstraint]:
    assert isinstance(table, SqlTable)
    return [rule for rule in table.constraints if isinstance(rule, UniqueConstraint | PrimaryKeyConstraint)]


def _has_alike(column: Column, unique: Collection[ColumnOf[Any]]) -> ColumnElement[bool]:
    other = column.table.alias()
    same = [other.c[one.name] == one for one in unique if one is not column]
    return exists().where(other.c[column.name] == bindparam("staying"), *same)


def _move(session: Session, column: Column, keys: Sequence[Key], leaving: Member, staying: Member) -> None:
    if keys:
        names = [f"key_{one.name}" for one in _rest(column)]
        this = [one == bindparam(name) for one, name in zip(_rest(column), names, strict=True)]
        row = update(column.table).where(column == leaving.id, *this).values({column: staying.id})
        session.connection().execute(row, [dict(zip(names, key, strict=True)) for key in keys])


def _rest(column: Column) -> list[ColumnOf[Any]]:
    """Of its table's primary key."""
    return [one for one in column.table.primary_key if one is not column]


def _text(column: Column, key: Key, member: Member) -> str:
    """As it is kept: where the key names the member, with the one of the two who has it meanwhile."""
    rest = iter(key)
    return json.dumps([member.id if one is column else next(rest) for one in column.table.primary_key])


# One row ----------------------------------------------------------------------------------------------------------


def note(session: Session, member: Member, actor: Account, column: Attribute, row: int) -> None:
    """The member has written it, from this account."""
    for link in links.of(session, member):
        here = Account.parse(link.address)
        if link.was is not None and (here.platform, here.user) == (actor.platform, actor.user):
            keep(session, _name(column), json.dumps([row]), link.was)


def keep(session: Session, what: str, row: str, member: Member) -> None:
    """Whose it is without the link, if that is not known by now."""
    one = {"what": what, "row": row, "member_id": member.id}
    session.execute(insert(session)(Belonging).values(one).on_conflict_do_nothing())


def take_back(session: Session, what: str, member: Member) -> list[str]:
    """Rows that were kept as theirs, from now on no more."""
    theirs = (Belonging.what == what, Belonging.member_id == member.id)
    return sorted(session.scalars(delete(Belonging).where(*theirs).returning(Belonging.row)))


def drop(connection: Connection, column: Attribute, *key: int | str) -> None:
    """Of one row that is deleted, or is the other's by what they did since."""
    row = and_(Belonging.what == _name(column), Belonging.row == json.dumps(key))
    connection.execute(delete(Belonging).where(row))


def settle(session: Session, link: links.Link) -> None:
    """The roster says itself by now that the two are one, and nobody parts them."""
    session.execute(delete(Belonging).where(Belonging.member_id == link.was_id))
    session.delete(link)


def forget(session: Session) -> None:
    """Of what is deleted by now, or is nobody's."""
    kept = defaultdict(set)
    for what, row in session.execute(select(Belonging.what, Belonging.row)):
        kept[what].add(row)
    for column in followed():
        if rows := kept.get(str(column)):
            theirs = select(*column.table.primary_key).where(column.in_(select(links.Link.member_id)))
            there = {json.dumps([*key]) for key in session.execute(theirs)}
            gone = (Belonging.what == str(column), Belonging.row.in_(rows - there))
            session.execute(delete(Belonging).where(*gone))


def _name(column: Attribute) -> str:
    return str(column.property.columns[0])
