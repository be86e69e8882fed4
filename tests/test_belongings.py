"""Two accounts are linked and are two again, in a house in which each column that names a member names one of them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Enum, PrimaryKeyConstraint, Table, TypeDecorator, UniqueConstraint, select, update
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine
from support import databases
from support.cores import core
from support.furnished import furnish
from support.linked import ANJALI, ROY, Desk
from support.statements import counted

from bot.people import belongings
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.belongings import Column
from bot.storage.tables import Table as Base

pytestmark = databases.on_either
PLAIN: dict[type, Any] = {
    **{str: "", int: 0, float: 0.0, bool: False},
    **{datetime: datetime(2026, 9, 1, tzinfo=UTC), date: date(2026, 9, 1)},
}
HERS, HIS = "anjali-deshpande", "roy-thibodeaux"
FOLLOWED = tuple(map(str, belongings.followed()))
APART = ("broadcast_approvals.member_id", "question_followers.member_id")  # nobody approves or follows their own
TOGETHER = tuple(one for one in FOLLOWED if one not in APART)
# Two who became one have read and follow what both of them did, once: the other's is not given back.
COUNTED_ONCE = {"broadcast_reads.member_id", "question_followers.member_id"}


def names(session: Session, key: str) -> int:
    found = select(people.Member.id).where(people.Member.key == key, people.Member.district_id == 1)
    return session.scalars(found).one()


def puts(session: Session, columns: Sequence[Column], keys: Sequence[str]) -> None:
    """In each of these columns something that names the first of these members, and where each may have one alike, all
    of them."""
    for column, key in itertools.product(columns, keys):
        table, member = column.table, names(session, key)
        assert isinstance(table, Table)
        there = session.execute(select(*table.primary_key)).first()
        if there is None or is_of_one(column):
            where = {"account": key} if "account" in table.columns else {}  # which is of one alone
            _add(session, table, {column.name: member, **where})
        elif key == keys[0]:
            this = [one == value for one, value in zip(table.primary_key, there, strict=True)]
            session.execute(update(table).where(*this).values({column.name: member}))


def is_of_one(column: Column) -> bool:
    """Whether something there is one member's alone, and may be there for others, too."""
    table = column.table
    assert isinstance(table, Table)
    rules = [one for one in table.constraints if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)]
    return any(column.name in one.columns for one in rules)


def _add(session: Session, table: Table, values: dict[str, Any]) -> None:
    for one in table.columns:
        if one.name in values or one.nullable or one.server_default is not None or one.name == "id":
            continue
        if foreign := next(iter(one.foreign_keys), None):
            values[one.name] = _some(session, foreign.column.table)
        else:
            values[one.name] = _plain(one.type)
    session.execute(table.insert().values(values))


def _plain(kind: TypeEngine[Any]) -> Any:
    match kind:
        case AudienceText():
            return Audience()
        case Enum(enum_class=type() as values):
            return next(iter(values))
        case JSON():
            return {}
        case TypeDecorator():
            return _plain(kind.impl_instance)
    return PLAIN[kind.python_type]


def _some(session: Session, table: Any) -> int:
    if (id := session.scalar(select(table.c.id).limit(1))) is None:
        _add(session, table, {})
    return session.scalars(select(table.c.id).limit(1)).one() if id is None else id


def all_there_is(url: str) -> dict[str, list[Any]]:
    """Of each table that has such a column."""
    tables = sorted({str(column.table) for column in belongings.followed()} - {"joins"})  # which tell of links
    return {table: sorted(map(repr, databases.rows(url, f"select * from {table}"))) for table in tables}


def named(url: str, key: str) -> set[str]:
    """Which columns name this member."""
    whose = f"(select id from members where key = '{key}' and district_id = 1)"
    found = {
        str(column): databases.rows(url, f"select 1 from {column.table} where {column.name} = {whose}")
        for column in belongings.followed()
    }
    return {column for column, rows in found.items() if rows}


@pytest.mark.parametrize("columns", [TOGETHER, APART], ids=["together", "apart"])
async def test_a_link_and_its_undoing_leave_everything_as_it_was(columns: Sequence[str], tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await furnish(bot)
        url, these = bot.settings.database_url, [one for one in belongings.followed() if str(one) in columns]
        await bot.writer.do(partial(puts, columns=these, keys=[HERS]))
        before = all_there_is(url)
        assert named(url, HERS) == set(columns)
        desk = Desk(bot, itertools.count(1_000))  # after those of `furnish`
        await desk.links(ROY, ANJALI)
        assert named(url, HERS) == set()
        await desk.unlinks(ROY)
        assert all_there_is(url) == before


async def test_what_both_had_alike_each_has_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await furnish(bot)
        url, these = bot.settings.database_url, [one for one in belongings.followed() if is_of_one(one)]
        await bot.writer.do(partial(puts, columns=these, keys=[HERS, HIS]))
        before = all_there_is(url)
        desk = Desk(bot, itertools.count(1_000))
        await desk.links(ROY, ANJALI)
        assert named(url, HERS) == {str(one) for one in these} - COUNTED_ONCE
        await desk.unlinks(ROY)
        after = all_there_is(url)
        assert {table for table in before if before[table] != after[table]} == {
            column.partition(".")[0] for column in COUNTED_ONCE
        }


def test_what_stays_with_its_entry_says_so() -> None:
    """All else is handed over and given back without a word about it."""
    members = people.Member.__table__.c.id
    all_of_them = {
        str(column) for table in Base.metadata.sorted_tables for column in table.columns if column.references(members)
    }
    assert all_of_them - set(FOLLOWED) == {
        *("accounts.member_id", "seats.holder_id", "seats.deputy_id"),  # the roster itself
        *("links.member_id", "links.was_id", "partings.member_id", "partings.was_id", "belongings.member_id"),
        "asker_mutes.member_id",  # asked of all entries that are one person
        *("ballots.member_id", "participations.member_id", "poll_remarks.member_id"),  # one answer, the later
        *("theme_ratings.member_id", "listening_ratings.member_id"),  # the same
    }


def test_a_number_is_given_once_where_it_tells_whose_something_is() -> None:
    tables = {column.table for column in belongings.followed() if "id" in column.table.columns}
    again = {str(one) for one in tables if not one.dialect_options["sqlite"]["autoincrement"]}
    assert again == {"polls", "seats"}, "which are never deleted"


def there_and_back(session: Session) -> int:
    """How many statements it takes to make two one, and two again."""
    named = select(people.Member).where(people.Member.key.in_(("anjali-deshpande", "roy-thibodeaux")))
    anjali, roy = session.scalars(named.order_by(people.Member.key)).all()
    with counted(session) as run:
        belongings.hand_over(session, anjali, roy)
        belongings.give_back(session, roy, anjali)
    return len(run)


async def test_much_is_handed_over_by_as_few_statements_as_little(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        chosen = "insert into preferences (member_id, key, value) select id, '{}', 'yes' from members where key = '{}'"
        made = []
        for number in range(300):
            databases.change(bot.settings.database_url, chosen.format(number, "anjali-deshpande"))
            if number in (0, 299):
                made.append(await bot.writer.do(there_and_back))
        assert made[0] == made[1]
        theirs = "select count(*) from preferences join members on members.id = member_id where members.key = '{}'"
        assert databases.rows(bot.settings.database_url, theirs.format("anjali-deshpande")) == [(300,)]
