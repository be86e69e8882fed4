"""What one of two members who became one had written before, and has written since from an account of theirs. It is the
other's as long as they are one, and theirs again once they part."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, ForeignKey, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from bot.boundary import Account
from bot.people import links
from bot.people.model import Member
from bot.storage.tables import Table

Column = InstrumentedAttribute[Any]  # of a table with an `id`: whose a row is


class Belonging(Table):
    """`what` names a column, such as "concerns.author_id"; `row` is the number of a row there."""

    __tablename__ = "belongings"
    what: Mapped[str] = mapped_column(primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)  # whose it is without the link


def hand_over(session: Session, columns: Collection[Column], leaving: Member, staying: Member) -> None:
    """The two turned out to be one person."""
    for column in columns:
        theirs = select(column.class_.id).where(column == leaving.id)
        known = select(Belonging.row).where(Belonging.what == _name(column))
        rows = session.scalars(theirs.where(column.class_.id.not_in(known))).all()
        if rows:
            session.execute(insert(Belonging), [_of(column, row, leaving.id) for row in rows])
        session.execute(update(column.class_).where(column == leaving.id).values({column.key: staying.id}))


def give_back(session: Session, columns: Collection[Column], leaving: Member, returning: Member) -> list[int]:
    """They are two again; `leaving` had it meanwhile. Returns the numbers of the rows, in the order of the columns."""
    given: list[int] = []
    for column in columns:
        what = Belonging.what == _name(column)
        theirs = session.scalars(select(Belonging.row).where(what, Belonging.member_id == returning.id)).all()
        mine = update(column.class_).where(column == leaving.id, column.class_.id.in_(theirs))
        session.execute(mine.values({column.key: returning.id}), execution_options={"synchronize_session": "fetch"})
        session.execute(delete(Belonging).where(what, Belonging.member_id == returning.id))
        given += theirs
    return given


def note(session: Session, member: Member, actor: Account, column: Column, row: int) -> None:
    """The member has written it, from this account."""
    for link in links.of(session, member):
        here = Account.parse(link.address)
        if link.was_id is not None and (here.platform, here.user) == (actor.platform, actor.user):
            session.add(Belonging(**_of(column, row, link.was_id)))


def drop(connection: Connection, column: Column, row: int) -> None:
    """Of one row that is deleted."""
    what = Belonging.what == _name(column)
    connection.execute(delete(Belonging).where(what, Belonging.row == row))


def settle(session: Session, link: links.Link) -> None:
    """The roster says itself by now that the two are one, and nobody parts them."""
    session.execute(delete(Belonging).where(Belonging.member_id == link.was_id))
    session.delete(link)


def forget(session: Session, column: Column) -> None:
    """Of what is deleted by now."""
    there = select(column.class_.id)
    session.execute(delete(Belonging).where(Belonging.what == _name(column), Belonging.row.not_in(there)))


def _name(column: Column) -> str:
    return str(column.property.columns[0])


def _of(column: Column, row: int, member_id: int) -> dict[str, Any]:
    return {"what": _name(column), "row": row, "member_id": member_id}
