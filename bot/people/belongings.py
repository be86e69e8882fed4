"""What one of two members who became one had before, and has written since from an account of theirs. It is the other's
as long as they are one, and theirs again once they part.

Each column that names a member follows its person, in every table of every feature, unless it says that it `STAYS` with
its entry. Where both have something of which nobody has two, as a choice under "My messages", that of the one who
stays counts, and the other's waits. `Feature.merges` and `Feature.separations` do what more it means."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
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
Attribute = InstrumentedAttribute
What = Column | Attribute[Any] | str  # or a name, of what is no column
Key = tuple[Any, ...]  # a row's primary key


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
        keep(session, column, _move(session, column, _of(session, column, leaving, staying), staying), leaving)
    session.expire_all()


def give_back(session: Session, leaving: Member, returning: Member) -> None:
    """They are two again; `leaving` had it meanwhile."""
    session.flush()
    kept = set(session.scalars(select(Belonging.what).where(Belonging.member_id == returning.id)))
    for column in followed():
        if str(column) in kept:
            mine = set(take_back(session, column, returning))
            _move(session, column, mine.intersection(_of(session, column, leaving, returning)), returning)
    session.expire_all()


@cache
def followed() -> tuple[Column, ...]:
    """In an order that is always the same."""
    id: ColumnOf[Any] = inspect(Member).columns.id
    columns = (column for table in Table.metadata.sorted_tables for column in table.columns)
    return tuple(column for column in columns if column.references(id) and column.info != STAYS)


def _of(session: Session, column: Column, leaving: Member, staying: Member) -> list[Key]:
    """The rows that name the one who leaves, but for those of which the one who stays has one alike."""
    found = session.execute(_to_move(column), {"leaving": leaving.id, "staying": staying.id})
    return [tuple(key) for key in found]


@cache
def _to_move(column: Column) -> Select[Any]:
    alike = [_has_alike(column, rule) for rule in _uniques(column.table) if column.name in rule.columns]
    key = column.table.primary_key
    return select(*key).where(column == bindparam("leaving"), *(~one for one in alike)).order_by(*key)


def _uniques(table: FromClause) -> list[UniqueConstraint | PrimaryKeyConstraint]:
    assert isinstance(table, SqlTable)
    return [rule for rule in table.constraints if isinstance(rule, UniqueConstraint | PrimaryKeyConstraint)]


def _has_alike(column: Column, rule: UniqueConstraint | PrimaryKeyConstraint) -> ColumnElement[bool]:
    other = column.table.alias()
    same = [other.c[one.name] == one for one in rule.columns if one is not column]
    return exists().where(other.c[column.name] == bindparam("staying"), *same)


def _move(session: Session, column: Column, keys: Collection[Key], staying: Member) -> list[Key]:
    """Returns their keys from now on, which may name the member, too."""
    parts = list(column.table.primary_key)
    if keys:
        row = update(column.table).where(*(part == bindparam(f"key_{part.name}") for part in parts))
        named = [{f"key_{part.name}": value for part, value in zip(parts, key, strict=True)} for key in keys]
        session.connection().execute(row.values({column: staying.id}), named)
    theirs = [staying.id if part is column else None for part in parts]
    return [tuple(id or value for id, value in zip(theirs, key, strict=True)) for key in keys]


# One row ----------------------------------------------------------------------------------------------------------


def note(session: Session, member: Member, actor: Account, column: Attribute[Any], row: int) -> None:
    """The member has written it, from this account."""
    for link in links.of(session, member):
        here = Account.parse(link.address)
        if link.was is not None and (here.platform, here.user) == (actor.platform, actor.user):
            keep(session, column, [(row,)], link.was)


def keep(session: Session, what: What, keys: Collection[Key], member: Member) -> None:
    """Whose they are without the link, if that is not known by now."""
    rows = [{"what": _name(what), "row": json.dumps(key), "member_id": member.id} for key in keys]
    if rows:
        session.execute(insert(session)(Belonging).on_conflict_do_nothing(), rows)


def take_back(session: Session, what: What, member: Member) -> list[Key]:
    """What was kept as theirs, from now on no more."""
    theirs = (Belonging.what == _name(what), Belonging.member_id == member.id)
    rows = session.scalars(delete(Belonging).where(*theirs).returning(Belonging.row)).all()
    return sorted(tuple(json.loads(row)) for row in rows)


def drop(connection: Connection, what: What, key: Key) -> None:
    """What is deleted, or is the other's by what they did since."""
    row = and_(Belonging.what == _name(what), Belonging.row == json.dumps(key))
    connection.execute(delete(Belonging).where(row))


def settle(session: Session, link: links.Link) -> None:
    """The roster says itself by now that the two are one, and nobody parts them."""
    session.execute(delete(Belonging).where(Belonging.member_id == link.was_id))
    session.delete(link)


def forget(session: Session) -> None:
    """Of what is deleted by now, or names neither of the two."""
    kept = defaultdict(set)
    for what, row in session.execute(select(Belonging.what, Belonging.row)):
        kept[what].add(row)
    for column in followed():
        if rows := kept.get(str(column)):
            theirs = select(*column.table.primary_key).where(column.in_(select(links.Link.member_id)))
            gone = rows - {json.dumps([*key]) for key in session.execute(theirs)}
            session.execute(delete(Belonging).where(Belonging.what == str(column), Belonging.row.in_(gone)))


def _name(what: What) -> str:
    return what if isinstance(what, str) else str(what.property.columns[0] if isinstance(what, Attribute) else what)
