"""A whole database as text, a row a line: taken out of one version, put back under the tables of that version on SQLite
or PostgreSQL, and migrated from there."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from alembic import command
from sqlalchemy import Connection, Date, DateTime, LargeBinary, MetaData, Table, create_engine, func, select, text

from bot.operations import opening
from bot.operations.settings import Settings
from bot.storage.database import connect, migrate

VERSION = "alembic_version"
LEFT_OUT = ("faq_index", "seen_keys")  # what SQLite's index keeps itself, and what was recorded of acts
Tables = dict[str, list[dict[str, Any]]]


def take_out(database: str) -> Tables:
    engine = create_engine(database)
    with engine.connect() as connection:
        tables = _tables(connection)
        found = {name: [dict(row._mapping) for row in connection.execute(_all(one))] for name, one in tables.items()}
    engine.dispose()
    return {name: [_told(row) for row in rows] for name, rows in found.items() if rows}


def version(tables: Tables) -> str:
    """The migration that made them."""
    return str(tables[VERSION][0]["version_num"])


def write(file: Path, tables: Tables) -> None:
    lines = [f"{json.dumps({name: row}, ensure_ascii=False)}\n" for name, rows in tables.items() for row in rows]
    file.write_text("".join(lines), encoding="utf-8")


def read(file: Path) -> Tables:
    tables: Tables = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        for name, row in json.loads(line).items():
            tables.setdefault(name, []).append(row)
    return tables


def put_back(database: str, tables: Tables) -> None:
    """Into an empty database; then it is migrated as any that is found."""
    engine, upgrade = connect(database), command.upgrade
    with patch.object(command, "upgrade", lambda config, _head: upgrade(config, version(tables))):
        migrate(engine)
    with engine.connect() as connection:
        _unchecked(connection)
        there = _tables(connection)
        for name, rows in tables.items():
            connection.execute(there[name].delete())
            for row in rows:
                connection.execute(there[name].insert(), _meant(there[name], row))
        if connection.dialect.name == "postgresql":
            _go_on_counting(connection, there)
        connection.commit()
    engine.dispose()
    opening.open_database(Settings(_env_file=None, database_url=database), migrating=True).dispose()


def _tables(connection: Connection) -> Mapping[str, Table]:
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith(LEFT_OUT))
    return {name: found.tables[name] for name in sorted(found.tables)}


def _all(table: Table) -> Any:
    return select(table).order_by(*table.primary_key.columns)


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """What is empty is left out."""
    return {name: _text(value) for name, value in row.items() if value is not None}


def _text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _meant(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(table.columns[name].type, value) for name, value in row.items()}


def _value(type_: object, value: Any) -> Any:
    if isinstance(type_, DateTime | Date):
        return (datetime if isinstance(type_, DateTime) else date).fromisoformat(value)
    return base64.b64decode(value) if isinstance(type_, LargeBinary) else value


def _unchecked(connection: Connection) -> None:
    """Rows come in the order of their tables' names, and refer to each other."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET session_replication_role = replica"))
    else:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")


def _go_on_counting(connection: Connection, tables: Mapping[str, Table]) -> None:
    """After the highest number of each table."""
    for name, table in tables.items():
        if "id" in table.columns and (highest := connection.scalar(select(func.max(table.c["id"])))):
            counter = func.pg_get_serial_sequence(name, "id")
            connection.execute(select(func.setval(counter, highest)))
