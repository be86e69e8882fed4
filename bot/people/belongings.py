"""What one of two members who became one had before, and has written since from an account of theirs. It is the other's
as long as they are one, and theirs again once they part.

Each column that names a member follows its person, in every table of every feature, unless it says that it `STAYS` with
its entry. Where both have something of which nobody has two, as a choice under "My messages", that of the one who
stays counts, and the other's waits. `Feature.merges` and `Feature.separations` do what more it means."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, reduce
from typing import Any

from sqlalchemy import Column as ColumnOf
from sqlalchemy import (
    ColumnElement,
    Connection,
    ForeignKey,
    FromClause,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
    cast,
    delete,
    exists,
    inspect,
    literal,
    select,
    union,
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
What = InstrumentedAttribute[Any] | str  # such a column, or a name of what is none


class Belonging(Table):
    """`what` names a column, such as "concerns.author_id"; `row` is the key of a row there, its parts with slashes
    between them."""

    __tablename__ = "belongings"
    what: Mapped[str] = mapped_column(primary_key=True)
    row: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True, info=STAYS)  # whose without the link


# Two become one, and two again -------------------------------------------------------------------------------------


def hand_over(session: Session, leaving: Member, staying: Member) -> None:
    """The two turned out to be one person."""
    session.flush()
    for column in followed():
        goes = _goes(column, leaving, staying)
        theirs = select(literal(str(column)), _key(column, staying), literal(leaving.id)).where(*goes)
        keep = insert(session)(Belonging).from_select(["what", "row", "member_id"], theirs)
        session.execute(keep.on_conflict_do_nothing())
        _move(session, column, staying, *goes)
    session.expire_all()


def give_back(session: Session, leaving: Member, returning: Member) -> None:
    """They are two again; `leaving` had it meanwhile."""
    session.flush()
    kept = set(session.scalars(select(Belonging.what).where(Belonging.member_id == returning.id)))
    for column in followed():
        if str(column) in kept:
            theirs = (Belonging.what == str(column), Belonging.member_id == returning.id)
            mine = _key(column, leaving).in_(select(Belonging.row).where(*theirs))
            _move(session, column, returning, *_goes(column, leaving, returning), mine)
            session.execute(delete(Belonging).where(*theirs))
    session.expire_all()


@cache
def followed() -> tuple[Column, ...]:
    """In an order that is always the same."""
    id: ColumnOf[Any] = inspect(Member).columns.id
    columns = (column for table in Table.metadata.sorted_tables for column in table.columns)
    return tuple(column for column in columns if column.references(id) and column.info != STAYS)


def _move(session: Session, column: Column, to: Member, *those: ColumnElement[bool]) -> None:
    session.execute(update(column.table).where(*those).values({column: to.id}))


def _goes(column: Column, leaving: Member, staying: Member) -> list[ColumnElement[bool]]:
    """What is true of rows that name the one who leaves, but for those of which the one who stays has one alike."""
    rules = [rule for rule in _uniques(column.table) if column.name in rule.columns]
    return [column == leaving.id, *(~_has_alike(column, rule, staying) for rule in rules)]


def _uniques(table: FromClause) -> list[UniqueConstraint | PrimaryKeyConstraint]:
    assert isinstance(table, SqlTable)
    return [rule for rule in table.constraints if isinstance(rule, UniqueConstraint | PrimaryKeyConstraint)]


def _has_alike(column: Column, rule: UniqueConstraint | PrimaryKeyConstraint, member: Member) -> ColumnElement[bool]:
    other = column.table.alias()
    same = [other.c[one.name] == one for one in rule.columns if one is not column]
    return exists().where(other.c[column.name] == member.id, *same)


def _key(column: Column, member: Member | None = None) -> ColumnElement[str]:
    """As it is kept: where a key names the member, with the one of the two who has it meanwhile."""
    parts: list[ColumnElement[str]] = [cast(one, String) for one in column.table.primary_key]
    if member is not None and column.primary_key:
        parts[[*column.table.primary_key].index(column)] = literal(str(member.id))
    return reduce(lambda key, part: key.concat("/").concat(part), parts)


# One row ----------------------------------------------------------------------------------------------------------


def note(session: Session, member: Member, actor: Account, column: InstrumentedAttribute[Any], row: int) -> None:
    """The member has written it, from this account."""
    address = str(actor) if actor.workspace else links.acting(session, member, actor)
    link = session.get(links.Link, address)
    if link is not None and link.was is not None and not link.settled:
        keep(session, column, row, link.was)


def account_of(session: Session, member: Member, actor: Account, column: InstrumentedAttribute[Any], row: int) -> str:
    """From which of their accounts the member does something about it: from this one, unless it belongs to the one who
    had another."""
    kept, acting = session.get(Belonging, (_name(column), str(row))), links.acting(session, member, actor)
    owner = kept.member_id if kept is not None else member.id
    theirs = [one for one in links.accounts_of(session, member) if links.entry_of(session, member.id, one) == owner]
    return acting if acting in theirs or not theirs else theirs[0]


def keep(session: Session, what: What, row: int, member: Member) -> None:
    """Whose it is without the link, if that is not known by now."""
    one = {"what": _name(what), "row": str(row), "member_id": member.id}
    session.execute(insert(session)(Belonging).values(one).on_conflict_do_nothing())


def is_of(session: Session, what: What, row: int, member: Member) -> bool:
    """Whether that row is theirs, though another has it meanwhile."""
    kept = session.get(Belonging, (_name(what), str(row)))
    return kept is not None and kept.member_id == member.id


def take_back(session: Session, what: What, member: Member) -> list[int]:
    """The numbers of what was kept as theirs, from now on no more."""
    theirs = (Belonging.what == _name(what), Belonging.member_id == member.id)
    return sorted(map(int, session.scalars(delete(Belonging).where(*theirs).returning(Belonging.row))))


def rows_of(session: Session, columns: Collection[InstrumentedAttribute[Any]]) -> set[tuple[str, int]]:
    """Of all that is kept of these, whosever: the column's key and the row's number."""
    found = select(Belonging.what, Belonging.row).where(Belonging.what.in_([_name(one) for one in columns]))
    return {(what.rpartition(".")[2], int(row)) for what, row in session.execute(found)}


def drop(connection: Connection, what: What, row: int) -> None:
    """What is deleted, or nobody's but the one's who has it."""
    connection.execute(delete(Belonging).where(Belonging.what == _name(what), Belonging.row == str(row)))


def set_apart(session: Session, column: InstrumentedAttribute[Any], *key: int | str) -> None:
    """The one who has the row of this key says it anew: what the other had said waits on the other's entry, unless they
    have said something else there."""
    kept = session.get(Belonging, (_name(column), "/".join(map(str, key))))
    if kept is None:
        return
    table, number = column.parent, [one.key for one in column.parent.primary_key].index(column.key)
    theirs = session.get(table.class_, (*key[:number], kept.member_id, *key[number + 1 :]))
    if (row := session.get(table.class_, key)) is not None and theirs is None:
        setattr(row, column.key, kept.member_id)
    elif row is not None:
        session.delete(row)
    session.delete(kept)
    session.flush()


def settle(session: Session, link: links.Link) -> None:
    """The roster says itself by now that the two are one, and nobody parts them."""
    session.execute(delete(Belonging).where(Belonging.member_id == link.was_id))
    link.settled = True


def forget(session: Session) -> None:
    """Of what is deleted by now, or names nobody who is one with another, or was until a moment ago."""
    ones = union(select(links.Link.member_id), select(links.Parting.member_id))
    for what in session.scalars(select(Belonging.what).distinct()).all():
        for column in (one for one in followed() if str(one) == what):
            there = select(_key(column)).where(column.in_(ones))
            session.execute(delete(Belonging).where(Belonging.what == what, Belonging.row.not_in(there)))


def _name(what: What) -> str:
    return what if isinstance(what, str) else str(what.property.columns[0])
